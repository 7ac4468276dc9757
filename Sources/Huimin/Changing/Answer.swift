/// All that can be told of one record: what was decided, or between which ends it lies as long as facts are missing, and
/// what would change it.
///
/// ```swift
/// let answer = Answer(program.decide(facts, on: day))
/// print(TextReport(answer, language: .zh).text)
/// ```
public struct Answer: Sendable {
  /// The outcome, with what is not settled told as narrowly as it can be.
  public let outcome: Outcome
  /// What would change it; nothing of an outcome that is not settled.
  public let changes: Changes

  public init(_ outcome: Outcome) {
    self.outcome = outcome.narrowed()
    changes = self.outcome.changes()
  }
}

extension TextReport {
  /// A page with everything that is known.
  public init(_ answer: Answer, language: Language, width: Int = 80, isColored: Bool = false) {
    self.init(answer.outcome, changes: answer.changes, language: language, width: width, isColored: isColored)
  }
}

extension Letter {
  /// A letter with everything that is known; nothing about what could not be decided.
  public init?(_ answer: Answer, language: Language, envelope: Envelope = Envelope()) {
    self.init(answer.outcome, changes: answer.changes, language: language, envelope: envelope)
  }
}

extension Receipt {
  /// A receipt of everything that is known.
  public init(_ answer: Answer) { self.init(answer.outcome, changes: answer.changes) }
}
