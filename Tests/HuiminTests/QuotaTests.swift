import TestSupport
import Testing

@testable import Huimin

/// What is left of a quota on Thursday, 15 January 2026, whose week begins on Monday the 12th.
@Suite("Quotas")
struct QuotaTests {
  private func left(_ quota: String, _ meals: String, more: String = "") throws -> String {
    let outcome = try Fixtures.decide(Self.policy(quota), "{ meals: \(meals)\(more) }")
    guard outcome.status != .failed else { return outcome.diagnostics.map(\.code).joined(separator: " ") }
    guard case .unknown(let unknown)? = outcome["left"] else { return outcome.text("left") }
    return "open: \(unknown.facts.joined(separator: ", "))"
  }

  private static func policy(_ quota: String) -> String {
    """
    facts:
      meals: { type: list, of: { day: date, kind: [lunch, dinner], subsidy: money } }
      enrolled: date
    decisions:
      left: { quota: meals, \(quota) }
    """
  }

  @Test(
    "count the events of the period that holds the day, and no others",
    arguments: [
      ("day", "[]", "1"), ("day", "[{ day: 2026-01-15 }]", "0"), ("day", "[{ day: 2026-01-14 }]", "1"),
      ("day", "[{ day: 2026-01-15 }, { day: 2026-01-15 }]", "0"),
      ("natural week", "[{ day: 2026-01-12 }]", "0"), ("natural week", "[{ day: 2026-01-11 }]", "1"),
      ("natural week", "[{ day: 2026-01-18 }]", "0"), ("natural week", "[{ day: 2026-01-19 }]", "1"),
      ("month", "[{ day: 2026-01-01 }]", "0"), ("month", "[{ day: 2025-12-31 }]", "1"),
      ("month", "[{ day: 2026-01-31 }]", "0"), ("month", "[{ day: 2026-02-01 }]", "1"),
      ("quarter", "[{ day: 2026-03-31 }]", "0"), ("quarter", "[{ day: 2026-04-01 }]", "1"),
      ("year", "[{ day: 2026-12-31 }]", "0"), ("year", "[{ day: 2025-12-31 }]", "1"),
    ])
  func countWithinThePeriod(period: String, meals: String, expected: String) throws {
    #expect(try left("at most: { \(period): 1 }", meals) == expected)
  }

