import Huimin

/// Rules and versions that follow each other.
extension CodePage {
  static let ruleGap = CodePage(
    "rule-gap", en: "a decision has no rule on some days on which its policy is in force",
    zh: "政策有效期内，某些日子没有相应的规定",
    avoid: .policy(
      """
      decisions:
        每餐补贴: { by date: { 2026-03-01: 3 } }
      """),
    prefer: .policy(
      """
      decisions:
        每餐补贴: { by date: { 2026-01-01: 2, 2026-03-01: 3 } }
      """),
    why: Wording(
      en: """
        Somebody who ate before the rule changed is still owed a decision. From the first day of the policy on there
        must be a rule, and each holds until the next begins.
        """,
      zh: """
        规定改变之前就餐的人，同样应当得到结论。自政策生效之日起，每一天都要有规定；一项规定管到下一项开始之前。
        """))

  static let badDatedRule = CodePage(
    "bad-dated-rule", en: "a split, or rules by date again, stand below `by date`",
    zh: "`by date` 之下又写了分担方式或分时期的规定",
    avoid: .policy(
      """
      facts: { 餐费: money }
      decisions:
        谁付多少:
          by date:
            2024-01-01: { split: 餐费, among: { 政府: 2, 老人: the rest } }
      """),
    prefer: .policy(
      """
      facts: { 餐费: money }
      decisions:
        补贴: { type: money, by date: { 2024-01-01: 2 } }
        谁付多少: { split: 餐费, among: { 政府: 补贴, 老人: the rest } }
      """),
    why: Wording(
      en: """
        Who pays is told as a table of payers, which must not change with the day. The amounts change; decide them by
        date and share out once.
        """,
      zh: """
        分担结果是一张固定的表，各方不能随日期变来变去。变的是数额：数额按时期判定，分担方式只写一次。
        """))

  static let versionGap = CodePage(
    "version-gap", en: "between two versions of a policy there are days without one",
    zh: "一项政策的两个版本之间有空档",
    avoid: .policy(
      """
      # 2024.yaml
      policy: cn.city.canteen
      title: 社区食堂助餐补贴
      in force: 2024-01-01..2025-11-30
      decisions: { 每餐补贴: 2 }
      # 2025.yaml
      policy: cn.city.canteen
      title: 社区食堂助餐补贴
      in force: 2025-12-22..
      decisions: { 每餐补贴: 3 }
      """),
    prefer: .policy(
      """
      # 2024.yaml
      policy: cn.city.canteen
      title: 社区食堂助餐补贴
      in force: 2024-01-01..2025-12-21
      decisions: { 每餐补贴: 2 }
      # 2025.yaml
      policy: cn.city.canteen
      title: 社区食堂助餐补贴
      in force: 2025-12-22..
      decisions: { 每餐补贴: 3 }
      """),
    why: Wording(
      en: """
        Both ends of a period count, so the old version ends on the day before the new one begins. On the days between
        nothing could be decided. Where the policy really rested, leave the warning.
        """,
      zh: """
        有效期首尾都算，旧版本应当在新版本生效的前一日失效，否则中间的日子谁也无从判定。如果政策确实中断过，可以不理会这一警
        告。
        """))
}
