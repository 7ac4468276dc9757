import TestSupport
import Testing

@testable import Huimin

@Suite("Splitting a whole among payers")
struct SplitTests {
  private func policy(_ split: String) -> String {
    """
    facts: { price: money, a: money, b: money }
    decisions: { shares: { split: price, \(split) } }
    """
  }

  private func shares(_ split: String, _ record: String) throws -> String {
    let outcome = try Fixtures.decide(policy(split), record)
    guard outcome.status != .failed else { return outcome.diagnostics.map(\.code).joined(separator: " ") }
    guard case .context(let context)? = outcome["shares"] else { return outcome.text("shares") }
    return context.entries.map { "\($0.name) \($0.value.displayText)" }.joined(separator: ", ")
  }

  @Test func givesTheRestToOnePayer() throws {
    #expect(try shares("among: { city: a, family: the rest }", "{ price: 20, a: 3 }") == "city 3.00, family 17.00")
  }

  @Test(arguments: [
    ("10.00", "3.33", "3.33", "3.34"), ("0.01", "0.00", "0.00", "0.01"), ("99.99", "33.33", "33.33", "33.33"),
  ])
  func leavesNoFenOver(price: String, city: String, district: String, family: String) throws {
    let third = "price / 3"
    #expect(
      try shares("among: { city: \(third), district: \(third), family: the rest }", "price: \(price)")
        == "city \(city), district \(district), family \(family)")
  }

  @Test func givesWhatRoundingLeavesOverToThePayerNamed() throws {
    #expect(
      try shares("among: { city: 50%, family: 50% }, remainder: family", "price: 0.05") == "city 0.03, family 0.02")
  }

  @Test func refusesToLeaveMoneyToNobody() throws {
    #expect(
      try shares("among: { city: price * 0.5, family: price * 0.3 }, remainder: family", "price: 10")
        == "shares-do-not-sum")
    let compiled = try Fixtures.compile(policy("among: { city: 50%, family: 30% }, remainder: family"))
    #expect(compiled.diagnostics.map(\.code) == ["shares-do-not-sum"])
  }

  @Test func refusesSharesThatExceedTheWhole() throws {
    #expect(try shares("among: { city: a, family: the rest }", "{ price: 2, a: 3 }") == "shares-exceed-whole")
  }

  @Test func cutsLaterPayersWhereThePolicySaysSo() throws {
    #expect(
      try shares(
        "among: { city: a, district: b, family: the rest }, if over: reduce in order", "{ price: 5, a: 3, b: 4 }")
        == "city 3.00, district 2.00, family 0.00")
  }

  /// A remainder is what rounding left, and no more.
  @Test(arguments: [
    ("{ price: 10, a: 0.01, b: 10 }", "shares-exceed-whole"), ("{ price: 10, a: 4.99, b: 5 }", "shares-do-not-sum"),
    ("{ price: 10, a: 4, b: 6 }", "city 4.00, district 6.00"),
  ])
  func takesNothingForRoundingThatIsNone(record: String, expected: String) throws {
    #expect(try shares("among: { city: a, district: b }, remainder: city", record) == expected)
  }

  @Test func refusesANegativeShare() throws {
    #expect(try shares("among: { city: a - b, family: the rest }", "{ price: 5, a: 1, b: 2 }") == "negative-share")
  }

  @Test func isOpenOnlyWhereItDependsOnWhatIsNotKnown() throws {
    func open(_ split: String) throws -> [String] {
      let outcome = try Fixtures.decide(policy(split), "{ price: 20, a: 3 }")
      #expect(outcome.status == .undetermined)
      #expect(outcome.openFacts == ["b"])
      guard case .context(let context)? = outcome["shares"] else { return [] }
      return context.entries.map { "\($0.name) \($0.value.isUnknown ? "?" : $0.value.displayText)" }
    }
    let cut = ", if over: reduce in order"
    #expect(
      try open("among: { city: a, district: b, family: the rest }\(cut)") == ["city 3.00", "district ?", "family ?"])
    #expect(
      try open("among: { district: b, city: a, family: the rest }\(cut)") == ["district ?", "city ?", "family ?"])
    #expect(
      try open("among: { district: if b > 1 then 17 else 0, city: a, family: the rest }\(cut)")
        == ["district ?", "city 3.00", "family ?"])
    #expect(
      try open("among: { district: if b > 1 then 17 else 0, city: a, family: the rest }")
        == ["district ?", "city 3.00", "family ?"])
    // These may yet come to more than the whole, or less, and then nobody pays anything by this rule.
    #expect(try open("among: { city: a, district: b, family: the rest }") == ["city ?", "district ?", "family ?"])
    #expect(
      try open("among: { district: if b > 1 then 18 else 0, city: a, family: the rest }")
        == ["district ?", "city ?", "family ?"])
    #expect(
      try open("among: { city: a, district: b, family: 5 }, remainder: city") == ["city ?", "district ?", "family ?"])
  }

  /// Whatever the amounts: the shares sum to the price, and nobody pays less than nothing.
  @Test func alwaysSumsToTheWhole() throws {
    let program = try Fixtures.program(
      policy("among: { city: 37.5%, district: a * 0.333, town: b / 7, family: the rest }, if over: reduce in order"))
    print("seed \(RandomTesting.seed)")
    var generator = SplitMix64(seed: RandomTesting.seed)
    for _ in 0..<RandomTesting.cases(default: 2_000) {
      func amount() -> Decimal128 {
        Decimal128(negative: false, coefficient: UInt128.random(in: 0...100_000, using: &generator), exponent: -2) ?? 0
      }
      let price = amount()
      let facts = try Facts(["price": .number(price), "a": .number(amount()), "b": .number(amount())], for: program)
      let outcome = program.decide(facts, on: try #require(CalendarDate("2026-01-15")))
      guard case .context(let shares)? = outcome["shares"] else {
        return #expect(Bool(false), "\(outcome.diagnostics)")
      }
      var sum = Decimal128.zero
      for entry in shares.entries {
        guard case .number(let share) = entry.value else { return #expect(Bool(false), "no amount") }
        #expect(!share.isNegative)
        sum = try #require(sum.adding(share))
      }
      #expect(sum == price)
    }
  }
}
