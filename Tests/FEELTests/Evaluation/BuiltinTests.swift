import Testing

@testable import FEEL

@Suite("The built-in functions by example")
struct BuiltinTests {
  static let conversions: [(String, String)] = [
    ("date(\"2025-12-22\")", "@\"2025-12-22\""), ("date(2024, 2, 29)", "@\"2024-02-29\""),
    ("date(2025, 2, 29)", "null"), ("date(day: 1, month: 2, year: 3)", "@\"0003-02-01\""),
    ("date(date and time(\"2025-12-22T01:00:00+08:00\"))", "@\"2025-12-22\""), ("date(\"2025-1-1\")", "null"),
    ("date(1.5, 1, 1)", "null"), ("date(\"-0001-01-01\")", "@\"-0001-01-01\""),
    ("time(\"13:05:07.25+08:00\")", "@\"13:05:07.25+08:00\""), ("time(13, 5, 7.5)", "@\"13:05:07.5\""),
    ("time(13, 5, 7, @\"PT8H\")", "@\"13:05:07+08:00\""), ("time(24, 0, 0)", "null"),
    ("time(1, 2, 3, null)", "@\"01:02:03\""), ("time(@\"2025-12-22T13:00:00Z\")", "@\"13:00:00Z\""),
    ("date and time(\"2025-12-22T13:00:00\")", "@\"2025-12-22T13:00:00\""),
    ("date and time(\"2025-12-22\")", "@\"2025-12-22T00:00:00\""),
    ("date and time(@\"2025-12-22\", @\"13:00:00\")", "@\"2025-12-22T13:00:00\""),
    ("number(\"1,234.5\", \",\", \".\")", "1234.5"),
    ("number(\"1 234,5\", \" \", \",\")", "1234.5"), ("number(\"1.5\")", "1.5"),
    ("number(\"1.5\", \".\", \".\")", "null"), ("number(\"abc\")", "null"), ("number(\"\")", "null"),
    ("string(1.50)", "\"1.50\""), ("string(null)", "null"), ("string([\"a\", 1, true])", "\"[\\\"a\\\", 1, true]\""),
    ("string(@\"P1M\")", "\"P1M\""), ("string(\"低\")", "\"低\""), ("string({a: \"b\"})", "\"{a: \\\"b\\\"}\""),
    ("duration(\"P1Y2M\")", "@\"P1Y2M\""), ("duration(\"P1DT25H\")", "@\"P2DT1H\""), ("duration(\"P1M1D\")", "null"),
    ("duration(\"P\")", "null"), ("duration(\"PT0.S\")", "@\"PT0S\""), ("duration(\"PT.5S\")", "null"),
    ("round half down(5.5, 6176)", "5.5"), ("round up(5.5, 6177)", "null"), ("decimal(1e33, 3) = 1e33", "true"),
    ("list replace([1, 2, 3], -1.5, 4)", "[1, 2, 4]"), ("duration(\"-PT0.5S\")", "@\"-PT0.5S\""),
    ("years and months duration(@\"2011-12-22\", @\"2013-08-24\")", "@\"P1Y8M\""),
    ("years and months duration(@\"2013-08-24\", @\"2011-12-22\")", "@\"-P1Y8M\""),
    ("years and months duration(@\"2007-06-15\", @\"2025-06-14\").years", "17"),
  ]
  static let strings: [(String, String)] = [
    ("not(true)", "false"), ("not(null)", "null"), ("not(1)", "null"), ("substring(\"低保家庭\", 3)", "\"家庭\""),
    ("substring(\"foobar\", -2, 1)", "\"a\""), ("substring(\"\\U01F40Eab\", 2)", "\"ab\""),
    ("substring(\"ab\", 0)", "null"), ("substring(\"ab\", 3)", "null"), ("substring(\"ab\", 1, 0)", "null"),
    ("string length(\"\\U01F40E低\")", "2"), ("string length(\"\")", "0"), ("upper case(\"aß\")", "\"ASS\""),
    ("matches(\"ab\", \"^A\", \"i\")", "true"), ("replace(\"ab\", \"(a)\", \"$1$1\")", "\"aab\""),
    ("split(\"a,b\", \",\")", "[\"a\", \"b\"]"), ("lower case(\"ÀB\")", "\"àb\""),
    ("substring before(\"foobar\", \"bar\")", "\"foo\""),
    ("substring before(\"foobar\", \"xyz\")", "\"\""), ("substring after(\"foobar\", \"ob\")", "\"ar\""),
    ("substring after(\"aab\", \"ab\")", "\"\""), ("substring after(\"ab\", \"\")", "\"ab\""),
    ("contains(\"foobar\", \"of\")", "false"), ("contains(\"aaab\", \"aab\")", "true"),
    ("contains([\"foobar\"], \"oo\")", "true"),
    ("starts with(\"foobar\", \"fo\")", "true"), ("starts with(\"e\\u0301\", \"e\")", "true"),
    ("ends with(\"foobar\", \"r\")", "true"), ("string join([\"a\", null, \"c\"], \"-\")", "\"a-c\""),
    ("string join([], \"-\")", "\"\""), ("string join(\"a\")", "\"a\""),
  ]
  static let lists: [(String, String)] = [
    ("list contains([1, null], null)", "true"), ("list contains([1], \"1\")", "false"), ("count([1, [2, 3]])", "2"),
    ("count(null)", "null"), ("count(5)", "1"), ("all([])", "true"), ("all([true, null, false])", "false"),
    ("all(true, 1)", "null"),
    ("any([])", "false"), ("any(false, null)", "null"), ("sublist([4, 5, 6], 1, 2)", "[4, 5]"),
    ("sublist([4, 5, 6], -1)", "[6]"), ("sublist([4], 2)", "null"), ("sublist([4, 5], 1, 0)", "null"),
    ("append([1], 2, [3])", "[1, 2, [3]]"), ("append(1, null)", "[1, null]"),
    ("concatenate([1], [2, 3], [])", "[1, 2, 3]"), ("insert before([1, 3], 2, 2)", "[1, 2, 3]"),
    ("insert before([1], -1, 0)", "[0, 1]"), ("insert before([], 1, 0)", "null"), ("remove([1, 2, 3], 2)", "[1, 3]"),
    ("remove([1], 2)", "null"), ("reverse([1, 2])", "[2, 1]"),
    ("index of([1, 2, 3, 2], 2)", "[2, 4]"), ("index of([1], 9)", "[]"), ("union([1, 2], [2.0, 3])", "[1, 2, 3]"),
    ("distinct values([1, 1.0, \"1\", null, null])", "[1, \"1\", null]"),
    ("flatten([[1, 2], [[3]], 4])", "[1, 2, 3, 4]"), ("list replace([2, 4], 2, 6)", "[2, 6]"),
    ("list replace([2, 4, 7, 8], function(item, newItem) item < newItem, 5)", "[5, 5, 7, 8]"),
    ("append(list: [1], item: 2)", "[1, 2]"), ("list replace([1], 2, 3)", "null"),
    ("sort([3, 1, 2], function(x, y) x < y)", "[1, 2, 3]"),
    ("sort([\"b\", \"a\"])", "[\"a\", \"b\"]"), ("sort([1, \"a\"])", "null"),
    ("sort([{a: 2, b: 1}, {a: 1, b: 2}, {a: 2, b: 3}], function(x, y) x.a < y.a).b", "[2, 1, 3]"),
  ]
  static let numbers: [(String, String)] = [
    ("min([1, 2, 3])", "1"), ("min(@\"2025-01-02\", @\"2025-01-01\")", "@\"2025-01-01\""), ("min([])", "null"),
    ("min(1, \"a\")", "null"), ("max(1, 2.0)", "2.0"), ("max(\"a\", \"b\")", "\"b\""), ("sum([0.1, 0.2])", "0.3"),
    ("sum([])", "null"), ("sum(1, \"a\")", "null"), ("sum(1)", "1"),
    ("mean(1, 2)", "1.5"), ("mean([])", "null"), ("product(2, 3, 4)", "24"), ("median([6, 1, 2, 3])", "2.5"),
    ("median([])", "null"), ("stddev(2, 4, 7, 5)", "2.081665999466132735282297706979931"), ("stddev([47])", "null"),
    ("mode([6, 1, 9, 6, 1])", "[1, 6]"), ("mode([])", "[]"),
    ("decimal(1 / 3, 2)", "0.33"), ("decimal(2.5, 0)", "2"), ("decimal(125, -1)", "120"), ("floor(-1.56, 1)", "-1.6"),
    ("floor(1.5)", "1"), ("ceiling(-1.56, 1)", "-1.5"), ("ceiling(1.2)", "2"), ("round up(-5.5, 0)", "-6"),
    ("round down(1.129, 2)", "1.12"), ("round half up(5.5, 0)", "6"),
    ("round half up(-1.125, 2)", "-1.13"), ("round half down(5.5, 0)", "5"), ("abs(-10)", "10"),
    ("abs(@\"-PT5H\")", "@\"PT5H\""), ("abs(\"a\")", "null"), ("modulo(-12, 5)", "3"), ("modulo(10.1, -4.5)", "-3.4"),
    ("modulo(1, 0)", "null"), ("sqrt(16)", "4"), ("sqrt(-1)", "null"), ("decimal(log(10), 8)", "2.30258509"),
    ("log(0)", "null"),
    ("decimal(exp(5), 4)", "148.4132"), ("odd(5)", "true"), ("odd(-3)", "true"), ("odd(1.5)", "null"),
    ("even(0)", "true"), ("even(2.0)", "true"),
  ]
  static let dates: [(String, String)] = [
    ("is(@\"12:00:00Z\", @\"20:00:00+08:00\")", "false"), ("is(1, 1.0)", "true"), ("is(null, null)", "true"),
    ("day of year(@\"2019-09-17\")", "260"), ("day of week(@\"2019-09-17\")", "\"Tuesday\""),
    ("month of year(@\"2019-09-17T00:00:00\")", "\"September\""), ("week of year(@\"2005-01-01\")", "53"),
    ("week of year(@\"2003-12-29\")", "1"), ("today()", "@\"2025-12-22\""), ("now()", "@\"2025-12-22T13:00:00+08:00\""),
  ]
  static let ranges: [(String, String)] = [
    ("before(1, (1..10])", "true"), ("before([1..10), 10)", "true"), ("before([1..10], [10..20])", "false"),
    ("after([11..20], [1..11))", "true"), ("after(5, 10)", "false"), ("meets([1..5], [5..10])", "true"),
    ("meets([1..5), [5..10])", "false"), ("met by([5..10], [1..5])", "true"), ("overlaps([1..5], [5..8])", "true"),
    ("overlaps([1..5), [5..8])", "false"), ("overlaps before([1..5), (1..5])", "true"),
    ("overlaps before([1..5], [1..5])", "false"), ("overlaps after((1..5], [1..5))", "true"),
    ("overlaps after([1..5], [1..5])", "false"), ("finishes(10, [1..10])", "true"), ("finishes(10, [1..10))", "false"),
    ("finished by([1..10], (1..10])", "true"),
    ("includes([1..10], 5)", "true"), ("includes([1..10), [1..10])", "false"), ("during((1..10), [1..10])", "true"),
    ("during(10, [1..10))", "false"), ("starts(1, (1..10])", "false"), ("starts([1..5], [1..10])", "true"),
    ("started by([1..10], [1..5])", "true"), ("coincides([1..5], [1..5])", "true"), ("coincides(3, 4)", "false"),
    ("before([1], [5..10])", "true"), ("before(1, \"a\")", "null"), ("range(\"[18..21)\")", "[18..21)"),
    ("range(\"[2..)\")", ">= 2"),
    ("range(\"(..2)\")", "< 2"), ("range(\"[..]\")", "null"), ("range(\"\")", "null"), ("range(\"[a..b]\")", "null"),
    ("range(\"(..)\")", "null"), ("range(\"< 5\")", "null"), ("range(\"[\\\"a\\\"..\\\"c\\\"]\")", "[\"a\"..\"c\"]"),
    ("range(\"[1..2\")", "null"), ("before(point1: 1, point2: 10)", "true"),
    ("before(range: [1..10], point: 15)", "true"),
    ("before(point: 15, range: [1..10])", "false"), ("after(point: 15, range: [1..10])", "true"),
    ("before(range1: [1..2], range2: [3..4])", "true"), ("meets(range1: [1..2], range2: [2..4])", "true"),
    ("finished by(range: [1..5], point: 5)", "true"), ("during(point: 3, range: [1..5])", "true"),
    ("coincides(point1: 1, point2: 1)", "true"), ("coincides(range1: [1..2], range2: [1..2])", "true"),
  ]
  static let contexts: [(String, String)] = [
    ("get value({a: 1}, \"a\")", "1"), ("get value({a: {b: 2}}, [\"a\", \"b\"])", "2"),
    ("get value({a: 1}, \"b\")", "null"), ("get value(null, \"a\")", "null"),
    ("get entries({a: 1, b: 2})", "[{key: \"a\", value: 1}, {key: \"b\", value: 2}]"),
    ("context([{key: \"a\", value: 1}])", "{a: 1}"),
    ("context([{key: \"a\", value: 1}, {key: \"a\", value: 2}])", "null"), ("context([{key: \"a\"}])", "null"),
    ("context put({a: 1}, \"b\", 2)", "{a: 1, b: 2}"), ("context put({a: 1}, [\"a\"], 2)", "{a: 2}"),
    ("context put({}, [\"a\", \"b\"], 2)", "{a: {b: 2}}"), ("context put({a: 1}, [], 2)", "null"),
    ("context merge([{a: 1, b: 2}, {b: 3}])", "{a: 1, b: 3}"), ("context merge([])", "{}"),
  ]

  static let examples = conversions + strings + lists + numbers + dates + ranges + contexts

  @Test("Each gives what the standard says", arguments: examples)
  func example(text: String, result: String) throws {
    #expect(try Surroundings.value(of: text).feelText == result)
  }

  @Test("There is an example of each", arguments: Builtins.all.map(\.name))
  func complete(name: String) {
    #expect(Self.examples.contains { $0.0.contains("\(name)(") })
  }

  @Test("The clock of the machine is never asked", arguments: ["today", "now"])
  func noMoment(name: String) throws {
    let value = Run().evaluate(try Parser.expression("\(name)()"), in: Environment())
    guard case .null(let cause?) = value else {
      Issue.record("\(name)() is \(value.feelText)")
      return
    }
    #expect(cause.diagnostic.code == "no-decision-date")
    #expect(cause.diagnostic.message[.en] == "`\(name)` needs a decision date, and none was given")
  }
}
