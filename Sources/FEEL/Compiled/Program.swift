/// What an expression was compiled to: instructions over registers.
///
/// The first registers are the inputs, then come the constants, then one for each step, so that after a run every step
/// can still be read. An object, so that a record refers to it by one reference.
final class Program: Sendable {
  /// What a register holds.
  enum Kind: Sendable, Hashable {
    case number, boolean, date
    /// A member of an enumeration by its position; -1 for a text that is no member.
    case member(Enumeration)
  }

  struct Constant: Sendable {
    let register: Int
    let value: Register
    /// The number in full where it does not fit a register.
    let wide: Decimal128
  }

  let instructions: [Instruction]
  let constants: [Constant]
  let registerCount: Int
  /// Where the result is, and what it is.
  let result: Int
  let resultKind: Kind
  /// Which inputs are read.
  let reads: [Bool]

  init(
    _ instructions: [Instruction], constants: [Constant], registerCount: Int, result: Int, resultKind: Kind,
    reads: [Bool]
  ) {
    self.instructions = instructions
    self.constants = constants
    self.registerCount = registerCount
    self.result = result
    self.resultKind = resultKind
    self.reads = reads
  }
}

/// One step: an operation on two registers with the result in a third.
struct Instruction: Sendable {
  var operation: Operation
  /// How `round` rounds.
  var mode: RoundingMode = .down
  /// The register of the result. For jumps: the instruction to go on with.
  var target: UInt16
  /// The first operand.
  var a: UInt16
  /// The second operand. For `round`: the number of digits after the point, plus ``scaleBias``.
  var b: UInt16

  static let scaleBias = 100

  /// INVARIANT: registers and jumps are within the program; jumps go forward.
  enum Operation: UInt8 {
    case add, subtract, multiply, divide, negate, magnitude, least, greatest, round
    /// Comparisons of numbers.
    case less, lessOrEqual, equal, notEqual
    /// Comparisons of the bits of dates, booleans and members.
    case bitsLess, bitsLessOrEqual, bitsEqual, bitsNotEqual
    case not, move, jump, jumpIfFalse, jumpIfTrue
  }
}
