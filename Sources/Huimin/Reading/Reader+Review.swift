import Diagnostics
import FEEL
import PolicySource

/// Ways in which a decision may be contested.
extension Reader {
  /// `reconsideration: { label: …, to: …, within: P60D, cite: … }`, one of each way.
  mutating func remedies(_ node: Node?, of policy: String) -> [Remedy] {
    guard let node else { return [] }
    return declarations(node, under: Key.review, keys: Key.remedyKeys).compactMap { remedy($0, of: policy) }
  }

  private mutating func remedy(_ entry: Entry, of policy: String) -> Remedy? {
    let what = Wording(en: "the review `\(entry.key)`", zh: "权利救济 `\(entry.key)` ")
    let entries = self.entries(entry.value, of: what)
    // Anything but keys has been refused; of nothing at all the keys are missing.
    if case .mapping = entry.value.kind {} else if !entry.value.isNull { return nil }
    refuseUnknown(entries, allowing: Key.remedyKeys, in: what)
    require([Key.to], in: entries, allowing: Key.remedyKeys, of: what, at: entry.keyNode.location)
    return Remedy(
      name: entry.key, label: wording(entries[Key.label], of: what) ?? Wording(both: entry.key),
      to: wording(entries[Key.to], of: what) ?? Wording(both: ""),
      within: entries[Key.within].flatMap { term($0, of: what) }, from: wording(entries[Key.from], of: what),
      citations: citations(entries[Key.cite]), note: wording(entries[Key.note], of: what), policy: policy)
  }

  /// `P6M`, `P1Y`, `P30D`.
  mutating func term(_ node: Node, of what: Wording) -> CalendarTerm? {
    guard let text = text(node, of: what) else { return nil }
    if let months = MonthsDuration(text), months.months > 0 { return .months(months.months) }
    if text.hasPrefix("P"), text.hasSuffix("D"), let days = Int(text.dropFirst().dropLast()), days > 0 {
      return .days(days)
    }
    report(
      "bad-duration", at: node.location, en: "`\(text)` is no time in months or days", zh: "`\(text)` 不是以月或日计的时长",
      help: Wording(en: "write `P6M` for six months, `P1Y`, or `P30D`", zh: "六个月写 `P6M`，一年写 `P1Y`，三十日写 `P30D`"))
    return nil
  }
}
