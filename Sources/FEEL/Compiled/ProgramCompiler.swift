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
  let positions: [String: Int]
  private var reads: [Bool]
  private var constants: [Program.Constant] = []
  var instructions: [Instruction] = []
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

  mutating func input(_ name: String) throws(NotCompilable) -> Operand {
    guard let position = positions[name], let kind = Program.Kind(inputs[position].type) else {
      throw NotCompilable()
    }
    reads[position] = true
    return Operand(register: try register(position), kind: kind)
  }

  mutating func constant(_ value: Value) throws(NotCompilable) -> Operand {
    switch value {
    case .number(let number): return try constant(Register(number), number, .number)
    case .boolean(let truth): return try constant(Register(bits: truth ? 1 : 0), .zero, .boolean)
    case .date(let date): return try constant(Register(bits: date.dayNumber), .zero, .date)
    default: throw NotCompilable()
    }
  }

  mutating func constant(_ value: Register?, _ wide: Decimal128, _ kind: Program.Kind) throws(NotCompilable)
    -> Operand
  {
    let register = try newRegister()
    constants.append(
      Program.Constant(
        register: Int(register), value: value ?? Register(bits: 0, exponent: Register.wide), wide: wide))
    return Operand(register: register, kind: kind)
  }

  /// A text beside a member of an enumeration.
  mutating func member(_ text: String, of enumeration: Enumeration) throws(NotCompilable) -> Operand {
    let position = enumeration.position(of: text) ?? -1
    return try constant(Register(bits: position), .zero, .member(enumeration))
  }

  // MARK: Instructions

  mutating func place(_ target: UInt16?) throws(NotCompilable) -> UInt16 {
    if let target { return target }
    return try newRegister()
  }

  mutating func newRegister() throws(NotCompilable) -> UInt16 {
    defer { registerCount += 1 }
    return try register(registerCount)
  }

  func register(_ position: Int) throws(NotCompilable) -> UInt16 {
    guard let register = UInt16(exactly: position), instructions.count < UInt16.max else { throw NotCompilable() }
    return register
  }

  mutating func emit(
    _ operation: Instruction.Operation, _ a: Operand, _ b: Operand, in target: UInt16?, kind: Program.Kind
  ) throws(NotCompilable) -> Operand {
    let target = try place(target)
    instructions.append(Instruction(operation: operation, target: target, a: a.register, b: b.register))
    return Operand(register: target, kind: kind)
  }

  /// The operand itself, or a copy of it where it has to be.
  mutating func moved(_ operand: Operand, to target: UInt16?) throws(NotCompilable) -> Operand {
    guard let target, target != operand.register else { return operand }
    return try emit(.move, operand, operand, in: target, kind: operand.kind)
  }

  /// A jump whose end is not known yet.
  mutating func jump(_ operation: Instruction.Operation, on condition: Operand) -> Int {
    instructions.append(Instruction(operation: operation, target: 0, a: condition.register, b: 0))
    return instructions.count - 1
  }

  /// Lets a jump end here.
  mutating func land(_ jump: Int) { instructions[jump].target = UInt16(clamping: instructions.count) }
}
