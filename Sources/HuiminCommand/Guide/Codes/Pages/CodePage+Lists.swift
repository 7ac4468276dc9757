import Huimin

/// Ranges, patterns, lists and what a request wants.
extension CodePage {
  static let badRange = CodePage(
    "bad-range", en: "a range or the way of a loop has no two fitting ends",
    zh: "区间或循环的两端不相配",
    avoid: .expression("for 期 in 1..2.5 return 期 * 100"),
    prefer: .expression("for 期 in 1..3 return 期 * 100"),
    why: Wording(
      en: """
        A loop from 1 to 2.5 could end after two rounds or after three, and a range with ends of two kinds
        would hold nobody or everybody. Two whole numbers, dates or other values of one kind say what is
        meant, the lower first.
        """,
      zh: """
        从1到2.5的循环，可以算两次，也可以算三次；两端类型不同的区间，不是谁都不在内，就是谁都在内。两端写
        成同一类的整数、日期等，小的在前，意思才清楚。
        """))

  static let badPattern = CodePage(
    "bad-pattern", en: "a pattern for texts cannot be used",
    zh: "文字的匹配模式不能用",
    avoid: .expression(#"matches("310107", "[0-9")"#),
    prefer: .expression(#"matches("310107", "[0-9]{6}")"#),
    why: Wording(
      en: """
        A pattern with a missing bracket matches something other than what was meant, or nothing at all.
        Patterns are the regular expressions of XPath, as the standard has it.
        """,
      zh: """
        模式里少一个括号，匹配的就不是原来想要的内容，甚至什么也匹配不上。模式按标准采用 XPath 的正则
        表达式。
        """))

  static let notAList = CodePage(
    "not-a-list", en: "a loop has no list to go through",
    zh: "循环没有可逐项处理的列表",
    avoid: .expression("for 人 in null return 1"),
    prefer: .expression("for 人 in [1, 2] return 1"),
    why: Wording(
      en: """
        `for`, `some` and `every` look at each item of a list. Null is no list, not even an empty one: an
        empty list would make `every` true for a family of which nothing is known.
        """,
      zh: """
        `for`、`some`、`every` 对列表逐项处理。空值不是列表，连空列表也不是：要是当成空列
        表，对情况不明的家庭，`every` 反而成立了。
        """))

  static let notCoercible = CodePage(
    "not-coercible", en: "a value cannot be turned into the type that a request wants",
    zh: "值不能转换成请求要求的类型",
    avoid: .request(#"{"expr": "\"六十五\"", "type": "number"}"#),
    prefer: .request(#"{"expr": "number(\"65\")", "type": "number"}"#),
    why: Wording(
      en: """
        A program that asks for a number goes on calculating with the answer. Something like a number would
        be wrong there without anybody seeing it, so the answer is null with its reason.
        """,
      zh: """
        调用方要的是数，拿到后还要接着算。给个差不多的值，错了也没人看见；所以答复为空值，并说明原因。
        """))
}
