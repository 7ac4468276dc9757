import Huimin

extension Command {
  static let check = Command(
    name: "check",
    summary: Wording(en: "find what is wrong in policies", zh: "检查政策文件"),
    operands: "[PATH…]", operandCount: 0...1_000,
    options: [
      Option(
        name: "--format", value: .choice(["text", "json"]),
        summary: Wording(en: "for people, or for programs", zh: "供人阅读，或供程序读取")),
      Option(
        name: "--strict", value: .none, summary: Wording(en: "warnings count as errors", zh: "警告也算错误")),
      .language,
    ],
    details: Wording(
      en: """
        Reads the policies in files and folders, by default in `Policies`, and says everything that is wrong in
        them at once, with the place and what to write instead. A policy without errors can decide.

          huimin check
          huimin check Policies/meal-assistance/putuo.yaml
          huimin check --format json Policies

        exit: 0 no errors, 1 errors found, 2 wrong use.
        """,
      zh: """
        读取文件和文件夹中的政策（默认 `Policies`），一次说出全部问题、所在位置和改法。没有错误的政策才能用于判定。

          huimin check
          huimin check Policies/meal-assistance/putuo.yaml
          huimin check --format json Policies

        退出码：0 没有错误，1 有错误，2 用法有误。
        """),
    run: { arguments, console in
      let paths = arguments.operands.isEmpty ? ["Policies"] : arguments.operands
      if let missing = paths.first(where: { !SourceFile.exists($0) }) {
        console.report(
          Diagnostic(
            "file-not-found",
            message: Wording(en: "there is no file or folder `\(missing)`", zh: "没有文件或文件夹 `\(missing)`")))
        return 2
      }
      let library = PolicyLibrary(loading: paths)
      let errors = library.diagnostics.count { $0.severity == .error }
      let warnings = library.diagnostics.count - errors
      if arguments["--format"] == "json" {
        console.write(JSON.array(library.diagnostics.map(\.json)).pretty + "\n")
      } else {
        console.report(library.diagnostics, files: library.files)
        if console.showsErrorsToPerson, let first = library.diagnostics.first {
          let page = "huimin explain-code \(first.code)\n"
          console.errors.write(Wording(en: "more about a code: \(page)", zh: "代码的说明：\(page)")[console.language])
        }
        let policies = library.programs.count
        console.write(
          Wording(
            en: "\(plural(policies, "policy", "policies")) checked and ready: "
              + "\(plural(errors, "error", "errors")), \(plural(warnings, "warning", "warnings"))\n",
            zh: "可用的政策 \(policies) 个：\(errors) 个错误，\(warnings) 个警告\n")[console.language])
      }
      return errors > 0 || arguments.has("--strict") && warnings > 0 ? 1 : 0
    })

  private static func plural(_ count: Int, _ one: String, _ many: String) -> String {
    "\(count) \(count == 1 ? one : many)"
  }
}
