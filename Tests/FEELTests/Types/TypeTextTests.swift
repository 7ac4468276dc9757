import Testing

@testable import FEEL

@Suite("Types as text")
struct TypeTextTests {
  @Test(
    "The type of a value reads back",
    arguments: [
      ("null", "Null"), ("true", "boolean"), ("1", "number"), ("\"a\"", "string"), ("@\"2026-01-15\"", "date"),
      ("@\"10:00:00\"", "time"), ("@\"2026-01-15T10:00:00\"", "date and time"),
      ("@\"P1Y\"", "years and months duration"), ("@\"P1D\"", "days and time duration"), ("[]", "list<Any>"),
      ("[1, \"a\"]", "list<Any>"), ("[1, null]", "list<number>"), ("[1..2]", "range<number>"), ("{}", "context<>"),
      ("[{name: \"a\", age: 1}, {name: \"b\", age: 2}]", "list<context<name: string, age: number>>"),
      ("{birth date: @\"1943-05-01\", 子女: [[1]]}", "context<birth date: date, 子女: list<list<number>>>"),
      ("function(a: date, b) a", "function<date, Any> -> Any"), ("function() 1", "function<> -> Any"),
    ])
  func type(of text: String, is written: String) throws {
    let type = FeelType(of: Run().evaluate(try Parser.expression(text), in: Environment()))
    #expect(type.feelText == written)
    guard case .instanceOf(_, let back) = try Parser.expression("x instance of \(written)").kind else {
      Issue.record("`\(written)` is not read as a type")
      return
    }
    #expect(FeelType(back) == type)
  }

  @Test func leavesOutWhatFeelDoesNotKnow() {
    #expect(FeelType.list(.number(.yuan)).feelText == "list<number>")
    #expect(FeelType.enumeration(Enumeration(name: "户籍", members: ["上海"])).feelText == "string")
  }
}
