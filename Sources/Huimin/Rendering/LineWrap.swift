import PolicySource

/// Breaks text into lines of a width that holds in a terminal, where Chinese characters take two columns.
package enum LineWrap {
  /// Punctuation that must not begin a line.
  private static let closing = Set("，。、；：！？）】》〉」』”’…·〕,.;:!?)]}%％元".unicodeScalars)
  /// Punctuation that must not end a line.
  private static let opening = Set("（【《〈「『“‘〔([{".unicodeScalars)

  /// The lines of a text; a single piece wider than the width stands on a line of its own.
  package static func lines(_ text: String, width: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    var used = 0
    for piece in pieces(text) {
      let size = TextWidth.of(piece)
      if used + TextWidth.of(trimmingEnd(piece)) > width, used > 0 {
        lines.append(trimmingEnd(line))
        line = ""
        used = 0
        if piece.allSatisfy({ $0 == " " }) { continue }
      }
      line += piece
      used += size
    }
    if !line.isEmpty { lines.append(trimmingEnd(line)) }
    return lines.isEmpty ? [""] : lines
  }

  private static func trimmingEnd(_ text: String) -> String {
    var view = Substring(text)
    while view.last == " " { view.removeLast() }
    return String(view)
  }

  /// Stretches between which a line may end: after a space, and beside Chinese characters.
  private static func pieces(_ text: String) -> [String] {
    var pieces: [String] = []
    var piece = String.UnicodeScalarView()
    var previous: Unicode.Scalar?
    var markEnd = 0
    let scalars = Array(text.unicodeScalars)
    for (position, scalar) in scalars.enumerated() {
      if let last = previous, position > markEnd, mayBreak(last, scalar) {
        pieces.append(String(piece))
        piece = String.UnicodeScalarView()
      }
      piece.append(scalar)
      previous = scalar
      if scalar == "[" { markEnd = endOfMark(from: position, in: scalars) }
    }
    pieces.append(String(piece))
    return pieces
  }

  /// The most that stands in a citation.
  private static let longestMark = 30

  /// Where a citation such as `[1 art. 10]`, which stays together, ends; a bracket of anything else, such as `[60..80)`,
  /// ends where it begins.
  private static func endOfMark(from start: Int, in scalars: [Unicode.Scalar]) -> Int {
    let rest = scalars[(start + 1)...].prefix(longestMark)
    guard let end = rest.firstIndex(where: { $0 == "]" || $0 == "[" }), scalars[end] == "]" else { return start }
    return end
  }

  private static func mayBreak(_ a: Unicode.Scalar, _ b: Unicode.Scalar) -> Bool {
    if closing.contains(b) || opening.contains(a) || b == " " { return false }
    if a == " " { return true }
    return TextWidth.of(String(a)) == 2 || TextWidth.of(String(b)) == 2
  }
}
