import Huimin
import TestSupport
import Testing

@testable import HuiminCommand

@Suite("huimin decide")
struct DecideCommandTests {
  static let putuo = "Policies/meal-assistance/putuo.yaml"
  static let diner = "Policies/meal-assistance/examples/diner-83.yaml"

  @Test func showsWhoPaysWhatAndWhy() {
    let run = CommandRun("decide", Self.putuo, "--facts", Self.diner, "--on", "2026-01-15", "--lang", "zh")
    #expect(run.code == 0)
    #expect(run.errors == "")
    #expect(run.output.contains("政府       3.00元"))
    #expect(run.output.contains("老人      14.00元"))
    #expect(run.output.contains("按标价的八五折付款"))
    #expect(run.output.contains("《甘泉路街道关于普陀区老年助餐政策升级的通知》"))
  }

  @Test func findsAPolicyByItsID() {
    let run = CommandRun(
      "decide", "cn.shanghai.putuo.meal-assistance", "--policies", "Policies", "--facts", Self.diner)
    #expect(run.code == 0)
    #expect(run.output.contains("government   3.00 yuan"))
  }

  @Test func readsTheRecordFromStandardInput() {
    let run = CommandRun(
      "decide", Self.putuo, "--facts", "-", input: "{\"age\": 45, \"list price\": 20, \"Putuo resident\": true}")
    #expect(run.code == 0)
    #expect(run.output.contains("diner       20.00 yuan"))
  }

  @Test func asksOnlyWhatStillMatters() {
    let run = CommandRun("decide", Self.putuo, "--facts", Self.diner, "--set", "hukou=null", "--set", "dibao=null")
    #expect(run.code == 0)
    #expect(run.output.contains("Outcome: not settled yet"))
    #expect(run.output.contains("? Where is the diner's hukou?  hukou"))
    #expect(!run.output.contains("? How old"))
  }

  @Test func writesAReceiptThatReadsBackAsJSON() throws {
    let words = ["decide", Self.putuo, "--facts", Self.diner, "--on", "2026-01-15", "--format", "json"]
    let run = CommandRun(words)
    let receipt = try Document.read(Array(run.output.utf8), file: "receipt.json").root
    #expect(receipt["status"]?.text == "decided")
    #expect(receipt["date"]?.text == "2026-01-15")
    #expect(receipt["policy"]?["sha256"]?.text?.count == 64)
    #expect(receipt["outcome"]?["shares"]?["government"]?["amount"]?.text == "3.00")
    let again = CommandRun(words)
    #expect(again.output == run.output)
  }

  @Test("the exit code is 1 for a refusal only where that is asked for")
  func exitCode() {
    let bakers = "Policies/social-organisations/examples/bakers.yaml"
    let policy = "Policies/social-organisations/direct-registration.yaml"
    #expect(CommandRun("decide", policy, "--facts", bakers).code == 0)
    #expect(CommandRun("decide", Self.putuo, "--exit-code").code == 1)
    #expect(CommandRun("decide", Self.putuo, "--facts", Self.diner, "--exit-code").code == 0)
  }

  // MARK: Bad input

  /// A record with a mistake, and the code, the place and a part of what is said of it.
  static let badRecords: [(record: String, code: String, place: String, words: String)] = [
    (
      "age: seventy", "fact-type", "1:6",
      "`age` must be a whole number of years, not `seventy`".replacing("a whole", with: "a whole")
    ),
    ("agee: 70", "unknown-fact", "1:1", "did you mean `age`?"),
    ("年龄: 70", "unknown-fact", "1:1", "write its name: `age`"),
    ("age: 70.5", "fact-type", "1:6", "`age` is 70.5, not a whole number"),
    ("age: -1", "fact-type", "1:6", "cannot be negative"),
    ("age: 200", "fact-range", "1:6", "outside its range `[0..130]`"),
    ("list price: 20元", "fact-type", "1:13", "write the digits alone: `20`"),
    ("list price: 20.005", "fact-type", "1:13", "at most two decimals"),
    ("list price: 1e3", "fact-range", "1:13", "outside its range"),
    ("dibao: yes", "fact-type", "1:8", "write `true` or `false`"),
    ("hukou: Shangai", "fact-type", "1:8", "did you mean `Shanghai`?"),
    ("age: [70]", "fact-type", "1:6", "not a list"),
    ("- age: 70", "not-a-record", "1:1", "a record must be `fact: value` pairs"),
    ("age: 70\nage: 80", "duplicate-key", "2:1", "stands twice"),
    ("", "empty-document", "1:1", "the document is empty"),
    ("age: \"70\"", "fact-type", "1:6", "write the number without quotes: `70`"),
    ("{\"age\": 70,}", "json-syntax", "1:11", "remove the last comma"),
    ("age: 70\n\tdibao: true", "yaml-syntax", "2:1", "indent with spaces"),
  ]

  @Test(arguments: badRecords)
  func saysWhatIsWrongInARecord(_ bad: (record: String, code: String, place: String, words: String)) {
    let run = CommandRun("decide", Self.putuo, "--facts", "-", input: bad.record)
    #expect(run.code == 2)
    #expect(run.output == "")
    #expect(run.errors.contains("error[\(bad.code)]"), "\(run.errors)")
    #expect(run.errors.contains("<stdin>:\(bad.place)"), "\(run.errors)")
    #expect(run.errors.contains(bad.words), "\(run.errors)")
  }

  @Test func refusesADayThatDoesNotExist() {
    let record = "出生日期: 2008-02-30\n"
    let run = CommandRun("decide", "Policies/child-welfare/anhui-adult-orphans.yaml", "--facts", "-", input: record)
    #expect(run.code == 2)
    #expect(run.errors.contains("there is no such day: month"))
  }

  @Test(arguments: [
    (["decide"], "`decide` needs `POLICY`"), (["decide", "a.yaml"], "there is no file `a.yaml`"),
    (["decide", "cn.nowhere", "--policies", "Policies"], "there is no policy `cn.nowhere`"),
    (["decide", putuo, "--fact", "x"], "did you mean `--facts`?"),
    (["decide", putuo, "--facts"], "`--facts FILE` needs its value"),
    (["decide", putuo, "--format", "xml"], "`xml` is no value of `--format`"),
    (["decide", putuo, "--on", "2026-02-30"], "`2026-02-30` is not a date"),
    (["decide", putuo, "--on", "2024-01-01"], "not in force on 2024-01-01"),
    (["decide", putuo, "--set", "age"], "`age` is not a fact with its value"),
    (["decide", putuo, "extra"], "`extra` is one argument too many"),
    (["decid"], "did you mean `decide`?"), (["decide", "Policies"], "holds several policies"),
  ])
  func refusesWrongUse(words: [String], message: String) {
    let run = CommandRun(words)
    #expect(run.code == 2)
    #expect(run.output == "")
    #expect(run.errors.contains(message), "\(run.errors)")
  }
}

extension Node {
  fileprivate var text: String? { if case .scalar(let scalar) = kind { scalar.text } else { nil } }
}
