/// Three-valued logic (DMN 1.5, tables 48 and 49), with unknown beside null: a fact that is not given leaves the
/// answer open only where it could still change it.
extension Value {
  /// Conjunction of two values already known. What is not boolean counts as null, as the standard says.
  package static func and(_ a: Value, _ b: Value) -> Value { combine(a, b, decisive: false) }

  package static func or(_ a: Value, _ b: Value) -> Value { combine(a, b, decisive: true) }

  /// `decisive` is the boolean that settles the outcome alone: false for `and`, true for `or`.
  private static func combine(_ a: Value, _ b: Value, decisive: Bool) -> Value {
    switch (a, b) {
    case (.boolean(decisive), _), (_, .boolean(decisive)): .boolean(decisive)
    case (.unknown(let x), .unknown(let y)): .unknown(x.union(y))
    case (.unknown(let x), let other), (let other, .unknown(let x)): .unknown(other.isError ? x.failing : x.open)
    case (.boolean, .boolean): .boolean(!decisive)
    case (.boolean, _): b.asTruth
    default: a.asTruth
    }
  }

  /// Whether this is null because of an error.
  package var isError: Bool { if case .null(.some) = self { true } else { false } }

  /// A boolean, null or unknown as it is; anything else as null.
  private var asTruth: Value {
    switch self {
    case .boolean, .unknown, .null: self
    default: .null
    }
  }

  /// What a choice between two values comes to while the choice is open: their value where they agree, and otherwise
  /// something unknown that can only be one of them.
  package static func merge(_ a: Value, _ b: Value, dependingOn choice: Unknown) -> Value {
    if case .null(nil) = a, case .null(nil) = b { return a }
    var unknown = choice.open
    for value in [a, b] {
      if let more = value.unknowns { unknown = unknown.union(more) }
      if value.isError { unknown = unknown.failing }
    }
    if a.isError || b.isError { return (b.isError ? a : b).orError(dependingOn: unknown) }
    if let mine = a.possibleValues, let theirs = b.possibleValues {
      return Value.one(of: mine + theirs, dependingOn: unknown)
    }
    return between(a.bounds.flatMap { mine in b.bounds.flatMap { mine.joined(with: $0) } }, dependingOn: unknown)
  }

  /// The value where all are the same, otherwise something unknown that is one of them.
  package static func one(of values: [Value], dependingOn unknown: Unknown) -> Value {
    var distinct: [Value] = []
    for value in values where !distinct.contains(where: { $0.equals(value) }) { distinct.append(value) }
    if distinct.count == 1, !unknown.mayFail { return distinct[0] }
    if distinct.count <= Unknown.mostPossible { return .unknown(unknown.limited(to: distinct)) }
    return .unknown(unknown.limited(to: Bounds(around: distinct)))
  }

  /// Something unknown that lies between two ends; the value itself where only one lies there.
  package static func between(_ bounds: Bounds?, dependingOn unknown: Unknown) -> Value {
    if let only = bounds?.only { return one(of: [only], dependingOn: unknown) }
    return .unknown(unknown.limited(to: bounds))
  }

  /// The same where an error may stand in for it: what is told of it is told of the case in which there is a value.
  package func orError(dependingOn unknown: Unknown) -> Value {
    let both = (unknowns.map(unknown.union) ?? unknown).failing
    return .unknown(possibleValues.map { both.limited(to: $0) } ?? both.limited(to: bounds))
  }

  /// All that this may turn out to be, where that is known. Null is nothing that a value may turn out to be.
  package var possibleValues: [Value]? {
    switch self {
    case .unknown(let unknown): unknown.possible
    case .null: nil
    default: unknowns == nil ? [self] : nil
    }
  }

  /// An unknown value that an error may stand in for; any other value as it is.
  package var failing: Value { if case .unknown(let unknown) = self { .unknown(unknown.failing) } else { self } }

  /// The facts that this value, or anything inside it, waits for.
  public var unknowns: Unknown? {
    switch self {
    case .unknown(let unknown): unknown.open
    case .list(let items): Value.unknowns(in: items)
    case .context(let context): Value.unknowns(in: context.entries.lazy.map(\.value))
    default: nil
    }
  }

  package static func unknowns(in values: some Sequence<Value>) -> Unknown? {
    values.reduce(nil as Unknown?) { found, value in
      guard let more = value.unknowns else { return found }
      return found?.union(more) ?? more
    }
  }
}

extension Run {
  /// `left and right`; the right side is not looked at where the left is false.
  func conjunction(_ left: Value, _ right: Expression, at span: Span, in environment: Environment) -> Value {
    if case .boolean(false) = left { return left }
    return Value.and(truth(left, at: span), truth(evaluate(right, in: environment), at: right.span))
  }

  /// `left or right`; the right side is not looked at where the left is true.
  func disjunction(_ left: Value, _ right: Expression, at span: Span, in environment: Environment) -> Value {
    if case .boolean(true) = left { return left }
    return Value.or(truth(left, at: span), truth(evaluate(right, in: environment), at: right.span))
  }

