import Testing

@testable import FEEL

/// The number that the text stands for; the examples below are written in text.
private func number(_ text: String) throws -> Decimal128 {
  try #require(Decimal128(text), "\(text) is not a number")
}

@Suite("Decimal128 by example")
struct Decimal128Tests {
  @Suite("Arithmetic keeps the digits that the standard says")
  struct Arithmetic {
    @Test(arguments: [
      ("0.1", "0.2", "0.3"), ("1.50", "1", "2.50"), ("1.50", "-1.50", "0.00"), ("-3", "3", "0"), ("0", "-0.00", "0.00"),
      ("9999999999999999999999999999999999", "1", "10000000000000000000000000000000000"),
      ("1000000000000000000000000000000000", "0.5", "1000000000000000000000000000000000"),
      ("1000000000000000000000000000000001", "0.5", "1000000000000000000000000000000002"),
      ("1e33", "0.50000000001", "1000000000000000000000000000000001"),
      ("1", "1e-6176", "1.000000000000000000000000000000000"),
    ])
    func adds(left: String, right: String, sum: String) throws {
      #expect(try number(left).adding(number(right))?.plainText == sum)
      #expect(try number(right).adding(number(left))?.plainText == sum)
    }

    @Test(arguments: [("1.00", "0.1", "0.90"), ("5", "5.000", "0.000"), ("0.3", "0.4", "-0.1")])
    func subtracts(left: String, right: String, difference: String) throws {
      #expect(try number(left).subtracting(number(right))?.plainText == difference)
    }

    @Test(arguments: [
      ("1.50", "2", "3.00"), ("-0.1", "0.1", "-0.01"), ("-5", "0", "0"),
      ("3333333333333333333333333333333333", "3", "9999999999999999999999999999999999"),
    ])
    func multiplies(left: String, right: String, product: String) throws {
      #expect(try number(left).multiplied(by: number(right))?.plainText == product)
    }

    @Test(arguments: [
      ("1", "3", "0.3333333333333333333333333333333333"), ("2", "3", "0.6666666666666666666666666666666667"),
      ("1", "8", "0.125"), ("6.00", "2", "3.00"), ("100", "4", "25"), ("-1", "4", "-0.25"), ("0.00", "5", "0.00"),
    ])
    func divides(dividend: String, divisor: String, quotient: String) throws {
      #expect(try number(dividend).divided(by: number(divisor))?.plainText == quotient)
    }

    @Test(
      "The modulo has the sign of the divisor",
      arguments: [
        ("10", "4", "2"), ("10", "-4", "-2"), ("-10", "4", "2"), ("-10", "-4", "-2"), ("12", "5", "2"),
        ("-12", "5", "3"),
        ("10.1", "4.5", "1.1"), ("-10.1", "4.5", "3.4"), ("10.1", "-4.5", "-3.4"), ("-10.1", "-4.5", "-1.1"),
        ("1e6000", "7", "1"), ("6.0", "3", "0.0"),
      ])
    func modulo(dividend: String, divisor: String, rest: String) throws {
      #expect(try number(dividend).modulo(number(divisor))?.plainText == rest)
    }

    @Test func whatIsNotDefinedOrTooLargeIsNil() throws {
      let largest = try number("9.999999999999999999999999999999999e6144")
      #expect(Decimal128.one.divided(by: 0) == nil)
      #expect(Decimal128.zero.divided(by: 0) == nil)
      #expect(Decimal128.one.modulo(0) == nil)
      #expect(largest.adding(largest) == nil)
      #expect(largest.multiplied(by: 10) == nil)
      #expect(largest.adding(1) == largest)
    }

    @Test func theSmallestNumbersFadeIntoZero() throws {
      let smallest = try number("1e-6176")
      #expect(smallest.divided(by: 2)?.isZero == true)
      #expect(try smallest.multiplied(by: number("1.5")) == smallest.adding(smallest))
      #expect(try smallest.multiplied(by: number("-0.1"))?.isNegative == false)
    }
  }

