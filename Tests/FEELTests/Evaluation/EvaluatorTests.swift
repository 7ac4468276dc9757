import Testing

@testable import FEEL

@Suite("The evaluator by example")
struct EvaluatorTests {
  @Test(
    "Arithmetic",
    arguments: [
      ("1 + 2 * 3", "7"), ("0.1 + 0.2", "0.3"), ("1.50 * 2", "3.00"), ("-2 ** 2", "4"), ("2 ** 0.5 > 1.41", "true"),
      ("7 / 2", "3.5"),
      ("\"低\" + \"保\"", "\"低保\""), ("@\"2024-01-31\" + @\"P1M\"", "@\"2024-02-29\""),
      ("@\"2024-02-29\" - @\"P1Y\"", "@\"2023-02-28\""),
      ("@\"2025-12-31\" + @\"PT36H\"", "@\"2026-01-01\""), ("@\"2025-01-01\" - @\"PT1H\"", "@\"2024-12-31\""),
      ("@\"P1M\" + @\"2025-01-31\"", "@\"2025-02-28\""),
      ("@\"2025-03-01\" - @\"2024-03-01\"", "@\"P365D\""), ("@\"2025-01-01T00:00:00Z\" - @\"2025-01-01\"", "@\"PT0S\""),
      ("@\"2025-01-01T08:00:00+08:00\" - @\"2025-01-01T00:00:00Z\"", "@\"PT0S\""),
      ("@\"23:30:00\" + @\"PT1H\"", "@\"00:30:00\""),
      ("@\"01:00:00\" - @\"02:00:00\"", "@\"-PT1H\""), ("@\"P1Y\" * 1.5", "@\"P1Y6M\""), ("@\"P1Y\" / 5", "@\"P2M\""),
      ("@\"P1Y\" / @\"P5M\"", "2.4"),
      ("@\"P1D\" / @\"PT6H\"", "4"), ("2 * @\"PT1M\"", "@\"PT2M\""), ("-@\"P1Y2M\"", "@\"-P1Y2M\""),
      ("@\"P1D\" - @\"PT1S\"", "@\"PT23H59M59S\""),
      ("@\"2021-03-28T01:30:00@Europe/Paris\" + @\"PT1H\"", "@\"2021-03-28T03:30:00@Europe/Paris\""),
      ("@\"2021-10-31T01:30:00@Europe/Paris\" + @\"PT2H\"", "@\"2021-10-31T02:30:00+01:00\""),
      ("@\"2040-03-24T12:00:00@Europe/Paris\" + @\"P1D\"", "@\"2040-03-25T13:00:00@Europe/Paris\""),
      ("@\"2021-03-27T12:00:00@Europe/Paris\" + @\"P1M\"", "@\"2021-04-27T12:00:00@Europe/Paris\""),
      ("@\"2025-12-31T24:00:00\"", "@\"2026-01-01T00:00:00\""), ("@\"24:00:00\"", "@\"00:00:00\""),
    ])
  func arithmetic(text: String, result: String) throws {
    #expect(try Surroundings.value(of: text).feelText == result)
  }

  @Test(
    "Parts of dates, times, durations and ranges",
    arguments: [
      ("@\"2025-12-22\".year", "2025"), ("@\"2025-12-22\".weekday", "1"),
      ("@\"2025-12-22T13:05:07.25Z\".second", "7.25"), ("@\"13:05:07\".minute", "5"),
      ("@\"13:05:07+08:00\".time offset", "@\"PT8H\""), ("@\"13:05:07\".time offset", "null"),
      ("@\"13:05:07@Asia/Shanghai\".timezone", "\"Asia/Shanghai\""),
      ("@\"P14M\".years", "1"), ("@\"P14M\".months", "2"), ("@\"-P14M\".months", "-2"),
      ("@\"P1DT2H3M4.5S\".seconds", "4.5"), ("@\"-PT1.5S\".seconds", "-1.5"),
      ("@\"PT36H\".days", "1"), ("[1..5).end included", "false"), ("(> 5).start", "5"), ("(> 5).end", "null"),
      ("{a: 1}.b", "null"), ("[{a: 1}, {}].a", "[1, null]"),
    ])
  func parts(text: String, result: String) throws {
    #expect(try Surroundings.value(of: text).feelText == result)
  }

