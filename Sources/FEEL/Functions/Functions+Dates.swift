/// Dates and times (DMN 1.5, 10.3.4.7 and 10.3.4.8), and identity.
extension Builtins {
  private static let weekdays = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
  private static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
  ]

  static let dates: [Builtin] = [
    ofDay("day of year", .number) { .number(Decimal128($0.dayOfYear)) },
    ofDay("day of week", .string) { .string(weekdays[$0.weekday - 1]) },
    ofDay("month of year", .string) { .string(months[$0.month - 1]) },
    ofDay("week of year", .number) { .number(Decimal128($0.weekOfYear)) },
    Builtin("today", [], .date) { call in
      call.run.moment.map { .date($0.date) } ?? noMoment(call)
    },
    Builtin("now", [], .dateTime) { call in
      call.run.moment.map { .dateTime($0) } ?? noMoment(call)
    },
    Builtin(
      "is", [.init("value1", .any, takesNull: true), .init("value2", .any, takesNull: true)], .boolean
    ) { call in .boolean(call[0].isIdentical(to: call[1])) },
  ]

  private static func ofDay(_ name: String, _ result: FeelType, _ body: @escaping @Sendable (CalendarDate) -> Value)
    -> Builtin
  {
    Builtin(name, [.init("date", oneOf: [.date, .dateTime])], result) { call in
      call[0].day.map(body) ?? call.wrongType(0, wanted: FeelType.date.wording)
    }
  }

  /// The clock of the machine is never asked: the same expression must give the same value tomorrow.
  private static func noMoment(_ call: Invocation) -> Value {
    call.null(
      "no-decision-date", en: "`\(call.function)` needs a decision date, and none was given",
      zh: "`\(call.function)` 需要判定日期，而没有给出", help: Wording(en: "give one with `--on`", zh: "用 `--on` 给出"))
  }
}

extension Value {
  /// Whether two values are the same in every respect (`is`): unlike `=`, times in different zones differ.
  fileprivate func isIdentical(to other: Value) -> Bool {
    switch (self, other) {
    case (.time(let a), .time(let b)): a == b
    case (.dateTime(let a), .dateTime(let b)): a == b
    case (.list(let a), .list(let b)): a.count == b.count && zip(a, b).allSatisfy { $0.isIdentical(to: $1) }
    default: equals(other)
    }
  }
}
