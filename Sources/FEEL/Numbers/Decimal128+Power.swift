extension Decimal128 {
  /// This number to a power (the FEEL operator `**`), correctly rounded. x⁰ is 1, also
  /// for zero. A power with a small whole exponent has the digits that repeated multiplication would give:
  /// 1.50² is 2.2500. Nil on overflow, for zero to a negative power and for a negative base with an exponent
  /// that is not whole.
  public func raised(to power: Decimal128) -> Decimal128? {
    guard !power.isZero else { return .one }
    guard !isZero else { return power.isNegative ? nil : .zero }
    guard !isNegative || power.isInteger else { return nil }
    let negative = isNegative && power.isOddInteger
    if let small = power.int, small.magnitude <= Self.largestSmallPower {
      return raised(toSmall: small, negative: negative)
    }
    let base = magnitude
    if base == .one { return negative ? Self.one.negated : .one }
    if let exact = base.exactPower(power, negative: negative) { return exact }
    return base.irrationalPower(power, negative: negative)
  }

  /// Up to this exponent, the exact power is cheap.
  private static let largestSmallPower: UInt = 64

  private func raised(toSmall power: Int, negative: Bool) -> Decimal128? {
    let digits = BigUnsigned(coefficient).raised(to: abs(power))
    if power > 0 {
      return Self.rounding(negative: negative, coefficient: digits, exponent: exponent * power)
    }
    return Self.rounding(negative: negative, numerator: .one, denominator: digits, exponent: exponent * power)
  }

  /// The power by way of e^(power × ln self), for a base above zero. The result must not be a decimal number
  /// of 35 digits or fewer, or its rounding never becomes certain.
  private func irrationalPower(_ power: Decimal128, negative: Bool) -> Decimal128? {
    let below = comparedMagnitude(to: .one) < 0
    // |ln self| lies between 10^-34 and 15 000.
    if power.adjustedExponent > 39 { return below == power.isNegative ? nil : Self.tiniestZero }
    if power.adjustedExponent < -45 { return negative ? Self.oneInFull.negated : Self.oneInFull }
    // The error of the logarithm grows with the power: four more bits for each digit keep it below a unit.
    let extraBits = 44 + 4 * max(power.adjustedExponent + 1, 0)
    return FixedPoint.untilCertain { fixed in
      let logarithm = FixedPoint(bits: fixed.bits + extraBits).logarithm(coefficient, exponent: exponent)
      let product = logarithm.magnitude * BigUnsigned(power.coefficient) * .powerOfTen(power.exponent)
      let argument = product.quotientAndRemainder(dividingBy: .powerOfTen(-power.exponent)).quotient >> extraBits
      let isNegative = logarithm.isNegative != power.isNegative
      return fixed.roundedExponential(
        BigInteger(isNegative: isNegative, magnitude: argument), negative: negative)
    }
  }

  private var isOddInteger: Bool {
    let whole = reduced
    return whole.exponent == 0 && whole.coefficient & 1 == 1
  }

  /// The power of a base above zero if it is a decimal number of at most 36 digits (so exact, or possibly
  /// halfway between two numbers of 34 digits), rounded; nil otherwise.
  private func exactPower(_ power: Decimal128, negative: Bool) -> Decimal128? {
    // With self = C × 10^E, C not divisible by 10, and power = p / q in lowest terms, the power is a decimal
    // number only if C = Dᑫ and q divides E; then it is D^p × 10^(E p / q).
    let base = reduced
    guard let (over, under) = power.lowestTerms, base.exponent.isMultiple(of: under) else { return nil }
    guard let root = Self.exactRoot(base.coefficient, degree: under) else { return nil }
    let (exponent, overflow) = (base.exponent / under).multipliedReportingOverflow(by: over)
    if overflow { return nil }
    if root == 1 { return Self.rounding(negative: negative, coefficient: 1, exponent: exponent) }
    guard over.magnitude <= 120 else { return nil }
    let digits = BigUnsigned(root).raised(to: abs(over))
    if over > 0 {
      guard let narrow = digits.uint128 else { return nil }
      return Self.rounding(negative: negative, coefficient: narrow, exponent: exponent)
    }
    // 1 / 2ⁿ = 5ⁿ / 10ⁿ and 1 / 5ⁿ = 2ⁿ / 10ⁿ; no other reciprocal ends.
    let places = digits.bitWidth
    let (inverse, remainder) = BigUnsigned.powerOfTen(places).quotientAndRemainder(dividingBy: digits)
    guard remainder.isZero else { return nil }
    return Self.rounding(negative: negative, inverse, exact: true, exponent: exponent - places, ideal: exponent)
  }

  /// The number as a fraction in lowest terms, if both terms are machine integers.
  private var lowestTerms: (numerator: Int, denominator: Int)? {
    let number = reduced
    if number.exponent >= 0 { return number.int.map { ($0, 1) } }
    guard number.exponent >= -18 else { return nil }
    var over = number.coefficient
    var under = PowerOfTen.value(-number.exponent)
    for prime: UInt128 in [2, 5] {
      while over.isMultiple(of: prime), under.isMultiple(of: prime) {
        over /= prime
        under /= prime
      }
    }
    guard let numerator = Int(exactly: over), let denominator = Int(exactly: under) else { return nil }
    return (number.isNegative ? -numerator : numerator, denominator)
  }

  /// The whole root of a number above zero, if there is one.
  private static func exactRoot(_ value: UInt128, degree: Int) -> UInt128? {
    if value == 1 || degree == 1 { return value }
    guard degree < 128 else { return nil }
    let target = BigUnsigned(value)
    var low: UInt128 = 1
    var high: UInt128 = 1 << UInt128(target.bitWidth / degree + 1)
    while low < high {
      let middle = (low + high) / 2
      if BigUnsigned(middle).raised(to: degree) < target { low = middle + 1 } else { high = middle }
    }
    return BigUnsigned(low).raised(to: degree) == target ? low : nil
  }
}