  @Test(
    "Equality",
    arguments: [
      ("@\"10:30:00.0001\" = @\"10:30:00.0002\"", "true"), ("is(@\"10:30:00.0001\", @\"10:30:00.0002\")", "false"),
      ("@\"10:30:00.9\" < @\"10:30:00.95\"", "false"), ("@\"10:30:00.9\" < @\"10:30:01\"", "true"),
      ("@\"1969-12-31T23:59:59.9Z\" = @\"1969-12-31T23:59:59Z\"", "true"),
      ("@\"1969-12-31T23:59:59.9Z\" = @\"1970-01-01T00:00:00Z\"", "false"),
      ("@\"PT0.1S\" = @\"PT0.2S\"", "false"), ("1.0 = 1.00", "true"), ("is(1.0, 1.00)", "true"),
      ("(=10) = (=10)", "true"), ("(=10) = [10..10]", "false"), ("(!=10) = (!=10)", "true"),
      ("(!=10) = (=10)", "false"), ("(< 10) = (< 10)", "true"), ("{r: !=10}.r.start", "10"),
      ("5 in [!=10, !=5]", "true"), ("5 in [!=5]", "false"), ("includes((!=10), 5)", "null"),
      ("@\"10:00:00\" < @\"10:00:01Z\"", "true"), ("@\"10:00:00+08:00\" <= @\"10:00:00\"", "true"),
      ("@\"2026-01-01T10:00:00@Asia/Shanghai\" > @\"2026-01-01T09:00:00\"", "true"),
      ("{f: function(x) x, r: f = f}.r", "true"), ("sum = sum", "true"), ("sum = max", "false"),
      ("(function(x) x) = (function(x) x)", "false"), ("{\"é\": 1} = {\"e\\u0301\": 1}", "false"),
      ("is(value1: 1)", "false"), ("is(value2: null)", "true"), ("\"é\" = \"e\\u0301\"", "false"),
    ])
  func equality(text: String, result: String) throws {
    #expect(try Surroundings.value(of: text).feelText == result)
  }

  @Test(
    "Lists and filters",
    arguments: [
      ("[1, 2, 3][1]", "1"), ("[1, 2, 3][-1]", "3"), ("[1, 2, 3][4]", "null"), ("[1, 2, 3][0]", "null"), ("5[1]", "5"),
      ("5[2]", "null"),
      ("[1, 2, 3][item > 1]", "[2, 3]"), ("[{a: 1}, {a: 2}][a = 2]", "[{a: 2}]"),
      ("[{item: 1}, {item: 2}][item = 2]", "[{item: 2}]"),
      ("[{a: 1}, {b: 2}][a = 1]", "[{a: 1}]"), ("[][1]", "null"), ("[][item = 1]", "[]"), ("null[1]", "null"),
      ("家庭 成员[1].name", "\"甲\""), ("家庭 成员.age", "[40, 40]"),
      ("家庭 成员[name = \"乙\"].age", "[40]"), ("[1, 2, 3][even(item)]", "[2]"), ("[[1, 2], [3]][1][2]", "2"),
      ("[][-1]", "null"), ("[1][item > 5][2 - 1]", "null"), ("{l: [], n: 1, r: l[n]}.r", "null"),
      ("[][true]", "[]"), ("[][count(item) > 1]", "[]"), ("[1, 2, 3, 4][item > 1][2]", "3"),
      ("[{a-b: 1}][a-b = 1]", "[{a-b: 1}]"), ("{x: {a-b: 1}}.x.a-b", "1"), ("{\"a.b\": 1}.a.b", "1"),
      ("for p in [{a-b: 3}] return p.a-b", "[3]"), ("(function(p) p.a-b)({a-b: 3})", "3"),
      ("{x: {a-b: 1}, a: 5, b: 3, c: a-b}.c", "2"), ("for partial in [1, 2] return partial", "[1, 2]"),
      ("5[item > 2]", "[5]"),
    ])
  func lists(text: String, result: String) throws {
    #expect(try Surroundings.value(of: text).feelText == result)
  }

