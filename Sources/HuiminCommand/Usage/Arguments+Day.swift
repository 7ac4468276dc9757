import Huimin

extension Arguments {
  /// The day of `--on`, or else the day of the machine: the one place where a clock is asked.
  func day(_ console: Console) throws(Unreadable) -> CalendarDate {
    guard let text = self["--on"] else {
      guard let today = console.today() else {
        throw Unreadable([Diagnostic("usage", message: Wording(en: "the day of today is not known", zh: "无法得知今天的日期"))])
      }
      return today
    }
    guard let day = CalendarDate(text) else {
      throw Unreadable([
        Diagnostic(
          "usage", message: Wording(en: "`\(text)` is not a date", zh: "`\(text)` 不是日期"),
          help: Wording(en: "write year-month-day: `--on 2026-01-15`", zh: "写成 年-月-日：`--on 2026-01-15`"))
      ])
    }
    return day
  }
}
