import Huimin

/// How much an evaluation may take.
extension CodePage {
  static let limitSteps = CodePage(
    "limit-steps", en: "an expression takes too many steps",
    zh: "表达式的计算步骤过多",
    avoid: .expression(#"matches("3101070000000000000000000000", "(\d+)+X")"#),
    prefer: .expression(#"matches("31010700000000000X", "\d+X")"#),
    why: Wording(
      en: """
        Every evaluation ends, whatever it is given. A repetition inside a repetition, as here, tries
        millions of ways to read one number; loops within loops do the same. It is stopped before it holds
        up the people who wait behind; a rule for one person takes less than a thousandth of the steps
        allowed.
        """,
      zh: """
        无论给什么内容，计算都会结束。像这里重复之中又有重复，一个号码就要试上百万种读法，层层循环也是如此；
        在拖住后面排队的人之前，计算就会停下。给一个人作判定，用到的步骤不及上限的千分之一。
        """))

  static let limitDepth = CodePage(
    "limit-depth", en: "a function calls itself too deeply",
    zh: "函数自己调用自己，层数过多",
    avoid: .expression("(function(f) f(f))(function(f) f(f))"),
    prefer: .expression("(function(f) f(1))(function(n) n + 1)"),
    why: Wording(
      en: """
        A function that calls itself without an end would never answer. The bound is far above what a rule
        needs; most of these are written better with `for … return` and `partial`.
        """,
      zh: """
        函数没完没了地调用自己，就永远没有结果。上限远高于规则的需要；这类计算多半可以用 `for … return` 和 `partial` 来
        写。
        """))

  static let limitItems = CodePage(
    "limit-items", en: "a list becomes longer than is allowed",
    zh: "列表过长",
    avoid: .expression("count(for a in 1..2000000 return a)"),
    prefer: .expression("count(for a in 1..200 return a)"),
    why: Wording(
      en: """
        A million items are more than any case has. Mostly the ends of a range are mistyped, such as a date
        written as a number. Stopping there keeps one request from using up the memory of all.
        """,
      zh: """
        一百万项，超过任何一件事的需要。多半是区间的两端写错了，比如把日期写成了数。到此为止，免得一个请求占
        光大家的内存。
        """))

  static let limitCharacters = CodePage(
    "limit-characters", en: "a text becomes longer than is allowed",
    zh: "文字过长",
    avoid: .expression(#"for n in 1..60 return if n = 1 then "惠" else partial[-1] + partial[-1]"#),
    prefer: .expression(#"for n in 1..3 return if n = 1 then "惠" else partial[-1] + partial[-1]"#),
    why: Wording(
      en: """
        A text that doubles sixty times would fill every disk in the world. Four million characters are the
        bound, far more than any letter to an applicant.
        """,
      zh: """
        一段文字翻六十倍番，世界上所有的磁盘都装不下。上限是四百万字，比任何一份通知书都长得多。
        """))
}
