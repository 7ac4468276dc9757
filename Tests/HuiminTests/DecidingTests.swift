import Testing

@testable import Huimin

@Suite("Deciding by each form of rule")
struct DecidingTests {
  // MARK: Cases

  static let bands = """
    facts: { age: years }
    decisions:
      band:
        cases:
          - { when: age >= 80, then: '"C"' }
          - { when: age >= 60, then: '"B"' }
          - { otherwise: '"none"' }
    """

  @Test(arguments: [("59", "none"), ("60", "B"), ("79", "B"), ("80", "C")])
  func takesTheFirstCaseThatHolds(age: String, band: String) throws {
    #expect(try Fixtures.decide(Self.bands, "age: \(age)").text("band") == band)
  }

  @Test func isUndeterminedWhereTheCasesDiffer() throws {
    let outcome = try Fixtures.decide(Self.bands, "{}")
    #expect(outcome.status == .undetermined)
    #expect(outcome.openFacts == ["age"])
  }

  @Test func isDecidedWhereAllOpenCasesAgree() throws {
    let policy = """
      facts: { age: years, dibao: boolean }
      decisions:
        subsidy:
          cases:
            - { when: dibao, then: 5 }
            - { when: age >= 80, then: 5 }
            - { otherwise: 0 }
      """
    #expect(try Fixtures.decide(policy, "age: 85").text("subsidy") == "5")
    #expect(try Fixtures.decide(policy, "age: 70").status == .undetermined)
  }

  // MARK: Tables

  private func table(_ hit: String, _ rules: String, fallback: String = "") -> String {
    """
    facts: { n: number }
    decisions:
      result:
        table:
          hit: \(hit)
          inputs: [n]
          rules: { \(rules) }
          \(fallback)
    """
  }

  @Test(arguments: [
    ("first", "1"), ("collect", "[1, 3]"), ("collect sum", "4"), ("collect min", "1"), ("collect max", "3"),
    ("collect count", "2"), ("rule order", "[1, 3]"),
  ])
  func followsTheHitPolicy(hit: String, value: String) throws {
    let rules = #"a: ["> 0", 1], b: ["> 10", 2], c: ["> 1", 3]"#
    #expect(try Fixtures.decide(table(hit, rules), "n: 5").text("result") == value)
  }

  @Test func givesTheAnswerThatRowsUnderAnyAgreeOn() throws {
    let rules = #"a: ["> 0", 7], b: ["> 1", 7]"#
    #expect(try Fixtures.decide(table("any", rules), "n: 5").text("result") == "7")
  }

  @Test(arguments: [("unique", "> n - 1"), ("any", "> 0")])
  func failsWhereRowsContradict(hit: String, cell: String) throws {
    let rules = #"a: ["\#(cell)", 1], b: ["< 10", 2]"#
    let outcome = try Fixtures.decide(table(hit, rules), "n: 5")
    #expect(outcome.status == .failed)
    #expect(outcome.diagnostics.map(\.code) == ["rows-conflict"])
    #expect(outcome.diagnostics[0].message[.en].contains("rows `a`, `b`"))
  }

  @Test("an author may say that there is no value, and only an author")
  func isNullByTheAuthorsWord() throws {
    let body = "facts: { a: boolean, d: date }\ndecisions: { x: 'if a then (if a then d else d) else null' }"
    let outcome = try Fixtures.decide(body, "a: false")
    #expect(outcome.status == .decided)
    #expect(TextReport(outcome, language: .zh).text.contains("x：无"))
    #expect(try Fixtures.decide(body, "{ a: true, d: 2026-01-01 }").text("x") == "2026-01-01")
    #expect(try Fixtures.decide(body, "{}").status == .undetermined)
  }

