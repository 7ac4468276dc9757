import FEEL

/// All that a cell holds for, where it names nothing but literals.
struct CellExtent {
  /// What is written between the commas.
  enum Part {
    case interval(Interval)
    case value(Value)
    case otherThan(Value)

    /// The one value that it names.
    var value: Value? {
      switch self {
      case .interval: nil
      case .value(let value), .otherThan(let value): value
      }
    }
  }

  private(set) var parts: [Part] = []
  let isNegated: Bool

  /// Nothing for a cell of which its text does not tell what it holds for.
  init?(_ tests: UnaryTests) {
    isNegated = tests.isNegated
    for test in tests.tests {
      let added =
        switch test.kind {
        case .comparison(let op, let bound): Self.constant(bound).flatMap { Self.part(op, $0).map { [$0] } }
        case .expression(let expression): Self.constant(expression).flatMap(Self.parts)
        }
      guard let added else { return nil }
      parts += added
    }
  }

  /// The numbers and days that it names.
  var bounds: [Decimal128] {
    parts.flatMap { part -> [Decimal128] in
      if case .interval(let interval) = part { return [interval.lower, interval.upper].compactMap { $0 } }
      return [part.value?.place].compactMap { $0 }
    }
  }

  /// The value of an expression that depends on nothing.
  private static func constant(_ expression: Expression) -> Value? {
    guard !expression.mentionsInput, expression.names.allSatisfy({ $0 == "date" }) else { return nil }
    let value = Run().evaluate(expression, in: Environment())
    return value.isNull ? nil : value
  }

  private static func part(_ op: BinaryOperator, _ bound: Value) -> Part? {
    switch op {
    case .equal: return .value(bound)
    case .notEqual: return .otherThan(bound)
    case .less, .lessOrEqual:
      return bound.place.map { .interval(Interval(upper: $0, upperIncluded: op == .lessOrEqual)) }
    case .greater, .greaterOrEqual:
      return bound.place.map { .interval(Interval(lower: $0, lowerIncluded: op == .greaterOrEqual)) }
    default: return nil
    }
  }

  private static func parts(of value: Value) -> [Part]? {
    switch value {
    case .number, .date, .string, .boolean: return [.value(value)]
    case .list(let items):
      let each = items.map(parts)
      return each.contains { $0 == nil } ? nil : each.flatMap { $0 ?? [] }
    case .range(let range):
      if let equality = range.equality { return range.lower.flatMap { part(equality, $0).map { [$0] } } }
      let (lower, upper) = (range.lower?.place, range.upper?.place)
      guard (range.lower == nil) == (lower == nil), (range.upper == nil) == (upper == nil) else { return nil }
      return [
        .interval(
          Interval(
            lower: lower, lowerIncluded: range.lowerIncluded, upper: upper, upperIncluded: range.upperIncluded))
      ]
    default: return nil
    }
  }
}

extension Value {
  /// Where a number or a day stands on the line of all of them; days are counted.
  var place: Decimal128? {
    switch self {
    case .number(let number): number
    case .date(let date): Decimal128(date.dayNumber)
    default: nil
    }
  }
}
