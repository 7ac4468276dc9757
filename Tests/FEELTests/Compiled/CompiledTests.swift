import Testing

@testable import FEEL

@Suite("Compiled expressions by example")
struct CompiledTests {
  static let inputs: [CompiledExpression.Input] = [
    .init("age", .number(.years)), .init("price", .number(.yuan)), .init("income", .number), .init("dibao", .boolean),
    .init("day", .date), .init("hukou", .enumeration(Enumeration(name: "hukou", members: ["上海", "外地"]))),
    .init("name", .string),
  ]

  static func compiled(_ text: String) throws -> CompiledExpression {
    CompiledExpression(try Parser.expression(text, known: KnownNames(inputs.map(\.name))), over: inputs)
  }

  private func record(of compiled: CompiledExpression) throws -> CompiledRecord {
    var record = compiled.record()
    record.set(Decimal128(83), at: 0)
    record.set(coefficient: 1850, exponent: -2, at: 1)
    record.set(try #require(Decimal128("2500.5")), at: 2)
    record.set(true, at: 3)
    record.set(try #require(CalendarDate("2026-01-15")), at: 4)
    record.set(.string("外地"), at: 5)
    record.set(.string("王阿婆"), at: 6)
    return record
  }

  @Test(
    "What a program can do",
    arguments: [
      ("price * 0.85", "15.7250"), ("price + income", "2519.00"), ("price - income / 3", "-815.00"),
      ("income / 7", "357.2142857142857142857142857142857"), ("decimal(income / 7, 2)", "357.21"),
      ("round half up(price * 0.10, 2)", "1.85"), ("round up(price, 3)", "18.500"), ("floor(-price)", "-19"),
      ("abs(price - 20)", "1.50"), ("min(price * 0.10, 3.00)", "1.8500"), ("max(1, price, 2)", "18.50"),
      ("if age >= 80 and dibao then 5 else 0", "5"), ("not(age < 60 or price > 20)", "true"),
      ("age between 80 and 90", "true"), ("age in [60..80)", "false"), ("age in (60, 83)", "true"),
      ("age in (< 60, > 82)", "true"), ("hukou = \"上海\"", "false"), ("\"外地\" = hukou", "true"),
      ("hukou in (\"上海\", \"外地\")", "true"), ("hukou != \"北京\"", "true"), ("hukou", "\"外地\""),
      ("day >= @\"2026-01-01\"", "true"), ("day in [@\"2026-01-01\"..@\"2026-01-14\"]", "false"),
      ("day", "@\"2026-01-15\""),
      ("dibao = true", "true"), ("dibao and price > 1 and age > 2", "true"), ("-(-age)", "83"), ("1 + 2 * 3", "7"),
    ])
  func fast(text: String, result: String) throws {
    let compiled = try Self.compiled(text)
    #expect(compiled.isFast)
    var record = try record(of: compiled)
    #expect(record.evaluate().feelText == result)
    // Once more, over what the first time left in the registers.
    #expect(record.evaluate().feelText == result)
  }

  @Test(
    "What is left to the plain evaluator",
    arguments: [
      ("name = \"王阿婆\"", "true"), ("sum([age, price])", "101.50"), ("age ** 2", "6889"), ("age = \"a\"", "null"),
      ("if dibao then 1 else \"a\"", "1"), ("string(age)", "\"83\""), ("hukou < \"北\"", "false"),
      ("some x in [1, age] satisfies x > 80", "true"), ("age in (? > 80)", "true"), ("age in [1..price]", "false"),
      ("nobody + 1", "null"), ("null", "null"), ("dibao and 1", "null"),
    ])
  func slow(text: String, result: String) throws {
    let compiled = try Self.compiled(text)
    #expect(!compiled.isFast)
    var record = try record(of: compiled)
    #expect(record.evaluate().feelText == result)
  }

  @Test("What a program cannot tell, the plain evaluator tells")
  func exceptional() throws {
    let compiled = try Self.compiled("price / age > 1 or dibao")
    var record = try record(of: compiled)
    record.set(.number(0), at: 0)
    // The error on the left does not matter while the right is true.
    #expect(record.evaluate().feelText == "true")
    record.set(.boolean(false), at: 3)
    guard case .null(let cause?) = record.evaluate() else {
      Issue.record("a division by zero has a value")
      return
    }
    #expect(cause.diagnostic.code == "division-by-zero")
    record.set(.unknown(Unknown("age")), at: 0)
    #expect(record.evaluate().feelText == "unknown(age)")
    record.set(.string("old"), at: 0)
    #expect(record.evaluate().isNull)
    record.set(.number(4), at: 0)
    #expect(record.evaluate().feelText == "true")
  }

  @Test("An input that was never set is null")
  func unset() throws {
    var record = try Self.compiled("age = null").record()
    #expect(record.evaluate().feelText == "true")
    var sum = try Self.compiled("age + 1").record()
    #expect(sum.evaluate().isNull)
  }

  @Test("A value of another type than was declared is what it is")
  func otherType() throws {
    var record = try Self.compiled("if dibao then age + 1 else 0").record()
    record.set(true, at: 0)
    record.set(true, at: 3)
    #expect(record.evaluate().isNull)
    record.set(Decimal128(7), at: 0)
    #expect(record.evaluate().feelText == "8")
    record.set(coefficient: 1, exponent: 0, at: 3)
    #expect(record.evaluate().feelText == "0")
    record.set("true", at: 3)
    #expect(record.evaluate().feelText == "0")
  }

  @Test("Copies of a record do not share what is set")
  func copies() throws {
    let compiled = try Self.compiled("age + 1")
    var first = try record(of: compiled)
    var second = first
    second.set(.number(1), at: 0)
    #expect(first.evaluate().feelText == "84")
    #expect(second.evaluate().feelText == "2")
  }
}
