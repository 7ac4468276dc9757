/// Where strings, comments and brackets of an expression begin and end, as far as can be told without parsing it.
struct Outline {
  enum Enclosure {
    case string, lineComment, blockComment
  }

  /// The string or comment that the text ends in, and where that began.
  private(set) var open: (enclosure: Enclosure, start: Int)?
  /// Where each string and each pair of brackets begins, by the position of its last code point.
  private(set) var starts: [Int: Int] = [:]

  init(_ text: [Unicode.Scalar]) {
    var brackets: [Int] = []
    var position = 0
    while position < text.count {
      defer { position += 1 }
      let scalar = text[position]
      let next = position + 1 < text.count ? text[position + 1] : nil
      if let (enclosure, start) = open {
        switch enclosure {
        case .string where scalar == "\\": position += 1
        case .string where scalar == "\"":
          starts[position] = start
          open = nil
        case .lineComment where scalar == "\n" || scalar == "\r": open = nil
        case .blockComment where scalar == "*" && next == "/" && position >= start + 2:
          position += 1
          open = nil
        default: break
        }
        continue
      }
      switch scalar {
      case "\"": open = (.string, position)
      case "/" where next == "/": open = (.lineComment, position)
      case "/" where next == "*": open = (.blockComment, position)
      case "(", "[", "{": brackets.append(position)
      case ")", "]", "}": if let start = brackets.popLast() { starts[position] = start }
      default: break
      }
    }
  }
}
