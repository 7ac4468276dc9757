/// A day of the proleptic Gregorian calendar, years counted astronomically from -999,999,999 to 999,999,999
/// (DMN 1.5, 10.3.2.3.4).
public struct CalendarDate: Sendable, Hashable, Comparable, CustomStringConvertible {
  private let packedYear: Int32
  private let packedMonth: Int8
  private let packedDay: Int8

  public var year: Int { Int(packedYear) }
  public var month: Int { Int(packedMonth) }
  public var day: Int { Int(packedDay) }

  /// The years that can be written.
  static let years = -999_999_999...999_999_999

  /// A day that exists, or `nil`.
  public init?(year: Int, month: Int, day: Int) {
    guard CalendarDate.years.contains(year), (1...12).contains(month), day >= 1,
      day <= CalendarDate.length(ofMonth: month, year: year)
    else { return nil }
    packedYear = Int32(year)
    packedMonth = Int8(month)
    packedDay = Int8(day)
  }

  /// `2025-12-22`, as XML Schema writes dates without a zone: years of four digits, or more without leading zeros.
  public init?(_ text: some StringProtocol) {
    var reader = TextReader(text)
    guard let date = reader.date(), reader.isAtEnd else { return nil }
    self = date
  }

  public static func isLeap(_ year: Int) -> Bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
  }

  static func length(ofMonth month: Int, year: Int) -> Int {
    switch month {
    case 2: isLeap(year) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  // MARK: Counting days

  /// Days since 1970-01-01. (The year is shifted to begin in March, so that the leap day comes last.)
  public var dayNumber: Int {
    let shifted = month <= 2 ? year - 1 : year
    let era = (shifted >= 0 ? shifted : shifted - 399) / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return era * 146_097 + dayOfEra - 719_468
  }

  /// The day that many days after 1970-01-01, or `nil` beyond the calendar.
  public init?(dayNumber: Int) {
    guard dayNumber.magnitude < 400_000_000_000 else { return nil }
    let number = dayNumber + 719_468
    let era = (number >= 0 ? number : number - 146_096) / 146_097
    let dayOfEra = number - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    self.init(
      year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month: month,
      day: dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
  }

  /// 1 for Monday to 7 for Sunday.
  public var weekday: Int {
    let remainder = (dayNumber + 3) % 7
    return (remainder < 0 ? remainder + 7 : remainder) + 1
  }

  /// 1 for 1 January.
  public var dayOfYear: Int {
    (1..<month).reduce(day) { $0 + CalendarDate.length(ofMonth: $1, year: year) }
  }

  /// The week by ISO 8601: weeks begin on Monday, and the first holds the year's first Thursday.
  public var weekOfYear: Int {
    let week = (dayOfYear - weekday + 10) / 7
    if week < 1 { return CalendarDate.weeks(in: year - 1) }
    return week > CalendarDate.weeks(in: year) ? 1 : week
  }

  private static func weeks(in year: Int) -> Int {
    guard let first = CalendarDate(year: max(year, years.lowerBound), month: 1, day: 1) else { return 52 }
    return first.weekday == 4 || isLeap(year) && first.weekday == 3 ? 53 : 52
  }

  // MARK: Arithmetic

  /// The same day of another month, or that month's last day where it has no such day; `nil` beyond the calendar.
  public func adding(months: Int) -> CalendarDate? {
    let (total, overflow) = (year * 12 + month - 1).addingReportingOverflow(months)
    // What is far beyond the calendar is left before it is counted with.
    guard !overflow, total.magnitude < 1 << 40 else { return nil }
    let newYear = total >= 0 ? total / 12 : (total - 11) / 12
    let newMonth = total - newYear * 12 + 1
    guard CalendarDate.years.contains(newYear) else { return nil }
    return CalendarDate(
      year: newYear, month: newMonth, day: min(day, CalendarDate.length(ofMonth: newMonth, year: newYear)))
  }

  public func adding(days: Int) -> CalendarDate? {
    let (number, overflow) = dayNumber.addingReportingOverflow(days)
    return overflow ? nil : CalendarDate(dayNumber: number)
  }

  func adding(_ duration: MonthsDuration) -> CalendarDate? { adding(months: duration.months) }

  /// Whole days by the clock: a date is its midnight, and what the sum has of the day is cut off.
  func adding(_ duration: DaysDuration) -> CalendarDate? {
    DateTime(midnightUTC: self).adding(duration)?.date
  }

  func distance(from other: CalendarDate) -> DaysDuration {
    DaysDuration(seconds: (dayNumber - other.dayNumber) * 86_400)
  }

  public static func < (a: CalendarDate, b: CalendarDate) -> Bool {
    (a.packedYear, a.packedMonth, a.packedDay) < (b.packedYear, b.packedMonth, b.packedDay)
  }

  public var description: String {
    "\(year < 0 ? "-" : "")\(Int(year.magnitude).padded(to: 4))-\(month.padded(to: 2))-\(day.padded(to: 2))"
  }
}

extension Int {
  /// The digits with zeros before them.
  func padded(to width: Int) -> String {
    let digits = String(self)
    return String(repeating: "0", count: Swift.max(0, width - digits.count)) + digits
  }
}
