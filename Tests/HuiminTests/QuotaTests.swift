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
      ("natural week", "[{ day: 2026-01-15 }]", "0"), ("natural week", "[{ day: 2026-01-19 }]", "1"),
      ("month", "[{ day: 2026-01-01 }]", "0"), ("month", "[{ day: 2025-12-31 }]", "1"),
      ("month", "[{ day: 2026-01-14 }]", "0"), ("month", "[{ day: 2026-02-01 }]", "1"),
      ("quarter", "[{ day: 2026-01-01 }]", "0"), ("quarter", "[{ day: 2025-12-31 }]", "1"),
      ("year", "[{ day: 2026-01-01 }]", "0"), ("year", "[{ day: 2025-12-31 }]", "1"),
      // What is to come has not been drawn yet.
      ("natural week", "[{ day: 2026-01-16 }]", "1"), ("month", "[{ day: 2026-01-31 }]", "1"),
    ])
  func countWithinThePeriod(period: String, meals: String, expected: String) throws {
    #expect(try left("at most: { \(period): 1 }", meals) == expected)
  }

  @Test(
    "what is not used lapses, unless it is carried over for one period",
    arguments: [
      ("", "[]", "5"), (", carry over: { natural week: 2 }", "[]", "7"),
      // Of the four of last week two were carried over from the week before.
      (", carry over: { natural week: 2 }", "[4 last week]", "7"),
      (", carry over: { natural week: 2 }", "[4 last week, 6 this week]", "1"),
      (", carry over: { natural week: 2 }, since: enrolled", "[]", "5"),
    ])
  func carryOver(more: String, meals: String, expected: String) throws {
    let events = meals.replacing("[4 last week", with: "[\(Self.days("2026-01-05", 4))")
      .replacing("6 this week", with: Self.days("2026-01-13", 6))
    #expect(
      try left("at most: { natural week: 5 }\(more)", events, more: ", enrolled: 2026-01-12") == expected)
  }

  /// What was carried into a period is drawn first: of three a week and one used, four in the next leave one.
  @Test(arguments: [
    ("[3 two weeks ago, 4 last week]", "2026-01-01..", "3"), ("[3 last week]", "2026-01-01..", "6"),
    ("[3 last week]", "2026-01-05..", "3"), ("[]", "2026-01-12..", "3"), ("[]", "2026-01-11..", "6"),
    ("[1 two weeks ago, 4 last week]", "2025-12-29..", "4"),
  ])
  func carriedOverIsDrawnFirst(meals: String, inForce: String, expected: String) throws {
    let events = meals.replacing("3 two weeks ago", with: Self.days("2026-01-02", 3))
      .replacing("1 two weeks ago", with: Self.days("2026-01-02", 1))
      .replacing("4 last week", with: Self.days("2026-01-05", 4)).replacing(
        "3 last week", with: Self.days("2026-01-05", 3))
    let quota = "at most: { natural week: 3 }, carry over: { natural week: 3 }"
    #expect(
      try Fixtures.decide(Self.policy(quota), "{ meals: \(events) }", inForce: inForce).text("left") == expected)
  }

  @Test("a limit raised since leaves no more of the periods before")
  func limitsAreThoseOfTheirDays() throws {
    let body = """
      parameters: { most: { 2020-01-01: 3, 2026-01-12: 10 }, extra: { 2020-01-01: 5 } }
      facts: { meals: { type: list, of: { day: date } } }
      decisions:
        limit: most * 2
        left: { quota: meals, at most: { natural week: limit }, carry over: { natural week: extra } }
      """
    // Last week five carried over and six of its own, of which eight were used; this week twenty.
    #expect(try Fixtures.decide(body, "{ meals: [\(Self.days("2026-01-06", 8))] }").text("left") == "23")
  }

  /// The same by going through the weeks one by one from the first.
  @Test func carryOverAgreesWithGoingForward() throws {
    print("seed \(RandomTesting.seed)")
    var random = SplitMix64(seed: RandomTesting.seed)
    for _ in 0..<RandomTesting.cases(default: 100) {
      let (most, cap) = (Int.random(in: 0...4, using: &random), Int.random(in: 0...5, using: &random))
      let drawn = (0..<5).map { _ in Int.random(in: 0...5, using: &random) }
      var (carried, left) = (0, 0)
      for used in drawn {
        carried = min(cap, left)
        left = max(0, most - max(0, used - carried))
      }
      let total = max(0, most + carried - drawn[4])
      let weeks = ["2025-12-15", "2025-12-22", "2025-12-29", "2026-01-05", "2026-01-12"]
      let meals = zip(weeks, drawn).map { Self.days($0, $1) }.filter { !$0.isEmpty }.joined(separator: ", ")
      let quota = Self.policy("at most: { natural week: \(most) }, carry over: { natural week: \(cap) }")
      let outcome = try Fixtures.decide(quota, "{ meals: [\(meals)] }", inForce: "2025-12-15..")
      #expect(outcome.text("left") == "\(total)", "\(most) \(cap) \(drawn)")
    }
  }

  @Test("what is left has the unit that the author gives it")
  func units() throws {
    let body = Self.policy("unit: 次, at most: { day: 2 }") + "\n  x: left < price"
    let facts = body.replacing("enrolled: date", with: "enrolled: date\n  price: money")
    #expect(try Fixtures.compile(facts).diagnostics.map(\.code).contains("unit-mismatch"))
    // How many it may be is a plain number.
    let most = Self.policy("unit: 次, at most: { day: most }") + "\n  most: { value: 2 + 1 }\n  x: left > 2"
    #expect(try Fixtures.decide(most, "{ meals: [] }").text("x") == "true")
    let other = Self.policy("unit: 次, at most: { day: most }") + "\n  most: { value: 2, unit: 张 }"
    #expect(try Fixtures.compile(other).diagnostics.map(\.code) == ["type-mismatch"])
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
