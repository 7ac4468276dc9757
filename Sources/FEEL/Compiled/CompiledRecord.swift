/// One record in the registers of a compiled expression: set its inputs, evaluate, read what came out.
///
/// A record belongs to one task at a time; copies are independent of each other.
public struct CompiledRecord: @unchecked Sendable {
  private let compiled: CompiledExpression
  /// The program without a count of references, which for each record would take as long as the program itself.
  /// INVARIANT: `compiled` keeps it alive.
  private let program: Unmanaged<Program>?
  private var registers: [Register]
  /// Numbers that do not fit their registers, by the same positions.
  private var wide: [Decimal128]
  /// Inputs that no register can hold: null, unknown, or of another type than was declared.
  private var odd: [Value?]
  /// How many of these the program would have read.
  private var oddCount: Int

  init(_ compiled: CompiledExpression) {
    self.compiled = compiled
    program = compiled.program.map { Unmanaged.passUnretained($0) }
    let count = compiled.program?.registerCount ?? compiled.inputs.count
    registers = Array(repeating: .zero, count: count)
    wide = Array(repeating: .zero, count: count)
    odd = Array(repeating: .null, count: compiled.inputs.count)
    for constant in compiled.program?.constants ?? [] {
      registers[constant.register] = constant.value
      wide[constant.register] = constant.wide
    }
    oddCount = compiled.program?.reads.count { $0 } ?? 0
  }

  /// Sets an input to any value.
  ///
  /// - Precondition: `input` is a position in the inputs of the expression, here and in what follows.
  public mutating func set(_ value: Value, at input: Int) {
    switch value {
    case .number(let number): set(number, at: input)
    case .boolean(let truth): set(truth, at: input)
    case .date(let date): set(date, at: input)
    case .string(let text): set(text, at: input)
    default: hold(value, at: input)
    }
  }

  /// Sets an input to a number.
  public mutating func set(_ number: Decimal128, at input: Int) {
    guard case .number = compiled.inputs[input].type else { return hold(.number(number), at: input) }
    if let register = Register(number) {
      registers[input] = register
    } else {
      registers[input] = Register(bits: 0, exponent: Register.wide)
      wide[input] = number
    }
    settle(input)
  }

  /// Sets an input to the number `coefficient` × 10^`exponent`: 12.50 is 1250 and -2. Null where there is no such number.
  public mutating func set(coefficient: Int, exponent: Int, at input: Int) {
    guard case .number = compiled.inputs[input].type, coefficient != .min, Register.exponents.contains(exponent) else {
      let number = Decimal128(
        negative: coefficient < 0, coefficient: UInt128(coefficient.magnitude), exponent: exponent)
      return number.map { set($0, at: input) } ?? hold(.null, at: input)
    }
    registers[input] = Register(bits: coefficient, exponent: exponent)
    settle(input)
  }

  /// Sets an input to true or false.
  public mutating func set(_ truth: Bool, at input: Int) {
    guard case .boolean = compiled.inputs[input].type else { return hold(.boolean(truth), at: input) }
    set(bits: truth ? 1 : 0, at: input)
  }

  /// Sets an input to a date.
  public mutating func set(_ date: CalendarDate, at input: Int) {
    guard case .date = compiled.inputs[input].type else { return hold(.date(date), at: input) }
    set(bits: date.dayNumber, at: input)
  }

  /// Sets an input to a text; that of a member, where the input is one of an enumeration.
  public mutating func set(_ text: String, at input: Int) {
    guard case .enumeration(let enumeration) = compiled.inputs[input].type,
      let member = enumeration.position(of: text)
    else { return hold(.string(text), at: input) }
    set(bits: member, at: input)
  }

  private mutating func set(bits: Int, at input: Int) {
    registers[input] = Register(bits: bits)
    settle(input)
  }

  private mutating func hold(_ value: Value, at input: Int) {
    if odd[input] == nil, compiled.program?.reads[input] == true { oddCount += 1 }
    odd[input] = value
  }

  private mutating func settle(_ input: Int) {
    guard odd[input] != nil else { return }
    odd[input] = nil
    if compiled.program?.reads[input] == true { oddCount -= 1 }
  }

  /// The value of the expression for this record, the same that the plain evaluator gives.
  ///
  /// - Parameter run: what the plain evaluator runs in, where it is needed.
  public mutating func evaluate(_ run: @autoclosure () -> Run = Run()) -> Value {
    if oddCount == 0, let program {
      let result = program._withUnsafeGuaranteedRef { program in
        program.run(&registers, &wide)
          ? CompiledRecord.value(at: program.result, program.resultKind, registers, wide) : nil
      }
      if let result { return result }
    }
    return run().evaluate(compiled.expression, in: Environment(variables))
  }

  /// The inputs as the plain evaluator sees them.
  private var variables: [String: Value] {
    var found: [String: Value] = [:]
    for (position, input) in compiled.inputs.enumerated() {
      found[input.name] =
        odd[position] ?? CompiledRecord.value(at: position, Program.Kind(input.type) ?? .boolean, registers, wide)
    }
    return found
  }

  @inline(__always)
  private static func value(at position: Int, _ kind: Program.Kind, _ registers: [Register], _ wide: [Decimal128])
    -> Value
  {
    let register = registers[position]
    switch kind {
    case .number: return .number(register.exponent == Register.wide ? wide[position] : register.number)
    case .boolean: return .boolean(register.bits != 0)
    case .date: return CalendarDate(dayNumber: register.bits).map { .date($0) } ?? .null
    case .member(let enumeration): return .string(enumeration.members[register.bits])
    }
  }
}

extension Program.Kind {
  /// What a register holds of values of a type, if it can hold them.
  init?(_ type: FeelType) {
    switch type {
    case .number: self = .number
    case .boolean: self = .boolean
    case .date: self = .date
    case .enumeration(let enumeration): self = .member(enumeration)
    default: return nil
    }
  }
}
