import Diagnostics
import FEEL

/// What an amending policy changes in the decisions above it.
extension Linker {
  mutating func apply(_ changes: [Change], by layer: Policy) {
    if let first = changes.first, layer.amends == nil {
      return report(
        "bad-change", at: first.decision.location, en: "only a policy that amends another can change its decisions",
        zh: "只有修改（amends）其他政策的政策才能改动其判定",
        help: Wording(en: "write `‹amends›: ` and the id of that policy", zh: "写明 `‹amends›: ` 和该政策的标识"))
    }
    for change in changes {
      guard let position = decisions.firstIndex(where: { $0.decision.name == change.decision.name }) else {
        report(
          "unknown-name", at: change.decision.location, en: "there is no decision `\(change.decision.name)` to change",
          zh: "没有可修改的判定 `\(change.decision.name)`",
          help: Suggestion.didYouMean(change.decision.name, among: decisions.map(\.decision.name)))
        continue
      }
      switch change.kind {
      case .replace(let decision):
        decisions[position].decision = decision
        decisions[position].origin = layer
      case .waive(let waiver): waive(waiver, change, at: position)
      }
    }
  }

  private mutating func waive(_ waiver: Waiver<AsWritten>, _ change: Change, at position: Int) {
    let decision = decisions[position].decision
    guard case .criteria(let group) = decision.form, let criterion = change.criterion else {
      return report(
        "bad-change", at: change.decision.location, en: "only a criterion can be waived", zh: "只有条件可以豁免",
        help: Wording(en: "write `decision / criterion:`", zh: "写 `判定 / 条件:`"))
    }
    guard let waived = group.waiving(criterion.name, waiver) else {
      return report(
        "unknown-name", at: criterion.location,
        en: "`\(decision.name)` has no criterion `\(criterion.name)`",
        zh: "`\(decision.name)` 没有条件 `\(criterion.name)`",
        help: Suggestion.didYouMean(criterion.name, among: group.all.map(\.name)))
    }
    decisions[position].decision.form = .criteria(waived)
  }
}

extension CriteriaGroup {
  /// The same group with a waiver added to the criterion of a name, or `nil` where there is none.
  fileprivate func waiving(_ name: String, _ waiver: Waiver<P>) -> CriteriaGroup? {
    var group = self
    var found = false
    for position in criteria.indices {
      if criteria[position].name == name {
        group.criteria[position].waivers.append(waiver)
        found = true
      } else if case .group(let inner) = criteria[position].body, let waived = inner.waiving(name, waiver) {
        group.criteria[position].body = .group(waived)
        found = true
      }
    }
    return found ? group : nil
  }
}
