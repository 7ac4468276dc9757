import FEEL

extension Decider {
  /// What is left until the first of the limits is reached, and never less than nothing.
  func decide(_ quota: Quota<Checked>, of decision: Decision<Checked>) -> Finding {
    let events = evaluate(quota.events)
    let start = quota.since.map { evaluate($0) } ?? program.layers.firstDay.map { .date($0) }
    let found = quota.limits.compactMap { limit -> QuotaFinding.Limit? in
      guard let period = limit.period.around(day) else { return nil }
      let most = evaluate(limit.most)
      let used = self.used(in: period, events, quota)
      let before = limit.carriedOver.flatMap { _ in last(before: period, limit, events, start, quota) }
      let carried = limit.carriedOver.map { least([evaluate($0), before?.left ?? .number(0)]) }
      let allowed = carried.map { sum(most, $0) } ?? most
      return QuotaFinding.Limit(
        period: period, most: most, used: used, carried: carried, left: difference(allowed, used),
        before: before.map { [$0] } ?? [])
    }
    return Finding(least(found.map { $0.left }), trace: .quota(QuotaFinding(limits: found)))
  }

  // MARK: Carrying over

  /// The period before one, with what its own limit left to the next. What had been carried into a period is drawn first,
  /// so the periods are gone through from the last in which nothing was drawn; what a period leaves goes on to the next
  /// and no further.
  private func last(
    before period: Period, _ limit: Quota<Checked>.Limit, _ events: Value, _ start: Value?, _ quota: Quota<Checked>
  ) -> QuotaFinding.Limit? {
    var drawn: [(period: Period, used: Value, lapsed: Value)] = []
    var next = period
    while let before = next.first.flatMap({ limit.period.before($0) }), let last = before.last {
      let lapsed = isOver(last, before: start)
      if case .boolean(true) = lapsed { break }
      let used = self.used(in: before, events, quota)
      drawn.append((before, used, lapsed))
      if used.equals(.number(0)) || used.isNull { break }
      next = before
    }
    var found: QuotaFinding.Limit?
    for (before, used, lapsed) in drawn.reversed() {
      guard let last = before.last, let cap = limit.carriedOver else { continue }
      let earlier = asOn(last, limit)
      let most = earlier.evaluate(limit.most)
      let carried = least([earlier.evaluate(cap), found?.left ?? .number(0)])
      var left = difference(most, difference(used, carried))
      if case .unknown(let unknown) = lapsed { left = Value.merge(.number(0), left, dependingOn: unknown) }
      if lapsed.isNull { left = lapsed }
      found = QuotaFinding.Limit(period: before, most: most, used: used, carried: carried, left: left)
    }
    return found
  }

  /// Whether a period that ends on a day was over before there was anything to carry over.
  private func isOver(_ last: CalendarDate, before start: Value?) -> Value {
    switch start {
    case .date(let first)?: .boolean(last < first)
    case .unknown?, .null(.some)?: start ?? .null
    default: .boolean(false)
    }
  }

  /// The same record on an earlier day, as far as the amounts of a limit depend on it: a limit that was raised since does
  /// not leave more of a period before.
  private func asOn(_ earlier: CalendarDate, _ limit: Quota<Checked>.Limit) -> Decider {
    let formulas = [limit.most, limit.carriedOver].compactMap { $0 }
    if formulas.allSatisfy({ if case .literal = $0.expression.kind { true } else { false } }) { return self }
    var decider = Decider(program, facts: facts, on: earlier)
    decider.decide(whatIsUsedBy: formulas)
    return decider
  }

  // MARK: Counting

  /// How much the events of a period took up, up to the day of the decision. Of an event of which it is not known whether
  /// it counts, both are possible.
  private func used(in period: Period, _ events: Value, _ quota: Quota<Checked>) -> Value {
    guard case .list(let items) = events else {
      guard case .unknown(let unknown) = events else { return events }
      return .between(Bounds(lower: .number(0), upper: nil), dependingOn: unknown)
    }
    var total: Value = .number(0)
    for item in items {
      guard case .context(let event) = item else {
        if let unknown = item.unknowns { total = sum(total, .unknown(unknown)) }
        continue
      }
      var counts = isWithin(period, event[quota.date] ?? .null)
      if isNo(counts) { continue }
      let inner = environment.binding("item", to: item).binding(event)
      if let counting = quota.counting {
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

  /// An event after the day of the decision has not happened yet: a decision made again later counts what the first did.
  private func isWithin(_ period: Period, _ date: Value) -> Value {
    switch date {
    case .date(let of): .boolean(of <= day && period.contains(of))
    default: date
    }
  }
}
