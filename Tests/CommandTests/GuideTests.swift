import Huimin
import TestSupport
import Testing

@testable import HuiminCommand

/// Every example in the authors' guide is read as it stands.
@Suite("The guide for authors")
struct GuideTests {
  /// An example, the page that it stands on, and what stands before it there.
  struct Block: CustomTestStringConvertible {
    let page: String
    let text: String
    let before: [String]

    var isTest: Bool { text.hasPrefix("tests:") || text.hasPrefix("测试:") }
    var testDescription: String { "\(page): \(text.prefix(40))" }
  }

  static let pages =
    ["\(Checkout.policies)/README.md"] + SourceFile.files(below: "\(Checkout.policies)/guide", endingIn: [".md"])

  static let blocks: [Block] = pages.flatMap { page -> [Block] in
    let text = Recorded.read(page) ?? ""
    let examples = text.split(separator: "```yaml\n").dropFirst().compactMap {
      $0.split(separator: "```").first.map(String.init)
    }
    return examples.indices.map {
      Block(
        page: page.split(separator: "/").last.map(String.init) ?? page, text: examples[$0],
        before: Array(examples[..<$0]))
    }
  }

  @Test(arguments: blocks.filter { !$0.isTest })
  func policiesAreWithoutError(_ block: Block) {
    let shown = Self.library(block.text).diagnostics.filter { $0.severity == .error || $0.code == "unrounded-money" }
    #expect(shown.map(\.message[.en]) == [])
  }

  /// An example shows some keys; the others that a policy needs are put before it.
  private static func library(_ block: String) -> PolicyLibrary {
    func has(_ keys: String...) -> Bool { keys.contains { block.contains("\n\($0):") || block.hasPrefix("\($0):") } }
    let isChinese = has("判定", "事实") && !has("decisions", "facts")
    var head = ""
    if !has("policy", "政策", "module", "模块") { head += isChinese ? "政策: example.guide\n" : "policy: example.guide\n" }
    if !has("title", "标题") { head += isChinese ? "标题: 例\n" : "title: Example\n" }
    if !has("in force", "有效期", "module", "模块") {
      head += isChinese ? "有效期: 2026-01-01..\n" : "in force: 2026-01-01..\n"
    }
    return PolicyLibrary(reading: head + block, asIfAt: "\(Checkout.policies)/guide/example.yaml")
  }

  @Test("test files are read, and pass by the policy before them", arguments: blocks.filter(\.isTest))
  func testFilesPass(_ block: Block) throws {
    let file = try PolicyTestFile(Document.read(Array(block.text.utf8), file: "guide.test.yaml"))
    #expect(file.tests.count == 4)
    guard let policy = block.before.last(where: { $0.contains(file.policy) && !$0.hasPrefix("tests:") }),
      block.page != "README.md"
    else { return }
    for result in try Self.library(policy).run(file) {
      #expect(result.differences.map(\.message[.en]) == [], "\(result.test.name)")
    }
  }

  @Test("every page is reached from the first")
  func pagesAreLinked() throws {
    let first = try #require(Recorded.read("\(Checkout.policies)/guide/ten-minutes.md"))
    for page in Self.pages.dropFirst() where !page.hasSuffix("ten-minutes.md") {
      let name = page.split(separator: "/").last.map(String.init) ?? ""
      #expect(first.contains("(\(name))"), "\(name)")
    }
  }

  @Test func hasExamplesOfEverything() {
    #expect(Self.blocks.count >= 20)
  }
}
