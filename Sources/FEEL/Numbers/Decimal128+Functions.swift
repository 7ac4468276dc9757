extension Decimal128 {
  /// The square root (IEEE 754-2008 5.4.1), correctly rounded; an exact root has half the exponent, or as
  /// few more digits as it needs. Nil for a number below zero.
  public func squareRoot() -> Decimal128? {
    guard !isNegative else { return nil }
    return Self.squareRoot(numerator: BigUnsigned(coefficient), denominator: .one, exponent: exponent)
  }

  /// e to the power of this number, correctly rounded; nil on overflow.
  public func exponential() -> Decimal128? {
    guard !isZero else { return .one }
    if adjustedExponent < -40 { return .oneInFull }
    if adjustedExponent > 5 { return isNegative ? Self.tiniestZero : nil }
    return FixedPoint.untilCertain { fixed in
      let numerator = BigUnsigned(coefficient) << fixed.bits
      let argument =
        exponent >= 0
        ? numerator * .powerOfTen(exponent)
        : numerator.quotientAndRemainder(dividingBy: .powerOfTen(-exponent)).quotient
      return fixed.roundedExponential(BigInteger(isNegative: isNegative, magnitude: argument))
    }
  }

  /// The natural logarithm, correctly rounded; nil for zero and below.
  public func naturalLogarithm() -> Decimal128? {
    guard !isZero, !isNegative else { return nil }
    if self == .one { return .zero }
    return FixedPoint.untilCertain { fixed in
      let logarithm = fixed.logarithm(coefficient, exponent: exponent)
      return fixed.rounded(negative: logarithm.isNegative, logarithm.magnitude, exponent: 0)
    }
  }

  /// One with all 34 digits: what a result that differs from one by very little rounds to.
  static let oneInFull = Decimal128(negative: false, fitting: coefficientLimit / 10, exponent: -33)

  /// Zero with the smallest exponent: what an underflow leaves.
  static let tiniestZero = Decimal128(negative: false, fitting: 0, exponent: smallestExponent)

  /// √(numerator / denominator × 10^exponent), correctly rounded; an exact root has half the exponent
  /// (rounded down), or as few more digits as it needs.
  static func squareRoot(numerator: BigUnsigned, denominator: BigUnsigned, exponent: Int) -> Decimal128? {
    guard !denominator.isZero else { return nil }
    let isOdd = exponent & 1 == 1
    let ideal = (exponent - (isOdd ? 1 : 0)) / 2
    let radicand = isOdd ? numerator * BigUnsigned(10) : numerator
    // Append or cut off as many pairs of digits as leave a root of 36 digits or few more (240 bits below it).
    let missingBits = 241 + denominator.bitWidth - radicand.bitWidth
    let shift = radicand.isZero ? 0 : missingBits * 30_103 / 200_000 + (missingBits > 0 ? 1 : 0)
    let (quotient, remainder) = (radicand * .powerOfTen(2 * shift))
      .quotientAndRemainder(dividingBy: denominator * .powerOfTen(-2 * shift))
    let root = quotient.squareRoot
    let exact = remainder.isZero && root * root == quotient
    return rounding(negative: false, root, exact: exact, exponent: ideal - shift, ideal: ideal)
  }
}

extension FixedPoint {
  /// e^value as a decimal number, if its rounding is certain.
  func roundedExponential(_ value: BigInteger, negative: Bool = false) -> Rounded {
    // Below 2^-125 the result differs from one by less than the 36th digit.
    if value.magnitude.bitWidth + 125 < bits {
      return .certain(negative ? Decimal128.oneInFull.negated : .oneInFull)
    }
    guard let (significand, exponent) = exponential(value) else {
      return .certain(value.isNegative ? .tiniestZero : nil)
    }
    return rounded(negative: negative, significand, exponent: exponent)
  }
}
