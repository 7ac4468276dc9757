import TestSupport
import Testing

@testable import Huimin

/// Facts, parameters and decisions that policies take over by name.
@Suite("Modules")
struct ModuleTests {
  private static let people = """
    module: cn.people
    title: People
    facts:
      age: { type: years, label: { zh: 年龄, en: age }, range: "[0..130]" }
      hukou: [local, elsewhere]
      income: money
    parameters:
      old age: { type: years, 2020-01-01: 60 }
      poverty line: { type: money, 2020-01-01: 1000 }
    decisions:
      is old: age >= old age
      is poor: income < poverty line
      in need: is old and is poor
    """

  private func load(_ texts: String...) throws -> (library: PolicyLibrary, errors: [String], warnings: [String]) {
    let folder = TemporaryFolder()
    for (position, text) in texts.enumerated() { try folder.write(text, to: "\(position).yaml") }
    let library = PolicyLibrary(loading: [folder.path])
    func codes(_ severity: Diagnostic.Severity) -> [String] {
      library.diagnostics.filter { $0.severity == severity }.map(\.code)
    }
    return (library, codes(.error), codes(.warning).filter { $0 != "parameter-gap" })
  }

  @Test("the calendar comes with the library, and a file of its id goes before")
  func isCarried() throws {
    let body = "facts: { day: date }\ndecisions: { last: { value: 'working days after(day, 5)' } }"
    let day = try #require(CalendarDate("2026-09-30"))
    func last(_ texts: String...) throws -> String {
      let program = try program([policy(body, uses: "cn.working-days")] + texts)
      return program.decide(try Facts("day: 2026-09-30", for: program), on: day).text("last")
    }
    #expect(try last() == "2026-10-13")
    let own = """
      module: cn.working-days
      title: Own
      working days: { weekend: [Sunday], 2026: { holidays: [] } }
      """
    #expect(try last(own) == "2026-10-06")
  }

  private func policy(_ body: String, uses: String = "cn.people", inForce: String = "2024-01-01..") -> String {
    "policy: cn.local\ntitle: Local\nin force: \(inForce)\nuses: [\(uses)]\n" + body
  }

  private func program(_ texts: [String], on day: String = "2026-01-15") throws -> Program {
    let folder = TemporaryFolder()
    for (position, text) in texts.enumerated() { try folder.write(text, to: "\(position).yaml") }
    let library = PolicyLibrary(loading: [folder.path])
    #expect(library.diagnostics.filter { $0.severity == .error }.map(\.message[.en]) == [])
    return try library.program("cn.local", on: try #require(CalendarDate(day)))
  }

  @Test(
    "give a policy the names that it uses, and ask nothing else",
    arguments: [
      ("is old", ["age"], ["old age"], ["is old", "answer"]),
      ("in need", ["age", "income"], ["old age", "poverty line"], ["is old", "is poor", "in need", "answer"]),
      ("age >= 70 and hukou = local", ["age", "hukou"], [], ["answer"]), ("true", [], [], ["answer"]),
    ])
  func takeOverWhatIsUsed(answer: String, facts: [String], parameters: [String], decisions: [String]) throws {
    let program = try program([Self.people, policy("decisions: { answer: \(answer) }")])
    #expect(program.facts.map(\.name) == facts)
    #expect(program.parameters.map(\.name) == parameters)
    #expect(Set(program.decisions.map(\.decision.name)) == Set(decisions))
    #expect(program.outcome == ["answer"])
  }

  @Test func decideWithThem() throws {
    let program = try program([Self.people, policy("decisions: { answer: in need }")])
    let day = try #require(CalendarDate("2026-01-15"))
    #expect(program.decide(try Facts("{ age: 61, income: 900 }", for: program), on: day).text("answer") == "true")
    #expect(throws: Unreadable.self) { try Facts("{ age: 161 }", for: program) }
    #expect(Receipt(program.decide(try Facts("age: 3", for: program), on: day)).text.contains("cn.people"))
  }

  @Test("a policy may describe a fact of a module better, and keeps its type")
  func redescribe() throws {
    let better = policy("facts: { age: { type: years, ask: How old? } }\ndecisions: { answer: is old }")
    #expect(try program([Self.people, better]).facts.first?.question?[.en] == "How old?")
    #expect(
      try load(Self.people, policy("facts: { age: money }\ndecisions: { answer: is old }")).errors == ["type-mismatch"])
  }

  @Test("modules use modules")
  func chain() throws {
    let more = "module: cn.more\ntitle: More\nuses: cn.people\ndecisions: { both: is old and hukou = local }"
    #expect(try program([Self.people, more, policy("decisions: { answer: both }", uses: "cn.more")]).facts.count == 2)
  }

  @Test("the version in force at the same time is taken")
  func versions() throws {
    func rates(_ value: Int, _ period: String) -> String {
      "module: cn.rates\ntitle: Rates\nin force: \(period)\ndecisions: { rate: \(value) }"
    }
    let texts = [
      rates(1, "2020-01-01..2025-12-31"), rates(2, "2026-01-01.."),
      policy("decisions: { answer: rate }", uses: "cn.rates"),
    ]
    for (day, expected) in [("2025-06-01", "1"), ("2026-06-01", "2")] {
      let program = try program(texts, on: day)
      let outcome = program.decide(try Facts("{}", for: program), on: try #require(CalendarDate(day)))
      #expect(outcome.text("answer") == expected)
    }
  }

  @Test("are themselves checked, and warn of nothing that others may use")
  func areChecked() throws {
    #expect(try load(Self.people).errors == [])
    #expect(try load(Self.people).warnings == [])
    #expect(try load(Self.people.replacing("age >= old age", with: "aeg >= old age")).errors == ["unknown-name"])
    #expect(try load(Self.people).library.programs.isEmpty)
  }

  @Test(arguments: [
    ("decisions: { answer: is old }", "cn.peolpe", "unknown-policy"),
    ("decisions: { answer: is odl }", "cn.people", "unknown-name"),
    ("decisions: { is old: true }", "cn.people", "duplicate-name"),
    ("decisions: { answer: true }", "cn.local", "not-a-module"),
  ])
  func refuses(body: String, uses: String, code: String) throws {
    #expect(try load(Self.people, policy(body, uses: uses)).errors == [code])
  }

  @Test(
    "a module has no outcome, level or open terms",
    arguments: ["outcome: [is old]", "level: city", "open: { x: money }"])
  func refusesWhatOnlyPoliciesHave(line: String) throws {
    #expect(try load(Self.people + "\n" + line).errors == ["unknown-key"])
  }
}
