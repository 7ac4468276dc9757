import Diagnostics
import FEEL
import PolicySource

/// Facts that are judgements.
extension Reader {
  /// `judgement: { by: […], basis: …, valid for: P6M }`.
  mutating func judgement(_ node: Node?, of what: Wording) -> Judgement? {
    guard let node else { return nil }
    let entries = self.entries(node, of: what)
    refuseUnknown(entries, allowing: Key.judgementKeys, in: what)
    require([Key.by], in: entries, allowing: Key.judgementKeys, of: what, at: node.location)
    var entitled: [Judgement.Entitled] = []
    if let by = entries[Key.by] {
      if case .mapping = by.kind {
        entitled = self.entries(by, of: what).map { entry in
          Judgement.Entitled(name: entry.key, label: wording(entry.value, of: what) ?? Wording(both: entry.key))
        }
      } else {
        entitled = names(by, of: what).map { Judgement.Entitled(name: $0.name, label: Wording(both: $0.name)) }
      }
    }
    return Judgement(
      entitled: entitled, basis: citations(entries[Key.basis]),
      validity: entries[Key.validFor].flatMap { validity($0, of: what) }, location: node.location)
  }

  private mutating func validity(_ node: Node, of what: Wording) -> Judgement.Validity? {
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
