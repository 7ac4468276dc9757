import TestSupport
import Testing

@testable import Huimin

/// What is decided from part of the facts stays so, whatever the others turn out to be.
@Suite("Deciding from part of the facts")
struct UnknownTests {
  static let programs = ShippedPoliciesTests.library.programs

  @Test("what is decided does not depend on what was not given", arguments: programs)
  func isSound(_ program: Program) throws {
    let day = try #require(CalendarDate("2026-03-10"))
    var records = RandomRecords(program: program, random: SplitMix64(seed: RandomTesting.seed))
    var decidedEarly = 0
    let cases = RandomTesting.cases(default: 400)
    for number in 0..<cases {
      let whole = records.record()
      let part = records.part(of: whole)
      guard let given = try? Facts(whole, for: program), let known = try? Facts(part, for: program) else { continue }
      let final = program.decide(given, on: day)
      let early = program.decide(known, on: day)
      #expect(final.status != .undetermined, "seed \(RandomTesting.seed): \(whole)")
      // Narrowing decides two hundred times; a part of the records is enough.
      let narrowed = number % 10 == 0 ? early.narrowed() : early
      for (name, value) in early.values + narrowed.values where !value.isNull {
        // An error that only a value not given yet would make is told when it is given.
        guard let now = final[name], value.unknowns == nil || now.causes.isEmpty else { continue }
        #expect(value.allows(now), "seed \(RandomTesting.seed): \(name) \(value) from \(part), then \(now): \(whole)")
      }
      if early.status == .decided { decidedEarly += 1 }
      if early.status == .undetermined { #expect(!early.openFacts.isEmpty) }
      // The reasons are told of every outcome, without a trap and in both languages; that takes the most time by far.
      guard number % 10 == 0 else { continue }
      #expect(!TextReport(early, language: .zh).text.isEmpty)
      #expect(!TextReport(narrowed, language: .en).text.isEmpty)
      #expect(Receipt(early).text == Receipt(program.decide(known, on: day)).text)
    }
    print("\(program.policy.id): \(decidedEarly) of \(cases) settled by part of the facts, seed \(RandomTesting.seed)")
  }

  /// What may still turn out an error is not settled, though every value that it may have agrees.
  @Test(arguments: [
    (
      "x: { table: { hit: unique, inputs: [a, b = true], rules: { r: [true, -, 5], s: [-, true, 5] }, default: 5 } }",
      "{}"
    ),
    (
      "s: { table: { hit: any, inputs: [a, b], rules: { r: [true, -, 1], s: [-, true, 2] }, default: 1 } }\n  x: s < 5",
      "a: true"
    ),
    ("s: { type: money, value: if b then m - 5 else 2 }\n  x: s < 5", "m: 1"),
    ("x: { table: { hit: collect count, inputs: [n], rules: { r: [-, 6 / n], s: [-, 1] } } }", "{}"),
    ("s: { split: 10, among: { p: 10 / 3, q: m / 3, r: 10 / 3 }, remainder: p }\n  x: s.p = 3.33", "{}"),
    ("s: { split: m, among: { p: if a then 3 else 3, q: k, r: the rest } }\n  x: s.p = 3", "m: 2"),
    ("s: { split: 10, among: { p: m, q: 8, r: the rest } }\n  x: s.q > 5", "{}"),
    ("x: { cases: [{ when: a and 6 / n > 1, then: 5 }, { otherwise: 5 }] }", "n: 0"),
    ("x: if (if a then 6 / n else 2) > 1 then 5 else 5", "n: 0"),
    (
      "s: { criteria: { any: { p: { require: a and 6 / n > 1 }, q: { require: not(b) } } } }\n  x: if s then 5 else 5",
      "{ n: 0, b: true }"
    ),
    ("x: { table: { hit: first, inputs: [a, 6 / n], rules: { r: [true, \"> 1\", 5], s: [-, -, 5] } } }", "n: 0"),
    ("x: { rule: 5, exceptions: { e: { when: a and 6 / n > 1, then: 5 } } }", "n: 0"),
  ])
  func isNothingThatMayFail(decisions: String, record: String) throws {
    let facts = "facts: { a: boolean, b: boolean, m: money, k: money, n: number }\ndecisions:\n  "
    #expect(try Fixtures.decide(facts + decisions, record).status == .undetermined)
  }

  /// Rows that exclude each other contradict nobody.
  @Test func isWhatRowsThatExcludeEachOtherAgreeOn() throws {
    let policy = """
      facts: { scope: [county, city, province], age: years }
      decisions:
        x: { table: { hit: unique, inputs: [scope], rules: { low: ["county, city", 1], high: [province, 1] }, default: 1 } }
        y: { table: { hit: unique, inputs: [age], rules: { young: ["< 60", 2], old: [">= 60", 2] }, default: 2 } }
        z: { table: { hit: unique, inputs: [scope], rules: { high: [province, 3], other: [not(province), 3] }, default: 3 } }
      """
    let outcome = try Fixtures.decide(policy, "{}")
    #expect(["x", "y", "z"].map(outcome.text) == ["1", "2", "3"])
  }

  @Test func isWhatNothingOpenCanChange() throws {
    let policy = """
      facts: { a: boolean, b: boolean, m: money, k: money }
      decisions:
        x:
          members: [high, low]
          table: { hit: priority, inputs: [a, b], rules: { r: [true, -, high], s: [-, true, low] } }
        y: { split: m, among: { p: 3, q: k, r: the rest }, if over: reduce in order }
      """
    let outcome = try Fixtures.decide(policy, "{ a: true, m: 3 }")
    #expect(outcome.text("x") == "high")
    #expect(outcome.text("y").contains("unknown") == false)
    #expect(outcome.status == .decided)
  }

  @Test(arguments: [
    ("x: { table: { hit: collect sum, inputs: [b], rules: { r: [-, m], s: [true, 2] } } }", "{}", ["b", "m"]),
    (
      "x: { table: { hit: unique, inputs: [a, b = true], rules: { r: [true, -, m], s: [-, true, 2] } } }", "a: true",
      ["b", "m"]
    ),
  ])
  func waitsForAllThatMatters(decision: String, record: String, open: [String]) throws {
    let facts = "facts: { a: boolean, b: boolean, m: money }\ndecisions:\n  "
    #expect(try Fixtures.decide(facts + decision, record).openFacts == open)
  }

  /// The same of policies that nobody would write: every form, every hit policy, waivers, shares that are cut.
  @Test("holds for random policies too")
  func isSoundForRandomPolicies() throws {
    print("seed \(RandomTesting.seed)")
    let day = try #require(CalendarDate("2026-01-15"))
    var policies = RandomPolicies(random: SplitMix64(seed: RandomTesting.seed))
    var (decided, checked) = (0, 0)
    for _ in 0..<RandomTesting.cases(default: 150) {
      let text = policies.policy()
      let library = PolicyLibrary(reading: text, file: "random.yaml")
      // Rows that plainly overlap are refused, which is as it should be.
      guard let program = library.programs.first else {
        #expect(
          library.diagnostics.contains { $0.code == "overlapping-rows" },
          "\(text)\(library.diagnostics.map(\.message[.en]))")
        continue
      }
      for _ in 0..<6 {
        let whole = policies.record()
        var part = whole
        for name in whole.keys.sorted() where Bool.random(using: &policies.random) { part[name] = nil }
        let early = program.decide(try Facts(part, for: program), on: day)
        let final = program.decide(try Facts(whole, for: program), on: day)
        for (name, value) in early.narrowed().values where !value.isNull {
          guard let after = final[name], value.unknowns == nil || after.causes.isEmpty else { continue }
          #expect(value.allows(after), "\(name) is \(value), then \(after)\n\(text)\n\(part)\n\(whole)")
        }
        #expect(final.status != .undetermined, "\(text)\(whole)")
        for checkedDecision in program.decisions {
          let name = checkedDecision.decision.name
          guard let before = early[name], let after = final[name], !before.isNull,
            before.unknowns == nil || after.causes.isEmpty
          else { continue }
          #expect(
            before.allows(after), "\(name) is \(before), then \(after)\n\(text)\n\(part)\n\(whole)")
          checked += 1
        }
        if early.status == .decided { decided += 1 }
        #expect(!TextReport(early, language: .en).text.isEmpty)
        #expect(!Receipt(final).text.isEmpty)
      }
    }
    print("\(checked) values, \(decided) records settled by part of the facts")
  }

  /// Of each person is known whether they are a civil servant, or not yet: `?`.
  @Test(
    "a count is settled where the items not known yet cannot change the answer",
    arguments: [
      ("yes yes ?", "count(board[servant]) <= 1", "false"), ("no ?", "count(board[servant]) <= 1", "true"),
      ("no ? ? ?", "count(board[item.servant]) * 4 <= count(board)", ""),
      ("no no no ?", "count(board[item.servant]) * 4 <= count(board)", "true"),
      ("?", "count(board[servant]) <= 1", "true"), ("? ?", "count(board[servant]) > 2", "false"),
      ("yes ?", "odd(count(board[not(servant)])) or count(board[servant]) > 0", "true"),
    ])
  func countsThatCannotChange(board: String, condition: String, expected: String) throws {
    let people = board.split(separator: " ").map { $0 == "?" ? "{}" : "{ servant: \($0 == "yes") }" }
    let body =
      "facts: { board: { type: list, of: { servant: boolean, name: text } } }\ndecisions: { x: '\(condition)' }"
    let outcome = try Fixtures.decide(body, "{ board: [\(people.joined(separator: ", "))] }")
    #expect(outcome["x"]?.isUnknown == expected.isEmpty)
    if !expected.isEmpty { #expect(outcome.text("x") == expected) }
  }

  @Test(
    "where a list is not known, what its items are compared with is asked for too",
    arguments: [
      "list contains(board.name, chair)", "some m in board satisfies m.name = chair",
      "every m in board satisfies m.name != chair", "count(board[item.name = chair]) = 1",
    ])
  func asksForBoth(condition: String) throws {
    let body = """
      facts: { board: { type: list, of: { name: text } }, chair: text }
      decisions: { x: '\(condition)' }
      """
    #expect(try Fixtures.decide(body, "{}").openFacts == ["board", "chair"])
  }

  @Test("a refusal by criteria names each that is unmet, with its article", arguments: programs)
  func namesWhatIsUnmet(_ program: Program) throws {
    let day = try #require(CalendarDate("2026-03-10"))
    var records = RandomRecords(program: program, random: SplitMix64(seed: RandomTesting.seed))
    for _ in 0..<RandomTesting.cases(default: 200) {
      guard let facts = try? Facts(records.record(), for: program) else { continue }
      let outcome = program.decide(facts, on: day)
      let hasRefusal = Self.refuses(outcome.explanation.reasons, by: outcome.explanation.decisive)
      if hasRefusal { #expect(!outcome.explanation.unmet.isEmpty, "\(program.policy.id) \(outcome.facts)") }
      for reason in outcome.explanation.unmet { #expect(!reason.citations.isEmpty, "\(reason.name ?? "")") }
    }
  }

  /// Whether a list of criteria is told as not met. One that only makes another criterion met refuses nothing.
  ///
  /// - Parameter decisive: the decisions of which something better hung; the others stand in nobody's way.
  private static func refuses(_ reasons: [Reason], by decisive: Set<String>) -> Bool {
    reasons.contains { reason in
      if reason.kind == .decision, !decisive.contains(reason.name ?? "") { return false }
      if reason.kind == .criterion, reason.standing == .met || reason.standing == .waived { return false }
      let isList = reason.kind == .decision && reason.because.contains { $0.kind == .criterion }
      return isList && reason.standing == .unmet || refuses(reason.because, by: decisive)
    }
  }

  @Test("many tasks decide by one program at once, and each gets the same bytes")
  func isSafeToUseAtOnce() async throws {
    let day = try #require(CalendarDate("2026-01-15"))
    let program = try ShippedPoliciesTests.library.program("cn.shanghai.putuo.meal-assistance", on: day)
    let record = """
      { "age": 83, "list price": 20, "Putuo resident": true, "hukou": "Shanghai", "dibao": false, "dine-in": true,
        "subsidised meals": [] }
      """
    let expected = Receipt(program.decide(try Facts(record, for: program), on: day)).text
    let all = try await withThrowingTaskGroup(of: String.self) { group in
      for _ in 0..<64 {
        group.addTask { Receipt(program.decide(try Facts(record, for: program), on: day)).text }
      }
      return try await group.reduce(into: []) { $0.append($1) }
    }
    #expect(all.count == 64)
    #expect(Set(all) == [expected])
  }
}

extension Value {
  /// Whether something may turn out so: what is known is that, and what is not is one of the possible values, or between
  /// the ends.
  func allows(_ final: Value) -> Bool {
    switch (self, final) {
    case (.unknown(let unknown), _):
      if let possible = unknown.possible { return possible.contains { $0.equals(final) } }
      guard let bounds = unknown.bounds else { return true }
      return Bounds(lower: bounds.lower, upper: final) != nil && Bounds(lower: final, upper: bounds.upper) != nil
    case (.list(let items), .list(let others)):
      return items.count == others.count && zip(items, others).allSatisfy { $0.allows($1) }
    case (.context(let parts), .context(let others)):
      return parts.entries.allSatisfy { entry in others[entry.name].map { entry.value.allows($0) } ?? false }
    default: return equals(final)
    }
  }
}

extension Explanation {
  /// Whether the reasons tell of a decision: it may not bear on the outcome at all.
  fileprivate func tells(_ name: String) -> Bool {
    func tells(_ reasons: [Reason]) -> Bool {
      reasons.contains { $0.kind == .decision && $0.name == name || tells($0.because) }
    }
    return tells(reasons)
  }
}
