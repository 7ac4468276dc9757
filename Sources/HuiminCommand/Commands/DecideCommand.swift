import Huimin

extension Command {
  static let decide = Command(
    name: "decide",
    summary: Wording(en: "decide one record, with reasons", zh: "对一份申请记录作出判定，并说明理由"),
    operands: "POLICY", operandCount: 1...1,
    options: [
      Option(
        name: "--facts", value: .file("FILE"),
        summary: Wording(en: "the record, YAML or JSON; `-` reads standard input", zh: "申请记录，YAML 或 JSON；`-` 读标准输入")),
      Option(
        name: "--set", value: .text("FACT=VALUE"),
        summary: Wording(en: "one fact, put before the record's; may be repeated", zh: "单个事实，优先于记录；可重复"), repeats: true),
      .day,
      Option(
        name: "--format", value: .choice(["text", "markdown", "html", "json", "yaml"]),
        summary: Wording(
          en: "a page to read, the letter of decision to print, or the receipt", zh: "供阅读的文本，可打印的决定书，或回执")),
      Option(
        name: "--for", value: .choice(["applicant", "caseworker"]),
        summary: Wording(
          en: "who reads it: markdown and html are for the applicant, text for the caseworker",
          zh: "给谁看；markdown、html 默认给申请人，text 默认给经办人")),
      Option(
        name: "--to", value: .text("NAME"),
        summary: Wording(en: "the applicant's name, for the letter", zh: "决定书的收件人姓名")),
      Option(
        name: "--reference", value: .text("TEXT"),
        summary: Wording(en: "the number of the file, for the letter", zh: "决定书的编号")),
      Option(
        name: "--office", value: .text("NAME"),
        summary: Wording(en: "the office that sends the letter", zh: "决定书的落款机关")),
      Option(
        name: "--salt", value: .text("random|HEX"),
        summary: Wording(
          en: "let the receipt's facts be withheld later without being guessed", zh: "给回执加盐，日后隐去的事实猜不出来")),
      .language,
      Option(
        name: "--exit-code", value: .none,
        summary: Wording(
          en: "exit 1 where an answer is no, a criterion is not met, or it is not settled",
          zh: "结论为否、有条件未满足，或尚不能确定时，退出码为 1")),
      .policies,
    ],
    details: Wording(
      en: """
        POLICY is a policy file, or the id of a policy in the folder of --policies.
        Facts left out are unknown, which is not false and not zero: the answer is given where it does not depend
        on them; otherwise the facts that matter are named. Without --facts, those are the questions to begin with.

          huimin decide Policies/meal-assistance/putuo.yaml --facts diner.yaml
          huimin decide cn.shanghai.putuo.meal-assistance --facts diner.json --on 2026-01-15 --format json
          huimin decide Policies/meal-assistance/putuo.yaml --facts diner.yaml --set age=79
          huimin decide Policies/meal-assistance/putuo.yaml --facts diner.yaml --format html > letter.html
          echo '{"age": 45}' | huimin decide Policies/meal-assistance/putuo.yaml --facts -

        exit: 0 decided or not settled yet, 2 wrong use or broken input.
        """,
      zh: """
        POLICY 是政策文件，或 --policies 文件夹中某个政策的标识。
        没有写出的事实是“未知”，既不是否，也不是零：结论与它无关时照常作出；有关时，列出还需要知道的事实。
        不带 --facts 时，列出首先要问的问题。

          huimin decide Policies/meal-assistance/putuo.yaml --facts diner.yaml
          huimin decide cn.shanghai.putuo.meal-assistance --facts diner.json --on 2026-01-15 --format json
          huimin decide Policies/meal-assistance/putuo.yaml --facts diner.yaml --set age=79
          huimin decide Policies/meal-assistance/putuo.yaml --facts diner.yaml --format html > letter.html
          echo '{"age": 45}' | huimin decide Policies/meal-assistance/putuo.yaml --facts -

        退出码：0 已作出判定或尚不能确定，2 用法或输入有误。
        """),
    run: { arguments, console in
      var decision = DecideCommand(arguments, console)
      return decision.run()
    })
}

/// One run of `huimin decide`.
private struct DecideCommand {
  private let arguments: Arguments
  private let console: Console
  private var files: [String: [UInt8]] = [:]

  init(_ arguments: Arguments, _ console: Console) {
    self.arguments = arguments
    self.console = console
  }

  mutating func run() -> Int32 {
    do throws(Unreadable) {
      if let problem = DecisionFormat(arguments).problem { throw Unreadable([problem]) }
      let day = try arguments.day(console)
      let program = try program(on: day)
      let outcome = program.decide(try facts(for: program), on: day)
      guard program.isInForce(on: day) else { throw Unreadable(outcome.diagnostics) }
      return try show(outcome)
    } catch {
      console.report(error.diagnostics, files: files)
      return 2
    }
  }

  private mutating func program(on day: CalendarDate) throws(Unreadable) -> Program {
    let found = PolicyChoice(arguments.operands[0], folder: arguments["--policies"], console)
    files = found.files
    return try found.program(on: day)
  }

  private mutating func facts(for program: Program) throws(Unreadable) -> Facts {
    let overrides = arguments.all("--set")
    guard let path = arguments["--facts"] else {
      return try overrides.isEmpty ? Facts("{}", for: program) : set(overrides, for: program)
    }
    let name = path == "-" ? "<stdin>" : path
    let bytes = try console.read(path)
    files[name] = bytes
    let facts = try Facts(Document.read(bytes, file: name), for: program)
    guard !overrides.isEmpty else { return facts }
    let changed = try set(overrides, for: program)
    let names = program.facts.map(\.name).filter { name in overrides.contains { $0.hasPrefix(name + "=") } }
    return facts.replacing(names, with: changed)
  }

  private mutating func set(_ overrides: [String], for program: Program) throws(Unreadable) -> Facts {
    files["--set"] = Array(overrides.joined(separator: "\n").utf8)
    return try Facts(Document.ofAssignments(overrides, file: "--set"), for: program)
  }

  private func show(_ outcome: Outcome) throws(Unreadable) -> Int32 {
    try write(outcome)
    if outcome.status == .failed { return 2 }
    guard arguments.has("--exit-code") else { return 0 }
    let isNo = outcome.values.contains { if case .boolean(false) = $0.value { true } else { false } }
    return isNo || outcome.status != .decided || !outcome.explanation.unmet.isEmpty ? 1 : 0
  }

  private func write(_ outcome: Outcome) throws(Unreadable) {
    guard let text = DecisionFormat(arguments).text(of: outcome, console) else {
      // What could not be decided is nothing to send; whoever works on it is told why.
      throw Unreadable(outcome.diagnostics)
    }
    console.write(text)
  }
}
