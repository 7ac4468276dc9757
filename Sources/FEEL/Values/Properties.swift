extension Value {
  /// A part of a date, time, duration or range (DMN 1.5, table 65), or `nil` where this kind has no such part.
  func property(_ name: String) -> Value? {
    switch self {
    case .date(let date): date.part(name)
    case .time(let time): time.part(name)
    case .dateTime(let value): value.date.part(name) ?? value.time.part(name)
    case .monthsDuration(let duration):
      switch name {
      case "years": .whole(duration.years)
      case "months": .whole(duration.monthsPart)
      default: nil
      }
    case .daysDuration(let duration): duration.part(name)
    case .range(let range):
      switch name {
      case "start": range.lower ?? .null
      case "end": range.upper ?? .null
      case "start included": .boolean(range.lowerIncluded)
      case "end included": .boolean(range.upperIncluded)
      default: nil
      }
    default: nil
    }
  }

  /// Seconds with as many digits after the point as they need.
  fileprivate static func seconds(_ nanoseconds: Int) -> Value {
    if nanoseconds % 1_000_000_000 == 0 { return whole(nanoseconds / 1_000_000_000) }
    return .number(
      Decimal128(negative: nanoseconds < 0, coefficient: UInt128(nanoseconds.magnitude), exponent: -9)?.reduced ?? .zero
    )
  }

  fileprivate static func whole(_ number: Int) -> Value { .number(Decimal128(number)) }

  /// The parts that values of each kind have, for completion and did-you-mean.
  static let propertyNames = [
    "year", "month", "day", "weekday", "hour", "minute", "second", "time offset", "timezone", "years", "months", "days",
    "hours", "minutes", "seconds", "start", "end", "start included", "end included",
  ]
}

extension CalendarDate {
  fileprivate func part(_ name: String) -> Value? {
    switch name {
    case "year": .whole(year)
    case "month": .whole(month)
    case "day": .whole(day)
    case "weekday": .whole(weekday)
    default: nil
    }
  }
}

extension TimeOfDay {
  fileprivate func part(_ name: String) -> Value? {
    switch name {
    case "hour": .whole(hour)
    case "minute": .whole(minute)
    case "second": .seconds(nanoseconds % 60_000_000_000)
    case "time offset":
      if case .offset(let seconds)? = zone { .daysDuration(DaysDuration(seconds: seconds)) } else { .null }
    case "timezone":
      if case .region(let name)? = zone { .string(name) } else { .null }
    default: nil
    }
  }
}

extension DaysDuration {
  fileprivate func part(_ name: String) -> Value? {
    switch name {
    case "days": .whole(days)
    case "hours": .whole(hours)
    case "minutes": .whole(minutes)
    case "seconds": .seconds(Int(nanoseconds % 60_000_000_000))
    default: nil
    }
  }
}
