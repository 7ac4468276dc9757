import PolicySource
import TestSupport
import Testing

@testable import Huimin

/// `huimin test --update` in the library: what was decided is written in the place of what was expected.
@Suite("Updates of test files")
struct TestUpdateTests {
  private static let policy = """
    policy: test.p
    title: P
    in force: 2020-01-01..
    facts: { price: money, part: percent, child: boolean, who: [甲, yes, 乙 丙], note: text, day: date }
    decisions:
      shares: { split: price, among: { city: 2, diner: the rest } }
      rate: { value: part }
      free: { criteria: { all: { age: child, cheap: price < 10 } } }
      name: { value: who }
      remark: { value: note }
      when: { value: 'day + @"P1D"' }
      list: { value: '[price, price + 1]' }
    """
  private static let head = "tests: test.p\ndate: 2026-01-15\nfacts: { price: 5, part: 5%, child: true }\ncases:\n"
  private static let library = PolicyLibrary(reading: policy, file: "p.yaml")

  private func update(_ text: String) throws -> TestUpdate {
    let document = try Document.read(Array(text.utf8), file: "p.test.yaml")
    let results = try Self.library.run(PolicyTestFile(document))
    return TestUpdate(of: document, results, by: Self.library)
  }

  /// What becomes of one case, and why what is left of it was left.
  private func updated(_ test: String) throws -> (text: String, left: [String]) {
    let update = try update(Self.head + "  a: " + test)
    #expect(update.text.hasPrefix(Self.head + "  a: "))
    return (
      String(update.text.dropFirst(Self.head.count + 5)), update.left["a", default: []].compactMap { $0.help?[.en] }
    )
  }

  @Test(arguments: [
    ("{ expect: { shares: { city: 1, diner: 1 } } }", "{ expect: { shares: { city: 2, diner: 3 } } }"),
    ("{ expect: { shares: { city: 1.50 } } } # why", "{ expect: { shares: { city: 2.00 } } } # why"),
    ("{ expect: { shares: { city: '1.50' } } }", "{ expect: { shares: { city: 2 } } }"),
    ("{ expect: { rate: 0.1 } }", "{ expect: { rate: 0.05 } }"),
    ("{ expect: { shares: { city: '1' } } }", "{ expect: { shares: { city: 2 } } }"),
    ("{ expect: { rate: 4% } }", "{ expect: { rate: 5% } }"),
    ("{ expect: { rate: 0.04 } }", "{ expect: { rate: 0.05 } }"),
    ("{ expect: { free: false } }", "{ expect: { free: true } }"),
    ("{ expect: { list: [5, 5] } }", "{ expect: { list: [5, 6] } }"),
    ("{ facts: { price: null }, expect: { free: 1 } }", "{ facts: { price: null }, expect: { free: unknown } }"),
    ("{ facts: { who: 甲 }, expect: { name: 乙 丙 } }", "{ facts: { who: 甲 }, expect: { name: 甲 } }"),
    ("{ facts: { who: 乙 丙 }, expect: { name: 甲 } }", "{ facts: { who: 乙 丙 }, expect: { name: 乙 丙 } }"),
    (
      #"{ facts: { note: "a, \"b\": #\n" }, expect: { remark: x } }"#,
      #"{ facts: { note: "a, \"b\": #\n" }, expect: { remark: "a, \"b\": #\u000a" } }"#
    ),
    (
      "{ facts: { note: 'unknown' }, expect: { remark: x } }",
      "{ facts: { note: 'unknown' }, expect: { remark: \"unknown\" } }"
    ),
    (
      "{ facts: { day: 2026-01-31 }, expect: { when: 2026-01-31 } }",
      "{ facts: { day: 2026-01-31 }, expect: { when: 2026-02-01 } }"
    ),
    (
      "{ facts: { price: null, child: null }, status: decided, open: [price] }",
      "{ facts: { price: null, child: null }, status: undetermined, open: [price, child, who, note, day] }"
    ),
    ("{ facts: { price: 12 }, unmet: age }", "{ facts: { price: 12 }, unmet: cheap }"),
    (
      "{ facts: { price: 12, child: false }, unmet: age }",
      "{ facts: { price: 12, child: false }, unmet: [age, cheap] }"
    ),
    ("{ facts: { price: 12 }, unmet: [ ] }", "{ facts: { price: 12 }, unmet: [cheap] }"),
    ("{ unmet: [age] }", "{ unmet: [] }"),
    (
      "\n    facts: { price: 12 }\n    unmet:\n      - age # the age\n",
      "\n    facts: { price: 12 }\n    unmet:\n      - cheap # the age\n"
    ),
  ])
  func writesTheValueInPlace(test: String, text: String) throws {
    let found = try updated(test)
    #expect(found.text == text)
    #expect(found.left == [])
  }

  private static let byHand = "it is not updated: change it by hand"
  private static let otherShape = "it is not updated: a value of another shape cannot be written in its place"
  private static let oneLine = "it is not updated: the value does not stand on one line"

