import FEEL

/// What people call what a batch writes.
extension BatchPlan {
  package func label(of column: BatchColumn) -> Wording { column.label(in: deciders.map(\.program)) }

  /// What people call a fact or decision.
  package func label(of name: String) -> Wording { deciders.last?.program.label(of: name) ?? Wording(both: name) }

  package func label(of amount: BatchAmount) -> Wording {
    let column = BatchColumn(name: amount.decision, content: .decision(amount.decision, member: amount.member))
    return label(of: column)
  }

  /// What people call a criterion of a decision.
  package func label(ofCriterion name: String, of decision: String) -> Wording {
    for decider in deciders.reversed() {
      if case .criteria(let group)? = decider.program.decision(named: decision)?.decision.form,
        let label = group.label(of: name)
      {
        return label
      }
    }
    return Wording(both: name)
  }

  /// An amount as people write it.
  package func text(ofAmount amount: Decimal128) -> Wording {
    ValueFormat.text(of: .number(amount), type: .number(.yuan))
  }
}

extension CriteriaGroup<Checked> {
  fileprivate func label(of name: String) -> Wording? {
    for criterion in criteria {
      if criterion.name == name { return criterion.label }
      if case .group(let group) = criterion.body, let label = group.label(of: name) { return label }
    }
    return nil
  }
}
