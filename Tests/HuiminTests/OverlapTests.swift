import TestSupport
import Testing

@testable import Huimin

/// Rows under hit policy `unique` that hold for the same record, with one that shows it.
@Suite("Rows that must not overlap")
struct OverlapTests {
  private static let head = """
    facts: { age: years, dibao: boolean, home: [city, county, village], income: money, price: money }
    decisions:
      net: price - 5
      x: { table: { hit: unique, default: 0,
    """

  private func found(_ table: String) throws -> [String] {
    try Fixtures.compile("\(Self.head) \(table) } }").diagnostics.filter { $0.code == "overlapping-rows" }.map {
      $0.message[.en]
    }
  }

  @Test(arguments: [
    ("inputs: [age], rules: { a: ['[60..70]', 1], b: ['[70..80)', 2] }", " for `age = 70`"),
    ("inputs: [income], rules: { a: ['< 60', 1], b: ['> 59', 2] }", " for `income = 59.5`"),
    ("inputs: [age], rules: { a: ['<= 60', 1], b: ['> 59', 2] }", " for `age = 60`"),
    ("inputs: [age], rules: { a: ['not(3)', 1], b: ['3, 4', 2] }", " for `age = 4`"),
    ("inputs: [home], rules: { a: ['city, county', 1], b: ['village, county', 2] }", " for `home = county`"),
    ("inputs: [home], rules: { a: [not(city), 1], b: [village, 2] }", " for `home = village`"),
    ("inputs: [dibao, age], rules: { a: [true, -, 1], b: [-, '>= 60', 2] }", " for `dibao = true`, `age = 60`"),
    ("inputs: [net], rules: { a: ['< 3', 1], b: ['< 5', 2] }", " for `net = 2`"),
    ("inputs: [age, net], rules: { a: [-, '< 3', 1], b: [-, '< 5', 2] }", " for `net = 2`"),
    ("inputs: [age, net], rules: { a: [-, -, 1], b: [-, -, 2] }", ""),
  ])
  func areFound(_ table: String, witness: String) throws {
    #expect(try found(table) == ["rows `a` and `b` hold at once\(witness), which hit policy `‹unique›` forbids"])
  }

  /// What is not certain is left to the record: it ends in `rows-conflict`.
  @Test(arguments: [
    "inputs: [age], rules: { a: ['< 60', 1], b: ['> 59', 2] }",
    "inputs: [age], rules: { a: ['< 60', 1], b: ['>= 60', 2] }",
    "inputs: [age], rules: { a: ['< price', 1], b: ['>= 60', 2] }",
    "inputs: [home], rules: { a: [not(city), 1], b: [city, 2] }",
    "inputs: [net, income], rules: { a: ['< 3', '< 3', 1], b: ['< 5', '< 5', 2] }",
    "inputs: [dibao, home], rules: { a: [true, city, 1], b: [false, -, 2] }",
  ])
  func areNotSuspected(_ table: String) throws {
    #expect(try found(table).isEmpty)
  }
}
