import Diagnostics
import FEEL

/// Values that are written in the rules themselves, and can never be what the decision may give.
extension Compiler {
  mutating func requirePossible(_ form: Form<Checked>, as type: FactType?, of name: String) {
    guard let type else { return }
    for (value, location) in form.literals {
      guard let problem = type.problem(with: value) else { continue }
      report("type-mismatch", at: location, en: "`\(name)` \(problem[.en])", zh: "`\(name)` \(problem[.zh])")
    }
  }

  /// Within the bounds of a higher policy, as far as these name nothing else.
  mutating func requireWithin(_ bounds: [CheckedCell], _ form: Form<Checked>) {
    for (value, location) in form.literals {
      for bound in bounds where bound.tests.tests.allSatisfy({ $0.expression.names.isEmpty }) {
        guard case .boolean(false) = Run().test(bound.tests, input: value, in: Environment()) else { continue }
        report(
          "out-of-bounds", at: location,
          en: "\(value.displayText) is outside the bounds `\(bound.written.text)` that a higher policy sets",
          zh: "\(value.displayText) 超出上级规定的范围 `\(bound.written.text)`")
      }
    }
  }
}

extension Form where P == Checked {
  /// What may be the value, or is added up to it, before rounding.
  var answers: [CheckedFormula] {
    switch self {
    case .value(let formula): [formula]
    case .cases(let cases): cases.map(\.then)
    case .table(let table):
      table.outputs.isEmpty && !table.hit.givesList && table.hit != .collectCount
        ? table.rows.flatMap(\.outputs) + (table.fallback ?? []) : []
    case .rule(let rule): rule.all.map(\.value)
    case .bestOf(let best): best.candidates.map(\.value) + (best.otherwise.map { [$0] } ?? [])
    case .dated(let rules): rules.flatMap(\.decision.form.answers)
    case .criteria, .split, .quota: []
    }
  }

  /// The values among them that are written as such, each with its place.
  fileprivate var literals: [(value: Value, location: Location)] {
    // What is added up may well be below what the sum must not fall under.
    if case .table(let table) = self, table.hit == .collectSum { return [] }
    // A candidate that could not be the value may never be the best.
    if case .bestOf = self { return [] }
    return answers.compactMap { formula in
      switch formula.expression.kind {
      case .literal(let value): return (value, formula.written.location)
      case .negation(let inner):
        guard case .literal(.number(let number)) = inner.kind else { return nil }
        return (.number(number.negated), formula.written.location)
      default: return nil
      }
    }
  }
}
