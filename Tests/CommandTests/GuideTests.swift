import TestSupport
import Testing

@testable import Huimin
@testable import HuiminCommand

/// The authors' guide is true: its examples load, its tests pass, and what its commands print is what it shows.
@Suite("The guide for authors")
struct GuideTests {
  static let first = "\(Checkout.policies)/README.md"
  static let others = SourceFile.files(below: "\(Checkout.policies)/guide", endingIn: [".md"])

  private static func done(_ path: String) throws -> GuidePage { try GuidePage(#require(Recorded.read(path))) }

  @Test("shows what the commands print, and its examples are without error", arguments: [first] + others)
  func isTrue(_ path: String) throws {
    let page = try Self.done(path)
    #expect(page.problems == [])
    try Recorded.expect(page.text, matches: path)
  }

  @Test("every page is reached from the first, in both halves")
  func pagesAreLinked() throws {
    let halves = try #require(Recorded.read(Self.first)).split(separator: "\n## English\n")
    try #require(halves.count == 2)
    for page in Self.others {
      let name = page.split(separator: "/").last.map(String.init) ?? ""
      for half in halves { #expect(half.contains("(guide/\(name))"), "\(name)") }
    }
  }

  @Test("every page says when it is wanted, first in Chinese", arguments: others)
  func saysWhen(_ path: String) throws {
    let text = try #require(Recorded.read(path))
    let halves = text.split(separator: "\n## English\n")
    try #require(halves.count == 2)
    #expect(halves[0].contains("\n## 中文\n\n**什么时候用**："))
    #expect(halves[1].contains("**When**:"))
  }

  @Test("a page keeps to one language of keys, and more than a third are Chinese")
  func keepsToOneLanguage() throws {
    var chinese = 0
    for path in Self.others {
      let isChinese = try Self.done(path).keys.map { $0.contains { $0 >= "一" } }
      #expect(Set(isChinese).count == 1, "\(path)")
      if isChinese.first == true { chinese += 1 }
    }
    #expect(chinese * 3 > Self.others.count)
  }

  @Test("the first page has every key in both languages")
  func namesEveryKey() throws {
    let text = try #require(Recorded.read(Self.first))
    for (english, chinese) in Vocabulary.keys where english != "number" {
      #expect(text.contains(english) && text.contains(chinese), "\(english) \(chinese)")
    }
  }
}
