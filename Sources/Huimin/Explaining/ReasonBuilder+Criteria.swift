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
    let facts = facts(behind: criterion.names)
    let standing = phrasing.standing(of: found.value)
    let sentence: Wording? =
      switch standing {
      case .met: criterion.met.flatMap(text)
      case .unmet: criterion.unmet.flatMap(text)
      default: nil
      }
    var parts: [Reason] =
      switch (criterion.body, found.group) {
      case (.require(let formula), _): conditions(formula)
      case (.group(let group), let inner?): criteria(group, inner, checked)
      default: []
      }
    if standing != .met { for waiver in criterion.waivers { parts.append(reason(notWaivedBy: waiver)) } }
    let needed: Int? = if case .group(let group) = criterion.body { group.rule.needed } else { nil }
    return Reason(
      .criterion, name: criterion.name, label: criterion.label, standing: standing, text: sentence,
      citations: resolve(criterion.citations, checked), readings: resolve(criterion.readings, checked),
      evidence: criterion.evidence, cure: standing == .unmet ? criterion.cure.flatMap(text) : nil, needed: needed,
      origin: criterion.origin, because: parts.map { $0.resting(on: facts) }, restsOn: facts)
  }

  private mutating func reason(
    _ criterion: Criterion<Checked>, waived waiver: Waiver<Checked>, _ checked: CheckedDecision
  ) -> Reason {
    let isOwn = waiver.origin.isEmpty || waiver.origin == checked.origin.id
    let origin = program.layers.first { $0.id == waiver.origin } ?? checked.origin
    return Reason(
      .criterion, name: criterion.name, label: criterion.label, standing: .waived, text: waiver.because.flatMap(text),
      citations: resolve(criterion.citations, checked) + resolve(waiver.citations, in: origin),
      readings: resolve(criterion.readings, checked) + resolve(waiver.readings, in: origin),
      origin: isOwn ? nil : waiver.origin, because: conditions(waiver.when), restsOn: facts(behind: criterion.names))
  }

  /// Why a criterion that could be waived is not, or not yet. That an exemption does not apply is no fault, so what is so
  /// is told plainly.
  private mutating func reason(notWaivedBy waiver: Waiver<Checked>) -> Reason {
    let isOpen = phrasing.value(of: waiver.when.expression).isUnknown
    let origin = program.layers.first { $0.id == waiver.origin } ?? program.policy
    return Reason(
      .rule,
      text: isOpen
        ? Wording(en: "whether an exemption from it applies is not known yet", zh: "是否免于此项，尚不清楚")
        : Wording(en: "no exemption from it applies", zh: "不属于免于此项的情形"),
      citations: resolve(waiver.citations, in: origin),
      because: isOpen ? conditions(waiver.when) : statements(waiver.when.expression, waiver.when.written))
  }
}

extension CriteriaRule {
  /// How many are enough; `nil` where all are needed.
  var needed: Int? {
    switch self {
    case .all: nil
    case .any: 1
    case .atLeast(let count): count
    }
  }
}
