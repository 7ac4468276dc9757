import TestSupport
import Testing

@testable import Huimin

/// Policies that build on each other.
@Suite("Layers of policies")
struct LayersTests {
  static let frame = """
    policy: test.frame
    title: Frame
    level: national
    in force: 2020-01-01..
    facts: { price: money }
    open:
      subsidy: { type: money, range: "[0..price]", filled by: [city] }
      gift: { type: money, default: 0 }
    decisions:
      shares: { split: price, among: { city: subsidy, donor: gift, diner: the rest } }
    """

  private func local(_ body: String, level: String = "city", inForce: String = "2024-01-01..") -> String {
    "policy: test.local\ntitle: Local\nlevel: \(level)\nin force: \(inForce)\nimplements: test.frame\n" + body
  }

  private func load(_ texts: String...) throws -> (library: PolicyLibrary, codes: [String]) {
    let folder = TemporaryFolder()
    for (position, text) in texts.enumerated() { try folder.write(text, to: "\(position).yaml") }
    let library = PolicyLibrary(loading: [folder.path])
    return (library, library.diagnostics.filter { $0.severity == .error }.map(\.code))
  }

  @Test("a slip of the pen does not let the default of an open term stand unnoticed")
  func suspectsMisspelledTerms() throws {
    let folder = TemporaryFolder()
    try folder.write(Self.frame, to: "frame.yaml")
    try folder.write(local("decisions: { subsidy: 3, gfit: 2 }"), to: "local.yaml")
    let library = PolicyLibrary(loading: [folder.path])
    #expect(
      library.diagnostics.map(\.message[.en]) == [
        "`gfit` fills in nothing: `test.frame` leaves `gift` open, which keeps its default"
      ])
  }

  @Test func aLocalPolicyFillsInTheOpenTerms() throws {
    let (library, codes) = try load(Self.frame, local("decisions: { subsidy: 3 }"))
    #expect(codes == [])
    let day = try #require(CalendarDate("2026-01-15"))
    let program = try library.program("test.local", on: day)
    let outcome = program.decide(try Facts("price: 20", for: program), on: day)
    #expect(outcome.text("shares") == "{city: 3.00, donor: 0.00, diner: 17.00}")
  }

  @Test func anOpenTermMustBeFilledIn() throws {
    #expect(try load(Self.frame, local("facts: { age: years }")).codes == ["unfilled-term"])
  }

  @Test func onlyTheLevelsNamedMayFillIn() throws {
    #expect(try load(Self.frame, local("decisions: { subsidy: 3 }", level: "county")).codes == ["wrong-level"])
  }

  @Test func aTermMustBeOfItsType() throws {
    #expect(try load(Self.frame, local("decisions: { subsidy: '\"three\"' }")).codes == ["type-mismatch"])
  }

  @Test func aTermMustKeepToItsBounds() throws {
    let (library, _) = try load(Self.frame, local("decisions: { subsidy: price + price }"))
    let day = try #require(CalendarDate("2026-01-15"))
    let program = try library.program("test.local", on: day)
    let outcome = program.decide(try Facts("price: 20", for: program), on: day)
    #expect(outcome.status == .failed)
    #expect(outcome.diagnostics.map(\.code) == ["out-of-bounds"])
  }

  @Test func theFrameAloneAsksForWhatItLeavesOpen() throws {
    let (library, _) = try load(Self.frame)
    let day = try #require(CalendarDate("2026-01-15"))
    let program = try library.program("test.frame", on: day)
    #expect(program.facts.map(\.name) == ["price", "subsidy"])
    let outcome = program.decide(try Facts("{ price: 20, subsidy: 5 }", for: program), on: day)
    #expect(outcome.text("shares") == "{city: 5.00, donor: 0.00, diner: 15.00}")
    #expect(throws: Unreadable.self) { try Facts("{ price: 20, subsidy: 21 }", for: program) }
  }

  @Test func aDecisionOfTheFrameIsNotRedefined() throws {
    let text = local("decisions: { subsidy: 3, shares: 4 }")
    let (library, codes) = try load(Self.frame, text)
    #expect(codes == ["duplicate-name"])
    let message = try #require(library.diagnostics.first { $0.code == "duplicate-name" }?.help)
    #expect(message[.en].contains("`changes`"))
  }

  @Test func anAmendmentReplacesADecisionAndLeavesTheBase() throws {
    let base =
      "policy: test.base\ntitle: Base\nin force: 2020-01-01..\nfacts: { age: years }\ndecisions: { old: age >= 60 }"
    let later = """
      policy: test.later
      title: Later
      in force: 2026-01-01..
      amends: test.base
      changes: { old: { replace by: age >= 65 } }
      """
    let (library, codes) = try load(base, later)
    #expect(codes == [])
    let day = try #require(CalendarDate("2026-01-15"))
    for (id, value) in [("test.base", "true"), ("test.later", "false")] {
      let program = try library.program(id, on: day)
      #expect(program.decide(try Facts("age: 62", for: program), on: day).text("old") == value)
    }
    let early = try #require(CalendarDate("2025-12-31"))
    #expect(throws: Diagnostic.self) { try library.program("test.later", on: early) }
  }

  @Test(arguments: [
    ("changes: { odl: { replace by: 1 } }", "unknown-name"), ("changes: { old: { } }", "bad-change"),
    ("changes: { old: { waive when: true } }", "bad-change"),
    ("changes: { old / x: { waive when: true } }", "bad-change"),
    ("changes: { a / b / c: { waive when: true } }", "bad-change"),
  ])
  func anAmendmentMustFitTheBase(changes: String, code: String) throws {
    let base =
      "policy: test.base\ntitle: Base\nin force: 2020-01-01..\nfacts: { age: years }\ndecisions: { old: age >= 60 }"
    let later = "policy: test.later\ntitle: Later\nin force: 2026-01-01..\namends: test.base\n\(changes)"
    #expect(try load(base, later).codes == [code])
  }

  @Test func policiesMustNotBuildOnEachOther() throws {
    let a = "policy: test.a\ntitle: A\nin force: 2020-01-01..\namends: test.b\n"
    let b = "policy: test.b\ntitle: B\nin force: 2020-01-01..\namends: test.a\n"
    let (library, codes) = try load(a, b)
    #expect(codes == ["cycle", "cycle"])
    #expect(library.diagnostics[0].message[.en].contains("`test.a` → `test.b` → `test.a`"))
  }

  @Test func theVersionInForceDecides() throws {
    func version(_ amount: Int, _ inForce: String) -> String {
      "policy: test.p\ntitle: P\nin force: \(inForce)\ndecisions: { amount: \(amount) }"
    }
    let (library, codes) = try load(version(2, "2020-01-01..2024-12-31"), version(3, "2025-01-01.."))
    #expect(codes == [])
    for (text, amount) in [("2024-12-31", "2"), ("2025-01-01", "3")] {
      let day = try #require(CalendarDate(text))
      let program = try library.program("test.p", on: day)
      #expect(program.decide(try Facts("{}", for: program), on: day).text("amount") == amount)
    }
    #expect(try load(version(2, "2020-01-01..2025-06-30"), version(3, "2025-01-01..")).codes == ["duplicate-policy"])
  }

  // MARK: What only a strict reading of layers finds

  @Test(arguments: [
    ("parameters: { subsidy: { 2020-01-01: 3 } }", "city", ["unfilled-term"]),
    ("facts: { subsidy: money }", "city", ["unfilled-term"]),
    ("decisions: { subsidy: 3 }\nchanges: { shares: { replace by: 1 } }", "city", ["bad-change"]),
    ("facts: { price: text }\ndecisions: { subsidy: 3 }", "city", ["type-mismatch"]),
  ])
  func aLocalPolicyKeepsToTheFrame(body: String, level: String, codes: [String]) throws {
    #expect(try load(Self.frame, local(body, level: level)).codes == codes)
  }

  @Test func aPolicyWithoutALevelMayNotFillIn() throws {
    let text = local("decisions: { subsidy: 3 }").replacing("level: city\n", with: "")
    #expect(try load(Self.frame, text).codes == ["wrong-level"])
  }

  @Test func theRangesOfHigherPoliciesHoldBelow() throws {
    let frame = Self.frame.replacing(
      "facts: { price: money }", with: "facts: { price: { type: money, range: '[0..500]' } }")
    let text = local("facts: { price: { type: money, label: Price } }\ndecisions: { subsidy: 3 }")
    let (library, codes) = try load(frame, text)
    #expect(codes == [])
    let program = try library.program("test.local", on: try #require(CalendarDate("2026-01-15")))
    #expect(throws: Unreadable.self) { try Facts("price: 501", for: program) }
  }

  @Test func eachVersionAboveIsLinkedWhereItIsInForce() throws {
    func national(_ amount: Int, _ inForce: String) -> String {
      "policy: test.n\ntitle: N\nin force: \(inForce)\ndecisions: { base: \(amount) }"
    }
    let local = "policy: test.l\ntitle: L\nin force: 2022-01-01..\nimplements: test.n\ndecisions: { amount: base + 1 }"
    let (library, codes) = try load(national(2, "2020-01-01..2024-12-31"), national(5, "2025-01-01.."), local)
    #expect(codes == [])
    for (text, amount) in [("2024-12-31", "3"), ("2025-01-01", "6")] {
      let day = try #require(CalendarDate(text))
      let program = try library.program("test.l", on: day)
      #expect(program.decide(try Facts("{}", for: program), on: day).text("amount") == amount)
    }
    let never = local.replacing("2022-01-01..", with: "2010-01-01..2011-01-01")
    #expect(try load(national(2, "2020-01-01.."), never).codes == ["never-in-force"])
  }

  @Test func twoVersionsInForceAtOnceDecideNothing() throws {
    let policy = "policy: test.p\ntitle: P\nin force: 2020-01-01..\ndecisions: { amount: 2 }"
    let (library, codes) = try load(policy, policy.replacing("amount: 2", with: "amount: 3"))
    #expect(codes == ["duplicate-policy"])
    let day = try #require(CalendarDate("2026-01-15"))
    #expect(throws: Diagnostic.self) { try library.program("test.p", on: day) }
  }

  @Test func sourcesOfTheSameNameAreKeptApart() throws {
    let national = """
      policy: test.n
      title: N
      in force: 2020-01-01..
      sources: { notice: { title: National notice } }
      decisions: { base: { value: 2, cite: notice 1 } }
      """
    let local = """
      policy: test.l
      title: L
      in force: 2020-01-01..
      implements: test.n
      sources: { notice: { title: Local notice } }
      decisions: { amount: { value: base + 1, cite: notice 7 } }
      """
    let (library, _) = try load(national, local)
    let day = try #require(CalendarDate("2026-01-15"))
    let program = try library.program("test.l", on: day)
    let outcome = program.decide(try Facts("{}", for: program), on: day)
    #expect(outcome.explanation.sources.map { $0.title[.en] } == ["Local notice", "National notice"])
    #expect(TextReport(outcome, language: .en).text.contains("base: 2 (by N) [2 art. 1]"))
  }

  // MARK: What an amendment adds

  private static let base = """
    policy: test.base
    title: { zh: 基础政策, en: Base }
    in force: 2024-01-01..
    sources: { notice: { title: Notice } }
    facts: { age: years, disabled: boolean, members: integer }
    decisions:
      by cases: { type: money, cite: notice 1, cases: [{ when: age >= 80, then: 5 }, { otherwise: 3 }] }
      by rule: { type: money, cite: notice 2, rule: 10, exceptions: { old: { when: age >= 80, then: 0 } } }
      eligible:
        cite: notice 3
        criteria: { all: { size: { require: members >= 10 }, either: { any: { old: age >= 80, ill: disabled } } } }
    """

  private func amended(_ changes: String) throws -> (library: PolicyLibrary, codes: [String]) {
    try load(
      Self.base,
      """
      policy: test.local
      title: { zh: 地方政策, en: Local }
      in force: 2025-01-01..
      amends: test.base
      sources: { local: { title: Local notice } }
      changes: { \(changes) }
      """)
  }

  private func decide(_ changes: String, _ record: String, by id: String = "test.local") throws -> Outcome {
    let (library, codes) = try amended(changes)
    #expect(codes == [])
    let day = try #require(CalendarDate("2026-01-15"))
    let program = try library.program(id, on: day)
    return program.decide(try Facts(record, for: program), on: day)
  }

  @Test(
    "an exception is added to a decision of any form, and the base stays as it is",
    arguments: [
      ("by cases", "{ age: 81, disabled: true }", "8.00", "5.00"),
      ("by cases", "{ age: 81, disabled: false }", "5.00", "5.00"),
      ("by rule", "{ age: 20, disabled: true }", "8.00", "10.00"),
      ("by rule", "{ age: 20, disabled: false }", "10.00", "10.00"),
    ])
  func addsAnException(decision: String, record: String, expected: String, base: String) throws {
    let change = "\(decision): { add exceptions: { ill: { when: disabled, then: 8, cite: local 2 } } }"
    func text(_ outcome: Outcome) -> String {
      ValueFormat.text(of: outcome[decision] ?? .null, type: .number(.yuan))[.en].replacing(" yuan", with: "")
    }
    #expect(text(try decide(change, record)) == expected)
    #expect(text(try decide(change, record, by: "test.base")) == base)
  }

  @Test("exceptions of two policies are ranked like those of one")
  func ranks() throws {
    let change = "by rule: { add exceptions: { ill: { when: disabled, then: 8 } } }"
    let ranked = "by rule: { add exceptions: { ill: { when: disabled, then: 8, over: old } } }"
    let record = "{ age: 81, disabled: true, members: 20 }"
    #expect(try decide(change, record).diagnostics.map(\.code) == ["exceptions-conflict"])
    #expect(try decide(ranked, record).text("by rule") == "8")
  }

  @Test(
    "a criterion is added to a list, or to a group in it",
    arguments: [
      ("eligible: { add criteria: { clean: members <= 12 } }", "{ age: 81, disabled: false, members: 13 }", "false"),
      ("eligible: { add criteria: { clean: members <= 12 } }", "{ age: 81, disabled: false, members: 12 }", "true"),
      (
        "eligible / either: { add criteria: { large: members > 90 } }", "{ age: 20, disabled: false, members: 91 }",
        "true"
      ),
      (
        "eligible / either: { add criteria: { large: members > 90 } }", "{ age: 20, disabled: false, members: 90 }",
        "false"
      ),
    ])
  func addsACriterion(change: String, record: String, expected: String) throws {
    #expect(try decide(change, record).text("eligible") == expected)
    #expect(
      try decide(change, record, by: "test.base").text("eligible")
        == (record.contains("81") ? "true" : "false"))
  }

  @Test(arguments: [
    ("none: { add exceptions: { a: { when: disabled, then: 1 } } }", "unknown-name"),
    ("by rule: { add exceptions: { old: { when: disabled, then: 1 } } }", "duplicate-name"),
    ("by rule: { add exceptions: { a: { when: disabled, then: 1, over: odl } } }", "unknown-name"),
    ("by rule: { add exceptions: { a: { when: disabled, then: '\"x\"' } } }", "type-mismatch"),
    ("by cases: { add criteria: { a: disabled } }", "bad-change"),
    ("eligible: { add criteria: { size: disabled } }", "duplicate-name"),
    ("eligible / eihter: { add criteria: { a: disabled } }", "unknown-name"),
    ("eligible / size: { add criteria: { a: disabled } }", "unknown-name"),
    ("eligible / size: { add exceptions: { a: { when: disabled, then: true } } }", "bad-change"),
    ("by cases: { add exceptions: {} }", "empty-value"),
  ])
  func refusesAnAddition(change: String, code: String) throws { #expect(try amended(change).codes == [code]) }

  @Test func tellsWhichPolicyWon() throws {
    let outcome = try decide(
      """
      by cases: { add exceptions: { ill: { when: disabled, then: 8, cite: local 2 } } },
      eligible: { add criteria: { clean: { require: members <= 12, cite: local 3 } } }
      """, "{ age: 81, disabled: true, members: 13 }")
    for language in Language.allCases {
      try Recorded.expect(
        TextReport(outcome, language: language).text,
        matches: "\(Checkout.tests)/HuiminTests/Explained/amended.\(language.rawValue).txt")
    }
  }
}
