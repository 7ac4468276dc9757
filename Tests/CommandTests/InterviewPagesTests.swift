import Huimin
import TestSupport
import Testing

@testable import HuiminCommand

/// Interviews with made-up applicants, each a page in `Interviews`.
@Suite("Interviews at a terminal")
struct InterviewPagesTests {
  static let pages = SourceFile.files(below: "\(Checkout.tests)/CommandTests/Interviews", endingIn: [".txt"])

  @Test("ask and say what stands on the page", arguments: pages)
  func ask(_ path: String) throws {
    let run = InterviewRun(try #require(Recorded.read(path)), in: TemporaryFolder())
    #expect(run.code == 0)
    // What is wrong stands on one line, as everywhere.
    let lines = run.page.split(separator: "\n").dropFirst().filter {
      !$0.contains("[fact-") && !$0.hasPrefix("  help") && !$0.hasPrefix("  帮助")
    }
    let widest = lines.map { TextWidth.of($0) }.max() ?? 0
    #expect(widest <= 80)
    try Recorded.expect(run.page, matches: path)
  }
}
