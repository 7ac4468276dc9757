import Huimin

extension Command {
  static let ask = Command(
    name: "ask",
    summary: Wording(en: "ask only what can still change the outcome, then decide", zh: "只问会影响结论的，问完即作出判定"),
    operands: "POLICY", operandCount: 1...1,
    options: [
      .day,
      Option(
        name: "--facts", value: .file("FILE"),
        summary: Wording(en: "what is known already, YAML or JSON", zh: "已知的事实，YAML 或 JSON 文件")),
      Option(
        name: "--save", value: .file("FILE"),
        summary: Wording(en: "save after each answer, to go on later", zh: "每答一问就保存，以后可以接着问")),
      Option(
        name: "--resume", value: .file("FILE"),
        summary: Wording(en: "go on with an interview that was saved, and save it there", zh: "接着问已保存的问答，并仍存于该文件")),
      Option(
        name: "--record", value: .file("FILE"),
        summary: Wording(
          en: "write the record in the end, a file that `decide --facts` takes", zh: "最后写出申请记录，供 `decide --facts` 使用")),
      .language,
      Option(
        name: "--format", value: .choice(["text", "json"]),
        summary: Wording(
          en: "pages to read, or a JSON object a line: question, problem, outcome, left",
          zh: "供阅读的文本，或每行一个 JSON 对象：question、problem、outcome、left")),
      .policies,
    ],
    details: Wording(
      en: """
        Asks one question at a time, what settles the outcome soonest first, and ends in the decision. Under each question
        stand its type and range, what shows it, and what is decided by it.
        At a terminal Tab completes; otherwise each line of standard input is an answer, and at its end is told what is open.

          huimin ask Policies/meal-assistance/putuo.yaml
          huimin ask Policies/meal-assistance/putuo.yaml --save diner.json --record diner.yaml
          huimin ask Policies/meal-assistance/putuo.yaml --resume diner.json
          printf '45\\n' | huimin ask Policies/meal-assistance/putuo.yaml --on 2026-01-15 --format json

        `skip` says that nobody knows, `back` takes the last answer back, `save`, `help`, `quit`; also in Chinese.

        exit: 0 asked to the end or left, 2 wrong use or broken input, 130 left by Ctrl-C.
        """,
      zh: """
        一次一问，先问最可能定下结论的，最后给出判定。每问下面写明类型、范围、证明材料，以及关系到哪项判定。
        在终端中可用 Tab 补全；否则标准输入每行是一个回答，输入结束时说明还缺什么。

          huimin ask Policies/meal-assistance/putuo.yaml
          huimin ask Policies/meal-assistance/putuo.yaml --save diner.json --record diner.yaml
          huimin ask Policies/meal-assistance/putuo.yaml --resume diner.json
          printf '45\\n' | huimin ask Policies/meal-assistance/putuo.yaml --on 2026-01-15 --format json

        “跳过”表示没有人知道，“返回”收回上一个回答；还有“保存”“帮助”“退出”。英文 skip、back 等亦可。

        退出码：0 问完或中途离开，2 用法或输入有误，130 按 Ctrl-C 离开。
        """),
    run: { arguments, console in
      var ask = AskCommand(arguments, console)
      return ask.run()
    })
}

/// One run of `huimin ask`.
private struct AskCommand {
  private let arguments: Arguments
  private let console: Console
  private var files: [String: [UInt8]] = [:]

  init(_ arguments: Arguments, _ console: Console) {
    self.arguments = arguments
    self.console = console
  }

  mutating func run() -> Int32 {
    do throws(Unreadable) {
      let interview = try interview()
      let files = try AskFiles(
        save: arguments["--save"], record: arguments["--record"], resumed: arguments["--resume"])
      var session = AskSession(interview, files, isJSON: arguments["--format"] == "json", console)
      return session.run()
    } catch {
      console.report(error.diagnostics, files: files)
      return 2
    }
  }

  private mutating func interview() throws(Unreadable) -> Interview {
    guard let path = arguments["--resume"] else {
      let day = try arguments.day(console)
      let program = try program(on: day)
      return Interview(program, on: day, given: try given(for: program))
    }
    if arguments.has("--facts") {
      throw AskCommand.misuse(en: "`--facts` is part of what was saved", zh: "`--facts` 的内容已在保存的问答中", help: nil)
    }
    let bytes = try console.read(path)
    files[path] = bytes
    let saved = try SavedInterview(Document.read(bytes, file: path, format: .json))
    if arguments.has("--on"), try arguments.day(console) != saved.day {
      throw AskCommand.misuse(
        en: "the interview was saved for \(saved.day)", zh: "这份问答的判定日期是 \(saved.day)",
        help: Wording(en: "leave `--on` out, or begin a new one", zh: "去掉 `--on`，或另开一份"))
    }
    let resumed = try Interview.resuming(saved, under: try program(on: saved.day))
    console.report(resumed.notes, files: files)
    return resumed.interview
  }

  private mutating func program(on day: CalendarDate) throws(Unreadable) -> Program {
    let found = PolicyChoice(arguments.operands[0], folder: arguments["--policies"], console)
    files.merge(found.files) { $1 }
    let program = try found.program(on: day)
    guard program.isInForce(on: day) else {
      throw Unreadable(program.decide(try Facts("{}", for: program), on: day).diagnostics)
    }
    return program
  }

  private mutating func given(for program: Program) throws(Unreadable) -> Facts? {
    guard let path = arguments["--facts"] else { return nil }
    guard path != "-" else {
      throw AskCommand.misuse(
        en: "standard input holds the answers", zh: "标准输入用于回答",
        help: Wording(en: "name a file for `--facts`", zh: "`--facts` 请指定文件"))
    }
    let bytes = try console.read(path)
    files[path] = bytes
    return try Facts(Document.read(bytes, file: path), for: program)
  }

  private static func misuse(en: String, zh: String, help: Wording?) -> Unreadable {
    Unreadable([Diagnostic("usage", message: Wording(en: en, zh: zh), help: help)])
  }
}
