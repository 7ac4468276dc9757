import Diagnostics
import FEEL
import PolicySource

extension Reader {
  /// Reads a whole policy document. Nothing where it has no id or is no mapping; otherwise all that could be read.
  mutating func policy(contentHash: String) -> Policy? {
    let what = Wording(en: "a policy", zh: "政策")
    guard case .mapping = root.kind else {
      report(
        "not-a-policy", at: root.location, en: "this is not a policy", zh: "这不是政策文件",
        help: Wording(en: "a policy begins with `‹policy›: ` and its id", zh: "政策以 `‹policy›: ` 和标识开头"))
      return nil
    }
    let entries = entries(root, of: what)
    if let tests = entries.first(where: { $0.key == Key.tests }), entries[Key.policy] == nil {
      report(
        "not-a-policy", at: tests.keyNode.location, en: "this is a test file, not a policy", zh: "这是测试文件，不是政策",
        help: Wording(en: "run `huimin test` on it", zh: "请用 `huimin test` 运行"))
      return nil
    }
    if !entries.contains(where: { isLikePolicyKey($0.key) }) {
      report(
        "not-a-policy", at: root.location, en: "this is not a policy", zh: "这不是政策文件",
        help: Wording(
          en: "a policy begins with `‹policy›: ` and its id; `huimin decide POLICY --facts FILE` takes a record",
          zh: "政策以 `‹policy›: ` 和标识开头；资料用 `huimin decide 政策 --facts 文件` 读入"))
      return nil
    }
    let isModule = entries[Key.module] != nil && entries[Key.policy] == nil
    let keys = isModule ? Key.moduleKeys : Key.policyKeys
    refuseUnknown(entries, allowing: keys, in: isModule ? Wording(en: "a module", zh: "模块") : what)
    if entries.contains(where: { !keys.contains($0.key) }) { lacksNames = true }
    guard let idNode = entries[isModule ? Key.module : Key.policy] else {
      missing(
        Key.policy, in: what, at: root.location,
        help: Wording(
          en: "begin with `‹policy›: ` and an id such as `cn.city.subject`",
          zh: "开头写 `‹policy›: ` 和标识，例如 `cn.city.subject`"
        ))
      return nil
    }
    guard let id = text(idNode, of: Wording(en: "the id", zh: "标识")) else { return nil }
    if let extra = entries.first(where: { $0.key == Key.amends }), entries[Key.implements] != nil {
      report(
        "two-forms", at: extra.keyNode.location, en: "a policy either implements another or amends one",
        zh: "一个政策要么实施（implements），要么修改（amends）另一政策",
        help: Wording(en: "make two policies of it", zh: "拆成两个政策"))
    }
    require(
      isModule ? [Key.title] : [Key.title, Key.inForce], in: entries, allowing: keys,
      of: isModule ? Wording(en: "a module", zh: "模块") : what, at: idNode.location)
    return Policy(
      id: id, title: wording(entries[Key.title], of: Wording(en: "the title", zh: "标题")) ?? Wording(both: id),
      level: choice(entries[Key.level], of: Wording(en: "level", zh: "层级"), as: Level.self),
      inForce: entries[Key.inForce].flatMap { period($0) } ?? Period(first: nil, last: nil),
      sourceChecked: entries[Key.sourceChecked].flatMap { date($0, of: Wording(en: "the date", zh: "日期")) },
      note: wording(entries[Key.note], of: Wording(en: "the note", zh: "说明")),
      sources: sources(entries[Key.sources], of: id),
      readings: readings(entries[Key.readings], of: id),
      remedies: remedies(isModule ? nil : entries[Key.review], of: id), facts: facts(entries[Key.facts]),
      parameters: parameters(entries[Key.parameters]), openTerms: openTerms(isModule ? nil : entries[Key.open]),
      decisions: decisions(entries[Key.decisions]),
      outcome: names(entries[Key.outcome], of: Wording(en: "the outcome", zh: "结论")),
      implements: entries[Key.implements].flatMap { named($0, of: Wording(en: "the id", zh: "标识")) },
      amends: entries[Key.amends].flatMap { named($0, of: Wording(en: "the id", zh: "标识")) },
      changes: changes(entries[Key.changes], origin: id),
      uses: names(entries[Key.uses], of: Wording(en: "the id", zh: "标识")),
      comparison: comparison(entries[Key.comparisonWords]),
      calendar: calendar(entries[Key.workingDays]), unread: unread,
      isModule: isModule, language: language, file: document.file,
      contentHash: contentHash,
      location: idNode.location)
  }