  @Test(arguments: [
    ("{ expect: { shares: 5 } }", otherShape), ("{ expect: { free: { a: 1 } } }", otherShape),
    ("{ expect: { list: [5] } }", otherShape), ("{ expect: { shares: [2, 3] } }", otherShape),
    ("{ expect: { shares: { town: 2 } } }", byHand), ("{ expect: { nothing: 1 } }", byHand),
    ("{ fails: no-row }", byHand), ("{ facts: { pric: 5 }, unmet: [] }", byHand),
    ("{ facts: { price: 1 }, unmet: [] }", "failed"), ("{ facts: { price: 1 }, expect: { shares: 5 } }", byHand),
    ("{ facts: { price: 1 }, status: decided }", byHand),
    ("\n    expect:\n      free: >-\n        no\n", oneLine),
    ("\n    expect:\n      free: 'n\n\n        o'\n", oneLine),
    ("\n    facts: { price: 12 }\n    unmet:\n      - age\n      - other\n", "write the list on one line"),
    ("{ expect: { free: } }", oneLine),
  ])
  func leavesWhatCannotBeWrittenInPlace(test: String, reason: String) throws {
    let found = try updated(test)
    #expect(found.text == test)
    #expect(!found.left.isEmpty)
    #expect(found.left.allSatisfy { $0.contains("it is not updated") })
    if reason != "failed" { #expect(found.left.contains { $0.contains(reason) }, "\(found.left)") }
  }

  @Test func keepsTheHelpOfADifference() throws {
    let left = try updated("{ expect: { shares: { citi: 2 } } }").left
    #expect(left == ["it is not updated: change it by hand; did you mean `city`?"])
  }

  @Test func writesWordsInTheLanguageOfTheFile() throws {
    let text = "测试: test.p\n日期: 2026-01-15\n情形:\n  a: { 事实: { price: 5 }, 状态: 已定, 待定: [price] }\n"
    let update = try update(text)
    #expect(
      update.text == text.replacing("已定", with: "未定").replacing("[price]", with: "[part, child, who, note, day]"))
    #expect(update.left.isEmpty)
  }

  /// What one test may say, another that shares it by an alias may not.
  @Test func leavesWhatIsShared() throws {
    let text =
      Self.head + """
          a: { expect: { shares: { city: &x 1 } } }
          b: { expect: { shares: { city: *x } }, facts: { price: 9 } }
          c: { expect: &y { free: false } }
          d: { expect: *y }
          e: { expect: { free: false } }
        """
    let update = try update(text)
    #expect(update.changes.map(\.test) == ["e"])
    #expect(update.left.mapValues(\.count) == ["a": 1, "b": 1, "c": 1, "d": 1])
    #expect(update.left["a"]?.first?.help?[.en].contains("shared by way of `&` and `*`") == true)
  }

  @Test func keepsLineEndsAndTheByteOrderMark() throws {
    let text = "\u{FEFF}" + (Self.head + "  a: { expect: { free: false } }\n").replacing("\n", with: "\r\n")
    let update = try update(text)
    #expect(update.changes.map(\.new) == ["true"])
    #expect(Array(update.text.unicodeScalars) == Array(text.replacing("false", with: "true").unicodeScalars))
  }

  @Test func saysWhatItChanged() throws {
    let update = try update(
      Self.head + "  b: { unmet: [], status: failed }\n  a: { status: failed, expect: { free: 1 } }")
    #expect(update.changes.map(\.test) == ["b", "a", "a"])
    #expect(update.changes.map(\.old) == ["failed", "failed", "1"])
    #expect(
      update.changes.map(\.location.start) == [
        Position(line: 5, column: 27), Position(line: 6, column: 16), Position(line: 6, column: 40),
      ])
    #expect(update.left.isEmpty)
  }

  /// Results that are not of this document must not be written into it.
  @Test func givesUpWhereTheFileWouldNotReadBack() throws {
    let other = try Document.read(Array((Self.head + "  a: { expect: { free: false } }").utf8), file: "p.test.yaml")
    let results = try Self.library.run(PolicyTestFile(other))
    let text = Self.head + "  a:   { facts: { child: true }, unmet: [age] }"
    let document = try Document.read(Array(text.utf8), file: "p.test.yaml")
    let update = TestUpdate(of: document, results, by: Self.library)
    #expect(update.text == text)
    #expect(update.changes.isEmpty)
    #expect(update.left["a"]?.first?.help?[.en].contains("would not read back") == true)
  }

  /// Whatever a record says, the value is written so that the test passes then.
  @Test func anyTextReadsBack() throws {
    var random = SplitMix64(seed: RandomTesting.seed)
    let letters = Array("abz09 -_.,:#'\"\\[]{}&*!|>%@`~?年\u{301}\u{1F600}\n\t\u{85}\u{2028}\u{FEFF}".unicodeScalars)
    for _ in 0..<RandomTesting.cases(default: 200) {
      let text = (0..<Int.random(in: 1...6, using: &random)).map { _ in letters.randomElement(using: &random) ?? "a" }
      let quoted = text.map { "\\U" + String($0.value, radix: 16).leftPadded(to: 8) }.joined()
      let update = try update(Self.head + "  a: { facts: { note: \"\(quoted)\" }, expect: { remark: other } }")
      #expect(update.left.isEmpty && update.changes.count == 1, "\(quoted), seed \(RandomTesting.seed)")
    }
  }
}

extension String {
  fileprivate func leftPadded(to width: Int) -> String { String(repeating: "0", count: max(0, width - count)) + self }
}
