import Huimin

/// Parameters, sources and readings, and what nothing uses.
extension CodePage {
  static let noValue = CodePage(
    "no-value", en: "a parameter has no value",
    zh: "参数没有值",
    avoid: .policy(
      """
      parameters: { 每餐标准: { type: money, label: 补贴标准 } }
      decisions: { 每餐补贴: 每餐标准 }
      """),
    prefer: .policy(
      """
      parameters: { 每餐标准: { type: money, label: 补贴标准, 2026-01-01: 3 } }
      decisions: { 每餐补贴: 每餐标准 }
      """),
    why: Wording(
      en: """
        A parameter is what the law sets and changes: so much from such a day. Without a value nothing that
        rests on it can be decided.
        """,
      zh: """
        参数是由规定确定、会调整的值：自哪一天起是多少。没有值，依据它的判定就都作不出来。
        """))

  static let parameterGap = CodePage(
    "parameter-gap", en: "a parameter has no value on some days in force",
    zh: "有效期内有几天参数没有值",
    avoid: .policy(
      """
      policy: cn.city.canteen
      title: 社区食堂助餐补贴
      in force: 2026-01-01..
      parameters: { 每餐标准: { type: money, 2026-07-01: 4 } }
      decisions: { 每餐补贴: 每餐标准 }
      """),
    prefer: .policy(
      """
      policy: cn.city.canteen
      title: 社区食堂助餐补贴
      in force: 2026-01-01..
      parameters: { 每餐标准: { type: money, 2026-01-01: 3, 2026-07-01: 4 } }
      decisions: { 每餐补贴: 每餐标准 }
      """),
    why: Wording(
      en: """
        Everybody who applies in the gap would be turned away with an error, and an amount must not be
        carried back to days for which it was never set. Give the value that holds from the first day in
        force.
        """,
      zh: """
        空档期间来申请的人都会得不到结论；后来的标准又不能倒推到没有规定的日子。请写明生效第一天起的值。
        """))

  static let unknownSource = CodePage(
    "unknown-source", en: "a citation names a source that is not declared",
    zh: "引用的依据没有在 `sources` 中写明",
    avoid: .policy(
      """
      sources: { notice: { title: 关于助餐补贴的通知 } }
      decisions: { 每餐补贴: { value: 3, cite: notise 2 } }
      """),
    prefer: .policy(
      """
      sources: { notice: { title: 关于助餐补贴的通知 } }
      decisions: { 每餐补贴: { value: 3, cite: notice 2 } }
      """),
    why: Wording(
      en: """
        Every reason shows the text that it rests on. A citation that leads nowhere would show a decision
        without its ground, which nobody could check or contest.
        """,
      zh: """
        每条理由都要显示依据的条文。引用落了空，结论就没有依据，当事人无从核对，也无从申诉。
        """))

  static let unknownReading = CodePage(
    "unknown-reading", en: "a decision rests on a reading that is not declared",
    zh: "用到的解读没有在 `readings` 中写明",
    avoid: .policy(
      """
      readings: { threshold: 满10元按标价计算。 }
      facts: { 餐费: money }
      decisions:
        达到最低消费: { value: 餐费 >= 10, reading: treshold }
      """),
    prefer: .policy(
      """
      readings: { threshold: 满10元按标价计算。 }
      facts: { 餐费: money }
      decisions:
        达到最低消费: { value: 餐费 >= 10, reading: threshold }
      """),
    why: Wording(
      en: """
        Where the text of the law is silent, the author says how it was read, and everybody whom it concerns
        is told. A reading that cannot be found would hide exactly the point that is open to dispute.
        """,
      zh: """
        原文没有写明之处，作者按什么理解，要告诉每一个受影响的人。找不到这条解读，恰恰把最可能有争议的地方遮
        住了。
        """))

  static let unusedFact = CodePage(
    "unused-fact", en: "no decision uses a fact",
    zh: "有事实没有用到",
    avoid: .policy(
      """
      facts: { 年龄: years, 婚姻状况: [未婚, 已婚] }
      decisions: { 每餐补贴: if 年龄 >= 65 then 3 else 0 }
      """),
    prefer: .policy(
      """
      facts: { 年龄: years }
      decisions: { 每餐补贴: if 年龄 >= 65 then 3 else 0 }
      """),
    why: Wording(
      en: """
        What is not needed should not be asked of people. Or else a condition is missing that was to use it.
        Take the fact out, or write the condition.
        """,
      zh: """
        用不到的情况不应当向群众要。要不然，就是漏写了用到它的条件。请删去这项事实，或者补上条件。
        """))

  static let unusedParameter = CodePage(
    "unused-parameter", en: "no decision uses a parameter",
    zh: "有参数没有用到",
    avoid: .policy(
      """
      parameters: { 每餐标准: { type: money, 2026-01-01: 3 } }
      facts: { 年龄: years }
      decisions: { 每餐补贴: if 年龄 >= 65 then 3 else 0 }
      """),
    prefer: .policy(
      """
      parameters: { 每餐标准: { type: money, 2026-01-01: 3 } }
      facts: { 年龄: years }
      decisions: { 每餐补贴: if 年龄 >= 65 then 每餐标准 else 0 }
      """),
    why: Wording(
      en: """
        The amount stands in the parameter and once more as a bare number in the rule. When the standard is
        raised, one of them is changed and the other goes on paying the old amount. Use the parameter by its
        name.
        """,
      zh: """
        标准写在参数里，规则里又直接写了数。调整标准时改了一处，另一处还按老标准发。规则里请直接用参数的名称。
        """))

  static let unusedReading = CodePage(
    "unused-reading", en: "no decision names a reading",
    zh: "有解读没有用到",
    avoid: .policy(
      """
      readings: { threshold: 满10元按标价计算。 }
      facts: { 餐费: money }
      decisions: { 达到最低消费: 餐费 >= 10 }
      """),
    prefer: .policy(
      """
      readings: { threshold: 满10元按标价计算。 }
      facts: { 餐费: money }
      decisions:
        达到最低消费: { value: 餐费 >= 10, reading: threshold }
      """),
    why: Wording(
      en: """
        A reading is shown with the outcomes that rest on it. Named by no decision it is shown to nobody,
        and the open point stays hidden in the file.
        """,
      zh: """
        解读要随依据它的结论一起显示。没有哪个判定提到它，就谁也看不到，有争议的地方仍然藏在文件里。
        """))
}
