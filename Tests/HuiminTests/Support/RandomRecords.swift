import TestSupport

@testable import Huimin

/// Random records of a policy: values that its facts allow, crowded around the numbers and dates that matter.
struct RandomRecords {
  let program: Program
  var random: SplitMix64

  /// A value for every fact.
  mutating func record() -> [String: Value] {
    var values: [String: Value] = [:]
    for fact in program.facts { values[fact.name] = value(of: fact.type) }
    return values
  }

  /// The record without some of its facts.
  mutating func part(of record: [String: Value]) -> [String: Value] {
    var part: [String: Value] = [:]
    for fact in program.facts where Bool.random(using: &random) { part[fact.name] = record[fact.name] }
    return part
  }

  private mutating func value(of type: FactType) -> Value {
    switch type {
    case .boolean: .boolean(Bool.random(using: &random))
    case .years: .number(Decimal128(pick([0, 17, 18, 45, 59, 60, 64, 65, 70, 79, 80, 99, 130])))
    case .money: .number(money())
    case .number, .integer: .number(Decimal128(pick([0, 1, 2, 10, 29, 30, 49, 50, 60])))
    case .percent: .number(Decimal128("0.1") ?? 0)
    case .date: .date(day())
    case .text: .string(pick(["某市烘焙行业协会", "中国某某协会", "某俱乐部", ""]))
    case .choice(let members, _): .string(pick(members))
    case .list(let element): .list((0..<Int.random(in: 0...4, using: &random)).map { _ in value(of: element) })
    case .record(let fields): .context(Context(fields.map { (name: $0.name, value: value(of: $0.type)) }))
    case .unreadable: .null
    }
  }

  private mutating func money() -> Decimal128 {
    let fen: [UInt128] = [
      0, 1, 799, 800, 889, 1000, 1499, 1500, 1666, 1667, 1765, 2000, 2005, 2_999_999, 3_000_000, 10_000_000,
    ]
    let amount = Bool.random(using: &random) ? pick(fen) : UInt128.random(in: 0...50_000, using: &random)
    return Decimal128(negative: false, coefficient: amount, exponent: -2) ?? 0
  }

  private mutating func day() -> CalendarDate {
    CalendarDate(dayNumber: Int.random(in: 10_950...20_600, using: &random)) ?? CalendarDate.epoch
  }

  private mutating func pick<Element>(_ choices: [Element]) -> Element {
    choices[Int.random(in: choices.indices, using: &random)]
  }
}

extension CalendarDate {
  static let epoch = CalendarDate(dayNumber: 0)!
}
