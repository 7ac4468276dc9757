import Huimin

extension Command {
  static let feel = Command(
    name: "feel",
    summary: Wording(en: "evaluate FEEL expressions", zh: "计算 FEEL 表达式"),
    operands: "[EXPR]", operandCount: 0...1,
    options: [
      Option(
        name: "--functions", value: .none,
        summary: Wording(
          en: "list the built-in functions; with a word in place of EXPR, those that it finds",
          zh: "列出内置函数；EXPR 处写一个词则按词查找")),
      Option(
        name: "--context", value: .file("FILE"),
        summary: Wording(
          en: "names and values, YAML or JSON; or a FEEL context such as '{age: 83}'",
          zh: "名称和值，YAML 或 JSON 文件；或 FEEL 上下文，例如 '{age: 83}'")),
      Option(
        name: "--ndjson", value: .none,
        summary: Wording(en: "read requests from standard input, one JSON object a line", zh: "从标准输入读请求，每行一个 JSON 对象")),
      Option(
        name: "--strict", value: .none,
        summary: Wording(
          en: "as in a policy: an error makes all that depends on it null, also conditions",
          zh: "同政策：出错时，依赖它的一切（包括条件）都为空值")),
      Option(
        name: "--on", value: .text("DATE"),
        summary: Wording(
          en: "the day that `today()` and `decision date` give; by default today",
          zh: "`today()` 和 `判定日期` 的值；默认今天")),
      .language,
    ],
    details: Wording(
      en: """
        FEEL (DMN 1.5) is the language of every expression in a policy. Without EXPR there is a prompt: Tab completes
        names, the arrow keys and Ctrl-R find earlier lines, an unfinished expression goes on in the next line,
        :let NAME = EXPR keeps a value, :help tells the rest, :quit ends. What is written there is kept in
        ~/.local/state/huimin/feel-history; HUIMIN_HISTORY=FILE names another file, HUIMIN_HISTORY= keeps nothing.

          huimin feel '0.1 + 0.2'
          huimin feel --functions round
          huimin feel 'if age >= 80 then price * 0.85 else price' --context '{age: 83, price: 20}'
          huimin feel 'years and months duration(@"1943-05-01", today()).years' --on 2026-01-15
          echo '{"id": 1, "expr": "sum(xs)", "context": {"xs": [1.10, 2]}}' | huimin feel --ndjson

        A request is {"id", "expr"}, and if wanted "context", "type" (to convert to), "on" (the day) and "strict". The answer
        is {"id", "value", "diagnostics"}: the value with its type, decimals as text; of each diagnostic its code, message,
        help, and the code points of the expression from start to before end.

        exit: 0 evaluated (null is a value; why it is null stands on standard error), 1 no function found, 2 not an
        expression.
        """,
      zh: """
        政策中的每个表达式都用 FEEL（DMN 1.5）书写。不写 EXPR 时逐行输入：Tab 补全名称，方向键和 Ctrl-R 查找以前的输入，
        未写完的表达式在下一行继续，:let 名称 = 表达式 保存一个值，:help 查看其余命令，:quit 结束。
        输入保存在 ~/.local/state/huimin/feel-history；HUIMIN_HISTORY=文件 另指定文件，HUIMIN_HISTORY= 不保存。

          huimin feel '0.1 + 0.2'
          huimin feel --functions 四舍五入
          huimin feel 'if 年龄 >= 80 then 价格 * 0.85 else 价格' --context '{年龄: 83, 价格: 20}'
          huimin feel 'years and months duration(@"1943-05-01", today()).years' --on 2026-01-15
          echo '{"id": 1, "expr": "sum(xs)", "context": {"xs": [1.10, 2]}}' | huimin feel --ndjson

        请求为 {"id", "expr"}，可加 "context"、"type"（转换成的类型）、"on"（日期）、"strict"。回答为
        {"id", "value", "diagnostics"}：value 带类型，小数写成文字；diagnostics 中每条有 code、message、help，以及在
        表达式中的位置 start 至 end（按字符计，不含 end）。

        退出码：0 已计算（null 也是值，原因写在标准错误），1 没有找到函数，2 不是表达式。
        """),
    takesExpressions: true, run: { arguments, console in FeelCommand(arguments, console).run() })
}

