import Diagnostics
import FEEL

/// A time in months or in days, from a day on: how long a judgement holds, within what a decision may be contested.
public enum CalendarTerm: Sendable, Hashable {
  case months(Int)
  case days(Int)

  /// The first day after it, where it begins on a day.
  func end(from day: CalendarDate) -> CalendarDate? {
    switch self {
    case .months(let count): day.adding(months: count)
    case .days(let count): day.adding(days: count)
    }
  }

  /// As a notice writes it: `60 days` and `60日`.
  var wording: Wording {
    switch self {
    case .months(let count) where count % 12 == 0:
      Wording(en: "\(count / 12) year\(count == 12 ? "" : "s")", zh: "\(count / 12)年")
    case .months(let count): Wording(en: "\(count) month\(count == 1 ? "" : "s")", zh: "\(count)个月")
    case .days(let count): Wording(en: "\(count) day\(count == 1 ? "" : "s")", zh: "\(count)日")
    }
  }
}
