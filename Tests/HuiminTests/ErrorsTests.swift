import Testing

@testable import Huimin

/// An error is an error: never a no, never a yes, never an amount.
@Suite("Errors in rules")
struct ErrorsTests {
  private static let head = "facts: { a: number, z: number, price: money, xs: list of number }\ndecisions:\n"

  @Test(arguments: [
    ("x: { cases: [{ when: a / z = 5, then: 1 }, { otherwise: 0 }] }", "division-by-zero"),
    ("x: { criteria: { all: { c: a / z != 5 } } }", "division-by-zero"),
    ("x: { criteria: { all: { c: 'a / z in (1, 2)' } } }", "division-by-zero"),
    ("x: { table: { hit: first, inputs: [a / z], rules: { A: [5, 1], B: [-, 0] } } }", "division-by-zero"),
    ("x: { table: { hit: first, inputs: [a / z], rules: { A: ['not(5)', 1], B: [-, 0] } } }", "division-by-zero"),
    ("x: 'list contains([1, a / z], 2)'", "division-by-zero"),
    ("x: 'count([a / z])'", "division-by-zero"),
    ("x: { criteria: { all: { c: 'xs[1] > 1' } } }", "list-index"),
    ("x: 'if xs[1] > 2 then 100 else 0'", "list-index"),
    ("x: 'sum([]) + 1'", "null-operand"),
    ("x: 'sum(xs) = 0'", "null-operand"), ("x: 'sum(xs) != 0'", "null-operand"),
    ("x: 'sum(xs) in (1, 2)'", "null-operand"), ("x: 'sum(xs) in [1, 2]'", "null-operand"),
    ("x: { cases: [{ when: 'max(xs) = 3', then: 1 }, { otherwise: 0 }] }", "null-operand"),
    ("x: (a / z) instance of number", "division-by-zero"),
    ("x: 'sum([])'", "null-value"),
    ("x: { type: money, value: price / 3 }", "type-mismatch"),
    ("x: { type: integer, value: a / 3 }", "type-mismatch"),
    ("x: { split: a / 3, among: { u: 1, v: the rest } }", "whole-not-rounded"),
  ])
  func areNeverAnswers(decision: String, code: String) throws {
    let outcome = try Fixtures.decide(Self.head + "  \(decision)\n", "{ a: 10, z: 0, price: 10, xs: [] }")
    #expect(outcome.status == .failed)
    #expect(outcome.diagnostics.map(\.code) == [code])
    #expect(outcome.diagnostics.allSatisfy { $0.location != nil })
  }

  /// Only a value that stands as it is written must be possible: not what is added up, nor what is rounded.
  @Test(arguments: [
    ("x: { type: money, table: { hit: collect sum, inputs: [a], rules: { A: ['> 1', 60], B: ['> 2', -5] } } }", "55"),
    ("x: { type: money, round: half up to 0.01, value: 2.345 }", "2.35"),
  ])
  func arePartsOfWhatIsPossible(decision: String, value: String) throws {
    #expect(try Fixtures.decide(Self.head + "  \(decision)\n", "a: 10").text("x") == value)
  }

  @Test func nullIsToldApartWhereItIsWritten() throws {
    let outcome = try Fixtures.decide(Self.head + "  x: 'if sum(xs) = null then 0 else sum(xs)'\n", "xs: []")
    #expect(outcome.text("x") == "0")
  }

  @Test func nullIsAnAnswerWhereItIsWritten() throws {
    let outcome = try Fixtures.decide(
      Self.head + "  x: { cases: [{ when: a > 1, then: 'null' }, { otherwise: 0 }] }\n", "a: 2")
    #expect(outcome.status == .decided)
  }

  @Test func anErrorBehindAnOpenCaseIsNotOneYet() throws {
    let policy =
      "facts: { u: boolean, a: number }\ndecisions: { x: { cases: [{ when: u, then: 1 }, { when: a / 0 > 1, then: 2 }, { otherwise: 3 }] } }"
    #expect(try Fixtures.decide(policy, "a: 1").status == .undetermined)
    #expect(try Fixtures.decide(policy, "{ a: 1, u: true }").text("x") == "1")
    #expect(try Fixtures.decide(policy, "{ a: 1, u: false }").status == .failed)
  }

  /// Each criterion within bounds of its own: what the first costs is not taken from the last.
  @Test func boundsEndWithTheDiagnosticOfTheBound() throws {
    let policy = """
      decisions:
        x: { criteria: { all: { c: 'some i in [1..3000], j in [1..3000] satisfies i + j < 0' } } }
      """
    let outcome = try Fixtures.decide(policy, "{}")
    #expect(outcome.status == .failed)
    #expect(outcome.diagnostics.map(\.code) == ["limit-steps"])
  }

  // MARK: What could only fail later is refused at load

  @Test(arguments: [
    ("x: { cases: [] }", "empty-value"), ("x: { criteria: { all: { } } }", "empty-value"),
    ("x: { table: { inputs: [a], rules: { } } }", "empty-value"),
    ("x: { criteria: { all: { c: { require: a > 1, all: { d: a > 2 } } } } }", "two-forms"),
    ("x: { criteria: { all: { c: { any: { d: a > 1 }, all: { e: a > 2 } } } } }", "two-forms"),
    ("x: { criteria: { all: { c: { at least 5: { d: a > 1, e: a > 2 } } } } }", "bad-criteria"),
    ("x: { cases: [{ when: a > 1, then: 1, otherwise: 0 }, { otherwise: 0 }] }", "two-forms"),
    (
      "x: { type: money, table: { hit: first, inputs: [a], rules: { A: ['> 1', 1] }, default: '\"free\"' } }",
      "type-mismatch"
    ),
    (
      "x: { table: { hit: first, inputs: [a], outputs: [p, q], rules: { A: ['> 1', 1, 2] }, default: 7 } }", "row-width"
    ),
    ("x: { table: { hit: collect sum, inputs: [a], rules: { A: ['> 1', '\"t\"'] } } }", "type-mismatch"),
    ("x: { table: { hit: priority, inputs: [a], rules: { A: ['> 1', 1] } } }", "no-priority"),
    ("x: { value: a > 1, round: half up to 1 }", "bad-rounding"),
    ("x: { split: a, among: { u: 50%, v: the rest }, remainder: u }", "two-rests"),
    ("x: { table: { hit: unique, inputs: [a], rules: { A: ['> 5', 1], B: [-, 0] } } }", "overlapping-rows"),
    // A comma means "or".
    ("x: { table: { hit: first, inputs: [a], rules: { A: ['>= 60, < 80', 1], B: [-, 0] } } }", "constant-condition"),
    ("x: { best of: { u: 3, v: { value: 5, when: a > 3 }, otherwise: 0 } }", "unknown-key"),
  ])
  func areFoundAtLoad(decision: String, code: String) throws {
    #expect(
      try Fixtures.compile(Self.head + "  \(decision)\n").diagnostics.filter { $0.severity == .error }.map(\.code) == [
        code
      ])
  }

  @Test(arguments: [
    ("{ 2020-01-01: 5, 2025-01-01: abc }", "type-mismatch"), ("{ 2020-01-01: 10%, 2025-01-01: 15 }", "type-mismatch"),
    ("{ 2020-01-01: 2020-02-30 }", "bad-date"), ("{ type: money, 2020-01-01: -1 }", "type-mismatch"),
  ])
  func parametersAreOfOneKind(parameter: String, code: String) throws {
    let text = "parameters: { p: \(parameter) }\ndecisions: { x: p }"
    #expect(try Fixtures.compile(text).diagnostics.map(\.code) == [code])
  }
}
