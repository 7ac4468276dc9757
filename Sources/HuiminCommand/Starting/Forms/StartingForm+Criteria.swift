/// A list of criteria, each with its article, its evidence and its cure.
extension StartingForm {
  static let criteriaZh = Body(
    title: "某市社区助餐对象", source: "关于社区助餐对象的通知",
    policy: """

      解读:  # 原文没有写明之处，按什么理解；用到时随结论显示
        按周岁: { 中文: 年龄按申请当日的周岁计算。, 未写明于: 通知 2 }  # 待填

      事实:  # 申请人的情况；没有提供的是“未知”，不是否，也不是零
        年龄: { 类型: 年数, 提问: 老人多大年龄？ }
        本市户籍: { 类型: 是否, 提问: 是否为本市户籍？ }
        居住月数: { 类型: 整数, 单位: 个月, 提问: 在本市连续居住了几个月？, 范围: ">= 0" }

      判定:
        可享受助餐:
          依据: 通知 2  # 通知第2条；不是条款的照写，例如：通知 附件2
          条件:  # 待填：逐条写；没有满足的会一次全部说出
            全部:  # 还可以写：任一、至少 2 项；条件之中可以再分
              年龄:
                名称: 年满65周岁
                依据: 通知 2(1)
                按解读: 按周岁
                要求: 年龄 >= 65
                满足时: "{年龄}岁。"  # { } 里写表达式；文字含有 {、逗号或冒号时，整句加引号
                未满足: "{年龄}岁，未满65周岁。"
                证明材料: 身份证
              居住:
                名称: 在本市居住满6个月
                依据: 通知 2(2)
                要求: 居住月数 >= 6
                免除条件: 本市户籍  # 此时不要求本条
                证明材料: 居住证
                补正: "再住{6 - 居住月数}后申请。"  # 怎样才能满足
      """,
    tests: """
      情形:  # 待填：名称、事实和预期
        刚满65岁和6个月: { 事实: { 年龄: 65, 本市户籍: false, 居住月数: 6 }, 预期: { 可享受助餐: true } }
        差一岁: { 事实: { 年龄: 64, 本市户籍: true }, 预期: { 可享受助餐: false }, 未满足: [年龄] }
        差一个月: { 事实: { 年龄: 65, 本市户籍: false, 居住月数: 5 }, 预期: { 可享受助餐: false }, 未满足: [居住] }
        本市户籍免居住: { 事实: { 年龄: 65, 本市户籍: true }, 预期: { 可享受助餐: true } }
        居住未知: { 事实: { 年龄: 65, 本市户籍: false }, 状态: 未定, 待定: [居住月数] }
      """,
    record: [("年龄", "70"), ("本市户籍", "false"), ("居住月数", "4")])

  static let criteriaEn = Body(
    title: "Canteen membership", source: "Notice on canteen membership",
    policy: """

      readings:  # what you take the text to mean where it is silent; shown wherever it was used
        completed years: { en: Age is counted in completed years on the day of the application., silent in: notice 2 }  # fill in

      facts:  # what is asked of an applicant; what is not given is unknown, which is not false and not zero
        age: { type: years, ask: How old is the applicant? }
        local hukou: { type: boolean, ask: Is the applicant's hukou of this city? }
        months here: { type: integer, unit: months, ask: For how many months has the applicant lived here?, range: ">= 0" }

      decisions:
        may eat here:
          cite: notice 2  # article 2 of the notice
          criteria:  # fill in: one by one; all that are not met are told at once
            all:  # or any, or at least 2; a criterion may be divided further
              age:
                label: aged 65 or over
                cite: notice 2(1)
                reading: completed years
                require: age >= 65
                met: "The applicant is {age}."  # an expression in { }; quote texts with {, a comma or a colon
                unmet: "At {age} the applicant is under 65."
                evidence: identity card
              residence:
                label: six months in the city
                cite: notice 2(2)
                require: months here >= 6
                waive when: local hukou  # then it is not required
                evidence: residence permit
                cure: "Apply after another {6 - months here}."  # what would help
      """,
    tests: """
      cases:  # fill in: names, facts and what to expect
        just 65 and six months: { facts: { age: 65, local hukou: false, months here: 6 }, expect: { may eat here: true } }
        a year too young: { facts: { age: 64, local hukou: true }, expect: { may eat here: false }, unmet: [age] }
        a month too short: { facts: { age: 65, local hukou: false, months here: 5 }, expect: { may eat here: false }, unmet: [residence] }
        waived for local hukou: { facts: { age: 65, local hukou: true }, expect: { may eat here: true } }
        months not known: { facts: { age: 65, local hukou: false }, status: undetermined, open: [months here] }
      """,
    record: [("age", "70"), ("local hukou", "false"), ("months here", "4")])
}
