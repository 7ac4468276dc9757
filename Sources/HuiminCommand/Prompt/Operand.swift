import Huimin

/// The value whose member is asked for: `today()` in `1 + today().`.
enum Operand {
  /// The text of the operand that ends before a dot.
  ///
  /// - Parameter known: names that may hold spaces.
  /// - Returns: `nil` where no value stands there: `1.` is a number on its way.
  static func text(
    before dot: Int, of text: [Unicode.Scalar], _ outline: Outline, known: Set<String>
  ) -> String? {
    var start: Int?
    var end = withoutSpace(text, dot)
    while end > 0 {
      let last = text[end - 1]
      if let opening = outline.starts[end - 1] {
        start = opening
        if last == "\"" {
          if opening > 0, text[opening - 1] == "@" { start = opening - 1 }
          break
        }
        // `f(…)`, `list[…]`: brackets that belong to the value before them.
        end = withoutSpace(text, opening)
        guard last != "}", end > 0, text[end - 1].isPartOfName || outline.starts[end - 1] != nil else { break }
      } else if last.isPartOfName, let name = nameStart(text, end, known) {
        start = name
        let before = withoutSpace(text, name)
        guard before > 1, text[before - 1] == ".", text[before - 2] != "." else { break }
        end = withoutSpace(text, before - 1)
      } else {
        break
      }
    }
    return start.map { String(String.UnicodeScalarView(text[$0..<dot])) }
  }

  private static func withoutSpace(_ text: [Unicode.Scalar], _ end: Int) -> Int {
    text[..<end].lastIndex { !$0.properties.isWhitespace }.map { $0 + 1 } ?? 0
  }

  /// Where the longest known name begins that ends here, or else the word; `nil` for a keyword or a number.
  private static func nameStart(_ text: [Unicode.Scalar], _ end: Int, _ known: Set<String>) -> Int? {
    var word: Int?
    var longest: Int?
    for position in stride(from: end - 1, through: max(0, end - 200), by: -1) {
      guard text[position].isPartOfName, position == 0 || !text[position - 1].isPartOfName else { continue }
      if word == nil { word = position }
      let name = KnownNames.normalized(String(String.UnicodeScalarView(text[position..<end])))
      if known.contains(name) { longest = position }
    }
    guard let start = longest ?? word else { return nil }
    let name = String(String.UnicodeScalarView(text[start..<end]))
    if longest == nil, Vocabulary.keywords.contains(name) || text[start].properties.numericType == .decimal {
      return nil
    }
    return start
  }
}
