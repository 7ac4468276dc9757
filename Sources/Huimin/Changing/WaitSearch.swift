import FEEL

/// Finds the first day after that of an outcome on which a goal is reached, if nothing changes but the calendar.
///
/// Days are tried many at once, between those on which a parameter, a rule, a judgement or a period of a quota begins or
/// ends; the day is then not known but limited, and halves are tried where that leaves the goal open. So the day is exact.
struct WaitSearch {
  private var trial: Trial

  init(_ trial: Trial) { self.trial = trial }

  /// Whether more was left to be tried than may be.
  var isExhausted: Bool { trial.left == 0 }

  mutating func firstDay() -> CalendarDate? {
    guard let start = trial.day.adding(days: 1), let end = lastDay, start <= end else { return nil }
    var stretches = Array(self.stretches(from: start, to: end).reversed())
    while let days = stretches.popLast(), trial.left > 0 {
      guard let first = CalendarDate(dayNumber: days.lowerBound), let last = CalendarDate(dayNumber: days.upperBound)
      else { continue }
      let day: Value =
        first == last
        ? .date(first)
        : .between(Bounds(lower: .date(first), upper: .date(last)), dependingOn: Unknown(StandardNames.decisionDate[0]))
      let assumed = Dictionary(StandardNames.decisionDate.map { ($0, day) }, uniquingKeysWith: { first, _ in first })
      switch trial.isReached(assuming: assumed, on: first) {
      case .boolean(true): return first
      case .unknown where first < last:
        let middle = days.lowerBound + (days.upperBound - days.lowerBound) / 2
        stretches += [middle + 1...days.upperBound, days.lowerBound...middle]
      default: continue
      }
    }
    return nil
  }

  private var lastDay: CalendarDate? {
    let ends = trial.program.layers.filter { !$0.isModule }.compactMap(\.inForce.last)
    let farthest = trial.day.adding(months: 12 * Axis.mostYears)
    return (ends + [farthest].compactMap { $0 }).min()
  }

  /// Stretches of days within which nothing but the day itself changes.
  private func stretches(from first: CalendarDate, to last: CalendarDate) -> [ClosedRange<Int>] {
    var starts: Set<Int> = [first.dayNumber]
    func add(_ day: CalendarDate?) { if let day, day > first, day <= last { starts.insert(day.dayNumber) } }
    for parameter in trial.program.parameters { for value in parameter.values { add(value.from) } }
    for layer in trial.program.layers { add(layer.inForce.first) }
    for checked in trial.decisions {
      switch checked.decision.form {
      case .dated(let rules): for rule in rules { add(rule.from) }
      case .quota(let quota): for limit in quota.limits { addPeriods(limit.period, first, last, &starts) }
      default: continue
      }
    }
    for fact in trial.program.facts {
      guard let made = trial.facts.judgements[fact.name] else { continue }
      add(made.on)
      add(fact.judgement?.validity?.end(from: made.on))
    }
    let sorted = starts.sorted()
    return sorted.enumerated().map { place, start in
      start...(place + 1 < sorted.count ? sorted[place + 1] - 1 : last.dayNumber)
    }
  }

  /// The first days of the next two periods: what is left over may be carried into the first of them, and from then on
  /// nothing changes that has not happened yet.
  private func addPeriods(_ period: QuotaPeriod, _ first: CalendarDate, _ last: CalendarDate, _ starts: inout Set<Int>)
  {
    var day = trial.day
    for _ in 0..<2 {
      guard let next = period.around(day)?.last?.adding(days: 1), next <= last else { return }
      if next > first { starts.insert(next.dayNumber) }
      day = next
    }
  }
}
