import FEEL

extension Decider {
  /// Every criterion of a group, never cut short: an applicant learns of all that is unmet at once.
  func decide(_ group: CriteriaGroup<Checked>, of decision: Decision<Checked>) -> GroupFinding {
    let criteria = group.criteria.map { decide($0, of: decision) }
    return GroupFinding(value: combine(criteria.map(\.value), by: group.rule), criteria: criteria)
  }

  private func decide(_ criterion: Criterion<Checked>, of decision: Decision<Checked>) -> CriterionFinding {
    var inner: GroupFinding?
    let own: Value
    switch criterion.body {
    case .require(let formula): own = condition(formula, of: decision)
    case .group(let group):
      let finding = decide(group, of: decision)
      inner = finding
      own = finding.value
    }
    var value = own
    for (index, waiver) in criterion.waivers.enumerated() {
      switch condition(waiver.when, of: decision) {
      case .boolean(true): return CriterionFinding(value: .boolean(true), waiver: index, group: inner)
      case .boolean(false): continue
      case let open: value = Value.or(value, open)
      }
    }
    return CriterionFinding(value: value, waiver: nil, group: inner)
  }

  private func combine(_ values: [Value], by rule: CriteriaRule) -> Value {
    switch rule {
    case .all: return values.reduce(.boolean(true), Value.and)
    case .any: return values.reduce(.boolean(false), Value.or)
    case .atLeast(let wanted):
      let met = values.count { if case .boolean(true) = $0 { true } else { false } }
      let unmet = values.count { if case .boolean(false) = $0 { true } else { false } }
      if met >= wanted { return .boolean(true) }
      if values.count - unmet < wanted { return .boolean(false) }
      // What is neither met nor unmet is open or in error, and now decides.
      return values.filter { if case .boolean = $0 { false } else { true } }.reduce(.boolean(true), Value.and)
    }
  }
}
