import Huimin

/// The names in expressions.
extension CodePage {
  static let unknownName = CodePage(
    "unknown-name", en: "a name is used that nothing has",
    zh: "用到的名称没有写明",
    avoid: .policy(
      """
      facts: { 年龄: years }
      decisions: { 每餐补贴: if 年岭 >= 65 then 3 else 0 }
      """),
    prefer: .policy(
      """
      facts: { 年龄: years }
      decisions: { 每餐补贴: if 年龄 >= 65 then 3 else 0 }
      """),
    why: Wording(
      en: """
        If a misspelt name counted as nothing, the condition would fail for everybody. So every name must be
        a fact, a parameter or a decision, and the one that was probably meant is suggested.
        """,
      zh: """
        名称写错一个字，如果当作“没有”，条件对谁都不成立。所以每个名称都须是写明的事实、参数或判定；系统会
        提示可能要写的是哪个。
        """))

  static let ambiguousName = CodePage(
    "ambiguous-name", en: "a word is a choice of a fact and also the name of something else",
    zh: "一个词既是选项，又是别的名称",
    avoid: .policy(
      """
      facts: { 户籍: [本市, 外地], 本市: boolean }
      decisions: { 可申请: 户籍 = 本市 and 本市 }
      """),
    prefer: .policy(
      """
      facts: { 户籍: [本市, 外地], 本市居住: boolean }
      decisions: { 可申请: 户籍 = 本市 and 本市居住 }
      """),
    why: Wording(
      en: """
        `household = local` may compare with the choice `local` or with the fact of that name. The two read
        alike and decide differently. Give one another name, or put the choice in double quotes.
        """,
      zh: """
        `户籍 = 本市` 可以是同选项“本市”比，也可以是同名为“本市”的事实比，写法一样，结果不同。请给
        其中一个换个名称，或者给选项加英文双引号。
        """))

  static let noMember = CodePage(
    "no-member", en: "a value has no part of this name",
    zh: "没有这个组成部分",
    avoid: .policy(
      """
      facts: { 家庭成员: { type: list, of: { 姓名: text, 月收入: money } } }
      decisions: { 家庭收入: sum(家庭成员.收入) }
      """),
    prefer: .policy(
      """
      facts: { 家庭成员: { type: list, of: { 姓名: text, 月收入: money } } }
      decisions: { 家庭收入: sum(家庭成员.月收入) }
      """),
    why: Wording(
      en: """
        A part that does not exist gives nothing, and a family whose incomes are all nothing would be taken
        for one without income. The parts are those that the fact declares; a date has `year`, `month` and
        `day`.
        """,
      zh: """
        没有的栏目取出来是空，全家收入都是空，就会被当成没有收入的家庭。可用的是事实里写明的各栏；日期有 `year`、`month`、`day`。
        """))

  static let notAMember = CodePage(
    "not-a-member", en: "a word is none of the choices of a fact",
    zh: "不是该事实的选项",
    avoid: .policy(
      """
      facts: { 户籍: [本市, 外地] }
      decisions: { 可申请: 户籍 = 本地 }
      """),
    prefer: .policy(
      """
      facts: { 户籍: [本市, 外地] }
      decisions: { 可申请: 户籍 = 本市 }
      """),
    why: Wording(
      en: """
        No record can ever hold a choice that is not on the list, so the comparison would fail for everybody
        without an error. Choices are written as they are declared.
        """,
      zh: """
        不在选项里的词，资料中永远不会出现，这样比较对谁都不成立，还不报错。选项要照写明的写。
        """))

  static let noClock = CodePage(
    "no-clock", en: "a rule asks for today",
    zh: "规则要用“今天”",
    avoid: .policy(
      """
      facts: { 出生日期: date }
      decisions: { 年满60: '出生日期 + @"P60Y" <= today()' }
      """),
    prefer: .policy(
      """
      facts: { 出生日期: date }
      decisions: { 年满60: '出生日期 + @"P60Y" <= 判定日期' }
      """),
    why: Wording(
      en: """
        A rule that looks at a clock decides otherwise tomorrow, and a case cannot be checked again
        afterwards. The day for which is decided is given from outside: `decision date`, or `判定日期`.
        """,
      zh: """
        规则里看钟表，明天再算就可能变，事后也无法复核。判定的日期由外面给定，写作 `判定日期`（`decision date`）。
        """))

  static let noInput = CodePage(
    "no-input", en: "`?` stands outside the cell of a table",
    zh: "`?` 写在了表格的格子之外",
    avoid: .expression("? >= 60"),
    prefer: .expression("83 in (>= 60)"),
    why: Wording(
      en: """
        `?` is the input of the column in which a cell stands. Anywhere else there is no column and nothing
        that it could mean.
        """,
      zh: """
        `?` 指格子所在那一列的输入。别的地方没有列，`?` 就没有所指。
        """))
}
