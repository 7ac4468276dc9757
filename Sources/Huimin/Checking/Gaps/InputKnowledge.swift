import FEEL

/// What a policy tells of what the inputs of its tables can be, and what they rest on.
struct InputKnowledge {
  private var facts: [String: Fact] = [:]
  private var parameters: [String: Parameter] = [:]
  private var decisions: [String: CheckedDecision] = [:]
  /// The ranges of facts, and the bounds that higher policies set for decisions.
  private var ranges: [String: [CheckedCell]]
  private var places: DecimalPlaces
  private var reaches: [String: Reach] = [:]
  private let inForce: [UnaryTests]

  /// How far numbers go that are computed, as far as that is certain.
  private struct Reach {
    var toZero = false
    var upwards = false
    static let all = Reach(toZero: true, upwards: true)
  }

  /// - Parameter inForce: the range of days for which is decided.
  init(facts: [Fact], parameters: [Parameter], ranges: [String: [CheckedCell]], inForce: [UnaryTests]) {
    for fact in facts { self.facts[fact.name] = fact }
    for parameter in parameters { self.parameters[parameter.name] = parameter }
    self.ranges = ranges
    self.inForce = inForce
    places = DecimalPlaces(facts: facts, parameters: parameters)
  }

  /// Takes note of a decision, after those that it uses.
  mutating func declare(_ checked: CheckedDecision) {
    let decision = checked.decision
    decisions[decision.name] = checked
    if !checked.bounds.isEmpty { ranges[decision.name] = checked.bounds }
    places.declare(decision)
    if case .value(let formula) = decision.form { reaches[decision.name] = reach(of: formula.expression) }
  }

  // MARK: What an input rests on

  /// The facts on which an input rests, the day for which is decided counting as one. Inputs that share none are free of
  /// each other.
  func roots(of formula: CheckedFormula) -> Set<String> {
    var roots: Set<String> = []
    var met: Set<String> = []
    var left = formula.expression.names
    while let name = left.popLast() {
      guard met.insert(name).inserted else { continue }
      if let decision = decisions[name] {
        left += decision.dependsOn
        if case .dated = decision.decision.form { roots.insert(Self.day) }
      } else if facts[name] != nil {
        roots.insert(name)
      } else if StandardNames.decisionDate.contains(name) || (parameters[name]?.values.count ?? 0) > 1 {
        roots.insert(Self.day)
      }
    }
    return roots
  }

  private static let day = StandardNames.decisionDate[0]

  // MARK: What an input can be

  func values(of formula: CheckedFormula) -> PossibleValues {
    switch formula.expression.kind {
    case .name(let name):
      if let fact = facts[name] { return limited(PossibleValues(fact.type), by: ranges[name] ?? []) }
      if let parameter = parameters[name] { return PossibleValues(kind: .listed(parameter.values.map(\.value))) }
      if let checked = decisions[name] { return values(of: checked) }
      guard StandardNames.decisionDate.contains(name) else { return .unknown }
      var days = PossibleValues(.date)
      days.ranges = inForce
      return days
    case .path(let base, let member):
      guard case .name(let name) = base.kind else { break }
      if case .record(let fields)? = facts[name]?.type, let field = fields.first(where: { $0.name == member.text }) {
        return PossibleValues(field.type)
      }
      if let form = decisions[name]?.decision.form, let listed = listed(form.results(of: member.text)) {
        return listed
      }
    default: break
    }
    return computed(PossibleValues(computed: formula.type), formula.expression)
  }

  private func values(of checked: CheckedDecision) -> PossibleValues {
    let decision = checked.decision
    if decision.rounding == nil, let listed = listed(decision.form.results) { return listed }
    var values = decision.type.map { PossibleValues($0) } ?? PossibleValues(computed: checked.type)
    if case .text = values.kind { return .unknown }
    values.isComputed = true
    values = computed(values, reach: reaches[decision.name] ?? Reach(), places: places[decision.name])
    if let step = decision.rounding?.step { (values.step, values.isStepUnknown) = (step, false) }
    return limited(values, by: ranges[decision.name] ?? [])
  }

