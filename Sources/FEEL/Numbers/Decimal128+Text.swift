extension Decimal128 {
  /// Reads `12`, `-1.50`, `.5`, `1e3` or `+2E-3`, keeping trailing zeros. More than 34 digits are rounded
  /// half even. Nil for any other text, spaces included, and on overflow.
  public init?(_ text: some StringProtocol) {
    var reader = NumberReader(bytes: String(text).utf8.makeIterator())
    guard let value = reader.read() else { return nil }
    self = value
  }

  /// The number in plain notation, with all its digits and never an exponent: `1.50`, `100`, `0.001`.
  public var plainText: String {
    let digits = String(coefficient)
    let sign = isNegative ? "-" : ""
    if exponent >= 0 {
      return sign + digits + String(repeating: "0", count: isZero ? 0 : exponent)
    }
    let missing = max(1 - exponent - digits.utf8.count, 0)
    let padded = String(repeating: "0", count: missing) + digits
    let point = padded.utf8.count + exponent
    return sign + padded.prefix(point) + "." + padded.dropFirst(point)
  }

  /// The number as one digit, its fraction and a power of ten, for numbers too long to read in plain
  /// notation: `1.50E+40`, `-2E-7`. `Decimal128(_:)` reads it back unchanged.
  public var scientificText: String {
    let digits = String(coefficient)
    let power = exponent + digits.utf8.count - 1
    let fraction = digits.dropFirst()
    return (isNegative ? "-" : "") + digits.prefix(1) + (fraction.isEmpty ? "" : "." + fraction)
      + (power < 0 ? "E" : "E+") + String(power)
  }
}

extension Decimal128: CustomStringConvertible {
  /// The same as `plainText`.
  public var description: String { plainText }
}

/// Reads one number from its UTF-8 bytes, from beginning to end.
private struct NumberReader {
  private var bytes: String.UTF8View.Iterator
  private var current: UInt8?
  private var coefficient: UInt128 = 0
  /// How many places the digits read so far are to be shifted.
  private var exponent = 0
  /// Whether a digit other than zero was left out.
  private var sticky = false

  init(bytes: String.UTF8View.Iterator) {
    self.bytes = bytes
    current = self.bytes.next()
  }

  mutating func read() -> Decimal128? {
    let negative = readSign()
    let hasWhole = readDigits(afterPoint: false)
    if skip(".") {
      guard readDigits(afterPoint: true) else { return nil }
    } else if !hasWhole {
      return nil
    }
    if skip("e") || skip("E") {
      guard let power = readPower() else { return nil }
      exponent += power
    }
    guard current == nil else { return nil }
    return Decimal128.rounding(
      negative: negative, coefficient: coefficient, exponent: exponent, sticky: sticky)
  }

  private mutating func skip(_ character: Unicode.Scalar) -> Bool {
    guard current == UInt8(ascii: character) else { return false }
    current = bytes.next()
    return true
  }

  private mutating func readSign() -> Bool {
    if skip("-") { return true }
    _ = skip("+")
    return false
  }

  private mutating func nextDigit() -> UInt8? {
    guard let byte = current, byte >= 0x30, byte <= 0x39 else { return nil }
    current = bytes.next()
    return byte - 0x30
  }

  /// Returns whether there was a digit.
  private mutating func readDigits(afterPoint: Bool) -> Bool {
    // Three digits more than the format holds, and whether the rest is zero, decide the rounding.
    let limit = PowerOfTen.value(Decimal128.largestDigitCount + 2)
    var found = false
    while let digit = nextDigit() {
      found = true
      if coefficient < limit {
        coefficient = coefficient * 10 + UInt128(digit)
        exponent -= afterPoint ? 1 : 0
      } else {
        sticky = sticky || digit != 0
        exponent += afterPoint ? 0 : 1
      }
    }
    return found
  }

  private mutating func readPower() -> Int? {
    let negative = readSign()
    var power: Int?
    while let digit = nextDigit() {
      // No text is long enough for its digits to make up for a power beyond this.
      power = min((power ?? 0) * 10 + Int(digit), 1_000_000_000_000_000)
    }
    return power.map { negative ? -$0 : $0 }
  }
}
