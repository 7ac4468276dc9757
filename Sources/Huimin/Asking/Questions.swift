import FEEL

/// What would settle an outcome that is still open: which questions, and in which order.
///
/// ```swift
/// let questions = Questions(for: program.decide(facts, on: day))
/// print(questions.fewest.map { $0.label[.zh] })  // 一项可能就够：年龄
/// ```
public struct Questions: Sendable {
  /// Every question that may still have to be asked, the one that settles soonest first; of a list that has been begun,
  /// the next field. Empty for an outcome that is settled.
  public let inOrder: [Question]
  /// The smallest set found of which some answers settle the outcome, in the order to ask them. Other answers may leave
  /// more open.
  public let fewest: [Question]

  /// More questions than this are not looked for.
  private static let most = 12

  public init(for outcome: Outcome) {
    self.init(Interview(outcome.program, on: outcome.day, given: outcome.record))
  }

  /// What an interview may still ask.
  public init(_ interview: Interview) {
    let trials = interview.trials
    let maker = QuestionMaker(interview.sheet, interview.outcome, unasked: interview.unasked)
    inOrder = trials.map { maker.question($0.place, maySettle: $0.maySettle) }
    if let alone = trials.first(where: \.maySettle) {
      fewest = [maker.question(alone.place, maySettle: true)]
      return
    }
    fewest = Questions.path(from: interview, trials).map { maker.question($0) }
  }

  /// Answers, those first that leave the least open, until nothing is; then without those that were not needed.
  private static func path(from interview: Interview, _ first: [QuestionOrder.Trial]) -> [AnswerPlace] {
    var path: [(place: AnswerPlace, value: Value)] = []
    var current = interview
    for trial in first.filter(\.isLikely).sorted(by: { $0.leftByBest < $1.leftByBest }).prefix(most) {
      guard let value = trial.best, current.outcome.openFacts.contains(trial.place.name) else { continue }
      path.append((trial.place, value))
      current = interview.supposing(path)
      if current.outcome.status != .undetermined { break }
    }
    guard current.outcome.status != .undetermined else { return [] }
    for position in path.indices.reversed() {
      var fewer = path
      fewer.remove(at: position)
      if interview.supposing(fewer).outcome.status != .undetermined { path = fewer }
    }
    return path.map(\.place)
  }
}

extension Interview {
  /// The interview with values in place that nobody has given.
  fileprivate func supposing(_ values: [(place: AnswerPlace, value: Value)]) -> Interview {
    var facts = sheet.facts
    for (place, value) in values {
      facts = AnswerSheet(program, on: day, given: facts).supposing(value, at: place)
    }
    return Interview(AnswerSheet(program, on: day, given: facts), asking: false)
  }
}
