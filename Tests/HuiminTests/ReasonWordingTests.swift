import Testing

@testable import Huimin

/// What the reasons say comes out as it was calculated, and leaves nothing that mattered unsaid.
@Suite("The wording of reasons")
struct ReasonWordingTests {
  private func page(_ policy: String, _ record: String, _ language: Language = .zh) throws -> String {
    TextReport(try Fixtures.decide(policy, record), language: language, width: 200).text
  }

  /// Without brackets nobody could see where the list ends.
  @Test(arguments: [
    (
      "m * 0.35 + max(m * 0.5 - 10, 0)", "m（100.00元）×0.35+（m（100.00元）×0.5−10.00元、0.00元中的最大者）",
      "m (100.00 yuan) × 0.35 + (the greatest of m (100.00 yuan) × 0.5 − 10.00 yuan, 0.00 yuan)"
    ),
    (
      "min(m, 50) * 2", "（m（100.00元）、50.00元中的最小者）×2",
      "(the least of m (100.00 yuan), 50.00 yuan) × 2"
    ),
    (
      "max(0, min(m, 50))", "0.00元；（m（100.00元）、50.00元中的最小者）中的最大者",
      "the greatest of 0.00 yuan; (the least of m (100.00 yuan), 50.00 yuan)"
    ),
    (
      "m - (if b then min(m, 50) else 0)", "m（100.00元）−（m（100.00元）、50.00元中的最小者）",
      "m (100.00 yuan) − (the least of m (100.00 yuan), 50.00 yuan)"
    ),
    (
      "2 * (if b then m + 1 else 0)", "2×（m（100.00元）+1.00元）", "2 × (m (100.00 yuan) + 1.00 yuan)"
    ),
  ])
  func calculationsWithinCalculationsStandInBrackets(value: String, zh: String, en: String) throws {
    let policy = "facts: { m: money, b: boolean }\ndecisions: { x: { type: money, value: '\(value)' } }"
    #expect(try page(policy, "{ m: 100, b: true }").contains("= \(zh)\n"))
    #expect(try page(policy, "{ m: 100, b: true }", .en).contains("= \(en)\n"))
  }

