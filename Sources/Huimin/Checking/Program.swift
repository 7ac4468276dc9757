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
  /// Whether no range of a fact names anything else, so that values can be held to them one by one.
  let rangesStandAlone: Bool
  /// What each fact is while it is not given.
  let openFacts: [String: Value]
  /// The days that are worked, as the policy and those above it say; nothing where none of them does.
  let calendar: WorkCalendar?
  /// The functions of its calendar of working days.
  let calendarFunctions: [String: Value]
  private let positions: [String: Int]
  private let factPositions: [String: Int]
  private let labels: [String: Wording]

  init(
    policy: Policy, above: [Policy], facts: [Fact], parameters: [Parameter], decisions: [CheckedDecision],
    outcome: [String], warnings: [Diagnostic], scope: TypeScope, ranges: [String: [CheckedCell]],
    calendar: WorkCalendar?
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
    rangesStandAlone = ranges.values.allSatisfy { $0.allSatisfy(\.standsAlone) }
    openFacts = Program.openValues(facts, ranges)
    self.calendar = calendar
    calendarFunctions = calendar?.values ?? [:]
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

  /// What people call a member of something: a payer of a split, a field of a record.
  func memberLabel(_ member: String, of base: String?) -> Wording {
    if let base, let label = shareLabel(of: member, in: base) { return label }
    let outputs = base.flatMap { decision(named: $0) }?.decision.type?.fields ?? []
    if let label = outputs.first(where: { $0.name == member })?.label { return label }
    for case let field in facts.flatMap(\.type.fields) where field.name == member {
      if let label = field.label { return label }
    }
    return Wording(both: member)
  }

  /// What people call a fact that is open, or a part of one: of `people[2].age`, the fact, the place and the field.
  ///
  /// - Parameter given: the values that the record gives; of a person the name is told too.
  func openLabel(of name: String, given: [(name: String, value: Value)] = []) -> Wording {
    if let fact = fact(named: name) { return fact.label }
    guard let fact = facts.first(where: { name.hasPrefix($0.name + "[") || name.hasPrefix($0.name + ".") }) else {
      return label(of: name)
    }
    let part = String(name.dropFirst(fact.name.count))
    let field = fact.type.fields.first { part.hasSuffix("." + $0.name) }
    let place = part.prefix { $0 != "." }
    let label = field.map { $0.label ?? Wording(both: $0.name) } ?? Wording(both: "")
    var whose: String?
    if case .list(let items)? = given.first(where: { $0.name == fact.name })?.value,
      let position = Int(place.dropFirst().dropLast()), items.indices.contains(position - 1)
    {
      whose = items[position - 1].firstText
    }
    return Wording(
      en: "\(fact.label[.en])\(place)\(whose.map { " (\($0))" } ?? "") \(label[.en])",
      zh: "\(fact.label[.zh])\(place)\(whose.map { "（\($0)）" } ?? "")\(label[.zh])")
  }

  /// What people call a payer in a split.
  func shareLabel(of share: String, in decision: String) -> Wording? {
    guard case .split(let split)? = self.decision(named: decision)?.decision.form else { return nil }
    return split.shares.first { $0.name == share }?.label ?? split.groups.first { $0.name == share }?.label
  }

  /// The type that an expression has in this policy.
  func type(of expression: Expression) -> FeelType {
    var checker = Checker()
    return checker.check(expression, in: scope).type
  }

  /// Whether a number is written as a percentage: a parameter given as one.
  func isPercent(_ expression: Expression) -> Bool {
    guard case .name(let name) = expression.kind else { return false }
    return parameters.first { $0.name == name }?.type == .percent || fact(named: name)?.type == .percent
  }

  /// The decisions that some names are or rest on, each after those it uses.
  func decisions(behind names: [String]) -> [CheckedDecision] {
    var wanted = Set(names)
    var found: [CheckedDecision] = []
    for checked in decisions.reversed() where wanted.contains(checked.decision.name) {
      wanted.formUnion(checked.dependsOn)
      found.append(checked)
    }
    return found.reversed()
  }

  /// The language of the keys of a file.
  func language(of file: String) -> Language { layers.first { $0.file == file }?.language ?? .en }

  /// The policies of this program, one of them first, then those above it, then those below.
  func layers(nearest policy: Policy) -> [Policy] {
    guard let position = layers.firstIndex(where: { $0.id == policy.id }) else { return layers }
    return Array(layers[position...]) + layers[..<position].reversed()
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
