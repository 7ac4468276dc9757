import Testing

@testable import FEEL

/// What a person is told to write instead.
@Suite("Errors of evaluation come with a way out")
struct HelpTests {
  @Test(arguments: [
    ("@\"2026-1-5\"", "write `2026-01-05`", "写 `2026-01-05`"),
    ("date(\"2026/1/15\")", "write `2026-01-15`", "写 `2026-01-15`"),
    ("date(\"2026年1月15日\")", "write `2026-01-15`", "写 `2026-01-15`"),
    ("date(\"20260115\")", "write `2026-01-15`", "写 `2026-01-15`"),
    ("@\"2026-02-30\"", "month 2 of 2026 has 28 days", "2026年2月只有28天"),
    ("@\"2026-13-01\"", "there is no month 13", "没有13月"),
    ("@\"60D\"", "write `P60D`", "写 `P60D`"), ("duration(\"60天\")", "write `P60D`", "写 `P60D`"),
    ("duration(\"3 个月\")", "write `P3M`", "写 `P3M`"), ("duration(\"2 weeks\")", "write `P14D`", "写 `P14D`"),
    (
      "@\"abc\"", "write `@\"2025-12-22\"`, `@\"13:00:00\"` or `@\"P1M\"`",
      "写 `@\"2025-12-22\"`、`@\"13:00:00\"` 或 `@\"P1M\"`"
    ),
    (
      "@\"2026-01-15\" + 60", "to a date belongs a duration: `@\"P12M\"` months, `@\"P10D\"` days",
      "日期加减时长：`@\"P12M\"`（月）、`@\"P10D\"`（日）"
    ),
    (
      "\"2026-01-15\" + @\"P60D\"", "this text becomes a date by `date(…)`; written out, a date is `@\"2026-01-15\"`",
      "文字用 `date(…)` 转成日期；直接写日期用 `@\"2026-01-15\"`"
    ),
    (
      "83 = \"83\"", "leave the quotes out, or write `number(\"83\")`", "去掉引号，或写 `number(\"83\")`"
    ),
    ("83 + \"岁\"", "to join texts, write `string(…)` around the number", "连接文字时，数写成 `string(…)`"),
    (
      "matches(310104, \"^[0-9]+$\")",
      "put it in quotes, or write `string(…)`; in a record too, so that no digit is lost",
      "加上引号，或用 `string(…)`；资料中的号码也要加引号，以免丢失数字"
    ),
    (
      "day of week(\"2026-01-15\")", "write `date(…)` around the text, or `@\"2026-01-15\"`",
      "用 `date(…)` 转换，或写 `@\"2026-01-15\"`"
    ),
    ("floor(\"1.5\")", "leave the quotes out, or write `number(…)`", "去掉引号，或用 `number(…)`"),
    ("round half up(1.255)", "write `round half up(n, scale)`", "写 `round half up(n, scale)`"),
    ("sum()", "write `sum(list)` or `sum(c)`", "写 `sum(list)` 或 `sum(c)`"),
    (
      "substring(string: \"abc\", start: 2)", "write `substring(string, start position, length)`",
      "写 `substring(string, start position, length)`"
    ),
    ("{f: function(a, b) a, r: f(1)}.r", "write `f(a, b)`", "写 `f(a, b)`"),
    (
      "{f: function(birth: date) birth, r: f(\"2026-01-15\")}.r",
      "write `date(…)` around the text, or `@\"2026-01-15\"`", "用 `date(…)` 转换，或写 `@\"2026-01-15\"`"
    ),
  ])
  func help(text: String, en: String, zh: String) throws {
    guard case .null(let cause?) = try Surroundings.value(of: text) else {
      Issue.record("`\(text)` has a value")
      return
    }
    #expect(cause.diagnostic.help?[.en] == en)
    #expect(cause.diagnostic.help?[.zh] == zh)
  }

  @Test(
    "Names from elsewhere",
    arguments: [
      ("round(1.5, 0)", "write `round half up(n, scale)`"), ("四舍五入(1.5, 0)", "write `round half up(n, scale)`"),
      ("AVERAGE(1, 2)", "write `mean(list)`"), ("SUM(1, 2)", "did you mean `sum`?"),
      ("summ(1, 2)", "did you mean `sum`?"),
      ("是", "write `true`"), ("TRUE", "write `true`"), ("LEN(\"a\")", "write `string length(string)`"),
      ("如果 a", "write `if … then … else …`"), ("８０", "write half-width digits"),
    ])
  func foreign(text: String, help: String) throws {
    var checker = Checker()
    _ = checker.check(try Parser.expression(text), in: TypeScope())
    #expect(checker.diagnostics.first?.help?[.en] == help)
  }
}
