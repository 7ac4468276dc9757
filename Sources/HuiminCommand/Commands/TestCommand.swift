import Huimin

extension Command {
  static let test = Command(
    name: "test",
    summary: Wording(en: "run the test files of policies", zh: "运行政策的测试文件"),
    operands: "[PATH…]", operandCount: 0...1_000,
    options: [
      Option(
        name: "--filter", value: .text("TEXT"),
        summary: Wording(
          en: "only tests with TEXT in their name or file, in capitals or not", zh: "只运行名称或文件含有 TEXT 的测试，不分大小写")),
      Option(
        name: "--format", value: .choice(["text", "junit"]),
        summary: Wording(en: "for people, or JUnit XML for build servers", zh: "供人阅读，或供构建服务器读取的 JUnit XML")),
      Option(
        name: "--coverage", value: .none,
        summary: Wording(en: "what of the policies no test reached", zh: "列出政策中没有测试到的部分")),
      Option(
        name: "--update", value: .none,
        summary: Wording(
          en: "write what was decided over what failing tests expect", zh: "用判定结果改写失败的测试所写的预期")),
      Option(name: "--verbose", value: .none, summary: Wording(en: "name each test that passes too", zh: "也列出通过的测试")),
      .language,
    ],
    details: Wording(
      en: """
        Decides every example in `*.test.yaml` files, by default those below `Policies`, and shows where the outcome
        differs from what the file expects, and why it is what it is. The policies are looked for in the folder of each
        test file.

          tests: cn.shanghai.putuo.meal-assistance
          date: 2026-01-15
          cases:
            aged 83:
              facts: { age: 83, list price: 20, … }
              expect: { shares: { government: 3, diner: 14 } }

        A test may also say `status: undetermined`, `open: [facts still to be known]`, `unmet: [criteria]` and
        `fails: code`.

        `--coverage` counts what the tests reached: decisions that came to a value, rows, defaults and cases that
        counted, criteria both met and unmet, waivers, rules and exceptions that counted, candidates chosen and passed
        over, shares above zero. Each counts for the policy in whose file it is written. With JUnit it goes to
        standard error.

        `--update` writes over the values of `expect`, `status`, `open` and `unmet`, says each change, and leaves keys,
        comments and layout as they are. Look at the changes as at any other: a wrong rule passes its tests too then.

          huimin test
          huimin test Policies/meal-assistance
          huimin test --filter 83
          huimin test --coverage
          huimin test --update Policies/meal-assistance/putuo.test.yaml
          huimin test --format junit > tests.xml

        exit: 0 all passed, 1 some failed, 2 wrong use or a broken file.
        """,
      zh: """
        逐一判定 `*.test.yaml` 中的例子（默认 `Policies` 之下），指出与预期不同之处，并说明理由。
        所测政策在测试文件所在文件夹中查找。

          tests: cn.shanghai.putuo.meal-assistance
          date: 2026-01-15
          cases:
            83周岁:
              facts: { age: 83, list price: 20, … }
              expect: { shares: { government: 3, diner: 14 } }

        还可以写 `status: undetermined`、`open: [还需要知道的事实]`、`unmet: [未满足的条件]`、`fails: 代码`。

        `--coverage` 统计测试到了什么：得出结果的判定，用到的行、默认值和情形，满足过也不满足过的条件，用到的豁免、
        一般规定和例外，选中过也落选过的候选项，大于零的份额。写在哪个文件中，就计入哪个政策。与 JUnit 同用时写到
        标准错误。

        `--update` 只改写 `expect`、`status`、`open`、`unmet` 的值，逐项说明；键、注释和排版不动。改动须人工核对：规则写错时，
        改写后的测试照样通过。

          huimin test
          huimin test Policies/meal-assistance
          huimin test --filter 83
          huimin test --coverage
          huimin test --update Policies/meal-assistance/putuo.test.yaml
          huimin test --format junit > tests.xml

        退出码：0 全部通过，1 有失败，2 用法或文件有误。
        """),
    run: { arguments, console in TestCommand(arguments, console).run() })
}

/// One run of `huimin test`.
private struct TestCommand {
  private let paths: [String]
  private let filter: String?
  private let isVerbose: Bool
  private let isJUnit: Bool
  private let showsCoverage: Bool
  private let updates: Bool
  private let console: Console

  init(_ arguments: Arguments, _ console: Console) {
    paths = arguments.operands.isEmpty ? ["Policies"] : arguments.operands
    filter = arguments["--filter"]
    isVerbose = arguments.has("--verbose")
    isJUnit = arguments["--format"] == "junit"
    showsCoverage = arguments.has("--coverage")
    updates = arguments.has("--update")
    self.console = console
  }

  func run() -> Int32 {
    if let problem = misuse { return refuse(problem) }
    let paths = TestSession.files(in: self.paths)
    if paths.isEmpty { return refuse(noFiles) }
    var session = TestSession(filter: filter, read: console.read)
    var page = TestPage(console, isVerbose: isVerbose)
    var files: [TestedFile] = []
    for path in paths {
      var tested = session.run(path)
      if updates { tested = session.update(tested) }
      files.append(tested)
      if isJUnit { console.report(tested.problems, files: tested.files) } else { page.show(tested) }
    }
    if let filter, files.allSatisfy({ $0.results.isEmpty && !$0.isBroken }) { return refuse(nothing(matching: filter)) }
    if isJUnit {
      console.write(JUnitReport(files: files, language: console.language).text)
    } else {
      page.finish(files, isFiltered: filter != nil, isUpdated: updates)
    }
    if showsCoverage {
      let (coverage, broken) = session.coverage(of: files, in: self.paths)
      let text = CoveragePage(coverage: coverage, broken: broken, language: console.language).text
      (isJUnit ? console.errors : console.output).write(text)
    }
    return files.contains { $0.isBroken } ? 2 : files.contains { $0.failed > 0 } ? 1 : 0
  }

  /// What of the command line cannot be meant together.
  private var misuse: Diagnostic? {
    guard updates else { return nil }
    if isJUnit {
      return Diagnostic(
        "usage",
        message: Wording(
          en: "`--update` cannot be used with `--format junit`", zh: "`--update` 不能与 `--format junit` 同用"),
        help: Wording(en: "update first, then write JUnit XML", zh: "请先更新，再输出 JUnit XML"))
    }
    guard paths.contains("-") else { return nil }
    return Diagnostic(
      "usage", message: Wording(en: "standard input cannot be updated", zh: "标准输入无法更新"),
      help: Wording(en: "name a test file", zh: "请指定测试文件"))
  }

  private func refuse(_ diagnostic: Diagnostic) -> Int32 {
    console.report(diagnostic)
    return 2
  }

  private var noFiles: Diagnostic {
    let list = paths.map { "`\($0)`" }.joined(separator: ", ")
    return Diagnostic(
      "no-tests", message: Wording(en: "there are no test files in \(list)", zh: "\(list) 中没有测试文件"),
      help: Wording(en: "test files end in `.test.yaml`", zh: "测试文件以 `.test.yaml` 结尾"))
  }

  private func nothing(matching filter: String) -> Diagnostic {
    let shown = Quotation.of(filter)
    return Diagnostic(
      "no-tests",
      message: Wording(
        en: "no test has `\(shown)` in its name or its file", zh: "没有名称或文件含有 `\(shown)` 的测试"),
      help: Wording(en: "`--verbose` lists the names of tests", zh: "`--verbose` 列出各测试的名称"))
  }
}
