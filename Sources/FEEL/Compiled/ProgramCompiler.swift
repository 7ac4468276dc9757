/// Turns an expression into a program, where all of it is arithmetic, comparisons, conditions and rounding over inputs
/// of simple types.
struct ProgramCompiler {
  /// A register with what it holds.
  struct Operand {
    var register: UInt16
    var kind: Program.Kind
  }

  /// The expression holds what a program cannot do.
  struct NotCompilable: Error {}

  private let inputs: [CompiledExpression.Input]
  private let positions: [String: Int]
  private var reads: [Bool]
  private var constants: [Program.Constant] = []
  private var instructions: [Instruction] = []
  private var registerCount: Int

  init(_ inputs: [CompiledExpression.Input]) {
    self.inputs = inputs
    positions = Dictionary(inputs.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { $1 })
    reads = Array(repeating: false, count: inputs.count)
    registerCount = inputs.count
  }

  mutating func program(for expression: Expression) -> Program? {
    guard let result = try? value(of: expression) else { return nil }
    return Program(
      instructions, constants: constants, registerCount: registerCount, result: Int(result.register),
      resultKind: result.kind, reads: reads)
  }

  /// The instructions for an expression.
  ///
  /// - Parameter target: where its value must end up; otherwise it may stay where it is.
  mutating func value(of expression: Expression, in target: UInt16? = nil) throws(NotCompilable) -> Operand {
    switch expression.kind {
    case .literal(let value): return try moved(try constant(value), to: target)
    case .name(let name): return try moved(try input(name), to: target)
    case .negation(let operand): return try unary(.negate, of: operand, in: target)
    case .binary: return try binaryChain(expression, in: target)
    case .between(let value, let low, let high):
      let value = try self.value(of: value)
      let result = Operand(register: try place(target), kind: .boolean)
      try compare(.greaterOrEqual, value, try self.value(of: low), in: result.register)
      // Both ends are worked out in any case, as the plain evaluator does.
      let high = try self.value(of: high)
      let skip = jump(.jumpIfFalse, on: result)
      try compare(.lessOrEqual, value, high, in: result.register)
      land(skip)
      return result
    case .contained(let value, let tests): return try contained(value, tests, in: target)
    case .conditional(let condition, let then, let otherwise):
      return try choice(condition, then, otherwise, in: target)
    case .call(let callee, let arguments): return try call(callee, arguments, in: target)
    default: throw NotCompilable()
    }
  }

  // MARK: Leaves

  private mutating func input(_ name: String) throws(NotCompilable) -> Operand {
    guard let position = positions[name], let kind = Program.Kind(inputs[position].type) else {
      throw NotCompilable()
    }
    reads[position] = true
    return Operand(register: try register(position), kind: kind)
  }

  private mutating func constant(_ value: Value) throws(NotCompilable) -> Operand {
    switch value {
    case .number(let number): return try constant(Register(number), number, .number)
    case .boolean(let truth): return try constant(Register(bits: truth ? 1 : 0), .zero, .boolean)
    case .date(let date): return try constant(Register(bits: date.dayNumber), .zero, .date)
    default: throw NotCompilable()
    }
  }

  private mutating func constant(_ value: Register?, _ wide: Decimal128, _ kind: Program.Kind) throws(NotCompilable)
    -> Operand
  {
    let register = try newRegister()
    constants.append(
      Program.Constant(
        register: Int(register), value: value ?? Register(bits: 0, exponent: Register.wide), wide: wide))
    return Operand(register: register, kind: kind)
  }

  /// A text beside a member of an enumeration.
  private mutating func member(_ text: String, of enumeration: Enumeration) throws(NotCompilable) -> Operand {
    let position = enumeration.members.firstIndex { codePointOrder($0, text) == 0 } ?? -1
    return try constant(Register(bits: position), .zero, .member(enumeration))
  }

  // MARK: Operators

