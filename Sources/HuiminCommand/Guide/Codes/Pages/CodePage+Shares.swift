import Huimin

/// What goes wrong while a whole is split.
extension CodePage {
  static let negativeShare = CodePage(
    "negative-share", en: "a share of a split is below zero",
    zh: "有一方的份额为负",
    avoid: .decision(
      """
      facts: { 餐费: money, 补贴: money }
      decisions:
        谁付多少:
          split: 餐费
          among: { 政府: 补贴 - 5, 老人: the rest }
      """,
      record:
        """
        餐费: 12.50
        补贴: 3
        """),
    prefer: .decision(
      """
      facts: { 餐费: money, 补贴: money }
      decisions:
        谁付多少:
          split: 餐费
          among: { 政府: 'max(补贴 - 5, 0)', 老人: the rest }
      """,
      record:
        """
        餐费: 12.50
        补贴: 3
        """),
    why: Wording(
      en: """
        A negative share would make the others pay more than the whole. Whoever meant that a deduction ends
        at zero writes so: `max(…, 0)`.
        """,
      zh: """
        一方为负，别人就要付得比总额还多。如果本意是扣到零为止，请写明：`max(…, 0)`。
        """))

  static let notAnAmount = CodePage(
    "not-an-amount", en: "a share or the whole of a split is no number",
    zh: "份额或总额不是数",
    avoid: .decision(
      """
      facts: { 餐费: money }
      decisions:
        谁付多少:
          split: 餐费
          among: { 政府: 'get value({标准: "三元"}, "标准")', 老人: the rest }
      """,
      record: "餐费: 12.50"),
    prefer: .decision(
      """
      facts: { 餐费: money }
      decisions:
        谁付多少:
          split: 餐费
          among: { 政府: 'get value({标准: 3}, "标准")', 老人: the rest }
      """,
      record: "餐费: 12.50"),
    why: Wording(
      en: """
        Where the type of an expression is known, `huimin check` finds this before. What is left is caught
        when the case is decided, so that nothing but money is ever shared out.
        """,
      zh: """
        看得出类型的表达式，`huimin check` 事先就会指出。剩下的在判定时拦住，保证分担的只能是
        钱。
        """))

  static let wholeNotRounded = CodePage(
    "whole-not-rounded", en: "what is to be split has fractions of a fen",
    zh: "要分担的总额有不足一分的零头",
    avoid: .decision(
      """
      facts: { 标价: money }
      decisions:
        谁付多少: { split: 标价 * 0.85, among: { 政府: 3, 老人: the rest } }
      """,
      record: "标价: 12.50"),
    prefer: .decision(
      """
      facts: { 标价: money }
      decisions:
        折后价: { value: 标价 * 0.85, round: half up to 0.01 }
        谁付多少: { split: 折后价, among: { 政府: 3, 老人: the rest } }
      """,
      record: "标价: 12.50"),
    why: Wording(
      en: """
        85 % of 12.50 yuan is 10.625 yuan. The shares are whole fen, so they could not make up the whole.
        Decide the whole on its own and round it; then the shares are exact to the fen.
        """,
      zh: """
        12.50元的85%是10.625元。各方份额以分为单位，怎么加也凑不成这个数。请把总额单独写成一个
        判定并取整，各方份额才能分毫不差。
        """))

  static let sharesExceedWhole = CodePage(
    "shares-exceed-whole", en: "the shares together are more than the whole",
    zh: "各方份额之和超过总额",
    avoid: .decision(
      """
      facts: { 餐费: money }
      decisions:
        谁付多少:
          split: 餐费
          among: { 政府: 3, 慈善基金: 5, 老人: the rest }
      """,
      record: "餐费: 6"),
    prefer: .decision(
      """
      facts: { 餐费: money }
      decisions:
        谁付多少:
          split: 餐费
          among: { 政府: 3, 慈善基金: 5, 老人: the rest }
          if over: reduce in order
      """,
      record: "餐费: 6"),
    why: Wording(
      en: """
        With a meal of 6 yuan, 3 and 5 are too much. Who then pays less is for the rule to say: `if over:
        reduce in order` cuts the last payer first. Without it nobody's share is shortened by a program.
        """,
      zh: """
        一餐6元，3元加5元就多了。谁少付，由规定写明：`if over: reduce in order` 从
        最后一方起削减。没有写明，程序不会替谁减。
        """))
}
