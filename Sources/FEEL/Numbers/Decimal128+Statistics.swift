extension Decimal128 {
  /// The sum, computed exactly and rounded once, so that the order does not matter; 0 for no numbers.
  /// It has the smallest exponent of the numbers where that fits. Nil on overflow.
  public static func sum(_ numbers: some Sequence<Decimal128>) -> Decimal128? {
    var total = ExactSum()
    for number in numbers { total.add(number) }
    let (value, exponent) = total.total
    return rounding(negative: value.isNegative, coefficient: value.magnitude, exponent: exponent)
  }

  /// The arithmetic mean, computed exactly and rounded once; nil for no numbers.
  public static func mean(_ numbers: some Sequence<Decimal128>) -> Decimal128? {
    var total = ExactSum()
    for number in numbers { total.add(number) }
    let (value, exponent) = total.total
    return rounding(
      negative: value.isNegative, numerator: value.magnitude, denominator: BigUnsigned(total.count),
      exponent: exponent)
  }

  /// The standard deviation of a sample (divisor n - 1; DMN 1.5, 10.3.4.4, `stddev`), computed exactly and
  /// rounded once; nil for fewer than two numbers.
  public static func standardDeviation(_ numbers: some Sequence<Decimal128>) -> Decimal128? {
    var total = ExactSum()
    var squares = ExactSum()
    for number in numbers {
      total.add(number)
      squares.addSquare(of: number)
    }
    guard total.count > 1 else { return nil }
    // The variance is (n Σx² - (Σx)²) / (n (n - 1)); the squares have twice the exponent of the numbers.
    let (sum, exponent) = total.total
    let count = BigUnsigned(total.count)
    let spread = count * squares.total.value.magnitude - sum.magnitude * sum.magnitude
    return squareRoot(
      numerator: spread, denominator: count * BigUnsigned(total.count - 1), exponent: 2 * exponent)
  }
}

/// A sum that loses no digit.
private struct ExactSum {
  private(set) var count: UInt128 = 0
  /// The sums of the coefficients that have the same exponent.
  private var sums: [Int: CoefficientSum] = [:]

  mutating func add(_ number: Decimal128) {
    let coefficient = Int128(truncatingIfNeeded: number.coefficient)
    count += 1
    sums[number.exponent, default: CoefficientSum()].add(number.isNegative ? -coefficient : coefficient)
  }

  mutating func addSquare(of number: Decimal128) {
    let coefficient = number.coefficient
    count += 1
    if let short = UInt32(exactly: coefficient) {
      sums[2 * number.exponent, default: CoefficientSum()].add(Int128(short) * Int128(short))
    } else {
      let square = BigUnsigned(coefficient) * BigUnsigned(coefficient)
      sums[2 * number.exponent, default: CoefficientSum()].add(BigInteger(isNegative: false, magnitude: square))
    }
  }

  /// The sum so far, as a coefficient and the smallest exponent of its numbers.
  var total: (value: BigInteger, exponent: Int) {
    var (value, exponent) = (BigInteger.zero, 0)
    for (next, sum) in sums.sorted(by: { $0.key > $1.key }) {
      let scale = BigInteger(isNegative: false, magnitude: .powerOfTen(value == .zero ? 0 : exponent - next))
      value = value * scale + sum.total
      exponent = next
    }
    return (value, exponent)
  }
}

/// A sum of integers that stays within a machine integer as long as it can.
private struct CoefficientSum {
  private var small: Int128 = 0
  private var large = BigInteger.zero

  var total: BigInteger { large + BigInteger(small) }

  mutating func add(_ value: Int128) {
    let (next, overflow) = small.addingReportingOverflow(value)
    if overflow {
      large = total
      small = value
    } else {
      small = next
    }
  }

  mutating func add(_ value: BigInteger) { large = large + value }
}
