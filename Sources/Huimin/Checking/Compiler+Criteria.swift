import Diagnostics
import FEEL

/// Checks lists of criteria.
extension Compiler {
  mutating func check(_ group: CriteriaGroup<AsWritten>) -> CriteriaGroup<Checked>? {
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
      origin: criterion.origin, location: criterion.location)
  }
}
