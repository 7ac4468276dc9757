import Huimin

/// The forms of a decision.
extension CodePage {
  static let missingForm = CodePage(
    "missing-form", en: "a decision does not say how it is reached",
    zh: "判定没有写明怎么得出",
    avoid: .policy("decisions: { 每餐补贴: { label: 助餐补贴 } }"),
    prefer: .policy("decisions: { 每餐补贴: { label: 助餐补贴, value: 3 } }"),
    why: Wording(
      en: """
        A decision with a name and no rule would leave everybody without an answer. Choose one form:
        `value`, `cases`, `table`, `criteria`, `rule`, `best of` or `split`.
        """,
      zh: """
        只有名称、没有规则的判定，对谁都给不出结论。请选一种写法：`value`、`cases`、`table`、`criteria`、`rule`、`best of` 或 `split`。
        """))

  static let twoForms = CodePage(
    "two-forms", en: "two ways are given where only one can count",
    zh: "同时用了两种写法，只能取一种",
    avoid: .policy(
      """
      facts: { 年龄: years }
      decisions:
        每餐补贴:
          value: 3
          cases: [{ when: 年龄 >= 80, then: 5 }, { otherwise: 3 }]
      """),
    prefer: .policy(
      """
      facts: { 年龄: years }
      decisions:
        每餐补贴:
          cases: [{ when: 年龄 >= 80, then: 5 }, { otherwise: 3 }]
      """),
    why: Wording(
      en: """
        Two rules for one decision may come to two results, and nothing says which of them holds. Keep one,
        or make two decisions of it.
        """,
      zh: """
        同一个判定写两套规则，可能得出两个结果，又没有说明以哪个为准。请留一套，或者拆成两个判定。
        """))

  static let missingOtherwise = CodePage(
    "missing-otherwise", en: "it is not said what holds where nothing applies",
    zh: "没有写明各项都不适用时怎么办",
    avoid: .policy(
      """
      facts: { 年龄: years }
      decisions:
        每餐补贴: { cases: [{ when: 年龄 >= 65, then: 3 }] }
      """),
    prefer: .policy(
      """
      facts: { 年龄: years }
      decisions:
        每餐补贴: { cases: [{ when: 年龄 >= 65, then: 3 }, { otherwise: 0 }] }
      """),
    why: Wording(
      en: """
        Somebody will come to whom none of the cases applies. If the author does not say what that person
        gets, a program must not make it up: neither a refusal nor zero. End with `otherwise`.
        """,
      zh: """
        总会有人哪一种情形都不符合。作者没有写明怎么办，程序不能替他决定，既不能当作拒绝，也不能当作零。最后
        请写 `otherwise`。
        """))

  static let unreachableCase = CodePage(
    "unreachable-case", en: "a case can never be reached",
    zh: "有一种情形永远用不到",
    avoid: .policy(
      """
      facts: { 年龄: years }
      decisions:
        每餐补贴:
          cases: [{ otherwise: 0 }, { when: 年龄 >= 65, then: 3 }]
      """),
    prefer: .policy(
      """
      facts: { 年龄: years }
      decisions:
        每餐补贴:
          cases: [{ when: 年龄 >= 65, then: 3 }, { otherwise: 0 }]
      """),
    why: Wording(
      en: """
        The first case that holds counts, and `otherwise` always holds. Whatever stands after it is a
        benefit that the file promises and nobody ever gets.
        """,
      zh: """
        第一个成立的情形算数，而 `otherwise` 总是成立。写在它后面的待遇，文件里有，却没有人能享
        受到。
        """))

  static let badRounding = CodePage(
    "bad-rounding", en: "a rounding is not written as it is known here, or there is nothing to round",
    zh: "取整的写法不对，或结果不能取整",
    avoid: .policy(
      """
      facts: { 餐费: money }
      decisions: { 补贴: { value: 餐费 * 0.1, round: 精确到分 } }
      """),
    prefer: .policy(
      """
      facts: { 餐费: money }
      decisions: { 补贴: { value: 餐费 * 0.1, round: half up to 0.01 } }
      """),
    why: Wording(
      en: """
        Half a fen goes one way or the other, and over thousands of meals it adds up. The way and the step
        are always written: `half up to 0.01` is what is called rounding to the fen. Only numbers can be
        rounded.
        """,
      zh: """
        半分钱进还是舍，几千份餐加起来就是一笔钱。取整的办法和单位都要写明，`half up to 0.01` 就
        是四舍五入到分。只有数才能取整。
        """))

  static let unclosedBrace = CodePage(
    "unclosed-brace", en: "a `{` in a sentence is never closed",
    zh: "句子里的 `{` 没有对应的 `}`",
    avoid: .policy(
      """
      facts: { 年龄: years }
      decisions: { 可申请: { value: 年龄 >= 65, because: "申请人{年龄岁。" } }
      """),
    prefer: .policy(
      """
      facts: { 年龄: years }
      decisions: { 可申请: { value: 年龄 >= 65, because: "申请人{年龄}岁。" } }
      """),
    why: Wording(
      en: """
        Between `{` and `}` stands an expression whose value appears in the sentence. Without the `}` the
        applicant would read half an expression where a number belongs.
        """,
      zh: """
        `{` 和 `}` 之间是表达式，显示时换成它的值。少了 `}`，申请人看到的理由里就会冒出半截表达
        式，而不是数字。
        """))
}
