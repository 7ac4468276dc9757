import FEEL

/// Amounts of which some may still be open.
extension Decider {
  func sum(_ a: Value, _ b: Value) -> Value { combine(a, b, [.rising, .rising]) { $0.adding($1) } }

  func sum(_ values: [Value]) -> Value { values.reduce(.number(0)) { sum($0, $1) } }

  /// What is left, and never less than nothing.
  func difference(_ a: Value, _ b: Value) -> Value {
    combine(a, b, [.rising, .falling]) { a, b in a.subtracting(b).map { $0.isNegative ? 0 : $0 } }
  }

  /// - Parameter trends: how the result moves with each of the two.
  func combine(_ a: Value, _ b: Value, _ trends: [Run.Trend], _ operation: (Decimal128, Decimal128) -> Decimal128?)
    -> Value
  {
    if a.isNull { return a }
    if b.isNull { return b }
    func combined(_ a: Value, _ b: Value) -> Value {
      guard case .number(let x) = a, case .number(let y) = b else { return .null }
      return operation(x, y).map { .number($0) } ?? .null
    }
    return run.acrossPossible([a, b], trends: trends) { combined($0[0], $0[1]) } ?? combined(a, b)
  }

  /// The lower or the higher of two amounts: beyond neither of them, even where the other is not known.
  func extreme(_ a: Value, _ b: Value, _ wanted: Preference) -> Value {
    let both = combine(a, b, [.rising, .rising]) { wanted == .lowest ? min($0, $1) : max($0, $1) }
    guard case .unknown(let unknown) = both, unknown.possible == nil else { return both }
    let ends = [a.bounds, b.bounds].compactMap { wanted == .lowest ? $0?.upper : $0?.lower }
    guard let known = Bounds(around: ends) else { return both }
    let beyond = wanted == .lowest ? Bounds(lower: nil, upper: known.lower) : Bounds(lower: known.upper, upper: nil)
    return .between(beyond.map { unknown.bounds?.narrowed(by: $0) ?? $0 }, dependingOn: unknown)
  }

  /// The least of several amounts, none of which is below nothing: where one is nothing, the others need not be known.
  func least(_ values: [Value]) -> Value {
    if let error = values.first(where: \.isNull) { return error }
    if let none = values.first(where: { $0.equals(.number(0)) }) { return none }
    return values.dropFirst().reduce(values.first ?? .null) { extreme($0, $1, .lowest) }
  }
}
