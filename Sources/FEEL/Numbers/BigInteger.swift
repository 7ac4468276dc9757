/// A signed integer of any size.
struct BigInteger: Sendable, Equatable {
  var isNegative: Bool
  var magnitude: BigUnsigned

  init(isNegative: Bool, magnitude: BigUnsigned) {
    self.isNegative = isNegative && !magnitude.isZero
    self.magnitude = magnitude
  }

  init(_ value: Int128) {
    self.init(isNegative: value < 0, magnitude: BigUnsigned(value.magnitude))
  }

  static let zero = BigInteger(0)

  static prefix func - (value: BigInteger) -> BigInteger {
    BigInteger(isNegative: !value.isNegative, magnitude: value.magnitude)
  }

  static func + (left: BigInteger, right: BigInteger) -> BigInteger {
    if left.isNegative == right.isNegative {
      return BigInteger(isNegative: left.isNegative, magnitude: left.magnitude + right.magnitude)
    }
    return left.magnitude >= right.magnitude
      ? BigInteger(isNegative: left.isNegative, magnitude: left.magnitude - right.magnitude)
      : BigInteger(isNegative: right.isNegative, magnitude: right.magnitude - left.magnitude)
  }

  static func - (left: BigInteger, right: BigInteger) -> BigInteger { left + -right }

  static func * (left: BigInteger, right: BigInteger) -> BigInteger {
    BigInteger(isNegative: left.isNegative != right.isNegative, magnitude: left.magnitude * right.magnitude)
  }

  /// The value times 2^count.
  static func << (value: BigInteger, count: Int) -> BigInteger {
    BigInteger(isNegative: value.isNegative, magnitude: value.magnitude << count)
  }

  /// The value divided by 2^count, truncated toward zero.
  static func >> (value: BigInteger, count: Int) -> BigInteger {
    BigInteger(isNegative: value.isNegative, magnitude: value.magnitude >> count)
  }
}
