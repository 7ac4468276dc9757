import FEEL

/// Decides one goal again and again, for one record with this or that changed.
struct Trial {
  let program: Program
  let facts: Facts
  let day: CalendarDate
  let goal: Goal
  /// The decisions that bear on the goal, each after those it uses.
  let decisions: [CheckedDecision]
  /// How often may still be decided, so that the search ends in any case.
  private(set) var left: Int

  /// The same with fewer decisions left.
  func limited(to most: Int) -> Trial {
    var trial = self
    trial.left = min(left, most)
    return trial
  }

  init(_ outcome: Outcome, _ facts: Facts, _ goal: Goal, atMost left: Int) {
    program = outcome.program
    day = outcome.day
    self.facts = facts
    self.goal = goal
    decisions = program.decisions(behind: [goal.decision])
    // What hangs on facts that nobody gave is seldom settled by changing others, and is not looked for as long.
    bearing = Set(decisions.flatMap(\.dependsOn)).intersection(program.facts.map(\.name))
    hasGaps = bearing.contains { facts.values[$0] == nil }
    self.left = hasGaps ? min(left, Self.mostWithGaps) : left
  }

  private static let mostWithGaps = 200

  /// The facts on which the goal rests.
  let bearing: Set<String>

  /// Whether a fact on which the goal rests was not given.
  let hasGaps: Bool

  /// Counts a decision made elsewhere.
  mutating func spend() { left = max(0, left - 1) }

  /// Whether the goal is reached if some facts were so: true, false, or unknown where that hangs on which of the assumed
  /// values it is. False too once no more may be decided.
  mutating func isReached(assuming assumed: [String: Value], on other: CalendarDate? = nil) -> Value {
    guard left > 0 else { return .boolean(false) }
    left -= 1
    var decider = Decider(program, facts: facts, on: other ?? day, assuming: assumed)
    decider.decide(decisions)
    let value = decider.findings[goal.decision]?.value ?? .null
    return goal.isReached(by: value, decider.run)
  }
}
