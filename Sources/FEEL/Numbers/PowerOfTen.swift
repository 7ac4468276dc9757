/// Powers of ten and digit counts of machine-width coefficients.
enum PowerOfTen {
  /// The largest n for which 10ⁿ fits `UInt128`.
  static let largestExponent = 38

  private static let small: [UInt64] = [
    1, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000, 1_000_000_000,
    10_000_000_000, 100_000_000_000, 1_000_000_000_000, 10_000_000_000_000, 100_000_000_000_000,
    1_000_000_000_000_000, 10_000_000_000_000_000, 100_000_000_000_000_000,
    1_000_000_000_000_000_000, 10_000_000_000_000_000_000,
  ]

  /// 10ⁿ; n is held within 0...38.
  static func value(_ n: Int) -> UInt128 {
    let n = min(max(n, 0), largestExponent)
    return n <= 19 ? UInt128(small[n]) : UInt128(small[19]) &* UInt128(small[n - 19])
  }

  /// The number of decimal digits; 0 has none.
  static func digitCount(_ value: UInt128) -> Int {
    let bits = 128 - value.leadingZeroBitCount
    // 1233 / 4096 is log₁₀ 2, exact enough for 128 bits; the comparison settles the last digit.
    let estimate = (bits &* 1233) >> 12
    return value >= Self.value(estimate) ? estimate + 1 : estimate
  }

  /// Cuts `count` digits off the end of `coefficient`.
  static func dropDigits(
    _ count: Int, from coefficient: UInt128, sticky: Bool
  ) -> (kept: UInt128, discarded: DiscardedPart) {
    guard count <= largestExponent else {
      return (0, coefficient == 0 && !sticky ? .nothing : .belowHalf)
    }
    let power = value(count)
    let (kept, remainder) = coefficient.quotientAndRemainder(dividingBy: power)
    return (kept, DiscardedPart(remainder: remainder, divisor: power, sticky: sticky))
  }

  /// Removes at most `limit` trailing zeros; returns how many went.
  static func stripZeros(_ coefficient: UInt128, atMost limit: Int) -> (coefficient: UInt128, removed: Int) {
    guard coefficient != 0 else { return (0, max(limit, 0)) }
    var rest = coefficient
    var removed = 0
    for step in [32, 16, 8, 4, 2, 1] where removed + step <= limit {
      // A number with n trailing zeros has at least n trailing zero bits.
      guard rest.trailingZeroBitCount >= step else { continue }
      let (quotient, remainder) = rest.quotientAndRemainder(dividingBy: value(step))
      if remainder == 0 {
        rest = quotient
        removed += step
      }
    }
    return (rest, removed)
  }
}
