/// Reads JSON (RFC 8259) strictly into nodes with their places: numbers keep their digits, duplicate keys are refused.
struct JSONReader {
  private let lines: LineIndex
  private let limits: ReadingLimits
  private var position = 0
  private var depth = 0
  private var count = 0
  private var diagnostics: [Diagnostic] = []

  init(_ lines: LineIndex, limits: ReadingLimits) {
    self.lines = lines
    self.limits = limits
  }

  private var text: [Unicode.Scalar] { lines.text }
  private var current: Unicode.Scalar? { position < lines.text.count ? lines.text[position] : nil }

  mutating func document() throws(Unreadable) -> Node {
    if current == "\u{FEFF}" { position += 1 }
    do throws(Diagnostic) {
      let root = try value()
      skipSpace()
      if current != nil { throw unexpected(en: "the end of the document", zh: "文件结尾") }
      if diagnostics.isEmpty { return root }
    } catch {
      diagnostics.append(error)
    }
    throw Unreadable(diagnostics)
  }

  // MARK: Values

  private mutating func value() throws(Diagnostic) -> Node {
    skipSpace()
    count += 1
    guard count <= limits.nodes else {
      throw problem(
        "too-many-nodes", en: "the document holds more than \(limits.nodes) values", zh: "文件中的值超过 \(limits.nodes) 个")
    }
    let start = position
    switch current {
    case "{": return try object()
    case "[": return try array()
    case "\"":
      let content = try string()
      return node(.scalar(Scalar(content, isPlain: false)), from: start)
    case let scalar? where scalar == "-" || isDigit(scalar): return try number()
    default: return try word()
    }
  }

  private func node(_ kind: Node.Kind, from start: Int) -> Node {
    let extent = Span(start, position)
    return Node(kind, location: lines.location(extent), extent: extent)
  }

  private mutating func enter() throws(Diagnostic) {
    depth += 1
    guard depth <= limits.depth else {
      throw problem(
        "too-deep", en: "lists and objects are nested more than \(limits.depth) deep", zh: "列表和对象嵌套超过 \(limits.depth) 层"
      )
    }
    position += 1
  }

  private mutating func array() throws(Diagnostic) -> Node {
    let start = position
    try enter()
    var items: [Node] = []
    skipSpace()
    if current != "]" {
      repeat {
        items.append(try value())
        skipSpace()
      } while try comma(before: "]")
    }
    try expect("]")
    depth -= 1
    return node(.sequence(items), from: start)
  }

  private mutating func object() throws(Diagnostic) -> Node {
    let start = position
    try enter()
    var pairs: [(key: Node, value: Node)] = []
    var seen: Set<String> = []
    skipSpace()
    if current != "}" {
      repeat {
        skipSpace()
        let keyStart = position
        guard current == "\"" else { throw unexpected(en: "a key in double quotes", zh: "双引号括起的键") }
        let name = try string()
        let key = node(.scalar(Scalar(name, isPlain: false)), from: keyStart)
        skipSpace()
        try expect(":")
        let value = try value()
        if seen.insert(name).inserted {
          pairs.append((key, value))
        } else {
          diagnostics.append(
            Diagnostic(
              "duplicate-key", location: key.location,
              message: Wording(en: "`\(name)` stands twice", zh: "`\(name)` 出现了两次")))
        }
        skipSpace()
      } while try comma(before: "}")
    }
    try expect("}")
    depth -= 1
    return node(.mapping(pairs), from: start)
  }

  private mutating func comma(before end: Unicode.Scalar) throws(Diagnostic) -> Bool {
    guard current == "," else { return false }
    position += 1
    skipSpace()
    if current == end {
      position -= 1
      throw problem(
        "json-syntax", en: "a comma stands before `\(end)`", zh: "`\(end)` 前多了逗号",
        help: Wording(en: "remove the last comma", zh: "删去最后一个逗号"))
    }
    return true
  }

