import Huimin

/// What goes wrong while a case is decided.
extension CodePage {
  static let notInForce = CodePage(
    "not-in-force", en: "a policy is not in force on the day for which is decided",
    zh: "判定之日政策不在有效期内",
    avoid: .decision(
      """
      policy: cn.city.canteen
      title: 社区食堂助餐补贴
      in force: 2026-01-01..
      facts: { 年龄: years }
      decisions: { 每餐补贴: if 年龄 >= 65 then 3 else 0 }
      """,
      record: "年龄: 70", on: "2025-12-31"),
    prefer: .decision(
      """
      policy: cn.city.canteen
      title: 社区食堂助餐补贴
      in force: 2026-01-01..
      facts: { 年龄: years }
      decisions: { 每餐补贴: if 年龄 >= 65 then 3 else 0 }
      """,
      record: "年龄: 70", on: "2026-01-15"),
    why: Wording(
      en: """
        A rule does not hold before its first day nor after its last, and a decision by it would have no
        ground. For earlier days take the version that was in force then.
        """,
      zh: """
        规定在生效之前、失效之后都不适用，据此判定就没有依据。判定以前的日子，请用当时有效的版本。
        """))

  static let noParameterValue = CodePage(
    "no-parameter-value", en: "a parameter has no value on the day for which is decided",
    zh: "判定之日参数没有值",
    avoid: .decision(
      """
      policy: cn.city.canteen
      title: 社区食堂助餐补贴
      in force: ..2027-12-31
      parameters: { 每餐标准: { type: money, 2026-01-01: 3 } }
      decisions: { 每餐补贴: 每餐标准 }
      """,
      record: "{}", on: "2025-06-30"),
    prefer: .decision(
      """
      policy: cn.city.canteen
      title: 社区食堂助餐补贴
      in force: 2025-01-01..2027-12-31
      parameters: { 每餐标准: { type: money, 2025-01-01: 2, 2026-01-01: 3 } }
      decisions: { 每餐补贴: 每餐标准 }
      """,
      record: "{}", on: "2025-06-30"),
    why: Wording(
      en: """
        A standard must not be carried back to days before it was set. Only a policy without a first day
        comes to this; `huimin check` warns of it. Give it a first day, and the value that held then.
        """,
      zh: """
        标准不能倒推到规定之前的日子。只有没写生效日的政策会遇到这种情况，`huimin check` 会先
        提醒。请写明生效日，以及当时的值。
        """))

  static let noCase = CodePage(
    "no-case", en: "no case of a decision holds",
    zh: "没有一种情形成立",
    avoid: .told(
      Wording(
        en: "cases without `otherwise`, which `huimin check` refuses as `missing-otherwise`",
        zh: "没有 `otherwise` 的情形；`huimin check` 会报 `missing-otherwise`")),
    prefer: .told(
      Wording(
        en: "cases that end with `- otherwise: …`",
        zh: "各情形最后写 `- otherwise: …`")),
    why: Wording(
      en: """
        `huimin check` refuses cases without `otherwise`, so that a policy from a file never comes to this.
        Should it happen all the same, it is an error and not a no.
        """,
      zh: """
        没有 `otherwise` 的情形，`huimin check` 不会放行，文件里的政策不会走到这
        一步。万一出现，也按错误处理，不当作“否”。
        """))

  static let noRow = CodePage(
    "no-row", en: "no row of a table holds",
    zh: "表中没有一行适用",
    avoid: .decision(
      """
      parameters: { 高龄: { type: years, 2026-01-01: 80 } }
      facts: { 年龄: years }
      decisions:
        每餐补贴:
          table:
            hit: first
            inputs: [年龄]
            rules: { 甲: ["> 高龄", 5], 乙: ["[60..高龄)", 3], 丙: ["< 60", 0] }
      """,
      record: "年龄: 80"),
    prefer: .decision(
      """
      parameters: { 高龄: { type: years, 2026-01-01: 80 } }
      facts: { 年龄: years }
      decisions:
        每餐补贴:
          table:
            hit: first
            inputs: [年龄]
            rules: { 甲: [">= 高龄", 5], 乙: ["[60..高龄)", 3], 丙: ["< 60", 0] }
      """,
      record: "年龄: 80"),
    why: Wording(
      en: """
        Somebody of exactly 80 falls between two rows. That is a hole in the table, and neither a refusal
        nor zero. `huimin check` finds such a hole where the cells name the numbers themselves
        (`table-gap`); here they name a parameter. Test both sides of every bound, or write `default:`.
        """,
      zh: """
        刚好80岁的人落在两行之间。这是表有漏洞，既不是拒绝，也不是零。格子里直接写数的，`huimin check` 会
        先指出（`table-gap`）；这里写的是参数，检查看不出来。每个界限的两侧都要写例子测试，或者写明 `default:`。
        """))

