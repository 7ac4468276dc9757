import Huimin

/// Modules, and calendars of working days.
extension CodePage {
  static let notAModule = CodePage(
    "not-a-module", en: "`uses` names a policy, where only a module can be used",
    zh: "`uses` 引用的是政策，而只有模块可以引用",
    avoid: .policy(
      """
      # people.yaml
      policy: cn.people
      title: 人员
      in force: 2026-01-01..
      facts: { 年龄: years }
      decisions: { 老年人: 年龄 >= 60 }
      # policy.yaml
      policy: cn.city.canteen
      title: 社区食堂助餐补贴
      in force: 2026-01-01..
      uses: cn.people
      decisions: { 补贴: if 老年人 then 3 else 0 }
      """),
    prefer: .policy(
      """
      # people.yaml
      module: cn.people
      title: 人员
      facts: { 年龄: years }
      decisions: { 老年人: 年龄 >= 60 }
      # policy.yaml
      policy: cn.city.canteen
      title: 社区食堂助餐补贴
      in force: 2026-01-01..
      uses: cn.people
      decisions: { 补贴: if 老年人 then 3 else 0 }
      """),
    why: Wording(
      en: """
        A policy answers a question of its own and may be amended; a module only lends names to others. To build on
        a policy, write `implements` or `amends`, so that it is told in every outcome which one was applied.
        """,
      zh: """
        政策回答自己的问题，可以被修改；模块只是把名称借给别的政策用。要以某项政策为基础，请写 `implements` 或
        `amends`，这样每个结论都会写明适用了哪一项。
        """))

  static let noCalendarYear = CodePage(
    "no-calendar-year", en: "the calendar of working days does not hold the year that is asked for",
    zh: "工作日历中没有所需的年份",
    avoid: .decision(
      """
      working days: { 2026: { holidays: [2026-01-01..2026-01-03] } }
      facts: { 受理日: date }
      decisions: { 期限: '工作日后(受理日, 5)' }
      """,
      record: "受理日: 2026-12-29"),
    prefer: .decision(
      """
      working days: { 2026: { holidays: [2026-01-01..2026-01-03] } }
      facts: { 受理日: date }
      decisions: { 期限: '工作日后(受理日, 5)' }
      """,
      record: "受理日: 2026-01-05"),
    why: Wording(
      en: """
        Public holidays and the weekends worked in exchange are announced from year to year. Before that nobody knows
        on which day a term ends, and a guess would be wrong for somebody. Add the year once it is announced.
        """,
      zh: """
        放假和调休安排逐年公布。公布之前，谁也不知道期限在哪一天届满，猜测必然会对某个人不利。公布之后，把该年补入日历。
        """))
}
