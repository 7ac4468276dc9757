import Huimin

/// What may be compared and calculated with what.
extension CodePage {
  static let unitMismatch = CodePage(
    "unit-mismatch", en: "two numbers count different things",
    zh: "两个数的计量单位不同",
    avoid: .policy(
      """
      facts: { 年龄: years, 餐费: money }
      decisions: { 可申请: 餐费 > 年龄 }
      """),
    prefer: .policy(
      """
      facts: { 年龄: years, 餐费: money }
      decisions: { 可申请: 年龄 >= 65 and 餐费 >= 10 }
      """),
    why: Wording(
      en: """
        70 years and 12.50 yuan are both numbers, and a machine compares them without a word. Years, money
        and what has a `unit` are compared and added up only with their like, so that mixed-up names are
        found.
        """,
      zh: """
        70岁和12.50元都是数，机器照比不误。年数、金额和带 `unit` 的数只能同类相比、相加，名称
        用混了就能查出来。
        """))

  static let neverComparable = CodePage(
    "never-comparable", en: "two values of different kinds are compared",
    zh: "不同类型的值不能比较",
    avoid: .policy(
      """
      facts: { 年龄: years }
      decisions: { 可申请: '年龄 = "六十五"' }
      """),
    prefer: .policy(
      """
      facts: { 年龄: years }
      decisions: { 可申请: 年龄 = 65 }
      """),
    why: Wording(
      en: """
        A number never equals a word and a date never equals a yes, so the comparison is a no for everybody.
        That is a slip and no rule.
        """,
      zh: """
        数不会等于文字，日期不会等于“是”，这样比较对谁都是“否”。这是笔误，不是规定。
        """))

  static let notOrdered = CodePage(
    "not-ordered", en: "of these values none is greater",
    zh: "这类值没有大小之分",
    avoid: .policy(
      """
      facts: { 残疾等级: [一级, 二级, 三级, 四级] }
      decisions: { 重度残疾: '残疾等级 <= "二级"' }
      """),
    prefer: .policy(
      """
      facts: { 残疾等级: [一级, 二级, 三级, 四级] }
      decisions: { 重度残疾: '残疾等级 in (一级, 二级)' }
      """),
    why: Wording(
      en: """
        Choices are words; whether grade one is above or below grade two is a matter of opinion, and the
        alphabet must not settle it. List those that count.
        """,
      zh: """
        选项是文字，一级和二级谁大谁小，说法不一，更不能按笔画或拼音比。请把符合的选项列出来。
        """))

  static let conditionType = CodePage(
    "condition-type", en: "a condition is no yes or no",
    zh: "条件不是“是”或“否”",
    avoid: .policy(
      """
      facts: { 年龄: years }
      decisions:
        每餐补贴: { cases: [{ when: 年龄, then: 3 }, { otherwise: 0 }] }
      """),
    prefer: .policy(
      """
      facts: { 年龄: years }
      decisions:
        每餐补贴: { cases: [{ when: 年龄 >= 65, then: 3 }, { otherwise: 0 }] }
      """),
    why: Wording(
      en: """
        Some languages take every number but zero for a yes. In a rule the comparison has only been
        forgotten, and everybody with an age would get 3 yuan. A condition is a comparison or a yes-or-no
        fact.
        """,
      zh: """
        有的编程语言把非零的数都当作“是”。写规则时这其实是漏了比较，结果凡有年龄的人都得3元。条件应当是一
        个比较，或者一个“是否”类的事实。
        """))

  static let operandType = CodePage(
    "operand-type", en: "an operator does not apply to such values",
    zh: "运算符不适用于这样的值",
    avoid: .policy(
      """
      facts: { 出生日期: date, 年龄: years }
      decisions: { 到期日: 出生日期 + 年龄 }
      """),
    prefer: .policy(
      """
      facts: { 出生日期: date }
      decisions: { 到期日: '出生日期 + @"P60Y"' }
      """),
    why: Wording(
      en: """
        To a date belongs a duration: a bare number does not say whether it counts days, months or years.
        Likewise `and` joins conditions and `*` numbers. Anything else has no result that could be relied
        on.
        """,
      zh: """
        日期只能加时长；只写一个数，看不出是天、月还是年。同样，`and` 连接条件，`*` 用于数。别的用
        法没有可靠的结果。
        """))
}
