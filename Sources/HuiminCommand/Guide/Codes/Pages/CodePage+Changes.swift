import Huimin

/// What would change an outcome: what is wanted of it.
extension CodePage {
  static let badWanted = CodePage(
    "bad-wanted", en: "what is wanted of a decision is nothing that it can be",
    zh: "所求的结果不是判定可能得出的结果",
    avoid: .policy(
      """
      facts: { 年龄: years }
      decisions:
        结果:
          wanted: 全部补贴
          members: [全额, 半额, 无]
          cases:
            - { when: 年龄 >= 80, then: 全额 }
            - { when: 年龄 >= 70, then: 半额 }
            - { otherwise: 无 }
      """),
    prefer: .policy(
      """
      facts: { 年龄: years }
      decisions:
        结果:
          wanted: [全额, 半额]
          members: [全额, 半额, 无]
          cases:
            - { when: 年龄 >= 80, then: 全额 }
            - { when: 年龄 >= 70, then: 半额 }
            - { otherwise: 无 }
      """),
    why: Wording(
      en: """
        What is wanted tells which other outcome is worth naming under “What would change it”. It has to be one that the
        decision can come to: `true` or `false`, `more` or `less` of an amount, members with the best first, or one of
        these for a payer or an output. `[]` is for a decision of which nothing is better than anything.
        """,
      zh: """
        所求的结果说明“怎样可以改变结果”要朝哪边找，必须是判定可能得出的：是或否，数额越多越好或越少越好，选项中
        较好的几个（最好的在前），或者某一方、某一栏的上述几种。没有哪种结果更好的，写 `[]`。
        """))
}
