import Huimin

/// One expression.
extension StartingForm {
  static func valueZh(_ inForce: CalendarDate) -> Body {
    Body(
      title: "某市社区助餐补贴", source: "关于社区助餐补贴的通知",
      policy: """

        解读:  # 原文没有写明之处，按什么理解；用到时随结论显示
          到分: { 中文: 补贴四舍五入到分。, 未写明于: 通知 2 }  # 待填

        事实:  # 申请人的情况；没有提供的是“未知”，不是零
          餐费: { 类型: 金额, 提问: 这份餐标价多少元？, 证明材料: 结账单, 范围: "[0..200]" }

        参数:  # 会随文件调整的数，写上自哪一天起
          补贴比例: { 类型: 百分比, \(inForce): 20%, 依据: 通知 2 }  # 待填
          每餐上限:
            类型: 金额
            依据: 通知 2
            \(inForce): 5  # 待填：以后调整时，下面再加一行日期和数

        判定:
          补贴:
            名称: 政府补贴
            依据: 通知 2  # 通知第2条；不是条款的照写，例如：通知 附件2
            按解读: 到分
            类型: 金额
            取整: 四舍五入到 0.01  # 用了除法或百分比的金额都要写
            值: min(餐费 * 补贴比例, 每餐上限)  # 待填：用 huimin feel 可以试算
            理由: "按餐费{餐费}的{补贴比例}补贴，最多{每餐上限}。"  # { } 里写表达式；文字含有 {、逗号或冒号时，整句加引号
        """,
      tests: """
        情形:  # 待填：名称、事实和预期
          刚到上限: { 事实: { 餐费: 25 }, 预期: { 补贴: 5 } }
          不足半分舍去: { 事实: { 餐费: 10.02 }, 预期: { 补贴: 2.00 } }
          半分以上进位: { 事实: { 餐费: 10.03 }, 预期: { 补贴: 2.01 } }
          超过上限: { 事实: { 餐费: 40 }, 预期: { 补贴: 5 } }
        """,
      record: [("餐费", "12.50")])
  }

  static func valueEn(_ inForce: CalendarDate) -> Body {
    Body(
      title: "Canteen subsidy", source: "Notice on canteen subsidies",
      policy: """

        readings:  # what you take the text to mean where it is silent; shown wherever it was used
          to the fen: { en: The subsidy is rounded half up to the fen., silent in: notice 2 }  # fill in

        facts:  # what is asked of an applicant; what is not given is unknown, which is not zero
          meal price: { type: money, ask: What does the meal cost?, evidence: bill, range: "[0..200]" }

        parameters:  # values that change by law, each with the day from which it holds
          subsidy rate: { type: percent, \(inForce): 20%, cite: notice 2 }  # fill in
          most per meal:
            type: money
            cite: notice 2
            \(inForce): 5  # fill in; where it changes later, add a line with the day and the new value

        decisions:
          subsidy:
            label: government subsidy
            cite: notice 2  # article 2 of the notice
            reading: to the fen
            type: money
            round: half up to 0.01  # wherever money was divided or multiplied by a percentage
            value: min(meal price * subsidy rate, most per meal)  # fill in; try it with huimin feel
            because: "{subsidy rate} of {meal price}, at most {most per meal}."  # an expression in { }; then the text is quoted
        """,
      tests: """
        cases:  # fill in: names, facts and what to expect
          just at the most: { facts: { meal price: 25 }, expect: { subsidy: 5 } }
          less than half a fen is dropped: { facts: { meal price: 10.02 }, expect: { subsidy: 2.00 } }
          half a fen and more counts: { facts: { meal price: 10.03 }, expect: { subsidy: 2.01 } }
          above the most: { facts: { meal price: 40 }, expect: { subsidy: 5 } }
        """,
      record: [("meal price", "12.50")])
  }
}
