import TestSupport
import Testing

@testable import Huimin

/// Ceilings, floors and conditions of single payers, and payers who are told together.
@Suite("The shares of single payers")
struct SharesTests {
  private func shares(_ among: String, _ record: String, more: String = "") throws -> String {
    let body = """
      facts: { price: money, age: years, home: boolean }
      decisions: { shares: { split: price, among: { \(among) }\(more) } }
      """
    let outcome = try Fixtures.decide(body, record)
    guard outcome.status != .failed else { return outcome.diagnostics.map(\.code).joined(separator: " ") }
    guard case .context(let context)? = outcome["shares"] else { return outcome.text("shares") }
    return context.entries.map { "\($0.name) \($0.value.isUnknown ? "?" : $0.value.displayText)" }
      .joined(separator: ", ")
  }

  /// A ceiling may be an amount or a part of the whole.
  @Test(arguments: [
    ("at most: 3", "10", "city 3.00"), ("at most: 3", "4", "city 2.00"), ("at most: 30%", "10", "city 3.00"),
    ("at least: 1", "1.5", "city 1.00"), ("at least: 1", "10", "city 5.00"),
    ("at least: 2, at most: 3", "2", "city 2.00"), ("at least: 2, at most: 3", "20", "city 3.00"),
    ("at most: 'if age >= 80 then 4 else 2'", "10", "city 4.00"),
  ])
  func keepWithinFloorAndCeiling(bounds: String, price: String, expected: String) throws {
    let found = try shares(
      "city: { amount: 50%, \(bounds) }, family: the rest", "{ price: \(price), age: 80, home: true }")
    #expect(found.hasPrefix(expected + ","), "\(found)")
  }

  @Test(arguments: [
    ("home: true", "district 3.00, family 7.00"), ("home: false", "district 0.00, family 10.00"),
    ("age: 3", "district ?, family ?"),
  ])
  func areBorneOnlyWhereTheirConditionHolds(fact: String, expected: String) throws {
    #expect(
      try shares("district: { amount: 3, when: home }, family: the rest", "{ price: 10, \(fact) }") == expected)
  }

  @Test("payers told together: their sum stands before them")
  func groups() throws {
    #expect(
      try shares(
        "government: { among: { city: 3, district: { amount: 3, when: home }, town: 1 } }, family: the rest",
        "{ price: 12, home: true }")
        == "government 7.00, city 3.00, district 3.00, town 1.00, family 5.00")
  }

  @Test("percentages of a group are of what it bears, and the rest is to the last fen")
  func restOfAGroup() throws {
    #expect(
      try shares(
        "government: { amount: price / 2, among: { city: 33.3%, district: the rest } }, family: the rest", "price: 9.99"
      )
        == "government 5.00, city 1.66, district 3.34, family 4.99")
  }

  @Test("are named as others name them")
  func areNamed() throws {
    let body = """
      facts: { price: money }
      decisions:
        shares: { split: price, among: { government: { among: { city: 1, district: 2 } }, family: the rest } }
        from government: shares.government + shares.district
      """
    #expect(try Fixtures.decide(body, "price: 9").text("from government") == "5.00")
  }

  @Test(arguments: [
    ("family: { amount: the rest, at most: 3 }", "bad-rest"),
    ("g: { amount: price, among: { a: 1, b: 2 } }, family: the rest", "no-remainder"),
    ("g: { among: { a: 1, b: the rest } }, family: the rest", "two-rests"),
    ("g: { amount: price, among: { a: the rest, b: the rest } }, family: the rest", "two-rests"),
    ("city: { amount: 1, when: price }, family: the rest", "condition-type"),
    ("city: { amount: 1, at most: age }, family: the rest", "type-mismatch"),
  ])
  func refuses(among: String, code: String) throws {
    let body = """
      facts: { price: money, age: years, home: boolean }
      decisions: { shares: { split: price, among: { \(among) } } }
      """
    #expect(try Fixtures.compile(body).diagnostics.filter { $0.severity == .error }.map(\.code) == [code])
  }

  @Test func tellWhyAndToWhomTheyArePaid() throws {
    let body = """
      sources: { notice: { title: notice } }
      facts: { price: money, home: boolean }
      decisions:
        delivery: { value: 2, type: money, paid to: { zh: 送餐单位, en: the carrier } }
        shares:
          split: price
          among:
            government:
              label: { zh: 财政, en: government }
              among:
                city: { amount: 50%, at most: 3, cite: notice 4, label: { zh: 市, en: city } }
                district: { amount: 1, when: home, label: { zh: 区, en: district } }
            canteen: { amount: 1, at least: 2, paid to: { zh: 食堂, en: the canteen }, label: { zh: 让利, en: concession } }
            family: { amount: the rest, label: { zh: 本人, en: family } }
      """
    let outcome = try Fixtures.decide(body, "{ price: 20, home: false }")
    for language in Language.allCases {
      try Recorded.expect(
        TextReport(outcome, language: language).text,
        matches: "\(Checkout.tests)/HuiminTests/Explained/shares.\(language.rawValue).txt")
    }
  }
}
