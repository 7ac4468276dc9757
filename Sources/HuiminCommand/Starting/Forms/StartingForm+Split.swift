import Huimin

/// Who pays what, one share of it decided by cases.
extension StartingForm {
  static func splitZh(_ inForce: CalendarDate) -> Body {
    let cases = casesZh(inForce)
    return Body(
      title: cases.title, source: cases.source,
      policy: cases.policy + """

          谁付多少:
            依据: 通知 3
            分担: 餐费  # 各方所付之和恰好等于它，分毫不差
            分担方:  # 待填：还有别的出资方就加一行
              政府: 补贴
              老人: 其余
        """,
      tests: """
        事实: { 本市户籍: true }  # 各例共用；例子里另写的优先
        情形:  # 待填：名称、事实和预期
          刚满65岁和10元: { 事实: { 年龄: 65, 餐费: 10 }, 预期: { 补贴: 3, 谁付多少: { 政府: 3, 老人: 7 } } }
          差一岁: { 事实: { 年龄: 64, 餐费: 10 }, 预期: { 补贴: 0, 谁付多少: { 老人: 10 } } }
          外地户籍: { 事实: { 年龄: 65, 本市户籍: false, 餐费: 10 }, 预期: { 补贴: 0 } }
          差一分: { 事实: { 年龄: 65, 餐费: 9.99 }, 预期: { 补贴: 0 } }
          户籍未知: { 事实: { 年龄: 65, 本市户籍: null, 餐费: 10 }, 状态: 未定, 待定: [本市户籍] }
        """,
      record: cases.record)
  }

  static func splitEn(_ inForce: CalendarDate) -> Body {
    let cases = casesEn(inForce)
    return Body(
      title: cases.title, source: cases.source,
      policy: cases.policy + """

          who pays:
            cite: notice 3
            split: meal price  # what they pay comes to exactly this, to the fen
            among:  # fill in: a line for every other payer
              government: subsidy
              diner: the rest
        """,
      tests: """
        facts: { local hukou: true }  # of all examples; what an example says itself comes first
        cases:  # fill in: names, facts and what to expect
          just 65 and 10 yuan: { facts: { age: 65, meal price: 10 }, expect: { subsidy: 3, who pays: { government: 3, diner: 7 } } }
          a year too young: { facts: { age: 64, meal price: 10 }, expect: { subsidy: 0, who pays: { diner: 10 } } }
          hukou elsewhere: { facts: { age: 65, local hukou: false, meal price: 10 }, expect: { subsidy: 0 } }
          a fen too little: { facts: { age: 65, meal price: 9.99 }, expect: { subsidy: 0 } }
          hukou not known: { facts: { age: 65, local hukou: null, meal price: 10 }, status: undetermined, open: [local hukou] }
        """,
      record: cases.record)
  }
}
