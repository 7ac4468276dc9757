/// Calls of functions that are one instruction each.
extension ProgramCompiler {
  mutating func call(_ callee: Expression, _ arguments: [Expression.Argument], in target: UInt16?)
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

  mutating func unary(_ operation: Instruction.Operation, of operand: Expression, in target: UInt16?)
    throws(NotCompilable) -> Operand
  {
    let operand = try value(of: operand)
    guard operand.kind == .number else { throw NotCompilable() }
    return try emit(operation, operand, operand, in: target, kind: .number)
  }
}
