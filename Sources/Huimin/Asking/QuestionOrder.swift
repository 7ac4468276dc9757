import FEEL

/// Which question to ask first: the one after whose answer the least may be expected to be left open.
///
/// For every open place a few answers are tried that stand for all others, each as likely as the next. What is left open
/// after them is what the question costs beside the trouble of answering it. Evidence that need not be fetched, and then
/// the order of the policy, settle ties.
struct QuestionOrder: Sendable {
  private let answers: TrialAnswers
  private let program: Program
  private let day: CalendarDate

  init(_ program: Program, on day: CalendarDate) {
    self.program = program
    self.day = day
    answers = TrialAnswers(program, on: day)
  }

  /// A place with what may be expected of asking for it.
  struct Trial: Sendable {
    let place: AnswerPlace
    /// The trouble of asking, and of what is expected to be left.
    let cost: Decimal128
    /// Whether some answer leaves nothing open.
    var maySettle: Bool { leftByBest.isZero }
    /// What the answer that leaves the least open leaves.
    let leftByBest: Decimal128
    /// The answer that leaves the least open.
    let best: Value?
  }

  /// More decisions than this, for one question, are not tried; of more places, each gets fewer answers.
  private static let mostDecided = 160

  /// Every place, the best first.
  ///
  /// - Parameters:
  ///   - places: what is open and has not been asked.
  ///   - sheet: what is known.
  func trials(_ places: [AnswerPlace], _ sheet: AnswerSheet) -> [Trial] {
    let candidates = firstOfEach(places)
    guard candidates.count > 1 || !places.isEmpty else { return [] }
    let most = max(2, QuestionOrder.mostDecided / max(1, candidates.count))
    return candidates.enumerated().map { (position: $0, trial: trial($1, sheet, most: most)) }
      .sorted {
        ($0.trial.cost, trouble($0.trial.place), $0.position) < ($1.trial.cost, trouble($1.trial.place), $1.position)
      }
      .map(\.trial)
  }

  /// The fields of the items of a list are asked for in their order, so that only the first counts.
  private func firstOfEach(_ places: [AnswerPlace]) -> [AnswerPlace] {
    var seen: Set<String> = []
    return places.filter { $0.steps.isEmpty || seen.insert($0.fact.name).inserted }
  }

  private func trial(_ place: AnswerPlace, _ sheet: AnswerSheet, most: Int) -> Trial {
    var values = answers.values(for: place)
    if values.count > most { values = (0..<most).map { values[$0 * (values.count - 1) / (most - 1)] } }
    var total: Decimal128 = 0
    var count = 0
    var best: (value: Value, left: Decimal128)?
    var previous: [String]?
    for value in values {
      let open = self.open(after: value, at: place, sheet)
      // A stretch of numbers or days that come to the same counts once.
      if place.type.isOrdered, open == previous { continue }
      previous = open
      let left = open.reduce(0 as Decimal128) { sum, name in
        sum.adding(program.fact(named: name).map { weight(of: AnswerPlace($0)) } ?? 1) ?? sum
      }
      total = total.adding(left) ?? total
      count += 1
      if best.map({ left < $0.left }) ?? true { best = (value, left) }
    }
    let expected = total.divided(by: Decimal128(max(1, count))) ?? total
    return Trial(
      place: place, cost: expected.adding(weight(of: place)) ?? expected, leftByBest: best?.left ?? expected,
      best: best?.value)
  }

  /// What is open after an answer.
  private func open(after value: Value, at place: AnswerPlace, _ sheet: AnswerSheet) -> [String] {
    let outcome = program.decide(sheet.supposing(value, at: place), on: day)
    return outcome.status == .undetermined ? outcome.openFacts : []
  }

  /// What asking costs, in questions: a list is at least two, a judgement wants to know who made it and when.
  private func weight(of place: AnswerPlace) -> Decimal128 {
    if place.fact.judgement != nil { return 3 }
    return place.steps.isEmpty && place.type.isAskedByItem ? 3 : 1
  }

  /// How much work an answer makes where the choice is free: what everybody knows, what papers show, what somebody
  /// has to judge.
  private func trouble(_ place: AnswerPlace) -> Int {
    place.fact.judgement != nil ? 2 : place.fact.evidence != nil ? 1 : 0
  }
}

extension AnswerSheet {
  /// The facts as they would be with a value at a place; of a judgement, as if it had been made on the day.
  func supposing(_ value: Value, at place: AnswerPlace) -> Facts {
    var values = values
    var judgements = judgements
    let whole = values[place.fact.name] ?? place.fact.type.blank(named: place.fact.name)
    values[place.fact.name] = whole.replacing(place.steps, with: value)
    if place.fact.judgement != nil {
      judgements[place.fact.name] = JudgementMade(by: place.fact.judgement?.entitled.first?.name ?? "", on: day)
    }
    return Facts(checked: values, judgements: judgements, overrides: given.overrides)
  }
}

extension FactType {
  /// Whether its values lie on a line.
  fileprivate var isOrdered: Bool { isNumber || self == .date }
}
