import Testing

@testable import Huimin

/// An author who makes one mistake is told of one, and not of all that follows from it.
@Suite("One mistake, one error")
struct OneMistakeTests {
  private func codes(_ text: String) -> [String] {
    PolicyLibrary(reading: text, file: "test.yaml").diagnostics.map(\.code)
  }

  private static let head = "policy: test.mistake\ntitle: Mistake\nin force: 2020-01-01..\n"

  @Test(arguments: ["facts", "parameters", "sources", "readings", "decisions"])
  func ofASectionThatIsAList(_ section: String) {
    var sections = [
      "facts": "{ a: number }", "parameters": "{ p: { 2020-01-01: 1 } }", "sources": "{ s: { title: S } }",
      "readings": "{ r: { zh: 四舍五入。, en: Rounded. } }", "decisions": "{ x: { value: a + p, cite: s, reading: r } }",
    ]
    func policy() -> String { Self.head + "outcome: [x]\n" + sections.map { "\($0): \($1)\n" }.sorted().joined() }
    #expect(codes(policy()) == [])
    sections[section] = "[a, p, s, r, x]"
    #expect(codes(policy()) == ["expected-mapping"])
  }

  @Test(arguments: ["frist", "whatever", "uniqe"])
  func ofAHitPolicyThatDoesNotExist(_ word: String) {
    let table = "table: { hit: \(word), inputs: [a], rules: { A: ['> 5', 1], B: [-, 0] } }"
    #expect(codes(Self.head + "facts: { a: number }\ndecisions: { x: { \(table) } }") == ["not-a-choice"])
  }

  @Test func ofAHitPolicyThatWasToGiveAList() {
    let table = "table: { hit: colect, inputs: [a], rules: { A: ['> 5', 1], B: [-, 0] } }"
    let policy = "facts: { a: number }\ndecisions: { x: { type: list of number, \(table) } }"
    #expect(codes(Self.head + policy) == ["not-a-choice"])
  }

  @Test func ofARecordThatIsCheckedAsAPolicy() {
    #expect(codes("年龄: 70\n户籍: 本市\n") == ["not-a-policy"])
    #expect(codes("{\"age\": 70, \"hukou\": \"Shanghai\"}") == ["not-a-policy"])
    // A policy whose first key is misspelt is one.
    #expect(codes("polciy: a.b\nage: 70\n").contains("unknown-key"))
  }
}
