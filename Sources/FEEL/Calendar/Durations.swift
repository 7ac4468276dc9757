/// A span of whole months (DMN 1.5, 10.3.2.3.7, `years and months duration`).
public struct MonthsDuration: Sendable, Hashable, CustomStringConvertible {
  /// All of it, in months.
  public let months: Int

  public init(months: Int) { self.months = months }

  /// `P1Y2M`, `-P3M`.
  public init?(_ text: some StringProtocol) {
    guard let parts = DurationText(text), parts.days == nil, parts.time.isEmpty,
      parts.years != nil || parts.months != nil
    else { return nil }
    let (years, overflow) = (parts.years ?? 0).multipliedReportingOverflow(by: 12)
    let (total, carry) = years.addingReportingOverflow(parts.months ?? 0)
    guard !overflow, !carry else { return nil }
    months = parts.isNegative ? -total : total
  }

  /// Whole years, toward zero.
  public var years: Int { months / 12 }
  /// The months beyond whole years.
  public var monthsPart: Int { months % 12 }

  /// Whole months from one day to another, toward zero (`years and months duration`, DMN 1.5, table 74).
  public static func between(_ from: CalendarDate, _ to: CalendarDate) -> MonthsDuration {
    if to < from { return MonthsDuration(months: -between(to, from).months) }
    let months = (to.year - from.year) * 12 + to.month - from.month
    return MonthsDuration(months: to.day < from.day ? months - 1 : months)
  }

  public var description: String {
    guard months != 0 else { return "P0M" }
    let (size, sign) = (months.magnitude, months < 0 ? "-" : "")
    return "\(sign)P\(size >= 12 ? "\(size / 12)Y" : "")\(size % 12 > 0 ? "\(size % 12)M" : "")"
  }
}

/// A span of days, hours, minutes and seconds (DMN 1.5, 10.3.2.3.7, `days and time duration`).
public struct DaysDuration: Sendable, Hashable, CustomStringConvertible {
  private let wholeSeconds: Int
  private let fraction: Int32

  /// All of it, in nanoseconds.
  public var nanoseconds: Int128 { Int128(wholeSeconds) * 1_000_000_000 + Int128(fraction) }

  public init(seconds: Int) {
    wholeSeconds = seconds
    fraction = 0
  }

  public init?(nanoseconds: Int128) {
    let (seconds, rest) = nanoseconds.quotientAndRemainder(dividingBy: 1_000_000_000)
    guard let seconds = Int(exactly: seconds) else { return nil }
    wholeSeconds = seconds
    fraction = Int32(rest)
  }

  /// `P1DT2H3M4.5S`.
  public init?(_ text: some StringProtocol) {
    guard let parts = DurationText(text), parts.years == nil, parts.months == nil,
      parts.days != nil || !parts.time.isEmpty
    else { return nil }
    var total = Int128(parts.days ?? 0) * 86_400 * 1_000_000_000
    for (unit, seconds) in [("H", 3600), ("M", 60), ("S", 1)] as [(Character, Int128)] {
      total += Int128(parts.time[unit] ?? 0) * seconds * 1_000_000_000
    }
    total += Int128(parts.nanoseconds)
    self.init(nanoseconds: parts.isNegative ? -total : total)
  }

  public var days: Int { wholeSeconds / 86_400 }
  public var hours: Int { wholeSeconds / 3600 % 24 }
  public var minutes: Int { wholeSeconds / 60 % 60 }
  public var seconds: Int { wholeSeconds % 60 }

  var negated: DaysDuration? { DaysDuration(nanoseconds: -nanoseconds) }

  func adding(_ other: DaysDuration) -> DaysDuration? { DaysDuration(nanoseconds: nanoseconds + other.nanoseconds) }

  func order(_ other: DaysDuration) -> Int {
    nanoseconds == other.nanoseconds ? 0 : nanoseconds < other.nanoseconds ? -1 : 1
  }

  public var description: String {
    guard nanoseconds != 0 else { return "PT0S" }
    var time = ""
    if hours != 0 { time += "\(hours.magnitude)H" }
    if minutes != 0 { time += "\(minutes.magnitude)M" }
    if seconds != 0 || fraction != 0 {
      var digits = Int(fraction.magnitude).padded(to: 9)
      while digits.hasSuffix("0") { digits.removeLast() }
      time += "\(seconds.magnitude)\(digits.isEmpty ? "" : ".\(digits)")S"
    }
    return "\(nanoseconds < 0 ? "-" : "")P\(days != 0 ? "\(days.magnitude)D" : "")\(time.isEmpty ? "" : "T\(time)")"
  }
}

/// The parts of an ISO 8601 duration as they were written.
private struct DurationText {
  var isNegative = false
  var years: Int?
  var months: Int?
  var days: Int?
  var time: [Character: Int] = [:]
  var nanoseconds = 0

  init?(_ text: some StringProtocol) {
    var reader = TextReader(text)
    isNegative = reader.accept("-")
    guard reader.accept("P") else { return nil }
    var inTime = false
    var order = "YMDHMS"[...]
    while !reader.isAtEnd {
      if !inTime, reader.accept("T") {
        inTime = true
        guard !reader.isAtEnd else { return nil }
      }
      let digits = reader.digits()
      guard !digits.isEmpty, digits.count <= 18 else { return nil }
      let number = digits.reduce(0) { $0 * 10 + Int($1) }
      var hasFraction = false
      if reader.accept(".") {
        // The TCK has `PT0.S` for a duration.
        let fraction = reader.digits()
        for place in 0..<9 { nanoseconds = nanoseconds * 10 + (place < fraction.count ? Int(fraction[place]) : 0) }
        hasFraction = true
      }
      let units: [Character] = inTime ? ["H", "M", "S"] : ["Y", "M", "D"]
      guard let unit = units.first(where: { reader.accept($0.unicodeScalars.first ?? " ") }),
        unit == "S" || !hasFraction
      else { return nil }
      // Units come in order, each at most once; `M` is months before `T` and minutes after.
      if inTime, order.count > 3 { order = order.suffix(3) }
      guard let place = order.firstIndex(of: unit) else { return nil }
      order = order[order.index(after: place)...]
      switch (unit, inTime) {
      case ("Y", _): years = number
      case ("M", false): months = number
      case ("D", _): days = number
      default: time[unit] = number
      }
    }
    guard years != nil || months != nil || days != nil || !time.isEmpty else { return nil }
  }
}
