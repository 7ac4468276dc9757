import Diagnostics
import FEEL

/// Checks each form of decision and finds the type of what it decides.
extension Compiler {
  mutating func check(_ form: Form<AsWritten>, of decision: Decision<AsWritten>, expecting expected: FeelType?)
    -> (Form<Checked>, FeelType)?
  {
    switch form {
    case .value(let written):
      guard let formula = formulas.formula(written, in: scope, expecting: expected) else { return nil }
      requireFit(formula, expected)
      return (.value(formula), formula.type)
    case .cases(let cases): return check(cases, of: decision, expecting: expected)
    case .table(let table): return check(table, of: decision, expecting: expected)
    case .criteria(let group): return check(group).map { (.criteria($0), .boolean) }
    case .split(let split): return check(split, of: decision)
    }
  }

  /// A value whose kind or unit is not that of the place it stands in.
  private mutating func requireFit(_ formula: CheckedFormula, _ expected: FeelType?) {
    guard let expected, formula.type != .any, !formula.type.conforms(to: expected) else { return }
    report(
      "type-mismatch", at: formula.written.location,
      en: "expected \(expected.wording[.en]), found \(formula.type.wording[.en])",
      zh: "此处应为\(expected.wording[.zh])，却是\(formula.type.wording[.zh])")
  }

  private mutating func condition(_ written: Written) -> CheckedFormula? {
    guard let formula = formulas.formula(written, in: scope) else { return nil }
    if formula.type != .boolean, formula.type != .any {
      report(
        "condition-type", at: written.location, en: "a condition is true or false, not \(formula.type.wording[.en])",
        zh: "条件须为真或假，而不是\(formula.type.wording[.zh])")
    }
    return formula
  }

  // MARK: Cases

  private mutating func check(
    _ cases: [Case<AsWritten>], of decision: Decision<AsWritten>, expecting expected: FeelType?
  ) -> (Form<Checked>, FeelType)? {
    var checked: [Case<Checked>] = []
    var type = FeelType.null
    for option in cases {
      let when = option.when.flatMap { condition($0) }
      guard let then = formulas.formula(option.then, in: scope, expecting: expected ?? type.ifKnown) else { continue }
      if let expected { requireFit(then, expected) } else { requireSame(type, then) }
      type = type.joined(with: then.type)
      guard option.when == nil || when != nil else { continue }
      checked.append(
        Case(
          when: when, then: then, because: formulas.template(option.because, in: scope), citations: option.citations,
          readings: option.readings, location: option.location))
      warnOfUnreachable(when, option, last: option.location == cases.last?.location)
    }
    return checked.count == cases.count ? (.cases(checked), type) : nil
  }

  private mutating func warnOfUnreachable(_ when: CheckedFormula?, _ option: Case<AsWritten>, last: Bool) {
    guard let when, case .literal(.boolean(let holds)) = when.expression.kind else { return }
    report(
      "constant-condition", at: option.location, severity: .warning,
      en: holds ? "this condition always holds: no case after it is ever reached" : "this condition never holds",
      zh: holds ? "此条件恒成立：其后的情形永远不会用到" : "此条件永不成立")
  }

  /// Values of one decision must be of one kind and one unit.
  private mutating func requireSame(_ type: FeelType, _ formula: CheckedFormula) {
    guard type != .null, type != .any, formula.type != .any, formula.type != .null else { return }
    if case .any = type.joined(with: formula.type) {
      report(
        "type-mismatch", at: formula.written.location,
        en: "this is \(formula.type.wording[.en]), where the values before are \(type.wording[.en])",
        zh: "此处是\(formula.type.wording[.zh])，而前面的值是\(type.wording[.zh])")
    }
  }

  // MARK: Tables

  private mutating func check(
    _ table: Table<AsWritten>, of decision: Decision<AsWritten>, expecting expected: FeelType?
  ) -> (Form<Checked>, FeelType)? {
    let inputs = table.inputs.compactMap { formulas.formula($0, in: scope) }
    guard inputs.count == table.inputs.count else { return nil }
    let wanted = outputTypes(table, expected)
    var types = Array(repeating: FeelType.null, count: max(1, table.outputs.count))
    var rows: [Table<Checked>.Row] = []
    for row in table.rows {
      let cells = zip(row.cells, inputs).compactMap { formulas.cell($0, input: $1.type, in: scope) }
      let outputs = row.outputs.enumerated().compactMap { position, written -> CheckedFormula? in
        let formula = formulas.formula(written, in: scope, expecting: wanted[position] ?? types[position].ifKnown)
        if let formula {
          if let wanted = wanted[position] {
            requireFit(formula, wanted)
          } else {
            requireSame(types[position], formula)
          }
          types[position] = types[position].joined(with: formula.type)
        }
        return formula
      }
      guard cells.count == row.cells.count, outputs.count == row.outputs.count else { continue }
      rows.append(
        Table.Row(
          id: row.id, cells: cells, outputs: outputs, because: formulas.template(row.because, in: scope),
          citations: row.citations, location: row.location))
    }
    let fallback = table.fallback?.enumerated().compactMap { position, written -> CheckedFormula? in
      let expected = position < wanted.count ? wanted[position] : nil
      guard let formula = formulas.formula(written, in: scope, expecting: expected) else { return nil }
      if let expected {
        requireFit(formula, expected)
      } else if position < types.count {
        requireSame(types[position], formula)
      }
      return formula
    }
    guard rows.count == table.rows.count, fallback?.count == table.fallback?.count else { return nil }
    if let fallback, fallback.count == types.count {
      for (position, formula) in fallback.enumerated() { types[position] = types[position].joined(with: formula.type) }
    }
    let checked = Table<Checked>(
      hit: table.hit, inputs: inputs, outputs: table.outputs, rows: rows, fallback: fallback)
    findUnreachable(checked)
    requireNumbers(checked, types, of: decision)
    requireMembers(checked, of: decision)
    return (.table(checked), type(of: checked, outputs: types))
  }

