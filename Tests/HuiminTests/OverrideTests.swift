import Testing

@testable import Huimin

@Suite("Decisions that somebody sets aside")
struct OverrideTests {
  private static let policy = """
    sources: { n: { title: Notice } }
    facts: { age: years, income: money, fit: boolean }
    decisions:
      eligible:
        override: { decided by: [board] }
        criteria: { all: { old: { require: age >= 65, cure: Wait. }, fit: { require: fit } } }
      grade: { members: [A, B], value: if age > 70 then A else B, override: { decided by: [board] } }
      subsidy:
        cite: n 2
        type: money
        override: { decided by: { director: { en: the director, zh: 局长 } }, cite: n 9, valid for: P6M }
        cases:
          - { when: age < 65, then: 0 }
          - { when: income < 2000, then: 5 }
          - { otherwise: 3 }
      fixed: age * 2
      shares: { split: 20, among: { state: subsidy, diner: the rest }, round: half up to 0.01 }
    outcome: [shares, eligible, grade, fixed]
    """

  private func decide(_ record: String, on day: String = "2026-03-01") throws -> Outcome {
    try Fixtures.decide(Self.policy, record, on: day)
  }

  private static func with(_ override: String) -> String { "{ age: 60, fit: true, overrides: { \(override) } }" }

  @Test("the value takes the place of the rule's, wherever it is used")
  func takesThePlace() throws {
    let outcome = try decide(Self.with("subsidy: { value: 5, by: director, on: 2026-01-03 }"))
    #expect(outcome.text("subsidy") == "5")
    #expect(outcome.text("shares").contains("15"))
    #expect(outcome.findings["subsidy"]?.setAside?.byRule.value.displayText == "0")
  }

  @Test("Chinese words in the record mean the same, and so does what people call the person")
  func inChinese() throws {
    let outcome = try decide("{ age: 60, 另行决定: { subsidy: { 值: 5, 决定人: 局长, 决定日期: 2026-01-03, 决定依据: 纪要7号 } } }")
    #expect(outcome.text("subsidy") == "5")
    #expect(outcome.overrides["subsidy"]?.by == "director")
    #expect(outcome.overrides["subsidy"]?.basis == "纪要7号")
  }

  @Test("what only mattered to the rule is no longer open")
  func isNoLongerOpen() throws {
    #expect(try decide("{ age: 70, fit: true }").openFacts == ["income"])
    let outcome = try decide(
      "{ age: 70, fit: true, overrides: { subsidy: { value: 1, by: director, on: 2026-01-03 } } }")
    #expect(outcome.openFacts == [] && outcome.status == .decided)
    let page = TextReport(outcome, language: .en).text
    #expect(page.contains("by the rule: "))
  }

  @Test("criteria that are set aside stand in nobody's way")
  func criteria() throws {
    #expect(try decide("{ age: 60, fit: true }").explanation.unmet.compactMap(\.name) == ["old"])
    let outcome = try decide(Self.with("eligible: { value: true, by: board, on: 2026-01-03 }"))
    #expect(outcome.text("eligible") == "true")
    #expect(outcome.explanation.unmet.isEmpty)
  }

  @Test(
    "holds from its day to its last, and no longer than the policy allows",
    arguments: [
      ("2026-01-02", "on: 2026-01-03", false), ("2026-01-03", "on: 2026-01-03", true),
      ("2026-07-02", "on: 2026-01-03", true), ("2026-07-03", "on: 2026-01-03", false),
      ("2026-02-28", "on: 2026-01-03, until: 2026-02-28", true),
      ("2026-03-01", "on: 2026-01-03, until: 2026-02-28", false),
      ("2026-07-03", "on: 2026-01-03, until: 2026-12-31", false),
    ])
  func lapses(day: String, when: String, holds: Bool) throws {
    let outcome = try decide(Self.with("subsidy: { value: 5, by: director, \(when) }"), on: day)
    #expect(outcome.text("subsidy") == (holds ? "5" : "0"))
    #expect(TextReport(outcome, language: .en).text.contains("the rule applies") == !holds)
    #expect(TextReport(outcome, language: .zh).text.contains("仍按规定") == !holds)
  }

