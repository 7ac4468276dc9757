/// Operations on what is unknown but can only be one of a few values, or lies between two ends.
extension Run {
  /// How the result of an operation moves with an operand.
  package enum Trend: Sendable {
    /// It never falls where the operand rises.
    case rising
    /// It never rises where the operand rises.
    case falling
  }

  /// What an operation comes to while an operand is unknown: the one result to which every possible operand leads, or
  /// something unknown that is one of the results; nothing where no operand is unknown.
  ///
  /// Operands that depend on one fact are taken as if they were free of each other, so the results may be more than
  /// there really are, and never fewer.
  ///
  /// - Parameter trends: how the result moves with each operand, where that is known; then the ends between which the
  ///   operands lie give those of the result.
  package func acrossPossible(_ operands: [Value], trends: [Trend]? = nil, _ operation: ([Value]) -> Value) -> Value? {
    guard let unknown = Value.unknowns(in: operands) else { return nil }
    if let found = each(of: operands, dependingOn: unknown, operation) { return found }
    guard let trends, trends.count == operands.count else { return .unknown(unknown) }
    func end(_ isUpper: Bool) -> Value? {
      let ends = zip(operands, trends).map { $0.end(isUpper == ($1 == .rising)) }
      guard ends.allSatisfy({ $0 != nil }) else { return nil }
      let result = operation(ends.compactMap { $0 })
      return result.isOrdered ? result : nil
    }
    return Value.between(Bounds(lower: end(false), upper: end(true)), dependingOn: unknown)
  }

  /// The results of every combination of the few values that each operand may be; nothing where those are not few.
  private func each(of operands: [Value], dependingOn unknown: Unknown, _ operation: ([Value]) -> Value) -> Value? {
    var combinations: [[Value]] = [[]]
    for operand in operands {
      guard let choices = operand.possibleValues ?? (operand.isNull ? [operand] : nil) else { return nil }
      combinations = combinations.flatMap { start in choices.map { start + [$0] } }
      guard combinations.count <= Unknown.mostPossible else { return nil }
    }
    var results: [Value] = []
    for operands in combinations {
      let result = operation(operands)
      // An error that only some of the possible operands make may never come about.
      if result.isNull || result.unknowns != nil { return .unknown(result.isNull ? unknown.failing : unknown) }
      results.append(result)
    }
    return Value.one(of: results, dependingOn: unknown)
  }
}

extension Run {
  /// A value changed by what never falls where it rises, as rounding does, where it is known, can only be one of a few, or
  /// lies between two ends.
  package func mapping(_ value: Value, _ change: (Value) -> Value) -> Value {
    value.isUnknown ? acrossPossible([value], trends: [.rising]) { change($0[0]) } ?? value : change(value)
  }
}

extension Value {
  /// One end of what this may be; of a list the list of its items' ends.
  fileprivate func end(_ isUpper: Bool) -> Value? {
    switch self {
    case .unknown(let unknown): return isUpper ? unknown.bounds?.upper : unknown.bounds?.lower
    case .list(let items):
      let ends = items.map { $0.end(isUpper) }
      return ends.allSatisfy { $0 != nil } ? .list(ends.compactMap { $0 }) : nil
    default: return isNull || unknowns != nil ? nil : self
    }
  }

  /// The first null that an error made, here or inside.
  var firstError: Value? {
    switch self {
    case .null(.some): self
    case .list(let items): items.lazy.compactMap(\.firstError).first
    case .context(let context): context.entries.lazy.compactMap(\.value.firstError).first
    default: nil
    }
  }
}
