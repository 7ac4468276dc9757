import Testing

@testable import FEEL

@Suite("The checker by example")
struct CheckerTests {
  static let scope = TypeScope([
    ("monthly income", .number(.yuan)), ("年收入", .number(.yuan)), ("age", .number(.years)),
    ("number of people", .number),
    ("price per meal", .number(Unit.yuan.divided(by: Unit(named: "meal")))), ("meals", .number(Unit(named: "meal"))),
    ("kind", .enumeration(Enumeration(name: "kind", members: ["低保", "特困", "low income"]))), ("born", .date),
    ("name", .string),
    ("disabled", .boolean), ("rates", .list(.number)), ("weight", .number(Unit(named: "kg"))),
    ("kinds", .list(.enumeration(Enumeration(name: "kind", members: ["低保", "特困", "low income"])))),
    ("people", .list(.context([.init("age", .number(.years)), .init("name", .string), .init("born", .date)]))),
    ("anything", .any),
    ("grade", .enumeration(Enumeration(name: "grade", members: ["A", "B"]))), ("at", .dateTime),
    ("waiting", .monthsDuration), ("低保", .boolean),
    ("staff", .list(.context([.init("post", .enumeration(Enumeration(name: "post", members: ["head", "nurse"])))]))),
    ("ward", .enumeration(Enumeration(name: "ward", members: ["east", "B"]))),
  ])

  private static func check(_ text: String) throws -> (Checker, Checker.Checked) {
    var checker = Checker()
    let checked = checker.check(try Parser.expression(text, known: scope.knownNames), in: scope)
    return (checker, checked)
  }

  @Test(
    "The type of what is right",
    arguments: [
      ("monthly income + 年收入", "money"), ("monthly income + 100", "money"), ("monthly income * 2", "money"),
      ("monthly income / number of people", "money"),
      ("monthly income / 年收入", "a number"), ("price per meal * meals", "money"),
      ("monthly income / meals", "a number of `yuan/meal`"), ("age * 2 + 1", "a number of years"),
      ("1 + 2", "a number"),
      ("-monthly income", "money"), ("monthly income > 5 and disabled", "a boolean"), ("kind = \"低保\"", "a boolean"),
      ("kind = 特困", "a boolean"), ("特困 = kind", "a boolean"), ("kind in (特困, low income)", "a boolean"),
      ("if age >= 60 then 100 else 0", "a number"), ("if disabled then monthly income else 0", "money"),
      ("if disabled then null else name", "a string"), ("if disabled then 1 else \"a\"", "any value"),
      ("people.age", "a list of a number of years"),
      ("people[age > 10]", "a list of a context"), ("people[1].name", "a string"),
      ("people[name = \"甲\"].born", "a list of a date"), ("sum(people.age)", "a number of years"),
      ("max(monthly income, 年收入)", "money"), ("count(people)", "a number"),
      ("for p in people return p.age * 2", "a list of a number of years"),
      ("some p in people satisfies p.age > 60", "a boolean"), ("for i in 1..3 return i", "a list of a number"),
      ("born + @\"P1Y\"", "a date"), ("at - born", "a duration of days and time"),
      ("born + duration(\"P1M\")", "a date"), ("duration(\"P1DT1H\")", "a duration of days and time"),
      ("born + anything", "a date"), ("is(value1: born)", "a boolean"),
      ("years and months duration(born, @\"2025-12-22\").years >= age", "a boolean"),
      ("waiting * 2", "a duration of years and months"), ("waiting / waiting", "a number"),
      ("\"a\" + name", "a string"), ("[1..5]", "a range"), ("5 in [1..5]", "a boolean"),
      ("{a: 1, b: a + 1}.b", "a number"), ("function(x: number) x + 1", "a function"),
      ("(function(x: number) x + 1)(2)", "a number"), ("anything.whatever + 1", "a number"),
      ("anything > 5", "a boolean"), ("substring(name, 1)", "a string"), ("born.year", "a number"),
      ("decimal(monthly income, 2)", "money"), ("name instance of string", "a boolean"),
      ("date and time(\"2025-12-22T00:00:00\")", "a date and time"), ("rates[-1]", "a number"),
      ("kind = null", "a boolean"), ("list contains(kinds, \"低保\")", "a boolean"),
      ("{kind 1: kind}.kind 1", "one of `低保`, `特困`, `low income`"),
      ("[head, nurse]", "a list of one of `head`, `nurse`"), ("[head, east]", "a list of a string"),
      ("[head, nurse][not(list contains(staff.post, item))]", "a list of one of `head`, `nurse`"),
      ("every p in [head, nurse] satisfies list contains(staff.post, p)", "a boolean"),
      ("list contains([head], nurse)", "a boolean"), ("count([east, head])", "a number"),
      ("[低保]", "a list of a boolean"),
    ])
  func type(text: String, type: String) throws {
    let (checker, checked) = try Self.check(text)
    #expect(checker.diagnostics.map { $0.message[.en] } == [])
    #expect(checked.type.wording[.en] == type)
  }

