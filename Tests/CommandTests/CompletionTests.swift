import Huimin
import TestSupport
import Testing

@testable import HuiminCommand

@Suite("Completion at the prompt")
struct CompletionTests {
  private static let vocabulary: Vocabulary = {
    let text = """
      {年龄: 83, 年收入: 1, 标价: 20.00, list price: 12.50, list discount: 0.1, e-mail address: "a",
       申请人: {姓名: "张三", birth date: @"1943-05-01", 子女: [{学校: "一中"}]}}
      """
    guard case .context(let context) = FeelEvaluation(Context(), day: nil).evaluate(text).value else {
      return Vocabulary(FeelEvaluation(Context(), day: nil))
    }
    var evaluation = FeelEvaluation(context, day: CalendarDate(year: 2026, month: 1, day: 15))
    evaluation.defineStandardNames()
    return Vocabulary(evaluation)
  }()

  @Test(
    arguments: [
      ("年", ["年收入", "年龄"], 1),
      ("年龄 * 标", ["标价"], 1),
      ("if 申", ["申请人"], 1),
      ("list p", ["list price"], 6),
      ("1 + list  d", ["list discount"], 7),
      ("e-mail a", ["e-mail address"], 8),
      ("date and", ["date and time("], 8),
      ("years and months d", ["years and months duration("], 18),
      ("x and ti", ["time("], 2),
      ("decision", ["decision date"], 8),
      ("周", ["周岁("], 1),
      ("ins", ["insert before(", "instance of"], 3),
      ("today().", ["day", "month", "weekday", "year"], 0),
      ("1 + today().y", ["year"], 1),
      ("申请人.", ["birth date", "姓名", "子女"], 0),
      ("if 申请人 . birth d", ["birth date"], 7),
      ("申请人.birth date.", ["day", "month", "weekday", "year"], 0),
      ("申请人.姓名.", [], 0),
      ("date(\"2026-01-01\").m", ["month"], 1),
      ("@\"PT1H\".", ["days", "hours", "minutes", "seconds"], 0),
      ("[1..3].start i", ["start included"], 7),
      ("申请人.子女[1].", ["学校"], 0),
      ("申请人.子女.", ["学校"], 0),
      ("(申请人).姓", ["姓名"], 1),
      ("if (申请人).姓", ["姓名"], 1),
      ("{甲: {乙: 1}}.甲.", ["乙"], 0),
      ("申请人.姓名 and 标", ["标价"], 1),
      ("1.", [], 0),
      ("[1..标", ["标价"], 1),
      ("\"年", [], 0),
      ("1 // 年", [], 0),
      ("/* 年", [], 0),
      ("\"年\" + 标", ["标价"], 1),
      ("没有这个", [], 0),
      (":l", [":let ", ":load "], 2),
      (" :q", [":quit"], 2),
      (":let 折扣 = 标", ["标价"], 1),
      (":type list p", ["list price"], 6),
      (":let 折", [], 0),
      (":lo", [":load "], 3),
      (":f", [":functions"], 2),
      (":help sub", ["sublist", "substring", "substring after", "substring before"], 3),
      (":help 周", ["周岁"], 1),
      ("for 子 in 申请人.子女 return 子.", ["学校"], 0),
      ("for 子 in 申请人.子女 return 子.学", ["学校"], 1),
      ("for 子 in 申请人.子女 return 子", ["子"], 1),
      ("some c in 申请人.子女 satisfies 1 = 1 and c.", ["学校"], 0),
      ("sum(for my child in 申请人.子女 return my child.", ["学校"], 0),
      ("for 人 in [申请人] return for 子 in 人.", ["birth date", "姓名", "子女"], 0),
      ("for 人 in [申请人] return for 子 in 人.子女 return 子.", ["学校"], 0),
      ("for 人 in [申请人], 子 in 人.", ["birth date", "姓名", "子女"], 0),
      ("for 人 in [申请人], 子 in 人.子女 return 子.", ["学校"], 0),
      ("for 人 in [申请人], 子 in 人.子女 return 人.birth", ["birth date"], 5),
      ("for x in [申请人] return for x in [today()] return x.", ["day", "month", "weekday", "year"], 0),
      ("for x in [1] return today().y", ["year"], 1),
      ("for 申请人 in [today()] return 申请人.y", ["year"], 1),
      ("every x in [\"for y in\", [申请人]] satisfies y.", [], 0),
      ("[for x in [申请人] return x.姓名, x.", [], 0),
      ("(for x in [申请人] return 1) + x.", [], 0),
      ("[申请人][some c in 子女 satisfies c.", [], 0),
    ] as [(String, [String], Int)])
  func offers(text: String, candidates: [String], length: Int) {
    let completion = Completion(of: text, in: Self.vocabulary)
    #expect(completion.candidates == candidates)
    if !candidates.isEmpty { #expect(completion.length == length) }
  }

  @Test func offersVariablesWhereNothingIsWritten() {
    let candidates = Completion(of: "1 + ", in: Self.vocabulary).candidates
    #expect(candidates.contains("list price") && candidates.contains("判定日期"))
    #expect(!candidates.contains("if") && !candidates.contains("sum("))
  }

  @Test func seesTheLinesBefore() {
    #expect(Completion(of: "标", after: "sum([1,\n", in: Self.vocabulary).candidates == ["标价"])
    #expect(Completion(of: "标", after: "\"a\n", in: Self.vocabulary).candidates == [])
    #expect(Completion(of: "price", after: "list\n", in: Self.vocabulary).length <= 5)
    #expect(Completion(of: "标", after: ":let 折扣 = [1,\n", in: Self.vocabulary).candidates == ["标价"])
  }

  @Test func offersFiles() throws {
    let folder = TemporaryFolder()
    try folder.write("", to: "餐费 标准.yaml")
    try folder.write("", to: "餐费.json")
    try folder.write("", to: ".hidden")
    func candidates(_ line: String) -> [String] { Completion(of: line, in: Self.vocabulary).candidates }
    #expect(candidates(":load \(folder.path)/") == ["餐费 标准.yaml", "餐费.json"])
    #expect(Completion(of: ":load \(folder.path)/餐费 ", in: Self.vocabulary).length == 3)
    #expect(candidates(":load \(folder.path)/餐费 ") == ["餐费 标准.yaml"])
    #expect(candidates(":load \(folder.path)/.") == [".hidden"])
    #expect(candidates(":load \(folder.path)/none/") == [])
    #expect(candidates(":load /tm").contains("tmp/"))
  }

  @Test func doesNotWorkLongOnAMember() {
    let text = "(for i in 1..100000 return for j in 1..100000 return {a: 1})."
    #expect(Completion(of: text, in: Self.vocabulary).candidates == [])
    let loops = String(repeating: "for x in 1..100000 return ", count: 2000)
    #expect(Completion(of: loops + "x.", in: Self.vocabulary).candidates == [])
  }

  @Test(arguments: [
    (["list price", "list discount"], "list "), (["年龄"], "年龄"), (["年龄", "年收入"], "年"), (["a", "b"], ""),
  ])
  func findsTheCommonPrefix(candidates: [String], prefix: String) {
    #expect(Completion(candidates: candidates, length: 0).commonPrefix == prefix)
  }

  /// Every member that is offered is one.
  @Test(arguments: [
    "@\"2026-01-15\"", "@\"10:00:00@Asia/Shanghai\"", "@\"2026-01-15T10:00:00\"", "@\"P1Y\"", "@\"P1D\"", "[1..2]",
  ])
  func offersMembersThatExist(text: String) {
    let evaluation = FeelEvaluation(Context(), day: nil)
    let members = Vocabulary.members(of: evaluation.evaluate(text).value)
    #expect(!members.isEmpty)
    for member in members { #expect(evaluation.evaluate("(\(text)).\(member)").errors.isEmpty, "\(member)") }
  }

  @Test func listsInColumns() {
    #expect(
      CandidateColumns.text(["年龄", "标价", "list price"], width: 30)
        == "年龄        list price\n标价\n")
    #expect(CandidateColumns.text(["年龄", "标价"], width: 3) == "年龄\n标价\n")
  }
}
