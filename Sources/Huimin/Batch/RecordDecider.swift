import Diagnostics
import FEEL

/// What is decided of one record, as far as a batch needs it.
struct DecidedRecord {
  let status: Outcome.Status
  /// The values of the decisions that were asked for, in the order in which they were; nothing for one that the policy does
  /// not make.
  let values: [Value?]
  /// The facts on which an undetermined outcome depends.
  let open: [String]
  /// Why it failed.
  let diagnostics: [Diagnostic]
  /// The whole, with the way to it.
  let outcome: Outcome
}

/// Decides the records of a batch under one version of a policy: the one place that stands between readers and writers.
struct RecordDecider: Sendable {
  let program: Program
  /// The decisions that are written, each with the member of it.
  let wanted: [(decision: String, member: String?)]

  func decide(_ facts: Facts, on day: CalendarDate) -> DecidedRecord {
    let outcome = program.decide(facts, on: day)
    let values = wanted.map { decision, member -> Value? in
      guard let whole = outcome[decision], let member else { return outcome[decision] }
      if case .context(let context) = whole { return context[member] }
      return whole
    }
    return DecidedRecord(
      status: outcome.status, values: values, open: outcome.openFacts, diagnostics: outcome.diagnostics,
      outcome: outcome)
  }
}
