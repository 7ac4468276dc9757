extension BigUnsigned {
  /// Quotient and remainder; division by zero gives a zero quotient and leaves everything over.
  func quotientAndRemainder(dividingBy divisor: BigUnsigned) -> (quotient: BigUnsigned, remainder: BigUnsigned) {
    guard !divisor.isZero, self >= divisor else { return (.zero, self) }
    if divisor.limbs.count == 1 {
      let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor.limbs[0])
      return (quotient, BigUnsigned(UInt128(remainder)))
    }
    return longDivision(by: divisor)
  }

  /// Quotient and remainder for a small divisor; division by zero gives zeros.
  func quotientAndRemainder(dividingBy divisor: UInt64) -> (quotient: BigUnsigned, remainder: UInt64) {
    guard divisor != 0 else { return (.zero, 0) }
    var quotient = limbs
    var remainder: UInt64 = 0
    for index in quotient.indices.reversed() {
      (quotient[index], remainder) = divisor.dividingFullWidth((remainder, quotient[index]))
    }
    return (BigUnsigned(limbs: quotient), remainder)
  }

  /// Knuth, The Art of Computer Programming, 4.3.1, algorithm D, for a divisor of two limbs or more that
  /// is not larger than the dividend.
  private func longDivision(by divisor: BigUnsigned) -> (quotient: BigUnsigned, remainder: BigUnsigned) {
    // With the top bit of the divisor set, a quotient digit guessed from two limbs is at most two too large.
    let shift = (64 - divisor.bitWidth % 64) % 64
    let divided = (divisor << shift).limbs
    var rest = (self << shift).limbs
    rest.append(contentsOf: repeatElement(0, count: limbs.count + 1 - rest.count))
    let size = divided.count
    var quotient = [UInt64](repeating: 0, count: rest.count - size)
    for position in quotient.indices.reversed() {
      var digit = Self.guess(
        (rest[position + size], rest[position + size - 1], rest[position + size - 2]),
        (divided[size - 1], divided[size - 2]))
      if Self.subtract(divided, times: digit, from: &rest, at: position) {
        digit -= 1
        Self.add(divided, to: &rest, at: position)
      }
      quotient[position] = digit
    }
    return (BigUnsigned(limbs: quotient), BigUnsigned(limbs: rest) >> shift)
  }

  /// A quotient digit from the leading limbs: right, or (rarely) one too large.
  private static func guess(_ top: (UInt64, UInt64, UInt64), _ divisor: (UInt64, UInt64)) -> UInt64 {
    let leading = UInt128(top.0) << 64 | UInt128(top.1)
    var digit = UInt128(UInt64.max)
    var rest = leading &- digit &* UInt128(divisor.0)
    if top.0 < divisor.0 {
      let (quotient, remainder) = divisor.0.dividingFullWidth((top.0, top.1))
      (digit, rest) = (UInt128(quotient), UInt128(remainder))
    }
    while rest >> 64 == 0, digit &* UInt128(divisor.1) > rest << 64 | UInt128(top.2) {
      digit -= 1
      rest += UInt128(divisor.0)
    }
    return UInt64(truncatingIfNeeded: digit)
  }

  /// rest -= divisor × digit × 2^(64 position); returns whether that went below zero.
  private static func subtract(
    _ divisor: [UInt64], times digit: UInt64, from rest: inout [UInt64], at position: Int
  ) -> Bool {
    var carry: UInt128 = 0
    for (index, limb) in divisor.enumerated() {
      let product = UInt128(limb) &* UInt128(digit) &+ carry
      let (difference, underflow) = rest[position + index].subtractingReportingOverflow(
        UInt64(truncatingIfNeeded: product))
      rest[position + index] = difference
      carry = (product >> 64) &+ (underflow ? 1 : 0)
    }
    let top = position + divisor.count
    let (difference, underflow) = rest[top].subtractingReportingOverflow(UInt64(truncatingIfNeeded: carry))
    rest[top] = difference
    return underflow
  }

  /// rest += divisor × 2^(64 position), ignoring the carry out.
  private static func add(_ divisor: [UInt64], to rest: inout [UInt64], at position: Int) {
    var carry: UInt128 = 0
    for (index, limb) in divisor.enumerated() {
      let total = UInt128(rest[position + index]) &+ UInt128(limb) &+ carry
      rest[position + index] = UInt64(truncatingIfNeeded: total)
      carry = total >> 64
    }
    let top = position + divisor.count
    rest[top] = rest[top] &+ UInt64(truncatingIfNeeded: carry)
  }

  /// The largest integer whose square is not larger (Newton's iteration from above).
  var squareRoot: BigUnsigned {
    guard !isZero else { return .zero }
    var root = BigUnsigned.one << ((bitWidth + 1) / 2)
    while true {
      let next = (root + quotientAndRemainder(dividingBy: root).quotient) >> 1
      guard next < root else { return root }
      root = next
    }
  }
}

extension DiscardedPart {
  /// The part `remainder / divisor`.
  init(remainder: BigUnsigned, divisor: BigUnsigned) {
    let twice = remainder << 1
    self = remainder.isZero ? .nothing : twice < divisor ? .belowHalf : twice == divisor ? .half : .aboveHalf
  }
}
