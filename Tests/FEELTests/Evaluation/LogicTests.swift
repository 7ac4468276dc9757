import Testing

@testable import FEEL

@Suite("Logic with what is null and what is unknown")
struct LogicTests {
  private static let values = ["true", "false", "null", "u"]

  @Test(
    "Conjunction",
    arguments: [
      ("true", ["true", "false", "null", "unknown(u)"]), ("false", ["false", "false", "false", "false"]),
      ("null", ["null", "false", "null", "unknown(u)"]), ("u", ["unknown(u)", "false", "unknown(u)", "unknown(u)"]),
    ])
  func conjunction(left: String, results: [String]) throws {
    for (right, result) in zip(Self.values, results) {
      #expect(try Surroundings.value(of: "\(left) and \(right)").feelText == result, "\(left) and \(right)")
    }
  }

  @Test(
    "Disjunction",
    arguments: [
      ("true", ["true", "true", "true", "true"]), ("false", ["true", "false", "null", "unknown(u)"]),
      ("null", ["true", "null", "null", "unknown(u)"]), ("u", ["true", "unknown(u)", "unknown(u)", "unknown(u)"]),
    ])
  func disjunction(left: String, results: [String]) throws {
    for (right, result) in zip(Self.values, results) {
      #expect(try Surroundings.value(of: "\(left) or \(right)").feelText == result, "\(left) or \(right)")
    }
  }

  @Test(
    "What is unknown leaves open only what depends on it",
    arguments: [
      ("u", "unknown(u)"), ("u + 1", "unknown(u)"), ("u + v", "unknown(u, v)"), ("-u", "unknown(u)"),
      ("u = u", "unknown(u)"),
      ("u = null", "unknown(u)"), ("u > 5 and income > 2000", "false"), ("u > 5 or income > 500", "true"),
      ("u > 5 and income > 500", "unknown(u)"), ("not(u)", "unknown(u)"), ("if u then 1 else 1", "1"),
      ("if u then 1 else 2", "unknown(u)"), ("if u then v else 2", "unknown(u, v)"),
      ("if u then [1] else [1.0]", "[1]"),
      ("if true then 1 else u", "1"), ("u between 1 and 2", "unknown(u)"), ("3 between u and 2", "false"),
      ("3 in (u, 3)", "true"), ("3 in (u, 4)", "unknown(u)"), ("u in (1, 2)", "unknown(u)"),
      ("3 in some unknown", "unknown(u)"),
      ("1 in some unknown", "true"), ("[u, 1]", "[unknown(u), 1]"), ("[u, 1][2]", "1"), ("[u, 1][1]", "unknown(u)"),
      ("count([u, 1])", "2"), ("sum([u, 1])", "unknown(u)"), ("{a: u, b: 2}.b", "2"), ("{a: u, b: 2}.a", "unknown(u)"),
      ("u.name", "unknown(u)"), ("u[1]", "unknown(u)"), ("[1, 2][u]", "unknown(u)"), ("[1, 2][item = u]", "unknown(u)"),
      ("some x in [1, u] satisfies x = 1", "true"), ("some x in [2, u] satisfies x = 1", "unknown(u)"),
      ("every x in [2, u] satisfies x = 1", "false"), ("every x in [1, u] satisfies x = 1", "unknown(u)"),
      ("for x in [1, u] return x + 1", "[2, unknown(u)]"), ("for x in u return x", "unknown(u)"),
      ("all([true, u, false])", "false"),
      ("all([true, u])", "unknown(u)"), ("any([false, u, true])", "true"), ("list contains([u, 1], 1)", "true"),
      ("list contains([u, 1], 2)", "unknown(u)"), ("u instance of number", "unknown(u)"), ("[u, 1] = [v, 2]", "false"),
      ("[u, 1] = [2, 1]", "unknown(u)"), ("[1..u]", "unknown(u)"), ("1 < u", "unknown(u)"), ("is(u, 1)", "unknown(u)"),
    ])
  func unknown(text: String, result: String) throws {
    #expect(try Surroundings.value(of: text).feelText == result)
  }

  @Test(
    "Comparison",
    arguments: [
      ("1 = 1.0", "true"), ("1 != 1", "false"), ("\"a\" = \"a\"", "true"), ("\"é\" = \"e\\u0301\"", "false"),
      ("\"a\" < \"b\"", "true"),
      ("\"Z\" < \"a\"", "true"), ("\"\\uFFFD\" < \"\\U01F40E\"", "true"), ("null = null", "true"),
      ("null != 1", "true"), ("1 = null", "false"),
      ("1 = \"1\"", "null"), ("1 < null", "null"), ("true < false", "null"), ("[1, 2] = [1, 2.0]", "true"),
      ("[1] = [1, 2]", "false"),
      ("[1] < [2]", "null"), ("{a: 1, b: 2} = {b: 2, a: 1}", "true"), ("{a: 1} = {a: 1, b: 2}", "false"),
      ("[1..2] = [1..2]", "true"),
      ("[1..2] = [1..2)", "false"), ("@\"2025-01-01\" < @\"2025-01-02\"", "true"), ("@\"P1Y\" = @\"P12M\"", "true"),
      ("@\"PT24H\" = @\"P1D\"", "true"), ("@\"P1M\" < @\"P30D\"", "null"),
      ("@\"12:00:00Z\" = @\"20:00:00+08:00\"", "true"),
      ("@\"2025-01-01T00:00:00Z\" = @\"2025-01-01T08:00:00@Asia/Shanghai\"", "true"), ("5 between 5 and 5", "true"),
      ("5 between 6 and 4", "false"),
      ("\"m\" between \"a\" and \"z\"", "true"), ("5 between \"a\" and 6", "null"), ("7 between \"a\" and 6", "false"),
    ])
  func comparison(text: String, result: String) throws {
    #expect(try Surroundings.value(of: text).feelText == result)
  }

  @Test(
    "A choice by an error is an error where errors must not pass for a no",
    arguments: [
      ("if 1 / 0 > 1 then 1 else 2", "2", "division-by-zero"), ("[1, 2][item / 0 > 1]", "[]", "division-by-zero"),
      ("if null then 1 else 2", "2", "null-condition"), ("[1, 2][null]", "[]", "null-condition"),
    ])
  func nullConditions(text: String, lenient: String, code: String?) throws {
    #expect(try Surroundings.value(of: text).feelText == lenient)
    let strict = try Surroundings.value(of: text, errorsPropagate: true)
    if case .null(let cause?) = strict {
      #expect(cause.diagnostic.code == code)
    } else {
      #expect(strict.feelText == lenient && code == nil)
    }
  }
}
