/// Unary tests: the cells of decision tables and the right side of `in` (DMN 1.5, 7.3.3 and tables 46, 47).
extension Run {
  /// Whether one of the tests holds for the input; null or unknown as three-valued logic has it.
  public func test(_ tests: UnaryTests, input: Value, in environment: Environment) -> Value {
    if tests.isAny { return .boolean(true) }
    let scope = environment.binding("?", to: input)
    var result = Value.boolean(false)
    for test in tests.tests {
      result = Value.or(result, self.test(test, input: input, in: scope))
      if case .boolean(true) = result { break }
    }
    guard tests.isNegated else { return result }
    if case .boolean(let holds) = result { return .boolean(!holds) }
    return result
  }

  private func test(_ test: UnaryTest, input: Value, in environment: Environment) -> Value {
    switch test.kind {
    case .comparison(let op, let bound):
      return compare(op, input, evaluate(bound, in: environment), at: test.span)
    case .expression(let expression):
      if case .range(let range) = expression.kind, let open = openRange(range, at: test.span, in: environment) {
        return contains(open, input, at: test.span)
      }
      let value = evaluate(expression, in: environment)
      // A condition about the input is settled; any other value is one to equal or to be in, as `[? - 1..? + 1]` is.
      if case .boolean = value, expression.mentionsInput { return value }
      return matches(input, value, at: test.span)
    }
  }

  /// A range of which an end is not known, though certain to be a range: 0 is in `[0..price]` whatever the price is.
  private func openRange(_ range: Expression.RangeExpression, at span: Span, in environment: Environment)
    -> RangeValue?
  {
    guard range.equality == nil, let lower = range.lower.map({ evaluate($0, in: environment) }),
      let upper = range.upper.map({ evaluate($0, in: environment) }), lower.isUnknown || upper.isUnknown,
      case .boolean(true) = compare(.lessOrEqual, lower, upper, at: span)
    else { return nil }
    return RangeValue(
      lower: lower, lowerIncluded: range.lowerIncluded, upper: upper, upperIncluded: range.upperIncluded, equality: nil)
  }

  /// Whether the input equals the value of a cell, or is in it.
  private func matches(_ input: Value, _ value: Value, at span: Span) -> Value {
    switch (input, value) {
    case (.null(.some), _) where errorsPropagate: return input
    // A cell that could not be evaluated is not one that the input differs from.
    case (_, .null(.some)): return value
    case (.range, .range): return compare(.equal, input, value, at: span)
    case (_, .range(let range)): return contains(range, input, at: span)
    case (.list, .list(let items)):
      if input.relation(to: value) == .equal { return .boolean(true) }
      return isMember(input, of: items, at: span)
    case (_, .list(let items)): return isMember(input, of: items, at: span)
    case (.null, _) where isStrayNull(input, value): return incomparable(.equal, input, value, at: span)
    case (.boolean, .boolean): return compare(.equal, input, value, at: span)
    case (_, .boolean) where !input.isNull && !input.isUnknown: return value
    default: return compare(.equal, input, value, at: span)
    }
  }

  private func isMember(_ input: Value, of items: [Value], at span: Span) -> Value {
    if errorsPropagate, let error = input.firstError { return error }
    var result = Value.boolean(false)
    for item in items {
      guard spend() else { return exhausted(at: span) }
      if errorsPropagate, let error = item.firstError { return error }
      let holds: Value
      if case .range(let range) = item, !isRange(input) {
        holds = contains(range, input, at: span)
      } else {
        holds = compare(.equal, input, item, at: span)
      }
      if case .boolean(true) = holds { return holds }
      // A list may mix kinds; an item of another kind is simply not the one.
      if case .unknown = holds { result = Value.or(result, holds) }
    }
    if let first = items.first, isStrayNull(input, first) { return incomparable(.equal, input, first, at: span) }
    return result
  }

  private func isRange(_ value: Value) -> Bool { if case .range = value { true } else { false } }

  /// Whether a value lies between the ends of a range.
  func contains(_ range: RangeValue, _ value: Value, at span: Span) -> Value {
    if range.equality == .notEqual, let other = range.lower { return compare(.notEqual, value, other, at: span) }
    var result = Value.boolean(true)
    if let lower = range.lower {
      result = Value.and(result, compare(range.lowerIncluded ? .greaterOrEqual : .greater, value, lower, at: span))
    }
    if let upper = range.upper {
      result = Value.and(result, compare(range.upperIncluded ? .lessOrEqual : .less, value, upper, at: span))
    }
    return result
  }
}

extension RangeValue {
  /// Whether both ends are of one ordered kind, and the lower does not come after the upper.
  var isWellFormed: Bool {
    switch (lower, upper) {
    case (nil, nil): return false
    case (let end?, nil), (nil, let end?): return end.isOrdered
    case (let lower?, let upper?):
      let relation = lower.relation(to: upper)
      return lower.isOrdered && upper.isOrdered && (relation == .less || relation == .equal)
    }
  }
}

extension Value {
  /// Whether values of this kind have an order, so that they can be the ends of a range.
  var isOrdered: Bool {
    switch self {
    case .number, .string, .date, .time, .dateTime, .monthsDuration, .daysDuration: true
    default: false
    }
  }
}
