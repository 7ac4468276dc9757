extension Decimal128 {
  /// The number with exactly `scale` digits after the point (DMN 1.5, 10.3.4.5; IEEE 754-2008 5.3.2,
  /// quantize). A negative scale rounds to tens, hundreds … and leaves a positive exponent.
  /// Nil if the scale is not in -6111...6176 or the result has more than 34 digits.
  public func rounded(_ mode: RoundingMode, scale: Int) -> Decimal128? {
    guard (-Self.largestExponent...(-Self.smallestExponent)).contains(scale) else { return nil }
    let target = -scale
    if exponent == target { return self }
    if exponent > target {
      let result = padded(towardExponent: target)
      return result.exponent == target ? result : nil
    }
    let (kept, discarded) = PowerOfTen.dropDigits(target - exponent, from: coefficient, sticky: false)
    let increments = mode.increments(isNegative: isNegative, isOdd: kept & 1 == 1, discarded: discarded)
    return Decimal128(negative: isNegative, fitting: increments ? kept + 1 : kept, exponent: target)
  }

  /// The multiple of `step` that the mode chooses: 12.37 to a multiple of 0.05 is 12.35. The result has the
  /// exponent of the step where that fits. Nil if the step is not above zero or if the multiple does not
  /// fit 34 digits.
  public func rounded(toMultipleOf step: Decimal128, _ mode: RoundingMode) -> Decimal128? {
    guard !step.isZero, !step.isNegative else { return nil }
    if step.coefficient == 1, let simple = rounded(mode, scale: -step.exponent) { return simple }
    let common = min(exponent, step.exponent)
    let value = BigUnsigned(coefficient) * BigUnsigned.powerOfTen(exponent - common)
    let unit = BigUnsigned(step.coefficient) * BigUnsigned.powerOfTen(step.exponent - common)
    var (quotient, remainder) = value.quotientAndRemainder(dividingBy: unit)
    let discarded = DiscardedPart(remainder: remainder, divisor: unit)
    if mode.increments(isNegative: isNegative, isOdd: quotient.isOdd, discarded: discarded) {
      quotient = quotient + BigUnsigned(1)
    }
    return Self.exactly(
      negative: isNegative, quotient * BigUnsigned(step.coefficient), exponent: step.exponent)
  }

  /// The number coefficient × 10^exponent, rounded half even to what the format holds; nil on overflow.
  /// `sticky` says that the true value lies strictly between this coefficient and the next one, and needs a
  /// coefficient of more than 34 digits.
  static func rounding(
    negative: Bool, coefficient: UInt128, exponent: Int, sticky: Bool = false
  ) -> Decimal128? {
    if coefficient < coefficientLimit, exponent >= smallestExponent, exponent <= largestExponent {
      return Decimal128(negative: negative, fitting: coefficient, exponent: exponent)
    }
    // Any exponent so far outside gives the same result, and sums of it cannot overflow.
    let start = min(max(exponent, -100_000), 100_000)
    let excess = max(PowerOfTen.digitCount(coefficient) - largestDigitCount, smallestExponent - start, 0)
    var (kept, discarded) = PowerOfTen.dropDigits(excess, from: coefficient, sticky: sticky)
    var place = start + excess
    if RoundingMode.halfEven.increments(isNegative: negative, isOdd: kept & 1 == 1, discarded: discarded) {
      kept += 1
    }
    if kept == coefficientLimit {
      kept /= 10
      place += 1
    }
    guard place > largestExponent else { return Decimal128(negative: negative, fitting: kept, exponent: place) }
    // A short coefficient can take up some of the exponent as trailing zeros.
    let zeros = place - largestExponent
    guard kept == 0 || PowerOfTen.digitCount(kept) + zeros <= largestDigitCount else { return nil }
    return Decimal128(
      negative: negative, fitting: kept &* PowerOfTen.value(zeros), exponent: largestExponent)
  }

  /// As above, for a coefficient of any width.
  static func rounding(
    negative: Bool, coefficient: BigUnsigned, exponent: Int, sticky: Bool = false
  ) -> Decimal128? {
    if let narrow = coefficient.uint128 {
      return rounding(negative: negative, coefficient: narrow, exponent: exponent, sticky: sticky)
    }
    // Leaves 36 or 37 digits: still more than the format holds, so the rounding proper happens once.
    let excess = coefficient.leastDigitCount - 36
    let (kept, remainder) = coefficient.quotientAndRemainder(dividingBy: .powerOfTen(excess))
    return rounding(
      negative: negative, coefficient: kept.uint128 ?? 0, exponent: exponent + excess,
      sticky: sticky || !remainder.isZero)
  }

  /// numerator / denominator × 10^exponent, rounded once; an exact result has this exponent, or as few
  /// more digits as it needs. Nil on overflow and for a zero denominator.
  static func rounding(
    negative: Bool, numerator: BigUnsigned, denominator: BigUnsigned, exponent: Int
  ) -> Decimal128? {
    guard !denominator.isZero else { return nil }
    // Enough zeros for a quotient of 36 digits (120 bits).
    let missingBits = max(121 + denominator.bitWidth - numerator.bitWidth, 0)
    let shift = numerator.isZero ? 0 : missingBits * 30_103 / 100_000 + 1
    let dividend = numerator * .powerOfTen(shift)
    let (quotient, remainder) = dividend.quotientAndRemainder(dividingBy: denominator)
    return rounding(
      negative: negative, quotient, exact: remainder.isZero, exponent: exponent - shift, ideal: exponent)
  }

  /// Rounds a coefficient that was computed to more digits than wanted: if it is exact, its trailing zeros
  /// go first, as far as the ideal exponent.
  static func rounding(
    negative: Bool, _ coefficient: BigUnsigned, exact: Bool, exponent: Int, ideal: Int
  ) -> Decimal128? {
    guard exact, let narrow = coefficient.uint128 else {
      return rounding(negative: negative, coefficient: coefficient, exponent: exponent, sticky: !exact)
    }
    let (stripped, removed) = PowerOfTen.stripZeros(narrow, atMost: ideal - exponent)
    return rounding(negative: negative, coefficient: stripped, exponent: exponent + removed)
  }

  /// The number if it fits the format without rounding, dropping trailing zeros where needed; else nil.
  private static func exactly(negative: Bool, _ coefficient: BigUnsigned, exponent: Int) -> Decimal128? {
    guard let result = rounding(negative: negative, coefficient: coefficient, exponent: exponent) else {
      return nil
    }
    guard result.exponent >= exponent else { return result }
    let restored = BigUnsigned(result.coefficient) * .powerOfTen(result.exponent - exponent)
    return restored == coefficient ? result : nil
  }
}
