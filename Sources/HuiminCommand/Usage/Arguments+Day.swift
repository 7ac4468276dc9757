import Huimin

extension Arguments {
  /// The day of an option, or else the day of the machine: the one place where a clock is asked.
  func day(_ console: Console, option: String = "--on") throws(Unreadable) -> CalendarDate {
    guard let text = self[option] else {
      guard let today = console.today() else {
        throw Unreadable([Diagnostic("usage", message: Wording(en: "the day of today is not known", zh: "无法得知今天的日期"))])
      }
      return today
    }
    guard let day = CalendarDate(text) else {
      throw Unreadable([
        Diagnostic(
          "usage", message: Wording(en: "`\(text)` is not a date", zh: "`\(text)` 不是日期"),
          help: MeantDate(text)?.help()
            ?? Wording(
              en: "write year-month-day: `\(option) 2026-01-15`", zh: "写成 年-月-日：`\(option) 2026-01-15`"))
      ])
    }
    return day
  }
}
