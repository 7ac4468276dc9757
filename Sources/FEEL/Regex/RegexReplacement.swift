import Diagnostics

/// What `replace` puts in the place of a match: text, with `$1` for what a group has read.
enum RegexReplacement {
  enum Piece: Sendable {
    case text([Unicode.Scalar])
    case group(Int)
  }

  static func pieces(_ text: [Unicode.Scalar], for regex: Regex) throws(RegexProblem) -> [Piece] {
    if regex.flags.isLiteral { return [.text(text)] }
    var pieces: [Piece] = []
    var position = 0
    while position < text.count {
      let scalar = text[position]
      let next = position + 1 < text.count ? text[position + 1] : nil
      switch (scalar, next) {
      case ("\\", "\\"?), ("\\", "$"?):
        pieces.append(.text([text[position + 1]]))
        position += 2
      case ("\\", _):
        throw RegexProblem(en: "write `\\\\` for a backslash in a replacement", zh: "替换文字中的反斜杠写 `\\\\`")
      case ("$", _):
        position += 1
        pieces.append(.group(try group(text, &position, of: regex)))
      default:
        pieces.append(.text([scalar]))
        position += 1
      }
    }
    return pieces
  }

  /// The number of a group: as many digits as there are groups for.
  private static func group(_ text: [Unicode.Scalar], _ position: inout Int, of regex: Regex) throws(RegexProblem)
    -> Int
  {
    var number: Int?
    while position < text.count, ("0"..."9").contains(text[position]) {
      let longer = (number ?? 0) * 10 + Int(text[position].value - 0x30)
      if number != nil, longer > regex.groups { break }
      number = longer
      position += 1
    }
    guard let number else {
      throw RegexProblem(
        en: "write `\\$` for a dollar sign in a replacement, or `$1` for a group", zh: "替换文字中的美元符号写 `\\$`，分组写 `$1`")
    }
    return number
  }
}