  @Test func failsWhereNoRowHoldsAndThereIsNoDefault() throws {
    let outcome = try Fixtures.decide(table("unique", #"a: ["> 10", 1]"#), "n: 5")
    #expect(outcome.diagnostics.map(\.code) == ["no-row"])
  }

  @Test("an error that no row holds names what the record holds", arguments: ["unique", "first", "any"])
  func namesTheRecordForWhichNoRowHolds(hit: String) throws {
    let policy = """
      facts: { age: years, name: text, old: boolean, visits: { type: list, of: text } }
      decisions:
        x: { table: { hit: \(hit), inputs: [age, name, old, count(visits)], rules: { a: ['< 60', -, true, '> 5', 1] } } }
      """
    let outcome = try Fixtures.decide(policy, "age: 70\nname: |\n  Li\n  Na\n")
    let error = try #require(outcome.diagnostics.first)
    #expect(error.code == "no-row")
    #expect(error.message[.en] == #"no row of `x` holds for `age = 70`, `name = Li\nNa\n`"#)
    #expect(error.message[.zh] == #"`x` 没有一行适用于 `age = 70`、`name = Li\nNa\n`"#)
  }

  @Test func takesTheDefaultWhereNoRowHolds() throws {
    let policy = table("unique", #"a: ["> 10", 1]"#, fallback: "default: 0")
    #expect(try Fixtures.decide(policy, "n: 5").text("result") == "0")
  }

  @Test func putsTheMemberListedFirstFirstUnderPriority() throws {
    let policy = """
      facts: { n: number }
      decisions:
        result:
          type: [high, low]
          table: { hit: priority, inputs: [n], rules: { a: ["> 0", low], b: ["> 1", high] } }
      """
    #expect(try Fixtures.decide(policy, "n: 5").text("result") == "high")
  }

  @Test func givesSeveralOutputsAsOneContext() throws {
    let policy = """
      facts: { n: number }
      decisions:
        result:
          table: { hit: first, inputs: [n], outputs: [city, district], rules: { a: ["> 0", 3, 2], b: [-, 0, 0] } }
        sum: result.city + result.district
      """
    #expect(try Fixtures.decide(policy, "n: 1").text("sum") == "5")
  }

  @Test func seesThroughAnUnknownInputThatDoesNotMatter() throws {
    let policy = """
      facts: { age: years, dibao: boolean }
      decisions:
        subsidy:
          table:
            hit: first
            inputs: [dibao, age]
            rules: { A: [true, ">= 60", 5], B: [-, ">= 60", 2], none: [-, -, 0] }
      """
    #expect(try Fixtures.decide(policy, "age: 45").text("subsidy") == "0")
    #expect(try Fixtures.decide(policy, "age: 65").openFacts == ["dibao"])
    #expect(try Fixtures.decide(policy, "dibao: true").openFacts == ["age"])
  }

  // MARK: Criteria

  @Test func reportsEveryUnmetCriterionAndNotTheFirstAlone() throws {
    let policy = """
      facts: { members: integer, funds: money, domicile: boolean }
      decisions:
        registered:
          criteria:
            all:
              members: members >= 50
              funds: funds >= 30000
              domicile: domicile
      """
    let outcome = try Fixtures.decide(policy, "{ members: 1, funds: 2, domicile: true }")
    #expect(outcome.text("registered") == "false")
    #expect(outcome.explanation.unmet.compactMap(\.name) == ["members", "funds"])
    #expect(try Fixtures.decide(policy, "members: 1").text("registered") == "false")
    #expect(try Fixtures.decide(policy, "members: 50").openFacts == ["funds", "domicile"])
  }

  @Test(arguments: [
    ("any", "{ a: false, b: false, c: true }", "true"), ("any", "{ a: true }", "true"),
    ("at least 2", "{ a: true, b: false, c: true }", "true"), ("at least 2", "{ a: true, b: true }", "true"),
    ("at least 2", "{ a: false, b: false }", "false"), ("all", "{ a: false }", "false"),
  ])
  func combinesCriteria(rule: String, record: String, value: String) throws {
    let policy = """
      facts: { a: boolean, b: boolean, c: boolean }
      decisions: { result: { criteria: { \(rule): { x: a, y: b, z: c } } } }
      """
    #expect(try Fixtures.decide(policy, record).text("result") == value)
  }

  // MARK: Null is an error, never a refusal

  @Test func neverTurnsAnErrorIntoARefusal() throws {
    let policy = """
      facts: { income: number, size: number }
      decisions: { eligible: { cases: [{ when: income / size < 1000, then: true }, { otherwise: false }] } }
      """
    let outcome = try Fixtures.decide(policy, "{ income: 100, size: 0 }")
    #expect(outcome.status == .failed)
    #expect(outcome.diagnostics.map(\.code) == ["division-by-zero"])
    let place = try #require(outcome.diagnostics[0].location)
    #expect((place.start.line, place.start.column) == (5, 42))
  }

  @Test func failsOutsideThePeriodInForce() throws {
    let outcome = try Fixtures.decide(Self.bands, "age: 70", on: "2019-12-31")
    #expect(outcome.status == .failed)
    #expect(outcome.diagnostics.map(\.code) == ["not-in-force"])
  }

  @Test(arguments: [("2024-12-31", "1100"), ("2025-01-01", "1160"), ("2026-06-30", "1160"), ("2026-07-01", "1230")])
  func takesTheParameterOfTheDay(day: String, value: String) throws {
    let policy = """
      parameters: { line: { 2020-01-01: 1100, 2025-01-01: 1160, 2026-07-01: 1230 } }
      decisions: { result: line }
      """
    #expect(try Fixtures.decide(policy, "{}", on: day).text("result") == value)
  }

  @Test(arguments: [
    ("half up to 0.01", "2.345", "2.35"), ("half even to 0.01", "2.345", "2.34"), ("down to 0.1", "2.39", "2.3"),
    ("up to 1", "2.01", "3"), ("half up to 0.05", "2.375", "2.40"), ("floor to 10", "29", "20"),
  ])
  func roundsAsWritten(rounding: String, number: String, value: String) throws {
    let policy = """
      facts: { n: number }
      decisions: { result: { value: n, round: \(rounding) } }
      """
    let outcome = try Fixtures.decide(policy, "n: \(number)")
    #expect(outcome["result"]?.equals(.number(try #require(Decimal128(value)))) == true)
  }

  @Test(arguments: [
    ("2008-03-10", "18"), ("2008-03-11", "17"), ("2008-02-29", "18"), ("2026-03-10", "0"),
  ])
  func countsCompletedYears(birth: String, age: String) throws {
    let policy = """
      facts: { birth: date }
      decisions: { age: "age on(birth, decision date)", 年龄: "周岁(birth, 判定日期)" }
      """
    let outcome = try Fixtures.decide(policy, "birth: \(birth)", on: "2026-03-10")
    #expect(outcome.text("age") == age)
    #expect(outcome.text("年龄") == age)
  }
}
