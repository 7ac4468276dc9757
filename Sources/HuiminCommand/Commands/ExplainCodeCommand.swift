import Huimin

extension Command {
  static let explainCode = Command(
    name: "explain-code",
    summary: Wording(en: "explain the code of a diagnostic", zh: "说明诊断代码的含义"),
    operands: "[CODE]", operandCount: 0...1, options: [.language],
    details: Wording(
      en: """
        A diagnostic begins with its code in brackets: `error[unknown-name]`. For a code this shows a wrong example, the
        same mended, and what harm is prevented; without one, every code with its line. Examples leave out the head of a
        policy (`policy`, `title`, `in force`) where it does not matter.

          huimin explain-code
          huimin explain-code unknown-name
          huimin explain-code unrounded-money --lang zh

        exit: 0 shown, 2 there is no such code.
        """,
      zh: """
        诊断开头的方括号里是它的代码，例如 `错误[unknown-name]`。写出代码，就给出错误的例子、改法，以及为什么不能这样写；
        不写代码，就列出全部代码，每个一行。例子中与问题无关的政策开头（`policy`、`title`、`in force`）略去不写。

          huimin explain-code
          huimin explain-code unknown-name
          huimin explain-code unrounded-money --lang zh

        退出码：0 已显示，2 没有这个代码。
        """),
    operandChoices: { CodeRoom.codes },
    run: { arguments, console in
      let pages = CodePages(language: console.language, width: console.width)
      do throws(Diagnostic) {
        if let code = arguments.operands.first {
          console.write(try pages.page(of: code))
        } else {
          console.write(pages.overview)
        }
        return 0
      } catch {
        console.report(error)
        return 2
      }
    })
}
