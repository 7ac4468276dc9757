/// A date and a time of day (DMN 1.5, 10.3.2.3.6).
public final class DateTime: Sendable, Hashable, CustomStringConvertible {
  public let date: CalendarDate
  public let time: TimeOfDay

  public init(_ date: CalendarDate, _ time: TimeOfDay) {
    self.date = date
    self.time = time
  }

  /// The beginning of a day in UTC, as which a date counts beside dates with times.
  public convenience init(midnightUTC date: CalendarDate) {
    self.init(date, TimeOfDay(nanosecondsOfDay: 0, zone: .offset(seconds: 0)))
  }

  /// `2025-12-22T13:00:00`, with a zone or without. `24:00:00` is the beginning of the next day.
  public convenience init?(_ text: some StringProtocol) {
    var reader = TextReader(text)
    guard let date = reader.date(), reader.accept("T"), let time = reader.time(), reader.isAtEnd,
      let day = reader.isEndOfDay ? date.adding(days: 1) : date
    else { return nil }
    self.init(day, time)
  }

  /// Nanoseconds since 1970 on the local clock.
  private var local: Int128 {
    Int128(date.dayNumber) * Int128(TimeOfDay.nanosecondsPerDay) + Int128(time.nanoseconds)
  }

  /// Nanoseconds since 1970 in UTC; for a local time, as if its clock were that of UTC.
  private var instant: Int128 {
    guard let zone = time.zone else { return local }
    return local - Int128(zone.offset(atLocal: Int(local / 1_000_000_000))) * 1_000_000_000
  }

  private convenience init?(local: Int128, zone: Zone?) {
    let day = Int128(TimeOfDay.nanosecondsPerDay)
    var (number, rest) = local.quotientAndRemainder(dividingBy: day)
    if rest < 0 {
      rest += day
      number -= 1
    }
    guard let number = Int(exactly: number), let date = CalendarDate(dayNumber: number) else { return nil }
    self.init(date, TimeOfDay(nanosecondsOfDay: Int(rest), zone: zone))
  }

  /// -1, 0 or 1 by whole seconds, as times compare; `nil` where one has a zone and the other has not.
  public func compare(_ other: DateTime) -> Int? {
    guard (time.zone == nil) == (other.time.zone == nil) else { return nil }
    let (a, b) = (instant.wholeSeconds, other.instant.wholeSeconds)
    return a == b ? 0 : a < b ? -1 : 1
  }

  /// So much later in time (DMN 1.5, table 57): in a region whose clocks change in between, the clock shows another time
  /// than is added.
  func adding(_ duration: DaysDuration) -> DateTime? {
    guard case .region? = time.zone, let zone = time.zone else {
      let (sum, overflow) = local.addingReportingOverflow(duration.nanoseconds)
      return overflow ? nil : DateTime(local: sum, zone: time.zone)
    }
    let (sum, overflow) = instant.addingReportingOverflow(duration.nanoseconds)
    guard !overflow, let seconds = Int(exactly: sum.wholeSeconds) else { return nil }
    let offset = zone.offset(atUTC: seconds)
    guard let found = DateTime(local: sum + Int128(offset) * 1_000_000_000, zone: zone) else { return nil }
    // The hour that the clock shows twice, for the second time: only its offset tells.
    return found.instant == sum ? found : DateTime(local: found.local, zone: .offset(seconds: offset))
  }

  /// The same on the clock of a zone, where it has none of its own.
  func adopting(_ zone: Zone?) -> DateTime { time.zone == nil ? DateTime(date, time.adopting(zone)) : self }

  func adding(_ duration: MonthsDuration) -> DateTime? {
    date.adding(duration).map { DateTime($0, time) }
  }

  func distance(from other: DateTime) -> DaysDuration? {
    (time.zone == nil) == (other.time.zone == nil) ? DaysDuration(nanoseconds: instant - other.instant) : nil
  }

  public static func == (a: DateTime, b: DateTime) -> Bool { a.date == b.date && a.time == b.time }

  public func hash(into hasher: inout Hasher) {
    hasher.combine(date)
    hasher.combine(time)
  }

  public var description: String { "\(date)T\(time)" }
}