  @Suite("Rounding")
  struct Rounding {
    private static let modes: [RoundingMode] = [.up, .down, .halfUp, .halfDown, .halfEven, .floor, .ceiling]

    /// The numbers to whole ones in the order up, down, half up, half down, half even, floor, ceiling.
    @Test(arguments: [
      ("5.5", [6, 5, 6, 5, 6, 5, 6]), ("2.5", [3, 2, 3, 2, 2, 2, 3]), ("1.6", [2, 1, 2, 2, 2, 1, 2]),
      ("1.1", [2, 1, 1, 1, 1, 1, 2]), ("1.0", [1, 1, 1, 1, 1, 1, 1]), ("-1.1", [-2, -1, -1, -1, -1, -2, -1]),
      ("-1.6", [-2, -1, -2, -2, -2, -2, -1]), ("-2.5", [-3, -2, -3, -2, -2, -3, -2]),
      ("-5.5", [-6, -5, -6, -5, -6, -6, -5]), ("0.5", [1, 0, 1, 0, 0, 0, 1]), ("-0.5", [-1, 0, -1, 0, 0, -1, 0]),
      ("1e-50", [1, 0, 0, 0, 0, 0, 1]),
    ])
    func toWholeNumbers(text: String, expected: [Int]) throws {
      let value = try number(text)
      #expect(Self.modes.map { value.rounded($0, scale: 0)?.plainText } == expected.map { "\($0)" })
    }

    @Test(arguments: [
      ("1.005", 2, "1.01"), ("1.5", 2, "1.50"), ("1250", -2, "1300"), ("7", 3, "7.000"), ("0", 2, "0.00"),
      ("49", -2, "0"),
    ])
    func toAScale(text: String, scale: Int, expected: String) throws {
      #expect(try number(text).rounded(.halfUp, scale: scale)?.plainText == expected)
    }

    @Test(arguments: [("1", 6177), ("1", -6112), ("1", 34), ("123456789", 30), ("1", Int.min), ("1", Int.max)])
    func toAScaleThatDoesNotFitIsNil(text: String, scale: Int) throws {
      #expect(try number(text).rounded(.halfUp, scale: scale) == nil)
    }

    @Test(arguments: [
      ("12.37", "0.05", "12.35"), ("12.375", "0.05", "12.40"), ("12.34", "0.1", "12.3"), ("12.34", "1", "12"),
      ("15", "10", "20"), ("-12.375", "0.05", "-12.40"), ("1e100", "0.05", "1" + String(repeating: "0", count: 100)),
      ("7", "3", "6"),
    ])
    func toAMultiple(text: String, step: String, expected: String) throws {
      let result = try number(text).rounded(toMultipleOf: number(step), .halfUp)
      #expect(try result == number(expected))
    }

    @Test(arguments: ["0", "-0.05"])
    func toAMultipleOfNothingIsNil(step: String) throws {
      #expect(try Decimal128.one.rounded(toMultipleOf: number(step), .halfUp) == nil)
    }
  }

  @Suite("Text")
  struct Text {
    @Test(arguments: [
      ("12", "12"), ("-1.50", "-1.50"), (".5", "0.5"), ("1e3", "1000"), ("+2E-3", "0.002"), ("-0", "0"),
      ("0.00", "0.00"),
      ("00012", "12"), ("0e99999", "0"), ("1.00e1", "10.0"),
      ("12345678901234567890123456789012345", "12345678901234567890123456789012340"),
      ("0.12345678901234567890123456789012355", "0.1234567890123456789012345678901236"),
      ("0.123456789012345678901234567890123450000000001", "0.1234567890123456789012345678901235"),
    ])
    func reads(text: String, plain: String) throws {
      #expect(try number(text).plainText == plain)
    }

    @Test(arguments: [
      "", " ", "1 ", " 1", "+", "-", ".", "1.", "1..2", "1e", "1e+", "e5", "--1", "1_000", "1,5", "0x10", "NaN",
      "Infinity",
      "1e6145", "1e999999999999999999999999", "१२", "１", "1.5.5", "1e5.0",
    ])
    func refuses(text: String) {
      #expect(Decimal128(text) == nil)
    }

