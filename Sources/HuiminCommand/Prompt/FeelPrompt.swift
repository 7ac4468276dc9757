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
        if text.hasPrefix(":") {
          if !command(text) { return 0 }
        } else if !text.isEmpty {
          console.write(value(of: text).value.feelText + "\n")
        }
      }
    }
  }

  /// The value of an expression; what went wrong is reported.
  private func value(of text: String) -> (value: Value, isSound: Bool) {
    let (value, remarks) = evaluation.evaluateForReader(text)
    console.report(remarks.map { $0.shown(in: text, as: "expression") }, files: ["expression": Array(text.utf8)])
    return (value, !remarks.contains { $0.severity == .error })
  }

  /// - Returns: whether the prompt goes on.
  private mutating func command(_ text: String) -> Bool {
    do throws(Diagnostic) {
      switch try PromptCommand(text) {
      case .quit: return false
      case .help: console.write(FeelPrompt.help[console.language])
      case .names:
        for entry in evaluation.context.entries { show(entry.name, entry.value) }
      case .type(let expression):
        let (value, isSound) = value(of: expression)
        if isSound { console.write(value.kindName[console.language] + "\n") }
      case .assign(let name, let expression):
        let (value, isSound) = value(of: expression)
        if isSound { keep(name, value) }
      case .load(let file): load(file)
      }
    } catch {
      console.report(error)
    }
    return true
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

  /// A name and its value on one line, as far as that holds it.
  private func show(_ name: String, _ value: Value) {
    let limit = max(20, console.width - TextWidth.of(name) - 3)
    var text = ""
    var width = 0
    for character in Quotation.visible(value.feelText) {
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
      :let NAME = EXPR  keeps a value under a name
      :names            lists the names and their values
      :type EXPR        says what kind of value an expression has
      :load FILE        takes names and values from a YAML or JSON file
      :help             shows this
      :quit             ends, as Ctrl-D does

      Tab completes names, the arrow keys and Ctrl-R find earlier lines, Ctrl-C drops the line. An unfinished expression
      goes on in the next line; an empty line gives it up. A line that begins with a space is not kept.

      """,
    zh: """
      :let 名称 = 表达式  用名称保存一个值
      :names              列出名称和值
      :type 表达式        显示值的类型
      :load 文件          从 YAML 或 JSON 文件读入名称和值
      :help               显示本说明
      :quit               结束，同 Ctrl-D

      Tab 补全名称，方向键和 Ctrl-R 查找以前的输入，Ctrl-C 放弃当前输入。未写完的表达式在下一行继续，空行表示不再继续。
      以空格开头的行不保存。

      """)
}
