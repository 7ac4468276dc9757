import Diagnostics
import FEEL

/// A policy that has been checked with those above it, and can decide.
///
/// Immutable, and safe to use from any number of tasks at once. Deciding never changes it and never touches files.
public final class Program: Sendable {
  /// The policy that was asked for.
  public let policy: Policy
  /// The policies that it builds on: the one it implements or amends, and so on upwards.
  public let above: [Policy]
  /// Every fact that may be asked, those of higher policies first.
  public let facts: [Fact]
  public let parameters: [Parameter]
  /// Every decision, each after those it depends on.
  let decisions: [CheckedDecision]
  /// The names of the decisions that answer the question.
  public let outcome: [String]
  /// What the checks found that does not stand in the way of deciding.
  public let warnings: [Diagnostic]
  /// The types of all names.
  let scope: TypeScope
  let ranges: [String: [CheckedCell]]
  private let positions: [String: Int]
  private let factPositions: [String: Int]
  private let labels: [String: Wording]

  init(
    policy: Policy, above: [Policy], facts: [Fact], parameters: [Parameter], decisions: [CheckedDecision],
    outcome: [String], warnings: [Diagnostic], scope: TypeScope, ranges: [String: [CheckedCell]]
  ) {
    self.policy = policy
    self.above = above
    self.facts = facts
    self.parameters = parameters
    self.decisions = decisions
    self.outcome = outcome
    self.warnings = warnings
    self.scope = scope
    self.ranges = ranges
    positions = Dictionary(
      decisions.enumerated().map { ($1.decision.name, $0) }, uniquingKeysWith: { first, _ in first })
    factPositions = Dictionary(facts.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { first, _ in first })
    var labels = Dictionary(facts.map { ($0.name, $0.label) }, uniquingKeysWith: { $1 })
    for parameter in parameters { labels[parameter.name] = parameter.label }
    for checked in decisions { labels[checked.decision.name] = checked.decision.label }
    for name in StandardNames.decisionDate { labels[name] = Wording(en: "the decision date", zh: "判定日期") }
    self.labels = labels
  }

  /// The fact of a name, or `nil` where the policy asks for none of that name.
  public func fact(named name: String) -> Fact? { factPositions[name].map { facts[$0] } }

  func decision(named name: String) -> CheckedDecision? { positions[name].map { decisions[$0] } }

  /// What people call a fact, parameter or decision.
  public func label(of name: String) -> Wording { labels[name] ?? Wording(both: name) }

  /// What people call a payer in a split.
  func shareLabel(of share: String, in decision: String) -> Wording? {
    guard case .split(let split)? = self.decision(named: decision)?.decision.form else { return nil }
    return split.shares.first { $0.name == share }?.label
  }

  /// The type that an expression has in this policy.
  func type(of expression: Expression) -> FeelType {
    var checker = Checker()
    return checker.check(expression, in: scope).type
  }

  /// Whether a number is written as a percentage: a parameter given as one.
  func isPercent(_ expression: Expression) -> Bool {
    guard case .name(let name) = expression.kind else { return false }
    return parameters.first { $0.name == name }?.type == .percent
  }

  /// A source by name, in the policy that cites it before any other.
  func source(named name: String, nearest policy: Policy) -> Source? {
    ([policy, self.policy] + above).lazy.flatMap(\.sources).first { $0.name == name }
  }

  func reading(named name: String, nearest policy: Policy) -> Reading? {
    ([policy, self.policy] + above).lazy.flatMap(\.readings).first { $0.name == name }
  }
}

/// A decision with its type, its place in the order, and where it comes from.
struct CheckedDecision: Sendable {
  let decision: Decision<Checked>
  let type: FeelType
  /// The policy in which it is written.
  let origin: Policy
  /// The bounds that higher policies set, where this fills in open terms of theirs.
  let bounds: [CheckedCell]
  /// The names of facts, parameters and decisions that it uses.
  let dependsOn: [String]
}
