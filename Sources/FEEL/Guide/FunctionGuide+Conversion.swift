extension FunctionGuide {
  /// DMN 1.5, 10.3.4.1.
  static let conversions = Group(
    en: "conversion", zh: "转换",
    [
      FunctionGuide(
        "date", en: "a date from text such as 2026-01-15, from a date and time, or from year, month and day",
        zh: "由文字（如 2026-01-15）、日期时刻，或年、月、日得出日期", #"date("2026-01-15")"#, gives: #"@"2026-01-15""#),
      FunctionGuide(
        "time",
        en: "a time of day from text, from a date and time, or from its parts; `offset` is how far it is ahead of UTC",
        zh: "由文字、日期时刻，或时、分、秒得出时刻；`offset` 是与协调世界时（UTC）的时差", #"time(9, 30, 0, duration("PT8H"))"#,
        gives: #"@"09:30:00+08:00""#),
      FunctionGuide(
        "date and time",
        en: "a date and time from text, from a date alone (its midnight in UTC), or from a date and a time",
        zh: "由文字、单独的日期（取协调世界时零点），或日期加时刻得出日期时刻",
        #"date and time(date("2026-01-15"), time("09:30:00"))"#, gives: #"@"2026-01-15T09:30:00""#),
      FunctionGuide(
        "number",
        en:
          "the number that a text stands for; separators other than a decimal point must be named, null where there are none",
        zh: "把文字变成数；有千位分隔符，或小数点不是 `.` 时须写明，没有的写 null", #"number("1,234.50", ",", ".")"#, gives: "1234.50"),
      FunctionGuide(
        "string", en: "a value as text; of null, null", zh: "把值变成文字；空值仍是空值", #"string(12.50)"#,
        gives: #""12.50""#),
      FunctionGuide(
        "duration",
        en: "a duration from text: P1Y6M is a year and six months, P2DT3H is two days and three hours",
        zh: "由文字得出时长：P1Y6M 是一年六个月，P2DT3H 是两天三小时", #"duration("P1Y6M")"#, gives: #"@"P1Y6M""#),
      FunctionGuide(
        "years and months duration", en: "the whole years and months from one day to another; negative backwards",
        zh: "从一天到另一天满几年几个月；往回算为负", #"years and months duration(@"1943-05-01", @"2026-01-15")"#,
        gives: #"@"P82Y8M""#),
      FunctionGuide(
        "range", en: "a range from text; one end may be left out: (..60) is all below 60",
        zh: "由文字得出区间；一端可以不写，如 (..60) 是 60 以下", #"range("[18..60)")"#, gives: "[18..60)"),
    ])

  /// DMN 1.5, 10.3.4.2.
  static let booleans = Group(
    en: "boolean", zh: "真假",
    [
      FunctionGuide(
        "not", en: "false for true, and true for false; of null, null", zh: "真变假，假变真；空值仍是空值", "not(true)",
        gives: "false")
    ])

  static let others = Group(
    en: "other", zh: "其他",
    [
      FunctionGuide(
        "is", en: "whether two values are the same in every respect; unlike `=`, times in two zones never are",
        zh: "两个值是否完全一样；与 `=` 不同，不同时区的时刻总不一样", #"is(@"12:00:00+08:00", @"04:00:00Z")"#,
        gives: "false")
    ])
}
