/// Turns the bytes of a document into text, or says where they are none.
enum DocumentText {
  static func decoded(_ bytes: [UInt8], file: String, limits: ReadingLimits) throws(Unreadable) -> String {
    guard bytes.count <= limits.bytes else {
      throw Unreadable(
        "too-large", file: file, en: "the document has more than \(limits.bytes) bytes",
        zh: "文件超过 \(limits.bytes) 字节")
    }
    guard let text = String(validating: bytes, as: UTF8.self) else { throw notUTF8(bytes, file: file) }
    guard text.unicodeScalars.contains(where: { !$0.properties.isWhitespace && $0 != "\u{FEFF}" }) else {
      throw Unreadable("empty-document", file: file, en: "the document is empty", zh: "文件是空的")
    }
    return text
  }

  private static func notUTF8(_ bytes: [UInt8], file: String) -> Unreadable {
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      return Unreadable(
        "not-utf8", file: file, en: "the document is UTF-16 text, not UTF-8", zh: "文件是 UTF-16 文本，不是 UTF-8",
        help: Wording(en: "save it as UTF-8", zh: "请另存为 UTF-8 编码"))
    }
    var valid = String.UnicodeScalarView()
    var decoder = UTF8()
    var input = bytes.makeIterator()
    while case .scalarValue(let scalar) = decoder.decode(&input) { valid.append(scalar) }
    let lines = LineIndex(String(valid), file: file)
    let place = lines.position(lines.text.count)
    return Unreadable([
      Diagnostic(
        "not-utf8",
        location: Location(file: file, start: place, end: Position(line: place.line, column: place.column + 1)),
        message: Wording(en: "the document is not UTF-8 text", zh: "文件不是 UTF-8 文本"),
        help: Wording(en: "save it as UTF-8; it may be GBK", zh: "文件可能是 GBK 编码，请另存为 UTF-8 编码"))
    ])
  }

  /// The first character that has no place in YAML: control characters, which libyaml refuses without saying where,
  /// and the marks that libyaml takes for the end of a line while every editor shows none.
  static func forbidden(in lines: LineIndex) -> Diagnostic? {
    let found = lines.text.indices.first { offset in
      switch lines.text[offset].value {
      case 0x09, 0x0A, 0x0D, 0x20...0x7E, 0xA0...0x2027, 0x202A...0xD7FF, 0xE000...0xFEFE, 0xFF00...0xFFFD,
        0x10000...0x10FFFF:
        false
      case 0xFEFF: offset > 0
      default: true
      }
    }
    guard let found else { return nil }
    let digits = String(lines.text[found].value, radix: 16, uppercase: true)
    let code = "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    return Diagnostic(
      "forbidden-character", location: lines.location(Span(found, found + 1)),
      message: Wording(en: "the invisible character `\(code)` cannot stand here", zh: "此处不能有不可见字符 `\(code)`"),
      help: Wording(
        en: "remove it; in text, write it as an escape in double quotes", zh: "请删去；文字中须用双引号内的转义写出"))
  }
}
