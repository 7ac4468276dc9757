/// The best of several benefits.
extension StartingForm {
  static let bestOfZh = Body(
    title: "某市老年人津贴", source: "关于老年人津贴的通知",
    policy: """

      解读:  # 原文没有写明之处，按什么理解；用到时随结论显示
        就高: { 中文: 两项津贴都符合的，按高的一项发放。, 未写明于: 通知 4 }  # 待填

      事实:  # 申请人的情况；没有提供的是“未知”，不是否，也不是零
        年龄: { 类型: 年数, 提问: 老人多大年龄？, 证明材料: 身份证 }
        失能: { 类型: 是否, 提问: 是否评定为失能？, 证明材料: 能力评估报告 }

      判定:
        每月津贴:
          依据: 通知 4  # 通知第4条；不是条款的照写，例如：通知 附件2
          按解读: 就高
          类型: 金额
          择优:  # 待填：取其中最高的一项，其余各项和不适用的原因都写进理由
            高龄津贴: { 当: 年龄 >= 80, 值: 200, 依据: 通知 2, 理由: "{年龄}岁，满80周岁。" }  # 含有 { 的文字加引号
            护理补贴: { 当: 失能, 值: 150, 依据: 通知 3, 理由: 评定为失能。 }
          选取: 最高  # 或者：最低
          否则: 0  # 各项都不适用时
      """,
    tests: """
      事实: { 失能: false }  # 各例共用；例子里另写的优先
      情形:  # 待填：名称、事实和预期
        刚满80岁: { 事实: { 年龄: 80 }, 预期: { 每月津贴: 200 } }
        差一岁: { 事实: { 年龄: 79 }, 预期: { 每月津贴: 0 } }
        失能: { 事实: { 年龄: 79, 失能: true }, 预期: { 每月津贴: 150 } }
        两项都符合: { 事实: { 年龄: 80, 失能: true }, 预期: { 每月津贴: 200 } }
        是否失能未知: { 事实: { 年龄: 79, 失能: null }, 状态: 未定, 待定: [失能] }
      """,
    record: [("年龄", "83"), ("失能", "true")])

  static let bestOfEn = Body(
    title: "Allowances for the elderly", source: "Notice on allowances for the elderly",
    policy: """

      readings:  # what you take the text to mean where it is silent; shown wherever it was used
        the higher: { en: Whoever qualifies for both allowances draws the higher one., silent in: notice 4 }  # fill in

      facts:  # what is asked of an applicant; what is not given is unknown, which is not false and not zero
        age: { type: years, ask: How old is the person?, evidence: identity card }
        disabled: { type: boolean, ask: Has the person been assessed as disabled?, evidence: assessment report }

      decisions:
        allowance per month:
          cite: notice 4  # article 4 of the notice
          reading: the higher
          type: money
          best of:  # fill in: the highest counts; the others and why they do not apply are told too
            age allowance: { when: age >= 80, value: 200, cite: notice 2, because: "The person is {age}." }  # texts with { are quoted
            nursing allowance: { when: disabled, value: 150, cite: notice 3, because: Assessed as disabled. }
          choose: highest  # or lowest
          otherwise: 0  # where none applies
      """,
    tests: """
      facts: { disabled: false }  # of all examples; what an example says itself comes first
      cases:  # fill in: names, facts and what to expect
        just 80: { facts: { age: 80 }, expect: { allowance per month: 200 } }
        a year too young: { facts: { age: 79 }, expect: { allowance per month: 0 } }
        disabled: { facts: { age: 79, disabled: true }, expect: { allowance per month: 150 } }
        both: { facts: { age: 80, disabled: true }, expect: { allowance per month: 200 } }
        disability not known: { facts: { age: 79, disabled: null }, status: undetermined, open: [disabled] }
      """,
    record: [("age", "83"), ("disabled", "true")])
}
