/// A time of day to the nanosecond, with or without a zone (DMN 1.5, 10.3.2.3.5).
public struct TimeOfDay: Sendable, Hashable, CustomStringConvertible {
  /// Nanoseconds since midnight on the local clock.
  let nanoseconds: Int
  public let zone: Zone?

  static let nanosecondsPerDay = 86_400_000_000_000

  public init?(hour: Int, minute: Int, second: Int, nanosecond: Int = 0, zone: Zone? = nil) {
    guard (0..<24).contains(hour), (0..<60).contains(minute), (0..<60).contains(second),
      (0..<1_000_000_000).contains(nanosecond)
    else { return nil }
    nanoseconds = (hour * 3600 + minute * 60 + second) * 1_000_000_000 + nanosecond
    self.zone = zone
  }

  /// - Precondition: none; what exceeds a day wraps around.
  init(nanosecondsOfDay nanoseconds: Int, zone: Zone?) {
    let remainder = nanoseconds % TimeOfDay.nanosecondsPerDay
    self.nanoseconds = remainder < 0 ? remainder + TimeOfDay.nanosecondsPerDay : remainder
    self.zone = zone
  }

  /// `13:05:07`, `13:05:07.25+08:00`, `13:05:07@Asia/Shanghai`.
  public init?(_ text: some StringProtocol) {
    var reader = TextReader(text)
    guard let time = reader.time(), reader.isAtEnd else { return nil }
    self = time
  }

  public var hour: Int { nanoseconds / 3_600_000_000_000 }
  public var minute: Int { nanoseconds / 60_000_000_000 % 60 }
  public var second: Int { nanoseconds / 1_000_000_000 % 60 }
  public var nanosecond: Int { nanoseconds % 1_000_000_000 }

  /// -1, 0 or 1 by whole seconds, to which the standard's comparison resolves (DMN 1.5, table 42); `nil` where one has
  /// a zone and the other has not. With zones, the times on the clock of UTC count; a region has the offset that it had
  /// on 1970-01-01, since a time alone has no day. `is` tells apart what differs within a second.
  public func compare(_ other: TimeOfDay) -> Int? {
    guard (zone == nil) == (other.zone == nil) else { return nil }
    let (a, b) = (instant.wholeSeconds, other.instant.wholeSeconds)
    return a == b ? 0 : a < b ? -1 : 1
  }

  /// The same time on the clock of a zone, where it has none of its own.
  func adopting(_ other: Zone?) -> TimeOfDay {
    zone == nil ? TimeOfDay(nanosecondsOfDay: nanoseconds, zone: other) : self
  }

  private var instant: Int { nanoseconds - (zone?.offset(atLocal: 0) ?? 0) * 1_000_000_000 }

  func adding(_ duration: DaysDuration) -> TimeOfDay {
    let part = Int(duration.nanoseconds % Int128(TimeOfDay.nanosecondsPerDay))
    return TimeOfDay(nanosecondsOfDay: nanoseconds + part, zone: zone)
  }

  func distance(from other: TimeOfDay) -> DaysDuration? {
    (zone == nil) == (other.zone == nil) ? DaysDuration(nanoseconds: Int128(instant - other.instant)) : nil
  }

  public var description: String {
    var text = "\(hour.padded(to: 2)):\(minute.padded(to: 2)):\(second.padded(to: 2))"
    if nanosecond > 0 {
      var digits = nanosecond.padded(to: 9)
      while digits.hasSuffix("0") { digits.removeLast() }
      text += ".\(digits)"
    }
    return text + (zone?.suffix ?? "")
  }
}

extension BinaryInteger {
  /// Nanoseconds as the second that they are in, also before 1970.
  var wholeSeconds: Self {
    let (quotient, remainder) = quotientAndRemainder(dividingBy: 1_000_000_000)
    return remainder < 0 ? quotient - 1 : quotient
  }
}
