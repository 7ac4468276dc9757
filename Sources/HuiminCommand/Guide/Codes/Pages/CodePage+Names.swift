import Huimin

/// Dates, names and types in a policy.
extension CodePage {
  static let badDate = CodePage(
    "bad-date", en: "a date is not written year-month-day, or there is no such day",
    zh: "日期写法不对，或没有这一天",
    avoid: .policy(
      """
      parameters: { 每餐标准: { type: money, 2026-1-1: 3 } }
      decisions: { 每餐补贴: 每餐标准 }
      """),
    prefer: .policy(
      """
      parameters: { 每餐标准: { type: money, 2026-01-01: 3 } }
      decisions: { 每餐补贴: 每餐标准 }
      """),
    why: Wording(
      en: """
        `1/2/2026` is another day to other readers, and 30 February is none. Dates decide which amount
        holds, so they have one form only: four digits of the year, two of the month, two of the day.
        """,
      zh: """
        日期决定适用哪个标准，写法必须统一：年四位、月两位、日两位，例如 2026-01-05。`1/2/2026` 各
        人理解不同，2月30日根本不存在，都不能用。
        """))

  static let badPeriod = CodePage(
    "bad-period", en: "a period is not written as first day, `..`, last day",
    zh: "有效期的写法不对",
    avoid: .policy(
      """
      policy: cn.city.canteen
      title: 社区食堂助餐补贴
      in force: 2026-01-01
      decisions: { 每餐补贴: 3 }
      """),
    prefer: .policy(
      """
      policy: cn.city.canteen
      title: 社区食堂助餐补贴
      in force: 2026-01-01..
      decisions: { 每餐补贴: 3 }
      """),
    why: Wording(
      en: """
        From a single date nobody can tell whether the policy holds on that day alone or from then on. With
        `..` it is plain: `2026-01-01..` from that day, `2026-01-01..2027-12-31` both days included.
        """,
      zh: """
        只写一个日期，看不出是只在当天有效，还是从当天起有效。写上 `..` 就清楚了：`2026-01-01..` 表
        示自当日起；`2026-01-01..2027-12-31` 首尾两天都算。
        """))

  static let badName = CodePage(
    "bad-name", en: "a name cannot be used in an expression",
    zh: "名称不能用在表达式里",
    avoid: .policy(
      """
      facts: { 60岁以上: boolean }
      decisions: { 每餐补贴: 3 }
      """),
    prefer: .policy(
      """
      facts: { 满60岁: boolean }
      decisions: { 每餐补贴: if 满60岁 then 3 else 0 }
      """),
    why: Wording(
      en: """
        An expression reads a digit at the beginning as a number, and words such as `and`, `in` and `if` as
        its own. A fact of such a name could never be asked for. Begin names with a letter or Chinese
        character.
        """,
      zh: """
        在表达式里，以数字开头会被读成数，`and`、`in`、`if` 等词另有意义；用这样的名称，写了也
        用不上。名称请以汉字或字母开头。
        """))

  static let duplicateName = CodePage(
    "duplicate-name", en: "a name stands for two things",
    zh: "一个名称指两样东西",
    avoid: .policy(
      """
      facts: { 年龄: years, 补贴: money }
      decisions: { 补贴: if 年龄 >= 65 then 3 else 0 }
      """),
    prefer: .policy(
      """
      facts: { 年龄: years, 已领补贴: money }
      decisions: { 补贴: if 年龄 >= 65 and 已领补贴 = 0 then 3 else 0 }
      """),
    why: Wording(
      en: """
        If the amount already drawn and the amount to be paid had one name, an expression would not say
        which it means, nor would the reasons. One name, one fact, parameter or decision. To change a
        decision of a policy above, write it under `changes`.
        """,
      zh: """
        “已领的补贴”和“应发的补贴”如果同名，表达式和理由里都分不清说的是哪一个。一个名称只指一个事实、一
        个参数或一个判定。要改上级政策的判定，写在 `changes` 下。
        """))

  static let duplicateMember = CodePage(
    "duplicate-member", en: "a list of choices holds one twice",
    zh: "选项重复",
    avoid: .policy(
      """
      facts: { 户籍: [本市, 外地, 本市] }
      decisions: { 可申请: 户籍 = 本市 }
      """),
    prefer: .policy(
      """
      facts: { 户籍: [本市, 外地] }
      decisions: { 可申请: 户籍 = 本市 }
      """),
    why: Wording(
      en: """
        A choice that stands twice is mostly one too many or a slip for another. Where the order counts, as
        with hit policy `priority`, it would have two ranks.
        """,
      zh: """
        同一个选项写两次，不是多写了，就是把另一个选项写错了。按先后比较高低时（如 `priority`），
        它还会有两个名次。
        """))

  static let unknownType = CodePage(
    "unknown-type", en: "there is no type of this name",
    zh: "没有这种类型",
    avoid: .policy(
      """
      facts: { 年龄: year }
      decisions: { 每餐补贴: if 年龄 >= 65 then 3 else 0 }
      """),
    prefer: .policy(
      """
      facts: { 年龄: years }
      decisions: { 每餐补贴: if 年龄 >= 65 then 3 else 0 }
      """),
    why: Wording(
      en: """
        The type decides what a record may say and what may be compared: years with years, money with money.
        Without one that is known, none of this could be checked.
        """,
      zh: """
        类型规定资料里能填什么、能同什么比较：年数比年数，金额比金额。类型写错了，这些就都无从检查。
        """))
}