  @Test(
    "Loops and quantifiers",
    arguments: [
      ("for x in [1, 2] return x * 2", "[2, 4]"), ("for x in [1, 2], y in [x, 9] return x + y", "[2, 10, 4, 11]"),
      ("for i in 3..1 return i", "[3, 2, 1]"),
      ("for i in 1..1 return i", "[1]"), ("for i in [1..3) return i", "[1, 2]"),
      ("for i in 0..4 return if i = 0 then 1 else i * partial[-1]", "[1, 1, 2, 6, 24]"),
      ("for d in @\"2025-02-27\"..@\"2025-03-01\" return d.day", "[27, 28, 1]"), ("for x in 5 return x", "[5]"),
      ("for x in [] return x", "[]"),
      ("some x in [1, 2] satisfies x > 1", "true"), ("some x in [] satisfies true", "false"),
      ("every x in [] satisfies false", "true"),
      ("every x in [1, 2] satisfies x > 1", "false"), ("some x in [1, null] satisfies x > 1", "null"),
      ("every x in [1..3], y in [1..x] satisfies y <= x", "true"),
    ])
  func loops(text: String, result: String) throws {
    #expect(try Surroundings.value(of: text).feelText == result)
  }

  @Test(
    "Contexts and functions",
    arguments: [
      ("{a: 1, b: a + 1}.b", "2"), ("{a: 1, \"b c\": 2}", "{a: 1, b c: 2}"), ("{f: function(x) x * 2, r: f(4)}.r", "8"),
      ("(function(a, b) a - b)(b: 1, a: 3)", "2"),
      ("(function(a, b) if b = null then a else b)(a: 3)", "3"), ("(function(a: number) a)(\"x\")", "null"),
      ("(function(a: list<number>) a)(1)", "[1]"),
      ("{x: 1, f: function() x, g: {x: 2, r: f()}}.g.r", "1"),
      ("{fact: function(f, n) if n = 0 then 1 else n * f(f, n - 1), r: fact(fact, 20)}.r", "2432902008176640000"),
      ("{sum: function(a) 9, r: sum([1])}.r", "9"), ("1(2)", "null"), ("function(x) x", "function(x) x"),
      ("[sum][1]([1, 2])", "3"),
    ])
  func functions(text: String, result: String) throws {
    #expect(try Surroundings.value(of: text).feelText == result)
  }

  @Test(
    "Ranges and tests after `in`",
    arguments: [
      ("5 in [1..5]", "true"), ("5 in [1..5)", "false"), ("1 in ]1..5]", "false"), ("5 in (1, 5)", "true"),
      ("5 in (< 3, > 4)", "true"), ("5 in != 5", "false"),
      ("5 in = 5", "true"), ("5 in [1, 5]", "true"), ("5 in [[1..3], [4..6]]", "true"), ("[1] in [[1], [2]]", "true"),
      ("\"b\" in [\"a\"..\"c\"]", "true"),
      ("null in [null]", "true"), ("5 in (null, 5)", "true"), ("5 in (\"a\", 5)", "true"),
      ("5 in (? > 9, ? = 5)", "true"), ("[1..2] in [[1..2]]", "true"),
      ("@\"2025-06-01\" in [@\"2025-01-01\"..@\"2025-12-31\"]", "true"), ("[5..1]", "null"), ("[1..\"a\"]", "null"),
      ("5 in [null..10]", "null"),
    ])
  func ranges(text: String, result: String) throws {
    #expect(try Surroundings.value(of: text).feelText == result)
  }

