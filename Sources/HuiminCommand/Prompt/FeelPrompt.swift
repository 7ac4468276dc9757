import Huimin

/// The prompt of `huimin feel`.
struct FeelPrompt {
  private var evaluation: FeelEvaluation
  private let console: Console

  init(_ evaluation: FeelEvaluation, _ console: Console) {
    self.evaluation = evaluation
    self.console = console
  }

  consuming func run() -> Int32 {
    if console.isInteractive {
      console.write(
        Wording(
          en: "FEEL (DMN 1.5). :let NAME = EXPR keeps a value, :help tells more, :quit ends.\n",
          zh: "FEEL（DMN 1.5）。:let 名称 = 表达式 保存一个值，:help 查看说明，:quit 结束。\n")[console.language])
    }
    let reader = StatementReader(console)
    while true {
      switch reader.next(in: evaluation) {
      case .end:
        if console.isInteractive { console.write("\n") }
        return 0
      case .dropped: continue
      case .unreadable(let problem):
        console.report(problem)
        if problem.code == "not-readable" { return 2 }
      case .text(let text):
        if !answer(text) { return 0 }
      }
    }
  }

  /// - Returns: whether the prompt goes on.
  private mutating func answer(_ text: String) -> Bool {
    let statement = text.drop { $0 == " " || $0 == "\t" }
    if statement.isEmpty { return true }
    let word = KnownNames.normalized(text)
    if evaluation.context[word] == nil, let command = PromptCommand(word: word) { return perform(command) }
    if let slip = PromptCommand.assignmentSlip(in: text) {
      report([slip], in: text)
    } else if !statement.hasPrefix(":") {
      let (value, remarks) = value(of: text[...])
      if !remarks.contains(where: \.isOfNoExpression) { console.write(value.feelText + "\n") }
    } else {
      do throws(Diagnostic) { return perform(try PromptCommand(statement)) } catch { console.report(error) }
    }
    return true
  }

  /// The value of an expression that is a text or a part of it; what went wrong is reported, at its place in the text.
  private func value(of expression: Substring) -> (value: Value, remarks: [Diagnostic]) {
    let text = expression.base
    // Spaces in place of what stands before it, so that places count from the start.
    let before = text[..<expression.startIndex].unicodeScalars.count
    let (value, remarks) = evaluation.evaluateForReader(String(repeating: " ", count: before) + expression)
    report(remarks, in: text)
    return (value, remarks)
  }

  private func report(_ remarks: [Diagnostic], in text: String) {
    console.report(remarks.map { $0.shown(in: text, as: "expression") }, files: ["expression": Array(text.utf8)])
  }

  /// - Returns: whether the prompt goes on.
  private mutating func perform(_ command: PromptCommand) -> Bool {
    switch command {
    case .quit: return false
    case .help(nil): console.write(FeelPrompt.help[console.language])
    case .help(let name?): write { pages throws(Diagnostic) in try pages.page(of: name, in: evaluation.context) }
    case .functions(nil): write { pages in pages.overview }
    case .functions(let word?): write { pages throws(Diagnostic) in try pages.found(by: word) }
    case .names: for entry in evaluation.context.entries { show(entry.name, entry.value) }
    case .type(let expression):
      let (value, remarks) = value(of: expression)
      if !remarks.contains(where: { $0.severity == .error }) { console.write(FeelType(of: value).feelText + "\n") }
    case .assign(let name, let expression):
      let (value, remarks) = value(of: expression)
      if !remarks.contains(where: { $0.severity == .error }) { keep(name, value) }
    case .load(let file): load(file)
    }
    return true
  }

  private func write(_ text: (FunctionPages) throws(Diagnostic) -> String) {
    let pages = FunctionPages(language: console.language, width: console.width, command: ":functions")
    do throws(Diagnostic) { console.write(try text(pages)) } catch { console.report(error) }
  }

  private mutating func keep(_ name: String, _ value: Value) {
    evaluation.define(name, value)
    console.write("\(name) = \(value.feelText)\n")
  }

  private mutating func load(_ file: String) {
    do throws(Unreadable) {
      for entry in try Context(file: file, console).entries { keep(entry.name, entry.value) }
    } catch {
      console.report(error.diagnostics)
    }
  }

  /// A name and its value on one line, as far as that holds it; of a function, its parameters.
  private func show(_ name: String, _ value: Value) {
    var shown = value.feelText
    if case .function(.closure(let closure)) = value {
      shown = "function(\(closure.parameterNames.joined(separator: ", ")))"
    }
    let limit = max(20, console.width - TextWidth.of(name) - 3)
    var text = ""
    var width = 0
    for character in Quotation.visible(shown) {
      width += TextWidth.of(String(character))
      if width > limit - 1 {
        text += "…"
        break
      }
      text.append(character)
    }
    console.write("\(Quotation.visible(name)) = \(text)\n")
  }

  private static let help = Wording(
    en: """
      :let NAME = EXPR   keeps a value under a name
      :names             lists the names and their values
      :type EXPR         says of what type an expression is
      :load FILE         takes names and values from a YAML or JSON file
      :functions [WORD]  lists the functions, or those that a word finds
      :help [FUNCTION]   shows this, or how a function is called
      :quit              ends, as Ctrl-D does

      Tab completes names, the arrow keys and Ctrl-R find earlier lines, Ctrl-C
      drops the line. An unfinished expression goes on in the next line; an empty
      line gives it up. A line that begins with a space is not kept.

      """,
    zh: """
      :let 名称 = 表达式  用名称保存一个值
      :names              列出名称和值
      :type 表达式        显示值的类型
      :load 文件          从 YAML 或 JSON 文件读入名称和值
      :functions [词]     列出所有函数，或按词查找函数
      :help [函数]        显示本说明，或某个函数的用法
      :quit               结束，同 Ctrl-D

      Tab 补全名称，方向键和 Ctrl-R 查找以前的输入，Ctrl-C 放弃当前输入。
      未写完的表达式在下一行继续，空行表示不再继续。以空格开头的行不保存。

      """)
}
