import Huimin

/// How expressions are written.
extension CodePage {
  static let syntax = CodePage(
    "syntax", en: "a text is no expression",
    zh: "不是表达式：缺了、多了或写错了符号",
    avoid: .policy(
      """
      facts: { 年龄: years }
      decisions: { 每餐补贴: if 年龄 >= 65 then 3 }
      """),
    prefer: .policy(
      """
      facts: { 年龄: years }
      decisions: { 每餐补贴: if 年龄 >= 65 then 3 else 0 }
      """),
    why: Wording(
      en: """
        Half an expression could be read in several ways, each with another result. So it is not read at
        all, and the place is shown where something else was expected. Operators and brackets are
        half-width: `>=`, `(`, `,`.
        """,
      zh: """
        半截的表达式可以有几种读法，结果各不相同，所以一概不猜，只指出从哪里开始读不下去。运算符和括号用半角：`>=`、`(`、`,`。
        """))

  static let badLiteral = CodePage(
    "bad-literal", en: "the text behind `@` is no date, time or duration",
    zh: "`@` 后面的文字不是日期、时间或时长",
    avoid: .expression(#"@"2026-02-30""#),
    prefer: .expression(#"@"2026-02-28""#),
    why: Wording(
      en: """
        A day that does not exist would have to be moved to another, and a deadline with it. Dates are
        written `@"2026-01-31"`, durations `@"P18Y"` (18 years), `@"P6M"` (6 months), `@"P60D"` (60 days).
        """,
      zh: """
        不存在的日子只能挪到别的日子，期限也就跟着变了。日期写 `@"2026-01-31"`；时长写 `@"P18Y"`（18年）、`@"P6M"`（6个
        月）、`@"P60D"`（60天）。
        """))

  static let bareDate = CodePage(
    "bare-date", en: #"a date without `@"…"` subtracts numbers"#,
    zh: #"日期没有写成 `@"…"`，成了减法"#,
    avoid: .policy(
      """
      facts: { 出生日期: date }
      decisions: { 可申请: 出生日期 <= 1960-01-01 }
      """),
    prefer: .policy(
      """
      facts: { 出生日期: date }
      decisions: { 可申请: '出生日期 <= @"1960-01-01"' }
      """),
    why: Wording(
      en: """
        `1960-01-01` is 1960 minus 1 minus 1, which is 1958, and no day at all. Within expressions a date
        stands in `@"…"`; in YAML the whole expression then goes into single quotes.
        """,
      zh: """
        在表达式里，`1960-01-01` 是1960减1再减1，等于1958，不是日期。表达式中的日期写
        成 `@"…"`，在 YAML 里再把整个表达式加上单引号。
        """))

  static let hyphenRange = CodePage(
    "hyphen-range", en: "`60-79` is meant as a range and subtracts",
    zh: "`60-79` 想表示区间，其实是减法",
    avoid: .policy(
      """
      facts: { 年龄: years }
      decisions:
        每餐补贴:
          table:
            hit: first
            inputs: [年龄]
            rules: { 甲: [60-79, 2], 乙: [-, 0] }
      """),
    prefer: .policy(
      """
      facts: { 年龄: years }
      decisions:
        每餐补贴:
          table:
            hit: first
            inputs: [年龄]
            rules: { 甲: ["[60..79]", 2], 乙: [-, 0] }
      """),
    why: Wording(
      en: """
        `60-79` is minus 19, an age that nobody has, so nobody would ever fall into the row. A range is
        written `[60..79]`; a round bracket leaves its end out: `[60..80)`.
        """,
      zh: """
        `60-79` 等于负19，谁也没有这个年龄，这一行就永远轮不到人。区间写成 `[60..79]`；
        不含某一端用圆括号：`[60..80)`。
        """))

  static let comparisonChain = CodePage(
    "comparison-chain", en: "comparisons are chained",
    zh: "比较连写在一起",
    avoid: .policy(
      """
      facts: { 年龄: years }
      decisions: { 可申请: 60 <= 年龄 <= 79 }
      """),
    prefer: .policy(
      """
      facts: { 年龄: years }
      decisions: { 可申请: '年龄 in [60..79]' }
      """),
    why: Wording(
      en: """
        `60 <= age <= 79` first compares 60 with the age and then a yes or no with 79, which never holds.
        Write a range, or join two comparisons with `and`.
        """,
      zh: """
        `60 <= 年龄 <= 79` 先比较60和年龄，再拿“是”或“否”去同79比，不会成立。请写区间，
        或者用 `and` 连接两个比较。
        """))

  static let emptyRange = CodePage(
    "empty-range", en: "a range holds nothing, since its lower end is above its upper",
    zh: "区间的下限大于上限，里面什么也没有",
    avoid: .policy(
      """
      facts: { 年龄: years }
      decisions: { 可申请: '年龄 in [79..60]' }
      """),
    prefer: .policy(
      """
      facts: { 年龄: years }
      decisions: { 可申请: '年龄 in [60..79]' }
      """),
    why: Wording(
      en: """
        Nobody lies between 79 and 60 when the ends are turned round: all would be refused without an error.
        The lower end comes first.
        """,
      zh: """
        上下限写反了，谁也不在区间里，所有人都会被拒，而且不报错。请先写下限。
        """))

  static let externalFunction = CodePage(
    "external-function", en: "functions from other programs are not supported",
    zh: "不支持外部程序的函数",
    avoid: .expression(#"function(x) external { java: { class: "Math" } }"#),
    prefer: .expression("abs(-12.5)"),
    why: Wording(
      en: """
        A decision must come out the same on every machine and be explained to the end. What another program
        does can be neither seen nor repeated. The built-in functions (`huimin feel --functions`) cover what
        rules need.
        """,
      zh: """
        判定在哪台机器上都要一样，每一步都要说得清。别的程序怎么算，看不见，也无法重现。内置函数（`huimin feel --functions`）
        已够写规则用。
        """))

  static let tooLong = CodePage(
    "too-long", en: "a context is written with more entries than are read",
    zh: "一个上下文的条目过多",
    avoid: .told(
      Wording(
        en: "`{a1: 1, a2: 2, …}` with more than 1000 entries",
        zh: "写了 1000 个以上条目的 `{a1: 1, a2: 2, …}`")),
    prefer: .told(
      Wording(
        en: "a list with the rows, or a table in the policy",
        zh: "改用列表，或写成政策里的表")),
    why: Wording(
      en: """
        A table of a thousand lines is no expression any more, and each entry would be compared with all
        before it. As a `table` in the policy every line has a name, its place in the law and its reason.
        """,
      zh: """
        上千行的内容已经不是一个表达式了，而且每一条都要同前面各条比较一遍。写成政策里的 `table`，每
        一行都有名称、依据和理由。
        """))
}
