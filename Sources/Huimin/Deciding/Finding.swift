import FEEL

/// What one decision came to, and the way there, as the explanation needs it.
struct Finding: Sendable {
  let value: Value
  /// The value before rounding, where rounding changed it.
  let unrounded: Value?
  let trace: Trace
  /// The override by which the value is not the rule's own; the trace is the rule's.
  let setAside: SetAside?

  init(_ value: Value, unrounded: Value? = nil, trace: Trace, setAside: SetAside? = nil) {
    self.value = value
    self.unrounded = unrounded
    self.trace = trace
    self.setAside = setAside
  }
}

/// What somebody decided otherwise, with what the rule comes to.
indirect enum SetAside: Sendable {
  case rule(Finding, by: OverrideMade)

  init(made: OverrideMade, byRule: Finding) { self = .rule(byRule, by: made) }

  var byRule: Finding {
    switch self {
    case .rule(let finding, _): finding
    }
  }
  var made: OverrideMade {
    switch self {
    case .rule(_, let made): made
    }
  }
}

/// The way to a value, one shape for each form of decision.
indirect enum Trace: Sendable {
  case value
  /// The cases tried, in order; the last is the one taken where its condition is true.
  case cases([Trial])
  case table(TableTrace)
  case criteria(GroupFinding)
  case rule(RuleFinding)
  case bestOf(BestFinding)
  case split(SplitFinding)
  case quota(QuotaFinding)
  /// The position of the rule that held on the day, and what it came to.
  case dated(Int, Finding)

  struct Trial: Sendable {
    let index: Int
    let holds: Value
  }
}

/// How a rule or an exception fared, with the exceptions to it.
struct RuleFinding: Sendable {
  let holds: Value
  /// What it comes to with its exceptions; nothing where it does not apply.
  let result: Value?
  let exceptions: [RuleFinding]
  /// What gave the result; nothing while that is open, or where it is an error.
  let taken: Taken?

  /// Whether it applies whatever is still unknown.
  var isCertain: Bool { if case .boolean(true) = holds { true } else { false } }

  enum Taken: Sendable {
    case itself
    /// The positions of exceptions that all come to the result.
    case exceptions([Int])
  }
}

/// How each candidate fared, and which was the best.
struct BestFinding: Sendable {
  let trials: [Trial]
  /// The position of the one taken; nothing where none applies, or while another may still be better.
  let chosen: Int?

  struct Trial: Sendable {
    let holds: Value
    /// Nothing where it does not apply.
    let value: Value?

    /// Whether it is not settled that it applies, or what it comes to.
    var isOpen: Bool { holds.isUnknown || value?.isUnknown ?? false }
  }
}

/// How each row of a table fared, and which counted.
struct TableTrace: Sendable {
  let rows: [Row]
  /// Positions of the rows whose outputs make the value; empty where the default does.
  let chosen: [Int]
  /// The values of the inputs, in order.
  let inputs: [Value]

  struct Row: Sendable {
    let index: Int
    /// Whether each cell holds; cells after one that fails are not looked at.
    let cells: [Value]
    let holds: Value
  }
}

/// How a group of criteria fared: every one of them, whether or not the first already settled the whole.
struct GroupFinding: Sendable {
  let value: Value
  let criteria: [CriterionFinding]
}

struct CriterionFinding: Sendable {
  /// Boolean, unknown, or null with its cause; true where the criterion is waived.
  let value: Value
  /// The position of the waiver that applies.
  let waiver: Int?
  /// For a criterion made of others.
  let group: GroupFinding?
}

/// What was drawn of a quota, for each of its limits.
struct QuotaFinding: Sendable {
  let limits: [Limit]

  struct Limit: Sendable {
    let period: Period
    let most: Value
    let used: Value
    /// What the period before left to this one; nothing where nothing is carried over.
    let carried: Value?
    let left: Value
    /// The period from which something could be carried over, at most one.
    var before: [Limit] = []
  }
}

/// Who pays what of a whole.
struct SplitFinding: Sendable {
  let whole: Value
  let shares: [Share]

  struct Share: Sendable {
    let name: String
    var value: Value
    /// What it was before rounding, where rounding changed it.
    var unrounded: Decimal128?
    /// What it would have been, where the whole did not suffice.
    var reducedFrom: Value?
    /// What rounding left over and this payer took, where that is not nothing.
    var remainder: Decimal128?
    /// Whether the payer bears anything.
    var holds: Value = .boolean(true)
    /// What it would have been without its floor or ceiling, where that made a difference.
    var limitedFrom: Value?
  }
}
