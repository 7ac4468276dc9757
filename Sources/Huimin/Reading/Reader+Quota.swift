import Diagnostics
import FEEL
import PolicySource

/// How much is left of what may be drawn in a period.
extension Reader {
  mutating func quota(_ node: Node, _ entries: [Entry], of what: Wording, at location: Location) -> Quota<AsWritten>? {
    guard let events = written(node, of: what) else { return nil }
    guard let most = entries[Key.atMost] else {
      missing(
        Key.atMost, in: what, at: location,
        help: Wording(
          en: "write how often: `‹at most›: { ‹natural week›: 5 }`", zh: "写明次数：`‹at most›: { ‹natural week›: 5 }`"))
      return nil
    }
    let limits = byPeriod(most, of: Wording(en: "the limits of \(what[.en])", zh: "\(what[.zh])的上限"))
    if case .mapping(let pairs) = most.kind, pairs.isEmpty { reportEmpty(Key.atMost, at: most.location) }
    let carried = byPeriod(
      entries[Key.carryOver], of: Wording(en: "what \(what[.en]) carries over", zh: "\(what[.zh])的结转"))
    for (period, formula) in carried where !limits.contains(where: { $0.period == period }) {
      report(
        "unused-carry-over", at: formula.location,
        en: "there is no limit for `‹\(period.rawValue)›`, so nothing of it can be carried over",
        zh: "没有 `‹\(period.rawValue)›` 的上限，无从结转",
        help: Wording(en: "add it under `‹at most›`", zh: "在 `‹at most›` 下补上"))
    }
    guard !limits.isEmpty else { return nil }
    return Quota(
      events: events, date: entries[Key.dated].flatMap { text($0, of: what) } ?? "",
      counting: entries[Key.counting].flatMap { written($0, of: what) },
      amount: entries[Key.amount].flatMap { written($0, of: what) },
      limits: limits.map { period, formula in
        Quota.Limit(
          period: period, most: formula, carriedOver: carried.first { $0.period == period }?.formula,
          location: formula.location)
      },
      since: entries[Key.since].flatMap { written($0, of: what) })
  }

  /// `{ day: 1, natural week: 5 }`.
  private mutating func byPeriod(_ node: Node?, of what: Wording) -> [(period: QuotaPeriod, formula: Written)] {
    guard let node else { return [] }
    let entries = self.entries(node, of: what)
    refuseUnknown(entries, allowing: QuotaPeriod.allCases.map(\.rawValue), in: what)
    return entries.compactMap { entry in
      guard let period = QuotaPeriod(rawValue: entry.key) else { return nil }
      return written(entry.value, of: what).map { (period, $0) }
    }
  }
}
