import Glibc
import Huimin
import TestSupport
import Testing

@testable import HuiminCommand

@Suite("huimin batch")
struct BatchCommandTests {
  static let policy = """
    policy: example.canteen
    title: { zh: 社区食堂助餐补贴, en: Canteen subsidy }
    in force: 2026-01-01..
    facts: { 年龄: years, 本市户籍: boolean, 餐费: money }
    decisions:
      补贴: { type: money, value: if 年龄 >= 65 and 本市户籍 and 餐费 >= 10 then 3 else 0 }
      谁付多少: { split: 餐费, among: { 政府: 补贴, 老人: the rest } }

    """
  static let people = """
    姓名,年龄,本市户籍,餐费
    "张三, 一组",70,是,12.50
    李四,45,否,9.99
    王五,,true,20
    赵六,八十,是,20
    钱七,66,是,-1

    """

  let folder = TemporaryFolder()

  private func path(_ name: String) -> String { "\(folder.path)/\(name)" }

  private func read(_ name: String) -> String? { Recorded.read(path(name)) }

  /// Writes policy and people into the folder and runs there.
  private func batch(_ words: String..., input: String = "", people: String = people) throws -> CommandRun {
    try folder.write(Self.policy, to: "canteen.yaml")
    try folder.write(people, to: "people.csv")
    let isDated = words.contains("--date-column")
    return CommandRun(["batch", path("canteen.yaml")] + (isDated ? [] : ["--on", "2026-03-01"]) + words, input: input)
      .replacing("\(folder.path)/", with: "")
  }

  @Test("writes results in order, says what became of the rest, and sums up", arguments: Language.allCases)
  func sumsUp(in language: Language) throws {
    let run = try batch(
      "--input", path("people.csv"), "--select", "姓名,outcome,status,open", "--lang", language.rawValue)
    #expect(run.code == 1)
    try Recorded.expect(
      "\(run.errors)\n\(run.output)", matches: "\(Checkout.tests)/CommandTests/Pages/batch-run.\(language.rawValue).txt"
    )
  }

