import Huimin

extension Command {
  static let test = Command(
    name: "test",
    summary: Wording(en: "run the test files of policies", zh: "运行政策的测试文件"),
    operands: "[PATH…]", operandCount: 0...1_000,
    options: [
      Option(name: "--verbose", value: .none, summary: Wording(en: "name each test that passes too", zh: "也列出通过的测试")),
      .language,
    ],
    details: Wording(
      en: """
        Decides every example in `*.test.yaml` files, by default those below `Policies`, and shows where the outcome
        differs from what the file expects. The policies are looked for in the folder of each test file.

          tests: cn.shanghai.putuo.meal-assistance
          date: 2026-01-15
          cases:
            aged 83:
              facts: { age: 83, list price: 20, … }
              expect: { shares: { government: 3, diner: 14 } }

        A test may also say `status: undetermined`, `open: [facts still to be known]`, `unmet: [criteria]` and
        `fails: code`.

          huimin test
          huimin test Policies/meal-assistance

        exit: 0 all passed, 1 some failed, 2 wrong use or a broken file.
        """,
      zh: """
        逐一判定 `*.test.yaml` 中的例子（默认 `Policies` 之下），指出与预期不同之处。所测政策在测试文件所在文件夹中查找。

          tests: cn.shanghai.putuo.meal-assistance
          date: 2026-01-15
          cases:
            83周岁:
              facts: { age: 83, list price: 20, … }
              expect: { shares: { government: 3, diner: 14 } }

        还可以写 `status: undetermined`、`open: [还需要知道的事实]`、`unmet: [未满足的条件]`、`fails: 代码`。

          huimin test
          huimin test Policies/meal-assistance

        退出码：0 全部通过，1 有失败，2 用法或文件有误。
        """),
    run: { arguments, console in
      var command = TestCommand(console, isVerbose: arguments.has("--verbose"))
      return command.run(arguments.operands.isEmpty ? ["Policies"] : arguments.operands)
    })
}

/// One run of `huimin test`.
private struct TestCommand {
  private let console: Console
  private let isVerbose: Bool
  private var passed = 0
  private var failed = 0
  private var isBroken = false
  private var libraries: [String: PolicyLibrary] = [:]

  init(_ console: Console, isVerbose: Bool) {
    self.console = console
    self.isVerbose = isVerbose
  }

  mutating func run(_ paths: [String]) -> Int32 {
    let files = paths.flatMap { path in
      SourceFile.isFolder(path) ? SourceFile.files(below: path, endingIn: [".test.yaml", ".test.yml"]) : [path]
    }
    if files.isEmpty {
      let list = paths.map { "`\($0)`" }.joined(separator: ", ")
      console.report(
        Diagnostic(
          "no-tests", message: Wording(en: "there are no test files in \(list)", zh: "\(list) 中没有测试文件"),
          help: Wording(en: "test files end in `.test.yaml`", zh: "测试文件以 `.test.yaml` 结尾")))
      return 2
    }
    for file in files { run(file) }
    console.write(
      Wording(en: "\(passed) passed, \(failed) failed\n", zh: "\(passed) 通过，\(failed) 失败\n")[console.language])
    return isBroken ? 2 : failed > 0 ? 1 : 0
  }

  private mutating func run(_ path: String) {
    var bytes: [UInt8] = []
    do throws(Unreadable) {
      bytes = try console.read(path)
      let file = try PolicyTestFile(Document.read(bytes, file: path))
      try run(file, path, bytes)
    } catch {
      isBroken = true
      console.report(error.diagnostics, files: [path: bytes])
    }
  }

  private mutating func run(_ file: PolicyTestFile, _ path: String, _ bytes: [UInt8]) throws(Unreadable) {
    let folder = SourceFile.folder(of: path)
    let library = libraries[folder] ?? PolicyLibrary(loading: [folder])
    libraries[folder] = library
    do throws(Diagnostic) {
      for result in try library.run(file) {
        if result.passed { passed += 1 } else { failed += 1 }
        if isVerbose, result.passed { console.write("✓ \(path): \(result.test.name)\n") }
        if result.passed { continue }
        console.write("✗ \(path): \(result.test.name)\n")
        console.report(result.differences, files: [path: bytes])
      }
    } catch {
      console.report(library.diagnostics.filter { $0.severity == .error }, files: library.files)
      throw Unreadable([error])
    }
  }
}
