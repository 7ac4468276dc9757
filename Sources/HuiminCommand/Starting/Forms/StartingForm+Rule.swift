/// A rule with exceptions.
extension StartingForm {
  static let ruleZh = Body(
    title: "某市居家养老服务费", source: "关于居家养老服务收费的通知",
    policy: """

      解读:  # 原文没有写明之处，按什么理解；用到时随结论显示
        按月初: { 中文: 年龄按当月第一天的周岁计算。, 未写明于: 通知 7 }  # 待填

      事实:  # 申请人的情况；没有提供的是“未知”，不是否，也不是零
        年龄: { 类型: 年数, 提问: 老人多大年龄？, 证明材料: 身份证 }
        低保: { 类型: 是否, 提问: 是否为低保对象？, 证明材料: 低保证 }

      判定:
        每月服务费:
          类型: 金额
          按解读: 按月初
          一般规定: { 值: 100, 依据: 通知 6, 理由: 每月服务费100元。 }  # 待填：依据写条号就是条款
          例外:  # 待填：例外之下还可以写它的例外
            高龄:
              当: 年龄 >= 80
              则: 50
              依据: 通知 7
              理由: "{年龄}岁，满80周岁减半。"  # { } 里写表达式；文字含有 {、逗号或冒号时，整句加引号
            低保:
              当: 低保
              则: 0
              优先于: 高龄  # 两个例外同时适用而结果不同时，要写明谁优先
              依据: 通知 8
              理由: 低保对象免收。
      """,
    tests: """
      事实: { 低保: false }  # 各例共用；例子里另写的优先
      情形:  # 待填：名称、事实和预期
        刚满80岁: { 事实: { 年龄: 80 }, 预期: { 每月服务费: 50 } }
        差一岁: { 事实: { 年龄: 79 }, 预期: { 每月服务费: 100 } }
        低保: { 事实: { 年龄: 70, 低保: true }, 预期: { 每月服务费: 0 } }
        80岁的低保对象: { 事实: { 年龄: 80, 低保: true }, 预期: { 每月服务费: 0 } }
        是否低保未知: { 事实: { 年龄: 80, 低保: null }, 状态: 未定, 待定: [低保] }
      """,
    record: [("年龄", "83"), ("低保", "false")])

  static let ruleEn = Body(
    title: "Fee for home services", source: "Notice on fees for home services",
    policy: """

      readings:  # what you take the text to mean where it is silent; shown wherever it was used
        first of the month: { en: Age is counted on the first day of the month., silent in: notice 7 }  # fill in

      facts:  # what is asked of an applicant; what is not given is unknown, which is not false and not zero
        age: { type: years, ask: How old is the person?, evidence: identity card }
        dibao: { type: boolean, ask: Does the person receive dibao?, evidence: dibao certificate }

      decisions:
        fee per month:
          type: money
          reading: first of the month
          rule: { value: 100, cite: notice 6, because: The fee is 100 yuan a month. }  # fill in; 6 is the article
          exceptions:  # fill in; an exception may have exceptions of its own
            aged:
              when: age >= 80
              then: 50
              cite: notice 7
              because: "At {age}, 80 or over, half the fee."  # an expression in { }; quote texts with {, a comma or a colon
            dibao:
              when: dibao
              then: 0
              over: aged  # of two that apply with different results, say which comes first
              cite: notice 8
              because: Recipients of dibao pay nothing.
      """,
    tests: """
      facts: { dibao: false }  # of all examples; what an example says itself comes first
      cases:  # fill in: names, facts and what to expect
        just 80: { facts: { age: 80 }, expect: { fee per month: 50 } }
        a year too young: { facts: { age: 79 }, expect: { fee per month: 100 } }
        on dibao: { facts: { age: 70, dibao: true }, expect: { fee per month: 0 } }
        aged 80 and on dibao: { facts: { age: 80, dibao: true }, expect: { fee per month: 0 } }
        dibao not known: { facts: { age: 80, dibao: null }, status: undetermined, open: [dibao] }
      """,
    record: [("age", "83"), ("dibao", "false")])
}
