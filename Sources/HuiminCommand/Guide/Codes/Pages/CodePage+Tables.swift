import Huimin

/// Tables and lists of criteria.
extension CodePage {
  static let constantCondition = CodePage(
    "constant-condition", en: "a condition always holds, or never",
    zh: "条件恒成立，或永不成立",
    avoid: .policy(
      """
      facts: { 年龄: years }
      decisions:
        每餐补贴:
          cases:
            - { when: 年龄 >= 80, then: 5 }
            - { when: true, then: 3 }
            - { otherwise: 0 }
      """),
    prefer: .policy(
      """
      facts: { 年龄: years }
      decisions:
        每餐补贴:
          cases:
            - { when: 年龄 >= 80, then: 5 }
            - { when: 年龄 >= 65, then: 3 }
            - { otherwise: 0 }
      """),
    why: Wording(
      en: """
        A `true` that was put in to try something out lets everybody through, and all that follows is never
        reached. It is no error, since a rule may be switched off on purpose, but somebody should look.
        """,
      zh: """
        试算时随手写的 `true` 会让所有人都通过，后面的情形永远用不到。这不算错误，因为有时是有意停用
        某条规定，但应当有人看一眼。
        """))

  static let badCriteria = CodePage(
    "bad-criteria", en: "a list of criteria does not say how many must be met",
    zh: "条件清单没有写明须满足几项",
    avoid: .policy(
      """
      facts: { 会员: integer, 资金: money }
      decisions:
        准予登记:
          criteria: { 会员数: 会员 >= 50, 注册资金: 资金 >= 30000 }
      """),
    prefer: .policy(
      """
      facts: { 会员: integer, 资金: money }
      decisions:
        准予登记:
          criteria: { all: { 会员数: 会员 >= 50, 注册资金: 资金 >= 30000 } }
      """),
    why: Wording(
      en: """
        The same two criteria are strict with "all" and lenient with "any". The text of the law says which;
        the file must say it too. `at least 3` of two criteria could never be met, and is refused as well.
        """,
      zh: """
        同样两个条件，“同时具备”和“具备其一”宽严大不相同。法规怎么写，文件里就要怎么写明。只有两项却要求 `at least 3`，
        谁也满足不了，同样不收。
        """))

  static let rowWidth = CodePage(
    "row-width", en: "a row has more or fewer cells than its table has columns",
    zh: "一行的格数与表的列数不符",
    avoid: .policy(
      """
      facts: { 年龄: years, 低保: boolean }
      decisions:
        每餐补贴:
          table:
            hit: first
            inputs: [低保, 年龄]
            rules: { 甲: [true, 5], 乙: [-, -, 3] }
      """),
    prefer: .policy(
      """
      facts: { 年龄: years, 低保: boolean }
      decisions:
        每餐补贴:
          table:
            hit: first
            inputs: [低保, 年龄]
            rules: { 甲: [true, ">= 60", 5], 乙: [-, -, 3] }
      """),
    why: Wording(
      en: """
        With a cell missing, everything after it moves one column to the left: an amount would be read as an
        age. Write a cell for each input and then one for each output; `-` stands for an input that does not
        matter.
        """,
      zh: """
        少写一格，后面的内容就全部左移一列，金额会被当成年龄。先写各输入的条件，每列一格，再写结果；不论的写 `-`。
        """))

  static let unreachableRow = CodePage(
    "unreachable-row", en: "a row never counts, because a row before it holds whenever it does",
    zh: "有一行永远用不到，前面的行已经包括了它",
    avoid: .policy(
      """
      facts: { 年龄: years }
      decisions:
        每餐补贴:
          table:
            hit: first
            inputs: [年龄]
            rules: { 甲: [">= 60", 3], 乙: [">= 80", 5], 丙: [-, 0] }
      """),
    prefer: .policy(
      """
      facts: { 年龄: years }
      decisions:
        每餐补贴:
          table:
            hit: first
            inputs: [年龄]
            rules: { 乙: [">= 80", 5], 甲: [">= 60", 3], 丙: [-, 0] }
      """),
    why: Wording(
      en: """
        With hit policy `first` the first row that holds counts. Here everybody of 80 is caught by the row
        for 60 and gets 3 instead of 5. Put the narrower row first.
        """,
      zh: """
        命中策略 `first` 只取第一个成立的行。这里80岁以上的人先落在“满60岁”一行，只得3元，得
        不到5元。请把范围小的行放在前面。
        """))

  static let overlappingRows = CodePage(
    "overlapping-rows", en: "two rows of a table with hit policy `unique` hold at once",
    zh: "命中策略为 `unique` 的表有两行同时成立",
    avoid: .policy(
      """
      facts: { 年龄: years }
      decisions:
        每餐补贴:
          table:
            hit: unique
            inputs: [年龄]
            rules: { 甲: [">= 60", 3], 乙: [">= 80", 5], 丙: ["< 60", 0] }
      """),
    prefer: .policy(
      """
      facts: { 年龄: years }
      decisions:
        每餐补贴:
          table:
            hit: unique
            inputs: [年龄]
            rules: { 甲: ["[60..80)", 3], 乙: [">= 80", 5], 丙: ["< 60", 0] }
      """),
    why: Wording(
      en: """
        `unique` promises that exactly one row holds for everybody. Where two do, the table gives two
        answers to one person, which is a mistake of the table and not of the applicant. Draw the bounds so
        that they meet without overlapping.
        """,
      zh: """
        `unique` 的意思是每个人恰好对应一行。有两行同时成立，同一个人就有两个答案，这是表的问题，不
        是申请人的问题。请把界限划清，前后衔接而不重叠。
        """))