    @Test(arguments: [
      ("1.50e40", "1.50E+40"), ("-2e-7", "-2E-7"), ("123", "1.23E+2"), ("0.00", "0E-2"), ("5", "5E+0"),
    ])
    func scientific(text: String, expected: String) throws {
      let value = try number(text)
      #expect(value.scientificText == expected)
      #expect(try number(value.scientificText).isIdentical(to: value))
    }
  }

  @Suite("Values")
  struct Values {
    @Test func equalValuesAreEqualWhateverTheirZeros() throws {
      #expect(try number("1.0") == number("1.00"))
      #expect(try number("1e3") == 1000)
      #expect(try Set([number("1.0"), number("1.00"), 1, number("10e-1")]).count == 1)
      #expect(try Set([number("0.0"), number("0e7"), 0]).count == 1)
    }

    @Test func areOrdered() throws {
      let texts = ["-1e6144", "-2", "-1.5", "-1e-6176", "0.000", "1e-6176", "0.1", "0.11", "1", "9.99", "10", "1e6144"]
      let ascending = try texts.map { try number($0) }
      #expect(ascending.reversed().sorted() == ascending)
    }

    @Test(arguments: [
      ("3.00", 3), ("-3e2", -300), ("0.00", 0), ("0e500", 0), ("9223372036854775807", Int.max),
      ("-9223372036854775808", Int.min), ("100e-2", 1),
    ])
    func machineIntegers(text: String, expected: Int) throws {
      let value = try number(text)
      #expect(value.int == expected)
      #expect(value.isInteger)
      #expect(value == Decimal128(expected))
    }

    @Test(arguments: ["0.5", "9223372036854775808", "1e19", "1e6000", "1e-6176"])
    func noMachineIntegers(text: String) throws {
      #expect(try number(text).int == nil)
    }

    @Test func integersOfManyDigitsAreRounded() {
      #expect(Decimal128(UInt128.max).plainText == "340282366920938463463374607431768200000")
      #expect(Decimal128(Int128.min).plainText == "-170141183460469231731687303715884100000")
    }

    @Test(arguments: [("1.50", "1.5"), ("0.00", "0"), ("-100", "-100"), ("5", "5")])
    func reduced(text: String, expected: String) throws {
      #expect(try number(text).reduced.plainText == expected)
    }

    @Test func areSmallAndRebuiltFromTheirParts() throws {
      #expect(MemoryLayout<Decimal128>.size == 16)
      let value = try number("-12.50")
      #expect(value.isNegative && value.coefficient == 1250 && value.exponent == -2)
      let copy = Decimal128(negative: true, coefficient: 1250, exponent: -2)
      #expect(copy?.isIdentical(to: value) == true)
      #expect(Decimal128(negative: false, coefficient: 1, exponent: .max) == nil)
      #expect(Decimal128(negative: true, coefficient: 1, exponent: .min)?.isZero == true)
      #expect(value.negated.plainText == "12.50" && value.magnitude.plainText == "12.50")
      #expect(!Decimal128.zero.negated.isNegative)
    }
  }

  @Suite("Functions")
  struct Functions {
    @Test(arguments: [
      ("2", "10", "1024"), ("1.50", "2", "2.2500"), ("2", "-2", "0.25"), ("0", "0", "1"), ("-2", "3", "-8"),
      ("4", "0.5", "2"),
      ("0.04", "1.5", "0.008"), ("10", "-3", "0.001"), ("2", "0.5", "1.414213562373095048801688724209698"),
      ("1.05", "30", "4.321942375150662009157288198886473"),
      ("1.0001", "100000", "22015.45604855219864570145658165872"),
      ("1", "1e6000", "1"), ("-1", "9223372036854775807", "-1"), ("0.5", "1e6000", "0"),
      ("1000000000000000000000000000000001e-33", "0.5", "1.000000000000000000000000000000000"),
    ])
    func powers(base: String, power: String, expected: String) throws {
      #expect(try number(base).raised(to: number(power)) == number(expected))
    }

