import Diagnostics
import FEEL

/// What one decision of a policy is, without how it decides: for lists, tables of contents, and what builds on the policy.
public struct DecisionOutline: Sendable {
  public let name: String
  /// What people call it.
  public let label: Wording
  public let type: FeelType
  /// Where it is written.
  public let location: Location
  /// Its criteria, those that are divided further left out; empty for decisions in other forms.
  public let criteria: [Criterion]

  public struct Criterion: Sendable {
    public let name: String
    /// Whether there are conditions under which it need not be met.
    public let hasWaivers: Bool
  }
}

extension Program {
  /// Every decision, those of higher policies too, each after those that it depends on.
  public var outline: [DecisionOutline] {
    decisions.map { checked in
      let decision = checked.decision
      let criteria =
        if case .criteria(let group) = decision.form { group.leaves } else { [DecisionOutline.Criterion]() }
      return DecisionOutline(
        name: decision.name, label: decision.label, type: checked.type, location: decision.location,
        criteria: criteria)
    }
  }

  /// The terms that a policy which implements this one has to fill in, or may: those of its own, and those that it leaves
  /// open in turn.
  public var openTerms: [OpenTerm] {
    var names: Set<String> = []
    return layers.flatMap(\.openTerms).filter { term in
      // What stands in for a term that nobody has filled in stands in the place of the term.
      let isOpen = fact(named: term.name) != nil || decision(named: term.name)?.decision.location == term.location
      return isOpen && names.insert(term.name).inserted
    }
  }
}

extension CriteriaGroup {
  fileprivate var leaves: [DecisionOutline.Criterion] {
    criteria.flatMap { criterion in
      if case .group(let group) = criterion.body { return group.leaves }
      return [DecisionOutline.Criterion(name: criterion.name, hasWaivers: !criterion.waivers.isEmpty)]
    }
  }
}
