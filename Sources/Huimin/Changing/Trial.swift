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
    self.left = left
    decisions = program.decisions(behind: [goal.decision])
  }

  /// The facts on which the goal rests.
  var bearing: Set<String> {
    Set(decisions.flatMap(\.dependsOn)).intersection(program.facts.map(\.name))
  }

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
