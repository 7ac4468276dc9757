import Huimin

extension Command {
  static let check = Command(
    name: "check",
    summary: Wording(en: "find what is wrong in policies", zh: "检查政策文件"),
    operands: "[PATH…]", operandCount: 0...1_000,
    options: [
      Option(
        name: "--format", value: .choice(["text", "json", "sarif"]),
        summary: Wording(
          en: "for people, for programs, or for code hosts and editors", zh: "供人阅读，供程序读取，或供代码平台和编辑器读取")),
      Option(
        name: "--strict", value: .none, summary: Wording(en: "warnings count as errors", zh: "警告也算错误")),
      .language,
    ],
    details: Wording(
      en: """
        Reads the policies in files and folders, by default in `Policies`, and says everything that is wrong in
        them at once, with the place and what to write instead. A policy without errors can decide.

        Text goes to standard error. JSON and SARIF 2.1.0 go to standard output, in the language of --lang: JSON as
        `{"diagnostics": […], "policies": N, "errors": N, "warnings": N}`, each diagnostic with `code`, `severity`,
        `message`, `help`, `file`, `start` and `end`. Lines and columns count from 1, columns in code points, and
        `end` is the place after the last.

          huimin check
          huimin check Policies/meal-assistance/putuo.yaml
          huimin check --format json Policies
          huimin check --format sarif Policies > huimin.sarif

        exit: 0 no errors, 1 errors found, 2 wrong use.
        """,
      zh: """
        读取文件和文件夹中的政策（默认 `Policies`），一次说出全部问题、所在位置和改法。没有错误的政策才能用于判定。

        文本写到标准错误；JSON 和 SARIF 2.1.0 写到标准输出，语言由 --lang 决定。JSON 的格式为
        `{"diagnostics": […], "policies": 个数, "errors": 个数, "warnings": 个数}`，每个问题有 `code`、`severity`、
        `message`、`help`、`file`、`start`、`end`。行和列从 1 数起，列按码点计，`end` 是最后一个字符之后的位置。

          huimin check
          huimin check Policies/meal-assistance/putuo.yaml
          huimin check --format json Policies
          huimin check --format sarif Policies > huimin.sarif

        退出码：0 没有错误，1 有错误，2 用法有误。
        """),
    run: { arguments, console in
      let paths = arguments.operands.isEmpty ? ["Policies"] : arguments.operands
      if let missing = paths.first(where: { !SourceFile.exists($0) }) {
        console.report(Diagnostic.notFound(missing))
        return 2
      }
      let library = PolicyLibrary(loading: paths)
      let errors = library.diagnostics.count { $0.severity == .error }
      let warnings = library.diagnostics.count - errors
      switch arguments["--format"] {
      case "json":
        console.write(
          DiagnosticList(
            diagnostics: library.diagnostics, policies: library.programs.count, language: console.language
          ).text)
      case "sarif":
        console.write(
          SARIFLog(
            diagnostics: library.diagnostics, language: console.language, folder: SourceFile.realPath(of: ".")
          ).text)
      default:
        console.report(library.diagnostics, files: library.files)
        if console.showsErrorsToPerson, let first = library.diagnostics.first {
          let page = "huimin explain-code \(first.code)\n"
          console.errors.write(Wording(en: "more about a code: \(page)", zh: "代码的说明：\(page)")[console.language])
        }
        let ready = ready(policies: library.programs.count, modules: library.moduleCount, hasErrors: errors > 0)
        console.write(
          Wording(
            en: "\(ready[.en]) checked and ready: "
              + "\(plural(errors, "error", "errors")), \(plural(warnings, "warning", "warnings"))\n",
            zh: "可用的\(ready[.zh])：\(errors) 个错误，\(warnings) 个警告\n")[console.language])
      }
      return errors > 0 || arguments.has("--strict") && warnings > 0 ? 1 : 0
    })

  /// How many policies and modules; of sound modules alone, nothing of policies, of which there are none to be ready.
  private static func ready(policies: Int, modules: Int, hasErrors: Bool) -> Wording {
    var en: [String] = []
    var zh: [String] = []
    if policies > 0 || modules == 0 || hasErrors {
      en.append(plural(policies, "policy", "policies"))
      zh.append("政策 \(policies) 个")
    }
    if modules > 0 {
      en.append(plural(modules, "module", "modules"))
      zh.append("模块 \(modules) 个")
    }
    return Wording(en: en.joined(separator: " and "), zh: zh.joined(separator: "、"))
  }

  private static func plural(_ count: Int, _ one: String, _ many: String) -> String {
    "\(count) \(count == 1 ? one : many)"
  }
}

extension Diagnostic {
  /// There is nothing at a path.
  static func notFound(_ path: String) -> Diagnostic {
    Diagnostic(
      "file-not-found", message: Wording(en: "there is no file or folder `\(path)`", zh: "没有文件或文件夹 `\(path)`"))
  }
}
