import Huimin

/// Facts that somebody must find, and that nobody can look up.
extension CodePage {
  static let bareJudgement = CodePage(
    "bare-judgement", en: "a record gives a judgement without who made it and when",
    zh: "资料中的评定结论没有写明由谁、何时作出",
    avoid: .decision(
      """
      facts:
        能自理: { type: boolean, judgement: { by: [评估小组], valid for: P6M } }
      decisions: { 社会化安置: 能自理 }
      """,
      record: "能自理: true"),
    prefer: .decision(
      """
      facts:
        能自理: { type: boolean, judgement: { by: [评估小组], valid for: P6M } }
      decisions: { 社会化安置: 能自理 }
      """,
      record: "能自理: { value: true, by: 评估小组, on: 2026-01-03 }"),
    why: Wording(
      en: """
        Whether somebody can live alone is nothing that stands in a register. A decision that rests on it must show
        who found so, and when, so that it can be contested and made again when it has lapsed.
        """,
      zh: """
        一个人能否独立生活，不是查册子能查到的。据此作出的决定要写明是谁、何时评定的，这样才能提出异议，过期后才知道要重新
        评定。
        """))

  static let notEntitled = CodePage(
    "not-entitled", en: "a judgement was made by somebody who may not make it",
    zh: "评定由无权评定的人作出",
    avoid: .decision(
      """
      facts:
        能自理: { type: boolean, judgement: { by: [评估小组, 医疗机构] } }
      decisions: { 社会化安置: 能自理 }
      """,
      record: "能自理: { value: true, by: 经办人, on: 2026-01-03 }"),
    prefer: .decision(
      """
      facts:
        能自理: { type: boolean, judgement: { by: [评估小组, 医疗机构] } }
      decisions: { 社会化安置: 能自理 }
      """,
      record: "能自理: { value: true, by: 医疗机构, on: 2026-01-03 }"),
    why: Wording(
      en: """
        The rule says whose finding counts. One by anybody else, however well meant, cannot carry a decision; the
        fact stays open until somebody entitled has judged.
        """,
      zh: """
        规则写明了谁的评定有效。其他人的意见再好也不能作为决定的根据；有权评定的人作出结论之前，这一事实仍是未知。
        """))

  static let badDuration = CodePage(
    "bad-duration", en: "how long something holds, or may be done, is no time in months or days",
    zh: "期限写法不对",
    avoid: .policy(
      """
      facts:
        能自理: { type: boolean, judgement: { by: [评估小组], valid for: 6个月 } }
      decisions: { 社会化安置: 能自理 }
      """),
    prefer: .policy(
      """
      facts:
        能自理: { type: boolean, judgement: { by: [评估小组], valid for: P6M } }
      decisions: { 社会化安置: 能自理 }
      """),
    why: Wording(
      en: """
        The last day on which a judgement holds, or a decision may be contested, must be the same for everybody who
        works it out, so it is written in months (`P6M`, `P1Y`) or days (`P30D`).
        """,
      zh: """
        评定哪一天失效、不服决定哪一天为止，谁来算都应当一样，所以写成月（`P6M`、`P1Y`）或日（`P30D`）。
        """))
}
