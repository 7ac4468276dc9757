import Diagnostics
import FEEL

/// Decides one record: each decision in the order of its dependencies, keeping the way to each value.
struct Decider {
  let program: Program
  let facts: Facts
  let day: CalendarDate
  let run: Run
  private(set) var environment: Environment
  private(set) var findings: [String: Finding] = [:]
  private var variables: [String: Value]

  /// - Parameter assumed: what is taken for facts, or for the decision date, in the place of what is given: values that are
  ///   not known but limited stand for all that they may be at once.
  init(_ program: Program, facts given: Facts, on day: CalendarDate, assuming assumed: [String: Value] = [:]) {
    self.program = program
    facts = given
    self.day = day
    run = Run(moment: DateTime(midnightUTC: day), errorsPropagate: true)
    variables = StandardNames.values(on: day).merging(program.calendarFunctions) { $1 }
    for fact in program.facts {
      let value = given.lapse(of: fact, on: day) == nil ? given.values[fact.name] : nil
      variables[fact.name] = value ?? program.openFacts[fact.name]
    }
    for parameter in program.parameters {
      variables[parameter.name] = parameter.value(on: day)?.value ?? Decider.noValue(of: parameter, on: day)
    }
    for (name, value) in assumed { variables[name] = value }
    environment = Environment(variables)
  }

  private static func noValue(of parameter: Parameter, on day: CalendarDate) -> Value {
    .null(
      because: Diagnostic(
        "no-parameter-value", location: parameter.location,
        message: Wording(
          en: "the parameter `\(parameter.name)` has no value on \(day)", zh: "参数 `\(parameter.name)` 在 \(day) 没有值")))
  }

  mutating func decideAll() { decide(program.decisions) }

  /// Decides no more than some formulas rest on.
  mutating func decide(whatIsUsedBy formulas: [CheckedFormula]) {
    decide(program.decisions(behind: formulas.flatMap(\.expression.names)))
  }

  mutating func decide(_ decisions: [CheckedDecision]) {
    for (position, checked) in decisions.enumerated() {
      let finding = setAside(bounded(rounded(decide(checked.decision), of: checked.decision), by: checked), checked)
      findings[checked.decision.name] = finding
      variables[checked.decision.name] = finding.value
      // A name is looked up from the last bound outwards; now and then all are put on one level, so that thousands of
      // decisions do not make each look-up long.
      environment =
        position % 32 == 31
        ? Environment(variables) : environment.binding(checked.decision.name, to: finding.value)
    }
    environment = Environment(variables)
  }

  /// What somebody entitled decided otherwise, in the place of what the rule comes to; that is kept with it.
  private func setAside(_ byRule: Finding, _ checked: CheckedDecision) -> Finding {
    guard let override = checked.decision.override, let made = facts.overrides[checked.decision.name],
      override.lapse(of: made, on: day) == nil
    else { return byRule }
    return bounded(
      Finding(made.value, trace: byRule.trace, setAside: SetAside(made: made, byRule: byRule)), by: checked)
  }

  private func decide(_ decision: Decision<Checked>) -> Finding {
    switch decision.form {
    case .value(let formula): Finding(evaluate(formula), trace: .value)
    case .cases(let cases): decide(cases, of: decision)
    case .table(let table): decide(table, of: decision)
    case .criteria(let group):
      { finding in Finding(finding.value, trace: .criteria(finding)) }(decide(group, of: decision))
    case .rule(let rule): decide(rule, of: decision)
    case .bestOf(let best): decide(best, of: decision)
    case .split(let split): decide(split, of: decision)
    case .quota(let quota): decide(quota, of: decision)
    case .dated(let rules): decide(rules, of: decision)
    }
  }

  private func decide(_ rules: [DatedRule<Checked>], of decision: Decision<Checked>) -> Finding {
    guard let position = rules.position(on: day) else {
      return Finding(
        refusal(
          "no-parameter-value", of: decision, en: "`\(decision.name)` has no rule on \(day)",
          zh: "`\(decision.name)` 在 \(day) 没有规定"), trace: .value)
    }
    let inner = rules[position].decision
    let found = rounded(decide(inner), of: inner)
    return Finding(found.value, trace: .dated(position, found))
  }

  /// The value of a formula. The cause of a null is placed in the file where the formula stands; a null that is not the
  /// word `null` itself is an error too, for it is no answer.
  func evaluate(_ formula: CheckedFormula) -> Value {
    let value = placed(run.evaluate(formula.expression, in: environment), by: formula.written)
    guard case .null(nil) = value, !isWrittenNull(formula.expression) else { return value }
    let text = formula.written.text
    return .null(
      because: Diagnostic(
        "null-value", location: formula.written.location,
        message: Wording(en: "`\(text)` comes to null", zh: "`\(text)` 的结果为空值"),
        help: Wording(
          en: "say what holds then: `if x = null then … else x`", zh: "写明此时如何：`if x = null then … else x`")))
  }

  /// Whether the author wrote that there is no value here: `null`, or a choice that comes to it.
  private func isWrittenNull(_ expression: Expression) -> Bool {
    guard case .conditional(let condition, let then, let otherwise) = expression.kind else {
      return expression.isNullLiteral
    }
    switch run.evaluate(condition, in: environment) {
    case .boolean(true): return isWrittenNull(then)
    case .boolean(false): return isWrittenNull(otherwise)
    default: return isWrittenNull(then) && isWrittenNull(otherwise)
    }
  }

