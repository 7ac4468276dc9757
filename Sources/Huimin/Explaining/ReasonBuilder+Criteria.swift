import Diagnostics
import FEEL

/// Criteria: how each stands, whether or not the first settled the whole.
extension ReasonBuilder {
  mutating func criteria(_ group: CriteriaGroup<Checked>, _ found: GroupFinding, _ checked: CheckedDecision) -> [Reason]
  {
    var reasons: [Reason] = []
    for (criterion, finding) in zip(group.criteria, found.criteria) {
      reasons.append(reason(criterion, finding, checked))
    }
    return reasons
  }

  private mutating func reason(
    _ criterion: Criterion<Checked>, _ found: CriterionFinding, _ checked: CheckedDecision
  ) -> Reason {
    if let position = found.waiver, position < criterion.waivers.count {
      return reason(criterion, waived: criterion.waivers[position], checked)
    }
    let standing = phrasing.standing(of: found.value)
    let sentence: Wording? =
      switch standing {
      case .met: criterion.met.flatMap(text)
      case .unmet: criterion.unmet.flatMap(text)
      default: nil
      }
    let parts: [Reason] =
      switch (criterion.body, found.group) {
      case (.require(let formula), _): conditions(formula) + reasons(usedBy: [formula.expression])
      case (.group(let group), let inner?): criteria(group, inner, checked)
      default: []
      }
    return Reason(
      .criterion, name: criterion.name, label: criterion.label, standing: standing, text: sentence,
      citations: resolve(criterion.citations, checked), readings: resolve(criterion.readings, checked),
      evidence: criterion.evidence, cure: standing == .unmet ? criterion.cure.flatMap(text) : nil, because: parts)
  }

  private mutating func reason(
    _ criterion: Criterion<Checked>, waived waiver: Waiver<Checked>, _ checked: CheckedDecision
  ) -> Reason {
    let isOwn = waiver.origin.isEmpty || waiver.origin == checked.origin.id
    return Reason(
      .criterion, name: criterion.name, label: criterion.label, standing: .waived, text: waiver.because.flatMap(text),
      citations: resolve(criterion.citations, checked) + resolve(waiver.citations, checked),
      readings: resolve(criterion.readings + waiver.readings, checked), origin: isOwn ? nil : waiver.origin,
      because: conditions(waiver.when) + reasons(usedBy: [waiver.when.expression]))
  }
}
