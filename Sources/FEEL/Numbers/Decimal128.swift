/// An exact decimal number: IEEE 754-2008 decimal128, finite values only.
///
/// A number is ±coefficient × 10^exponent, with a coefficient of at most 34 digits and an exponent in
/// -6176...6111, so `1.50` keeps its zero. Results that do not fit 34 digits are rounded half even, once.
/// There is no infinity, no NaN and no negative zero: an operation without a finite result (overflow,
/// division by zero, a root of a negative number) gives nil; an underflow gives a smaller precision or zero.
/// Comparison and hashing are by value: 1.0 == 1.00 (IEEE 754-2008 5.11).
public struct Decimal128: Sendable {
  // As in the BID encoding: the sign (1 bit), the biased exponent (14), the coefficient (49 + 64).
  private let high: UInt64
  private let low: UInt64

  static let largestDigitCount = 34
  static let smallestExponent = -6176
  static let largestExponent = 6111
  /// 10³⁴, the first coefficient that does not fit.
  static var coefficientLimit: UInt128 { 10_000_000_000_000_000_000_000_000_000_000_000 }

  private static let coefficientHighMask: UInt64 = (1 << 49) - 1

  /// Packs fields that are known to be in range.
  init(negative: Bool, fitting coefficient: UInt128, exponent: Int) {
    let sign: UInt64 = negative && coefficient != 0 ? 1 << 63 : 0
    let biased = UInt64(truncatingIfNeeded: exponent &- Self.smallestExponent)
    high = sign | (biased << 49) | UInt64(truncatingIfNeeded: coefficient >> 64)
    low = UInt64(truncatingIfNeeded: coefficient)
  }

  /// The number ±coefficient × 10^exponent, rounded half even if it needs more than 34 digits;
  /// nil if it is too large (more than 9.99…E+6144).
  public init?(negative: Bool, coefficient: UInt128, exponent: Int) {
    guard let value = Self.rounding(negative: negative, coefficient: coefficient, exponent: exponent) else {
      return nil
    }
    self = value
  }

  /// The integer, exactly; one of more than 34 digits is rounded half even. (An integer type wider than
  /// any of the standard library may hold values above 10^6145, which become the largest number.)
  public init(_ value: some BinaryInteger) {
    let negative = value < 0
    if let small = UInt64(exactly: value.magnitude) {
      self.init(negative: negative, fitting: UInt128(small), exponent: 0)
      return
    }
    let words = BigUnsigned(limbs: value.magnitude.words.map { UInt64($0) })
    self =
      Self.rounding(negative: negative, coefficient: words, exponent: 0)
      ?? Decimal128(negative: negative, fitting: Self.coefficientLimit - 1, exponent: Self.largestExponent)
  }

  /// Zero, with no digit after the point.
  public static let zero = Decimal128(negative: false, fitting: 0, exponent: 0)
  /// One, with no digit after the point.
  public static let one = Decimal128(negative: false, fitting: 1, exponent: 0)

  /// Whether the number is below zero.
  public var isNegative: Bool { high >> 63 == 1 }

  /// Whether the number is zero, of whatever exponent.
  public var isZero: Bool { low == 0 && high & Self.coefficientHighMask == 0 }

  /// The digits as an integer, below 10³⁴.
  public var coefficient: UInt128 { UInt128(high & Self.coefficientHighMask) << 64 | UInt128(low) }

  /// The power of ten that the coefficient counts; minus the number of digits after the point.
  public var exponent: Int { Int(truncatingIfNeeded: (high >> 49) & 0x3FFF) &+ Self.smallestExponent }

  /// The number with the opposite sign.
  public var negated: Decimal128 {
    Decimal128(negative: !isNegative, fitting: coefficient, exponent: exponent)
  }

  /// The number without its sign.
  public var magnitude: Decimal128 {
    Decimal128(negative: false, fitting: coefficient, exponent: exponent)
  }

  /// Whether the value is a whole number, such as 3, 3.00 or 3E+2.
  public var isInteger: Bool {
    exponent >= 0 || PowerOfTen.dropDigits(-exponent, from: coefficient, sticky: false).discarded == .nothing
  }

  /// The value as a machine integer; nil if it is not whole or does not fit.
  public var int: Int? {
    let (whole, removed) = PowerOfTen.stripZeros(coefficient, atMost: -exponent)
    guard whole != 0 else { return 0 }
    let scale = exponent + removed
    guard scale >= 0, scale <= 19 else { return nil }
    let (product, overflow) = whole.multipliedReportingOverflow(by: PowerOfTen.value(scale))
    guard !overflow, let signed = Int128(exactly: product) else { return nil }
    return Int(exactly: isNegative ? -signed : signed)
  }

  /// The same value without trailing zeros: 1.50 gives 1.5, 100 gives 1E+2, 0.00 gives 0.
  public var reduced: Decimal128 {
    guard !isZero else { return .zero }
    let stripped = PowerOfTen.stripZeros(coefficient, atMost: Self.largestExponent - exponent)
    return Decimal128(
      negative: isNegative, fitting: stripped.coefficient, exponent: exponent + stripped.removed)
  }

  /// The power of ten of the first digit; meaningless for zero.
  var adjustedExponent: Int { exponent + PowerOfTen.digitCount(coefficient) - 1 }

  /// Whether sign, coefficient and exponent are all the same, that is, whether both print alike.
  func isIdentical(to other: Decimal128) -> Bool { high == other.high && low == other.low }
}

extension Decimal128: ExpressibleByIntegerLiteral {
  /// The whole number written in the source.
  public init(integerLiteral value: Int) { self.init(value) }
}

extension Decimal128: Hashable, Comparable {
  /// Whether both have the same value: 1.0 == 1.00.
  public static func == (left: Decimal128, right: Decimal128) -> Bool {
    left.isIdentical(to: right) || left.compared(to: right) == 0
  }

  /// Whether the value of the left is smaller.
  public static func < (left: Decimal128, right: Decimal128) -> Bool {
    left.compared(to: right) < 0
  }

  /// Feeds the value, not its trailing zeros, to the hasher.
  public func hash(into hasher: inout Hasher) {
    let canonical = reduced
    hasher.combine(canonical.high)
    hasher.combine(canonical.low)
  }

  /// Negative, zero or positive as the value is below, equal to or above the other.
  func compared(to other: Decimal128) -> Int {
    if isNegative != other.isNegative { return isNegative ? -1 : 1 }
    let order = comparedMagnitude(to: other)
    return isNegative ? -order : order
  }

  /// Compares the values without their signs.
  func comparedMagnitude(to other: Decimal128) -> Int {
    if exponent == other.exponent { return Self.order(coefficient, other.coefficient) }
    if isZero || other.isZero { return isZero ? (other.isZero ? 0 : -1) : 1 }
    if adjustedExponent != other.adjustedExponent { return adjustedExponent < other.adjustedExponent ? -1 : 1 }
    // The first digits stand in the same place, so padding the shorter one keeps it within 34 digits.
    let common = min(exponent, other.exponent)
    return Self.order(
      coefficient &* PowerOfTen.value(exponent - common),
      other.coefficient &* PowerOfTen.value(other.exponent - common))
  }

  private static func order(_ left: UInt128, _ right: UInt128) -> Int {
    left == right ? 0 : (left < right ? -1 : 1)
  }
}