  /// A chain of infix operators from its left end, without nesting.
  private mutating func binaryChain(_ expression: Expression, in target: UInt16?) throws(NotCompilable) -> Operand {
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
  private mutating func compare(_ op: BinaryOperator, _ left: Operand, _ right: Operand, in target: UInt16)
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
  private mutating func contained(_ value: Expression, _ tests: UnaryTests, in target: UInt16?) throws(NotCompilable)
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

  private mutating func choice(
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

  // MARK: Functions

  private mutating func call(_ callee: Expression, _ arguments: [Expression.Argument], in target: UInt16?)
    throws(NotCompilable) -> Operand
  {
    guard case .name(let name) = callee.kind, positions[name] == nil, arguments.allSatisfy({ $0.name == nil }),
      let first = arguments.first?.value
    else { throw NotCompilable() }
    switch (name, arguments.count) {
    case ("not", 1):
      let operand = try value(of: first)
      guard operand.kind == .boolean else { throw NotCompilable() }
      return try emit(.not, operand, operand, in: target, kind: .boolean)
    case ("abs", 1): return try unary(.magnitude, of: first, in: target)
    case ("min", 2...), ("max", 2...):
      var best = try value(of: first)
      for argument in arguments.dropFirst() {
        let other = try value(of: argument.value)
        guard best.kind == .number, other.kind == .number else { throw NotCompilable() }
        best = try emit(name == "min" ? .least : .greatest, best, other, in: nil, kind: .number)
      }
      return try moved(best, to: target)
    default: return try round(name, arguments.map(\.value), in: target)
    }
  }

  private mutating func round(_ name: String, _ arguments: [Expression], in target: UInt16?) throws(NotCompilable)
    -> Operand
  {
    guard let mode = Builtins.roundings[name],
      arguments.count == 2 || ["floor", "ceiling"].contains(name) && arguments.count == 1
    else { throw NotCompilable() }
    var scale = 0
    if arguments.count == 2 {
      guard case .literal(.number(let number)) = arguments[1].kind, let written = number.int,
        (0...18).contains(written)
      else { throw NotCompilable() }
      scale = written
    }
    let operand = try value(of: arguments[0])
    guard operand.kind == .number else { throw NotCompilable() }
    let result = Operand(register: try place(target), kind: .number)
    instructions.append(
      Instruction(
        operation: .round, mode: mode, target: result.register, a: operand.register,
        b: UInt16(scale + Instruction.scaleBias)))
    return result
  }

  private mutating func unary(_ operation: Instruction.Operation, of operand: Expression, in target: UInt16?)
    throws(NotCompilable) -> Operand
  {
    let operand = try value(of: operand)
    guard operand.kind == .number else { throw NotCompilable() }
    return try emit(operation, operand, operand, in: target, kind: .number)
  }

  // MARK: Instructions

  private mutating func place(_ target: UInt16?) throws(NotCompilable) -> UInt16 {
    if let target { return target }
    return try newRegister()
  }

  private mutating func newRegister() throws(NotCompilable) -> UInt16 {
    defer { registerCount += 1 }
    return try register(registerCount)
  }

  private func register(_ position: Int) throws(NotCompilable) -> UInt16 {
    guard let register = UInt16(exactly: position), instructions.count < UInt16.max else { throw NotCompilable() }
    return register
  }

  private mutating func emit(
    _ operation: Instruction.Operation, _ a: Operand, _ b: Operand, in target: UInt16?, kind: Program.Kind
  ) throws(NotCompilable) -> Operand {
    let target = try place(target)
    instructions.append(Instruction(operation: operation, target: target, a: a.register, b: b.register))
    return Operand(register: target, kind: kind)
  }

  /// The operand itself, or a copy of it where it has to be.
  private mutating func moved(_ operand: Operand, to target: UInt16?) throws(NotCompilable) -> Operand {
    guard let target, target != operand.register else { return operand }
    return try emit(.move, operand, operand, in: target, kind: operand.kind)
  }

  /// A jump whose end is not known yet.
  private mutating func jump(_ operation: Instruction.Operation, on condition: Operand) -> Int {
    instructions.append(Instruction(operation: operation, target: 0, a: condition.register, b: 0))
    return instructions.count - 1
  }

  /// Lets a jump end here.
  private mutating func land(_ jump: Int) { instructions[jump].target = UInt16(clamping: instructions.count) }
}
