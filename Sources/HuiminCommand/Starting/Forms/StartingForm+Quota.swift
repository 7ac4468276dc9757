import Huimin

/// How often something may be drawn, by what happened before.
extension StartingForm {
  static func quotaZh(_ inForce: CalendarDate, _ day: CalendarDate) -> Body {
    let meals = meals(of: day).map { "{ 用餐日: \($0), 已补贴: true }" }.joined(separator: ", ")
    return Body(
      title: "某市社区助餐次数", source: "关于社区助餐次数的通知",
      policy: """

        解读:  # 原文没有写明之处，按什么理解；用到时随结论显示
          周一起算: { 中文: 一周从周一到周日。, 未写明于: 通知 3 }  # 待填

        事实:
          用餐记录:  # 以前的各次，每次一项；一次也没有的写 []，没有提供的是“未知”
            类型: 列表
            每项: { 用餐日: 日期, 已补贴: 是否 }  # 待填：每一项有哪几栏
            提问: 以前哪几天用过餐，补贴过没有？
            证明材料: 刷卡记录

        参数:  # 会随文件调整的数，写上自哪一天起
          每餐补贴:
            类型: 金额
            依据: 通知 2
            \(inForce): 3  # 待填：以后调整时，下面再加一行日期和数

        判定:
          还可补贴:
            名称: 还可补贴次数
            依据: 通知 3  # 通知第3条；不是条款的照写，例如：通知 附件2
            按解读: 周一起算
            限额: 用餐记录
            按日期: 用餐日  # 按哪一栏的日期算；只有一栏日期时可以不写
            计入: 已补贴  # 哪几次计入；不写就全部计入
            最多: { 日: 1, 自然周: 5 }  # 待填：还可以写月、季度、年；用不完的不结转，除非另写“结转”
          本次补贴:
            依据: 通知 2
            值: if 还可补贴 > 0 then 每餐补贴 else 0
            理由: "还可补贴{还可补贴}次。"  # { } 里写表达式；文字含有 {、逗号或冒号时，整句加引号
        """,
      tests: """
        情形:  # 待填：名称、事实和预期
          没有用过餐: { 事实: { 用餐记录: [] }, 预期: { 还可补贴: 1, 本次补贴: 3 } }
          当天用过一餐: { 事实: { 用餐记录: [{ 用餐日: \(day), 已补贴: true }] }, 预期: { 还可补贴: 0, 本次补贴: 0 } }
          没有补贴的不计: { 事实: { 用餐记录: [{ 用餐日: \(day), 已补贴: false }] }, 预期: { 还可补贴: 1 } }
          本周已满五餐:
            事实:
              用餐记录: [\(meals)]
            预期: { 还可补贴: 0, 本次补贴: 0 }
          记录未知: { 事实: {}, 状态: 未定, 待定: [用餐记录] }
        """,
      record: [("用餐记录", "[{ 用餐日: \(inForce), 已补贴: false }]")])
  }

  static func quotaEn(_ inForce: CalendarDate, _ day: CalendarDate) -> Body {
    let meals = meals(of: day).map { "{ day: \($0), subsidised: true }" }.joined(separator: ", ")
    return Body(
      title: "Number of canteen meals", source: "Notice on the number of canteen meals",
      policy: """

        readings:  # what you take the text to mean where it is silent; shown wherever it was used
          from Monday: { en: A week runs from Monday to Sunday., silent in: notice 3 }  # fill in

        facts:
          meals:  # what happened before, one entry each; [] where nothing did, and unknown where it is left out
            type: list
            of: { day: date, subsidised: boolean }  # fill in: what is known of each
            ask: On which days has the diner eaten, and was it subsidised?
            evidence: card records

        parameters:  # values that change by law, each with the day from which it holds
          subsidy per meal:
            type: money
            cite: notice 2
            \(inForce): 3  # fill in; where it changes later, add a line with the day and the new value

        decisions:
          meals left:
            cite: notice 3  # article 3 of the notice
            reading: from Monday
            quota: meals
            dated: day  # the field whose date counts; not needed where there is only one
            counting: subsidised  # which of them count; all without this line
            at most: { day: 1, natural week: 5 }  # fill in: also month, quarter, year; nothing is carried over unless you say so
          subsidy:
            cite: notice 2
            value: if meals left > 0 then subsidy per meal else 0
            because: "The number of subsidised meals left is {meals left}."  # an expression in { }; then the text is quoted
        """,
      tests: """
        cases:  # fill in: names, facts and what to expect
          no meal yet: { facts: { meals: [] }, expect: { meals left: 1, subsidy: 3 } }
          one the same day: { facts: { meals: [{ day: \(day), subsidised: true }] }, expect: { meals left: 0, subsidy: 0 } }
          one without subsidy: { facts: { meals: [{ day: \(day), subsidised: false }] }, expect: { meals left: 1 } }
          five in the week:
            facts:
              meals: [\(meals)]
            expect: { meals left: 0, subsidy: 0 }
          meals not known: { facts: {}, status: undetermined, open: [meals] }
        """,
      record: [("meals", "[{ day: \(inForce), subsidised: false }]")])
  }

  /// The five days before a Saturday.
  private static func meals(of saturday: CalendarDate) -> [CalendarDate] {
    (1...5).reversed().compactMap { saturday.adding(days: -$0) }
  }
}
