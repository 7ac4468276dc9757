import Testing

@testable import FEEL

/// A text with a stretch of it marked by `«` and `»`, so that a test shows the place that it expects.
struct MarkedText {
  let text: String
  let span: Span?

  init(_ marked: String) {
    var scalars = String.UnicodeScalarView()
    var start: Int?
    var end: Int?
    for scalar in marked.unicodeScalars {
      switch scalar {
      case "«": start = scalars.count
      case "»": end = scalars.count
      default: scalars.append(scalar)
      }
    }
    text = String(scalars)
    span = start.flatMap { start in end.map { Span(start, $0) } }
  }

  /// The text with a span of it marked.
  static func marking(_ span: Span, in text: String) -> String {
    var scalars = Array(text.unicodeScalars)
    scalars.insert("»", at: min(span.end, scalars.count))
    scalars.insert("«", at: min(span.start, scalars.count))
    return String(scalars: scalars)
  }
}
