import TestSupport
import Testing

@testable import FEEL

/// Every operation against Python's `decimal` module, which shares no code with ours.
@Suite("Decimal128 agrees with Python's decimal module")
struct DecimalOracleTests {
  enum Operation: String, CaseIterable {
    case read, plain, add, subtract, multiply, divide, modulo, compare, power, squareRoot, exponential, logarithm
    case round, roundToMultiple, sum, mean, standardDeviation

    /// How many cases it gets in proportion to the others; the slow ones get fewer.
    var share: Int {
      switch self {
      case .power, .exponential, .logarithm, .sum, .mean, .standardDeviation: 1
      default: 4
      }
    }
  }

  @Test(.enabled(if: PythonOracle.isAvailable, "python3 is not installed"), arguments: Operation.allCases)
  func agrees(_ operation: Operation) throws {
    let seed = RandomTesting.seed
    let shares = Operation.allCases.map(\.share).reduce(0, +)
    let total = RandomTesting.cases(default: 20_000) * operation.share / shares
    let index = Operation.allCases.firstIndex(of: operation) ?? 0
    var generator = OperandGenerator(random: SplitMix64(seed: seed &+ UInt64(index) &* 0x1_0000_0001))
    var done = 0
    var wrong = 0
    while done < total {
      let cases = (0..<min(total - done, 100_000)).map { _ in Self.makeCase(operation, &generator) }
      let answers = try PythonOracle.answers(of: "Numbers/decimal-oracle.py", to: cases.map(\.request))
      try #require(answers.count == cases.count)
      for (single, answer) in zip(cases, answers) where single.result != answer {
        wrong += 1
        if wrong <= 10 { Issue.record("\(single.request): \(single.result), but Python says \(answer)") }
      }
      done += cases.count
    }
    print("\(operation.rawValue): \(done) cases, \(wrong) wrong, seed \(seed)")
    #expect(wrong == 0)
  }

  /// What to ask, and our own answer.
  private struct Case {
    let request: String
    let result: String
  }

  private static func makeCase(_ operation: Operation, _ generator: inout OperandGenerator) -> Case {
    func make(_ result: Decimal128?, _ operands: String...) -> Case {
      Case(request: ([operation.rawValue] + operands).joined(separator: " "), result: exactText(result))
    }
    func binary(_ pair: (Decimal128, Decimal128), _ compute: (Decimal128, Decimal128) -> Decimal128?) -> Case {
      make(compute(pair.0, pair.1), exactText(pair.0), exactText(pair.1))
    }
    func unary(_ number: Decimal128, _ compute: (Decimal128) -> Decimal128?) -> Case {
      make(compute(number), exactText(number))
    }
    func list(_ numbers: [Decimal128], _ compute: ([Decimal128]) -> Decimal128?) -> Case {
      make(compute(numbers), numbers.map(exactText).joined(separator: " "))
    }
    switch operation {
    case .read:
      let text = numeral(&generator)
      return make(Decimal128(text), text)
    case .plain:
      var number = generator.any()
      if number.isZero, number.exponent > 0 { number = .one }
      return Case(request: "plain \(exactText(number))", result: number.plainText)
    case .add: return binary(generator.pair()) { $0.adding($1) }
    case .subtract: return binary(generator.pair()) { $0.subtracting($1) }
    case .multiply:
      let (left, right) = generator.chance(50) ? generator.pair() : (generator.any(), generator.any())
      return binary((left, right)) { $0.multiplied(by: $1) }
    case .divide:
      let (left, right) = generator.chance(50) ? generator.pair() : (generator.any(), generator.any())
      return binary((left, right)) { $0.divided(by: $1) }
    case .modulo: return binary(generator.pair()) { $0.modulo($1) }
    case .compare: return binary(generator.pair()) { Decimal128($0 < $1 ? -1 : $0 == $1 ? 0 : 1) }
    case .power: return binary(generator.powerPair()) { $0.raised(to: $1)?.reduced }
    case .squareRoot:
      let number = generator.any()
      return unary(generator.chance(30) ? number.multiplied(by: number) ?? number : number) { $0.squareRoot() }
    case .exponential:
      let negative = generator.chance(50)
      return unary(generator.any(adjusted: generator.chance(20) ? -45...6 : -4...4, negative: negative)) {
        $0.exponential()
      }
    case .logarithm:
      return unary(generator.chance(30) ? generator.nearOne() : generator.any()) { $0.naturalLogarithm() }
    case .round:
      let (number, mode) = (generator.any(), generator.mode())
      let scale = generator.scale(for: number)
      return make(number.rounded(mode, scale: scale), exactText(number), "\(mode)", "\(scale)")
    case .roundToMultiple:
      let ((number, other), mode) = (generator.pair(), generator.mode())
      let step = generator.chance(30) ? other : generator.number(negative: false, 5, number.exponent + 2)
      let result = number.rounded(toMultipleOf: step, mode)
      return make(result, exactText(number), exactText(step), "\(mode)")
    case .sum: return list(generator.list()) { Decimal128.sum($0) }
    case .mean: return list(generator.list()) { Decimal128.mean($0) }
    case .standardDeviation: return list(generator.list()) { Decimal128.standardDeviation($0) }
    }
  }

  /// Coefficient and exponent as they are stored.
  private static func exactText(_ number: Decimal128) -> String {
    "\(number.isNegative ? "-" : "")\(number.coefficient)E\(number.exponent)"
  }

  private static func exactText(_ number: Decimal128?) -> String { number.map(exactText) ?? "nil" }

  /// A number as text, with up to 80 digits, a point somewhere and sometimes an exponent.
  private static func numeral(_ generator: inout OperandGenerator) -> String {
    var digits = String(generator.coefficient())
    if generator.chance(30) { digits += String(generator.coefficient()) }
    if generator.chance(20) { digits += "5" + String(repeating: "0", count: generator.int(0...20)) }
    if generator.chance(20) { digits = String(repeating: "0", count: generator.int(1...40)) + digits }
    let point = generator.int(0...digits.utf8.count)
    if point < digits.utf8.count { digits = digits.prefix(point) + "." + digits.dropFirst(point) }
    let sign = ["", "-", "+"][generator.int(0...2)]
    return sign + digits + (generator.chance(50) ? "e\(generator.exponent() + generator.int(-40...40))" : "")
  }
}
