extension Program {
  /// Runs over the registers of a record.
  ///
  /// - Returns: False where something came up that the plain evaluator has to tell, such as a division by zero.
  func run(_ registers: inout [Register], _ wide: inout [Decimal128]) -> Bool {
    // INVARIANT: the compiler hands out registers below `registerCount` only, which both arrays have.
    registers.withUnsafeMutableBufferPointer { registers in
      wide.withUnsafeMutableBufferPointer { wide in
        instructions.withUnsafeBufferPointer { Machine(registers: registers, wide: wide).run($0) }
      }
    }
  }
}

/// Carries instructions out.
private struct Machine {
  let registers: UnsafeMutableBufferPointer<Register>
  let wide: UnsafeMutableBufferPointer<Decimal128>

  @inline(__always)
  func run(_ code: UnsafeBufferPointer<Instruction>) -> Bool {
    var next = 0
    while next < code.count {
      let step = code[next]
      next &+= 1
      let a = registers[Int(step.a)]
      switch step.operation {
      case .add: guard add(a, registers[Int(step.b)], step) else { return false }
      case .subtract: guard subtract(a, registers[Int(step.b)], step) else { return false }
      case .multiply: guard multiply(a, registers[Int(step.b)], step) else { return false }
      case .divide: guard divide(a, registers[Int(step.b)], step) else { return false }
      case .negate: negate(a, step)
      case .magnitude: if isNegative(a, step.a) { negate(a, step) } else { copy(step.a, to: step.target) }
      case .least: copy(isLess(step.b, step.a) ? step.b : step.a, to: step.target)
      case .greatest: copy(isLess(step.a, step.b) ? step.b : step.a, to: step.target)
      case .round: guard round(a, step) else { return false }
      case .less: set(step, isLess(step.a, step.b))
      case .lessOrEqual: set(step, !isLess(step.b, step.a))
      case .equal: set(step, isEqual(step.a, step.b))
      case .notEqual: set(step, !isEqual(step.a, step.b))
      case .bitsLess: set(step, a.bits < registers[Int(step.b)].bits)
      case .bitsLessOrEqual: set(step, a.bits <= registers[Int(step.b)].bits)
      case .bitsEqual: set(step, a.bits == registers[Int(step.b)].bits)
      case .bitsNotEqual: set(step, a.bits != registers[Int(step.b)].bits)
      case .not: set(step, a.bits == 0)
      case .move: copy(step.a, to: step.target)
      case .jump: next = Int(step.target)
      case .jumpIfFalse: if a.bits == 0 { next = Int(step.target) }
      case .jumpIfTrue: if a.bits != 0 { next = Int(step.target) }
      }
    }
    return true
  }

  @inline(__always)
  private func set(_ step: Instruction, _ truth: Bool) {
    registers[Int(step.target)] = Register(bits: truth ? 1 : 0)
  }

  @inline(__always)
  private func set(_ step: Instruction, _ bits: Int, _ exponent: Int) {
    registers[Int(step.target)] = Register(bits: bits, exponent: exponent)
  }

  @inline(__always)
  private func copy(_ source: UInt16, to target: UInt16) {
    let register = registers[Int(source)]
    registers[Int(target)] = register
    if register.exponent == Register.wide { wide[Int(target)] = wide[Int(source)] }
  }

  // MARK: Numbers that fit

  /// Both coefficients at the smaller exponent, if they fit there. Two wide numbers do not.
  @inline(__always)
  private func aligned(_ a: Register, _ b: Register) -> (a: Int, b: Int, exponent: Int)? {
    if a.exponent == b.exponent { return a.exponent == Register.wide ? nil : (a.bits, b.bits, a.exponent) }
    guard a.exponent != Register.wide, b.exponent != Register.wide else { return nil }
    let gap = a.exponent &- b.exponent
    let power = Register.powerOfTen(gap < 0 ? 0 &- gap : gap)
    let (scaled, overflow) = (gap > 0 ? a.bits : b.bits).multipliedReportingOverflow(by: power)
    guard power != 0, !overflow else { return nil }
    return gap > 0 ? (scaled, b.bits, b.exponent) : (a.bits, scaled, a.exponent)
  }

  @inline(__always)
  private func add(_ a: Register, _ b: Register, _ step: Instruction) -> Bool {
    if let (x, y, exponent) = aligned(a, b) {
      let (sum, overflow) = x.addingReportingOverflow(y)
      if !overflow, sum != .min {
        set(step, sum, exponent)
        return true
      }
    }
    return inFull(step) { $0.adding($1) }
  }

  @inline(__always)
  private func subtract(_ a: Register, _ b: Register, _ step: Instruction) -> Bool {
    if let (x, y, exponent) = aligned(a, b) {
      let (difference, overflow) = x.subtractingReportingOverflow(y)
      if !overflow, difference != .min {
        set(step, difference, exponent)
        return true
      }
    }
    return inFull(step) { $0.subtracting($1) }
  }

