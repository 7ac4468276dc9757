import Testing

@testable import Huimin

/// Places in an instrument as each language writes them.
@Suite("Places in an instrument")
struct ArticlePlaceTests {
  @Test(arguments: [
    ("10", "第10条", "art. 10"), ("10(1)", "第10条第（1）项", "art. 10(1)"),
    ("第3条第1款第2项", "第3条第1款第2项", "art. 3 para. 1 item 2"),
    ("第二十一条第（三）项", "第二十一条第（三）项", "art. 21 item 3"), ("第百零三条", "第百零三条", "art. 103"),
    ("附件1", "附件1", "附件1"), ("第一批", "第一批", "第一批"), ("第条", "第条", "第条"), ("第3条之一", "第3条之一", "第3条之一"),
  ])
  func areWrittenInEachLanguage(text: String, zh: String, en: String) {
    let wording = ArticlePlace(text).wording
    #expect(wording[.zh] == zh)
    #expect(wording[.en] == en)
  }
}
