import FEEL

/// What would have to change for an applicant to get more than was decided: facts that the policy marks as changeable, the
/// least of them, or time alone. Each was decided again, and does what is said of it.
public struct Changes: Sendable {
  /// For each thing that is wanted and not had, in the order of the outcome.
  public let wishes: [Wish]

  /// Something that an applicant would rather have than what was decided.
  public struct Wish: Sendable {
    /// The decision of which it is wanted, and of several amounts in it the one.
    public let decision: String
    public let part: String?
    /// What there is now.
    public let now: Value
    /// Ways to it, those first that change the fewest facts, and of each the least.
    public let ways: [Change]
    /// Whether it is proved that no other change of up to three facts that an applicant can make leads to it, unless it
    /// goes as far as one of the ways named, or changes all that one of several facts changes; nor any earlier day.
    public let isComplete: Bool
    /// Whether there is nothing now: a refusal, no money.
    public let isRefused: Bool
    /// Whether it is proved that nothing leads to it, whatever the facts that can be changed and the day are.
    public let isHopeless: Bool
  }

  /// A way to another outcome.
  public struct Change: Sendable {
    /// What has to be otherwise; empty where time alone does it.
    public let facts: [(name: String, from: Value, to: Value)]
    /// The first day on which it is so, where time alone does it and nothing else changes.
    public let day: CalendarDate?
    /// Whether it comes by waiting and not by doing anything.
    public let isByWaiting: Bool
    /// What would be decided then; other decisions than the one that is wanted may hang on facts that nobody gave.
    public let outcome: Outcome
    /// What the decision that is wanted would come to.
    public let value: Value
  }
}

extension Outcome {
  /// What would have to change for this outcome to be a better one. Only of an outcome that is decided.
  ///
  /// What is better a policy says with `wanted`; where it does not, a yes is better than a no, more money better than less,
  /// and of a split that who bears the rest bears less. What can be changed it says of facts with `can change`.
  ///
  /// - Parameter most: how often may be decided in search of each thing that is wanted.
  public func changes(decidingAtMost most: Int = 1_500) -> Changes {
    guard status == .decided else { return Changes(wishes: []) }
    let known = record
    return Changes(wishes: goals.map { wish($0, known, atMost: most) })
  }

  private func wish(_ goal: Goal, _ known: Facts, atMost most: Int) -> Changes.Wish {
    let trial = Trial(self, known, goal, atMost: most)
    let bearing = trial.bearing
    let axes = program.facts.filter { bearing.contains($0.name) }
      .flatMap { Axis.all(of: $0, given: known.values[$0.name], within: program.openFacts[$0.name]) }
    let loose = program.facts.filter { bearing.contains($0.name) && Axis.isLoose($0) }.map(\.name)
    var search = ChangeSearch(trial, over: axes, loose: loose)
    var isOvertaken = false
    let changes = search.changes { change in
      guard proved(change, goal, known) != nil else { return false }
      guard holdsByThen(change, goal, known) else {
        isOvertaken = true
        return false
      }
      return true
    }.compactMap { proved($0, goal, known) }
    var (ways, waits) = (changes.filter { !$0.isByWaiting }, changes.filter(\.isByWaiting))
    // Where the days of a list count one by one, ten years of them are more than anybody waits to hear of.
    var wait = WaitSearch(trial.limited(to: most / 5))
    if let day = wait.firstDay(), let change = proved(day, goal, known) { waits.append(change) }
    // What comes first is told first.
    ways += waits.filter { $0.day == nil } + waits.filter { $0.day != nil }.sorted { $0.day ?? day < $1.day ?? day }
    let part = if case .part(let name, _) = goal.aim { name } else { nil as String? }
    return Changes.Wish(
      decision: goal.decision, part: part, now: goal.now, ways: ways,
      isComplete: search.isComplete && !wait.isExhausted && !isOvertaken,
      isRefused: goal.isRefused, isHopeless: ways.isEmpty && search.isHopeless)
  }

  /// A change of facts, decided again; nothing where the record is refused, or does not come to what is wanted.
  private func proved(_ change: ChangeSearch.Change, _ goal: Goal, _ known: Facts) -> Changes.Change? {
    guard let facts = record(known, with: change) else { return nil }
    let again = program.decide(facts, on: day)
    guard let value = again.reached(goal) else { return nil }
    return Changes.Change(
      facts: change.map { ($0.axis.fact.name, $0.axis.given, $0.value) }, day: nil,
      isByWaiting: change.allSatisfy(\.axis.isWaiting), outcome: again, value: value)
  }

  /// The facts with a change made to them; nothing where the policy refuses such a record.
  private func record(_ known: Facts, with change: ChangeSearch.Change) -> Facts? {
    var values = known.values
    for (axis, value) in change { values[axis.fact.name] = value }
    return try? Facts(values, judgements: known.judgements, overrides: known.overrides, for: program)
  }

  /// Whether what is waited for still leads there on the day by which it has come, as far as that day is known: somebody who
  /// grows older may lose on one side what is won on the other, and a policy may end.
  private func holdsByThen(_ change: ChangeSearch.Change, _ goal: Goal, _ known: Facts) -> Bool {
    guard let facts = record(known, with: change) else { return false }
    return change.allSatisfy { axis, value in
      guard axis.isWaiting, let then = axis.day(of: value, from: day) else { return true }
      return program.isInForce(on: then) && program.decide(facts, on: then).reached(goal) != nil
    }
  }

  private func proved(_ other: CalendarDate, _ goal: Goal, _ known: Facts) -> Changes.Change? {
    let again = program.decide(known, on: other)
    guard let value = again.reached(goal) else { return nil }
    return Changes.Change(facts: [], day: other, isByWaiting: true, outcome: again, value: value)
  }

  /// What the decision comes to that is wanted, where that is better.
  private func reached(_ goal: Goal) -> Value? {
    guard let value = self[goal.decision], value.unknowns == nil, value.causes.isEmpty,
      case .boolean(true) = goal.isReached(by: value, Run(errorsPropagate: true))
    else { return nil }
    return value
  }
}

extension Goal {
  /// Whether there is nothing now: a refusal, no money, none of the members that are wanted.
  fileprivate var isRefused: Bool {
    switch (aim, now) {
    case (.more, .number(let number)): number.isZero
    case (.members(let members), .string(let text)): !members.contains(text)
    case (.truth, _): true
    default: false
    }
  }
}
