/// Operations on what is unknown but can only be one of a few values.
extension Run {
  /// What an operation comes to while an operand is unknown: the one result to which every possible operand leads, or
  /// something unknown that is one of the results; nothing where no operand is unknown.
  ///
  /// Operands that depend on one fact are taken as if they were free of each other, so the results may be more than
  /// there really are, and never fewer.
  package func acrossPossible(_ operands: [Value], _ operation: ([Value]) -> Value) -> Value? {
    guard let unknown = Value.unknowns(in: operands) else { return nil }
    var combinations: [[Value]] = [[]]
    for operand in operands {
      let choices: [Value]
      if case .unknown(let open) = operand {
        guard let possible = open.possible else { return .unknown(unknown) }
        choices = possible
      } else if operand.unknowns == nil {
        choices = [operand]
      } else {
        return .unknown(unknown)
      }
      combinations = combinations.flatMap { start in choices.map { start + [$0] } }
      guard combinations.count <= Unknown.mostPossible else { return .unknown(unknown) }
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
  /// A value changed, where it is known or can only be one of a few.
  package func mapping(_ value: Value, _ change: (Value) -> Value) -> Value {
    value.isUnknown ? acrossPossible([value]) { change($0[0]) } ?? value : change(value)
  }
}

extension Value {
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
