extension FunctionGuide {
  /// DMN 1.5, 10.3.4.7 and 10.3.4.8.
  static let dates = Group(
    en: "dates and times", zh: "日期和时刻",
    [
      FunctionGuide(
        "today", en: "the day for which is decided; never that of the clock",
        zh: "判定日期；不看机器的时钟", "today()", gives: #"@"2026-01-15""#),
      FunctionGuide(
        "now", en: "the start, in UTC, of the day for which is decided; never the time of the clock",
        zh: "判定日期的零点（协调世界时）；不看机器的时钟", "now()", gives: #"@"2026-01-15T00:00:00Z""#),
      FunctionGuide(
        "day of year", en: "which day of its year a date is, from 1", zh: "日期是当年的第几天", #"day of year(@"2026-02-01")"#,
        gives: "32"),
      FunctionGuide(
        "day of week", en: "the English name of a date's weekday (`.weekday` is its number, 1 for Monday)",
        zh: "星期几的英文名（`.weekday` 是数，星期一为 1）", #"day of week(@"2026-01-15")"#, gives: #""Thursday""#),
      FunctionGuide(
        "month of year", en: "the English name of a date's month (`.month` is its number)",
        zh: "月份的英文名（`.month` 是数）", #"month of year(@"2026-01-15")"#, gives: #""January""#),
      FunctionGuide(
        "week of year",
        en: "the number of a date's week by ISO 8601: weeks begin on Monday, the first holds the year's first Thursday",
        zh: "日期在第几周（ISO 8601）：每周从星期一开始，含当年第一个星期四的是第一周", #"week of year(@"2027-01-01")"#,
        gives: "53"),
    ])
}
