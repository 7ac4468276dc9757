/// Operators, comparisons, tests and choices.
extension ProgramCompiler {
  /// A chain of infix operators from its left end, without nesting.
  mutating func binaryChain(_ expression: Expression, in target: UInt16?) throws(NotCompilable) -> Operand {
    var spine: [(BinaryOperator, Expression)] = []
    var first = expression
    while case .binary(let op, let inner, let right) = first.kind {
      spine.append((op, right))
      first = inner
    }
    var left: Operand?
    for (index, (op, right)) in spine.enumerated().reversed() {
      let end = index == 0 ? target : nil
      switch op {
      case .and, .or:
        left = try logical(op, left, first, right, in: end)
      case .add, .subtract, .multiply, .divide:
        left = try arithmetic(op, try operand(left, first), try value(of: right), in: end)
      case .power: throw NotCompilable()
      default:
        let pair = try comparedPair(left, first, right)
        let result = try place(end)
        try compare(op, pair.0, pair.1, in: result)
        left = Operand(register: result, kind: .boolean)
      }
    }
    guard let left else { throw NotCompilable() }
    return left
  }

  private mutating func logical(
    _ op: BinaryOperator, _ left: Operand?, _ first: Expression, _ right: Expression, in target: UInt16?
  ) throws(NotCompilable) -> Operand {
    let register = try place(target)
    let left = try operand(left, first, in: register)
    let skip = jump(op == .and ? .jumpIfFalse : .jumpIfTrue, on: left)
    let right = try value(of: right, in: register)
    land(skip)
    guard left.kind == .boolean, right.kind == .boolean else { throw NotCompilable() }
    return left
  }

  /// The left end of a chain: what has been worked out already, or else its first operand.
  private mutating func operand(_ left: Operand?, _ first: Expression, in target: UInt16? = nil)
    throws(NotCompilable) -> Operand
  {
    if let left { return try moved(left, to: target) }
    return try value(of: first, in: target)
  }

  private mutating func arithmetic(_ op: BinaryOperator, _ left: Operand, _ right: Operand, in target: UInt16?)
    throws(NotCompilable) -> Operand
  {
    guard left.kind == .number, right.kind == .number else { throw NotCompilable() }
    let operation: Instruction.Operation =
      switch op {
      case .add: .add
      case .subtract: .subtract
      case .multiply: .multiply
      default: .divide
      }
    return try emit(operation, left, right, in: target, kind: .number)
  }

  /// Two sides of a comparison; a text beside an enumeration is one of its members.
  private mutating func comparedPair(_ left: Operand?, _ first: Expression, _ right: Expression)
    throws(NotCompilable) -> (Operand, Operand)
  {
    if left == nil, case .literal(.string(let text)) = first.kind {
      let right = try value(of: right)
      guard case .member(let enumeration) = right.kind else { throw NotCompilable() }
      return (try member(text, of: enumeration), right)
    }
    let left = try operand(left, first)
    return (left, try bound(right, beside: left))
  }

  /// The value that another is compared with.
  private mutating func bound(_ expression: Expression, beside value: Operand) throws(NotCompilable) -> Operand {
    if case .literal(.string(let text)) = expression.kind, case .member(let enumeration) = value.kind {
      return try member(text, of: enumeration)
    }
    return try self.value(of: expression)
  }

  /// A comparison with its truth in `target`.
  mutating func compare(_ op: BinaryOperator, _ left: Operand, _ right: Operand, in target: UInt16)
    throws(NotCompilable)
  {
    guard left.kind == right.kind else { throw NotCompilable() }
    let isNumber = left.kind == .number
    let isOrdered = isNumber || left.kind == .date
    let operation: Instruction.Operation
    switch op {
    case .equal: operation = isNumber ? .equal : .bitsEqual
    case .notEqual: operation = isNumber ? .notEqual : .bitsNotEqual
    case .less where isOrdered, .greater where isOrdered: operation = isNumber ? .less : .bitsLess
    case .lessOrEqual where isOrdered, .greaterOrEqual where isOrdered:
      operation = isNumber ? .lessOrEqual : .bitsLessOrEqual
    default: throw NotCompilable()
    }
    let isTurned = op == .greater || op == .greaterOrEqual
    _ = try emit(operation, isTurned ? right : left, isTurned ? left : right, in: target, kind: .boolean)
  }

  /// `value in tests`: the first test that holds settles it.
  mutating func contained(_ value: Expression, _ tests: UnaryTests, in target: UInt16?) throws(NotCompilable)
    -> Operand
  {
    guard !tests.isAny, !tests.isNegated else { throw NotCompilable() }
    let value = try self.value(of: value)
    let result = Operand(register: try place(target), kind: .boolean)
    var ends: [Int] = []
    for (position, test) in tests.tests.enumerated() {
      if position > 0 { ends.append(jump(.jumpIfTrue, on: result)) }
      switch test.kind {
      case .comparison(let op, let other):
        try compare(op, value, try bound(other, beside: value), in: result.register)
      case .expression(let expression):
        // A condition about the value, and a boolean beside another kind, have a meaning of their own.
        guard !expression.mentionsInput else { throw NotCompilable() }
        if case .range(let range) = expression.kind {
          try within(range, value, result)
        } else {
          try compare(.equal, value, try bound(expression, beside: value), in: result.register)
        }
      }
    }
    for end in ends { land(end) }
    return result
  }

  /// Whether a value is in a range of literals; one whose ends are worked out may turn out to be no range.
  private mutating func within(_ range: Expression.RangeExpression, _ value: Operand, _ result: Operand)
    throws(NotCompilable)
  {
    guard range.equality == nil, let lower = range.lower, let upper = range.upper,
      case .literal(let low) = lower.kind, case .literal(let high) = upper.kind,
      RangeValue(lower: low, lowerIncluded: true, upper: high, upperIncluded: true).isWellFormed
    else { throw NotCompilable() }
    try compare(range.lowerIncluded ? .greaterOrEqual : .greater, value, try constant(low), in: result.register)
    let skip = jump(.jumpIfFalse, on: result)
    try compare(range.upperIncluded ? .lessOrEqual : .less, value, try constant(high), in: result.register)
    land(skip)
  }

  mutating func choice(
    _ condition: Expression, _ then: Expression, _ otherwise: Expression, in target: UInt16?
  ) throws(NotCompilable) -> Operand {
    let condition = try value(of: condition)
    guard condition.kind == .boolean else { throw NotCompilable() }
    let register = try place(target)
    let toElse = jump(.jumpIfFalse, on: condition)
    let first = try value(of: then, in: register)
    let toEnd = jump(.jump, on: condition)
    land(toElse)
    let second = try value(of: otherwise, in: register)
    land(toEnd)
    guard first.kind == second.kind else { throw NotCompilable() }
    return first
  }
}