  @Test func aCandidateAsHighAsTheOneTakenIsToldAsEqual() throws {
    func policy(_ choose: String) -> String {
      """
      facts: { a: money, b: money }
      decisions: { x: { best of: { first: a, second: b }, choose: \(choose) } }
      """
    }
    #expect(try page(policy("highest"), "{ a: 5, b: 5.00 }").contains("· second：5.00元（同为最高，不重复享受）"))
    #expect(try page(policy("lowest"), "{ a: 5, b: 5 }").contains("· second：5.00元（同为最低）"))
    #expect(
      try page(policy("highest"), "{ a: 5, b: 5 }", .en).contains(
        "· second: 5.00 yuan (just as high, not taken as well)"))
    #expect(try page(policy("highest"), "{ a: 5, b: 4 }").contains("✗ second：4.00元（不是最高，不重复享受）"))
  }

  @Test(
    arguments: [
      (0, "最多2，按规定不结转，已用0，还剩2", nil, "0 of at most 2 drawn, 2 left; by the rule nothing is carried over"),
      (1, "最多2，另有上期结转1，已用0，还剩3", "已用0，剩余2，最多结转1", "0 of at most 2 and 1 carried over drawn, 3 left"),
      (5, "最多2，另有上期结转2，已用0，还剩4", "已用0，可结转2", "0 of at most 2 and 2 carried over drawn, 4 left"),
    ] as [(Int, String, String?, String)])
  func whatTheRuleKeepsFromBeingCarriedOverIsTold(most: Int, zh: String, before: String?, en: String) throws {
    let policy = """
      facts: { meals: { type: list, of: { day: date } } }
      decisions: { left: { quota: meals, dated: day, at most: { month: 2 }, carry over: { month: \(most) } } }
      """
    let page = try page(policy, "meals: []")
    #expect(page.contains(zh))
    #expect(try self.page(policy, "meals: []", .en).contains(en))
    if let before { #expect(page.contains(before)) } else { #expect(!page.contains("2025年12月")) }
  }

  private static let classes = """
    facts: { age: years, dibao: boolean, price: money }
    decisions:
      subsidy:
        type: money
        table:
          hit: first
          inputs: [dibao, age, price]
          rules:
            A: { when: [true, ">= 60", ">= 8"], then: 5 }
            none: { when: [-, "< 60", -], then: 0 }
            C: { when: [-, ">= 80", ">= 15"], then: 3 }
            B: { when: [-, ">= 60", ">= 15"], then: 2 }
            rest: { when: [-, -, -], then: 0 }
    """

  @Test func whyNotAnEarlierRowThatGivesMoreIsTold() throws {
    let page = try page(Self.classes, "{ age: 70, dibao: false, price: 20 }")
    #expect(page.contains("不适用“A”（5.00元）：dibao：否"))
    #expect(page.contains("不适用“C”（3.00元）：age（70）低于80"))
    #expect(!page.contains("不适用“none”"))
    #expect(try self.page(Self.classes, "{ age: 82, dibao: true, price: 20 }").contains("不适用") == false)
  }

  @Test func ofResultsThatCannotBeRankedAFewRowsBeforeAreTold() throws {
    let policy = """
      facts: { age: years }
      decisions:
        home:
          type: { members: [a, b, c, d, e] }
          table:
            hit: first
            inputs: [age]
            rules: { one: ["< 1", a], two: ["< 2", b], three: ["< 3", c], four: ["< 4", d], five: [">= 4", e] }
      """
    let page = try page(policy, "age: 9", .en)
    for row in ["one", "two", "three"] { #expect(page.contains("not row \(row): age (9) is at least")) }
    #expect(!page.contains("not row four"))
  }

  private static let payers = """
    parameters: { rate: { 2020-01-01: 0% } }
    facts: { price: money, ok: boolean, village: money }
    decisions:
      nothing: { type: money, value: 0 }
      shares:
        split: price
        among:
          a: village
          b: if ok then 3 else 0
          c: price * rate
          d: nothing
          e: 0
          f: { amount: 0, when: ok }
          family: the rest
    """

  /// A payer of whom nothing is laid down is told nowhere; one whom a fact or a rule spares is told everywhere.
  @Test func payersOfNothingAreToldWhereSomethingIsLaidDownOfThem() throws {
    let page = try page(Self.payers, "{ price: 20, ok: false, village: 0 }")
    let parts = page.split(separator: "理由\n")
    let silent = ["d", "e"]
    let told = ["a", "b", "c", "f"]
    for name in silent { #expect(!parts[0].contains("    \(name) ") && !parts[1].contains("    · \(name) ")) }
    for name in told { #expect(parts[0].contains("    \(name) ") && parts[1].contains("    · \(name) "), "\(name)") }
    #expect(page.contains("· b 0.00元\n      · ok：否\n"))
    #expect(page.contains("· c 0.00元 = price（20.00元）×rate（0%）\n      · rate：0%（自2020年1月1日起）\n"))
  }

  /// Also where the split is told under another decision.
  @Test func payersOfNothingAreLeftOutWhereverTheSplitIsTold() throws {
    let page = try page(
      Self.payers + "\n  paid: shares.family\noutcome: [paid, shares]\n", "{ price: 20, ok: false, village: 0 }")
    #expect(!page.contains("    d "))
    #expect(!page.contains("· d "))
  }

  @Test func aSplitOfWhichSharesAreOpenIsMarkedOpen() throws {
    let policy = """
      facts: { price: money, a: money }
      decisions: { shares: { split: price, among: { city: a, family: the rest } } }
      """
    #expect(try page(policy, "price: 20").contains("  ? shares\n    ? city"))
    #expect(try page(policy, "{ price: 20, a: 1 }").contains("  · shares\n    · city"))
  }

  @Test func aParameterThatIsADefaultIsToldWithItsDay() throws {
    let policy = """
      parameters: { base: { 2020-01-01: 30 } }
      facts: { age: years }
      decisions: { x: { table: { hit: unique, inputs: [age], rules: { old: [">= 80", 100] }, default: base } } }
      """
    #expect(try page(policy, "age: 60").contains("· base：30（自2020年1月1日起）"))
    #expect(!(try page(policy, "age: 90").contains("· base")))
  }

  @Test func aCellThatAsksWhatAListHoldsIsToldInWords() throws {
    let policy = """
      facts: { team: { label: 人员, type: list, of: { members: [nurse, teacher] } } }
      decisions:
        missing:
          type: { members: [a, b] }
          table:
            hit: first
            inputs: [team]
            rules: { a: ["not(list contains(?, nurse))", a], b: [-, b] }
      """
    #expect(try page(policy, "team: [teacher]").contains("✓ 人员没有“nurse”"))
    #expect(try page(policy, "team: [nurse]").contains("不适用“a”：人员有“nurse”"))
  }

  @Test func whatIsTheSameInAnyCaseIsExplainedByWhatIsCertain() throws {
    let policy = """
      facts: { kind: { label: 类型, members: [a, b, none] }, drawn: { label: 已领, type: boolean } }
      decisions:
        grant:
          type: money
          cases: [{ when: drawn, then: 0 }, { when: kind = a, then: 9 }, { otherwise: 0 }]
      """
    let page = try page(policy, "kind: none")
    #expect(page.contains("无论下列情况如何，结果都一样：已领"))
    #expect(page.contains("· 类型：none"))
  }

  @Test func agesAndCountsAreToldWithWhatTheyAreOf() throws {
    let policy = """
      facts: { born: { label: 出生日期, type: date }, people: { label: 家庭成员, type: list, of: { name: text, age: years } } }
      decisions:
        age: { label: 年龄, value: "age on(born, decision date)" }
        size: { label: 人数, value: count(people) }
      """
    let page = try page(policy, "{ born: 1980-06-01, people: [{ name: 甲 }, { name: 乙 }] }")
    #expect(page.contains("· 年龄：45 = 出生日期（1980年6月1日）至判定日期（2026年1月15日）的周岁"))
    #expect(page.contains("· 人数：2 = 家庭成员（甲、乙）的数目"))
  }

  /// Persons of whom not everything is known are known themselves.
  @Test func aListIsNotOpenForAFieldThatIs() throws {
    let policy = """
      facts: { people: { label: 成员, type: list, of: { name: text, age: years } } }
      decisions: { counted: { label: 计入的成员, value: people } }
      """
    #expect(try page(policy, "people: [{ name: 甲 }]").contains("  · 计入的成员：甲"))
  }

  @Test func aDecisionIsNotSaidTwice() throws {
    let policy = """
      facts: { a: boolean, b: boolean }
      decisions:
        fit: { label: 合格, criteria: { all: { one: { require: a } } } }
        kind: { label: 类别, type: { members: [x, y] }, table: { hit: first, inputs: [fit, b], rules: { r: [true, -, x], s: [false, true, y], t: [-, -, x] } } }
      """
    let page = try page(policy, "{ a: true, b: true }")
    #expect(page.split(separator: "\n").filter { $0.contains("合格：是") }.count == 1)
  }
}