  /// Whether a key is one of a policy, perhaps misspelt.
  private func isLikePolicyKey(_ key: String) -> Bool {
    let keys = Key.policyKeys + Key.moduleKeys
    return keys.contains(key) || Suggestion.nearest(to: key, among: spelled(keys)) != nil
  }

  /// `2025-12-22..`, `..2025-12-21`, or both ends.
  mutating func period(_ node: Node) -> Period? {
    guard let text = text(node, of: Wording(en: "the period", zh: "期间")) else { return nil }
    guard let dots = text.range(of: "..") else {
      report(
        "bad-period", at: node.location, en: "`\(text)` is not a period", zh: "`\(text)` 不是期间",
        help: Wording(
          en: "write `2025-12-22..` for from then on, or `2024-01-01..2025-12-21`",
          zh: "写 `2025-12-22..` 表示自该日起，或 `2024-01-01..2025-12-21`"))
      return nil
    }
    let first = text[..<dots.lowerBound].trimmed
    let last = text[dots.upperBound...].trimmed
    let period = Period(
      first: first.isEmpty ? nil : date(first, at: node.location),
      last: last.isEmpty ? nil : date(last, at: node.location))
    if let first = period.first, let last = period.last, last < first {
      reportReversed(text, first, last, at: node.location)
    }
    return period
  }

  /// Of days in the wrong order, which are not days of some other year.
  mutating func reportReversed(_ text: String, _ first: CalendarDate, _ last: CalendarDate, at location: Location) {
    report(
      "bad-period", at: location, en: "`\(text)` ends before it begins", zh: "`\(text)` 的结束早于开始",
      help: Wording(en: "the earlier day stands first: `\(last)..\(first)`", zh: "较早的一天写在前面：`\(last)..\(first)`"))
  }

  // MARK: Sources and readings

  private mutating func sources(_ node: Node?, of policy: String) -> [Source] {
    guard let node else { return [] }
    return declarations(node, under: Key.sources).map { entry in
      let what = Wording(en: "the source `\(entry.key)`", zh: "依据 `\(entry.key)` ")
      let entries = self.entries(entry.value, of: what)
      refuseUnknown(
        entries, allowing: Key.sourceKeys, in: what)
      if entries[Key.title] == nil { missing(Key.title, in: what, at: entry.keyNode.location) }
      func plain(_ key: String) -> String? { entries[key].flatMap { text($0, of: what) } }
      return Source(
        name: entry.key, title: wording(entries[Key.title], of: what) ?? Wording(both: entry.key),
        number: plain(Key.number), issuer: wording(entries[Key.issuer], of: what), date: plain(Key.date),
        url: plain(Key.url), note: wording(entries[Key.note], of: what), policy: policy)
    }
  }

  private mutating func readings(_ node: Node?, of policy: String) -> [Reading] {
    guard let node else { return [] }
    return declarations(node, under: Key.readings).map { entry in
      let what = Wording(en: "the reading `\(entry.key)`", zh: "解读 `\(entry.key)` ")
      guard case .mapping = entry.value.kind else {
        return Reading(
          name: entry.key, text: wording(entry.value, of: what) ?? Wording(both: ""), silentIn: nil, policy: policy,
          location: entry.keyNode.location)
      }
      let entries = self.entries(entry.value, of: what)
      refuseUnknown(entries, allowing: Key.readingKeys, in: what)
      return Reading(
        name: entry.key,
        text: Wording(
          en: entries["en"].flatMap { text($0, of: what) }, zh: entries["zh"].flatMap { text($0, of: what) }),
        silentIn: citations(entries[Key.silentIn]).first, policy: policy, location: entry.keyNode.location)
    }
  }

  /// `notice`, `notice 3`, or a list of such. Whether the source exists is checked later, with those of the policies above.
  mutating func citations(_ node: Node?) -> [Citation] {
    names(node, of: Wording(en: "a citation", zh: "引文")).map { Citation(text: $0.name, location: $0.location) }
  }
}

extension StringProtocol {
  /// Without the spaces at either end.
  var trimmed: String {
    var view = Substring(self)
    while view.first?.isWhitespace == true { view.removeFirst() }
    while view.last?.isWhitespace == true { view.removeLast() }
    return String(view)
  }

  /// Where a short separator first stands.
  func range(of separator: String) -> Range<Index>? {
    var start = startIndex
    while start < endIndex {
      if self[start...].hasPrefix(separator) {
        return start..<(index(start, offsetBy: separator.count, limitedBy: endIndex) ?? endIndex)
      }
      start = index(after: start)
    }
    return nil
  }
}