  @Test(
    "Cells",
    arguments: [
      ("-", "5", "true"), ("-", "null", "true"), ("5", "5", "true"), ("4, 5", "5", "true"), ("< 5", "5", "false"),
      ("not(5)", "5", "false"), ("not(< 5, 7)", "6", "true"),
      ("[1..5]", "5", "true"), ("null", "null", "true"), ("null", "5", "false"), ("not(null)", "5", "true"),
      ("? > 3 and ? < 9", "5", "true"), ("even(?)", "5", "false"),
      ("true", "true", "true"), ("false", "true", "false"), ("not(true)", "false", "true"), ("\"a\"", "\"a\"", "true"),
      ("< 5", "null", "null"), ("not(< 5)", "null", "null"),
      ("< 5", "u", "unknown(u)"), ("not(5)", "u", "unknown(u)"), ("5, u", "5", "true"), ("[1, 5]", "5", "true"),
      ("[1, 2]", "[1, 2]", "true"), ("count(?) > 1", "[1, 2]", "true"),
      ("?", "5", "true"), ("? + 1", "5", "false"), ("[? - 1..? + 1]", "5", "true"), ("? > 4", "5", "true"),
      ("1 / 0", "5", "null"), ("1 / 0, 5", "5", "true"), ("income", "1000", "true"), ("> income * 2", "2001", "true"),
    ])
  func cells(cell: String, input: String, result: String) throws {
    #expect(try Surroundings.value(ofCell: cell, for: input).feelText == result)
  }

  @Test(
    "Types",
    arguments: [
      ("1 instance of number", "true"), ("null instance of number", "false"), ("null instance of Any", "false"),
      ("null instance of Null", "true"), ("[1] instance of list<number>", "true"),
      ("[1, \"a\"] instance of list<number>", "false"), ("1 instance of list<number>", "false"),
      ("{a: 1} instance of context<a: number>", "true"), ("{a: 1} instance of context<a: string>", "false"),
      ("@\"2025-01-01\" instance of date", "true"), ("@\"2025-01-01\" instance of date and time", "false"),
      ("@\"P1M\" instance of years and months duration", "true"),
      ("[1..2] instance of range<number>", "true"), ("sum instance of function<list<number>> -> number", "true"),
      ("1 instance of money", "null"), ("1 instance of list", "null"),
    ])
  func types(text: String, result: String) throws {
    #expect(try Surroundings.value(of: text).feelText == result)
  }
}