  @inline(__always)
  private func multiply(_ a: Register, _ b: Register, _ step: Instruction) -> Bool {
    if a.exponent != Register.wide, b.exponent != Register.wide {
      let (product, overflow) = a.bits.multipliedReportingOverflow(by: b.bits)
      let exponent = a.exponent &+ b.exponent
      if !overflow, product != .min, Register.exponents.contains(exponent) {
        set(step, product, exponent)
        return true
      }
    }
    return inFull(step) { $0.multiplied(by: $1) }
  }

  @inline(__always)
  private func divide(_ a: Register, _ b: Register, _ step: Instruction) -> Bool {
    if a.exponent != Register.wide, b.exponent != Register.wide, b.bits != 0 {
      let (quotient, remainder) = Machine.quotientAndRemainder(a.bits, b.bits)
      let exponent = a.exponent &- b.exponent
      if remainder == 0, Register.exponents.contains(exponent) {
        set(step, quotient, exponent)
        return true
      }
    }
    return inFull(step) { $0.divided(by: $1) }
  }

  /// Most numbers are short, and short ones divide much faster.
  @inline(__always)
  private static func quotientAndRemainder(_ a: Int, _ b: Int) -> (quotient: Int, remainder: Int) {
    guard (a | b) >> 32 == 0 else { return a.quotientAndRemainder(dividingBy: b) }
    let (quotient, remainder) = UInt32(truncatingIfNeeded: a).quotientAndRemainder(
      dividingBy: UInt32(truncatingIfNeeded: b))
    return (Int(quotient), Int(remainder))
  }

  @inline(__always)
  private func negate(_ a: Register, _ step: Instruction) {
    set(step, 0 &- a.bits, a.exponent)
    if a.exponent == Register.wide { wide[Int(step.target)] = wide[Int(step.a)].negated }
  }

  @inline(__always)
  private func isNegative(_ a: Register, _ position: UInt16) -> Bool {
    a.exponent == Register.wide ? wide[Int(position)].isNegative : a.bits < 0
  }

  @inline(__always)
  private func isLess(_ left: UInt16, _ right: UInt16) -> Bool {
    let (a, b) = (registers[Int(left)], registers[Int(right)])
    if a.exponent == b.exponent, a.exponent != Register.wide { return a.bits < b.bits }
    if let (a, b, _) = aligned(a, b) { return a < b }
    return number(left) < number(right)
  }

  @inline(__always)
  private func isEqual(_ left: UInt16, _ right: UInt16) -> Bool {
    let (a, b) = (registers[Int(left)], registers[Int(right)])
    if a.exponent == b.exponent, a.exponent != Register.wide { return a.bits == b.bits }
    if let (a, b, _) = aligned(a, b) { return a == b }
    return number(left) == number(right)
  }

  /// Rounds to a number of digits after the point, as the functions of FEEL do: to more than there are by zeros.
  @inline(__always)
  private func round(_ a: Register, _ step: Instruction) -> Bool {
    let target = Instruction.scaleBias &- Int(step.b)
    if a.exponent != Register.wide {
      if a.exponent == target {
        set(step, a.bits, target)
        return true
      }
      let power = Register.powerOfTen(a.exponent > target ? a.exponent &- target : target &- a.exponent)
      if power != 0, a.exponent > target {
        let (padded, overflow) = a.bits.multipliedReportingOverflow(by: power)
        if !overflow, padded != .min {
          set(step, padded, target)
          return true
        }
      } else if power != 0 {
        set(step, rounded(a.bits, by: power, step.mode), target)
        return true
      }
    }
    return inFull(step) { number, _ in Builtins.rounded(number, step.mode, scale: -target) }
  }

  @inline(__always)
  private func rounded(_ bits: Int, by power: Int, _ mode: RoundingMode) -> Int {
    let (kept, remainder) = Machine.quotientAndRemainder(bits, power)
    guard remainder != 0 else { return kept }
    // A power is at most 10^18, so that twice a remainder fits.
    let twice = Int(remainder.magnitude) &* 2
    let discarded: DiscardedPart = twice > power ? .aboveHalf : twice == power ? .half : .belowHalf
    guard mode.increments(isNegative: bits < 0, isOdd: kept & 1 != 0, discarded: discarded) else { return kept }
    return bits < 0 ? kept &- 1 : kept &+ 1
  }

  // MARK: Numbers in full

  private func number(_ position: UInt16) -> Decimal128 {
    let register = registers[Int(position)]
    return register.exponent == Register.wide ? wide[Int(position)] : register.number
  }

  @inline(never)
  private func inFull(_ step: Instruction, _ compute: (Decimal128, Decimal128) -> Decimal128?) -> Bool {
    // The second operand of `round` is no register.
    let right = step.operation == .round ? .zero : number(step.b)
    guard let result = compute(number(step.a), right) else { return false }
    if let register = Register(result) {
      registers[Int(step.target)] = register
    } else {
      registers[Int(step.target)] = Register(bits: 0, exponent: Register.wide)
      wide[Int(step.target)] = result
    }
    return true
  }
}
