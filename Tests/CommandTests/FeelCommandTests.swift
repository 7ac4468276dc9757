import Huimin
import Testing

@testable import HuiminCommand

@Suite("huimin feel")
struct FeelCommandTests {
  @Test(arguments: [
    ("0.1 + 0.2", "0.3"), ("1.10", "1.10"), ("1/3", "0.3333333333333333333333333333333333"),
    ("\"惠\" + \"民\"", "\"惠民\""),
    ("[1, 2, 3][item > 1]", "[2, 3]"), ("@\"2026-01-31\" + @\"P1M\"", "@\"2026-02-28\""),
    ("{a: 1, b: a + 1}", "{a: 1, b: 2}"),
    ("null", "null"), ("string length(\"𠮷野\")", "2"),
  ])
  func evaluatesOneExpression(expression: String, value: String) {
    let run = CommandRun("feel", expression)
    #expect(run.code == 0)
    #expect(run.errors == "")
    #expect(run.output == value + "\n")
  }

  @Test func saysWhyAValueIsNull() {
    let run = CommandRun("feel", "1 / 0")
    #expect(run.code == 0)
    #expect(run.output == "null\n")
    #expect(run.errors.contains("error[division-by-zero]: division by zero\n --> expression:1:1"))
  }

  @Test func saysWhatAPolicyWouldSayOfANullThatTheStandardAllows() {
    let run = CommandRun("feel", "true and \"true\"")
    #expect(run.output == "null\n")
    #expect(
      run.errors.contains("warning[operand-type]: `and` and `or` join conditions, not a string\n --> expression:1:10"))
    #expect(run.errors.contains("help: null by the standard; an error in a policy"))
    let misspelt = CommandRun("feel", "members[agee > 60]", "--context", "{members: [{age: 70}]}")
    #expect(misspelt.output == "[]\n")
    #expect(misspelt.errors.contains("warning[unknown-name]: unknown name `agee`\n --> expression:1:9"))
    #expect(misspelt.errors.contains("did you mean `age`?"))
    #expect(CommandRun("feel", "[{a: 1}, {b: 2}][a = 1]").output == "[{a: 1}]\n")
    let answer = CommandRun("feel", "--ndjson", input: "{\"id\": 1, \"expr\": \"[1, 2][3]\"}\n")
    #expect(answer.output == "{\"id\":1,\"value\":{\"type\":\"null\"},\"diagnostics\":[]}\n")
  }

  @Test(
    "What the standard passes over is told to people",
    arguments: [
      (
        "if born < @\"2000-01-01\" then 1 else 2", "2", "warning[operand-type]: `<` cannot compare a string with a date"
      ),
      ("if \"83\" >= 80 then 3 else 0", "0", "help: leave the quotes out, or write `number(\"83\")`"),
      ("sum([])", "null", "warning[null-value]: this is null without an error"),
      ("members[1].incom", "null", "help: did you mean `income`?"),
      ("sum(members.incom)", "null", "warning[no-member]: a context has no `incom`"),
      ("2026-01-15 + @\"P60D\"", "null", "help: write `@\"2026-01-15\"`"),
      ("60 <= age < 80", "null", "help: write `x in [60..65]`, or join two with `and`"),
      ("agee >= 80", "null", "help: did you mean `age`?"), ("not poor", "null", "`not` is a function"),
    ])
  func tellsPeople(expression: String, value: String, remark: String) {
    let context = "{age: 83, poor: true, born: \"1943-05-01\", members: [{income: 5}]}"
    let run = CommandRun("feel", expression, "--context", context)
    #expect(run.output == value + "\n")
    #expect(run.errors.contains(remark))
    // No place is told of twice with the same advice.
    let helps = run.errors.split(separator: "\n").filter { $0.hasPrefix("  help:") }
    #expect(Set(helps).count == helps.count)
  }

  @Test func takesDaysOfYAMLForDates() {
    let files = ["r.yaml": "notice: 2026-01-15\ntext: \"2026-01-15\""]
    #expect(
      CommandRun("feel", "notice + @\"P60D\"", "--context", "r.yaml", files: files).output == "@\"2026-03-16\"\n")
    #expect(CommandRun("feel", "date(text) = notice", "--context", "r.yaml", files: files).output == "true\n")
  }

  @Test func answersAsAPolicyWouldWhereAskedTo() {
    #expect(CommandRun("feel", "if \"a\" > 1 then 1 else 2").output == "2\n")
    let strict = CommandRun("feel", "if \"a\" > 1 then 1 else 2", "--strict")
    #expect(strict.output == "null\n")
    #expect(strict.errors.contains("error[operand-type]"))
  }

  @Test(
    "Requests have the names of policies, a day and strictness of their own, and answers have help",
    arguments: [
      (
        #""expr": "周岁(@\"1943-05-01\", 判定日期)", "on": "2026-05-01""#,
        #""value":{"type":"number","value":"83"},"diagnostics":[]"#
      ),
      (#""expr": "today()", "on": "2026-05-01""#, #""value":{"type":"date","value":"2026-05-01"},"diagnostics":[]"#),
      (
        #""expr": "if \"a\" > 1 then 1 else 2", "strict": true"#,
        #""value":{"type":"null"},"diagnostics":[{"code":"operand-type""#
      ),
      (#""expr": "if \"a\" > 1 then 1 else 2""#, #""value":{"type":"number","value":"2"},"diagnostics":[]"#),
      (
        #""expr": "kind = poor", "context": {"kind": "poor"}"#,
        #""code":"unknown-name","message":"unknown name `poor`","start":7,"end":11,"help":"put text in double quotes"#
      ),
      (#""expr": "[{x: 1}][y > 1]""#, #""value":{"type":"list","items":[]},"diagnostics":[]"#),
      (#""expr": "1", "on": "tomorrow""#, "`on` must be a day"),
      (#""expr": "1", "strict": 2"#, "`strict` must be true or false"),
    ])
  func answers(request: String, answer: String) {
    let run = CommandRun("feel", "--ndjson", input: "{\"id\": 1, \(request)}\n")
    #expect(run.output.contains(answer), "\(run.output)")
  }

  @Test func readsNoExpressionBesideRequests() {
    let run = CommandRun("feel", "2 + 2", "--ndjson", input: "")
    #expect(run.code == 2)
    #expect(run.errors.contains("requests come from standard input: `huimin feel --ndjson < FILE`"))
  }

  @Test func refusesWhatIsNoExpression() {
    let run = CommandRun("feel", "1 +")
    #expect(run.code == 2)
    #expect(run.output == "")
    #expect(run.errors.contains("the expression ends where a value is expected"))
  }

  @Test func seesAContext() {
    #expect(CommandRun("feel", "年龄 >= 80", "--context", "{年龄: 83}").output == "true\n")
    #expect(
      CommandRun("feel", "list price * 2", "--context", "c.yaml", files: ["c.yaml": "list price: 1.50"]).output
        == "3.00\n")
    #expect(CommandRun("feel", "a.b c", "--context", "-", input: "{\"a\": {\"b c\": 7}}").output == "7\n")
  }

  @Test func takesTodayFromTheUserOrElseFromTheMachine() {
    #expect(CommandRun("feel", "today()", "--on", "2026-03-01").output == "@\"2026-03-01\"\n")
    #expect(CommandRun("feel", "today() = decision date and today() > @\"2026-01-01\"").output == "true\n")
  }

  @Test func answersALineARequest() {
    let input = """
      {"id": 1, "expr": "sum(xs)", "context": {"xs": [1.10, 2]}}
      {"id": "b", "expr": "1 / 0"}

      {"id": 3, "expr": "[1]", "type": "number"}
      {"id": 4, "expr": "date(\\"2026-01-02\\")"}
      not json
      {"id": 6, "expr": "x + 1", "context": {"x": null}}

      """
    let run = CommandRun("feel", "--ndjson", input: input)
    let lines = run.output.split(separator: "\n")
    #expect(lines.count == 6)
    #expect(lines[0] == #"{"id":1,"value":{"type":"number","value":"3.10"},"diagnostics":[]}"#)
    #expect(
      lines[1]
        == #"{"id":"b","value":{"type":"null"},"diagnostics":[{"code":"division-by-zero","message":"division by zero","start":0,"end":5,"help":"test the divisor first: `if n = 0 then … else … / n`"}]}"#
    )
    #expect(lines[2] == #"{"id":3,"value":{"type":"number","value":"1"},"diagnostics":[]}"#)
    #expect(lines[3] == #"{"id":4,"value":{"type":"date","value":"2026-01-02"},"diagnostics":[]}"#)
    #expect(lines[4].contains("json-syntax"))
    #expect(lines[5].contains("null-operand"))
    #expect(run.code == 2)
  }

  @Test(
    "A value that is not of the type asked for is null with the part that does not fit",
    arguments: [
      (
        #""expr": "{a: 1, b: \"x\"}", "type": "context<a: number, b: number>""#,
        "the entry `b`: a string is not a number"
      ),
      (#""expr": "{a: 1}", "type": "context<a: number, b: number>""#, "the entry `b` is missing"),
      (#""expr": "[1, \"x\"]", "type": "list<number>""#, "item 2: a string is not a number"),
      (#""expr": "[1..2]", "type": "range<date>""#, "an end of the range: a number is not a date"),
      (#""expr": "1", "type": "date""#, "a number is not a date"), (#""expr": 5"#, "a request needs a string `expr`"),
      (#""expr": "1", "type": "money""#, "`type` is no FEEL type"),
    ])
  func saysWhatDoesNotFit(request: String, message: String) {
    let run = CommandRun("feel", "--ndjson", input: "{\"id\": \"r1\", \(request)}\n")
    #expect(run.output.hasPrefix("{\"id\":\"r1\",\"value\":{\"type\":\"null\"}"))
    #expect(run.output.contains("\"message\":\"\(message)\""))
  }

  @Test func keepsValuesAtThePrompt() {
    let run = CommandRun("feel", input: ":let 价格 = 20\n价格 * 0.85\n:nothing\n1 +\n:quit\n", isInteractive: true)
    #expect(run.code == 0)
    #expect(run.output.contains("feel> 价格 = 20\n"))
    #expect(run.output.contains("feel> 17.00\n"))
    #expect(run.errors.contains("`:nothing` is no command here"))
  }

  @Test func goesOnInTheNextLine() {
    let run = CommandRun("feel", input: "[1,\n2,\n))\n1 +\n\n2\n", isInteractive: true)
    #expect(run.output.contains("\nfeel>   ...   ... feel>   ... feel> 2\n"))
    #expect(run.errors.contains("--> expression:3:1\n  |\n3 | ))\n  | ^\n"))
    #expect(run.errors.contains("--> expression:1:4\n"))
    #expect(run.output.hasSuffix("feel> 2\nfeel> \n"))
    // Lines that no person writes stand for themselves.
    #expect(CommandRun("feel", input: "[1,\n2]\n3\n").output == "3\n")
  }

  @Test func tellsNamesAndTypes() {
    let run = CommandRun(
      "feel", "--context", "{年龄: 83, 名单: [\"\(String(repeating: "甲", count: 90))\"]}",
      input: ":names\n:type 年龄 > 80\n:type\n:load c.yaml\nlist price\n:load none.yaml\n:lte a = 1\n:help\n",
      files: ["c.yaml": "list price: 1.50"])
    #expect(run.output.hasPrefix("年龄 = 83\n名单 = [\"甲"))
    #expect(run.output.split(separator: "\n").allSatisfy { TextWidth.of($0) <= 120 })
    #expect(
      run.output.contains("判定日期 = @\"2026-01-15\"\n周岁 = function(出生日期, 日期)\nboolean\nlist price = 1.50\n1.50\n:let"))
    #expect(run.errors.contains("write `:type EXPR`"))
    #expect(run.errors.contains("there is no file `none.yaml`"))
    #expect(run.errors.contains("did you mean `:let`?"))
  }
}
