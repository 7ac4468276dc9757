import PolicySource
import TestSupport
import Testing

@Suite struct JSONWriterTests {
  @Test(
    arguments: [
      (JSON.null, "null"), (.boolean(true), "true"), (.boolean(false), "false"), (.number("1.10"), "1.10"),
      (.number("123456789012345678901234567890"), "123456789012345678901234567890"), (.string("年龄"), "\"年龄\""),
      (.string("a\"b\\c/d"), #""a\"b\\c/d""#),
      (.string("\n\r\t\u{8}\0\u{1F}\u{7F}"), "\"\\n\\r\\t\\b\\u0000\\u001f\u{7F}\""),
      (.string("\u{2028}😀"), "\"\u{2028}😀\""), (.string("e\u{301}"), "\"e\u{301}\""), (.string("\r\n"), #""\r\n""#),
      (.array([]), "[]"), (.object([]), "{}"), (.array([.number("1"), .null, .array([])]), "[1,null,[]]"),
      (.object([("b", .number("1")), ("a", .object([("\"", .null)]))]), #"{"b":1,"a":{"\"":null}}"#),
    ] as [(JSON, String)])
  func isWrittenOnOneLineAs(value: JSON, text: String) {
    #expect(value.compact == text)
  }

  @Test func isWrittenOverSeveralLinesInTheOrderGiven() {
    let value = JSON.object([
      ("z", .array([.number("1"), .object([("y", .string("x"))])])), ("a", .array([])), ("b", .object([])),
    ])
    #expect(
      value.pretty == """
        {
          "z": [
            1,
            {
              "y": "x"
            }
          ],
          "a": [],
          "b": {}
        }
        """)
  }

  @Test func comesBackFromTheReaderAsItWas() throws {
    var random = SplitMix64(seed: RandomTesting.seed)
    for _ in 0..<RandomTesting.cases(default: 300) {
      let value = value(depth: 4, &random)
      for text in [value.compact, value.pretty] {
        let document = try read(text, as: .json)
        #expect(json(document.root).compact == value.compact, "seed \(RandomTesting.seed): \(text)")
      }
    }
  }

  private func value(depth: Int, _ random: inout SplitMix64) -> JSON {
    switch Int.random(in: 0..<(depth == 0 ? 5 : 7), using: &random) {
    case 0: return .null
    case 1: return .boolean(.random(using: &random))
    case 2: return .number(["0", "-1", "1.10", "1e-9", "99999999999999999999"].randomElement(using: &random) ?? "0")
    case 3, 4: return .string(text(&random))
    case 5: return .array((0..<Int.random(in: 0...4, using: &random)).map { _ in value(depth: depth - 1, &random) })
    default:
      return .object(
        (0..<Int.random(in: 0...4, using: &random)).map { ("\($0)\(text(&random))", value(depth: depth - 1, &random)) })
    }
  }

  private func text(_ random: inout SplitMix64) -> String {
    let scalars: [Unicode.Scalar] = [
      "a", "\"", "\\", "/", "\n", "\r", "\0", "\u{7F}", "年", "😀", "\u{301}", "\u{FEFF}", "\u{FFFE}",
    ]
    var text = ""
    for _ in 0..<Int.random(in: 0...6, using: &random) {
      text.unicodeScalars.append(scalars.randomElement(using: &random) ?? "a")
    }
    return text
  }

  private func json(_ node: Node) -> JSON {
    switch node.kind {
    case .scalar(let scalar):
      if !scalar.isPlain { return .string(scalar.text) }
      if scalar.isNull { return .null }
      return scalar.boolean.map(JSON.boolean) ?? .number(scalar.text)
    case .sequence(let items): return .array(items.map(json))
    case .mapping(let pairs): return .object(pairs.map { ($0.key.text ?? "", json($0.value)) })
    }
  }
}
