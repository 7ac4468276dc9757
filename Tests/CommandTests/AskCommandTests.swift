import Huimin
import TestSupport
import Testing

@testable import HuiminCommand

/// Answers piped in, files, and what goes wrong with them.
@Suite("huimin ask")
struct AskCommandTests {
  private static let putuo = ["ask", "Policies/meal-assistance/putuo.yaml"]
  private let folder = TemporaryFolder()

  private func ask(_ words: String..., answers: String) -> CommandRun {
    CommandRun(Self.putuo + words, input: answers).replacing("\(folder.path)/", with: "")
  }

  @Test("answers lines that are piped in, and decides")
  func answersLines() {
    let run = ask(answers: "no\n20\n")
    #expect(run.code == 0)
    #expect(run.output.contains("→ list price: 20.00 yuan\n"))
    #expect(run.output.contains("    diner       20.00 yuan\n"))
    #expect(!run.output.contains("> "))
    #expect(run.errors == "")
  }

  @Test("says at the end of the lines what is open")
  func endsOpen() {
    let run = ask("--lang", "zh", answers: "是\n什么\n")
    #expect(run.code == 0)
    #expect(run.errors == "错误[fact-type]: `什么` 不能回答 `标价`：应为金额（元）\n  帮助: 写金额，以元计：`12.50`\n")
    #expect(run.output.contains("结论：尚不能确定"))
    #expect(run.output.contains("  ? 这份餐的标价是多少元？  list price\n"))
  }

  @Test("begins with what is known")
  func beginsWithFacts() throws {
    try folder.write("age: 45\n", to: "facts.yaml")
    let run = ask("--facts", "\(folder.path)/facts.yaml", answers: "20\n")
    #expect(run.output.contains("\nQuestion 1, the last\nWhat does the meal cost at list price?\n"))
  }

  @Test("saves after each answer, goes on later, and writes a record that decides the same")
  func savesAndGoesOn() throws {
    let (session, record) = ("\(folder.path)/session.json", "\(folder.path)/record.yaml")
    let first = ask("--save", session, "--on", "2026-01-15", answers: "yes\n20\nquit\n")
    #expect(first.code == 0)
    #expect(first.output.contains("The interview was left. What was answered so far (2) is saved in"))
    let second = ask("--resume", session, "--record", record, answers: "back\nback\nno\n20\n")
    #expect(second.code == 0)
    #expect(second.errors == "")
    #expect(second.output.contains("\nQuestion 3; this one may settle it, at most 4 more\n"))
    #expect(second.output.hasSuffix("the record was written to record.yaml\n"))
    #expect(
      Recorded.read(record) == """
        # cn.shanghai.putuo.meal-assistance  2026-01-15
        list price: 20
        Putuo resident: false

        """)
    let decided = CommandRun(["decide"] + Self.putuo.dropFirst() + ["--facts", record, "--on", "2026-01-15"])
    #expect(second.output.contains(decided.output))
    // What is finished and saved shows its outcome at once.
    let third = ask("--resume", session, answers: "")
    #expect(third.output.contains(decided.output))
  }

  @Test("speaks JSON, an object a line")
  func speaksJSON() throws {
    let run = ask("--format", "json", answers: "many\nno\n20\n")
    let lines = run.output.split(separator: "\n")
    #expect(
      lines.map { $0.prefix { $0 != ":" } } == ["{\"question\"", "{\"problem\"", "{\"question\"", "{\"outcome\""])
    for line in lines { _ = try Document.read(Array(line.utf8), file: "line", format: .json) }
    #expect(lines[2].contains("\"range\":{\"zh\":\"0.00元至500.00元\",\"en\":\"0.00 yuan to 500.00 yuan\"}"))
    #expect(run.errors == "")
  }

  @Test("overwrites nothing")
  func overwritesNothing() throws {
    try folder.write("{}", to: "notes.json")
    let path = "\(folder.path)/notes.json"
    for option in ["--save", "--record"] {
      let run = ask(option, path, answers: "no\n")
      #expect(run.code == 2)
      #expect(run.errors.hasPrefix("error[file-exists]: there is a file `notes.json` already\n"))
    }
    #expect(
      ask("--resume", path, answers: "").errors.hasPrefix("error[broken-interview]: this is no saved interview\n"))
    let run = ask(answers: "save \(path)\nno\nsave\n")
    #expect(run.errors.hasPrefix("error[file-exists]"))
    #expect(run.errors.contains("error[usage]: no file is named to save to\n  help: write `save FILE`\n"))
    #expect(Recorded.read(path) == "{}")
  }

  @Test("loses no answer where nothing can be saved")
  func goesOnWithoutSaving() {
    let run = ask("--save", "\(folder.path)/none/none/session.json", answers: "no\n20\n")
    #expect(run.code == 2)
    #expect(run.errors.contains("error[not-written]"))
    #expect(run.output.contains("    diner       20.00 yuan\n"))
  }

  @Test(
    "refuses what does not go together",
    arguments: [
      (["--facts", "-"], "standard input holds the answers"),
      (["--on", "2020-01-01"], "`cn.shanghai.putuo.meal-assistance` is not in force on 2020-01-01"),
      (["--resume", "none.json"], "there is no file `none.json`"),
    ])
  func refuses(words: [String], message: String) {
    let run = CommandRun(Self.putuo + words)
    #expect(run.code == 2)
    #expect(run.errors.contains(message))
  }

  @Test("keeps to the day and the policy of what was saved")
  func keepsToWhatWasSaved() {
    let session = "\(folder.path)/session.json"
    _ = ask("--save", session, "--on", "2026-01-15", answers: "yes\nquit\n")
    #expect(ask("--resume", session, "--on", "2026-02-01", answers: "").errors.contains("was saved for 2026-01-15"))
    #expect(
      ask("--resume", session, "--facts", "x.yaml", answers: "").errors.contains("`--facts` is part of what was saved"))
    let other = CommandRun("ask", "Policies/meal-assistance/xiamen.yaml", "--resume", session)
    #expect(other.code == 2)
    #expect(
      other.errors.contains("is one of `cn.shanghai.putuo.meal-assistance`, not of `cn.fujian.xiamen.meal-assistance`"))
  }

  @Test("takes a text that begins like a command as an answer")
  func tellsTextsFromCommands() {
    #expect(AskWord("Save the Children", isToText: true) == nil)
    #expect(AskWord("save diner.json", isToText: true) == .save("diner.json"))
    #expect(AskWord("保存  张三.json") == .save("张三.json"))
    #expect(AskWord("Don't know") == .skip)
    #expect(AskWord("＜") == .back)
    #expect(AskWord("\"back\"") == nil)
    #expect(AskWord("20元") == nil)
  }

  @Test("completes members and words that are no answers")
  func completes() throws {
    let library = PolicyLibrary(loading: ["\(Checkout.policies)/meal-assistance/putuo.yaml"])
    let program = try #require(library.programs.first)
    let day = try #require(CalendarDate("2026-01-15"))
    let questions = Questions(for: program.decide(try Facts("{}", for: program), on: day)).inOrder
    let hukou = try #require(questions.first { $0.name == "hukou" })
    #expect(AnswerLines.completion(of: "上", for: hukou, .zh) == Completion(candidates: ["上海"], length: 1))
    #expect(AnswerLines.completion(of: "", for: hukou, .zh).candidates == ["上海", "外地", "返回", "跳过", "保存", "帮助", "退出"])
    let resident = try #require(questions.first { $0.name == "Putuo resident" })
    #expect(AnswerLines.completion(of: "y", for: resident, .en) == Completion(candidates: ["yes"], length: 1))
  }
}
