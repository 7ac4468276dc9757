/// An unsigned integer of any size, for results that are computed exactly before they are rounded once.
struct BigUnsigned: Sendable, Equatable {
  /// Base 2⁶⁴ digits, the least significant first, without zeros at the end.
  private(set) var limbs: [UInt64]

  init(limbs: [UInt64]) {
    self.limbs = limbs
    while self.limbs.last == 0 { self.limbs.removeLast() }
  }

  init(_ value: UInt128) {
    self.init(limbs: [UInt64(truncatingIfNeeded: value), UInt64(truncatingIfNeeded: value >> 64)])
  }

  static let zero = BigUnsigned(limbs: [])
  static let one = BigUnsigned(limbs: [1])

  var isZero: Bool { limbs.isEmpty }
  var isOdd: Bool { (limbs.first ?? 0) & 1 == 1 }
  var bitWidth: Int { limbs.count * 64 - (limbs.last?.leadingZeroBitCount ?? 0) }

  /// The value if it fits 128 bits.
  var uint128: UInt128? {
    switch limbs.count {
    case 0: 0
    case 1: UInt128(limbs[0])
    case 2: UInt128(limbs[1]) << 64 | UInt128(limbs[0])
    default: nil
    }
  }

  /// The number of decimal digits, or one less.
  var leastDigitCount: Int { isZero ? 0 : (bitWidth - 1) * 30_102 / 100_000 + 1 }

  /// 10ⁿ; 1 for a negative n.
  static func powerOfTen(_ n: Int) -> BigUnsigned {
    guard n > PowerOfTen.largestExponent else { return BigUnsigned(PowerOfTen.value(n)) }
    return BigUnsigned(5).raised(to: n) << n
  }

  func raised(to power: Int) -> BigUnsigned {
    var result = BigUnsigned.one
    var square = self
    var rest = max(power, 0)
    while rest > 0 {
      if rest & 1 == 1 { result = result * square }
      rest >>= 1
      if rest > 0 { square = square * square }
    }
    return result
  }

  static func + (left: BigUnsigned, right: BigUnsigned) -> BigUnsigned {
    let (long, short) = left.limbs.count >= right.limbs.count ? (left.limbs, right.limbs) : (right.limbs, left.limbs)
    var result: [UInt64] = []
    result.reserveCapacity(long.count + 1)
    var carry: UInt128 = 0
    for index in long.indices {
      let total = UInt128(long[index]) + (index < short.count ? UInt128(short[index]) : 0) + carry
      result.append(UInt64(truncatingIfNeeded: total))
      carry = total >> 64
    }
    result.append(UInt64(truncatingIfNeeded: carry))
    return BigUnsigned(limbs: result)
  }

  /// The difference, or zero if the right one is larger.
  static func - (left: BigUnsigned, right: BigUnsigned) -> BigUnsigned {
    guard left > right else { return .zero }
    var result = left.limbs
    var borrow: UInt64 = 0
    for index in result.indices {
      let subtrahend = index < right.limbs.count ? right.limbs[index] : 0
      let (first, underflow) = result[index].subtractingReportingOverflow(subtrahend)
      let (second, again) = first.subtractingReportingOverflow(borrow)
      result[index] = second
      borrow = underflow || again ? 1 : 0
    }
    return BigUnsigned(limbs: result)
  }

  static func * (left: BigUnsigned, right: BigUnsigned) -> BigUnsigned {
    guard !left.isZero, !right.isZero else { return .zero }
    var result = [UInt64](repeating: 0, count: left.limbs.count + right.limbs.count)
    for (offset, factor) in left.limbs.enumerated() where factor != 0 {
      var carry: UInt64 = 0
      for (index, limb) in right.limbs.enumerated() {
        // (2⁶⁴-1)² + 2(2⁶⁴-1) is just below 2¹²⁸, so nothing overflows.
        let product = factor.multipliedFullWidth(by: limb)
        let total =
          (UInt128(product.high) << 64 | UInt128(product.low)) &+ UInt128(result[offset + index]) &+ UInt128(carry)
        result[offset + index] = UInt64(truncatingIfNeeded: total)
        carry = UInt64(truncatingIfNeeded: total >> 64)
      }
      result[offset + right.limbs.count] = carry
    }
    return BigUnsigned(limbs: result)
  }

  /// The value times 2^count; divided and truncated for a negative count.
  static func << (value: BigUnsigned, count: Int) -> BigUnsigned {
    guard count >= 0 else { return value >> -count }
    guard !value.isZero else { return .zero }
    let (whole, bits) = (count / 64, count % 64)
    var result = [UInt64](repeating: 0, count: whole)
    result.reserveCapacity(whole + value.limbs.count + 1)
    var carry: UInt64 = 0
    for limb in value.limbs {
      result.append(limb << bits | carry)
      // A smart shift by 64 gives zero.
      carry = limb >> (64 - bits)
    }
    result.append(carry)
    return BigUnsigned(limbs: result)
  }

  /// The value divided by 2^count, truncated.
  static func >> (value: BigUnsigned, count: Int) -> BigUnsigned {
    guard count >= 0 else { return value << -count }
    let (whole, bits) = (count / 64, count % 64)
    var result = Array(value.limbs.dropFirst(whole))
    for index in result.indices {
      let next = index + 1 < result.count ? result[index + 1] : 0
      result[index] = result[index] >> bits | next << (64 - bits)
    }
    return BigUnsigned(limbs: result)
  }
}

extension BigUnsigned: Comparable {
  static func < (left: BigUnsigned, right: BigUnsigned) -> Bool {
    if left.limbs.count != right.limbs.count { return left.limbs.count < right.limbs.count }
    for (a, b) in zip(left.limbs.reversed(), right.limbs.reversed()) where a != b { return a < b }
    return false
  }
}
