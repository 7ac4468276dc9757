import PolicySource
import Testing

/// What YAML allows and a policy does not.
@Suite struct YAMLRefusalTests {
  @Test(arguments: [
    ("", "empty-document 1:1-1:1"),
    (" \n\t\r\n", "empty-document 1:1-1:1"),
    ("\u{FEFF}", "empty-document 1:1-1:1"),
    ("# only\n# comments", "empty-document 1:1-1:1"),
    ("---\n", "empty-document 1:1-1:1"),
    ("...\n", "empty-document 1:1-1:1"),
    ("--- a\n--- b", "several-documents 2:1-2:4"),
    ("a: 1\n...\n\n---\nb: 2", "several-documents 4:1-4:4"),
    ("a: 1\n...\n%TAG !a! b\n---\nb: 2", "several-documents 3:1-3:4"),
    ("%TAG !a! b\n--- 1", "unsupported-directive 1:1-1:11"),
    ("%YAML 1.2\n# x\n%TAG !a! b\n--- 1", "unsupported-directive 3:1-3:11"),
    ("%YAML 1.1\n%YAML 1.1\n--- 1", "unsupported-directive 2:1-2:10"),
    ("a: 1\nb: 2\na: 3", "duplicate-key 3:1-3:2"),
    ("a: {b: 1, 'b': 2}", "duplicate-key 1:11-1:14"),
    ("a: !!int 1", "unsupported-tag 1:4-1:9"),
    ("a: !其他 1", "yaml-syntax 1:4-1:5"),
    ("a: &x\n  !py [1]", "unsupported-tag 2:3-2:6"),
    ("a: !!seq {}", "unsupported-tag 1:4-1:9"),
    ("a: *b", "unknown-alias 1:4-1:6"),
    ("a: &a [*a]", "unknown-alias 1:8-1:10"),
    ("<<: {a: 1}", "merge-key 1:1-1:3"),
    ("[a]: 1", "complex-key 1:1-1:2"),
    ("? {a: 1}\n: b", "complex-key 1:3-1:4"),
    ("a:\n  : 1", "yaml-syntax 2:3-2:4"),
    ("{: 1}", "yaml-syntax 1:2-1:3"),
    ("a: \"\0\"", "forbidden-character 1:5-1:6"),
    ("年: 1\n\u{1B}[31m: 2", "forbidden-character 2:1-2:2"),
    ("a: x\u{85}b: 1", "forbidden-character 1:5-1:6"),
    ("# comment\u{2028}a: 1", "forbidden-character 1:10-1:11"),
    ("a: \u{7F}", "forbidden-character 1:4-1:5"),
    ("a: 1\n\u{FEFF}b: 2", "forbidden-character 2:1-2:2"),
    ("a: \u{FFFE}", "forbidden-character 1:4-1:5"),
  ])
  func isRefusedAtItsPlace(text: String, summary: String) {
    #expect(problems(text).map(\.summary) == [summary])
  }

  @Test func aKeyThatStandsTwiceNamesBothPlaces() throws {
    let found = problems("年龄: 1\nb:\n  c: 1\n  c: 2\n年龄: 3\n")
    #expect(found.map(\.summary) == ["duplicate-key 4:3-4:4", "duplicate-key 5:1-5:3"])
    #expect(found.last?.message.en == "`年龄` stands twice; the first is in line 1")
    #expect(found.last?.message.zh == "`年龄` 出现了两次，第一次在第 1 行")
  }

  @Test func quotedAndPlainAreTheSameKeyButKindIsNot() throws {
    #expect(problems("1: a\n\"1\": b").map(\.code) == ["duplicate-key"])
    #expect(problems("1: a\n1.0: b").isEmpty)
  }

  @Test func aThousandDuplicatesAreNotAllTold() {
    #expect(problems(String(repeating: "a: 1\n", count: 1000)).count == 100)
  }

  @Test func aLongKeyIsCutInTheMessage() {
    let key = String(repeating: "很", count: 1000)
    let shown = String(repeating: "很", count: 40) + "…"
    #expect(
      problems("\(key): 1\n\(key): 2").first?.message.en != nil
        && problems("\"\(key)\": 1\n\"\(key)\": 2").first?.message.en
          == "`\(shown)` stands twice; the first is in line 1"
    )
  }

  @Test(
    arguments: [
      ([0x61, 0x3A, 0x20, 0xFF], "not-utf8 1:4-1:5"),
      ([0x61, 0x0A, 0xE5, 0xB9, 0xB4, 0xED, 0xA0, 0x80], "not-utf8 2:2-2:3"),
      ([0xC4, 0xEA, 0xC1, 0xE4], "not-utf8 1:1-1:2"),
      ([0x61, 0xC0, 0x80], "not-utf8 1:2-1:3"),
      ([0x61, 0xE5, 0xB9], "not-utf8 1:2-1:3"),
      ([0xFF, 0xFE, 0x61, 0x00], "not-utf8 1:1-1:1"),
    ] as [([UInt8], String)])
  func bytesThatAreNoTextAreFound(bytes: [UInt8], summary: String) {
    #expect(problems(bytes).map(\.summary) == [summary])
    #expect(problems(bytes, as: .json).map(\.summary) == [summary])
  }
}
