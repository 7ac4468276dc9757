import Huimin

/// Decisions that somebody may set aside.
extension CodePage {
  private static let policy = """
    facts: { 年龄: years }
    decisions:
      补贴:
        override: { decided by: [局长], valid for: P6M }
        cases:
          - { when: 年龄 >= 65, then: 3 }
          - { otherwise: 0 }
    """

  static let bareOverride = CodePage(
    "bare-override", en: "a record sets a rule aside without who decided so and when",
    zh: "资料中的另行决定没有写明结果、由谁、何时决定",
    avoid: .decision(policy, record: "年龄: 60\noverrides: { 补贴: 3 }"),
    prefer: .decision(
      policy,
      record: "年龄: 60\noverrides:\n  补贴: { value: 3, by: 局长, on: 2026-01-03, basis: 会议纪要7号 }"),
    why: Wording(
      en: """
        A decision against the rule is somebody's, who answers for it. Without a name and a day it would look like a
        result of the rule, and nobody could ask on what grounds it was made or whether it still holds.
        """,
      zh: """
        不按规定作出的决定，要有人负责。不写明是谁、哪一天决定的，看上去就像是规定的结果，日后也无从查问凭什么、还
        算不算数。
        """))

  static let notOverridable = CodePage(
    "not-overridable", en: "a record sets aside a rule that nobody may set aside",
    zh: "资料中的另行决定，规定并不允许",
    avoid: .decision(
      """
      facts: { 年龄: years }
      decisions:
        可申请: 年龄 >= 65
        补贴: { override: { decided by: [局长] }, value: if 可申请 then 3 else 0 }
      """,
      record: "年龄: 60\noverrides:\n  可申请: { value: true, by: 局长, on: 2026-01-03 }"),
    prefer: .decision(
      """
      facts: { 年龄: years }
      decisions:
        可申请: 年龄 >= 65
        补贴: { override: { decided by: [局长] }, value: if 可申请 then 3 else 0 }
      """,
      record: "年龄: 60\noverrides:\n  补贴: { value: 3, by: 局长, on: 2026-01-03 }"),
    why: Wording(
      en: """
        Where an instrument lets nobody decide otherwise, a value put in the place of the rule's is no decision but a
        mistake. The policy says with `override` where it may be, and by whom.
        """,
      zh: """
        文件没有允许另行决定的，用别的值代替规定的结果，不是决定，而是错误。哪一项可以、由谁决定，政策里用 `override`（可另行决定）
        写明。
        """))

  static let badOverride = CodePage(
    "bad-override", en: "what is no single value cannot be decided otherwise",
    zh: "不是单个的值，不能另行决定",
    avoid: .policy(
      """
      facts: { 餐费: money }
      decisions:
        谁付多少:
          split: 餐费
          among: { 政府: 3, 老人: the rest }
          override: { decided by: [局长] }
      """),
    prefer: .policy(
      """
      facts: { 餐费: money }
      decisions:
        补贴: { value: 3, override: { decided by: [局长] } }
        谁付多少:
          split: 餐费
          among: { 政府: 补贴, 老人: the rest }
      """),
    why: Wording(
      en: """
        Shares add up to the price because each is worked out from the others. One that was put in by hand would break
        that; an amount that may be set otherwise stands as a decision of its own, and the shares follow from it.
        """,
      zh: """
        各方分担之和等于总额，是因为彼此推算而来，手工改一项就对不上了。可以另行决定的数额单列为一项判定，分担随之算出。
        """))
}
