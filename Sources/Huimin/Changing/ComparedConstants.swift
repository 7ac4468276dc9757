import FEEL

/// The numbers, dates and texts with which a policy compares anything that depends on a fact: where answers to it begin to
/// make a difference.
struct ComparedConstants: Sendable {
  /// By fact, each value once, in the order of the policy.
  private(set) var byFact: [String: [Value]] = [:]

  init(_ program: Program, on day: CalendarDate) {
    var parameters: [String: Value] = [:]
    for parameter in program.parameters { parameters[parameter.name] = parameter.value(on: day)?.value }
    // The facts that stand behind each name.
    var facts: [String: [String]] = [:]
    for fact in program.facts { facts[fact.name] = [fact.name] }
    for checked in program.decisions {
      let form = checked.decision.form.rule(on: day)
      facts[checked.decision.name] = checked.dependsOn.flatMap { facts[$0] ?? [] }.uniqued
      var found = Comparisons(parameters: parameters)
      form.compare(into: &found)
      for (names, constants) in found.pairs {
        for fact in names.flatMap({ facts[$0] ?? [] }).uniqued { byFact[fact, default: []] += constants }
      }
    }
    for (fact, constants) in byFact { byFact[fact] = constants.distinct }
  }
}

/// What is compared with what in a decision.
private struct Comparisons {
  let parameters: [String: Value]
  /// Names on whose values comparisons depend, and the constants in them.
  private(set) var pairs: [(names: [String], constants: [Value])] = []

  init(parameters: [String: Value]) { self.parameters = parameters }

  mutating func add(_ formula: CheckedFormula?) {
    guard let expression = formula?.expression else { return }
    var constants: [Value] = []
    collect(expression, isCompared: false, into: &constants)
    if !constants.isEmpty { pairs.append((expression.names, constants)) }
  }

  /// A column of a table: what it looks at, and what its cells compare that with.
  mutating func add(_ input: CheckedFormula, _ cells: [CheckedCell]) {
    add(input)
    var constants: [Value] = []
    for test in cells.flatMap(\.tests.tests) { collect(test.expression, isCompared: true, into: &constants) }
    pairs.append((input.expression.names, constants))
  }

  private func collect(_ expression: Expression, isCompared: Bool, into constants: inout [Value]) {
    var isCompared = isCompared
    switch expression.kind {
    case .literal(let value): if isCompared { constants.append(value) }
    case .name(let name): if isCompared, let value = parameters[name] { constants.append(value) }
    case .binary(let op, _, _):
      switch op {
      case .equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual: isCompared = true
      case .and, .or: isCompared = false
      default: break
      }
    case .between, .contained, .range: isCompared = true
    // A text that is looked for in another.
    case .call: isCompared = true
    case .conditional, .forEach, .quantified, .filter: isCompared = false
    default: break
    }
    for child in expression.children { collect(child, isCompared: isCompared, into: &constants) }
  }
}

extension Form where P == Checked {
  /// The rule that holds on a day, where there are several, one after the other.
  fileprivate func rule(on day: CalendarDate) -> Form {
    guard case .dated(let rules) = self, let position = rules.position(on: day) else { return self }
    return rules[position].decision.form
  }

  fileprivate func compare(into found: inout Comparisons) {
    switch self {
    case .value(let formula): found.add(formula)
    case .cases(let cases):
      for line in cases {
        found.add(line.when)
        found.add(line.then)
      }
    case .table(let table):
      for (column, input) in table.inputs.enumerated() {
        found.add(input, table.rows.compactMap { $0.cells.indices.contains(column) ? $0.cells[column] : nil })
      }
      for output in table.rows.flatMap(\.outputs) { found.add(output) }
    case .criteria(let group):
      for criterion in group.all {
        if case .require(let formula) = criterion.body { found.add(formula) }
        for waiver in criterion.waivers { found.add(waiver.when) }
      }
    case .rule(let rule):
      for exception in rule.all {
        found.add(exception.when)
        found.add(exception.value)
      }
    case .bestOf(let best):
      for candidate in best.candidates {
        found.add(candidate.when)
        found.add(candidate.value)
      }
      found.add(best.otherwise)
    case .split(let split): for formula in split.formulas { found.add(formula) }
    case .quota(let quota):
      for limit in quota.limits { found.add(limit.most) }
      found.add(quota.counting)
    case .dated(let rules): for rule in rules { rule.decision.form.compare(into: &found) }
    }
  }
}

extension [Value] {
  /// Each value once.
  fileprivate var distinct: [Value] {
    reduce(into: []) { found, value in
      if !found.contains(where: { $0.equals(value) }) { found.append(value) }
    }
  }
}