    @Test(arguments: [("-8", "0.5"), ("0", "-1"), ("10", "6145"), ("2", "1e6000"), ("-10", "-9223372036854775808.5")])
    func powersThatDoNotExist(base: String, power: String) throws {
      #expect(try number(base).raised(to: number(power)) == nil)
    }

    @Test(
      "Exact powers have only the digits they need, and exact ties go to the even digit",
      arguments: [
        ("4", "0.5", "2"), ("0.0256", "0.75", "0.064"), ("0.25", "-0.5", "2"), ("1e6000", "0.25", "1E+1500"),
        ("81000090000025", "2.5", "59049164025182250101250028125003120"),
      ])
    func exactPowers(base: String, power: String, expected: String) throws {
      let result = try #require(try number(base).raised(to: number(power)))
      #expect(result.plainText == expected || result.scientificText == expected)
    }

    @Test func theSmallestMachineIntegerIsAnExponent() {
      #expect(Decimal128(10).raised(to: Decimal128(Int.min))?.isZero == true)
      #expect(Decimal128(1).divided(by: 10)?.raised(to: Decimal128(Int.min)) == nil)
    }

    @Test(arguments: [
      ("2", "1.414213562373095048801688724209698"), ("16", "4"), ("0.25", "0.5"), ("1.4400", "1.20"), ("0", "0"),
      ("1e-6176", "1e-3088"),
    ])
    func squareRoots(text: String, expected: String) throws {
      #expect(try number(text).squareRoot() == number(expected))
      #expect(Decimal128(-1).squareRoot() == nil)
    }

    @Test(arguments: [
      ("0", "1"), ("1", "2.718281828459045235360287471352662"), ("-1", "0.3678794411714423215955237701614609"),
      ("1e-50", "1"), ("-1e6", "0"),
    ])
    func exponentials(text: String, expected: String) throws {
      #expect(try number(text).exponential() == number(expected))
      #expect(Decimal128(15_000).exponential() == nil)
    }

    @Test(arguments: [
      ("1.00", "0"), ("10", "2.302585092994045684017991454684364"), ("0.5", "-0.6931471805599453094172321214581766"),
    ])
    func logarithms(text: String, expected: String) throws {
      #expect(try number(text).naturalLogarithm() == number(expected))
      #expect(Decimal128(0).naturalLogarithm() == nil)
      #expect(Decimal128(-1).naturalLogarithm() == nil)
    }
  }

  @Suite("Statistics")
  struct Statistics {
    @Test func sumsRoundOnce() throws {
      let numbers = try ["1e34", "0.4", "0.4", "-1e34", "0.40"].map { try number($0) }
      #expect(Decimal128.sum(numbers)?.plainText == "1.20")
      #expect(Decimal128.sum([])?.plainText == "0")
      #expect(try Decimal128.sum([number("9e6144"), number("9e6144"), number("-9e6144")]) == number("9e6144"))
      #expect(try Decimal128.sum([number("9e6144"), number("9e6144")]) == nil)
    }

    @Test func means() throws {
      #expect(Decimal128.mean([1, 2, 3, 4])?.plainText == "2.5")
      #expect(try Decimal128.mean([number("1.50"), number("2.50")])?.plainText == "2.00")
      #expect(Decimal128.mean([1, 1, 2])?.plainText == "1.333333333333333333333333333333333")
      #expect(Decimal128.mean([]) == nil)
    }

    @Test func standardDeviations() throws {
      #expect(try Decimal128.standardDeviation([2, 4, 7, 5]) == number("2.081665999466132735282297706979931"))
      #expect(Decimal128.standardDeviation([1, 3, 5])?.plainText == "2")
      #expect(Decimal128.standardDeviation([7, 7, 7])?.plainText == "0")
      #expect(Decimal128.standardDeviation([47]) == nil)
    }
  }
}