  private mutating func number() throws(Diagnostic) -> Node {
    let start = position
    if current == "-" { position += 1 }
    if current == "0" {
      position += 1
    } else {
      try digits()
    }
    if current == "." {
      position += 1
      try digits()
    }
    if current == "e" || current == "E" {
      position += 1
      if current == "+" || current == "-" { position += 1 }
      try digits()
    }
    if let scalar = current, isDigit(scalar) || isLetter(scalar) {
      throw unexpected(en: "the end of the number", zh: "数的结尾")
    }
    return node(.scalar(Scalar(slice(start), isPlain: true)), from: start)
  }

  private mutating func digits() throws(Diagnostic) {
    guard let scalar = current, isDigit(scalar) else { throw unexpected(en: "a digit", zh: "数字") }
    while let scalar = current, isDigit(scalar) { position += 1 }
  }

  private mutating func word() throws(Diagnostic) -> Node {
    let start = position
    while let scalar = current, isLetter(scalar) || isDigit(scalar) { position += 1 }
    let word = slice(start)
    guard ["true", "false", "null"].contains(word) else {
      position = start
      throw unexpected(en: "a value", zh: "一个值")
    }
    return node(.scalar(Scalar(word, isPlain: true)), from: start)
  }

  // MARK: Strings

  private mutating func string() throws(Diagnostic) -> String {
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
        throw problem(
          "json-syntax", en: "a line end or control character stands in a string", zh: "文字中有换行或控制字符",
          help: Wording(en: "write `\\n`", zh: "写 `\\n`"))
      default:
        content.append(scalar)
        position += 1
      }
    }
    position = start
    throw problem("json-syntax", en: "this string is never closed", zh: "文字没有结束")
  }

  private mutating func escape() throws(Diagnostic) -> Unicode.Scalar {
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
    case "u":
      var code = try hexadecimal()
      if (0xD800..<0xDC00).contains(code), current == "\\", position + 1 < text.count, text[position + 1] == "u" {
        position += 2
        let low = try hexadecimal()
        guard (0xDC00..<0xE000).contains(low) else { throw badEscape() }
        code = 0x10000 + (code - 0xD800) << 10 + (low - 0xDC00)
      }
      guard let scalar = Unicode.Scalar(code) else { throw badEscape() }
      return scalar
    default:
      position -= 1
      throw badEscape()
    }
  }

  private mutating func hexadecimal() throws(Diagnostic) -> UInt32 {
    guard position + 4 <= text.count, let code = UInt32(slice(position, position + 4), radix: 16),
      text[position] != "+", text[position] != "-"
    else { throw badEscape() }
    position += 4
    return code
  }

  private func badEscape() -> Diagnostic {
    problem("json-syntax", en: "this is no escape that JSON knows", zh: "JSON 没有这种转义")
  }

  // MARK: Helpers

  private mutating func skipSpace() {
    while let scalar = current, scalar == " " || scalar == "\n" || scalar == "\r" || scalar == "\t" { position += 1 }
  }

  private mutating func expect(_ scalar: Unicode.Scalar) throws(Diagnostic) {
    guard current == scalar else { throw unexpected(en: "`\(scalar)`", zh: "`\(scalar)`") }
    position += 1
  }

  private func unexpected(en: String, zh: String) -> Diagnostic {
    guard let scalar = current else {
      return problem("json-syntax", en: "the document ends where \(en) is expected", zh: "文件在此结束，此处应为\(zh)")
    }
    return problem(
      "json-syntax", en: "expected \(en), found `\(scalar)`", zh: "此处应为\(zh)，却是 `\(scalar)`",
      help: scalar == "'"
        ? Wording(en: "JSON strings stand in double quotes", zh: "JSON 的文字用英文双引号")
        : scalar == "/" || scalar == "#" ? Wording(en: "JSON has no comments", zh: "JSON 不能有注释") : nil)
  }

  private func problem(_ code: String, en: String, zh: String, help: Wording? = nil) -> Diagnostic {
    let span = Span(position, min(position + 1, text.count))
    return Diagnostic(code, location: lines.location(span), message: Wording(en: en, zh: zh), help: help)
  }

  private func slice(_ start: Int, _ end: Int? = nil) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: text[start..<(end ?? position)])
    return String(view)
  }

  private func isDigit(_ scalar: Unicode.Scalar) -> Bool { (0x30...0x39).contains(scalar.value) }

  private func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    (0x61...0x7A).contains(scalar.value | 0x20) || scalar == "_"
  }
}