  /// An operand of `and` or `or`. What is neither boolean nor null counts as null by the standard's table, which is no
  /// error; where errors propagate it is one.
  private func truth(_ value: Value, at span: Span) -> Value {
    switch value {
    case .boolean, .null, .unknown: value
    case _ where !errorsPropagate: .null
    default:
      .null(
        because: Diagnostic(
          "operand-type", span: span,
          message: Wording(
            en: "`and` and `or` join conditions, not \(value.kindName[.en])",
            zh: "`and` 和 `or` 连接条件，而不是\(value.kindName[.zh])")))
    }
  }

  /// `<`, `=` and so on (DMN 1.5, tables 42 to 45).
  func compare(_ op: BinaryOperator, _ left: Value, _ right: Value, at span: Span) -> Value {
    // Only texts, lists and contexts take long to compare.
    switch left {
    case .string, .list, .context: guard spend(on: left) else { return exhausted(at: span) }
    default: break
    }
    if errorsPropagate, let error = left.firstError ?? right.firstError { return error }
    if left.isUnknown || right.isUnknown,
      let open = acrossPossible([left, right], { self.compare(op, $0[0], $0[1], at: span) })
    {
      return settled(op, left, right, open)
    }
    let relation = op.isOrdering ? left.order(to: right) : left.relation(to: right)
    if op.isOrdering, !ordered(left) { return incomparable(op, left, right, at: span) }
    switch (op, relation) {
    case (_, .undecided(let unknown)): return .unknown(unknown)
    case (.equal, .incomparable), (.notEqual, .incomparable):
      // Null equals nothing else; values of two kinds cannot be compared at all.
      if left.isNull || right.isNull { return .boolean(op == .notEqual) }
      return incomparable(op, left, right, at: span)
    case (.equal, _): return .boolean(relation == .equal)
    case (.notEqual, _): return .boolean(relation != .equal)
    case (.less, .less), (.less, .equal), (.less, .greater): return .boolean(relation == .less)
    case (.greater, .less), (.greater, .equal), (.greater, .greater): return .boolean(relation == .greater)
    case (.lessOrEqual, .less), (.lessOrEqual, .equal), (.lessOrEqual, .greater):
      return .boolean(relation != .greater)
    case (.greaterOrEqual, .less), (.greaterOrEqual, .equal), (.greaterOrEqual, .greater):
      return .boolean(relation != .less)
    default: return incomparable(op, left, right, at: span)
    }
  }

  /// A comparison that is open, or what it comes to for all that the two sides may be.
  private func settled(_ op: BinaryOperator, _ left: Value, _ right: Value, _ open: Value) -> Value {
    guard case .unknown(let unknown) = open, unknown.possible == nil, let mine = left.bounds, let theirs = right.bounds
    else { return open }
    let relation = mine.relation(to: theirs)
    let holds: Bool? =
      switch op {
      case .less: relation.isNeverLess ? false : relation.isNeverGreater && relation.isNeverEqual ? true : nil
      case .greaterOrEqual: relation.isNeverLess ? true : relation.isNeverGreater && relation.isNeverEqual ? false : nil
      case .greater: relation.isNeverGreater ? false : relation.isNeverLess && relation.isNeverEqual ? true : nil
      case .lessOrEqual: relation.isNeverGreater ? true : relation.isNeverLess && relation.isNeverEqual ? false : nil
      case .equal: relation.isNeverEqual ? false : nil
      case .notEqual: relation.isNeverEqual ? true : nil
      default: nil
      }
    return holds.map { Value.one(of: [.boolean($0)], dependingOn: unknown) } ?? open
  }

  private func ordered(_ value: Value) -> Bool {
    switch value {
    case .number, .string, .date, .time, .dateTime, .monthsDuration, .daysDuration, .unknown: true
    default: false
    }
  }

  /// Whether one of two values to be compared is a null that nobody wrote, such as the sum of no numbers; where errors
  /// propagate it would turn into a silent no.
  func isStrayNull(_ left: Value, _ right: Value) -> Bool {
    guard errorsPropagate, left.isNull != right.isNull else { return false }
    return !left.isUnknown && !right.isUnknown && left.firstError == nil && right.firstError == nil
  }

  func incomparable(_ op: BinaryOperator, _ left: Value, _ right: Value, at span: Span) -> Value {
    for side in [left, right] { if case .null(.some) = side { return side } }
    let (a, b) = (left.kindName, right.kindName)
    if left.isTimed, right.isTimed, a == b {
      return .null(
        because: Diagnostic(
          "operand-type", span: span,
          message: Wording(
            en: "`\(op.rawValue)` cannot compare a local time with one of a zone",
            zh: "`\(op.rawValue)` 不能比较无时区的时刻与有时区的时刻")))
    }
    return .null(
      because: Diagnostic(
        left.isNull || right.isNull ? "null-operand" : "operand-type", span: span,
        message: Wording(
          en: "`\(op.rawValue)` cannot compare \(a[.en]) with \(b[.en])",
          zh: "`\(op.rawValue)` 不能比较\(a[.zh])与\(b[.zh])"),
        help: left.help(beside: right)))
  }
}

extension Value {
  fileprivate var isTimed: Bool {
    switch self {
    case .time, .dateTime: true
    default: false
    }
  }
}

extension BinaryOperator {
  /// Whether it asks which comes first.
  fileprivate var isOrdering: Bool {
    switch self {
    case .less, .lessOrEqual, .greater, .greaterOrEqual: true
    default: false
    }
  }
}
