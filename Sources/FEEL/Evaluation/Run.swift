/// One evaluation on its way: what it may spend, and the day it takes for today.
///
/// Not `Sendable`: a run belongs to the task that started it. Values and environments outlive it, runs do not.
public final class Run {
  /// What `today()` and `now()` give. The clock of the machine is never asked; without a moment both are null.
  public let moment: DateTime?
  public let limits: Limits
  /// Evaluation steps still allowed.
  private(set) var stepsLeft: Int
  /// How deep calls and sub-expressions are nested now.
  var depth = 0

  /// Whether a null that an error made makes everything null that is computed from it, and a condition that is null is
  /// an error, instead of counting as not equal and not met as the standard has it. Policies are run so: an error must
  /// never turn into a silent refusal.
  public let errorsPropagate: Bool

  public init(moment: DateTime? = nil, limits: Limits = Limits(), errorsPropagate: Bool = false) {
    self.moment = moment
    self.errorsPropagate = errorsPropagate
    self.limits = limits
    stepsLeft = limits.steps
  }

  /// Takes `count` steps from the budget; false once it is used up.
  func spend(_ count: Int = 1) -> Bool {
    stepsLeft = stepsLeft < count ? -1 : stepsLeft - count
    return stepsLeft >= 0
  }
}

/// What one evaluation may use before it ends with a diagnostic.
public struct Limits: Sendable, Hashable {
  /// Evaluation steps: nodes visited, items made, characters matched.
  public var steps: Int
  /// Nesting of calls and sub-expressions.
  public var depth: Int
  /// Items in one list.
  public var items: Int
  /// Code points in one string.
  public var characters: Int

  public init(steps: Int = 20_000_000, depth: Int = 400, items: Int = 1_000_000, characters: Int = 4_000_000) {
    self.steps = steps
    self.depth = depth
    self.items = items
    self.characters = characters
  }
}
