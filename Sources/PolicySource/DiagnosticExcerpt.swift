/// The line that a diagnostic points into, cut to what a terminal shows, and where to underline it.
struct DiagnosticExcerpt {
  /// The line as shown; `…` where it was cut.
  let content: String
  /// The columns before the underlined stretch.
  let margin: Int
  /// The columns of the underlined stretch, at least one.
  let width: Int

  /// The most code points of a line that are shown.
  private static let most = 100

  /// - Returns: `nil` where the text has no such line.
  init?(_ location: Location, in lines: LineIndex) {
    guard let range = lines.range(ofLine: location.start.line) else { return nil }
    let line = lines.text[range]
    let start = line.startIndex + min(max(0, location.start.column - 1), line.count)
    // A stretch over several lines is underlined to the end of its first.
    let last = location.end.line > location.start.line ? line.count : min(max(0, location.end.column - 1), line.count)
    let end = max(start, line.startIndex + last)
    // A long line is cut around the place.
    var (first, limit) = (line.startIndex, line.endIndex)
    if line.count > DiagnosticExcerpt.most {
      first = max(first, min(start - 40, limit - DiagnosticExcerpt.most))
      limit = min(limit, first + DiagnosticExcerpt.most)
    }
    let shown = line[first..<limit].map(DiagnosticExcerpt.shown)
    let isCutBefore = first > line.startIndex
    content =
      (isCutBefore ? "…" : "") + shown.map(String.init).joined() + (limit < line.endIndex ? "…" : "")
    func columns(_ range: Range<Int>) -> Int {
      shown[range.lowerBound - first..<range.upperBound - first].reduce(0) { $0 + TextWidth.width(of: $1) }
    }
    margin = columns(first..<start) + (isCutBefore ? 1 : 0)
    width = max(1, columns(start..<max(start, min(end, limit))))
  }

  /// Tabs become spaces, so that the underline stands right wherever the terminal puts its tab stops.
  private static func shown(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    if scalar == "\t" { return " " }
    return Quotation.isControl(scalar) ? "\u{FFFD}" : scalar
  }
}
