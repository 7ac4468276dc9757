import Diagnostics
import Testing

@Suite struct SuggestionTests {
  @Test(
    arguments: [
      ("incme", ["income", "age"], "income"), ("icnome", ["income"], "income"), ("INCOME", ["income"], "income"),
      ("Income", ["outcome", "income"], "income"), ("agge", ["age"], "age"), ("mni", ["min", "max"], "min"),
      ("年令", ["年龄", "收入"], "年龄"), ("家庭人均收人", ["家庭人均收入", "家庭收入"], "家庭人均收入"), ("户籍地", ["户籍", "年龄"], "户籍"),
      ("Id", ["id"], "id"), ("colour", ["color", "colours"], "color"), ("食物", ["实物", "食品"], "实物"),
      ("houshold size", ["household size"], "household size"), ("收入年", ["年收入"], nil),
    ] as [(String, [String], String?)])
  func namesWhatWasProbablyMeant(word: String, candidates: [String], suggestion: String?) {
    #expect(Suggestion.nearest(to: word, among: candidates) == suggestion)
  }

  @Test(
    arguments: [
      ("x", ["y", "xy", "a"]), ("no", ["on", "not", "or", "nor"]), ("ab", ["ac", "b", "abc"]), ("龄", ["年", "年龄"]),
      ("", ["a", "年"]),
      ("age", ["income", "sum"]), ("年龄", ["收入", "年收入额"]), ("total", ["income"]), ("收入", ["收入"]), ("a年", ["b年", "年"]),
      ("income", []),
    ] as [(String, [String])])
  func saysNothingWhereNothingIsNear(word: String, candidates: [String]) {
    #expect(Suggestion.nearest(to: word, among: candidates) == nil)
    #expect(Suggestion.didYouMean(word, among: candidates) == nil)
  }

  @Test func ofEqualsTheFirstIsNamed() {
    #expect(Suggestion.nearest(to: "rate", among: ["rats", "date"]) == "rats")
    #expect(Suggestion.nearest(to: "rate", among: ["date", "rats"]) == "date")
  }

  @Test func isWordedInBothLanguages() {
    #expect(Suggestion.didYouMean("年令", among: ["年龄"]) == Wording(en: "did you mean `年龄`?", zh: "是否要写 `年龄`？"))
  }

  @Test func aHugeWordIsNotComparedAtAll() {
    let word = String(repeating: "a", count: 1_000_000)
    #expect(Suggestion.nearest(to: word, among: [word + "b", "a"]) == nil)
  }
}
