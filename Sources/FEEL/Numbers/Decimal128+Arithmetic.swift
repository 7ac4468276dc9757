extension Decimal128 {
  /// The sum (IEEE 754-2008 5.4.1), with the smaller of the two exponents where that fits; nil on overflow.
  public func adding(_ other: Decimal128) -> Decimal128? {
    let (upper, lower) = exponent >= other.exponent ? (self, other) : (other, self)
    let gap = upper.exponent - lower.exponent
    if gap == 0 || PowerOfTen.digitCount(upper.coefficient) + gap <= PowerOfTen.largestExponent {
      return Self.sum(
        upper.isNegative, upper.coefficient &* PowerOfTen.value(gap),
        lower.isNegative, lower.coefficient, exponent: lower.exponent)
    }
    if lower.isZero { return upper.padded(towardExponent: lower.exponent) }
    if upper.isZero { return lower }
    return Self.wideSum(upper, lower)
  }

  /// The difference (IEEE 754-2008 5.4.1), with the smaller of the two exponents where that fits;
  /// nil on overflow.
  public func subtracting(_ other: Decimal128) -> Decimal128? {
    adding(other.negated)
  }

  /// The product (IEEE 754-2008 5.4.1), with the sum of the exponents where that fits; nil on overflow.
  public func multiplied(by other: Decimal128) -> Decimal128? {
    let negative = isNegative != other.isNegative
    let exponent = exponent + other.exponent
    let (product, overflow) = coefficient.multipliedReportingOverflow(by: other.coefficient)
    guard overflow else { return Self.rounding(negative: negative, coefficient: product, exponent: exponent) }
    let wide = BigUnsigned(coefficient) * BigUnsigned(other.coefficient)
    return Self.rounding(negative: negative, coefficient: wide, exponent: exponent)
  }

  /// The quotient (IEEE 754-2008 5.4.1); one that is exact has the difference of the exponents, or as few
  /// more digits as it needs. Nil on overflow and for division by zero.
  public func divided(by other: Decimal128) -> Decimal128? {
    guard !other.isZero else { return nil }
    let negative = isNegative != other.isNegative
    let ideal = exponent - other.exponent
    if let small = UInt64(exactly: coefficient), let divisor = UInt64(exactly: other.coefficient) {
      return Self.quotient(negative: negative, small, by: divisor, ideal: ideal)
    }
    let (whole, remainder) = coefficient.quotientAndRemainder(dividingBy: other.coefficient)
    if remainder == 0 { return Self.rounding(negative: negative, coefficient: whole, exponent: ideal) }

    // Pad the dividend so that the quotient has 35 or 36 digits: enough to round, and within 128 bits.
    let padding = Self.largestDigitCount - PowerOfTen.digitCount(coefficient)
    let shift = PowerOfTen.digitCount(other.coefficient) + 1
    let dividend = (coefficient &* PowerOfTen.value(padding)).multipliedFullWidth(by: PowerOfTen.value(shift))
    guard dividend.high < other.coefficient else { return nil }
    let (quotient, rest) = other.coefficient.dividingFullWidth(dividend)
    let start = ideal - padding - shift
    guard rest == 0 else {
      return Self.rounding(negative: negative, coefficient: quotient, exponent: start, sticky: true)
    }
    let (stripped, removed) = PowerOfTen.stripZeros(quotient, atMost: ideal - start)
    return Self.rounding(negative: negative, coefficient: stripped, exponent: start + removed)
  }

  /// The quotient of coefficients that fit a machine word, by long division of up to 18 digits a step.
  private static func quotient(negative: Bool, _ dividend: UInt64, by divisor: UInt64, ideal: Int) -> Decimal128? {
    var (word, remainder) = dividend.quotientAndRemainder(dividingBy: divisor)
    var quotient = UInt128(word)
    var place = ideal
    // 36 digits are enough to round, and 38 fit.
    while remainder != 0 {
      let digits = PowerOfTen.digitCount(quotient)
      if digits >= largestDigitCount + 2 { break }
      let step = min(18, largestDigitCount + 2 - digits)
      let power = UInt64(truncatingIfNeeded: PowerOfTen.value(step))
      // The remainder is below the divisor, so that the next digits fit a word.
      (word, remainder) = divisor.dividingFullWidth(remainder.multipliedFullWidth(by: power))
      quotient = quotient &* UInt128(power) &+ UInt128(word)
      place -= step
    }
    guard remainder == 0 else {
      return rounding(negative: negative, coefficient: quotient, exponent: place, sticky: true)
    }
    let (stripped, removed) = PowerOfTen.stripZeros(quotient, atMost: ideal - place)
    return rounding(negative: negative, coefficient: stripped, exponent: place + removed)
  }

  /// `dividend - divisor * floor(dividend / divisor)` (DMN 1.5, 10.3.4.5), computed exactly and rounded at
  /// most once; it has the sign of the divisor and the smaller of the two exponents where that fits.
  /// Nil for a zero divisor.
  public func modulo(_ divisor: Decimal128) -> Decimal128? {
    guard !divisor.isZero else { return nil }
    let sameSign = isNegative == divisor.isNegative || isZero
    if comparedMagnitude(to: divisor) < 0 {
      return sameSign ? padded(towardExponent: divisor.exponent) : adding(divisor)
    }
    // The dividend is at least as large, so the divisor at the common exponent fits 34 digits.
    let common = min(exponent, divisor.exponent)
    let modulus = divisor.coefficient &* PowerOfTen.value(divisor.exponent - common)
    let scale = Self.tenRaised(to: exponent - common, modulo: modulus)
    let rest = Self.product(coefficient % modulus, scale, modulo: modulus)
    let result = sameSign || rest == 0 ? rest : modulus - rest
    return Decimal128(negative: divisor.isNegative, fitting: result, exponent: common)
  }

  /// The same value with zeros appended until the exponent is reached or 34 digits are used up.
  func padded(towardExponent target: Int) -> Decimal128 {
    guard target < exponent else { return self }
    guard !isZero else { return Decimal128(negative: false, fitting: 0, exponent: target) }
    let zeros = min(exponent - target, Self.largestDigitCount - PowerOfTen.digitCount(coefficient))
    return Decimal128(
      negative: isNegative, fitting: coefficient &* PowerOfTen.value(zeros), exponent: exponent - zeros)
  }

  /// The sum of two signed coefficients below 10³⁸ at one exponent.
  private static func sum(
    _ leftNegative: Bool, _ left: UInt128, _ rightNegative: Bool, _ right: UInt128, exponent: Int
  ) -> Decimal128? {
    if leftNegative == rightNegative {
      return rounding(negative: leftNegative, coefficient: left &+ right, exponent: exponent)
    }
    return left >= right
      ? rounding(negative: leftNegative, coefficient: left &- right, exponent: exponent)
      : rounding(negative: rightNegative, coefficient: right &- left, exponent: exponent)
  }

  /// The sum of two numbers, neither zero, whose digits lie far apart.
  private static func wideSum(_ upper: Decimal128, _ lower: Decimal128) -> Decimal128? {
    // Two places behind the 34th digit of the upper one, any smaller number has the same effect as a
    // single unit there: it only tells a tie or an exact value from its neighbours.
    let digits = PowerOfTen.digitCount(upper.coefficient)
    let floor = upper.exponent + min(-1, digits - largestDigitCount - 2)
    let negligible = lower.adjustedExponent < floor
    let exponent = negligible ? floor : lower.exponent
    let left = BigInteger(
      isNegative: upper.isNegative,
      magnitude: BigUnsigned(upper.coefficient) * BigUnsigned.powerOfTen(upper.exponent - exponent))
    let right = BigInteger(
      isNegative: lower.isNegative, magnitude: BigUnsigned(negligible ? 1 : lower.coefficient))
    let total = left + right
    return rounding(negative: total.isNegative, coefficient: total.magnitude, exponent: exponent)
  }

  private static func product(_ left: UInt128, _ right: UInt128, modulo modulus: UInt128) -> UInt128 {
    let (product, overflow) = left.multipliedReportingOverflow(by: right)
    guard overflow else { return product % modulus }
    // Both factors are below the modulus, so the quotient fits.
    return modulus.dividingFullWidth(left.multipliedFullWidth(by: right)).remainder
  }

  private static func tenRaised(to power: Int, modulo modulus: UInt128) -> UInt128 {
    var result = 1 % modulus
    var square = 10 % modulus
    var rest = power
    while rest > 0 {
      if rest & 1 == 1 { result = product(result, square, modulo: modulus) }
      square = product(square, square, modulo: modulus)
      rest >>= 1
    }
    return result
  }
}
