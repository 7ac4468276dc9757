import FEEL

extension Decider {
  /// What is left until the first of the limits is reached, and never less than nothing.
  func decide(_ quota: Quota<Checked>, of decision: Decision<Checked>) -> Finding {
    let events = evaluate(quota.events)
    let since = quota.since.map { evaluate($0) }
    let found = quota.limits.compactMap { self.finding(for: $0, of: quota, events, since) }
    return Finding(least(found.map { $0.left }), trace: .quota(QuotaFinding(limits: found)))
  }

  private func finding(for limit: Quota<Checked>.Limit, of quota: Quota<Checked>, _ events: Value, _ since: Value?)
    -> QuotaFinding.Limit?
  {
    guard let period = limit.period.around(day) else { return nil }
    let most = evaluate(limit.most)
    let used = self.used(in: period, events, quota)
    let carried = limit.carriedOver.map { self.carried(by: limit, evaluate($0), most, events, since, quota) }
    let allowed = carried.map { sum(most, $0) } ?? most
    return QuotaFinding.Limit(
      period: period, most: most, used: used, carried: carried, left: difference(allowed, used))
  }

  /// What the period before left, as far as it may be used in this one. Nothing of it goes on to a third.
  private func carried(
    by limit: Quota<Checked>.Limit, _ cap: Value, _ most: Value, _ events: Value, _ since: Value?,
    _ quota: Quota<Checked>
  ) -> Value {
    guard let before = limit.period.before(day), let last = before.last else { return .number(0) }
    var carried: Value { least([cap, difference(most, used(in: before, events, quota))]) }
    switch since {
    case .date(let first)? where first > last: return .number(0)
    case .unknown(let unknown)?: return Value.merge(.number(0), carried, dependingOn: unknown)
    case .null(.some(let cause))?: return .null(cause)
    default: return carried
    }
  }

  // MARK: Counting

  /// How much the events of a period took up. Of an event of which it is not known whether it counts, both are possible.
  private func used(in period: Period, _ events: Value, _ quota: Quota<Checked>) -> Value {
    guard case .list(let items) = events else { return events }
    var total: Value = .number(0)
    for item in items {
      guard case .context(let event) = item else {
        if let unknown = item.unknowns { total = sum(total, .unknown(unknown)) }
        continue
      }
      let inner = environment.binding("item", to: item).binding(event)
      var counts = isWithin(period, event[quota.date] ?? .null)
      if let counting = quota.counting, !isNo(counts) {
        counts = Value.and(
          counts, placed(run.evaluate(counting.expression, in: inner), by: counting.written))
      }
      if isNo(counts) { continue }
      if counts.isNull { return counts }
      let amount = quota.amount.map { placed(run.evaluate($0.expression, in: inner), by: $0.written) } ?? .number(1)
      if amount.isNull { return amount }
      let more = sum(total, amount)
      total = if case .unknown(let unknown) = counts { Value.merge(total, more, dependingOn: unknown) } else { more }
    }
    return total
  }

  private func isNo(_ value: Value) -> Bool { if case .boolean(false) = value { true } else { false } }

  private func isWithin(_ period: Period, _ date: Value) -> Value {
    switch date {
    case .date(let day): .boolean(period.contains(day))
    default: date
    }
  }
}
