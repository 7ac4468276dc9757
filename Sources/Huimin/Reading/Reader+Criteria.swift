import Diagnostics
import FEEL
import PolicySource

/// Lists of criteria.
extension Reader {
  /// `all:`, `any:` or `‹at least 2›:` with criteria by name.
  mutating func group(_ node: Node, of what: Wording, at location: Location) -> CriteriaGroup<AsWritten>? {
    let entries = self.entries(
      node, of: Wording(en: "the criteria of \(what[.en])", zh: "\(what[.zh])的条件"), help: Reader.helpForCriteria)
    guard case .mapping = node.kind else { return nil }
    let rules = entries.filter { rule($0.key) != nil }
    if rules.count == 1, entries.count > 1 {
      refuseUnknown(
        entries, allowing: rules.map(\.key), in: Wording(en: "the criteria of \(what[.en])", zh: "\(what[.zh])的条件"))
    }
    guard let entry = rules.first, let rule = rule(entry.key), rules.count == 1 else {
      report(
        "bad-criteria", at: node.location, en: "the criteria of \(what[.en]) do not say how many must be met",
        zh: "\(what[.zh])没有写明须满足几项",
        help: entries.first.flatMap {
          Suggestion.didYouMean($0.key, among: spelled([Key.all, Key.any, "\(Key.atLeast) 2"]))
        }
          ?? Wording(
            en: "write `‹all›:`, `‹any›:` or `‹at least 2›:` above them", zh: "在上面写 `‹all›:`、`‹any›:` 或 `‹at least 2›:`"
          ))
      return nil
    }
    return group(rule, entry, of: what)
  }

  private mutating func group(_ rule: CriteriaRule, _ entry: Entry, of what: Wording) -> CriteriaGroup<AsWritten> {
    let entries = self.entries(
      entry.value, of: Wording(en: "the criteria of \(what[.en])", zh: "\(what[.zh])的条件"), help: Reader.helpForCriteria)
    let isMapping = if case .mapping = entry.value.kind { true } else { false }
    if entries.isEmpty, isMapping || entry.value.isNull { reportEmpty(entry.key, at: entry.keyNode.location) }
    if case .atLeast(let wanted) = rule, wanted > entries.count, isMapping {
      report(
        "bad-criteria", at: entry.keyNode.location,
        en: "`‹\(entry.key)›` of \(entries.count) criteria can never be met",
        zh: "只有 \(entries.count) 项条件，`‹\(entry.key)›` 永远无法满足")
    }
    return CriteriaGroup(rule: rule, criteria: entries.compactMap { criterion($0) })
  }

  /// How criteria are written.
  private static let helpForCriteria = Wording(
    en: "write `‹all›: { a: …, b: … }`: each criterion has a name", zh: "写 `‹all›: { 甲: …, 乙: … }`：每项条件有名称")

  mutating func reportEmpty(_ key: String, at location: Location) {
    report("empty-value", at: location, en: "there is nothing under `\(key)`", zh: "`\(key)` 下面什么也没有")
  }

  private func rule(_ key: String) -> CriteriaRule? {
    if key == Key.all { return .all }
    if key == Key.any { return .any }
    guard key.hasPrefix(Key.atLeast + " "), let count = Int(key.dropFirst(Key.atLeast.count + 1)), count > 0 else {
      return nil
    }
    return .atLeast(count)
  }

  mutating func criterion(_ entry: Entry) -> Criterion<AsWritten>? {
    let what = Wording(en: "the criterion `\(entry.key)`", zh: "条件 `\(entry.key)` ")
    guard case .mapping = entry.value.kind else {
      return written(entry.value, of: what).map { criterion(entry, [], .require($0), of: what) }
    }
    let entries = self.entries(entry.value, of: what)
    let groups = entries.filter { rule($0.key) != nil }
    refuseUnknown(entries, allowing: Key.criterionKeys + groups.map(\.key), in: what)
    let bodies = entries.filter { $0.key == Key.require || rule($0.key) != nil }
    if let extra = bodies.dropFirst().first {
      report(
        "two-forms", at: extra.keyNode.location, en: "\(what[.en]) has both `‹\(bodies[0].key)›` and `‹\(extra.key)›`",
        zh: "\(what[.zh])同时有 `‹\(bodies[0].key)›` 和 `‹\(extra.key)›`",
        help: Wording(en: "make two criteria of it", zh: "拆成两个条件"))
    }
    if let formula = entries[Key.require].flatMap({ written($0, of: what) }) {
      return criterion(entry, entries, .require(formula), of: what)
    }
    guard let inner = groups.first, let rule = rule(inner.key) else {
      missing(Key.require, in: what, at: entry.keyNode.location)
      return nil
    }
    return criterion(entry, entries, .group(group(rule, inner, of: what)), of: what)
  }

  private mutating func criterion(
    _ entry: Entry, _ entries: [Entry], _ body: Criterion<AsWritten>.Body, of what: Wording
  ) -> Criterion<AsWritten> {
    let waiver = entries[Key.waiveWhen].flatMap { written($0, of: what) }.map {
      Waiver<AsWritten>(when: $0, because: nil, citations: [], readings: [], origin: "")
    }
    return Criterion(
      name: entry.key, label: wording(entries[Key.label], of: what) ?? Wording(both: entry.key), body: body,
      citations: citations(entries[Key.cite]), readings: names(entries[Key.reading], of: what),
      evidence: wording(entries[Key.evidence], of: what), met: template(entries[Key.met], of: what),
      unmet: template(entries[Key.unmet], of: what), cure: template(entries[Key.cure], of: what),
      waivers: waiver.map { [$0] } ?? [], location: entry.keyNode.location)
  }
}
