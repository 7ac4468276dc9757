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
    for change in tested.changes {
      let place = "\(tested.path):\(change.location.start.line):\(change.location.start.column)"
      let values = "`\(Quotation.visible(change.old))` → `\(Quotation.visible(change.new))`"
      console.write(
        Wording(
          en: "updated \(place): \(change.test): \(values)\n", zh: "已改写 \(place)：\(change.test)：\(values)\n")[
            console.language])
    }
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
    console.report(tested.left[result.test.name] ?? result.differences, files: [tested.path: tested.bytes])
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

  /// - Parameters:
  ///   - isFiltered: whether to say how many tests were left out.
  ///   - isUpdated: whether to say how many values were written over.
  func finish(_ files: [TestedFile], isFiltered: Bool, isUpdated: Bool) {
    if told > TestPage.mostReasons {
      console.write(
        Wording(
          en: "the reasons of the first \(TestPage.mostReasons) failures are shown; `--filter` runs a single test\n",
          zh: "只显示前 \(TestPage.mostReasons) 个失败的理由；单独运行某个测试请用 `--filter`\n")[console.language])
    }
    let (passed, failed) = files.reduce((0, 0)) { ($0.0 + $1.passed, $0.1 + $1.failed) }
    var parts = [
      Wording(en: "\(passed) passed", zh: "\(passed) 通过"), Wording(en: "\(failed) failed", zh: "\(failed) 失败"),
    ]
    if isFiltered {
      let count = files.reduce(0) { $0 + $1.leftOut }
      parts.append(Wording(en: "\(count) left out", zh: "\(count) 未运行"))
    }
    if isUpdated {
      let count = files.reduce(0) { $0 + $1.changes.count }
      parts.append(Wording(en: "\(count) \(count == 1 ? "value" : "values") updated", zh: "改写 \(count) 处"))
    }
    let comma = Wording(en: ", ", zh: "，")[console.language]
    console.write(parts.map { $0[console.language] }.joined(separator: comma) + "\n")
  }
}
