import Huimin
import TestSupport
import Testing

@testable import HuiminCommand

/// `huimin decide` for the applicant: letters, and receipts in YAML.
@Suite("The letter of huimin decide")
struct LetterCommandTests {
  private static let letter = [
    "decide", DecideCommandTests.putuo, "--facts", DecideCommandTests.diner, "--on", "2026-01-15", "--lang", "zh",
    "--to", "张三", "--reference", "普民〔2026〕1号",
    "--office",
    "普陀区民政局",
  ]

  @Test func writesTheLetterOfDecision() {
    let markdown = CommandRun(Self.letter + ["--format", "markdown"])
    #expect(markdown.code == 0 && markdown.errors == "")
    #expect(markdown.output.hasPrefix("# 普陀区老年助餐决定书\n\n编号：普民〔2026〕1号\n\n张三：\n\n"))
    #expect(markdown.output.contains("| 老人 | 14.00元 |"))
    #expect(markdown.output.hasSuffix("普陀区民政局\\\n2026年1月15日\n"))
    let html = CommandRun(Self.letter + ["--format", "html"])
    #expect(html.output.hasPrefix("<!DOCTYPE html>\n<html lang=\"zh-CN\">"))
    #expect(html.output.contains("<p class=\"field\">编号：普民〔2026〕1号</p>\n<p>张三：</p>"))
    #expect(html.output.contains("<p class=\"signature\">普陀区民政局<br>2026年1月15日</p>"))
    #expect(CommandRun(Self.letter + ["--format", "html"]).output == html.output)
  }

  /// Every form may be for either reader; a page for the caseworker holds the whole tree.
  @Test func isForTheApplicantOrTheCaseworker() {
    let words = [
      "decide", DecideCommandTests.putuo, "--facts", DecideCommandTests.diner, "--on", "2026-01-15", "--lang", "zh",
    ]
    let page = CommandRun(words).output
    #expect(CommandRun(words + ["--for", "caseworker"]).output == page)
    #expect(CommandRun(words + ["--for", "applicant"]).output.hasPrefix("普陀区老年助餐决定书\n"))
    for format in ["markdown", "html"] {
      let report = CommandRun(words + ["--format", format, "--for", "caseworker"]).output
      #expect(report.contains("不适用“A”（5.00元）") && !report.contains("决定书"))
      #expect(!CommandRun(words + ["--format", format]).output.contains("不适用“A”"))
    }
  }

  @Test(arguments: [
    (["--to", "张三"], "`--to` stands in a letter", "add `--for applicant`"),
    (
      ["--format", "html", "--for", "caseworker", "--office", "x"], "`--office` stands in a letter",
      "add `--for applicant`"
    ),
    (["--format", "json", "--reference", "x"], "`--reference` has no place in the receipt", "--format markdown"),
    (["--format", "yaml", "--for", "applicant"], "`--for` has no place in the receipt", "--format markdown"),
  ])
  func refusesWhatDoesNotGoTogether(words: [String], message: String, help: String) {
    let run = CommandRun(
      ["decide", DecideCommandTests.putuo, "--facts", DecideCommandTests.diner, "--lang", "en"] + words)
    #expect(run.code == 2 && run.output == "")
    #expect(run.errors.contains(message) && run.errors.contains(help))
  }

  @Test func writesNoLetterOfWhatCouldNotBeDecided() throws {
    let folder = TemporaryFolder()
    try folder.write(
      "policy: test.p\ntitle: T\nin force: 2020-01-01..\nfacts: { a: number }\ndecisions: { x: 1 / a }\n", to: "p.yaml")
    let run = CommandRun(
      "decide", "\(folder.path)/p.yaml", "--set", "a=0", "--format", "html", "--on", "2026-01-15", "--lang", "en")
    #expect(run.code == 2 && run.output == "")
    #expect(run.errors.contains("division-by-zero"))
  }

  @Test func aReceiptInYAMLSaysWhatItSaysInJSON() throws {
    let words = [
      "decide", DecideCommandTests.putuo, "--facts", DecideCommandTests.diner, "--on", "2026-01-15", "--format",
    ]
    let yaml = CommandRun(words + ["yaml"]).output
    #expect(yaml.hasPrefix("receipt: \"1\"\nengine:\n  name: huimin\n"))
    func shown(_ text: String) throws -> String { "\(try Document.read(Array(text.utf8), file: "r").root.content)" }
    #expect(try shown(yaml) == shown(CommandRun(words + ["json"]).output))
  }
}

extension Node {
  /// The node without its place, for comparison.
  fileprivate var content: String {
    switch kind {
    case .scalar(let scalar): "\(scalar.isNull ? "null" : scalar.text)"
    case .sequence(let items): "[\(items.map(\.content).joined(separator: ","))]"
    case .mapping(let pairs): "{\(pairs.map { "\($0.key.content):\($0.value.content)" }.joined(separator: ","))}"
    }
  }
}