  @Test(
    "what is not used lapses, unless it is carried over for one period",
    arguments: [
      ("", "[]", "5"), (", carry over: { natural week: 2 }", "[]", "7"),
      // Of last week four were used, one is left.
      (", carry over: { natural week: 2 }", "[4 last week]", "6"),
      (", carry over: { natural week: 2 }", "[4 last week, 6 this week]", "0"),
      (", carry over: { natural week: 2 }, since: enrolled", "[]", "5"),
    ])
  func carryOver(more: String, meals: String, expected: String) throws {
    let events = meals.replacing("[4 last week", with: "[\(Self.days("2026-01-05", 4))")
      .replacing("6 this week", with: Self.days("2026-01-13", 6))
    #expect(
      try left("at most: { natural week: 5 }\(more)", events, more: ", enrolled: 2026-01-12") == expected)
  }

  private static func days(_ day: String, _ count: Int) -> String {
    Array(repeating: "{ day: \(day) }", count: count).joined(separator: ", ")
  }

  @Test(
    "count only what the rule counts, by its fields",
    arguments: [
      ("counting: kind = lunch", "4"), ("counting: subsidy > 0", "4"), ("counting: kind = lunch and subsidy > 0", "5"),
      ("", "3"),
    ])
  func counting(rule: String, expected: String) throws {
    let meals = """
      [{ day: 2026-01-12, kind: lunch, subsidy: 0 }, { day: 2026-01-13, kind: dinner, subsidy: 3 }]
      """
    #expect(try left("at most: { natural week: 5 }\(rule.isEmpty ? "" : ", \(rule)")", meals) == expected)
  }

  @Test("add up amounts")
  func amounts() throws {
    let meals = "[{ day: 2026-01-12, subsidy: 12.50 }, { day: 2026-01-13, subsidy: 3 }]"
    #expect(try left("amount: subsidy, at most: { month: 30 }", meals) == "14.50")
    #expect(try left("amount: subsidy, at most: { month: 10 }", meals) == "0")
  }

  @Test(
    "of several limits the tightest counts",
    arguments: [
      ("[]", "1"), ("[{ day: 2026-01-15 }]", "0"),
      ("[{ day: 2026-01-12 }, { day: 2026-01-13 }, { day: 2026-01-14 }]", "0"),
    ])
  func severalLimits(meals: String, expected: String) throws {
    #expect(try left("at most: { day: 1, natural week: 3 }", meals) == expected)
  }

  @Test(
    "what is not known stays open only where it matters",
    arguments: [
      ("at most: { natural week: 5 }", "[{ kind: lunch }]", "open: meals[1].day"),
      ("at most: { natural week: 5 }, counting: kind = lunch", "[{ kind: dinner }]", "5"),
      ("at most: { day: 1, natural week: 5 }", "[{ kind: lunch }, { day: 2026-01-15 }]", "0"),
      ("at most: { natural week: 5 }, counting: subsidy > 0", "[{ day: 2026-01-12 }]", "open: meals[1].subsidy"),
      ("at most: { natural week: 5 }", "null", "open: meals"),
    ])
  func open(quota: String, meals: String, expected: String) throws {
    #expect(try left(quota, meals) == expected)
  }

  @Test("an open number is one of a few, so a rule may be settled without it")
  func possibleNumbers() throws {
    let body = Self.policy("at most: { natural week: 5 }") + "\n  entitled: left > 2"
    #expect(try Fixtures.decide(body, "{ meals: [{ kind: lunch }, { day: 2026-01-12 }] }").text("entitled") == "true")
    #expect(
      try Fixtures.decide(body, "{ meals: [{ kind: lunch }, { kind: lunch }, { kind: lunch }] }")["entitled"]?.isUnknown
        == true)
  }

  @Test("a field hides a decision of the same name")
  func fieldsHideDecisions() throws {
    let body = Self.policy("counting: subsidy > 0, at most: { day: 1 }") + "\n  subsidy: if left > 0 then 3 else 0"
    #expect(try Fixtures.decide(body, "{ meals: [{ day: 2026-01-15, subsidy: 0 }] }").text("subsidy") == "3")
  }

  @Test(arguments: [
    ("quota: meals", "missing-key"), ("quota: meals, at most: { week: 5 }", "unknown-key"),
    ("quota: meals, at most: 5", "expected-mapping"), ("quota: enrolled, at most: { day: 1 }", "type-mismatch"),
    ("quota: meals, at most: { day: enrolled }", "type-mismatch"),
    ("quota: meals, at most: { day: 1 }, counting: subsidy", "condition-type"),
    ("quota: meals, at most: { day: 1 }, amount: kind", "type-mismatch"),
    ("quota: meals, at most: { day: 1 }, dated: subsidy", "no-event-date"),
    ("quota: meals, at most: { day: 1 }, carry over: { month: 1 }", "unused-carry-over"),
    ("quota: meals, at most: { day: 1 }, counting: prise > 2", "unknown-name"),
  ])
  func refuses(decision: String, code: String) throws {
    let body = """
      facts:
        meals: { type: list, of: { day: date, kind: [lunch, dinner], subsidy: money } }
        enrolled: date
      decisions: { left: { \(decision) } }
      """
    #expect(try Fixtures.compile(body).diagnostics.filter { $0.severity == .error }.map(\.code) == [code])
  }

  @Test func tellWhatWasUsedAndWhatIsLeft() throws {
    let body = """
      sources: { notice: { title: notice } }
      facts:
        meals: { type: list, of: { day: date, subsidy: money }, label: { zh: 用餐记录, en: meals } }
      parameters: { weekly: { type: integer, 2020-01-01: 5, cite: notice 2, label: { zh: 每周次数, en: meals a week } } }
      decisions:
        left:
          label: { zh: 还可享受次数, en: meals left }
          cite: notice 3
          quota: meals
          counting: subsidy > 0
          at most: { day: 1, natural week: weekly }
          carry over: { natural week: 1 }
      """
    let outcome = try Fixtures.decide(
      body,
      "{ meals: [{ day: 2026-01-12, subsidy: 3 }, { day: 2026-01-13, subsidy: 0 }, { day: 2026-01-14, subsidy: 3 }] }")
    for language in Language.allCases {
      try Recorded.expect(
        TextReport(outcome, language: language).text,
        matches: "\(Checkout.tests)/HuiminTests/Explained/quota.\(language.rawValue).txt")
    }
  }
}
