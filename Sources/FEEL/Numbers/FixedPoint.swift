/// Logarithm and exponential in binary fixed point: a number v stands for v / 2^bits.
///
/// Every result is within `errorBound` units of the last place of the true value. The real errors are
/// far smaller (some hundred operations, each off by a unit or two, some of them then multiplied by at most
/// 2²⁰), so the bound needs no sharper proof.
struct FixedPoint {
  /// The number of bits after the point.
  let bits: Int

  static let errorBound = BigUnsigned(1 << 40)

  /// ln 2 and ln 10 (Machin-like formulas over three fast series).
  var logarithmConstants: (two: BigInteger, ten: BigInteger) {
    let (a, b, c) = (inverseTangent(of: 31), inverseTangent(of: 49), inverseTangent(of: 161))
    func combine(_ x: Int128, _ y: Int128, _ z: Int128) -> BigInteger {
      BigInteger(x) * a + BigInteger(y) * b + BigInteger(z) * c
    }
    return (combine(14, 10, 6), combine(46, 34, 20))
  }

  /// artanh (1 / n) = 1/n + 1/3n³ + 1/5n⁵ + …
  private func inverseTangent(of n: UInt64) -> BigInteger {
    var power = (BigUnsigned.one << bits).quotientAndRemainder(dividingBy: n).quotient
    var total = BigUnsigned.zero
    var divisor: UInt64 = 1
    while !power.isZero {
      total = total + power.quotientAndRemainder(dividingBy: divisor).quotient
      power = power.quotientAndRemainder(dividingBy: n * n).quotient
      divisor += 2
    }
    return BigInteger(isNegative: false, magnitude: total)
  }

  /// ln (coefficient × 10^exponent), for a coefficient above zero.
  func logarithm(_ coefficient: UInt128, exponent: Int) -> BigInteger {
    // coefficient = f × 2^shift with f in 2/3 ..< 4/3, so that the series below converges quickly.
    let value = BigUnsigned(coefficient)
    let isLarge = BigUnsigned(3) * value >= BigUnsigned.one << (value.bitWidth + 1)
    let shift = isLarge ? value.bitWidth : value.bitWidth - 1
    let fraction = BigInteger(isNegative: false, magnitude: value << (bits - shift))
    let constants = logarithmConstants
    return logarithm(near: fraction) + BigInteger(Int128(shift)) * constants.two
      + BigInteger(Int128(exponent)) * constants.ten
  }

  /// ln f = 2 artanh ((f - 1) / (f + 1)), for f near 1.
  private func logarithm(near fraction: BigInteger) -> BigInteger {
    let one = BigInteger(1) << bits
    let difference = (fraction - one) << bits
    let ratio = difference.magnitude.quotientAndRemainder(dividingBy: (fraction + one).magnitude).quotient
    let square = (ratio * ratio) >> bits
    var power = ratio
    var total = BigUnsigned.zero
    var divisor: UInt64 = 1
    while !power.isZero {
      total = total + power.quotientAndRemainder(dividingBy: divisor).quotient
      power = (power * square) >> bits
      divisor += 2
    }
    return BigInteger(isNegative: difference.isNegative, magnitude: total << 1)
  }

  /// e^value = significand × 10^exponent, with a significand from 1 to 10; nil if the exponent is beyond
  /// any decimal number (more than 100 000).
  func exponential(_ value: BigInteger) -> (significand: BigUnsigned, exponent: Int)? {
    guard value.magnitude.bitWidth <= bits + 17 else { return nil }
    let ten = logarithmConstants.ten.magnitude
    let (quotient, remainder) = value.magnitude.quotientAndRemainder(dividingBy: ten)
    let power = Int(truncatingIfNeeded: quotient.uint128 ?? 0)
    return value.isNegative
      ? (exponential(small: ten - remainder), -power - 1) : (exponential(small: remainder), power)
  }

  /// e^value for a value from 0 to ln 10: Taylor's series for value / 2⁸, squared eight times.
  private func exponential(small value: BigUnsigned) -> BigUnsigned {
    let halvings = 8
    let argument = value >> halvings
    var term = BigUnsigned.one << bits
    var total = term
    var index: UInt64 = 1
    while !term.isZero {
      term = ((term * argument) >> bits).quotientAndRemainder(dividingBy: index).quotient
      total = total + term
      index += 1
    }
    for _ in 0..<halvings { total = (total * total) >> bits }
    return total
  }

  /// The decimal number nearest to ±value × 10^exponent, if the error bound leaves no doubt.
  func rounded(negative: Bool, _ value: BigUnsigned, exponent: Int) -> Rounded {
    guard value > Self.errorBound else { return .uncertain }
    // Enough decimal places for 37 digits.
    let places = max(bits - value.bitWidth, 0) * 30_103 / 100_000 + 38
    let scale = BigUnsigned.powerOfTen(places)
    func round(_ bound: BigUnsigned) -> Decimal128? {
      Decimal128.rounding(
        negative: negative, coefficient: (bound * scale) >> bits, exponent: exponent - places, sticky: true)
    }
    switch (round(value - Self.errorBound), round(value + Self.errorBound)) {
    case (nil, nil): return .certain(nil)
    case (let lower?, let upper?) where lower.isIdentical(to: upper): return .certain(lower)
    default: return .uncertain
    }
  }

  /// A rounding that is certain (nil for an overflow), or that needs more bits.
  enum Rounded {
    case certain(Decimal128?)
    case uncertain
  }

  /// Ziv's strategy: computes with more and more bits until the rounding is certain. The functions used here
  /// have no results halfway between two decimal numbers, so that it always becomes certain; the limit is
  /// out of reach.
  static func untilCertain(_ compute: (FixedPoint) -> Rounded) -> Decimal128? {
    var bits = 192
    while bits <= 1 << 13 {
      if case .certain(let result) = compute(FixedPoint(bits: bits)) { return result }
      bits *= 2
    }
    return nil
  }
}