  @Test(
    "A member of an enumeration written bare becomes a string",
    arguments: [
      ("kind = 特困", "kind = \"特困\""), ("low income != kind", "\"low income\" != kind"),
      ("kind in (特困, low income)", "kind in (\"特困\", \"low income\")"),
      ("if kind = 特困 then A else B", "if kind = \"特困\" then A else B"),
    ])
  func members(text: String, printed: String) throws {
    #expect(try Self.check(text).1.expression.feelText == printed)
  }

  @Test("A member where one is wanted", arguments: [("if disabled then A else B", "if disabled then \"A\" else \"B\"")])
  func expected(text: String, printed: String) throws {
    var checker = Checker()
    let wanted = FeelType.enumeration(Enumeration(name: "grade", members: ["A", "B"]))
    let checked = checker.check(try Parser.expression(text), in: Self.scope, expecting: wanted)
    #expect(checker.diagnostics.isEmpty)
    #expect(checked.expression.feelText == printed)
    #expect(checked.type == wanted)
  }

  static let mistakes: [(String, String, String, String?)] = [
    ("«monthly incom» > 1", "unknown-name", "unknown name `monthly incom`", "did you mean `monthly income`?"),
    ("«xyz» + 1", "unknown-name", "unknown name `xyz`", nil),
    (
      "«age 在 60 和 79 之间»", "unknown-name", "unknown name `age 在 60 和 79 之间`",
      "after `age` an operator is missing"
    ),
    (
      "«monthly income + age»", "unit-mismatch", "money cannot be added to a number of years",
      "both sides must count the same thing"
    ),
    (
      "«age - weight»", "unit-mismatch", "a number of years cannot be subtracted from, or by, a number of `kg`",
      "both sides must count the same thing"
    ),
    (
      "«monthly income > age»", "unit-mismatch", "money cannot be compared with a number of years",
      "both sides must count the same thing"
    ),
    (
      "«monthly income + number of people»", "unit-mismatch", "money cannot be added to a number",
      "both sides must count the same thing"
    ),
    ("«monthly income * 年收入»", "unit-mismatch", "money cannot be multiplied by money", nil),
    ("«age + \"a\"»", "operand-type", "`+` does not apply to a number of years and a string", nil),
    ("«disabled + anything»", "operand-type", "`+` does not apply to a boolean", nil),
    ("«kind = 1»", "never-comparable", "one of `低保`, `特困`, `low income` can never be compared with a number", nil),
    ("kind = «特团»", "not-a-member", "`特团` is not a member of `kind`", "did you mean `特困`?"),
    ("kind = «\"高保\"»", "not-a-member", "`高保` is not a member of `kind`", "did you mean `低保`?"),
    (
      "kind = «unheard of»", "not-a-member", "`unheard of` is not a member of `kind`",
      "write one of `低保`, `特困`, `low income`"
    ),
    (
      "kind = «低保»", "ambiguous-name", "`低保` is a member of `kind` and also the name of something else",
      "put the member in double quotes: `\"低保\"`"
    ),
    ("kind in (特困, «高保»)", "not-a-member", "`高保` is not a member of `kind`", "did you mean `低保`?"),
    (
      "«kind = grade»", "never-comparable",
      "one of `低保`, `特困`, `low income` can never be compared with one of `A`, `B`", nil
    ), ("«disabled > true»", "not-ordered", "a boolean has no order: neither is less than the other", nil),
    (
      "«kind < \"低保\"»", "not-ordered", "one of `低保`, `特困`, `low income` has no order: neither is less than the other",
      nil
    ), ("if «age» then 1 else 2", "condition-type", "a condition is true or false, not a number of years", nil),
    (
      "«if disabled then monthly income else age»", "unit-mismatch", "one branch is money, the other a number of years",
      nil
    ),
    ("disabled and «name»", "condition-type", "a condition is true or false, not a string", nil),
    ("«name < 5»", "never-comparable", "a string can never be compared with a number", nil),
    ("«born < \"2025-01-01\"»", "never-comparable", "a date can never be compared with a string", nil),
    ("«age + null»", "null-operand", "`+` with null never has a value", nil),
    ("«-null»", "null-operand", "`-` with null never has a value", nil),
    ("«null < age»", "null-operand", "null is neither less nor more than anything", nil),
    ("floor(«null»)", "null-argument", "expected a number as `n` of `floor`, found null", nil),
    ("max(age, «name», 1)", "never-comparable", "a number of years can never be compared with a string", nil),
    ("min(«disabled», true)", "not-ordered", "a boolean has no order: neither is less than the other", nil),
    ("max(«people»)", "not-ordered", "a context has no order: neither is less than the other", nil),
    ("«-name»", "operand-type", "`-` cannot negate a string", nil),
    ("«age between 1 and name»", "never-comparable", "a number of years can never be compared with a string", nil),
    ("«[1..\"a\"]»", "never-comparable", "a number can never be compared with a string", nil),
    ("age in («\"a\"», 5)", "never-comparable", "a number of years can never be compared with a string", nil),
    (
      "age in («> 100 * 年收入»)", "unit-mismatch", "a number of years cannot be compared with money",
      "both sides must count the same thing"
    ),
    ("people[«nam» = \"a\"]", "unknown-name", "unknown name `nam`", "did you mean `name`?"),
    ("people[«name»]", "condition-type", "a condition is true or false, not a string", nil),
    (
      "some p in people satisfies «p.age»", "condition-type", "a condition is true or false, not a number of years", nil
    ), ("for p in people return «q».age", "unknown-name", "unknown name `q`", nil),
    (
      "substring(«age», 1)", "argument-type", "expected a string as `string` of `substring`, found a number of years",
      nil
    ),
    (
      "«substring(name)»", "argument-count", "`substring` does not take 1 argument",
      "write `substring(string, start position, length)`"
    ),
    (
      "substring(string: name, «start positon»: 1)", "unknown-argument",
      "`substring` has no parameter `start positon`", "did you mean `start position`?"
    ),
    ("«age»(1)", "not-a-function", "a number of years cannot be called", nil),
    (
      "«@\"x\"»", "bad-literal", "`x` is not a date, time or duration",
      "write `@\"2025-12-22\"`, `@\"13:00:00\"` or `@\"P1M\"`"
    ), ("{a: 1, «a»: 2}", "duplicate-key", "the entry `a` stands twice", nil),
    ("«name instance of money»", "unknown-type", "`money` is no type", nil),
    ("«name instance of list»", "unknown-type", "`list` is no type", "say what is in it: `list<Any>`"),
    ("function(a, «a») a", "duplicate-parameter", "the parameter `a` stands twice", nil),
    ("(function(«a»: money) a)(1)", "unknown-type", "`money` is no type", nil),
    (
      "substring(string: name, «string»: name, start position: 1)", "duplicate-argument",
      "the argument `string` stands twice", nil
    ),
    ("«(function(x) x)(1, 2)»", "argument-count", "this function takes 1 arguments, not 2", nil),
    ("(function(x: string) x)(«1»)", "argument-type", "expected a string, found a number", nil),
    ("«born - name»", "operand-type", "`-` does not apply to a date and a string", nil),
    ("sum(«name»)", "argument-type", "expected a list of a number as `list` of `sum`, found a string", nil),
    ("born.«yaer»", "no-member", "a date has no `yaer`", "did you mean `year`?"),
    ("age.«year»", "no-member", "a number of years has no `year`", nil),
    ("«not disabled»", "unknown-name", "unknown name `not disabled`", "write `not(disabled …)`: `not` is a function"),
    ("not(«age»)", "argument-type", "expected a boolean as `negand` of `not`, found a number of years", nil),
    (
      "day of week(«name»)", "argument-type",
      "expected a date or a date and time as `date` of `day of week`, found a string", nil
    ),
  ]