  /// The value of a condition: true, false or unknown, or null with its cause.
  func condition(_ formula: CheckedFormula, of decision: Decision<Checked>) -> Value {
    let value = evaluate(formula)
    switch value {
    case .boolean, .unknown, .null(.some): return value
    default:
      let text = formula.written.text
      return refusal(
        "null-condition", of: decision, en: "the condition `\(text)` is neither true nor false",
        zh: "条件 `\(text)` 既非真也非假")
    }
  }

  func placed(_ value: Value, by written: Written) -> Value {
    guard case .null(let cause?) = value, cause.diagnostic.location == nil else { return value }
    return .null(because: cause.diagnostic.located(at: written.location(of: cause.diagnostic.span)))
  }

  /// A null because of what the rule itself says, not of an expression in it.
  func refusal(_ code: String, of decision: Decision<Checked>, en: String, zh: String, help: Wording? = nil) -> Value {
    let found = Diagnostic(code, location: decision.location, message: Wording(en: en, zh: zh), help: help)
    return .null(because: found.spelled(in: program.language(of: decision.location.file)))
  }

  // MARK: After the form

  private func rounded(_ finding: Finding, of decision: Decision<Checked>) -> Finding {
    guard let rounding = decision.rounding else { return finding }
    if case .split = decision.form { return finding }
    let rounded = run.mapping(finding.value) { value in
      guard case .number(let number) = value else { return value }
      return rounding.apply(to: number).map { .number($0) }
        ?? refusal(
          "number-too-large", of: decision, en: "`\(decision.name)` is out of range for its rounding",
          zh: "`\(decision.name)` 超出取整的范围")
    }
    let isChanged = !rounded.isUnknown && !rounded.isNull && !rounded.equals(finding.value)
    return Finding(rounded, unrounded: isChanged ? finding.value : nil, trace: finding.trace)
  }

  private func isBelowZero(_ value: Value) -> Bool {
    if case .number(let number) = value { number.isNegative } else { false }
  }

  /// Holds a value to its declared type, and one that fills in open terms to the bounds that higher policies set.
  private func bounded(_ finding: Finding, by checked: CheckedDecision) -> Finding {
    guard !finding.value.isNull else { return finding }
    let decision = checked.decision
    if !finding.value.isUnknown, let problem = decision.type?.problem(with: finding.value) {
      return Finding(
        refusal(
          "type-mismatch", of: decision, en: "`\(decision.name)` \(problem[.en])",
          zh: "`\(decision.name)` \(problem[.zh])",
          help: isBelowZero(finding.value)
            ? Wording(en: "check the facts from which it is computed", zh: "请核对据以计算的事实")
            : Wording(en: "round it with `‹round›:`, or declare another type", zh: "用 `‹round›:` 取整，或改类型")),
        trace: finding.trace)
    }
    if case .unknown(let unknown) = finding.value, let type = decision.type,
      unknown.possible?.contains(where: { type.problem(with: $0) != nil }) ?? false
    {
      return Finding(.unknown(unknown.failing), trace: finding.trace)
    }
    if case .unknown(let unknown) = finding.value, unknown.possible == nil,
      let bounds = decision.type?.held(unknown.bounds)
    {
      return bounded(Finding(.between(bounds, dependingOn: unknown), trace: finding.trace), withinBoundsOf: checked)
    }
    return bounded(finding, withinBoundsOf: checked)
  }

  /// Holds a value to the bounds that higher policies set.
  private func bounded(_ finding: Finding, withinBoundsOf checked: CheckedDecision) -> Finding {
    let decision = checked.decision
    for bounds in checked.bounds {
      switch placed(run.test(bounds.tests, input: finding.value, in: environment), by: bounds.written) {
      case .boolean(true): continue
      case .unknown(let unknown): return Finding(finding.value.orError(dependingOn: unknown), trace: finding.trace)
      case .null(let cause?): return Finding(.null(cause), trace: finding.trace)
      default:
        let ends = self.ends(of: bounds)
        return Finding(
          refusal(
            "out-of-bounds", of: decision,
            en:
              "`\(decision.name)` is \(finding.value.displayText), outside the bounds `\(bounds.written.text)`\(ends[.en])",
            zh: "`\(decision.name)` 为 \(finding.value.displayText)，超出上级规定的范围 `\(bounds.written.text)`\(ends[.zh])"),
          trace: finding.trace)
      }
    }
    return finding
  }
}

extension Decider {
  /// What the ends of a range come to for this record, where they are not written as numbers.
  private func ends(of bounds: CheckedCell) -> Wording {
    guard bounds.tests.tests.count == 1, case .expression(let expression) = bounds.tests.tests[0].kind,
      case .range(let written) = expression.kind,
      [written.lower, written.upper].contains(where: { !($0?.names.isEmpty ?? true) }),
      case .range(let range) = run.evaluate(expression, in: environment), let lower = range.lower,
      let upper = range.upper
    else { return Wording(both: "") }
    return Wording(
      en: " (\(lower.displayText) to \(upper.displayText))", zh: "（\(lower.displayText) 至 \(upper.displayText)）")
  }
}

extension Rounding {
  /// The number rounded, or `nil` where it does not fit.
  func apply(to number: Decimal128) -> Decimal128? { number.rounded(toMultipleOf: step, mode) }
}
