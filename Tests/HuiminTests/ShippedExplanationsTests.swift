import TestSupport
import Testing

@testable import Huimin

/// What every shipped policy says to the caseworker and to the applicant, of records that its own test file gives: one that
/// gets something, and one that is refused or is not settled. `HUIMIN_RECORD=1` writes the pages anew.
@Suite("Explanations of the shipped policies")
struct ShippedExplanationsTests {
  /// A test of a policy's own test file whose outcome is told in full.
  struct Example: Sendable, CustomTestStringConvertible {
    /// The policy's file below `Policies`, without its ending.
    let policy: String
    /// What the test stands for, which names the recorded pages.
    let kind: String
    /// The name of the test.
    let test: String

    var testDescription: String { "\(policy), \(kind)" }
  }

  private static func of(_ policy: String, given: String, refused: String? = nil, open: String? = nil) -> [Example] {
    [("given", given), ("refused", refused), ("open", open)].compactMap { kind, test in
      test.map { Example(policy: policy, kind: kind, test: $0) }
    }
  }

  static let examples: [Example] = [
    of(
      "age-allowances/beijing", given: "aged 83, on dibao, first grade, all three together",
      refused: "of no class and no grade", open: "the grade not known"),
    of(
      "child-welfare/anhui-adult-orphans", given: "22周岁，3周前毕业，各项能力具备", refused: "缺一项能力，又不符合特困条件",
      open: "是否安置过未知"),
    of("child-welfare/assessment-teams", given: "康复评估，人员齐备", refused: "康复评估，没有心理咨询师"),
    of("child-welfare/shenzhen-placement", given: "标准2400元，三年合计141700元", refused: "生活不能自理", open: "生活费标准未知，固定部分已知"),
    of(
      "child-welfare/unsupported-children", given: "标准1300元，已领低保金500元", refused: "父亲服刑4个月，母亲二级精神残疾",
      open: "母亲的残疾类别未知"),
    of("child-welfare/xuancheng-adult-orphans", given: "发现地已知", open: "发现地未问"),
    of(
      "examples/meal-subsidy", given: "a meal cheaper than the subsidy", refused: "aged 59", open: "the age not known"),
    of("meal-assistance/anhui-facilities", given: "a canteen", refused: "without a food licence"),
    of("meal-assistance/anhui-facility-grants", given: "a new canteen", refused: "the grant drawn before"),
    of(
      "meal-assistance/beijing", given: "12 yuan, pays 7", refused: "dinner, after a subsidised lunch",
      open: "the finding not known"),
    of("meal-assistance/guangzhou", given: "20 yuan, above the ceiling", refused: "hukou elsewhere"),
    of(
      "meal-assistance/national", given: "operator and government bear a part", open: "nobody has laid down a subsidy"),
    of(
      "meal-assistance/putuo", given: "aged 83, Shanghai hukou, 20 yuan", refused: "does not live in Putuo",
      open: "dibao not known"),
    of("meal-assistance/shenzhen", given: "aged 75, ordinary, 15 yuan", refused: "aged 75, on a public holiday"),
    of("meal-assistance/village", given: "all five payers", open: "the donations not known"),
    of(
      "meal-assistance/wenzhou-facilities", given: "a canteen for 260000 yuan, over the ceiling",
      refused: "outside the city area"),
    of("meal-assistance/xiamen", given: "exactly 10 yuan, pays 7", refused: "the second meal of the day"),
    of(
      "meal-assistance/zengcheng", given: "aged 80 or over, another town of the district", refused: "hukou elsewhere"),
    of(
      "social-assistance/dibao", given: "三口人计入收入2400元，每月补600元", refused: "财产超出规定，低保和边缘都不符合",
      open: "财产未知"),
    of("social-assistance/ganzhou-dibao-fading", given: "养老金家庭，人均恰好为标准的一倍", refused: "延退期内财产超出规定"),
    of("social-assistance/rigid-expense", given: "各项条件都满足", refused: "几项条件不满足，一次列出"),
    of(
      "social-assistance/shanghai-rigid-expense", given: "月收入9000元，支出7500元，三口之家每月3285元",
      refused: "几项条件不满足，一次列出"),
    of("social-assistance/tekun", given: "58岁二级肢体残疾", refused: "58岁三级肢体残疾"),
    of(
      "social-assistance/zhejiang-dibao-margin", given: "人均恰好为标准的一点五倍，属于边缘家庭",
      refused: "人均1500.01元，超出一点五倍"),
    of(
      "social-organisations/direct-registration", given: "a trade association without consent", refused: "other members"
    ),
    of(
      "social-organisations/evaluation", given: "registered on 2022-05-01, two full years",
      refused: "registered on 2022-05-01, a day before two full years"),
    of(
      "social-organisations/fujian-chambers", given: "three large founders from three cities",
      refused: "three founders from two cities"),
    of("social-organisations/guangdong-associations", given: "every criterion just met", refused: "49 applicants"),
    of(
      "social-organisations/qingyuan-associations", given: "eight founding units of the trade",
      refused: "both fall short"),
    of(
      "social-organisations/registration", given: "municipal, 30 units and no individuals, funds of 30000",
      refused: "several criteria fail, and each is named"),
    of("social-organisations/shandong-similar", given: "a second association", refused: "a fourth association"),
  ].flatMap { $0 }

  private static func outcome(of example: Example) throws -> Outcome {
    let path = "\(Checkout.policies)/\(example.policy).test.yaml"
    let file = try PolicyTestFile(Document.read(SourceFile.read(path), file: path))
    let results = try ShippedPoliciesTests.library.run(file.filtered { $0.name == example.test })
    return try #require(results.first?.outcome, "no test `\(example.test)`")
  }

  @Test("are as recorded: for the caseworker in both languages, as a letter, as a receipt", arguments: examples)
  func areAsRecorded(_ example: Example) throws {
    let answer = Answer(try Self.outcome(of: example))
    let folder = "\(Checkout.tests)/HuiminTests/Explained/Shipped/\(example.policy)"
    // The hash changes with every edit of a policy; it is tested on its own.
    func stable(_ text: String) -> String { text.replacing(/[0-9a-f]{64}/, with: "…") }
    for language in Language.allCases {
      try Recorded.expect(
        TextReport(answer, language: language).text, matches: "\(folder)/\(example.kind).\(language.rawValue).txt")
    }
    let letter = try #require(Letter(answer, language: .zh)).markdown
    try Recorded.expect(stable(letter), matches: "\(folder)/\(example.kind).letter.md")
    try Recorded.expect(stable(Receipt(answer).text), matches: "\(folder)/\(example.kind).json")
  }

  @Test("are recorded of every policy, of one record that is given something and of one that is not, or not yet")
  func everyPolicyIsTold() throws {
    for path in ShippedPoliciesTests.testFiles {
      let name = path.split(separator: "/").suffix(2).joined(separator: "/").replacing(".test.yaml", with: "")
      let kinds = Self.examples.filter { $0.policy == name }.map(\.kind)
      #expect(kinds.contains("given") && (kinds.contains("refused") || kinds.contains("open")), "\(name)")
    }
    for example in Self.examples where example.kind == "open" {
      #expect(try Self.outcome(of: example).status == .undetermined, "\(example)")
    }
    for example in Self.examples where example.kind != "open" {
      #expect(try Self.outcome(of: example).status == .decided, "\(example)")
    }
  }
}