  @Test("What is wrong is found, with its place and a way out", arguments: mistakes)
  func mistake(marked: String, code: String, message: String, help: String?) throws {
    let text = MarkedText(marked).text
    let found = try Self.check(text).0.diagnostics
    #expect(found.count == 1)
    let first = try #require(found.first)
    #expect(MarkedText.marking(first.span, in: text) == marked)
    #expect(first.code == code)
    #expect(first.message[.en] == message)
    #expect(first.help?[.en] == help)
    #expect(first.message.zh?.isEmpty == false && (first.help == nil || first.help?.zh?.isEmpty == false))
  }

  @Test(
    "Cells are checked against their input",
    arguments: [
      ("特困, low income", "kind", ""), ("«高保»", "kind", "not-a-member"), ("«\"a\"»", "age", "never-comparable"),
      ("«[\"a\"..\"b\"]»", "age", "never-comparable"), ("? > 5", "age", ""), ("count(?) > 1", "people", ""),
      ("-", "people", ""), ("not(特困)", "kind", ""), ("«> 5»", "kind", "never-comparable"), ("null", "age", ""),
      ("5, «name»", "age", "never-comparable"), ("«= name»", "age", "never-comparable"),
      ("> 年收入 * 2", "monthly income", ""), ("«> age»", "monthly income", "unit-mismatch"),
    ])
  func cell(marked: String, input: String, code: String) throws {
    let text = MarkedText(marked).text
    let type = try #require(Self.scope.variables[input])
    var checker = Checker()
    _ = checker.check(try Parser.unaryTests(text, known: Self.scope.knownNames), inputType: type, in: Self.scope)
    #expect(checker.diagnostics.map(\.code) == (code.isEmpty ? [] : [code]))
    if let span = checker.diagnostics.first?.span { #expect(MarkedText.marking(span, in: text) == marked) }
  }
}
