import PolicySource
import Testing

/// Slips of Chinese keyboards and missing spaces, found where they were made.
@Suite struct AuthorSlipTests {
  @Test(arguments: [
    ("年龄：60", "1:3-1:4"),
    ("a: 1\n年龄：60\nb: 2", "2:3-2:4"),
    ("facts：\n  a: 1", "1:6-1:7"),
    ("facts:\n  年龄：\n    a: 1", "2:5-2:6"),
    ("list:\n  - 名称：张三\n    b: 2", "2:7-2:8"),
    ("label:\n  en: x\n  zh：中文\n", "3:5-3:6"),
    ("{年龄：60, b: 1}", "1:4-1:5"),
    ("a: \"x\"\n  年龄：60", "2:5-2:6"),
    ("\u{FEFF}年龄：60", "1:3-1:4"),
  ])
  func aFullWidthColonAfterAKeyIsNamed(text: String, places: String) {
    let found = problems(text)
    #expect(found.map(\.summary) == ["full-width-punctuation \(places)"])
    #expect(found.first?.message.en?.hasPrefix("the colon `：` is full-width, so `") == true)
  }

  @Test func theHelpWritesTheKeyAsItShouldBe() {
    let found = problems("a: 1\n年龄：60\nb: 2").first
    #expect(found?.message.zh == "冒号 `：` 是全角的，`年龄` 不成为键")
    #expect(found?.help == Wording(en: "write `年龄: `", zh: "写成 `年龄: `，英文冒号后加空格"))
  }

  @Test(arguments: [
    ("a: {x: 1， b: 2}", "1:9-1:10", "the comma `，` is full-width and parts nothing here"),
    ("a: {x: 1、 b: 2}", "1:9-1:10", "the comma `、` is full-width and parts nothing here"),
    ("a: [\"x\"，\"y\"]", "1:8-1:9", "the comma `，` is full-width and parts nothing here"),
    ("a: “x: y”", "1:4-1:5", "`“` is no quote that YAML knows"),
    ("a: 「x: y」", "1:4-1:5", "`「` is no quote that YAML knows"),
    ("a: 1\n\u{3000}b: 2", "2:1-2:2", "a full-width space stands in the indentation"),
    ("a:\n \u{A0}b: 2", "2:2-2:3", "a no-break space stands in the indentation"),
    ("\u{3000}年龄: 2", "1:1-1:2", "a full-width space stands in the indentation"),
  ])
  func otherFullWidthPunctuationIsNamed(text: String, places: String, message: String) {
    let found = problems(text)
    #expect(found.map(\.summary) == ["full-width-punctuation \(places)"])
    #expect(found.first?.message.en == message)
  }

  @Test(arguments: [
    ("a:1\nb: 2", "1:2-1:3", "write `a: 1`"),
    ("b: 2\na:1\n", "2:2-2:3", "write `a: 1`"),
    ("年龄:60\n收入: 1", "1:3-1:4", "write `年龄: 60`"),
    ("- a\n-b\n", "2:1-2:2", "write `- b`"),
    ("x:\n  - a\n  -b: 1\n", "3:3-3:4", "write `- b: 1`"),
  ])
  func aMissingSpaceIsNamed(text: String, places: String, help: String) {
    let found = problems(text)
    #expect(found.map(\.summary) == ["missing-space \(places)"])
    #expect(found.first?.help?.en == help)
  }

  @Test(
    arguments: [
      ("facts:\n  年龄：60", "full-width-punctuation 2:5-2:6"), ("facts: 年龄：60", "full-width-punctuation 1:10-1:11"),
      ("facts: &x age:60", "missing-space 1:14-1:15"), ("facts:\n  -a", "missing-space 2:3-2:4"),
      ("facts: 六十", nil), ("facts: '年龄：60'", nil), ("facts: -60", nil), ("facts: 1:30", nil), ("facts: http://x", nil),
      ("facts: [年龄：60]", nil), ("facts:", nil),
    ] as [(String, String?)])
  func aTextInPlaceOfKeysIsExplained(text: String, summary: String?) throws {
    let document = try read(text)
    let node = try #require(document.root["facts"])
    #expect(document.slip(making: node)?.summary == summary)
  }

  /// Full-width punctuation is part of Chinese text, and no slip there.
  @Test(arguments: [
    "a: 说明：见下，共“两”条", "a: |\n  说明：一\n  b：c\n", "a: 第一行\n  说明：第二行", "- 说明：见下\n- a", "“a”: 1", "a: http://x.cn",
    "a: [年龄：60]", "'年龄：': 1", "说明（注：一）: 1",
  ])
  func chinesePunctuationInTextIsNoSlip(text: String) {
    #expect(problems(text).isEmpty)
  }

  /// The text above has a full-width colon, but the mistake is another.
  @Test func textAboveAMistakeIsNotBlamed() {
    #expect(problems("a: |\n  说明：x\n b: c").map(\.code) == ["yaml-syntax"])
    #expect(problems("a: '说明：x'\nb: c: d").map(\.summary) == ["yaml-syntax 2:5-2:6"])
    #expect(problems("# 注：x\na: b: d").map(\.summary) == ["yaml-syntax 2:5-2:6"])
  }
}
