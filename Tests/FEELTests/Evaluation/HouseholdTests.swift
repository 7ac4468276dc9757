import Testing

@testable import FEEL

/// FEEL over what policies are about: a household with its members, incomes and what is not known of them.
@Suite("A household in FEEL")
struct HouseholdTests {
  static let members = """
    [{name: "王建国", age: 46, income: 3500.50, relation: "self", student: false},
     {name: "李梅", age: 44, income: 2800.25, relation: "spouse", student: false},
     {name: "王小明", age: 17, income: 0, relation: "child", student: true},
     {name: "王奶奶", age: 81, income: 180.25, relation: "parent", student: false},
     {name: "王小红", age: 9, income: null, relation: "child", student: true}]
    """

  private func value(of text: String, errorsPropagate: Bool = false) throws -> Value {
    let names = KnownNames(["name", "age", "income", "relation", "student", "low income line", "missing"])
    let household = Run().evaluate(try Parser.expression(Self.members, known: names), in: Environment())
    let environment = Environment(["members": household, "low income line": .number(1510)])
    return Run(errorsPropagate: errorsPropagate).evaluate(try Parser.expression(text, known: names), in: environment)
  }

  @Test(
    "Counts, sums and extremes",
    arguments: [
      ("count(members)", "5"), ("count(members[age < 18])", "2"), ("sum(members[income != null].income)", "6481.00"),
      ("decimal(sum(members[income != null].income) / count(members), 2)", "1296.20"),
      ("max(members.age)", "81"), ("min(members.age)", "9"), ("median(members.age)", "44"),
      ("mean(members[age >= 18].income)", "2160.333333333333333333333333333333"),
      ("members[age = max(members.age)].name", "[\"王奶奶\"]"), ("members[-1].name", "\"王小红\""),
      ("sum(for m in members return if m.income = null then 0 else m.income)", "6481.00"),
      ("sum(for m in members return if m.student then 0.7 else if m.age >= 80 then 1.1 else 1)", "4.5"),
      ("sort(members, function(a, b) a.age < b.age).name[1]", "\"王小红\""),
      ("distinct values(members.relation)", "[\"self\", \"spouse\", \"child\", \"parent\"]"),
      ("string join(members[relation = \"child\"].name, \"、\")", "\"王小明、王小红\""),
      ("count(members[age >= 60 and relation in (\"parent\", \"self\")])", "1"),
      (
        "for m in members return partial",
        "[[], [[]], [[], [[]]], [[], [[]], [[], [[]]]], [[], [[]], [[], [[]]], [[], [[]], [[], [[]]]]]]"
      ),
      ("mode(members.age)", "[9, 17, 44, 46, 81]"), ("product([1.05, 1.10])", "1.1550"),
    ])
  func aggregates(text: String, result: String) throws {
    #expect(try value(of: text).feelText == result)
  }

  @Test(
    "Some and every",
    arguments: [
      ("some m in members satisfies m.age >= 80", "true"), ("every m in members satisfies m.age > 8", "true"),
      ("every m in members satisfies m.income > 0", "false"),
      ("some a in members, b in members satisfies a.age - b.age > 70", "true"),
      ("every m in members[relation = \"child\"] satisfies m.student", "true"),
      ("some m in [] satisfies m.age > 1", "false"), ("every m in [] satisfies m.age > 1", "true"),
      ("every m in members[age > 200] satisfies false", "true"),
    ])
  func quantifiers(text: String, result: String) throws {
    #expect(try value(of: text).feelText == result)
  }

  @Test(
    "What is missing is null where nobody reads it as more, and an error where it is counted with",
    arguments: [
      ("members[5].income", "null", nil), ("members[1].missing", "null", nil), ("members[9]", "null", nil),
      ("members[5].income = null", "true", nil), ("members[1].missing = null", "true", nil),
      ("members.missing", "[null, null, null, null, null]", nil), ("count(members.income)", "5", nil),
      ("sum(members.income)", "null", "argument-type"), ("members[5].income + 1", "null", "null-operand"),
      ("members[5].income > 0", "null", "null-operand"), ("max(members.income)", "null", "argument-type"),
      ("members[income > 0].name", "[\"王建国\", \"李梅\", \"王奶奶\"]", nil), ("sum([])", "null", nil),
      ("members[1].name.first", "null", "no-member"), ("members[1].income + members[1].name", "null", "operand-type"),
    ])
  func missing(text: String, result: String, code: String?) throws {
    let value = try value(of: text)
    #expect(value.feelText == result)
    if case .null(let cause) = value { #expect(cause?.diagnostic.code == code) } else { #expect(code == nil) }
  }

  @Test(
    "Where errors propagate, none of these is a silent no",
    arguments: [
      "members[income > 0].name", "some m in members satisfies m.income > 99999",
      "if members[5].income > 100 then 1 else 2", "members[5].income = 5", "some m in members satisfies m.missing",
    ])
  func strict(text: String) throws {
    guard case .null(.some) = try value(of: text, errorsPropagate: true) else {
      Issue.record("`\(text)` is \(try value(of: text, errorsPropagate: true).feelText)")
      return
    }
  }

  @Test(
    "Exact halves are rounded as the function says, on both sides of zero",
    arguments: [
      ("decimal", ["2", "4", "-2", "-4", "0", "0"]), ("round half up", ["3", "4", "-3", "-4", "1", "-1"]),
      ("round half down", ["2", "3", "-2", "-3", "0", "0"]), ("round up", ["3", "4", "-3", "-4", "1", "-1"]),
      ("round down", ["2", "3", "-2", "-3", "0", "0"]), ("floor", ["2", "3", "-3", "-4", "0", "-1"]),
      ("ceiling", ["3", "4", "-2", "-3", "1", "0"]),
    ])
  func halves(function: String, results: [String]) throws {
    for (number, result) in zip(["2.5", "3.5", "-2.5", "-3.5", "0.5", "-0.5"], results) {
      #expect(try value(of: "\(function)(\(number), 0)").feelText == result, "\(function)(\(number), 0)")
      // The same a place further on, and where no double could hold the half.
      let further = "\(function)(\(number) * 1e-20, 20) * 1e20"
      #expect(try value(of: "\(further) = \(result)").feelText == "true", "\(further)")
    }
  }
}
