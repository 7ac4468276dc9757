import Huimin
import TestSupport
import Testing

@testable import HuiminCommand

/// Every example in the authors' guide is read as it stands.
@Suite("The guide for authors")
struct GuideTests {
  static let blocks: [String] = {
    let text = Recorded.read("\(Checkout.policies)/README.md") ?? ""
    return text.split(separator: "```yaml\n").dropFirst().compactMap {
      $0.split(separator: "```").first.map(String.init)
    }
  }()

  @Test(arguments: blocks.filter { !$0.hasPrefix("tests:") })
  func policiesAreWithoutError(_ block: String) {
    // An example shows some keys; the others that a policy needs are put before it.
    let head = ["policy": "example.guide", "title": "Example", "in force": "2026-01-01.."]
      .filter { !block.contains("\n\($0.key):") && !block.hasPrefix("\($0.key):") }
      .map { "\($0.key): \($0.value)\n" }.sorted().joined()
    let library = PolicyLibrary(reading: head + block, file: "guide.yaml")
    let shown = library.diagnostics.filter { $0.severity == .error || $0.code == "unrounded-money" }
    #expect(shown.map(\.message[.en]) == [])
  }

  @Test(arguments: blocks.filter { $0.hasPrefix("tests:") })
  func testFilesAreRead(_ block: String) throws {
    let file = try PolicyTestFile(Document.read(Array(block.utf8), file: "guide.test.yaml"))
    #expect(file.tests.count == 4)
  }

  @Test func hasExamplesOfEverything() {
    #expect(Self.blocks.count >= 6)
  }
}
