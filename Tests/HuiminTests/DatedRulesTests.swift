import TestSupport
import Testing

@testable import Huimin

/// Rules that changed on a date, and versions of policies that follow each other.
@Suite("Rules by date")
struct DatedRulesTests {
  private static let policy = """
    sources: { old: { title: Old notice }, new: { title: New notice } }
    readings: { half: A half is rounded up. }
    facts: { age: years, price: money }
    decisions:
      subsidy:
        type: money
        by date:
          2020-01-01: 6
          2024-01-01: { cite: old 2, cases: [{ when: age >= 80, then: 3 }, { otherwise: 2 }] }
          2025-12-22: { cite: new 3, reading: half, round: half up to 0.01, value: price * 0.333, because: "a third of {price}" }
      shares: { split: price, among: { city: subsidy, diner: the rest } }
    """

  @Test(
    "the rule of the day decides",
    arguments: [
      ("2020-01-01", "6.00"), ("2023-12-31", "6.00"), ("2024-01-01", "3.00"), ("2025-12-21", "3.00"),
      ("2025-12-22", "3.33"),
      ("2030-01-01", "3.33"),
    ])
  func decidesByTheDay(day: String, expected: String) throws {
    let outcome = try Fixtures.decide(Self.policy, "{ age: 81, price: 10 }", on: day)
    guard case .context(let shares)? = outcome["shares"] else { return #expect(Bool(false)) }
    #expect(shares["city"]?.displayText == expected)
  }

  @Test("only the rule of the day asks for what it needs")
  func asksForWhatItNeeds() throws {
    #expect(try Fixtures.decide(Self.policy, "price: 10", on: "2021-01-01").status == .decided)
    #expect(try Fixtures.decide(Self.policy, "price: 10", on: "2024-06-01").openFacts == ["age"])
  }

  @Test(arguments: ["2024-06-01", "2026-01-15"])
  func tellsSinceWhen(day: String) throws {
    let outcome = try Fixtures.decide(Self.policy, "{ age: 81, price: 10 }", on: day)
    for language in Language.allCases {
      try Recorded.expect(
        TextReport(outcome, language: language).text,
        matches: "\(Checkout.tests)/HuiminTests/Explained/dated-\(day.prefix(4)).\(language.rawValue).txt")
    }
  }

  @Test(arguments: [
    ("by date: { 2024-01-01: 6 }", "rule-gap"), ("by date: { 2020-01-01: 6, 2021-01-01: age >= 3 }", "type-mismatch"),
    ("by date: { soon: 6 }", "bad-date"), ("by date: {}", "empty-value"), ("by date: 3", "expected-mapping"),
    ("by date: { 2020-01-01: { split: price, among: { a: the rest } } }", "bad-dated-rule"),
    ("by date: { 2020-01-01: aeg }", "unknown-name"), ("by date: { 2020-01-01: { label: x } }", "missing-form"),
    ("by date: { 2020-01-01: 6 }, value: 3", "two-forms"),
  ])
  func refuses(decision: String, code: String) throws {
    let body = "facts: { age: years, price: money }\ndecisions: { a: { \(decision) }, b: age >= 3 and price > 2 }"
    #expect(try Fixtures.compile(body).diagnostics.filter { $0.severity == .error }.map(\.code) == [code])
  }

  @Test("a decision that a later rule uses comes before it")
  func order() throws {
    let body = """
      facts: { price: money }
      decisions: { a: { by date: { 2020-01-01: 1, 2024-01-01: b * 2 } }, b: price + 1 }
      """
    #expect(try Fixtures.decide(body, "price: 3").text("a") == "8")
  }

  @Test(
    "days between two versions are told, others are not",
    arguments: [
      ("2020-01-01..2023-12-31", "2024-01-01..", 0), ("2020-01-01..2023-12-30", "2024-01-01..", 1),
      ("2020-01-01..", "..2019-12-31", 0), ("2020-01-01..2020-12-31", "2022-01-01..2022-12-31", 1),
    ])
  func versionGaps(first: String, second: String, count: Int) throws {
    let folder = TemporaryFolder()
    for (position, period) in [first, second].enumerated() {
      try folder.write("policy: a\ntitle: A\nin force: \(period)\ndecisions: { x: 1 }", to: "\(position).yaml")
    }
    let found = PolicyLibrary(loading: [folder.path]).diagnostics
    #expect(found.map(\.code) == Array(repeating: "version-gap", count: count))
  }
}
