import Diagnostics
import FEEL

/// How much of something is left to somebody in the periods that hold a day, by what happened before: at most one meal a
/// day, five in a natural week, 300 yuan a month. What is left over lapses with the period unless something is carried over.
struct Quota<P: Phase>: Sendable {
  /// A list of records, one for each thing that happened.
  let events: P.Formula
  /// The field with the day of an event.
  let date: String
  /// Which events count; all where the author does not say.
  let counting: P.Formula?
  /// What an event takes up; one where the author does not say.
  let amount: P.Formula?
  let limits: [Limit]
  /// The day from which there has been anything to carry over; nothing where that is always.
  let since: P.Formula?

  struct Limit: Sendable {
    let period: QuotaPeriod
    let most: P.Formula
    /// The most of what the period before left that may be used in this one.
    let carriedOver: P.Formula?
    let location: Location
  }
}

/// A stretch of the calendar within which things are counted.
enum QuotaPeriod: String, Sendable, CaseIterable {
  case day
  /// Monday to Sunday: 自然周.
  case week = "natural week"
  case month, quarter, year

  /// The period that holds a day; nothing at the ends of the calendar.
  func around(_ day: CalendarDate) -> Period? {
    switch self {
    case .day: return Period(first: day, last: day)
    case .week:
      guard let monday = day.adding(days: 1 - day.weekday), let sunday = monday.adding(days: 6) else { return nil }
      return Period(first: monday, last: sunday)
    case .month: return months(from: day.month, 1, of: day.year)
    case .quarter: return months(from: (day.month - 1) / 3 * 3 + 1, 3, of: day.year)
    case .year: return months(from: 1, 12, of: day.year)
    }
  }

  /// The period before the one that holds a day.
  func before(_ day: CalendarDate) -> Period? {
    around(day)?.first?.adding(days: -1).flatMap { around($0) }
  }

  private func months(from month: Int, _ count: Int, of year: Int) -> Period? {
    guard let first = CalendarDate(year: year, month: month, day: 1), let next = first.adding(months: count),
      let last = next.adding(days: -1)
    else { return nil }
    return Period(first: first, last: last)
  }
}
