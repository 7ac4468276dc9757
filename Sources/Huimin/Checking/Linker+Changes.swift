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
        if layers.contains(where: { $0.unread.contains(change.decision.name) }) { continue }
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
      case .addExceptions(let exceptions, let key, let document):
        add(exceptions, Written(text: base(of: change.decision.name), node: key, document: document), at: position)
      case .addCriteria(let criteria): add(criteria, change, at: position)
      }
    }
  }

  /// The name under which a decision goes on that another policy adds exceptions to.
  private func base(of name: String) -> String {
    var base = "\(name) before exceptions"
    while owners[base] != nil { base += " added" }
    return base
  }

  /// Exceptions to a rule are put beside its own; any other decision becomes a rule, with what it was before as the value.
  private mutating func add(_ exceptions: [Rule<AsWritten>], _ base: Written, at position: Int) {
    let decision = decisions[position].decision
    var rule: Rule<AsWritten>
    if case .rule(let own) = decision.form {
      rule = own
    } else {
      owners[base.text] = .decision
      decisions.append(Linked(decision: decision.renamed(base.text), origin: decisions[position].origin))
      rule = Rule(
        name: nil, label: Wording(en: "as it is without the exceptions", zh: "无例外时"), when: nil, value: base,
        because: nil, citations: [], readings: [], over: [], exceptions: [], location: base.location)
    }
    let names = rule.exceptions.compactMap(\.name)
    for exception in exceptions where names.contains(exception.name ?? "") {
      report(
        "duplicate-name", at: exception.location,
        en: "`\(decision.name)` has an exception `\(exception.name ?? "")` already",
        zh: "`\(decision.name)` 已有例外 `\(exception.name ?? "")`")
    }
    rule.exceptions += exceptions
    diagnostics += Rule.problems(withRanksOf: rule.exceptions)
    decisions[position].decision = decision.with(.rule(rule))
  }

  /// In the decision's own list, or in the group in it that is named.
  private mutating func add(_ criteria: [Criterion<AsWritten>], _ change: Change, at position: Int) {
    let decision = decisions[position].decision
    guard case .criteria(var group) = decision.form else {
      return report(
        "bad-change", at: change.decision.location, en: "`\(decision.name)` is no list of criteria",
        zh: "`\(decision.name)` 不是条件清单",
        help: Wording(en: "write `‹add exceptions›:`", zh: "写 `‹add exceptions›:`"))
    }
    let names = group.all.map(\.name)
    for criterion in criteria where names.contains(criterion.name) {
      report(
        "duplicate-name", at: criterion.location, en: "`\(decision.name)` has a criterion `\(criterion.name)` already",
        zh: "`\(decision.name)` 已有条件 `\(criterion.name)`")
    }
    if let inner = change.criterion {
      guard let added = group.adding(criteria, to: inner.name) else {
        return report(
          "unknown-name", at: inner.location, en: "`\(decision.name)` has no group of criteria `\(inner.name)`",
          zh: "`\(decision.name)` 没有条件组 `\(inner.name)`", help: Suggestion.didYouMean(inner.name, among: names))
      }
      group = added
    } else {
      group.criteria += criteria
    }
    decisions[position].decision.form = .criteria(group)
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

  /// The same group with criteria added to the group within it of a name, or `nil` where there is none.
  fileprivate func adding(_ added: [Criterion<P>], to name: String) -> CriteriaGroup? {
    var group = self
    for position in criteria.indices {
      guard case .group(var inner) = criteria[position].body else { continue }
      if criteria[position].name == name {
        inner.criteria += added
      } else if let changed = inner.adding(added, to: name) {
        inner = changed
      } else {
        continue
      }
      group.criteria[position].body = .group(inner)
      return group
    }
    return nil
  }
}

extension Decision where P == AsWritten {
  /// The same under another name: what people call it stays.
  fileprivate func renamed(_ name: String) -> Decision {
    Decision(
      name: name, label: label, type: type, citations: citations, readings: readings, rounding: rounding,
      because: because, paidTo: nil, note: note, form: form, location: location)
  }

  /// The same decided in another way, by rules that say for themselves what they rest on.
  fileprivate func with(_ form: Form<AsWritten>) -> Decision {
    Decision(
      name: name, label: label, type: type, citations: citations, readings: readings, rounding: rounding,
      because: nil, paidTo: paidTo, note: nil, wanted: wanted, override: override, form: form, location: location)
  }
}