  @Test("keeps the records that cannot be decided, with line and reason, to be decided again")
  func keepsRefusedRecords() throws {
    let run = try batch("--input", path("people.csv"), "--output", path("o.ndjson"), "--errors", path("e.ndjson"))
    #expect(run.code == 1)
    #expect(run.output == "")
    #expect(
      read("o.ndjson") == """
        {"line":2,"谁付多少":{"政府":3.00,"老人":9.50},"status":"decided","open":[]}
        {"line":3,"谁付多少":{"政府":0.00,"老人":9.99},"status":"decided","open":[]}
        {"line":4,"谁付多少":{"政府":null,"老人":null},"status":"undetermined","open":["年龄"]}

        """)
    let kept = try #require(read("e.ndjson")).split(separator: "\n").map(String.init)
    #expect(kept.count == 2)
    #expect(kept[0].hasPrefix("{\"line\":5,\"diagnostics\":[{\"code\":\"fact-type\""))
    #expect(kept[0].hasSuffix("\"record\":\"赵六,八十,是,20\"}"))
    #expect(!SourceFile.exists(path("o.ndjson.resume")))
  }

  @Test("reads a table or lines of JSON from standard input, by how they begin")
  func tellsTheForms() throws {
    let table = try batch("--select", "id,谁付多少.老人", input: "id,年龄,本市户籍,餐费\n1,70,是,12.5\n")
    #expect(table.output == "id,谁付多少.老人\n1,9.50\n")
    let lines = try batch(
      "--select", "id,谁付多少.老人,x",
      input: "{\"id\":01}\n{\"年龄\":70,\"本市户籍\":true,\"餐费\":12.5,\"id\":1.50,\"x\":[1, \"a\"]}\n")
    #expect(lines.output == "{\"id\":1.50,\"谁付多少.老人\":9.50,\"x\":[1, \"a\"]}\n")
    #expect(lines.errors.contains("error[json-syntax]: expected the end of the number, found `1`\n --> <stdin>:1:8\n"))
    let other = try batch("--select", "id,status", "--format", "csv", input: "{\"a\",id\n1,\"x, \"\"y\"\"\"\n")
    #expect(other.output == "")
    #expect(try batch(input: " [{\"年龄\": 1}]").errors.contains("error[not-a-record]: this is a JSON list"))
  }

  @Test("writes a byte order mark where the table that it reads has one")
  func keepsTheByteOrderMark() throws {
    let run = try batch("--select", "姓名", "--input", path("people.csv"), people: "\u{FEFF}姓名,年龄\n张三,1\n")
    #expect(run.output == "\u{FEFF}姓名\n张三\n")
  }

  @Test("decides each record for its own day, by the version in force on it")
  func decidesByDay() throws {
    let rows = "id,年龄,日期\n1,70,2026-02-01\n2,70,2025-12-31\n3,70,\n4,70,2026/2/1\n"
    let versions = """
      policy: example.versions
      title: Versions
      in force: FROM
      facts: { 年龄: years }
      decisions: { 补贴: { type: money, value: AMOUNT } }
      """
    try folder.write(
      versions.replacing("FROM", with: "2025-01-01..2025-12-31").replacing("AMOUNT", with: "1"), to: "old.yaml")
    try folder.write(versions.replacing("FROM", with: "2026-01-01..").replacing("AMOUNT", with: "2"), to: "new.yaml")
    let run = CommandRun(
      ["batch", "example.versions", "--policies", folder.path, "--date-column", "日期", "--select", "id,补贴"], input: rows)
    #expect(run.output == "id,补贴\n1,2.00\n2,1.00\n")
    #expect(run.errors.contains("error[no-record-date]: the record has no `日期`"))
    #expect(run.errors.contains("`日期` must be a date, not `2026/2/1`"))
    let known = CommandRun(
      [
        "batch", "example.versions", "--policies", folder.path, "--date-column", "日期", "--on", "2025-06-01", "--select",
        "id,补贴",
      ], input: rows)
    #expect(known.output == "id,补贴\n1,2.00\n2,1.00\n3,1.00\n")
  }

  @Test("takes overrides and reasons from records as `decide` does")
  func takesOverrides() throws {
    let text = Self.policy.replacing("补贴: { type: money,", with: "补贴: { type: money, override: { decided by: [局长] },")
    try folder.write(text, to: "override.yaml")
    let record = #"{"年龄":60,"本市户籍":true,"餐费":20,"overrides":{"补贴":{"value":5,"by":"局长","on":"2026-02-01"}}}"#
    let run = CommandRun(
      ["batch", path("override.yaml"), "--on", "2026-03-01", "--select", "补贴", "--explain", "--lang", "zh"],
      input: record + "\n")
    #expect(run.output.hasPrefix("{\"补贴\":5.00,\"reasons\":\""))
    #expect(run.output.contains("局长"))
  }

  @Test("stops at the record that is one too many", arguments: ["1", "2"])
  func stopsAtTooManyErrors(jobs: String) throws {
    let people = Self.people + String(repeating: "孙八,x,是,1\n", count: 100)
    let run = try batch("--input", path("people.csv"), "--max-errors", "5", "--jobs", jobs, people: people)
    #expect(run.code == 2)
    #expect(run.errors.contains("9 records: 2 decided, 1 not settled, 6 kept out\n"))
    #expect(run.errors.contains("error[too-many-errors]: stopped: more than 5 records were kept out"))
    #expect(try batch("--max-errors", "-1").code == 2)
  }

  @Test("gives the same with several threads")
  func givesTheSameWithThreads() throws {
    let rows = (1...8000).map { "n\($0),\($0 % 120),是,\($0 % 30).5\n" }.joined()
    let people = "姓名,年龄,本市户籍,餐费\n" + rows + "x,y,z,0\n" + rows
    let one = try batch("--input", path("people.csv"), "--jobs", "1", people: people)
    let four = try batch("--input", path("people.csv"), "--jobs", "4", people: people)
    #expect(one.output == four.output && one.errors == four.errors)
    #expect(one.output.split(separator: "\n").count == 16_001)
  }

  @Test(
    "refuses before the first record what cannot be meant",
    arguments: [
      (["--select", "姓名,补帖"], "did you mean `补贴`?"), (["--select", "补贴,补贴"], "`补贴` is selected twice"),
      (["--select", "谁付多少.老"], "write one of `政府`, `老人`"), (["--select", ","], "`--select` names nothing"),
      (["--strict"], "nothing asks for `姓名`"), (["--jobs", "0"], "`--jobs` needs a whole number from 1 on"),
      (["--date-column", "日期"], "there is no column `日期`"), (["--errors", "-"], "`--errors` needs a file"),
      (["--resume"], "`--resume` needs files"), (["--input", "nowhere.csv"], "there is no file `nowhere.csv`"),
    ])
  func refuses(words: [String], message: String) throws {
    try folder.write(Self.policy, to: "canteen.yaml")
    try folder.write(Self.people, to: "people.csv")
    let given = words.contains("--input") ? [] : ["--input", path("people.csv")]
    let run = CommandRun(["batch", path("canteen.yaml")] + given + words)
    #expect(run.code == 2)
    #expect(run.output == "")
    #expect(run.errors.contains(message), "\(run.errors)")
  }

  @Test("never writes over a file, least of all the input")
  func writesOverNothing() throws {
    let itself = try batch("--input", path("people.csv"), "--output", path("people.csv"))
    #expect(itself.code == 2)
    #expect(itself.errors.contains("error[file-exists]"))
    #expect(read("people.csv") == Self.people)
    let errors = try batch("--input", path("people.csv"), "--output", path("o.csv"), "--errors", path("people.csv"))
    #expect(errors.code == 2)
    #expect(read("people.csv") == Self.people)
    #expect(!SourceFile.exists(path("o.csv")) && !SourceFile.exists(path("o.csv.resume")))
  }

  @Test("a full disk is told, and a record in a form that is missing is asked for before it")
  func tellsOfAFullDisk() throws {
    let run = try batch("--input", path("people.csv"), "--output", "/dev/full")
    #expect(run.code == 2)
    #expect(run.errors.contains("error[not-written]: `/dev/full` could not be written: No space left on device\n"))
    let missing = try batch("--select", "nmae,补贴", input: "{\"name\":\"a\",\"年龄\":1}\n{\"name\":\"b\"}\n")
    #expect(missing.code == 2)
    #expect(missing.errors.contains("error[unknown-column]: `nmae` is no decision, no fact and no column of the input"))
  }

  @Test("warns of facts without a column")
  func warnsOfMissingColumns() throws {
    let run = try batch("--input", path("people.csv"), "--select", "姓名,status", people: "姓名,年纪\n张三,70\n")
    #expect(run.code == 0)
    #expect(
      run.errors.hasPrefix(
        "warning[missing-column]: no column for `年龄`, `本市户籍`, `餐费`: unknown in every record\n --> people.csv:1:1\n"))
    #expect(run.output == "姓名,status\n张三,undetermined\n")
  }
}
