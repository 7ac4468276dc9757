import Huimin

/// Who pays what, and amounts.
extension CodePage {
  static let noRemainder = CodePage(
    "no-remainder", en: "a split does not say who takes what rounding leaves over",
    zh: "费用分担没有写明余数由谁承担",
    avoid: .policy(
      """
      facts: { 餐费: money }
      decisions:
        谁付多少:
          split: 餐费
          round: half up to 0.01
          among: { 市级: 50%, 区级: 50% }
      """),
    prefer: .policy(
      """
      facts: { 餐费: money }
      decisions:
        谁付多少:
          split: 餐费
          round: half up to 0.01
          among: { 市级: 50%, 区级: the rest }
      """),
    why: Wording(
      en: """
        Half of 0.01 yuan cannot be paid, and two halves rounded up are more than the whole. Somebody takes
        the fen that is left over; who that is belongs into the rule and is not for a program to choose.
        Write `the rest` for one payer, or name one under `remainder:`.
        """,
      zh: """
        1分钱不能对半付，两个一半各自四舍五入，加起来又超过总额。剩下的那一分钱由谁承担，应由政策写明，不能
        由程序决定。请让一方承担 `the rest`，或者用 `remainder:` 指定一方。
        """))

  static let twoRests = CodePage(
    "two-rests", en: "more than one payer is to bear what is left",
    zh: "有不止一方承担其余部分",
    avoid: .policy(
      """
      facts: { 餐费: money, 补贴: money }
      decisions:
        谁付多少:
          split: 餐费
          among: { 政府: 补贴, 家属: the rest, 老人: the rest }
      """),
    prefer: .policy(
      """
      facts: { 餐费: money, 补贴: money, 家属负担: money }
      decisions:
        谁付多少:
          split: 餐费
          among: { 政府: 补贴, 家属: 家属负担, 老人: the rest }
      """),
    why: Wording(
      en: """
        What is left over after the others is one amount. Shared between two without saying how, it could
        fall to either. Say what one of them pays, and leave the rest to the other.
        """,
      zh: """
        其余部分只有一个数，两方共担又不说怎么分，就说不清各付多少。请写明其中一方付多少，其余归另一方。
        """))

  static let sharesDoNotSum = CodePage(
    "shares-do-not-sum", en: "shares in percent do not make up the whole",
    zh: "各方的百分比加起来不是 100%",
    avoid: .policy(
      """
      facts: { 餐费: money }
      decisions:
        谁付多少:
          split: 餐费
          round: half up to 0.01
          among: { 市级: 40%, 区级: 40%, 老人: 30% }
          remainder: 老人
      """),
    prefer: .policy(
      """
      facts: { 餐费: money }
      decisions:
        谁付多少:
          split: 餐费
          round: half up to 0.01
          among: { 市级: 40%, 区级: 40%, 老人: 20% }
          remainder: 老人
      """),
    why: Wording(
      en: """
        Below the whole nobody pays the difference; above it somebody pays twice. Either way the accounts do
        not balance, so the split is refused before the first bill.
        """,
      zh: """
        加起来不到总额，差额没人付；超过总额，就有人多付。哪样账都轧不平，所以开出第一张账单之前就要改正。
        """))

  static let typeMismatch = CodePage(
    "type-mismatch", en: "a value is not of the kind that belongs here",
    zh: "值的类型与此处要求的不符",
    avoid: .policy(
      """
      facts: { 年龄: years }
      decisions:
        每餐补贴: { type: money, value: 年龄 }
      """),
    prefer: .policy(
      """
      facts: { 年龄: years, 餐费: money }
      decisions:
        每餐补贴: { type: money, value: if 年龄 >= 65 then 餐费 else 0 }
      """),
    why: Wording(
      en: """
        A number of years where yuan belong is a number too, and could be paid out. The kind and unit of
        every value are compared with what is declared, so that such a slip ends here and not in an account.
        """,
      zh: """
        年数也是数，放在金额的位置照样能“发”出去。每个值的类型和计量单位都要同写明的核对，这类错误止于检查，
        不会变成错发的钱。
        """))

  static let unroundedMoney = CodePage(
    "unrounded-money", en: "an amount can come to fractions of a fen",
    zh: "金额可能出现不足一分的零头",
    avoid: .policy(
      """
      facts: { 餐费: money }
      decisions: { 让利: 餐费 * 0.15 }
      """),
    prefer: .policy(
      """
      facts: { 餐费: money }
      decisions: { 让利: { value: 餐费 * 0.15, round: half up to 0.01 } }
      """),
    why: Wording(
      en: """
        15 % of 12.50 yuan is 1.875 yuan, which nobody can pay. Whether it becomes 1.87 or 1.88 is a rule;
        without it the decision ends with an error on the day it first happens. Write `round`.
        """,
      zh: """
        12.50元的15%是1.875元，付不出来。算1.87还是1.88，应当由政策写明；不写，哪天真遇
        上了，判定就会出错。请写 `round`。
        """))
}
