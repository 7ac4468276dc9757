import Huimin

/// Cases, the first that holds counting; and the same with a split of what is paid.
extension StartingForm {
  static func casesZh(_ inForce: CalendarDate) -> Body {
    Body(
      title: "某市社区助餐补贴", source: "关于社区助餐补贴的通知",
      policy: """

        解读:  # 原文没有写明之处，按什么理解；用到时随结论显示
          按标价: { 中文: “消费满10元”按标价计算。, 未写明于: 通知 2 }  # 待填

        事实:  # 申请人的情况；没有提供的是“未知”，不是否，也不是零
          年龄: { 类型: 年数, 提问: 老人多大年龄？, 证明材料: 身份证 }
          本市户籍: { 类型: 是否, 提问: 是否为本市户籍？, 证明材料: 户口簿 }
          餐费: { 类型: 金额, 提问: 这份餐标价多少元？, 范围: "[0..200]" }

        参数:  # 会随文件调整的数，写上自哪一天起
          每餐补贴:
            类型: 金额
            依据: 通知 2
            \(inForce): 3  # 待填：以后调整时，下面再加一行日期和数

        判定:
          补贴:
            名称: 政府补贴
            依据: 通知 2  # 通知第2条；不是条款的照写，例如：通知 附件2
            按解读: 按标价
            类型: 金额
            情形:  # 待填：自上而下，第一个成立的算数；要写在一行 { } 里，含逗号的表达式加引号
              - 当: 年龄 < 65
                则: 0
                理由: "{年龄}岁，未满65岁。"  # { } 里写表达式；文字含有 {、逗号或冒号时，整句加引号
              - 当: not(本市户籍)
                则: 0
                理由: 补贴限本市户籍老人。
              - 当: 餐费 < 10
                则: 0
                理由: "餐费{餐费}，未满10元。"
              - 否则: 每餐补贴
                理由: "年满65岁的本市户籍老人，消费满10元，每餐补贴{每餐补贴}。"
        """,
      tests: """
        事实: { 本市户籍: true }  # 各例共用；例子里另写的优先
        情形:  # 待填：名称、事实和预期
          刚满65岁和10元: { 事实: { 年龄: 65, 餐费: 10 }, 预期: { 补贴: 3 } }
          差一岁: { 事实: { 年龄: 64, 餐费: 10 }, 预期: { 补贴: 0 } }
          外地户籍: { 事实: { 年龄: 65, 本市户籍: false, 餐费: 10 }, 预期: { 补贴: 0 } }
          差一分: { 事实: { 年龄: 65, 餐费: 9.99 }, 预期: { 补贴: 0 } }
          户籍未知: { 事实: { 年龄: 65, 本市户籍: null, 餐费: 10 }, 状态: 未定, 待定: [本市户籍] }
        """,
      record: [("年龄", "70"), ("本市户籍", "true"), ("餐费", "12.50")])
  }

  static func casesEn(_ inForce: CalendarDate) -> Body {
    Body(
      title: "Canteen subsidy", source: "Notice on canteen subsidies",
      policy: """

        readings:  # what you take the text to mean where it is silent; shown wherever it was used
          list price: { en: The minimum spend is tested on the list price., silent in: notice 2 }  # fill in

        facts:  # what is asked of an applicant; what is not given is unknown, which is not false and not zero
          age: { type: years, ask: How old is the diner?, evidence: identity card }
          local hukou: { type: boolean, ask: Is the diner's hukou of this city?, evidence: household register }
          meal price: { type: money, ask: What does the meal cost?, range: "[0..200]" }

        parameters:  # values that change by law, each with the day from which it holds
          subsidy per meal:
            type: money
            cite: notice 2
            \(inForce): 3  # fill in; where it changes later, add a line with the day and the new value

        decisions:
          subsidy:
            label: government subsidy
            cite: notice 2  # article 2 of the notice
            reading: list price
            type: money
            cases:  # fill in: the first that holds counts; within { } on one line, quote expressions that hold a comma
              - when: age < 65
                then: 0
                because: "At {age} the diner is under 65."  # an expression in { }; quote texts with {, a comma or a colon
              - when: not(local hukou)
                then: 0
                because: The subsidy is for people with local hukou.
              - when: meal price < 10
                then: 0
                because: "At {meal price} the meal costs less than 10 yuan."
              - otherwise: subsidy per meal
                because: "At 65 or over, with local hukou, for a meal of 10 yuan or more: {subsidy per meal}."
        """,
      tests: """
        facts: { local hukou: true }  # of all examples; what an example says itself comes first
        cases:  # fill in: names, facts and what to expect
          just 65 and 10 yuan: { facts: { age: 65, meal price: 10 }, expect: { subsidy: 3 } }
          a year too young: { facts: { age: 64, meal price: 10 }, expect: { subsidy: 0 } }
          hukou elsewhere: { facts: { age: 65, local hukou: false, meal price: 10 }, expect: { subsidy: 0 } }
          a fen too little: { facts: { age: 65, meal price: 9.99 }, expect: { subsidy: 0 } }
          hukou not known: { facts: { age: 65, local hukou: null, meal price: 10 }, status: undetermined, open: [local hukou] }
        """,
      record: [("age", "70"), ("local hukou", "true"), ("meal price", "12.50")])
  }
}
