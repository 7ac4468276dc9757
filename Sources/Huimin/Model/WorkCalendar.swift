import Diagnostics
import FEEL

/// Which days are worked: weekends and public holidays are not, except weekends worked in exchange (调休). Kept as data, for
/// each year anew, as the government announces it; of a year that is not in it nothing is guessed.
public struct WorkCalendar: Sendable {
  /// 1 for Monday to 7 for Sunday.
  let weekend: Set<Int>
  let years: [Int: Year]

  struct Year: Sendable {
    /// Days off beside weekends, by their day numbers.
    let holidays: Set<Int>
    /// Days of weekends that are worked.
    let worked: Set<Int>
    let citations: [Citation]
  }

  /// Whether a day is worked; nothing for a year that is not known.
  func isWorked(_ day: CalendarDate) -> Bool? {
    guard let year = years[day.year] else { return nil }
    let number = day.dayNumber
    if year.worked.contains(number) { return true }
    return !weekend.contains(day.weekday) && !year.holidays.contains(number)
  }

  /// The two put together, the later one's years in the place of the same ones of the earlier.
  func merging(_ later: WorkCalendar) -> WorkCalendar {
    WorkCalendar(weekend: later.weekend, years: years.merging(later.years) { $1 })
  }
}
