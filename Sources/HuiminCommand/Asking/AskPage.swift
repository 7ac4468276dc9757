import Huimin

/// What `huimin ask` says beside the questions.
struct AskPage {
  private let language: Language
  private let width: Int

  init(_ console: Console) {
    language = console.language
    width = console.width
  }

  private func words(_ zh: String, _ en: String) -> String { language == .zh ? zh : en }

  private func wrapped(_ text: String) -> String {
    LineWrap.lines(text, width: width).joined(separator: "\n") + "\n"
  }

  func heading(of interview: Interview) -> String {
    let policy = interview.program.policy
    let date = interview.day
    let day = words("判定日期 \(date.year)年\(date.month)月\(date.day)日", "decided for \(date)")
    var text = wrapped(policy.title[language]) + wrapped("\(policy.id)  \(day)")
    if interview.next != nil {
      text += wrapped(
        words(
          "只问会影响结论的。不知道的写“跳过”，改上一问写“<”，“?”看帮助。",
          "Only what can change the outcome is asked. `skip` what nobody knows, `<` goes back, `?` helps."))
    }
    return text
  }

  var emptyLine: String {
    wrapped(words("请回答；不知道的写“跳过”，“?”看帮助。", "Please answer; `skip` what nobody knows, `?` helps."))
  }

  var nothingBefore: String {
    wrapped(words("这是第一问，前面没有回答。", "This is the first question; there is no answer before it."))
  }

  func understood(_ label: Wording, _ answer: Wording) -> String {
    wrapped("→ \(label[language])\(words("：", ": "))\(answer[language])")
  }

  /// Before the outcome, at a terminal.
  func settled(_ interview: Interview) -> String {
    let isOpen = interview.outcome.status == .undetermined
    let what =
      isOpen
      ? words("没有要问的了；跳过的还没有查明。", "There is nothing more to ask; what was skipped is still open.")
      : words("已经可以判定，不用再问。", "That settles it; nothing more need be asked.")
    return "\n" + wrapped(what + words("回车看结论，写“<”改上一问。", " Enter shows the outcome, `<` changes the last answer."))
  }

  func saved(_ path: String) -> String {
    let shown = Quotation.visible(path)
    return wrapped(words("已保存到 \(shown)", "saved to \(shown)"))
  }

  func recorded(_ path: String) -> String {
    let shown = Quotation.visible(path)
    return "\n" + wrapped(words("申请记录已写入 \(shown)", "the record was written to \(shown)"))
  }

  /// - Parameter path: the file that holds the answers; nothing where none does.
  func left(_ interview: Interview, saved path: String?) -> String {
    let count = interview.answerCount
    guard count > 0 else {
      return wrapped(words("问答中止，还没有回答。", "The interview was left before anything was answered."))
    }
    guard let path else {
      return wrapped(
        words(
          "问答中止，\(count) 个回答没有保存（用 --save 文件 可以保存）。",
          "The interview was left. What was answered so far (\(count)) is not saved; `--save FILE` saves it."))
    }
    let shown = Quotation.visible(path)
    return wrapped(
      words(
        "问答中止，\(count) 个回答已保存到 \(shown)，以后用 --resume \(shown) 接着问。",
        "The interview was left. What was answered so far (\(count)) is saved in \(shown); `--resume \(shown)` goes on."
      ))
  }

  static let noFile = Diagnostic(
    "usage", message: Wording(en: "no file is named to save to", zh: "没有指定保存到哪个文件"),
    help: Wording(en: "write `save FILE`", zh: "写“保存 文件名”"))

  var help: String {
    Wording(
      en: """
        Answers: yes or no; 70; 20.50, 20元, 3万元; 30%; 2026-01-15, 2026年1月15日;
        of several the number or the name. A text that is one of the words below
        goes into quotes: "back".

          skip, unknown    nobody knows; it is not asked again
          back, <          takes the last answer back
          save [FILE]      saves the answers
          quit, Ctrl-D     ends; with --save what was answered is saved
          help, ?          this

        """,
      zh: """
        怎样回答：是、否；70、70岁；20.50、20元、3万元；30%；2026-01-15、2026年1月15日；
        选项写序号或名称。回答正好是下面的词时，加引号：“返回”。

          跳过、不知道    没有人知道，不再问
          返回、<         收回上一个回答
          保存 [文件]     保存回答
          退出、Ctrl-D    结束；带 --save 时，已有的回答都已保存
          帮助、?         本说明

        """)[language]
  }
}
