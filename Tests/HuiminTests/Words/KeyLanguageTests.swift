import TestSupport
import Testing

@testable import Huimin

/// Every word of policy and test documents has one Chinese form, and a document in Chinese says what it says in English.
@Suite("Chinese keys")
struct KeyLanguageTests {
  static let files = SourceFile.files(below: Checkout.policies, endingIn: [".yaml"]).filter {
    !$0.contains("/examples/")
  }

  @Test("turn into the other language and back without a change of a single byte", arguments: files)
  func roundTrip(_ path: String) throws {
    let bytes = try SourceFile.read(path)
    let document = try Document.read(bytes, file: path)
    let own = Translation.language(of: document.root, as: try #require(Part(of: document.root)))
    let other = try PolicyFormat.text(of: document, keys: own == .zh ? .en : .zh)
    #expect(Array(other.utf8) != bytes)
    let back = try PolicyFormat.text(of: Document.read(Array(other.utf8), file: path), keys: own)
    #expect(back == String(decoding: bytes, as: UTF8.self))
  }

  @Test("decide alike", arguments: files.filter { $0.hasSuffix(".test.yaml") })
  func decideAlike(_ path: String) throws {
    let folder = TemporaryFolder()
    for file in Self.files {
      let text = try PolicyFormat.text(of: Document.read(SourceFile.read(file), file: file), keys: .zh)
      try folder.write(text, to: file.split(separator: "/").suffix(2).joined(separator: "-"))
    }
    let library = PolicyLibrary(loading: [folder.path])
    #expect(library.diagnostics.map(\.message[.zh]) == [])
    let name = "\(folder.path)/\(path.split(separator: "/").suffix(2).joined(separator: "-"))"
    let results = try library.run(PolicyTestFile(Document.read(SourceFile.read(name), file: name)))
    #expect(!results.isEmpty && results.allSatisfy(\.passed))
  }

  /// The keys of each part of a document, as its reader accepts them.
  static let parts: [(part: String, keys: [String])] = [
    ("policy", Key.policyKeys), ("module", Key.moduleKeys), ("year of a calendar", Key.calendarYearKeys),
    ("source", Key.sourceKeys), ("reading", Key.readingKeys), ("remedy", Key.remedyKeys), ("fact", Key.factKeys),
    ("field", Key.fieldKeys), ("judgement", Key.judgementKeys), ("open term", Key.openTermKeys),
    ("parameter", Key.parameterKeys),
    ("dated value", Key.datedValueKeys),
    ("decision", Key.decisionKeys + Key.splitKeys + Key.bestOfKeys + Key.quotaKeys + [Key.exceptions]),
    ("general rule", Key.generalRuleKeys), ("exception", Key.exceptionKeys), ("candidate", Key.candidateKeys),
    ("case", Key.caseKeys), ("table", Key.tableKeys), ("row", Key.rowKeys),
    ("criterion", Key.criterionKeys + [Key.all, Key.any, Key.atLeast]), ("share", Key.shareKeys),
    ("waiver", Key.waiverKeys), ("replacement", Key.replacementKeys), ("test file", Key.testFileKeys),
    ("test", Key.testKeys),
  ]

  @Test("each key has one, and no two of a part have the same", arguments: parts)
  func areDistinct(_ part: (part: String, keys: [String])) {
    let chinese = part.keys.map(Vocabulary.chinese)
    #expect(Set(chinese).count == Set(part.keys).count)
    for (key, form) in zip(part.keys, chinese) { #expect(key != form, "`\(key)` has no Chinese form") }
  }

  static let choices: [[String]] = [
    Level.allCases.map(\.rawValue), HitPolicy.allCases.map(\.rawValue), Preference.allCases.map(\.rawValue),
    Outcome.Status.allCases.map(\.rawValue), [Key.theRest], [Key.reduceInOrder, "error"], Phrase.types,
  ]

  @Test("words of closed choices have theirs", arguments: choices)
  func wordsAreDistinct(_ words: [String]) {
    let phrase = Phrase.word(words)
    let chinese = words.compactMap { phrase.chinese($0) }
    #expect(Set(chinese).count == words.count)
    for (word, form) in zip(words, chinese) {
      #expect(word != form)
      #expect(phrase.english(form) == word)
    }
  }

  static let phrases: [(phrase: Phrase, english: String, chinese: String)] = [
    (Phrase.type, "list of money", "金额列表"), (.rounding, "half up to 0.01", "四舍五入到 0.01"),
    (.rounding, "up to 1", "进位到 1"), (.rounding, "half even to 0.1", "四舍六入五成双到 0.1"),
    (.atLeast, "at least 2", "至少 2 项"),
  ]

  @Test("phrases of several words too", arguments: phrases)
  func phrasesAreTranslated(_ example: (phrase: Phrase, english: String, chinese: String)) {
    #expect(example.phrase.chinese(example.english) == example.chinese)
    #expect(example.phrase.english(example.chinese) == example.english)
  }

  @Test("a rounding may name the coin", arguments: [("四舍五入到分", "half up to 0.01"), ("向下取到元", "floor to 1")])
  func coins(_ example: (chinese: String, english: String)) {
    #expect(Phrase.rounding.english(example.chinese) == example.english)
  }

  @Test("an author's own name is never taken for a word of the language")
  func namesStay() throws {
    let text = """
      政策: cn.city.subject
      标题: 名称
      有效期: 2026-01-01..
      事实:
        事实: 是否
        当: 金额
        类别: { 选项: { 理由: { 中文: 甲 }, 则: 乙 } }
        家庭: { 类型: 列表, 每项: { 名称: 文字, 金额: { 类型: 金额, 名称: 收入 } } }
      判定:
        判定: 事实 and 当 > 0
        值: { 条件: { 全部: { 要求: 判定, 依据: { 要求: 类别 = 理由 } } } }
        合计: sum(家庭.金额)
      """
    let library = PolicyLibrary(reading: text, file: "名称.yaml")
    #expect(library.diagnostics.filter { $0.severity == .error }.map(\.message[.zh]) == [])
    let english = try PolicyFormat.text(of: Document.read(Array(text.utf8), file: "名称.yaml"), keys: .en)
    #expect(english.contains("  事实: boolean\n  当: money\n"))
    #expect(english.contains("of: { 名称: text, 金额: { type: money, label: 收入 } }"))
    #expect(english.contains("值: { criteria: { all: { 要求: 判定, 依据: { require: 类别 = 理由 } } } }"))
  }
}