  @Test(
    "what the policy does not allow is refused",
    arguments: [
      ("subsidy: 5", "bare-override"), ("subsidy: { value: 5, by: director }", "bare-override"),
      ("subsidy: { value: 5, on: 2026-01-03 }", "bare-override"),
      ("subsidy: { by: director, on: 2026-01-03 }", "bare-override"),
      ("subsidy: { value: 5, by: clerk, on: 2026-01-03 }", "not-entitled"),
      ("fixed: { value: 5, by: director, on: 2026-01-03 }", "not-overridable"),
      ("nothing: { value: 5, by: director, on: 2026-01-03 }", "not-overridable"),
      ("subsidy: { value: five, by: director, on: 2026-01-03 }", "fact-type"),
      ("subsidy: { value: -5, by: director, on: 2026-01-03 }", "fact-type"),
      ("subsidy: { value: 5.001, by: director, on: 2026-01-03 }", "fact-type"),
      ("subsidy: { value: [5], by: director, on: 2026-01-03 }", "fact-type"),
      ("grade: { value: C, by: board, on: 2026-01-03 }", "fact-type"),
      ("eligible: { value: 1, by: board, on: 2026-01-03 }", "fact-type"),
      ("subsidy: { value: 5, by: director, on: yesterday }", "fact-type"),
      ("subsidy: { value: 5, by: director, on: 2026-01-03, until: soon }", "fact-type"),
      ("subsidy: { value: 5, by: director, on: 2026-01-03, why: x }", "unknown-fact"),
    ])
  func refuses(_ override: String, _ code: String) throws {
    let program = try Fixtures.program(Self.policy)
    do throws(Unreadable) {
      _ = try Facts(Self.with(override), for: program)
      Issue.record("accepted")
    } catch {
      #expect(error.diagnostics.map(\.code) == [code])
    }
  }

  @Test("a program hands one over, and is held to the same")
  func fromAProgram() throws {
    let program = try Fixtures.program(Self.policy)
    let day = try #require(CalendarDate("2026-01-03"))
    func facts(_ value: Value, by: String = "director", of decision: String = "subsidy") throws(Unreadable) -> Facts {
      try Facts(
        ["age": .number(60)], overrides: [decision: OverrideMade(value: value, by: by, on: day)], for: program)
    }
    #expect(program.decide(try facts(.number(4)), on: day).text("subsidy") == "4")
    #expect(throws: Unreadable.self) { try facts(.number(-4)) }
    #expect(throws: Unreadable.self) { try facts(.string("4")) }
    #expect(throws: Unreadable.self) { try facts(.number(4), by: "clerk") }
    #expect(throws: Unreadable.self) { try facts(.number(4), of: "fixed") }
  }

  @Test("the receipt holds both, replays, and withholds what the rule comes to with a fact")
  func receipt() throws {
    let text = "policy: test.override\ntitle: T\nin force: 2020-01-01..\n" + Self.policy
    let library = PolicyLibrary(reading: text, file: "policy.yaml")
    let program = try #require(library.programs.first)
    let record = Self.with("subsidy: { value: 5, by: director, on: 2026-01-03, until: 2026-06-30, basis: minutes 7 }")
    let outcome = program.decide(try Facts(record, for: program), on: try #require(CalendarDate("2026-03-01")))
    let receipt = Receipt(outcome)
    let made = try #require(receipt.json["overrides"]?["subsidy"])
    #expect(made["until"]?.text == "2026-06-30" && made["basis"]?.text == "minutes 7")
    #expect(receipt.text.contains("\"setAside\""))
    #expect(try ReceiptSchemaTests.problems(in: receipt.text).filter { !$0.contains("sha256") } == [])
    let recorded = try RecordedReceipt(Array(receipt.text.utf8), file: "receipt.json")
    #expect(try Replay(recorded, by: library).verdict == .reproduced)
    let redaction = try Redaction(of: recorded, withholding: ["age"])
    #expect(!redaction.text.contains("by the rule: 0"))
    let again = try RecordedReceipt(Array(redaction.text.utf8), file: "receipt.json")
    #expect(try Replay(again, by: library).verdict == .confirmed)
  }

  @Test("an interview keeps it, and does not ask for what it makes needless")
  func interview() throws {
    let program = try Fixtures.program(Self.policy)
    let facts = try Facts(
      "{ fit: true, age: 70, overrides: { subsidy: { value: 1, by: director, on: 2026-01-03 } } }", for: program)
    let interview = Interview(program, on: try #require(CalendarDate("2026-03-01")), given: facts)
    #expect(interview.outcome.status == .decided)
    #expect(try Facts(facts.recordText(of: program), for: program).overrides["subsidy"]?.by == "director")
  }

  @Test("no fact can be called as the key of a record")
  func reservedNames() throws {
    for name in ["overrides", "另行决定"] {
      let (_, diagnostics) = try Fixtures.compile("facts: { \(name): years }\ndecisions: { x: 1 }")
      #expect(diagnostics.map(\.code).contains("bad-name"))
    }
  }

  @Test("a decision that somebody set aside in a rule of some days alone is refused")
  func byDate() throws {
    let (_, diagnostics) = try Fixtures.compile(
      "decisions: { x: { by date: { 2020-01-01: { value: 1, override: { decided by: [a] } } } } }")
    #expect(diagnostics.map(\.code).contains("bad-override"))
  }
}
