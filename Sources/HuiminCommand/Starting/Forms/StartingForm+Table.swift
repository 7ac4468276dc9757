/// A decision table.
extension StartingForm {
  static let tableZh = Body(
    title: "某市社区助餐补贴", source: "关于社区助餐补贴的通知",
    policy: """

      解读:  # 原文没有写明之处，按什么理解；用到时随结论显示
        只享一类: { 中文: 80周岁以上的低保老人按低保一类补贴，不重复享受。, 未写明于: 通知 附件 }  # 待填

      事实:  # 申请人的情况；没有提供的是“未知”，不是否，也不是零
        年龄: { 类型: 年数, 提问: 老人多大年龄？, 证明材料: 身份证 }
        低保: { 类型: 是否, 提问: 是否为低保对象？, 证明材料: 低保证 }

      判定:
        补贴:
          名称: 每餐补贴
          依据: 通知 附件  # 写条号就是条款，例如：通知 2
          按解读: 只享一类
          类型: 金额
          判定表:
            命中策略: 首条  # 自上而下，第一个适用的行算数；各行互不重叠时写：唯一
            输入: [低保, 年龄]
            规则:  # 待填：一行先写各输入的条件，- 表示不论，最后写结果
              低保老人: [true, ">= 60", 5]
              高龄老人: { 当: [-, ">= 80"], 则: 3, 理由: "{年龄}岁，满80周岁，每餐补贴3元。" }  # 要写理由的行这样写
              老年人: [-, "[60..80)", 2]  # [ 含本数，) 不含
            默认: 0  # 没有一行适用时
      """,
    tests: """
      事实: { 低保: false }  # 各例共用；例子里另写的优先
      情形:  # 待填：名称、事实和预期
        刚满60岁: { 事实: { 年龄: 60 }, 预期: { 补贴: 2 } }
        差一岁: { 事实: { 年龄: 59 }, 预期: { 补贴: 0 } }
        刚满60岁的低保老人: { 事实: { 年龄: 60, 低保: true }, 预期: { 补贴: 5 } }
        79岁: { 事实: { 年龄: 79 }, 预期: { 补贴: 2 } }
        刚满80岁: { 事实: { 年龄: 80 }, 预期: { 补贴: 3 } }
        80岁的低保老人: { 事实: { 年龄: 80, 低保: true }, 预期: { 补贴: 5 } }
        是否低保未知: { 事实: { 年龄: 70, 低保: null }, 状态: 未定, 待定: [低保] }
      """,
    record: [("年龄", "83"), ("低保", "false")])

  static let tableEn = Body(
    title: "Canteen subsidy", source: "Notice on canteen subsidies",
    policy: """

      readings:  # what you take the text to mean where it is silent; shown wherever it was used
        one class: { en: A recipient of dibao aged 80 or over draws that class alone., silent in: notice annex }  # fill in

      facts:  # what is asked of an applicant; what is not given is unknown, which is not false and not zero
        age: { type: years, ask: How old is the diner?, evidence: identity card }
        dibao: { type: boolean, ask: Does the diner receive dibao?, evidence: dibao certificate }

      decisions:
        subsidy:
          label: subsidy per meal
          cite: notice annex  # for an article write its number: notice 2
          reading: one class
          type: money
          table:
            hit: first  # from the top down, the first row that applies counts; unique where no two can
            inputs: [dibao, age]
            rules:  # fill in: a row has a condition for each input, - for any, and then the result
              on dibao: [true, ">= 60", 5]
              aged: { when: [-, ">= 80"], then: 3, because: "At {age}, 80 or over: 3 yuan a meal." }  # a row with its reason
              elderly: [-, "[60..80)", 2]  # [ with the number itself, ) without
            default: 0  # where no row applies
      """,
    tests: """
      facts: { dibao: false }  # of all examples; what an example says itself comes first
      cases:  # fill in: names, facts and what to expect
        just 60: { facts: { age: 60 }, expect: { subsidy: 2 } }
        a year too young: { facts: { age: 59 }, expect: { subsidy: 0 } }
        just 60 and on dibao: { facts: { age: 60, dibao: true }, expect: { subsidy: 5 } }
        aged 79: { facts: { age: 79 }, expect: { subsidy: 2 } }
        just 80: { facts: { age: 80 }, expect: { subsidy: 3 } }
        aged 80 and on dibao: { facts: { age: 80, dibao: true }, expect: { subsidy: 5 } }
        dibao not known: { facts: { age: 70, dibao: null }, status: undetermined, open: [dibao] }
      """,
    record: [("age", "83"), ("dibao", "false")])
}
