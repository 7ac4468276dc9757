import Diagnostics
import FEEL
import PolicySource

/// What words of comparison mean.
extension Reader {
  /// `{ 以上: including, 不满: excluding, cite: law 1259 }`.
  mutating func comparison(_ node: Node?) -> ComparisonMeaning {
    guard let node else { return .none }
    let what = Wording(en: "`‹comparison words›`", zh: "`‹comparison words›`")
    var words: [String: Inclusion] = [:]
    let entries = self.entries(node, of: what)
    for entry in entries where entry.key != Key.cite {
      guard ComparisonWords.all.contains(entry.key) else {
        report(
          "unknown-key", at: entry.keyNode.location, en: "`\(entry.key)` is no word of comparison that is known here",
          zh: "`\(entry.key)` 不是已知的比较用语",
          help: Suggestion.didYouMean(entry.key, among: ComparisonWords.all)
            ?? Wording(
              en: "the words are \(ComparisonWords.all.map { "`\($0)`" }.joined(separator: ", "))",
              zh: "可用的词：\(ComparisonWords.all.map { "`\($0)`" }.joined(separator: "、"))"))
        continue
      }
      words[entry.key] = choice(
        entry.value, of: Wording(en: "way to read a word of comparison", zh: "比较用语的含义"), as: Inclusion.self)
    }
    return ComparisonMeaning(words: words, citations: citations(entries[Key.cite]))
  }
}