  private func computed(_ values: PossibleValues, _ expression: Expression) -> PossibleValues {
    computed(values, reach: reach(of: expression), places: places.of(expression))
  }

  private func computed(_ values: PossibleValues, reach: Reach, places: Int?) -> PossibleValues {
    guard case .numbers = values.kind else { return values }
    var values = values
    (values.reachesDown, values.reachesUp) = (reach.toZero, reach.upwards)
    if values.step == nil, let places { (values.step, values.isStepUnknown) = (places == 0 ? 1 : nil, false) }
    return values
  }

  /// A range that names other facts does not tell what is possible.
  private func limited(_ values: PossibleValues, by ranges: [CheckedCell]) -> PossibleValues {
    guard ranges.allSatisfy({ CellExtent($0.tests) != nil }) else { return .unknown }
    var values = values
    values.ranges = ranges.map(\.tests)
    return values
  }

  /// Results that are all written as such.
  private func listed(_ results: [CheckedFormula]?) -> PossibleValues? {
    guard let results, !results.isEmpty else { return nil }
    var values: [Value] = []
    var met: Set<String> = []
    for result in results {
      guard let value = result.expression.writtenValue else { return nil }
      if met.insert(value.feelText).inserted { values.append(value) }
    }
    return PossibleValues(kind: .listed(values))
  }

  // MARK: How far a number goes

  private func reach(of expression: Expression) -> Reach {
    switch expression.kind {
    case .literal(.number(let number)): return Reach(toZero: number.isZero)
    case .name(let name): return facts[name] != nil && ranges[name] == nil ? .all : reaches[name] ?? Reach()
    case .path(let base, _):
      if case .name(let name) = base.kind, facts[name]?.type.fields.isEmpty == false { return .all }
      return Reach()
    case .binary(let op, let left, let right): return reach(of: op, reach(of: left), reach(of: right))
    case .call(let function, let arguments):
      guard case .name(let name) = function.kind else { return Reach() }
      if StandardNames.ageOn.contains(name) { return .all }
      return Self.keepingReach.contains(name) ? arguments.first.map { reach(of: $0.value) } ?? Reach() : Reach()
    default: return Reach()
    }
  }

  private func reach(of op: BinaryOperator, _ left: Reach, _ right: Reach) -> Reach {
    switch op {
    case .add: Reach(toZero: left.toZero && right.toZero, upwards: left.upwards || right.upwards)
    case .subtract: Reach(toZero: left.toZero || left.upwards || right.upwards, upwards: left.upwards)
    case .multiply: Reach(toZero: left.toZero || right.toZero, upwards: left.upwards || right.upwards)
    case .divide: left
    default: Reach()
    }
  }

  /// Functions that round, and those that add up or count what a list holds.
  private static let keepingReach: Set<String> = [
    "floor", "ceiling", "decimal", "round up", "round down", "round half up", "round half down", "sum", "count",
  ]
}

extension Form where P == Checked {
  /// All that may be the value; nothing where that cannot be told one by one.
  fileprivate var results: [CheckedFormula]? {
    switch self {
    case .table(let table): table.hit == .collectSum ? nil : answers
    case .dated(let rules):
      rules.allSatisfy { $0.decision.rounding == nil && $0.decision.form.results != nil } ? answers : nil
    default: answers
    }
  }

  /// All that may be one of several outputs of a table of which one row counts.
  fileprivate func results(of output: String) -> [CheckedFormula]? {
    guard case .table(let table) = self, !table.hit.givesList, let place = table.outputs.firstIndex(of: output) else {
      return nil
    }
    return (table.rows.map(\.outputs) + [table.fallback ?? []]).compactMap { place < $0.count ? $0[place] : nil }
  }
}

extension Expression {
  /// The value of a literal, a negative one too.
  fileprivate var writtenValue: Value? {
    switch kind {
    case .literal(let value): value
    case .negation(let inner):
      if case .number(let number)? = inner.writtenValue { .number(number.negated) } else { nil }
    default: nil
    }
  }
}
