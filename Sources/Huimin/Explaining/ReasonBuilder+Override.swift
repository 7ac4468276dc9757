import Diagnostics
import FEEL

/// Decisions that somebody set aside: by whom, and what the rule would have come to.
extension ReasonBuilder {
  mutating func reason(for checked: CheckedDecision, _ value: Value, _ setAside: SetAside) -> Reason {
    let decision = checked.decision
    let byRule = setAside.byRule
    var account = Account()
    // Whatever is not met in the rule stands in nobody's way.
    _ = telling(isHarmless: true) { builder in
      account = builder.account(of: checked, byRule)
      return []
    }
    let facts = facts(behind: [decision.name])
    let isError = byRule.value.isError
    let shown =
      isError
      ? Wording(en: "could not be worked out", zh: "无法计算")
      : account.valueText ?? ValueFormat.text(of: byRule.value, type: checked.type)
    let rule = Reason(
      .rule, label: Wording(en: "by the rule", zh: "按规定"), standing: isError ? .failed : .unmet, value: byRule.value,
      type: checked.type, valueText: shown,
      text: isError ? nil : sentence(decision.because, of: byRule.value) ?? account.sentence,
      citations: resolve(decision.citations, checked).refined(by: account.citations) + termCitations(decision.name),
      readings: resolve(decision.readings, checked) + account.readings, because: account.parts)
    let isOwn = checked.origin.id == program.policy.id
    var reason = Reason(
      .decision, name: decision.name, label: decision.label, standing: standing(of: value, in: decision), value: value,
      type: checked.type, text: sentence(of: setAside.made, checked, shown),
      citations: resolve(decision.override?.citations ?? [], checked), paidTo: decision.paidTo,
      note: decision.override?.note ?? decision.note, origin: isOwn ? nil : checked.origin.id,
      because: [rule.resting(on: facts)], restsOn: facts)
    reason.setAside = Reason.SetAsideRule(made: setAside.made, value: byRule.value, valueText: shown)
    return reason
  }

  private func sentence(of made: OverrideMade, _ checked: CheckedDecision, _ byRule: Wording) -> Wording {
    let who = checked.decision.override?.label(of: made.by) ?? Wording(both: made.by)
    let day = ValueFormat.text(of: .date(made.on), type: .date)
    let until = made.until.map { ValueFormat.text(of: .date($0), type: .date) }
    let basis = made.basis.map(Quotation.visible)
    let en = ([basis] + [until.map { "until \($0[.en])" }]).compactMap { $0 }.joined(separator: ", ")
    let zh = ([basis] + [until.map { "有效至\($0[.zh])" }]).compactMap { $0 }.joined(separator: "，")
    return Wording(
      en: "(set aside by \(who[.en]) on \(day[.en])\(en.isEmpty ? "" : "; \(en)"); by the rule: \(byRule[.en]))",
      zh: "（\(who[.zh])\(day[.zh])另行决定\(zh.isEmpty ? "" : "，\(zh)")；按规定：\(byRule[.zh])）")
  }

  /// That somebody decided otherwise once, which no longer counts; nothing where nobody did.
  func lapsedOverride(of checked: CheckedDecision) -> Reason? {
    guard let override = checked.decision.override, let made = outcome.overrides[checked.decision.name],
      let lapse = override.lapse(of: made, on: outcome.day)
    else { return nil }
    let who = override.label(of: made.by)
    let day = ValueFormat.text(of: .date(made.on), type: .date)
    return Reason(
      .step,
      text: Wording(
        en: "what \(who[.en]) decided otherwise on \(day[.en]) \(lapse[.en]): the rule applies",
        zh: "\(who[.zh])\(day[.zh])的另行决定\(lapse[.zh])，仍按规定"))
  }
}
