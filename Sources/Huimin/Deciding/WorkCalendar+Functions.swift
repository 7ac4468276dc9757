import Diagnostics
import FEEL

/// The functions of a calendar of working days, each under its English and its Chinese name.
extension WorkCalendar {
  /// Terms of working days longer than this are no terms that any rule sets.
  private static let longest = 10_000

  static let types: [(name: String, type: FeelType)] = [
    ("is working day", .function([.date], .boolean)), ("是工作日", .function([.date], .boolean)),
    ("working days after", .function([.date, .number], .date)), ("工作日后", .function([.date, .number], .date)),
    ("working days between", .function([.date, .date], .number)), ("工作日数", .function([.date, .date], .number)),
    ("next working day", .function([.date], .date)), ("顺延至工作日", .function([.date], .date)),
  ]

  var values: [String: Value] {
    var values: [String: Value] = [:]
    func define(
      _ names: (en: String, zh: String), _ parameters: [(en: String, zh: String, type: FeelType)], _ result: FeelType,
      _ body: @escaping @Sendable ([Value]) throws(HostSlip) -> Value
    ) {
      values[names.en] = Builtin.ofHost(names.en, parameters.map { ($0.en, $0.type) }, result, body)
      values[names.zh] = Builtin.ofHost(names.zh, parameters.map { ($0.zh, $0.type) }, result, body)
    }
    define(("is working day", "是工作日"), [("date", "日期", .date)], .boolean) { arguments throws(HostSlip) in
      .boolean(try worked(try day(arguments[0])))
    }
    define(
      ("working days after", "工作日后"), [("date", "日期", .date), ("days", "天数", .number)], .date
    ) { arguments throws(HostSlip) in
      .date(try self.day(try count(arguments[1]), workedAfter: try day(arguments[0])))
    }
    define(
      ("working days between", "工作日数"), [("from", "起日", .date), ("to", "止日", .date)], .number
    ) { arguments throws(HostSlip) in
      .number(Decimal128(try workedDays(after: try day(arguments[0]), upTo: try day(arguments[1]))))
    }
    define(("next working day", "顺延至工作日"), [("date", "日期", .date)], .date) { arguments throws(HostSlip) in
      var day = try day(arguments[0])
      while !(try worked(day)) { day = try after(day) }
      return .date(day)
    }
    return values
  }

  // MARK: Arguments

  private func day(_ value: Value) throws(HostSlip) -> CalendarDate {
    if case .date(let day) = value { return day }
    throw HostSlip("argument-domain", en: "this is no date", zh: "这不是日期")
  }

  private func count(_ value: Value) throws(HostSlip) -> Int {
    if case .number(let number) = value, let count = number.int, (0...WorkCalendar.longest).contains(count) {
      return count
    }
    throw HostSlip(
      "argument-domain", en: "a number of working days is whole, and from 0 to \(WorkCalendar.longest)",
      zh: "工作日的天数须为 0 至 \(WorkCalendar.longest) 的整数")
  }

  // MARK: Counting

  private func worked(_ day: CalendarDate) throws(HostSlip) -> Bool {
    if let isWorked = isWorked(day) { return isWorked }
    throw HostSlip(
      "no-calendar-year", en: "the calendar of working days has no \(day.year)", zh: "工作日历中没有 \(day.year) 年",
      help: Wording(
        en: "add the holidays of the year, once they are announced", zh: "公布放假安排之后，把该年的节假日补入日历"))
  }

  private func after(_ day: CalendarDate) throws(HostSlip) -> CalendarDate {
    if let next = day.adding(days: 1) { return next }
    throw HostSlip("argument-domain", en: "there is no day after this one", zh: "此后没有日期")
  }

  /// The day itself is not counted, as in counting terms (Civil Code, article 201).
  private func day(_ count: Int, workedAfter start: CalendarDate) throws(HostSlip) -> CalendarDate {
    var (day, left) = (start, count)
    while left > 0 {
      day = try after(day)
      if try worked(day) { left -= 1 }
    }
    return day
  }

  private func workedDays(after start: CalendarDate, upTo end: CalendarDate) throws(HostSlip) -> Int {
    guard start <= end else { return -(try workedDays(after: end, upTo: start)) }
    guard end.dayNumber - start.dayNumber <= 3 * WorkCalendar.longest else {
      throw HostSlip("argument-domain", en: "the two days are too far apart", zh: "两个日期相隔太远")
    }
    var (day, count) = (start, 0)
    while day < end {
      day = try after(day)
      if try worked(day) { count += 1 }
    }
    return count
  }
}
