import FEEL

/// Amounts of which some may still be open.
extension Decider {
  func sum(_ a: Value, _ b: Value) -> Value { combine(a, b) { $0.adding($1) } }

  func sum(_ values: [Value]) -> Value { values.reduce(.number(0)) { sum($0, $1) } }

  /// What is left, and never less than nothing.
  func difference(_ a: Value, _ b: Value) -> Value {
    combine(a, b) { a, b in a.subtracting(b).map { $0.isNegative ? 0 : $0 } }
  }

  func combine(_ a: Value, _ b: Value, _ operation: (Decimal128, Decimal128) -> Decimal128?) -> Value {
    if a.isNull { return a }
    if b.isNull { return b }
    func combined(_ a: Value, _ b: Value) -> Value {
      guard case .number(let x) = a, case .number(let y) = b else { return .null }
      return operation(x, y).map { .number($0) } ?? .null
    }
    return run.acrossPossible([a, b]) { combined($0[0], $0[1]) } ?? combined(a, b)
  }

  /// The least of several amounts, none of which is below nothing: where one is nothing, the others need not be known.
  func least(_ values: [Value]) -> Value {
    if let error = values.first(where: \.isNull) { return error }
    if let none = values.first(where: { $0.equals(.number(0)) }) { return none }
    return values.dropFirst().reduce(values.first ?? .null) { least, next in
      combine(least, next) { min($0, $1) }
    }
  }
}
