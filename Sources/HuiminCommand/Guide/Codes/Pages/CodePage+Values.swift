import Huimin

/// What goes wrong while an expression is evaluated.
extension CodePage {
  static let divisionByZero = CodePage(
    "division-by-zero", en: "something is divided by zero",
    zh: "除以零",
    avoid: .decision(
      """
      facts: { 家庭收入: money, 人数: integer }
      decisions: { 人均收入: { value: 家庭收入 / 人数, round: half up to 0.01 } }
      """,
      record:
        """
        家庭收入: 3000
        人数: 0
        """),
    prefer: .decision(
      """
      facts: { 家庭收入: money, 人数: { type: integer, range: ">= 1" } }
      decisions: { 人均收入: { value: 家庭收入 / 人数, round: half up to 0.01 } }
      """,
      record:
        """
        家庭收入: 3000
        人数: 2
        """),
    why: Wording(
      en: """
        Income shared among nobody is neither zero nor without bound, and either would decide the case. A
        range of the fact keeps such a record out where it is typed.
        """,
      zh: """
        收入由零个人平分，结果既不是零，也不是无穷大，当成哪个都会左右结论。给事实写上范围，录入时就能拦住。
        """))

  static let nullOperand = CodePage(
    "null-operand", en: "something is calculated or compared with null",
    zh: "空值参与了计算或比较",
    avoid: .decision(
      """
      facts: { 家庭成员: { type: list, of: { 月收入: money } }, 补助: money }
      decisions: { 家庭收入: sum(家庭成员.月收入) + 补助 }
      """,
      record:
        """
        家庭成员: []
        补助: 200
        """),
    prefer: .decision(
      """
      facts: { 家庭成员: { type: list, of: { 月收入: money } }, 补助: money }
      decisions:
        工资: if count(家庭成员) = 0 then 0 else sum(家庭成员.月收入)
        家庭收入: 工资 + 补助
      """,
      record:
        """
        家庭成员: []
        补助: 200
        """),
    why: Wording(
      en: """
        The sum of an empty list is null and not zero, as the standard has it: nothing was added up. Whether
        a family without members has an income of zero is for the rule to say.
        """,
      zh: """
        按标准，空列表的合计是空值，不是零，因为什么也没有加。没有成员的家庭收入是否算零，要由规定写明。
        """))

  static let nullCondition = CodePage(
    "null-condition", en: "a condition is null: neither yes nor no",
    zh: "条件为空值，既不是“是”，也不是“否”",
    avoid: .expression("if {残疾: null}.残疾 then 3 else 0"),
    prefer: .expression("if {残疾: null}.残疾 = null then 0 else 3"),
    why: Wording(
      en: """
        The standard takes a null condition for a no. In a policy that would be a refusal that no rule
        speaks of, so it is an error there.
        """,
      zh: """
        按标准，空值的条件算“否”。放在政策里，就成了没有任何规定作依据的拒绝，所以算错误。
        """))

  static let nullValue = CodePage(
    "null-value", en: "an expression comes to null, which is no answer",
    zh: "表达式的结果是空值，不是答案",
    avoid: .decision(
      """
      facts: { 家庭成员: { type: list, of: { 月收入: money } } }
      decisions: { 家庭收入: sum(家庭成员.月收入) }
      """,
      record: "家庭成员: []"),
    prefer: .decision(
      """
      facts: { 家庭成员: { type: list, of: { 月收入: money } } }
      decisions:
        家庭收入: if count(家庭成员) = 0 then 0 else sum(家庭成员.月收入)
      """,
      record: "家庭成员: []"),
    why: Wording(
      en: """
        An empty list has no sum and no greatest item. To tell a person "nothing" would look like an answer.
        Say what holds then; where nothing is meant, write `null` itself.
        """,
      zh: """
        空列表没有合计，也没有最大的一项。告诉当事人“无”，看上去像个答案，其实不是。请写明此时怎么办；确实
        要表示“没有”，直接写 `null`。
        """))

  static let numberTooLarge = CodePage(
    "number-too-large", en: "a number is too large to be exact",
    zh: "数过大，无法精确表示",
    avoid: .expression("1E+6000 * 1E+6000"),
    prefer: .expression("1E+6 * 1E+6"),
    why: Wording(
      en: """
        Numbers have 34 digits. Beyond their range a result could only be rough, and rough amounts are never
        given out.
        """,
      zh: """
        数最多34位有效数字。超出范围只能给个大概，而大概的金额一概不给。
        """))

  static let listIndex = CodePage(
    "list-index", en: "a list has no item at this position",
    zh: "列表没有第几项",
    avoid: .decision(
      """
      facts: { 家庭成员: { type: list, of: { 月收入: money } } }
      decisions: { 首位收入: '家庭成员[1].月收入' }
      """,
      record: "家庭成员: []"),
    prefer: .decision(
      """
      facts: { 家庭成员: { type: list, of: { 月收入: money } } }
      decisions:
        首位收入: 'if count(家庭成员) = 0 then 0 else 家庭成员[1].月收入'
      """,
      record: "家庭成员: []"),
    why: Wording(
      en: """
        There is no first person in an empty family, and the income of nobody must not count as zero. Ask
        for the `count` first, or use `some` and `every`, which fit lists of every length.
        """,
      zh: """
        没有成员就没有“第一个人”，不存在的人的收入不能算零。请先看 `count`，或者用 `some`、`every`，
        列表多长都适用。
        """))

  static let noDecisionDate = CodePage(
    "no-decision-date", en: "`today()` is used where no day is given",
    zh: "用到 `today()`，但没有给出日期",
    avoid: .expression("today()"),
    prefer: .command("$ huimin feel 'today()' --on 2026-01-15"),
    why: Wording(
      en: """
        The clock of the machine is never asked: the same case would come out otherwise tomorrow. A program
        that uses the library says for which day with `Run(moment: …)`; `huimin feel` takes `--on`.
        """,
      zh: """
        计算时从不读取机器的时钟，否则同一件事明天再算就可能变。调用库的程序用 `Run(moment: …)` 说
        明按哪一天，`huimin feel` 用 `--on`。
        """))
}
