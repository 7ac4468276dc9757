import PolicySource
import TestSupport
import Testing

/// A value written as YAML is the same value when it is read again, whatever stands in its texts.
@Suite("JSON as YAML")
struct JSONAsYAMLTests {
  @Test func readsAsPeopleWriteIt() {
    let value = JSON.object([
      ("engine", .object([("name", .string("huimin")), ("version", .string("0.1.0"))])), ("amount", .number("3.00")),
      ("names", .array([.string("张三"), .string("yes"), .object([("a", .null), ("b", .boolean(true))])])),
      ("none", .array([])), ("empty", .object([])), ("rows", .array([.array([.number("1"), .number("2")])])),
    ])
    #expect(
      value.yaml == """
        engine:
          name: huimin
          version: "0.1.0"
        amount: 3.00
        names:
          - 张三
          - "yes"
          - a: null
            b: true
        none: []
        empty: {}
        rows:
          - - 1
            - 2

        """)
  }

  @Test(arguments: [
    "", " ", "null", "Null", "~", "true", "No", "1", "1e3", "0x1F", "2026-01-15", "a: b", "a #b", "- a", "? a", "a:",
    "#", "'a'",
    "\"a\"", "a\nb", "a\tb", " a", "a ", "\u{7F}", "\u{85}", "\u{2028}", "\u{FEFF}", "\u{202E}x", "\u{FFFF}", "\u{0}",
    "a\\b", "《通知》（一）：第3条",
    "[a]", "{a}",
    "&a", "*a", "!a", "|", ">", "%a", "@a", "`a", "a,b", "---", "...", "=", "<<", "😀", ".inf", "12:30", "a/b.c-d", "y",
  ])
  func everyTextComesBack(text: String) throws {
    let value = JSON.object([("key", .string(text)), ("list", .array([.string(text)])), ("k\(text)", .string("x"))])
    #expect(try Self.read(value.yaml) == value.compact)
  }

  @Test func randomValuesComeBack() throws {
    var random = SplitMix64(seed: 41)
    for _ in 0..<300 {
      let value = Self.object(depth: 4, &random)
      #expect(try Self.read(value.yaml) == value.compact)
    }
    #expect(JSON.string("a").yaml == "a\n")
    #expect(JSON.array([]).yaml == "[]\n")
  }

  private static func object(depth: Int, _ random: inout SplitMix64) -> JSON {
    .object((0..<Int.random(in: 0...3, using: &random)).map { ("k\($0)", value(depth: depth - 1, &random)) })
  }

  private static func value(depth: Int, _ random: inout SplitMix64) -> JSON {
    switch Int.random(in: 0...(depth > 0 ? 5 : 3), using: &random) {
    case 0: .string(["a", "- b", "2026", "张三：是"].randomElement(using: &random) ?? "")
    case 1: .number("1.50")
    case 2: .boolean(true)
    case 3: .null
    case 4: .array((0..<Int.random(in: 0...3, using: &random)).map { _ in value(depth: depth - 1, &random) })
    default: object(depth: depth, &random)
    }
  }

  /// The compact JSON of a document.
  private static func read(_ text: String) throws -> String {
    func json(_ node: Node) -> JSON {
      switch node.kind {
      case .scalar(let scalar):
        if scalar.isNull { return .null }
        if let boolean = scalar.boolean { return .boolean(boolean) }
        return scalar.isPlain && scalar.text.wholeMatch(of: /[0-9.]+/) != nil
          ? .number(scalar.text) : .string(scalar.text)
      case .sequence(let items): return .array(items.map(json))
      case .mapping(let pairs):
        return .object(
          pairs.map { key, value in
            if case .scalar(let scalar) = key.kind { (scalar.text, json(value)) } else { ("", .null) }
          })
      }
    }
    return json(try Document.read(Array(text.utf8), file: "value.yaml").root).compact
  }
}
