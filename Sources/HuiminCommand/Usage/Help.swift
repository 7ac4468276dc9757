import Huimin

/// The pages that teach.
enum Help {
  static func overview(_ language: Language) -> String {
    func words(_ zh: String, _ en: String) -> String { language == .zh ? zh : en }
    var text = words(
      """
      惠民 huimin：把政策写成规则，作出说得清理由的判定

      用法：huimin 命令 [选项]

      命令：

      """,
      """
      huimin 惠民: rules as data, decisions you can explain

      usage: huimin COMMAND [OPTIONS]

      commands:

      """)
    let width = Tool.commands.map(\.name.count).max() ?? 0
    for command in Tool.commands {
      text += "  \(TextWidth.padded(command.name, to: width))  \(command.summary[language])\n"
    }
    return text
      + words(
        """

        先试一试：
          huimin decide Policies/meal-assistance/putuo.yaml \\
            --facts Policies/meal-assistance/examples/diner-83.yaml --on 2026-01-15

        每个命令的说明：huimin 命令 --help。版本：huimin --version。

        """,
        """

        to begin with:
          huimin decide Policies/meal-assistance/putuo.yaml \\
            --facts Policies/meal-assistance/examples/diner-83.yaml --on 2026-01-15

        more about a command: huimin COMMAND --help. The version: huimin --version.

        """)
  }

  static func usage(of command: Command) -> String {
    let options = command.options.isEmpty ? "" : " [OPTIONS]"
    return "huimin \(command.name)\(command.operands.isEmpty ? "" : " " + command.operands)\(options)"
  }

  private static let widestForm = 32

  static func page(of command: Command, _ language: Language) -> String {
    var text = "\(command.summary[language])\n\n"
    text += "\(language == .zh ? "用法：" : "usage: ")\(usage(of: command))\n"
    if !command.options.isEmpty {
      text += "\n\(language == .zh ? "选项：" : "options:")\n"
      // A long one has its summary in a line below, so that it does not push all others to the right.
      let width = command.options.map { TextWidth.of($0.form) }.filter { $0 <= widestForm }.max() ?? 0
      for option in command.options {
        let isLong = TextWidth.of(option.form) > width
        let form =
          isLong ? "\(option.form)\n  \(TextWidth.padded("", to: width))" : TextWidth.padded(option.form, to: width)
        text += "  \(form)  \(option.summary[language])\n"
      }
    }
    return text + "\n\(command.details[language])\n"
  }
}
