import Diagnostics
import FEEL

/// What a policy decides for one record on one day, with everything that is needed to say why.
public struct Outcome: Sendable {
  /// Whether there is an answer.
  public enum Status: String, Sendable, CaseIterable {
    /// Every decision of the outcome has a value. A refusal is one.
    case decided
    /// The answer depends on facts that were not given; ``openFacts`` names them.
    case undetermined
    /// A rule could not be applied to this record; ``diagnostics`` say where and why. It is never a refusal.
    case failed
  }

  /// The policy as it was applied, with those above it.
  public let program: Program
  /// The day for which it was decided.
  public let day: CalendarDate
  /// The facts that were given, in the order of the policy.
  public let facts: [(name: String, value: Value)]
  /// Who made the judgements among the facts, and when.
  public let judgements: [String: JudgementMade]
  /// What somebody decided otherwise than the rules do, by decision; also such as no longer holds.
  public let overrides: [String: OverrideMade]
  public let status: Status
  /// The decisions that answer the question, in the policy's order.
  public let values: [(name: String, value: Value)]
  /// The facts not given on which an undetermined outcome depends, in the order of the policy.
  public let openFacts: [String]
  /// Why a failed outcome failed, each located in the policy's file.
  public let diagnostics: [Diagnostic]
  let findings: [String: Finding]
  let environment: Environment

  /// The value of any decision of the policy, whether or not it is part of the outcome.
  public subscript(decision: String) -> Value? { findings[decision]?.value }
}

extension Outcome {
  /// What was given, to be decided again.
  var record: Facts {
    Facts(
      checked: Dictionary(facts.map { ($0.name, $0.value) }, uniquingKeysWith: { $1 }), judgements: judgements,
      overrides: overrides)
  }

  /// The same with its open facts in another order; those that it does not name come last.
  func ordered(_ names: [String]) -> Outcome {
    let open = names.filter(openFacts.contains) + openFacts.filter { !names.contains($0) }
    return Outcome(
      program: program, day: day, facts: facts, judgements: judgements, overrides: overrides, status: status,
      values: values,
      openFacts: open, diagnostics: diagnostics, findings: findings, environment: environment)
  }

  /// The same with values of which more is known.
  func replacingValues(_ values: [(name: String, value: Value)]) -> Outcome {
    let open = values.reduce(into: Set<String>()) { open, entry in
      open.formUnion(entry.value.unknowns?.facts ?? [])
    }
    return Outcome(
      program: program, day: day, facts: facts, judgements: judgements, overrides: overrides,
      status: status == .undetermined && open.isEmpty ? .decided : status, values: values,
      openFacts: program.inOrder(open), diagnostics: diagnostics, findings: findings, environment: environment)
  }
}

extension Program {
  /// Decides one record.
  ///
  /// - Parameters:
  ///   - facts: what is known of the applicant, read by ``Facts``. A fact left out is unknown, not false and not zero.
  ///   - day: the day for which is decided; the clock is never asked. Outside the period in which the policy is in force
  ///     the outcome is failed.
  public func decide(_ facts: Facts, on day: CalendarDate) -> Outcome {
    guard isInForce(on: day) else { return refused(facts, on: day, because: notInForce(on: day)) }
    var decider = Decider(self, facts: facts, on: day)
    decider.decideAll()
    let values = outcome.map { (name: $0, value: decider.findings[$0]?.value ?? .null) }
    let causes = values.flatMap { $0.value.causes }
    let open = values.reduce(into: Set<String>()) { open, entry in
      open.formUnion(entry.value.unknowns?.facts ?? [])
    }
    return Outcome(
      program: self, day: day, facts: given(facts), judgements: facts.judgements, overrides: facts.overrides,
      status: !causes.isEmpty ? .failed : open.isEmpty ? .decided : .undetermined, values: values,
      openFacts: inOrder(open), diagnostics: causes.uniqued, findings: decider.findings,
      environment: decider.environment)
  }

  private func refused(_ facts: Facts, on day: CalendarDate, because diagnostic: Diagnostic) -> Outcome {
    Outcome(
      program: self, day: day, facts: given(facts), judgements: facts.judgements, overrides: facts.overrides,
      status: .failed, values: [],
      openFacts: [],
      diagnostics: [diagnostic], findings: [:], environment: Environment())
  }

  private func given(_ facts: Facts) -> [(name: String, value: Value)] {
    self.facts.compactMap { fact in facts.values[fact.name].map { (name: fact.name, value: $0) } }
  }

  /// Open facts in the order of the policy; parts of a fact, as in `founders[2].age`, after the fact itself.
  fileprivate func inOrder(_ open: Set<String>) -> [String] {
    let whole = facts.map(\.name)
    return whole.flatMap { name in
      (open.contains(name) ? [name] : [])
        + open.filter { $0.hasPrefix(name + "[") || $0.hasPrefix(name + ".") }.sorted()
    }
  }
}

extension Value {
  /// The causes of the nulls that errors made, here and inside.
  var causes: [Diagnostic] {
    switch self {
    case .null(let cause?): [cause.diagnostic]
    case .list(let items): items.flatMap(\.causes)
    case .context(let context): context.entries.flatMap(\.value.causes)
    default: []
    }
  }
}
