/// Walks over the code points of an expression. There is no separate list of tokens: where a name ends depends on
/// which names are known at that place.
struct Scanner {
  let text: [Unicode.Scalar]
  /// The next code point to read.
  var position = 0

  init(_ text: String) { self.text = Array(text.unicodeScalars) }

  var current: Unicode.Scalar? { position < text.count ? text[position] : nil }

  func peek(_ offset: Int) -> Unicode.Scalar? {
    text.indices.contains(position + offset) ? text[position + offset] : nil
  }

  /// Steps over white space and comments.
  mutating func skipSpace() throws(Diagnostic) {
    while let scalar = current {
      if scalar.isFeelSpace {
        position += 1
      } else if scalar == "/", peek(1) == "/" {
        while let scalar = current, scalar != "\n", scalar != "\r" { position += 1 }
      } else if scalar == "/", peek(1) == "*" {
        try skipBlockComment()
      } else {
        return
      }
    }
  }

  private mutating func skipBlockComment() throws(Diagnostic) {
    let start = position
    position += 2
    while position < text.count {
      if current == "*", peek(1) == "/" {
        position += 2
        return
      }
      position += 1
    }
    throw Diagnostic(
      "syntax", span: Span(start, start + 2),
      message: Wording(en: "this comment is never closed", zh: "注释没有结束"),
      help: Wording(en: "end it with `*/`", zh: "用 `*/` 结束注释"))
  }

  /// Whether `symbol` comes next.
  func isNext(_ symbol: String) -> Bool {
    var offset = 0
    for scalar in symbol.unicodeScalars {
      guard peek(offset) == scalar else { return false }
      offset += 1
    }
    return true
  }

  /// Whether `word` comes next as a whole word.
  func isNextWord(_ word: String) -> Bool {
    guard isNext(word) else { return false }
    return peek(word.unicodeScalars.count)?.continuesName != true
  }

  /// The word that comes next, or `nil` where none does.
  func nextWord() -> String? {
    guard let first = current, first.startsName else { return nil }
    var end = position + 1
    while end < text.count, text[end].continuesName { end += 1 }
    return slice(position, end)
  }

  /// The word that comes next, with the `?` that a name may begin with, or `?` alone.
  func nextNamePart() -> String? {
    guard current == "?" else { return nextWord() }
    var end = position + 1
    while end < text.count, text[end].continuesName { end += 1 }
    return slice(position, end)
  }

  func slice(_ start: Int, _ end: Int) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: text[start..<min(end, text.count)])
    return String(view)
  }
}
