import Diagnostics
import PolicySource

/// The better of several benefits.
extension Reader {
  mutating func bestOf(_ node: Node, _ entries: [Entry], of what: Wording, at location: Location)
    -> BestOf<AsWritten>?
  {
    let candidates = self.entries(
      node, of: Wording(en: "the candidates of \(what[.en])", zh: "\(what[.zh])的各项"),
      help: Wording(en: "name each candidate: `a: 30`", zh: "每项写一个名称：`甲: 30`")
    ).compactMap { candidate($0, of: what) }
    guard case .mapping = node.kind else { return nil }
    if case .mapping(let pairs) = node.kind, pairs.count < 2 {
      report(
        "too-few-candidates", at: node.location, en: "\(what[.en]) has nothing to choose from",
        zh: "\(what[.zh])没有可比较的项",
        help: Wording(en: "name at least two candidates", zh: "至少写两项"))
    }
    let otherwise = entries[Key.otherwise].flatMap { written($0, of: what) }
    let isSure = candidates.contains { $0.when == nil }
    if otherwise == nil, !isSure, !candidates.isEmpty {
      report(
        "missing-otherwise", at: location, en: "\(what[.en]) does not say what holds where no candidate applies",
        zh: "\(what[.zh])没有写明各项都不适用时如何", help: Wording(en: "add `‹otherwise›: …`", zh: "补上 `‹otherwise›: …`"))
    }
    if let node = entries[Key.otherwise], isSure {
      report(
        "unreachable-case", at: node.location,
        en: "a candidate without `‹when›` always applies, and `‹otherwise›` never",
        zh: "有一项没有 `‹when›`，总会适用，`‹otherwise›` 永远不会用到",
        help: Wording(en: "leave out `‹otherwise›`", zh: "去掉 `‹otherwise›`"))
    }
    let wanted = choice(
      entries[Key.choose], of: Wording(en: "way to choose", zh: "取舍方式"), as: Preference.self)
    return BestOf(wanted: wanted ?? .highest, candidates: candidates, otherwise: otherwise)
  }

  /// `name: value`, or `name: { value: …, when: … }`.
  private mutating func candidate(_ entry: Entry, of what: Wording) -> BestOf<AsWritten>.Candidate? {
    let name = Wording(en: "`\(entry.key)` of \(what[.en])", zh: "\(what[.zh])的 `\(entry.key)` ")
    guard ![Key.otherwise, Vocabulary.chinese(Key.otherwise)].contains(entry.key) else {
      report(
        "unknown-key", at: entry.keyNode.location, en: "`\(entry.key)` stands among the candidates of \(what[.en])",
        zh: "`\(entry.key)` 写在\(what[.zh])的各项之中",
        help: Wording(
          en: "write it beside `‹best of›`, and not below it", zh: "与 `‹best of›` 并列，不要写在其下"))
      return nil
    }
    guard case .mapping = entry.value.kind else {
      return written(entry.value, of: name).map { candidate(entry, [], when: nil, $0, of: name) }
    }
    let entries = self.entries(entry.value, of: name)
    refuseUnknown(entries, allowing: Key.candidateKeys, in: name)
    guard let value = entries[Key.value] else {
      require([Key.value], in: entries, allowing: Key.candidateKeys, of: name, at: entry.keyNode.location)
      return nil
    }
    let when = entries[Key.when].flatMap { written($0, of: name) }
    guard let value = written(value, of: name), entries[Key.when] == nil || when != nil else { return nil }
    return candidate(entry, entries, when: when, value, of: name)
  }

  private mutating func candidate(
    _ entry: Entry, _ entries: [Entry], when: Written?, _ value: Written, of name: Wording
  ) -> BestOf<AsWritten>.Candidate {
    BestOf.Candidate(
      name: entry.key, label: wording(entries[Key.label], of: name) ?? Wording(both: entry.key), when: when,
      value: value, because: template(entries[Key.because], of: name), citations: citations(entries[Key.cite]),
      readings: names(entries[Key.reading], of: name), location: entry.keyNode.location)
  }
}