  static let tableGap = CodePage(
    "table-gap", en: "a table has no row for some record",
    zh: "有的情况在表中没有一行适用",
    avoid: .policy(
      """
      facts: { 年龄: years }
      decisions:
        每餐补贴:
          table:
            hit: unique
            inputs: [年龄]
            rules: { 甲: ["[60..80)", 3], 乙: ["> 80", 5], 丙: ["< 60", 0] }
      """),
    prefer: .policy(
      """
      facts: { 年龄: years }
      decisions:
        每餐补贴:
          table:
            hit: unique
            inputs: [年龄]
            rules: { 甲: ["[60..80)", 3], 乙: [">= 80", 5], 丙: ["< 60", 0] }
      """),
    why: Wording(
      en: """
        Somebody of exactly 80 falls between two rows, and would be told of an error at the counter. The
        message names one such record; there may be more. Close the gap as the text has it, or say with
        `default:` what holds for everybody else. What a fact can never be belongs into its `range:`.
        """,
      zh: """
        刚好80岁的人落在两行之间，到了窗口只会得到一个错误。提示里举出一个例子，可能还有别的。请按原文补上
        这一行，或者用 `default:` 写明其余的人怎么办。事实不可能取到的值，写在它的 `range:` 里。
        """))

  static let noPriority = CodePage(
    "no-priority", en: "a hit policy ranks results, but not which of them comes first",
    zh: "要按优先次序取结果，却没有写明次序",
    avoid: .policy(
      """
      facts: { 年龄: years, 低保: boolean }
      decisions:
        服务等级:
          table:
            hit: priority
            inputs: [年龄, 低保]
            rules: { 甲: [">= 80", -, '"一级"'], 乙: [-, true, '"二级"'] }
            default: '"三级"'
      """),
    prefer: .policy(
      """
      facts: { 年龄: years, 低保: boolean }
      decisions:
        服务等级:
          members: [一级, 二级, 三级]
          table:
            hit: priority
            inputs: [年龄, 低保]
            rules: { 甲: [">= 80", -, 一级], 乙: [-, true, 二级] }
            default: 三级
      """),
    why: Wording(
      en: """
        `priority` and `output order` put the results in order, and the order is that of `members:`. Without
        it the outcome would hang on chance, such as the alphabet.
        """,
      zh: """
        `priority` 和 `output order` 要给结果排先后，依据就是 `members:` 里
        的顺序。不写明，结果就只能靠偶然，比如按笔画、字母排。
        """))

  static let unusedDefault = CodePage(
    "unused-default", en: "a table has a default that can never be used",
    zh: "表的 `default` 永远用不到",
    avoid: .policy(
      """
      facts: { 年龄: years, 低保: boolean }
      decisions:
        可享受的服务:
          table:
            hit: collect
            inputs: [年龄, 低保]
            rules: { 甲: [">= 80", -, '"助浴"'], 乙: [-, true, '"助餐"'] }
            default: '"无"'
      """),
    prefer: .policy(
      """
      facts: { 年龄: years, 低保: boolean }
      decisions:
        可享受的服务:
          table:
            hit: collect
            inputs: [年龄, 低保]
            rules: { 甲: [">= 80", -, '"助浴"'], 乙: [-, true, '"助餐"'] }
      """),
    why: Wording(
      en: """
        A hit policy that collects gives an empty list where no row holds, and one that counts gives 0. The
        default reads as if it counted and never does. Leave it out.
        """,
      zh: """
        收集各行结果的命中策略，一行都不成立时结果是空列表，计数的结果是 0。写上 `default` 好像
        有用，其实永远用不到，请删去。
        """))

  static let tooFewCandidates = CodePage(
    "too-few-candidates", en: "`best of` has nothing to choose from",
    zh: "`best of` 没有可比较的项",
    avoid: .policy(
      """
      facts: { 年龄: years }
      decisions:
        每月津贴:
          best of: { 高龄津贴: { when: 年龄 >= 80, value: 200 } }
          otherwise: 0
      """),
    prefer: .policy(
      """
      facts: { 年龄: years, 低保: boolean }
      decisions:
        每月津贴:
          best of:
            高龄津贴: { when: 年龄 >= 80, value: 200 }
            护理补贴: { when: 低保, value: 150 }
          otherwise: 0
      """),
    why: Wording(
      en: """
        `best of` is for benefits of which only the highest is drawn. With one alone there is nothing to
        weigh, and the reasons would speak of a choice that nobody had. Add the other, or write `cases`.
        """,
      zh: """
        `best of` 用于几项待遇就高享受一项。只有一项就无从比较，理由里却会写成“取最高”。请补上另
        一项，或者改用 `cases`。
        """))
}
