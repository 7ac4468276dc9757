import Huimin

/// What tests came to, as lines for people, file by file while they run.
struct TestPage {
  private let console: Console
  private let isVerbose: Bool
  /// Failures told so far.
  private var told = 0
  /// After so many the reasons of the rest would only bury the first.
  private static let mostReasons = 5

  init(_ console: Console, isVerbose: Bool) {
    self.console = console
    self.isVerbose = isVerbose
  }

  mutating func show(_ tested: TestedFile) {
    for result in tested.results {
      if !result.passed {
        show(result, of: tested)
      } else if isVerbose {
        console.write("✓ \(tested.path): \(result.test.name)\n")
      }
    }
    console.report(tested.problems, files: tested.files)
  }

  private mutating func show(_ result: PolicyTestResult, of tested: TestedFile) {
    console.write("✗ \(tested.path): \(result.test.name)\n")
    console.report(result.differences, files: [tested.path: tested.bytes])
    told += 1
    guard told <= TestPage.mostReasons, let outcome = result.outcome else { return }
    let report = TextReport(
      outcome, language: console.language, width: console.width - 2, isColored: console.colorsOutput)
    console.write(TestPage.reasons(report, console.language))
  }

  /// The reasons of an outcome under a heading; nothing where there are none.
  static func reasons(_ report: TextReport, _ language: Language) -> String {
    let text = report.reasonsText
    guard !text.isEmpty else { return "" }
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
    return Wording(en: "  why:\n", zh: "  理由：\n")[language] + lines.map { "  \($0)\n" }.joined()
  }

  func finish(_ files: [TestedFile], isFiltered: Bool) {
    if told > TestPage.mostReasons {
      console.write(
        Wording(
          en: "the reasons of the first \(TestPage.mostReasons) failures are shown; `--filter` runs a single test\n",
          zh: "只显示前 \(TestPage.mostReasons) 个失败的理由；单独运行某个测试请用 `--filter`\n")[console.language])
    }
    let (passed, failed) = files.reduce((0, 0)) { ($0.0 + $1.passed, $0.1 + $1.failed) }
    let leftOut = files.reduce(0) { $0 + $1.leftOut }
    let rest = isFiltered ? Wording(en: ", \(leftOut) left out", zh: "，\(leftOut) 未运行") : Wording(both: "")
    console.write(
      Wording(
        en: "\(passed) passed, \(failed) failed\(rest[.en])\n", zh: "\(passed) 通过，\(failed) 失败\(rest[.zh])\n")[
          console.language])
  }
}
