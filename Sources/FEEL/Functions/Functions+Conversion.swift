/// Conversions (DMN 1.5, 10.3.4.1).
extension Builtins {
  static let conversions: [Builtin] = [
    Builtin(
      "date",
      [
        .init(
          parameters: [.init("from", oneOf: [.string, .date, .dateTime])], isVariadic: false, result: .date,
          body: dateFrom),
        .init(
          parameters: [.init("year", .number), .init("month", .number), .init("day", .number)], isVariadic: false,
          result: .date
        ) { call in
          guard let year = call.int(0), let month = call.int(1), let day = call.int(2),
            let date = CalendarDate(year: year, month: month, day: day)
          else {
            return call.null(
              "argument-domain",
              en:
                "there is no day \(call[2].displayText) of month \(call[1].displayText) in year \(call[0].displayText)",
              zh: "\(call[0].displayText)年没有\(call[1].displayText)月\(call[2].displayText)日")
          }
          return .date(date)
        },
      ]),
    Builtin(
      "time",
      [
        .init(
          parameters: [.init("from", oneOf: [.string, .time, .dateTime, .date])], isVariadic: false, result: .time,
          body: timeFrom),
        .init(
          parameters: [
            .init("hour", .number), .init("minute", .number), .init("second", .number),
            .init("offset", .daysDuration, optional: true, takesNull: true),
          ], isVariadic: false, result: .time, body: timeOfParts),
      ]),
    Builtin(
      "date and time",
      [
        .init(
          parameters: [.init("from", oneOf: [.string, .dateTime, .date])], isVariadic: false, result: .dateTime,
          body: dateTimeFrom),
        .init(
          parameters: [.init("date", oneOf: [.date, .dateTime]), .init("time", .time)], isVariadic: false,
          result: .dateTime
        ) { call in
          guard case .time(let time) = call[1] else { return call.wrongType(1, wanted: FeelType.time.wording) }
          switch call[0] {
          case .date(let date): return .dateTime(DateTime(date, time))
          case .dateTime(let value): return .dateTime(DateTime(value.date, time))
          default: return call.wrongType(0, wanted: FeelType.date.wording)
          }
        },
      ]),
    Builtin(
      "number",
      [
        .init(
          parameters: [
            .init("from", .string), .init("grouping separator", .string, takesNull: true),
            .init("decimal separator", .string, takesNull: true),
          ], isVariadic: false, result: .number, body: separatedNumber),
        .init(parameters: [.init("from", oneOf: [.string, .number])], isVariadic: false, result: .number) { call in
          switch call[0] {
          case .number: return call[0]
          case .string(let text): return Decimal128(text).map { .number($0) } ?? call.notReadable(0, as: .number)
          default: return call.wrongType(0, wanted: FeelType.string.wording)
          }
        },
      ]),
    Builtin("string", [.init("from", .any, takesNull: true)], .string) { call in
      if call[0].isNull { return call[0] }
      guard call[0].textLength(atMost: call.run.limits.characters) != nil else { return call.tooLong }
      return .string(call[0].displayText)
    },
    Builtin("duration", [.init("from", .string)], .any) { call in
      if let months = MonthsDuration(call.string(0)) { return .monthsDuration(months) }
      if let days = DaysDuration(call.string(0)) { return .daysDuration(days) }
      return call.notReadable(0, as: .daysDuration)
    },
    Builtin(
      "years and months duration",
      [.init("from", oneOf: [.date, .dateTime]), .init("to", oneOf: [.date, .dateTime])],
      .monthsDuration
    ) { call in
      guard let from = call[0].day, let to = call[1].day else {
        return call.wrongType(call[0].day == nil ? 0 : 1, wanted: FeelType.date.wording)
      }
      return .monthsDuration(MonthsDuration.between(from, to))
    },
  ]

  private static func dateFrom(_ call: Invocation) -> Value {
    switch call[0] {
    case .date: call[0]
    case .dateTime(let value): .date(value.date)
    case .string(let text): CalendarDate(text).map { .date($0) } ?? call.notReadable(0, as: .date)
    default: call.wrongType(0, wanted: FeelType.string.wording)
    }
  }

  private static func timeFrom(_ call: Invocation) -> Value {
    switch call[0] {
    case .time: call[0]
    case .dateTime(let value): .time(value.time)
    case .date: .time(TimeOfDay(nanosecondsOfDay: 0, zone: .offset(seconds: 0)))
    case .string(let text): TimeOfDay(text).map { .time($0) } ?? call.notReadable(0, as: .time)
    default: call.wrongType(0, wanted: FeelType.string.wording)
    }
  }

  private static func timeOfParts(_ call: Invocation) -> Value {
    var zone: Zone?
    if case .daysDuration(let offset) = call[3] {
      guard let seconds = Int(exactly: offset.nanoseconds / 1_000_000_000), seconds.magnitude <= 18 * 3600 else {
        return call.notReadable(3, as: .daysDuration)
      }
      zone = .offset(seconds: seconds)
    }
    guard let hour = call.int(0), let minute = call.int(1), let second = call.number(2),
      let whole = second.rounded(.floor, scale: 0),
      let fraction = second.subtracting(whole)?.multiplied(by: 1_000_000_000),
      let nanosecond = fraction.rounded(.down, scale: 0)?.int, let seconds = whole.int,
      let time = TimeOfDay(hour: hour, minute: minute, second: seconds, nanosecond: nanosecond, zone: zone)
    else { return call.number(nil) }
    return .time(time)
  }

  private static func dateTimeFrom(_ call: Invocation) -> Value {
    switch call[0] {
    case .dateTime: return call[0]
    case .date(let date): return .dateTime(DateTime(midnightUTC: date))
    case .string(let text):
      if let value = DateTime(text) { return .dateTime(value) }
      if let date = CalendarDate(text), let midnight = TimeOfDay(hour: 0, minute: 0, second: 0) {
        return .dateTime(DateTime(date, midnight))
      }
      return call.notReadable(0, as: .dateTime)
    default: return call.wrongType(0, wanted: FeelType.string.wording)
    }
  }

  /// `number("1 000,5", " ", ",")`.
  private static func separatedNumber(_ call: Invocation) -> Value {
    let (grouping, point) = (call.string(1), call.string(2))
    let isAllowed =
      [" ", ",", ".", ""].contains(grouping) && [".", ",", ""].contains(point)
      && (grouping != point || grouping.isEmpty)
    guard isAllowed, !(call[1].isNull == false && grouping.isEmpty), !(call[2].isNull == false && point.isEmpty) else {
      return call.null(
        "argument-domain", en: "`\(grouping)` and `\(point)` cannot separate the digits of a number",
        zh: "`\(grouping)` 和 `\(point)` 不能作为数的分隔符")
    }
    var text = call.string(0)
    if !grouping.isEmpty { text = text.split(separator: grouping, omittingEmptySubsequences: false).joined() }
    if !point.isEmpty { text = text.split(separator: point, omittingEmptySubsequences: false).joined(separator: ".") }
    return Decimal128(text).map { .number($0) } ?? call.notReadable(0, as: .number)
  }
}

extension Value {
  /// The day of a date or of a date and time.
  var day: CalendarDate? {
    switch self {
    case .date(let date): date
    case .dateTime(let value): value.date
    default: nil
    }
  }
}
