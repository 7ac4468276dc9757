import TestSupport

@testable import FEEL

/// Writes random expressions whose parts fit together, and values for their inputs.
struct TypedExpressionWriter {
  var random: SplitMix64
  /// Of a hundred parts, how many are of a type that does not fit after all.
  var confusion = 0

  static let statuses = Enumeration(name: "status", members: ["低保", "低收入", "其他"])
  static let inputs: [CompiledExpression.Input] = [
    .init("a", .number), .init("b", .number(.yuan)), .init("c", .number), .init("p", .boolean), .init("q", .boolean),
    .init("d", .date), .init("e", .date), .init("k", .enumeration(statuses)),
  ]

  mutating func expression() -> String {
    switch Int.random(in: 0..<5, using: &random) {
    case 0: date(3)
    case 1, 2: condition(5)
    default: number(5)
    }
  }

  private mutating func pick(_ texts: [String]) -> String { texts.randomElement(using: &random) ?? "" }

  /// Whether something of another type is written here.
  private mutating func confuses() -> Bool { Int.random(in: 0..<100, using: &random) < confusion }

  private mutating func number(_ depth: Int) -> String {
    if confuses() { return pick(["p", "d", "k", "\"低保\"", "null", "nobody", "[1]", "d.year", "{x: a}.x", "a.year"]) }
    guard depth > 0 else {
      return pick([
        "a", "b", "c", "a", "b", "c", "0", "1", "2.50", "100", "0.10", "1e3", "12345678901234567890", "9.99", "1e-7",
      ])
    }
    let next = depth - 1
    switch Int.random(in: 0..<14, using: &random) {
    case 0, 1: return "(\(number(next)) + \(number(next)))"
    case 2, 3: return "(\(number(next)) - \(number(next)))"
    case 4, 5: return "(\(number(next)) * \(number(next)))"
    case 6: return "(\(number(next)) / \(number(next)))"
    case 7: return "-\(number(0))"
    case 8: return "\(pick(["min", "max"]))(\(number(next)), \(number(next)), \(number(0)))"
    case 9: return "abs(\(number(next)))"
    case 10, 11:
      let function = pick(["decimal", "floor", "ceiling", "round up", "round down", "round half up", "round half down"])
      return "\(function)(\(number(next)), \(pick(["0", "1", "2", "2", "18"])))"
    case 12: return number(0)
    default: return "(if \(condition(next)) then \(number(next)) else \(number(next)))"
    }
  }

  private mutating func date(_ depth: Int) -> String {
    if confuses() { return pick(["a", "\"2026-01-01\"", "p", "null", "d + duration(\"P1M\")", "date(2026, 1, 1)"]) }
    if depth > 0, Int.random(in: 0..<3, using: &random) == 0 {
      return "(if \(condition(depth - 1)) then \(date(depth - 1)) else \(date(depth - 1)))"
    }
    return pick(["d", "e", "@\"2026-01-15\"", "@\"1943-05-01\""])
  }

  private mutating func condition(_ depth: Int) -> String {
    if confuses() {
      return pick(["a", "d", "k", "null", "1", "some x in [a, b] satisfies x > c", "list contains([a], b)"])
    }
    guard depth > 0 else { return pick(["p", "q", "true", "false", "(k = \"低保\")", "(k != \"其他\")", "(a = 1)"]) }
    let next = depth - 1
    switch Int.random(in: 0..<14, using: &random) {
    case 0, 1: return "(\(condition(next)) and \(condition(next)))"
    case 2, 3: return "(\(condition(next)) or \(condition(next)))"
    case 4: return "not(\(condition(next)))"
    case 5, 6, 7: return "(\(number(next)) \(pick(["<", "<=", "=", "!=", ">", ">="])) \(number(next)))"
    case 8: return "(\(number(next)) between \(number(next)) and \(number(next)))"
    case 9: return "(\(number(next)) in \(pick(["[0..100]", "(1..5.5)", "]0..2]", "[2..2]"])))"
    case 10: return "(\(number(next)) in (\(number(0)), > \(number(next)), [1..2)))"
    case 11: return "(\(date(1)) \(pick(["<", "<=", "=", "!=", ">", ">="])) \(date(1)))"
    case 12: return "(k in (\"低保\", \(pick(["\"低收入\"", "\"别的\""]))))"
    default: return "(\(condition(0)) = \(condition(0)))"
    }
  }

  /// A value of a type; an odd one may also be null, unknown, or of another type.
  static func value(of type: FeelType, isOdd: Bool, _ random: inout SplitMix64) -> Value {
    if isOdd {
      switch Int.random(in: 0..<12, using: &random) {
      case 0: return .null
      case 1: return .unknown(Unknown("fact"))
      case 2: return .string("低")
      case 3: return .list([])
      default: break
      }
    }
    switch type {
    case .boolean: return .boolean(Bool.random(using: &random))
    case .date:
      return CalendarDate(dayNumber: Int.random(in: -20_000...30_000, using: &random)).map { .date($0) } ?? .null
    case .enumeration(let enumeration): return .string(enumeration.members.randomElement(using: &random) ?? "")
    default: return .number(number(&random))
    }
  }

  private static func number(_ random: inout SplitMix64) -> Decimal128 {
    let everyday = Int.random(in: 0..<6, using: &random)
    let coefficient: UInt128 =
      switch everyday {
      case 0: UInt128(Int.random(in: 0...3, using: &random))
      case 1...3: UInt128(Int.random(in: 0...1_000_000, using: &random))
      case 4: UInt128(UInt64.random(in: 0...UInt64.max, using: &random))
      default: UInt128.random(in: 0..<Decimal128.coefficientLimit, using: &random)
      }
    let exponent = everyday == 5 ? Int.random(in: -1100...1100, using: &random) : Int.random(in: -4...1, using: &random)
    return Decimal128(
      negative: Int.random(in: 0..<4, using: &random) == 0, coefficient: coefficient, exponent: exponent)
      ?? .zero
  }
}
