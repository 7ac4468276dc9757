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
    case (.unknown, _): a
    case (_, .unknown): b
    case (.boolean, .boolean): .boolean(!decisive)
    case (.boolean, _): b.asTruth
    default: a.asTruth
    }
  }

  /// A boolean, null or unknown as it is; anything else as null.
  private var asTruth: Value {
    switch self {
    case .boolean, .unknown, .null: self
    default: .null
    }
  }

  /// What a choice between two values comes to while the choice is open: their value where they agree.
  package static func merge(_ a: Value, _ b: Value, dependingOn choice: Unknown) -> Value {
    if a.relation(to: b) == .equal, a.unknowns == nil, b.unknowns == nil { return a }
    var unknown = choice
    for value in [a, b] { if let more = value.unknowns { unknown = unknown.union(more) } }
    return .unknown(unknown)
  }

  /// The facts that this value, or anything inside it, waits for.
  public var unknowns: Unknown? {
    switch self {
    case .unknown(let unknown): unknown
    case .list(let items): Value.unknowns(in: items)
    case .context(let context): Value.unknowns(in: context.entries.lazy.map(\.value))
    default: nil
    }
  }

  static func unknowns(in values: some Sequence<Value>) -> Unknown? {
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

  /// An operand of `and` or `or`: what is neither boolean nor null becomes a null with its cause.
  private func truth(_ value: Value, at span: Span) -> Value {
    switch value {
    case .boolean, .null, .unknown: value
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
    let relation = left.relation(to: right)
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
      return ordered(left) ? .boolean(relation != .greater) : incomparable(op, left, right, at: span)
    case (.greaterOrEqual, .less), (.greaterOrEqual, .equal), (.greaterOrEqual, .greater):
      return ordered(left) ? .boolean(relation != .less) : incomparable(op, left, right, at: span)
    default: return incomparable(op, left, right, at: span)
    }
  }

  private func ordered(_ value: Value) -> Bool {
    switch value {
    case .number, .string, .date, .time, .dateTime, .monthsDuration, .daysDuration: true
    default: false
    }
  }

  private func incomparable(_ op: BinaryOperator, _ left: Value, _ right: Value, at span: Span) -> Value {
    for side in [left, right] { if case .null(.some) = side { return side } }
    let (a, b) = (left.kindName, right.kindName)
    return .null(
      because: Diagnostic(
        "operand-type", span: span,
        message: Wording(
          en: "`\(op.rawValue)` cannot compare \(a[.en]) with \(b[.en])",
          zh: "`\(op.rawValue)` 不能比较\(a[.zh])与\(b[.zh])")))
  }
}
