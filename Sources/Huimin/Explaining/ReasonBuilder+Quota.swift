import Diagnostics
import FEEL

/// What was drawn of a quota in each period, and what is left of it.
extension ReasonBuilder {
  mutating func account(of quota: Quota<Checked>, _ found: QuotaFinding, _ checked: CheckedDecision) -> Account {
    var parts: [Reason] = []
    for (limit, result) in zip(quota.limits, found.limits) {
      let used = reasons(usedBy: [limit.most, limit.carriedOver].compactMap { $0?.expression })
      parts.append(reason(for: limit, result, checked.type, used))
    }
    return Account(parts: parts + reasons(usedBy: [quota.events.expression]))
  }

  private func reason(
    for limit: Quota<Checked>.Limit, _ found: QuotaFinding.Limit, _ type: FeelType, _ used: [Reason]
  ) -> Reason {
    func text(_ value: Value) -> Wording { ValueFormat.text(of: value, type: type) }
    let (most, drawn, left) = (text(found.most), text(found.used), text(found.left))
    let cap = limit.carriedOver.map { phrasing.value(of: $0.expression) }
    let isBarred = cap?.equals(.number(0)) ?? false
    let carried = found.carried.map { value in
      isBarred
        ? Wording(en: "", zh: "，按规定不结转")
        : value.equals(.number(0))
          ? Wording(en: " and nothing carried over", zh: "，上期没有可结转的")
          : Wording(en: " and \(text(value)[.en]) carried over", zh: "，另有上期结转\(text(value)[.zh])")
    }
    let days = limit.period.wording(of: found.period)
    let en =
      "\(days[.en]): \(drawn[.en]) of at most \(most[.en])" + (carried?[.en] ?? "")
      + " drawn, \(left[.en]) left" + (isBarred ? "; by the rule nothing is carried over" : "")
    let zh =
      "\(days[.zh])：最多\(most[.zh])" + (carried?[.zh] ?? "")
      + "，已用\(drawn[.zh])，还剩\(left[.zh])"
    return Reason(
      .step, name: limit.period.rawValue, standing: found.left.isUnknown ? .unknown : nil,
      text: Wording(en: en, zh: zh), because: (isBarred ? [] : found.before.map { before($0, limit, cap, text) }) + used
    )
  }

  /// What the period before had and left, drawn from what had been carried into it first.
  private func before(
    _ found: QuotaFinding.Limit, _ limit: Quota<Checked>.Limit, _ cap: Value?, _ text: (Value) -> Wording
  ) -> Reason {
    let (most, drawn, left) = (text(found.most), text(found.used), text(found.left))
    let days = limit.period.wording(of: found.period)
    let carried = found.carried.flatMap { $0.equals(.number(0)) ? nil : text($0) }
    // Where more is left than may be carried over, that must be said too, or the sums would not come out.
    let mostCarried = cap.flatMap { cap -> Wording? in
      guard case .number(let most) = cap, case .number(let left) = found.left, most < left else { return nil }
      return text(cap)
    }
    return Reason(
      .step, standing: found.left.isUnknown ? .unknown : nil,
      text: Wording(
        en:
          "\(days[.en]): at most \(most[.en])"
          + (carried.map { ", and \($0[.en]) carried over, which are drawn first" } ?? "")
          + "; \(drawn[.en]) drawn, \(left[.en]) left"
          + (mostCarried.map { ", of which at most \($0[.en]) to carry over" } ?? " to carry over"),
        zh:
          "\(days[.zh])：最多\(most[.zh])" + (carried.map { "，另有再上期结转\($0[.zh])（先用）" } ?? "")
          + "，已用\(drawn[.zh])，"
          + (mostCarried.map { "剩余\(left[.zh])，最多结转\($0[.zh])" } ?? "可结转\(left[.zh])")))
  }
}

extension QuotaPeriod {
  /// The period with its days: `the natural week 2026-01-12 to 2026-01-18`.
  fileprivate func wording(of period: Period) -> Wording {
    guard let first = period.first, let last = period.last else { return Wording(both: "") }
    let from = ValueFormat.text(of: .date(first), type: .date)
    let to = ValueFormat.text(of: .date(last), type: .date)
    let span = Wording(en: "\(from[.en]) to \(to[.en])", zh: "\(from[.zh])至\(to[.zh])")
    switch self {
    case .day: return Wording(en: "on \(from[.en])", zh: "\(from[.zh])当日")
    case .week: return Wording(en: "the week \(span[.en])", zh: "\(span[.zh])的自然周")
    case .month: return Wording(en: "the month \(span[.en])", zh: "\(first.year)年\(first.month)月")
    case .quarter: return Wording(en: "the quarter \(span[.en])", zh: "\(first.year)年第\((first.month + 2) / 3)季度")
    case .year: return Wording(en: "the year \(first.year)", zh: "\(first.year)年")
    }
  }
}
