import TestSupport
import Testing

@testable import Huimin

/// Facts that somebody entitled must find, decided for 15 January 2026.
@Suite("Judgements")
struct JudgementTests {
  private static let policy = """
    sources: { measures: { title: Measures } }
    facts:
      fit:
        type: boolean
        label: { zh: 能独立生活, en: fit to live alone }
        judgement: { by: { panel: { zh: 评估小组, en: the panel }, hospital: 医院 }, basis: measures 5, valid for: P6M }
      age: years
    decisions:
      placement: { cite: measures 6, cases: [{ when: age < 18, then: '"none"' }, { when: fit, then: '"society"' }, { otherwise: '"care"' }] }
    """

  private func decide(_ record: String) throws -> Outcome { try Fixtures.decide(Self.policy, record) }

  private func codes(_ record: String) throws -> [String] {
    let program = try Fixtures.program(Self.policy)
    do throws(Unreadable) {
      _ = try Facts(record, for: program)
      return []
    } catch {
      return error.diagnostics.map(\.code)
    }
  }

  @Test(arguments: [
    ("{ age: 19, fit: { value: true, by: panel, on: 2026-01-03 } }", "\"society\""),
    ("{ age: 19, fit: { value: false, by: hospital, on: 2026-01-15, basis: report 7 } }", "\"care\""),
    ("{ age: 19, fit: { 值: 是, 评定人: 评估小组, 评定日期: 2026-01-03 } }", "\"society\""),
    ("{ age: 17 }", "\"none\""),
  ])
  func decidesByAJudgement(record: String, expected: String) throws {
    #expect("\"\(try decide(record).text("placement"))\"" == expected)
  }

  @Test(
    "one that has lapsed, or is yet to be made, says nothing",
    arguments: [
      ("2025-07-16", false), ("2025-07-15", true), ("2026-01-16", true),
    ])
  func lapses(day: String, isOpen: Bool) throws {
    let outcome = try decide("{ age: 19, fit: { value: true, by: panel, on: \(day) } }")
    #expect((outcome.status == .undetermined) == isOpen)
    #expect(outcome.openFacts == (isOpen ? ["fit"] : []))
  }

  @Test(arguments: [
    ("fit: true", "bare-judgement"), ("fit: { by: panel, on: 2026-01-03 }", "bare-judgement"),
    ("fit: { value: true, on: 2026-01-03 }", "bare-judgement"), ("fit: { value: true, by: panel }", "bare-judgement"),
    ("fit: { value: true, by: clerk, on: 2026-01-03 }", "not-entitled"),
    ("fit: { value: true, by: panel, on: soon }", "fact-type"),
    ("fit: { value: 3, by: panel, on: 2026-01-03 }", "fact-type"),
    ("fit: { value: true, by: panel, on: 2026-01-03, because: x }", "unknown-fact"),
  ])
  func refuses(record: String, code: String) throws { #expect(try codes(record) == [code]) }

  @Test(arguments: [
    ("judgement: { by: [panel], valid for: 6 months }", "bad-duration"),
    ("judgement: { valid for: P6M }", "missing-key"),
    ("judgement: { by: [panel], basis: nothing 3 }", "unknown-source"),
    ("judgement: { by: [panel], who: x }", "unknown-key"),
    ("judgement: panel", "expected-mapping"),
  ])
  func refusesAnAuthorsMistake(judgement: String, code: String) throws {
    let body = "facts: { fit: { type: boolean, \(judgement) } }\ndecisions: { a: fit }"
    #expect(try Fixtures.compile(body).diagnostics.map(\.code).contains(code))
  }

  @Test("a program hands over who made it")
  func fromAProgram() throws {
    let program = try Fixtures.program(Self.policy)
    let day = try #require(CalendarDate("2026-01-03"))
    #expect(throws: Unreadable.self) { try Facts(["fit": .boolean(true)], for: program) }
    #expect(throws: Unreadable.self) {
      try Facts(["fit": .boolean(true)], judgements: ["fit": JudgementMade(by: "clerk", on: day)], for: program)
    }
    let facts = try Facts(
      ["fit": .boolean(true), "age": .number(19)], judgements: ["fit": JudgementMade(by: "panel", on: day)],
      for: program)
    #expect(program.decide(facts, on: day).text("placement") == "society")
  }

  @Test("a receipt holds the judgement as a record gives it")
  func receipt() throws {
    let outcome = try decide("{ age: 19, fit: { value: true, by: panel, on: 2026-01-03, basis: report 7 } }")
    let root = try Document.read(Array(Receipt(outcome).text.utf8), file: "receipt.json").root
    let fit = try #require(root["facts"]?["fit"])
    #expect(fit["by"]?.scalarText == "panel")
    #expect(fit["basis"]?.scalarText == "report 7")
  }

  @Test(arguments: ["2026-01-03", "2025-01-03"])
  func tellsWhoJudged(day: String) throws {
    let outcome = try decide("{ age: 19, fit: { value: true, by: panel, on: \(day), basis: report 7 } }")
    for language in Language.allCases {
      try Recorded.expect(
        TextReport(outcome, language: language).text,
        matches: "\(Checkout.tests)/HuiminTests/Explained/judgement-\(day.prefix(4)).\(language.rawValue).txt")
    }
  }
}