/// One run of `huimin feel`.
private struct FeelCommand {
  private let arguments: Arguments
  private let console: Console

  init(_ arguments: Arguments, _ console: Console) {
    self.arguments = arguments
    self.console = console
  }

  func run() -> Int32 {
    if arguments.has("--functions") { return showFunctions() }
    do throws(Unreadable) {
      var evaluation = FeelEvaluation(try context(), day: try arguments.day(console))
      evaluation.isStrict = arguments.has("--strict")
      evaluation.defineStandardNames()
      if arguments.has("--ndjson") { return try requests(evaluation) }
      if let text = arguments.operands.first { return show(text, evaluation) }
      return FeelPrompt(evaluation, console).run()
    } catch {
      console.report(error.diagnostics)
      return 2
    }
  }

  private func requests(_ evaluation: FeelEvaluation) throws(Unreadable) -> Int32 {
    if let operand = arguments.operands.first {
      throw Unreadable([
        Diagnostic(
          "usage",
          message: Wording(en: "with `--ndjson`, `\(operand)` is not read", zh: "使用 `--ndjson` 时不读取 `\(operand)`"),
          help: Wording(
            en: "requests come from standard input: `huimin feel --ndjson < FILE`",
            zh: "请求从标准输入读取：`huimin feel --ndjson < 文件`"))
      ])
    }
    return FeelRequests(evaluation, console).run()
  }

  private func context() throws(Unreadable) -> Context {
    guard let source = arguments["--context"] else { return Context() }
    guard source.hasPrefix("{") else { return try Context(file: source, console) }
    let found = FeelEvaluation(Context(), day: nil).evaluate(source)
    if let problem = found.errors.first { throw Unreadable([problem.shown(in: source, as: "--context")]) }
    return try Context(of: found.value)
  }

  private func show(_ text: String, _ evaluation: FeelEvaluation) -> Int32 {
    let (value, remarks) = evaluation.evaluateForReader(text)
    console.report(remarks.map { $0.shown(in: text, as: "expression") }, files: ["expression": Array(text.utf8)])
    if remarks.contains(where: \.isOfNoExpression) { return 2 }
    console.write(value.feelText + "\n")
    return 0
  }

  private func showFunctions() -> Int32 {
    let pages = FunctionPages(language: console.language, width: console.width, command: "huimin feel --functions")
    do throws(Diagnostic) {
      if let word = arguments.operands.first {
        console.write(try pages.found(by: word))
      } else {
        console.write(pages.overview)
      }
      return 0
    } catch {
      console.report(error)
      return 1
    }
  }
}

extension Context {
  /// Names and values of a YAML or JSON file, or of standard input for `-`.
  init(file: String, _ console: Console) throws(Unreadable) {
    let document = try Document.read(console.read(file), file: file == "-" ? "<stdin>" : file)
    try self.init(of: document.root.feelValue)
  }

  fileprivate init(of value: Value) throws(Unreadable) {
    guard case .context(let context) = value else {
      throw Unreadable([
        Diagnostic(
          "usage", message: Wording(en: "the context is \(value.kindName[.en])", zh: "上下文是\(value.kindName[.zh])"),
          help: Wording(en: "write names with values: `{age: 83}`", zh: "写名称和值：`{age: 83}`"))
      ])
    }
    self = context
  }
}

extension Diagnostic {
  /// Whether it says that a text is no expression, so that there is nothing that could have a value.
  var isOfNoExpression: Bool { code == "syntax" || code == "too-deep" }

  /// The same, placed in a text that the user typed.
  func shown(in text: String, as name: String) -> Diagnostic {
    guard location == nil else { return self }
    let scalars = Array(text.unicodeScalars)
    func position(_ offset: Int) -> Position {
      let before = scalars.prefix(offset)
      let lastBreak = before.lastIndex(of: "\n")
      return Position(line: before.count { $0 == "\n" } + 1, column: before.count - (lastBreak.map { $0 + 1 } ?? 0) + 1)
    }
    return located(at: Location(file: name, start: position(span.start), end: position(span.end)))
  }
}
