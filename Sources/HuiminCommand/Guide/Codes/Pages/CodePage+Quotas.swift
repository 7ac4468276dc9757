import Huimin

/// Quotas: what is counted, and in which periods. Shares: what may be said of who bears the rest.
extension CodePage {
  static let badRest = CodePage(
    "bad-rest", en: "who bears the rest has a condition, a floor or a ceiling",
    zh: "承担其余部分的一方写了条件、下限或上限",
    avoid: .policy(
      """
      facts: { 餐费: money }
      decisions:
        谁付多少:
          split: 餐费
          among: { 政府: 3, 老人: { amount: the rest, at most: 10 } }
      """),
    prefer: .policy(
      """
      facts: { 餐费: money }
      decisions:
        谁付多少:
          split: 餐费
          among: { 老人: { amount: 餐费 - 3, at most: 10 }, 政府: the rest }
      """),
    why: Wording(
      en: """
        Somebody must bear what the others leave, whatever it comes to; otherwise part of the price would be paid
        by nobody. Put the ceiling on one payer and let another bear the rest.
        """,
      zh: """
        其他各方之外的部分总要有人全部承担，否则就有一部分没有人付。请把上限写在一方，让另一方承担其余部分。
        """))

  static let noEventDate = CodePage(
    "no-event-date", en: "a quota does not know on which day an event happened",
    zh: "限额不知道事件发生在哪一天",
    avoid: .policy(
      """
      facts: { 用餐: { type: list, of: { 申请日: date, 用餐日: date } } }
      decisions: { 还剩: { quota: 用餐, at most: { natural week: 5 } } }
      """),
    prefer: .policy(
      """
      facts: { 用餐: { type: list, of: { 申请日: date, 用餐日: date } } }
      decisions:
        还剩: { quota: 用餐, dated: 用餐日, at most: { natural week: 5 } }
      """),
    why: Wording(
      en: """
        A meal that was applied for on Sunday and eaten on Monday belongs to one week or to the other. Where
        events have several dates the rule must say which one counts; where they have only one, that is it.
        """,
      zh: """
        周日申请、周一就餐的一餐，算上周还是本周，结果不同。事件有几个日期时，规则要写明按哪一个计；只有一个日期
        时就按它计。
        """))

  static let unusedCarryOver = CodePage(
    "unused-carry-over", en: "something is carried over in a period that has no limit",
    zh: "没有上限的期间写了结转",
    avoid: .policy(
      """
      facts: { 用餐: { type: list, of: { 用餐日: date } } }
      decisions:
        还剩:
          quota: 用餐
          at most: { natural week: 5 }
          carry over: { month: 2 }
      """),
    prefer: .policy(
      """
      facts: { 用餐: { type: list, of: { 用餐日: date } } }
      decisions:
        还剩:
          quota: 用餐
          at most: { natural week: 5 }
          carry over: { natural week: 2 }
      """),
    why: Wording(
      en: """
        What a week leaves unused may go to the next week, if the rule says so. Of a period without a limit
        nothing can be left, so the line would never have any effect.
        """,
      zh: """
        一周没有用完的次数，规则写明时可以转到下一周。没有上限的期间谈不上剩余，这一行永远不会起作用。
        """))
}