@Suite("Errors of evaluation say where and why")
struct EvaluationErrorTests {
  @Test(arguments: [
    ("«1 / 0» + 1", "division-by-zero", "division by zero"),
    ("«1 + \"a\"»", "operand-type", "`+` does not apply to a number and a string"),
    ("«1 + null» + 2", "null-operand", "`+` does not apply to a number and null"),
    ("«1 < null»", "null-operand", "`<` cannot compare a number with null"),
    ("«-\"a\"»", "operand-type", "`-` cannot negate a string"),
    ("«1 < \"a\"»", "operand-type", "`<` cannot compare a number with a string"),
    ("«1 = \"a\"»", "operand-type", "`=` cannot compare a number with a string"),
    ("«nobody» + 1", "unknown-name", "unknown name `nobody`"),
    ("«?» > 1", "no-input", "`?` stands outside a table cell"),
    ("«10 ** 6145»", "number-too-large", "the result is out of range or not defined"),
    ("«1»()", "not-a-function", "a number cannot be called"), ("1.«name»", "no-member", "a number has no `name`"),
    ("null.«name»", "null-operand", "null has no `name`"),
    ("for x in «null» return x", "not-a-list", "there is no list to go through"),
    (
      "for i in «1.5»..3 return i", "bad-range",
      "a loop goes through a list, or from one whole number or date to another"
    ),
    ("«[5..1]»", "bad-range", "a range needs two ends of one kind, the lower first"),
    ("{a: 1, «a»: 2}", "duplicate-key", "the entry `a` stands twice"),
    ("«@\"x\"»", "bad-literal", "`x` is not a date, time or duration"),
    ("substring(«1», 2)", "argument-type", "`substring` takes a string as `string`, not a number"),
    ("substring(«null», 2)", "null-argument", "`substring` takes a string as `string`, not null"),
    ("«substring(\"a\")»", "argument-count", "`substring` takes 2-3 arguments, not 1"),
    ("substring(string: \"a\", «start»: 1)", "unknown-argument", "`substring` has no parameter `start`"),
    ("«(function(a) a)(1, 2)»", "argument-count", "this function takes 1 argument, not 2"),
    ("(function(a: number) a)(«\"x\"»)", "argument-type", "this function takes a number as `a`, not a string"),
    ("(function(a) a)(«b»: 1)", "unknown-argument", "this function has no parameter `b`"),
    ("some x in [1] satisfies «x»", "condition-type", "a condition is true or false, not a number"),
    ("sum(«[1, \"a\"]»)", "argument-type", "`sum` takes a list of a number as `list`; item 2 is a string"),
    ("sum(«[1, null]»)", "argument-type", "`sum` takes numbers; item 2 is null"),
    ("max(«null», 1)", "argument-type", "`max` takes values that have an order; item 1 is null"),
    ("min(«{}»)", "argument-type", "`min` takes values that have an order; item 1 is a context"),
    ("sort([2, 1], «function(a, b) null»)", "argument-type", "the order must be true or false"),
    ("1 + range(«\"[3..1]\"»)", "bad-range", "a range needs two ends of one kind, the lower first"),
    ("before(«a»: 1, b: 2)", "unknown-argument", "`before` has no parameter `a`"),
    ("substring(string: \"a\", «string»: \"b\")", "duplicate-argument", "the argument `string` stands twice"),
    ("(function(a, «a») a)(1, 2)", "duplicate-parameter", "the parameter `a` stands twice"),
    ("«(function(a: foo) a)(1)»", "unknown-type", "`foo` is no type"),
    ("«@\"10:00:00\" = @\"10:00:00Z\"»", "operand-type", "`=` cannot compare a local time with one of a zone"),
    ("max(«null»)", "null-argument", "`max` takes a list as `list`, not null"),
    ("stddev(«[47]»)", "argument-domain", "`stddev` takes at least two numbers"),
    ("1 + «1 / 0»", "division-by-zero", "division by zero"),
    ("date(«\"2025-02-30\"»)", "argument-domain", "`2025-02-30` is not a date"),
    ("number(«\"1,5\"»)", "argument-domain", "`1,5` is not a number"),
    ("«1 instance of money»", "unknown-type", "`money` is no type"),
  ])
  func error(marked: String, code: String, message: String) throws {
    try expect(marked, strictly: false, code, message)
  }

  @Test(
    "Nulls that the standard allows have no cause, but where errors propagate they have one",
    arguments: [
      ("[1, 2][«3»]", "list-index", "there is no item `3` in a list of 2"),
      ("[1][«-9223372036854775808»]", "list-index", "there is no item `-9223372036854775808` in a list of 1"),
      ("true and «1»", "operand-type", "`and` and `or` join conditions, not a number"),
    ])
  func allowed(marked: String, code: String, message: String) throws {
    guard case .null(nil) = try Surroundings.value(of: MarkedText(marked).text) else {
      Issue.record("`\(marked)` has a value or a cause")
      return
    }
    try expect(marked, strictly: true, code, message)
  }

  private func expect(_ marked: String, strictly: Bool, _ code: String, _ message: String) throws {
    let text = MarkedText(marked).text
    guard case .null(let cause?) = try Surroundings.value(of: text, errorsPropagate: strictly) else {
      Issue.record("`\(text)` has a value")
      return
    }
    #expect(MarkedText.marking(cause.diagnostic.span, in: text) == marked)
    #expect(cause.diagnostic.code == code)
    #expect(cause.diagnostic.message[.en] == message)
    #expect(cause.diagnostic.message.zh?.isEmpty == false)
  }
}
