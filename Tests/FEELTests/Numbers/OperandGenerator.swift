import TestSupport

@testable import FEEL

/// Numbers that decimal arithmetic gets wrong most easily.
struct OperandGenerator {
  var random: SplitMix64

  mutating func int(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &random) }
  mutating func chance(_ percent: Int) -> Bool { int(1...100) <= percent }

  /// A coefficient: everyday, long, all nines, a power of ten or of two give or take one, ending in 5000….
  mutating func coefficient() -> UInt128 {
    let digits = int(1...34)
    switch int(0...7) {
    case 0: return UInt128(int(0...20))
    case 1: return UInt128(int(0...10_000_000))
    case 2: return PowerOfTen.value(digits) - 1
    case 3: return PowerOfTen.value(digits - 1) + UInt128(int(0...2))
    case 4: return 1 << UInt128(int(0...112)) + UInt128(int(0...1))
    case 5:
      let zeros = int(0...digits - 1)
      return (uniform(digits - zeros) * 10 + 5) % PowerOfTen.value(digits - zeros) * PowerOfTen.value(zeros)
    default: return uniform(digits)
    }
  }

  mutating func uniform(_ digits: Int) -> UInt128 {
    UInt128.random(in: 0..<PowerOfTen.value(digits), using: &random)
  }

  mutating func exponent() -> Int {
    switch int(0...9) {
    case 0: int(-6176 ... -6100)
    case 1: int(6040...6111)
    case 2: int(-6176...6111)
    case 3: int(-45...45)
    case 4, 5: int(-34...0)
    default: int(-4...1)
    }
  }

  mutating func any() -> Decimal128 {
    number(negative: chance(40), coefficient(), exponent())
  }

  /// Two numbers, mostly close enough for one to matter in the last digit of the other.
  mutating func pair() -> (Decimal128, Decimal128) {
    let first = any()
    switch int(0...4) {
    case 0: return (first, any())
    case 1: return (first, number(negative: chance(50), first.coefficient, first.exponent + int(-1...1)))
    case 2:
      let tie = UInt128([1, 5, 5, 9, 49, 50, 51, 500, 4999][int(0...8)])
      let padded = first.padded(towardExponent: -6176)
      return (first, number(negative: chance(50), tie, padded.exponent - int(0...4)))
    default: return (first, number(negative: chance(50), coefficient(), first.exponent + int(-72...72)))
    }
  }

  /// A number whose first digit stands in one of these places.
  mutating func any(adjusted range: ClosedRange<Int>, negative: Bool) -> Decimal128 {
    let coefficient = max(coefficient(), 1)
    return number(negative: negative, coefficient, int(range) - PowerOfTen.digitCount(coefficient) + 1)
  }

  /// A base and an exponent with a result that mostly is neither zero nor too large.
  mutating func powerPair() -> (Decimal128, Decimal128) {
    let small = any(adjusted: -2...2, negative: chance(20))
    switch int(0...7) {
    case 0: return (any(), Decimal128(int(-6...6)))
    case 1: return (small, Decimal128(int(-200...400)))
    case 2: return (number(negative: false, 1_000_000 + UInt128(int(0...99_999)), -6), Decimal128(int(1...3000)))
    case 3:
      let root = number(negative: false, uniform(int(1...9)), int(-40...40))
      let power = [2, 4, 5, 8, 10, 20][int(0...5)]
      let base = root.raised(to: Decimal128(power)) ?? .one
      return (base, Decimal128(int(-3...3)).divided(by: Decimal128(power)) ?? .one)
    case 4: return (nearOne(), any(adjusted: -3...36, negative: chance(50)))
    case 5: return (small, number(negative: chance(50), UInt128(int(0...1000)), -int(0...3)))
    case 6: return (any().magnitude, any(adjusted: -40...0, negative: chance(50)))
    default: return (small.magnitude, any(adjusted: -3...3, negative: chance(50)))
    }
  }

  mutating func nearOne() -> Decimal128 {
    let digits = int(1...33)
    let one = PowerOfTen.value(digits)
    let offset = uniform(int(1...digits))
    return number(negative: false, chance(50) ? one + offset : one - offset, -digits)
  }

  mutating func list() -> [Decimal128] {
    let spread = chance(1)
    let base = exponent()
    let everyday = chance(50)
    return (0..<int(1...12)).map { _ in
      everyday
        ? number(negative: chance(30), UInt128(int(0...5_000_000)), -int(0...2))
        : number(negative: chance(40), coefficient(), spread ? exponent() : base + int(-40...40))
    }
  }

  mutating func mode() -> RoundingMode { RoundingMode.allCases.randomElement(using: &random) ?? .up }

  /// A scale that cuts somewhere near the digits of the number.
  mutating func scale(for number: Decimal128) -> Int {
    chance(5) ? int(-6200...6200) : -number.exponent - PowerOfTen.digitCount(number.coefficient) + int(-3...36)
  }

  func number(negative: Bool, _ coefficient: UInt128, _ exponent: Int) -> Decimal128 {
    Decimal128(negative: negative, coefficient: coefficient, exponent: min(max(exponent, -6176), 6111)) ?? .zero
  }
}