  /// Sums and extremes need numbers to add up and compare.
  private mutating func requireNumbers(_ table: Table<Checked>, _ types: [FeelType], of decision: Decision<AsWritten>) {
    guard [.collectSum, .collectMinimum, .collectMaximum].contains(table.hit), let type = types.first else { return }
    if case .number = type, table.outputs.isEmpty { return }
    guard type != .any || !table.outputs.isEmpty else { return }
    report(
      "type-mismatch", at: decision.location, en: "`\(table.hit.rawValue)` needs one output that is a number",
      zh: "`\(table.hit.rawValue)` 需要一个数作为输出")
  }

  /// Which output comes first is told by the order of members alone.
  private mutating func requireMembers(_ table: Table<Checked>, of decision: Decision<AsWritten>) {
    guard table.hit == .priority || table.hit == .outputOrder else { return }
    let type: FactType? = if case .list(let element)? = decision.type { element } else { decision.type }
    if case .choice? = type, table.outputs.isEmpty { return }
    report(
      "no-priority", at: decision.location,
      en: "hit policy `\(table.hit.rawValue)` does not know which output comes first",
      zh: "命中策略 `\(table.hit.rawValue)` 不知道哪个输出优先",
      help: Wording(en: "list the outputs under `members:`, the first before the others", zh: "用 `members:` 按优先顺序列出各输出")
    )
  }

  private func outputTypes(_ table: Table<AsWritten>, _ wanted: FeelType?) -> [FeelType?] {
    var expected = wanted
    if table.hit.givesList, case .list(let element)? = wanted { expected = element }
    if !table.outputs.isEmpty {
      guard case .context(let fields)? = expected else { return table.outputs.map { _ in nil } }
      return table.outputs.map { name in fields.first { $0.name == name }?.type }
    }
    return [table.hit == .collectCount ? nil : expected]
  }

  private func type(of table: Table<Checked>, outputs: [FeelType]) -> FeelType {
    let single: FeelType =
      table.outputs.isEmpty ? outputs[0] : .context(zip(table.outputs, outputs).map { FeelType.Field($0, $1) })
    if table.hit == .collectCount { return .number }
    return table.hit.givesList ? .list(single) : single
  }

  // MARK: Criteria

  private mutating func check(_ group: CriteriaGroup<AsWritten>) -> CriteriaGroup<Checked>? {
    let criteria = group.criteria.compactMap { check($0) }
    return criteria.count == group.criteria.count ? CriteriaGroup(rule: group.rule, criteria: criteria) : nil
  }

  private mutating func check(_ criterion: Criterion<AsWritten>) -> Criterion<Checked>? {
    let body: Criterion<Checked>.Body?
    switch criterion.body {
    case .require(let written): body = condition(written).map { .require($0) }
    case .group(let group): body = check(group).map { .group($0) }
    }
    let waivers = criterion.waivers.compactMap { waiver -> Waiver<Checked>? in
      condition(waiver.when).map { when in
        Waiver(
          when: when, because: formulas.template(waiver.because, in: scope), citations: waiver.citations,
          readings: waiver.readings, origin: waiver.origin)
      }
    }
    let met = formulas.template(criterion.met, in: scope)
    let unmet = formulas.template(criterion.unmet, in: scope)
    let cure = formulas.template(criterion.cure, in: scope)
    guard let body, waivers.count == criterion.waivers.count else { return nil }
    return Criterion(
      name: criterion.name, label: criterion.label, body: body, citations: criterion.citations,
      readings: criterion.readings, evidence: criterion.evidence, met: met, unmet: unmet, cure: cure, waivers: waivers,
      location: criterion.location)
  }

  // MARK: Splits

  private mutating func check(_ split: Split<AsWritten>, of decision: Decision<AsWritten>)
    -> (Form<Checked>, FeelType)?
  {
    guard let whole = formulas.formula(split.whole, in: scope) else { return nil }
    requireAmount(whole)
    var shares: [Split<Checked>.Share] = []
    for share in split.shares {
      let amount: Split<Checked>.Amount
      switch share.amount {
      case .rest: amount = .rest
      case .fraction(let fraction): amount = .fraction(fraction)
      case .formula(let written):
        guard let formula = formulas.formula(written, in: scope, expecting: whole.type) else { continue }
        requireFit(formula, whole.type)
        amount = .formula(formula)
      }
      shares.append(Split.Share(name: share.name, label: share.label, amount: amount, location: share.location))
    }
    guard shares.count == split.shares.count else { return nil }
    let checked = Split<Checked>(
      whole: whole, shares: shares, rounding: split.rounding, remainder: split.remainder,
      reducesInOrder: split.reducesInOrder)
    return (.split(checked), .context(shares.map { FeelType.Field($0.name, whole.type) }))
  }

  private mutating func requireAmount(_ formula: CheckedFormula) {
    switch formula.type {
    case .number, .any: return
    default:
      report(
        "type-mismatch", at: formula.written.location,
        en: "only an amount can be split, not \(formula.type.wording[.en])",
        zh: "只能拆分金额，而不是\(formula.type.wording[.zh])")
    }
  }
}

extension FeelType {
  /// The type, unless nothing is known of it yet.
  fileprivate var ifKnown: FeelType? { self == .null || self == .any ? nil : self }
}

extension HitPolicy {
  var givesList: Bool { self == .collect || self == .ruleOrder || self == .outputOrder }
}
