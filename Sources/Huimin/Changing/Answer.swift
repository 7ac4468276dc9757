/// All that can be told of one record: what was decided, or between which ends it lies as long as facts are missing; which
/// questions settle it soonest; and what would change it.
///
/// ```swift
/// let answer = Answer(program.decide(facts, on: day))
/// print(TextReport(answer, language: .zh).text)
/// ```
public struct Answer: Sendable {
  /// The outcome, with what is not settled told as narrowly as it can be, and its open facts in the order in which to ask for
  /// them: that first which settles it soonest.
  public let outcome: Outcome
  /// The fewest of them that may settle it, by some answers.
  public let fewest: [String]
  /// What would change it; nothing of an outcome that is not settled.
  public let changes: Changes

  public init(_ outcome: Outcome) {
    let narrowed = outcome.narrowed()
    let questions = narrowed.status == .undetermined ? Questions(for: narrowed) : nil
    self.outcome = narrowed.ordered(questions?.inOrder.map(\.name) ?? [])
    fewest = questions?.fewest.map(\.name).filter(narrowed.openFacts.contains) ?? []
    changes = narrowed.changes()
  }
}

extension TextReport {
  /// A page with everything that is known.
  public init(_ answer: Answer, language: Language, width: Int = 80, isColored: Bool = false) {
    self.init(
      answer.outcome, changes: answer.changes, fewest: answer.fewest, language: language, width: width,
      isColored: isColored)
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
  ///
  /// - Parameter salt: what keeps parts that are withheld later from being guessed.
  public init(_ answer: Answer, salt: Salt? = nil) {
    self.init(answer.outcome, changes: answer.changes, fewest: answer.fewest, salt: salt)
  }
}
