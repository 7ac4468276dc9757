import Diagnostics
import FEEL

/// The functions of a calendar of working days, each under its English and its Chinese name.
extension WorkCalendar {
  /// Terms of working days longer than this are no terms that any rule sets.
  private static let longest = 10_000

  /// One function, in both languages.
  private struct Function: Sendable {
    let name: (en: String, zh: String)
    let parameters: [(en: String, zh: String, type: FeelType)]
    let result: FeelType
    let trends: [Run.Trend]?
    let body: @Sendable (WorkCalendar, [Value]) throws(Diagnostic) -> Value

    init(
      _ en: String, _ zh: String, _ parameters: [(en: String, zh: String, type: FeelType)], _ result: FeelType,
      _ trends: [Run.Trend]?,
      _ body: @escaping @Sendable (WorkCalendar, [Value]) throws(Diagnostic) -> Value
    ) {
      name = (en, zh)
      self.parameters = parameters
      self.result = result
      self.trends = trends
      self.body = body
    }
  }

  private static let functions = [
    Function("is working day", "是工作日", [("date", "日期", .date)], .boolean, nil) {
      calendar, arguments throws(Diagnostic) in
      .boolean(try calendar.worked(try calendar.day(arguments[0])))
    },
    Function(
      "working days after", "工作日后", [("date", "日期", .date), ("days", "天数", .number)], .date,
      [.rising, .rising]
    ) {
      calendar, arguments throws(Diagnostic) in
      .date(try calendar.day(try calendar.count(arguments[1]), workedAfter: try calendar.day(arguments[0])))
    },
    Function(
      "working days between", "工作日数", [("from", "起日", .date), ("to", "止日", .date)], .number,
      [.falling, .rising]
    ) {
      calendar, arguments throws(Diagnostic) in
      .number(
        Decimal128(try calendar.workedDays(after: try calendar.day(arguments[0]), upTo: try calendar.day(arguments[1])))
      )
    },
    Function("next working day", "顺延至工作日", [("date", "日期", .date)], .date, [.rising]) {
      calendar, arguments throws(Diagnostic) in
      var day = try calendar.day(arguments[0])
      while !(try calendar.worked(day)) { day = try calendar.after(day) }
      return .date(day)
    },
  ]

  /// The type of each function, by both of its names.
  static let types: [(name: String, type: FeelType)] = functions.flatMap { function in
    let type = FeelType.function(function.parameters.map(\.type), function.result)
    return [(function.name.en, type), (function.name.zh, type)]
  }

  /// The functions that count by this calendar, by both of their names.
  var values: [String: Value] {
    var values: [String: Value] = [:]
    for function in WorkCalendar.functions {
      let (name, result) = (function.name, function.result)
      let body = { @Sendable (arguments: [Value]) throws(Diagnostic) in try function.body(self, arguments) }
      values[name.en] = Builtin.ofHost(
        name.en, function.parameters.map { ($0.en, $0.type) }, result, trends: function.trends, body)
      values[name.zh] = Builtin.ofHost(
        name.zh, function.parameters.map { ($0.zh, $0.type) }, result, trends: function.trends, body)
    }
    return values
  }

  // MARK: Arguments

  private func day(_ value: Value) throws(Diagnostic) -> CalendarDate {
    if case .date(let day) = value { return day }
    throw Diagnostic(
      "argument-domain", message: Wording(en: "this is no date", zh: "这不是日期"))
  }

  private func count(_ value: Value) throws(Diagnostic) -> Int {
    if case .number(let number) = value, let count = number.int, (0...WorkCalendar.longest).contains(count) {
      return count
    }
    throw Diagnostic(
      "argument-domain",
      message: Wording(
        en: "a number of working days is whole, and from 0 to \(WorkCalendar.longest)",
        zh: "工作日的天数须为 0 至 \(WorkCalendar.longest) 的整数"))
  }

  // MARK: Counting

  private func worked(_ day: CalendarDate) throws(Diagnostic) -> Bool {
    if let isWorked = isWorked(day) { return isWorked }
    throw Diagnostic(
      "no-calendar-year",
      message: Wording(en: "the calendar of working days has no \(day.year)", zh: "工作日历中没有 \(day.year) 年"),
      help: Wording(
        en: "add the holidays of the year, once they are announced", zh: "公布放假安排之后，把该年的节假日补入日历"))
  }

  private func after(_ day: CalendarDate) throws(Diagnostic) -> CalendarDate {
    if let next = day.adding(days: 1) { return next }
    throw Diagnostic(
      "argument-domain", message: Wording(en: "there is no day after this one", zh: "此后没有日期"))
  }

  /// The day itself is not counted, as in counting terms (Civil Code, article 201).
  private func day(_ count: Int, workedAfter start: CalendarDate) throws(Diagnostic) -> CalendarDate {
    var (day, left) = (start, count)
    while left > 0 {
      day = try after(day)
      if try worked(day) { left -= 1 }
    }
    return day
  }

  private func workedDays(after start: CalendarDate, upTo end: CalendarDate) throws(Diagnostic) -> Int {
    guard start <= end else { return -(try workedDays(after: end, upTo: start)) }
    guard end.dayNumber - start.dayNumber <= 3 * WorkCalendar.longest else {
      throw Diagnostic(
        "argument-domain", message: Wording(en: "the two days are too far apart", zh: "两个日期相隔太远"))
    }
    var (day, count) = (start, 0)
    while day < end {
      day = try after(day)
      if try worked(day) { count += 1 }
    }
    return count
  }
}
