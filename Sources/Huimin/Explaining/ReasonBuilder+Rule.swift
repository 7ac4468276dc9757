import Diagnostics
import FEEL

/// Which exception set the rule aside, or why none did.
extension ReasonBuilder {
  mutating func account(of rule: Rule<Checked>, _ found: RuleFinding, _ value: Value, _ checked: CheckedDecision)
    -> Account
  {
    guard let taken = path(rule, found) else { return openAccount(of: rule, found, value, checked) }
    var account = Account()
    let last = taken.last?.rule ?? rule
    account.sentence = sentence(last.because, of: value)
    account.citations = resolve(last.citations, checked)
    account.readings = resolve(last.readings, checked)
    // The exception that counts first, then what it sets aside, outwards to the rule itself.
    for (position, step) in taken.enumerated().reversed() {
      let isLast = position == taken.count - 1
      account.parts.append(
        Reason(
          .rule, name: step.rule.name, label: step.rule.label, standing: isLast ? .met : .unmet,
          value: isLast ? value : nil, type: checked.type,
          text: isLast
            ? Wording(both: "")
            : Wording(
              en: "(set aside by: \(taken[position + 1].rule.label[.en]))",
              zh: "（因“\(taken[position + 1].rule.label[.zh])”不适用）"),
          citations: isLast ? [] : resolve(step.rule.citations, checked), origin: step.rule.origin,
          because: (step.rule.when.map { conditions($0) } ?? [])
            + (isLast ? notApplying(step.rule, step.found) + reasons(usedBy: [step.rule.value.expression]) : [])))
    }
    return account
  }

  /// From the rule to the exception that counts; nothing while that is open.
  private func path(_ rule: Rule<Checked>, _ found: RuleFinding) -> [(rule: Rule<Checked>, found: RuleFinding)]? {
    switch found.taken {
    case nil: return nil
    case .itself: return [(rule, found)]
    case .exceptions(let winners):
      guard let first = winners.first, let rest = path(rule.exceptions[first], found.exceptions[first]) else {
        return nil
      }
      return [(rule, found)] + rest
    }
  }

  /// Why the exceptions to what counts do not apply; of many only the first few.
  private mutating func notApplying(_ rule: Rule<Checked>, _ found: RuleFinding) -> [Reason] {
    var reasons: [Reason] = []
    for (exception, finding) in zip(rule.exceptions, found.exceptions).prefix(12) {
      guard case .boolean(false) = finding.holds, let when = exception.when else { continue }
      reasons.append(
        Reason(
          .rule, name: exception.name, label: exception.label,
          text: Wording(en: "(the exception does not apply)", zh: "（例外不适用）"), origin: exception.origin,
          because: telling(
            isHarmless: isWorse(
              phrasing.value(of: exception.value.expression), than: phrasing.value(of: rule.value.expression))
          ) { $0.conditions(when) }))
    }
    return reasons
  }

  /// While exceptions are open: the rule and each exception that may count, with what it gives.
  private mutating func openAccount(
    of rule: Rule<Checked>, _ found: RuleFinding, _ value: Value, _ checked: CheckedDecision
  ) -> Account {
    var account = Account()
    func add(_ rule: Rule<Checked>, _ found: RuleFinding, to account: inout Account, _ builder: inout ReasonBuilder) {
      let conditions = rule.when.map { builder.supposed($0) } ?? []
      let own = builder.phrasing.value(of: rule.value.expression)
      // An exception that applies in any case leaves nothing of what it is an exception to.
      let isSetAside = found.exceptions.contains { $0.isCertain }
      account.parts.append(
        Reason(
          .rule, name: rule.name, label: rule.label, standing: isSetAside ? .unmet : .unknown,
          value: isSetAside || own.isNull ? nil : own, type: checked.type,
          text: isSetAside
            ? Wording(en: "(an exception applies)", zh: "（有例外适用）") : Wording(en: "(possibly)", zh: "（可能）"),
          citations: builder.resolve(rule.citations, checked), origin: rule.origin,
          because: conditions + (isSetAside ? [] : builder.reasons(usedBy: [rule.value.expression]))))
      for (exception, finding) in zip(rule.exceptions, found.exceptions) where finding.result != nil {
        add(exception, finding, to: &account, &builder)
      }
    }
    if !value.isNull { add(rule, found, to: &account, &self) }
    return account
  }
}
