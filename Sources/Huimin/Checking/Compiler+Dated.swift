import Diagnostics
import FEEL

/// Checks rules that changed on a date.
extension Compiler {
  mutating func check(
    _ rules: [DatedRule<AsWritten>], of decision: Decision<AsWritten>, expecting expected: FeelType?
  ) -> (Form<Checked>, FeelType)? {
    requireRuleFromTheStart(rules, decision)
    var type = FeelType.null
    var checked: [DatedRule<Checked>] = []
    for rule in rules {
      let inner = rule.decision
      guard
        let (form, found) = check(inner.form, of: inner, expecting: expected ?? inner.type?.feelType(named: inner.name))
      else { continue }
      if type != .null, case .any = type.joined(with: found), type != .any, found != .any {
        report(
          "type-mismatch", at: inner.location,
          en: "from \(rule.from) this is \(found.wording[.en]), where before it was \(type.wording[.en])",
          zh: "自 \(rule.from) 起是\(found.wording[.zh])，而此前是\(type.wording[.zh])")
      }
      type = type.joined(with: found)
      if inner.rounding != nil { requireRoundable(found, inner) }
      checked.append(
        DatedRule(
          from: rule.from,
          decision: Decision(
            name: inner.name, label: inner.label, type: inner.type, citations: inner.citations,
            readings: inner.readings, rounding: inner.rounding, because: formulas.template(inner.because, in: scope),
            paidTo: inner.paidTo, note: inner.note, form: form, location: inner.location)))
    }
    return checked.count == rules.count ? (.dated(checked), type) : nil
  }

  /// There must be a rule on every day on which the policy is in force.
  private mutating func requireRuleFromTheStart(
    _ rules: [DatedRule<AsWritten>], _ decision: Decision<AsWritten>
  ) {
    guard let first = rules.first, let start = linker.layers.firstDay, first.from > start else { return }
    report(
      "rule-gap", at: first.decision.location,
      en: "`\(decision.name)` has no rule from \(start) to the day before \(first.from)",
      zh: "`\(decision.name)` 自 \(start) 至 \(first.from) 前一日没有规定",
      help: Wording(
        en: "write the rule that holds from \(start), when the policy comes into force", zh: "写明政策生效之日 \(start) 起的规定"))
  }
}
