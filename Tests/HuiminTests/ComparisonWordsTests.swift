import TestSupport
import Testing

@testable import Huimin

/// 以上, 不满 and their like mean what the policy says they mean.
@Suite("Words of comparison")
struct ComparisonWordsTests {
  private func text(_ expression: String, _ words: String, age: Int = 60) throws -> String {
    let body = "comparison words: { \(words) }\nfacts: { 年龄: years, 费用: money }\ndecisions: { 结论: '\(expression)' }"
    return try Fixtures.decide(body, "{ 年龄: \(age), 费用: 15 }").text("结论")
  }

  private static let usual = "以上: including, 以下: including, 不满: excluding, 超过: excluding, 不低于: including"

  @Test(
    "in conditions",
    arguments: [
      ("年龄 60以上", "true"), ("年龄 61以上", "false"), ("年龄 60以下", "true"), ("年龄 不满 60", "false"), ("年龄 不满61", "true"),
      ("年龄 超过 60", "false"), ("年龄 超过 59", "true"), ("费用 不低于 15 and 年龄 60以上", "true"),
      ("年龄 in 60以上", "true"), ("年龄 in (60以上不满80)", "true"), ("年龄 60以上80以下", "true"), ("年龄 in 61以上不满80", "false"),
      ("年龄 不满 60 or 费用 超过 14.5", "true"), ("not(年龄 60以上)", "false"), ("if 年龄 60以上 then 费用 超过 10 else false", "true"),
      ("年龄 不满 30 + 31", "true"), ("费用 超过 费用 - 1", "true"),
    ])
  func conditions(expression: String, expected: String) throws {
    #expect(try text(expression, Self.usual) == expected)
  }

  @Test(
    "at the number itself the declaration decides",
    arguments: [
      ("以上: including", "年龄 60以上", "true"), ("以上: excluding", "年龄 60以上", "false"),
      ("以下: including", "年龄 60以下", "true"), ("以下: excluding", "年龄 60以下", "false"),
      ("不满: including", "年龄 不满 60", "true"), ("超过: including", "年龄 超过 60", "true"),
    ])
  func atTheNumber(words: String, expression: String, expected: String) throws {
    #expect(try text(expression, words) == expected)
  }

  @Test("in cells and ranges", arguments: [(59, "无"), (60, "乙"), (79, "乙"), (80, "甲")])
  func cells(age: Int, expected: String) throws {
    let body = """
      comparison words: { \(Self.usual) }
      facts: { 年龄: { type: years, range: 0以上130以下 } }
      decisions:
        类别:
          members: [甲, 乙, 无]
          table: { hit: unique, inputs: [年龄], rules: { 甲: [80以上, 甲], 乙: [60以上不满80, 乙], 无: [不满60, 无] } }
      """
    #expect(try Fixtures.decide(body, "年龄: \(age)").text("类别") == expected)
    let program = try Fixtures.program(body)
    #expect(throws: Unreadable.self) { try Facts("年龄: 131", for: program) }
  }

  @Test(
    "without a declaration an author is told to make one",
    arguments: [
      ("年龄 in 60以上", "syntax"), ("年龄 in 不满60", "unknown-name"),
    ])
  func undeclared(expression: String, code: String) throws {
    let body = "facts: { 年龄: years }\ndecisions: { 结论: '\(expression)' }"
    let found = try Fixtures.compile(body).diagnostics
    #expect(found.map(\.code) == [code])
    #expect(found.first?.help?[.en].contains("comparison words") == true)
  }

  @Test(arguments: [
    ("以上: yes", "not-a-choice"), ("以土: including", "unknown-key"), ("以上: including, cite: law", "unknown-source"),
  ])
  func refuses(words: String, code: String) throws {
    let body = "comparison words: { \(words) }\nfacts: { 年龄: years }\ndecisions: { 结论: 年龄 > 3 }"
    #expect(try Fixtures.compile(body).diagnostics.map(\.code) == [code])
  }

  @Test("the two policies of an overlay each keep their own meaning")
  func ofLayers() throws {
    let folder = TemporaryFolder()
    try folder.write(
      "policy: a\ntitle: A\nin force: 2020-01-01..\ncomparison words: { 以上: including }\nfacts: { 年龄: years }\ndecisions: { 甲: 年龄 60以上 }",
      to: "a.yaml")
    try folder.write(
      "policy: b\ntitle: B\nin force: 2020-01-01..\namends: a\ncomparison words: { 以上: excluding }\ndecisions: { 乙: 年龄 60以上 }",
      to: "b.yaml")
    let library = PolicyLibrary(loading: [folder.path])
    let day = try #require(CalendarDate("2026-01-15"))
    let program = try library.program("b", on: day)
    let outcome = program.decide(try Facts("年龄: 60", for: program), on: day)
    #expect(outcome.text("甲") == "true")
    #expect(outcome.text("乙") == "false")
  }
}
