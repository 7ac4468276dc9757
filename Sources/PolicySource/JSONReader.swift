/// Reads JSON (RFC 8259) strictly into nodes with their places: numbers keep their digits, duplicate keys are refused.
struct JSONReader {
  private let lines: LineIndex
  private let limits: ReadingLimits
  var position = 0
  private var depth = 0
  private var count = 0
  private var diagnostics: [Diagnostic] = []

  /// After so many, the rest would only bury the first.
  private static let mostDiagnostics = 100

  init(_ lines: LineIndex, limits: ReadingLimits) {
    self.lines = lines
    self.limits = limits
  }

  var text: [Unicode.Scalar] { lines.text }
  var current: Unicode.Scalar? { position < lines.text.count ? lines.text[position] : nil }

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

  func node(_ kind: Node.Kind, from start: Int) -> Node {
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
    var seen: [String: Node] = [:]
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
        if let first = seen[name] {
          diagnostics.append(duplicate(name, key, first))
          if diagnostics.count >= JSONReader.mostDiagnostics { throw diagnostics.removeLast() }
        } else {
          seen[name] = key
          pairs.append((key, value))
        }
        skipSpace()
      } while try comma(before: "}")
    }
    try expect("}")
    depth -= 1
    return node(.mapping(pairs), from: start)
  }

  private func duplicate(_ name: String, _ key: Node, _ first: Node) -> Diagnostic {
    let shown = Quotation.of(name)
    let line = first.location.start.line
    return Diagnostic(
      "duplicate-key", location: key.location,
      message: Wording(
        en: "`\(shown)` stands twice; the first is in line \(line)", zh: "`\(shown)` 出现了两次，第一次在第 \(line) 行"))
  }

  private mutating func comma(before end: Unicode.Scalar) throws(Diagnostic) -> Bool {
    guard current == "," else {
      if current == end { return false }
      throw unexpected(en: "`,` or `\(end)`", zh: " `,` 或 `\(end)`")
    }
    let comma = position
    position += 1
    skipSpace()
    if current == end {
      position = comma
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
    if let scalar = current, isDigit(scalar) || isLetter(scalar) || scalar == "." {
      throw unexpected(
        en: "the end of the number", zh: "数的结尾",
        help: slice(start) == "0" || slice(start) == "-0"
          ? Wording(en: "a number has no zero before its first digit", zh: "数的前面不能补零") : nil)
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
      let end = position
      position = start
      throw unexpected(en: "a value", zh: "一个值", to: end)
    }
    return node(.scalar(Scalar(word, isPlain: true)), from: start)
  }

  // MARK: Helpers

  private mutating func skipSpace() {
    while let scalar = current, scalar == " " || scalar == "\n" || scalar == "\r" || scalar == "\t" { position += 1 }
  }

  private mutating func expect(_ scalar: Unicode.Scalar) throws(Diagnostic) {
    guard current == scalar else { throw unexpected(en: "`\(scalar)`", zh: " `\(scalar)`") }
    position += 1
  }

  private func unexpected(en: String, zh: String, to end: Int? = nil, help: Wording? = nil) -> Diagnostic {
    guard let scalar = current else {
      return problem("json-syntax", en: "the document ends where \(en) is expected", zh: "文件在此结束，此处应为\(zh)")
    }
    let end = max(end ?? 0, position + 1)
    let shown = Quotation.of(slice(position, end))
    return problem(
      "json-syntax", to: end, en: "expected \(en), found `\(shown)`", zh: "此处应为\(zh)，却是 `\(shown)`",
      help: help ?? JSONReader.advice(on: scalar))
  }

  private static func advice(on scalar: Unicode.Scalar) -> Wording? {
    switch scalar {
    case "'", "“", "”", "‘", "’": Wording(en: "JSON strings stand in double quotes `\"`", zh: "JSON 的文字用英文双引号 `\"`")
    case "/", "#": Wording(en: "JSON has no comments", zh: "JSON 不能有注释")
    case "，", "、": Wording(en: "write `,`", zh: "改用英文逗号 `,`")
    case "：": Wording(en: "write `:`", zh: "改用英文冒号 `:`")
    default: nil
    }
  }

  func problem(_ code: String, to end: Int? = nil, en: String, zh: String, help: Wording? = nil) -> Diagnostic {
    let span = Span(position, min(end ?? position + 1, text.count))
    return Diagnostic(code, location: lines.location(span), message: Wording(en: en, zh: zh), help: help)
  }

  func slice(_ start: Int, _ end: Int? = nil) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: text[start..<min(end ?? position, text.count)])
    return String(view)
  }

  private func isDigit(_ scalar: Unicode.Scalar) -> Bool { (0x30...0x39).contains(scalar.value) }

  private func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    (0x61...0x7A).contains(scalar.value | 0x20) || scalar == "_"
  }
}
