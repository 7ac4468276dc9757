/// A number, boolean, date or member of an enumeration in two words without a reference.
///
/// Which of them it is, the program knows; the register does not say.
struct Register {
  /// The coefficient of a number; 0 or 1 for a boolean; the day number of a date; the position of a member.
  var bits: Int
  /// The exponent of a number; ``wide`` for one that is kept in full beside the registers; otherwise of no meaning.
  var exponent: Int

  /// The exponent that stands for a number that does not fit.
  static let wide = Int.min
  /// Exponents of numbers that fit: far enough from the ends of the format that those of products need no check.
  static let exponents = -1000...1000

  static let zero = Register(bits: 0, exponent: 0)

  init(bits: Int, exponent: Int = 0) {
    self.bits = bits
    self.exponent = exponent
  }

  /// A number as it is, if it fits.
  init?(_ number: Decimal128) {
    guard let magnitude = Int(exactly: number.coefficient), Register.exponents.contains(number.exponent) else {
      return nil
    }
    bits = number.isNegative ? -magnitude : magnitude
    exponent = number.exponent
  }

  /// The number that a register holds. What is wide is not in it.
  var number: Decimal128 {
    Decimal128(negative: bits < 0, fitting: UInt128(bits.magnitude), exponent: exponent)
  }

  /// 10ⁿ for n from 0 to 18; 0 for what does not fit.
  @inline(__always)
  static func powerOfTen(_ n: Int) -> Int {
    switch n {
    case 0: 1
    case 1: 10
    case 2: 100
    case 3: 1_000
    case 4: 10_000
    case 5: 100_000
    case 6: 1_000_000
    case 7: 10_000_000
    case 8: 100_000_000
    case 9: 1_000_000_000
    case 10: 10_000_000_000
    case 11: 100_000_000_000
    case 12: 1_000_000_000_000
    case 13: 10_000_000_000_000
    case 14: 100_000_000_000_000
    case 15: 1_000_000_000_000_000
    case 16: 10_000_000_000_000_000
    case 17: 100_000_000_000_000_000
    case 18: 1_000_000_000_000_000_000
    default: 0
    }
  }
}
