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
    case .cases(let cases): return check(cases, expecting: expected)
    case .table(let table): return check(table, of: decision, expecting: expected)
    case .criteria(let group): return check(group).map { (.criteria($0), .boolean) }
    case .rule(let rule): return check(rule, expecting: expected)
    case .bestOf(let best): return check(best, of: decision, expecting: expected)
    case .split(let split): return check(split)
    case .dated(let rules): return check(rules, of: decision, expecting: expected)
    case .quota(let quota): return check(quota, of: decision, expecting: expected)
    }
  }

  /// A value whose kind or unit is not that of the place it stands in.
  mutating func requireFit(_ formula: CheckedFormula, _ expected: FeelType?) {
    guard let expected, formula.type != .any, !formula.type.conforms(to: expected) else { return }
    report(
      "type-mismatch", at: formula.written.location,
      en: "expected \(expected.wording[.en]), found \(formula.type.wording[.en])",
      zh: "此处应为\(expected.wording[.zh])，却是\(formula.type.wording[.zh])")
  }

  mutating func condition(_ written: Written) -> CheckedFormula? { condition(written, in: scope) }

  mutating func condition(_ written: Written, in scope: TypeScope) -> CheckedFormula? {
    guard let formula = formulas.formula(written, in: scope) else { return nil }
    if formula.type != .boolean, formula.type != .any {
      report(
        "condition-type", at: written.location, en: "a condition is true or false, not \(formula.type.wording[.en])",
        zh: "条件须为真或假，而不是\(formula.type.wording[.zh])")
    }
    return formula
  }

  // MARK: Cases

  private mutating func check(_ cases: [Case<AsWritten>], expecting expected: FeelType?) -> (Form<Checked>, FeelType)? {
    var checked: [Case<Checked>] = []
    // Where no case could be read, which has been told, nothing is known of the value.
    var type = cases.isEmpty ? FeelType.any : .null
    for option in cases {
      let when = option.when.flatMap { condition($0) }
      guard let then = output(option.then, expecting: expected, joining: &type) else { continue }
      guard option.when == nil || when != nil else { continue }
      checked.append(
        Case(
          when: when, then: then, because: formulas.template(option.because, in: scope), citations: option.citations,
          readings: option.readings, location: option.location))
      if let when { warnOfConstant(when, at: option.location) }
    }
    return checked.count == cases.count ? (.cases(checked), type) : nil
  }

  mutating func warnOfConstant(_ when: CheckedFormula, at location: Location) {
    guard case .literal(.boolean(let holds)) = when.expression.kind else { return }
    report(
      "constant-condition", at: location, severity: .warning,
      en: holds ? "this condition always holds: no case after it is ever reached" : "this condition never holds",
      zh: holds ? "此条件恒成立：其后的情形永远不会用到" : "此条件永不成立")
  }

  /// One of the values that a decision may give: of the type that is expected, otherwise of that of the values before.
  mutating func output(_ written: Written, expecting expected: FeelType?, joining type: inout FeelType)
    -> CheckedFormula?
  {
    let known = type == .null || type == .any ? nil : type
    guard let formula = formulas.formula(written, in: scope, expecting: expected ?? known) else { return nil }
    if let expected { requireFit(formula, expected) } else { requireSame(type, formula) }
    type = type.joined(with: formula.type)
    return formula
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
}
