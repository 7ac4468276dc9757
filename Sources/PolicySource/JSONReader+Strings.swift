/// Strings and their escapes.
extension JSONReader {
  /// The text of the string that begins here.
  mutating func string() throws(Diagnostic) -> String {
    let start = position
    position += 1
    var content = String.UnicodeScalarView()
    while let scalar = current {
      switch scalar {
      case "\"":
        position += 1
        return String(content)
      case "\\": content.append(try escape())
      case let control where control.value < 0x20:
        let shown = Quotation.of(String(control))
        throw problem(
          "json-syntax", en: "`\(shown)` stands in a string as it is", zh: "文字中直接出现了 `\(shown)`",
          help: Wording(en: "write it as an escape, such as `\\n`", zh: "写成转义，例如 `\\n`"))
      default:
        content.append(scalar)
        position += 1
      }
    }
    position = start
    throw problem("json-syntax", en: "this string is never closed", zh: "文字的引号没有闭合")
  }

  private mutating func escape() throws(Diagnostic) -> Unicode.Scalar {
    let start = position
    position += 1
    let kind = current
    position += 1
    switch kind {
    case "\"", "\\", "/": return kind ?? "\\"
    case "b": return "\u{8}"
    case "f": return "\u{C}"
    case "n": return "\n"
    case "r": return "\r"
    case "t": return "\t"
    case "u": return try unicodeEscape(from: start)
    default: throw badEscape(from: start)
    }
  }

  private mutating func unicodeEscape(from start: Int) throws(Diagnostic) -> Unicode.Scalar {
    var code = try hexadecimal(from: start)
    if (0xD800..<0xDC00).contains(code), current == "\\", position + 1 < text.count, text[position + 1] == "u" {
      position += 2
      let low = try hexadecimal(from: position - 2)
      guard (0xDC00..<0xE000).contains(low) else { throw loneSurrogate(from: start) }
      code = 0x10000 + (code - 0xD800) << 10 + (low - 0xDC00)
    }
    guard let scalar = Unicode.Scalar(code) else { throw loneSurrogate(from: start) }
    return scalar
  }

  private mutating func hexadecimal(from start: Int) throws(Diagnostic) -> UInt32 {
    guard position + 4 <= text.count, let code = UInt32(slice(position, position + 4), radix: 16),
      text[position] != "+", text[position] != "-"
    else { throw badEscape(from: start) }
    position += 4
    return code
  }

  private mutating func badEscape(from start: Int) -> Diagnostic {
    let end = max(start, min(position, text.count))
    position = start
    let shown = Quotation.of(slice(start, end))
    return problem(
      "json-syntax", to: end, en: "`\(shown)` is no escape that JSON knows", zh: "JSON 没有转义 `\(shown)`",
      help: Wording(en: "write `\\\\` for a backslash", zh: "反斜杠写成 `\\\\`"))
  }

  private mutating func loneSurrogate(from start: Int) -> Diagnostic {
    let end = position
    position = start
    let shown = slice(start, start + 6)
    return problem(
      "json-syntax", to: end, en: "`\(shown)` is half of a character", zh: "`\(shown)` 只是半个字符",
      help: Wording(en: "write the character itself", zh: "请直接写出该字符"))
  }
}