  static let noCandidate = CodePage(
    "no-candidate", en: "no candidate of `best of` applies",
    zh: "`best of` 各项都不适用",
    avoid: .told(
      Wording(
        en: "`best of` without `otherwise`, which `huimin check` refuses as `missing-otherwise`",
        zh: "没有 `otherwise` 的 `best of`；`huimin check` 会报 `missing-otherwise`")),
    prefer: .told(
      Wording(
        en: "`otherwise: 0` beside `best of`",
        zh: "在 `best of` 旁写 `otherwise: 0`")),
    why: Wording(
      en: """
        `huimin check` refuses a `best of` that leaves this open, so that a policy from a file never comes
        to it. Should it happen all the same, it is an error and not zero.
        """,
      zh: """
        没有写明各项都不适用时怎么办的 `best of`，`huimin check` 不会放行，文件里的
        政策不会走到这一步。万一出现，也按错误处理，不当作零。
        """))

  static let rowsConflict = CodePage(
    "rows-conflict", en: "several rows of a table hold, with different results",
    zh: "表中几行同时适用，结果不同",
    avoid: .decision(
      """
      facts: { 年龄: years, 低保: boolean }
      decisions:
        每餐补贴:
          table:
            hit: any
            inputs: [年龄, 低保]
            rules:
              甲: [">= 80", -, 5]
              乙: [-, true, 3]
              丙: ["< 80", false, 0]
      """,
      record:
        """
        年龄: 83
        低保: true
        """),
    prefer: .decision(
      """
      facts: { 年龄: years, 低保: boolean }
      decisions:
        每餐补贴:
          table:
            hit: first
            inputs: [年龄, 低保]
            rules:
              甲: [">= 80", -, 5]
              乙: [-, true, 3]
              丙: [-, -, 0]
      """,
      record:
        """
        年龄: 83
        低保: true
        """),
    why: Wording(
      en: """
        Somebody of 83 who receives dibao falls under both rows, and the table promised that rows which hold
        together say the same. Which of them holds is for the rule to say: exclude one in the other, or let
        the first count.
        """,
      zh: """
        83岁又是低保对象，两行都适用，而表里写的是“同时成立的行结果相同”。以哪一行为准，要由规定写明：让两行互斥，或
        者规定首条优先。
        """))

  static let exceptionsConflict = CodePage(
    "exceptions-conflict", en: "two exceptions apply, with different results, and neither outranks the other",
    zh: "两个例外同时适用，结果不同，又没有写明谁优先",
    avoid: .decision(
      """
      facts: { 年龄: years, 低保: boolean }
      decisions:
        每月服务费:
          rule: 100
          exceptions:
            低保: { when: 低保, then: 0 }
            高龄: { when: 年龄 >= 80, then: 50 }
      """,
      record:
        """
        年龄: 83
        低保: true
        """),
    prefer: .decision(
      """
      facts: { 年龄: years, 低保: boolean }
      decisions:
        每月服务费:
          rule: 100
          exceptions:
            低保: { when: 低保, then: 0, over: 高龄 }
            高龄: { when: 年龄 >= 80, then: 50 }
      """,
      record:
        """
        年龄: 83
        低保: true
        """),
    why: Wording(
      en: """
        The order in which exceptions stand in a file is no ground in law. Where two of them collide, the
        author says with `over` which outranks the other; until then nobody is charged by chance.
        """,
      zh: """
        例外在文件里谁先谁后，不是法律上的理由。两个例外冲突时，由作者用 `over` 写明谁优先；没写明之
        前，不会碰巧按哪个收费。
        """))
}
