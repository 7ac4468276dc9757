import Testing

@testable import Huimin

/// The letter to the applicant says what was decided and why in plain words, and nothing that stands in it can do harm.
@Suite("The letter of decision")
struct LetterTests {
  private static let policy = """
    sources:
      notice: { title: { zh: 助餐通知, en: Notice on meals }, issuer: { zh: 民政局, en: the bureau }, date: "2025-12-20" }
      law: { title: { zh: 复议法, en: Reconsideration Law }, date: 2023-10 }
    review: { first: { label: { zh: 行政复议, en: reconsideration }, to: { zh: 区政府, en: the district }, within: P60D, cite: law 20 } }
    readings: { whole: { zh: 按整餐计。, en: By the whole meal., silent in: notice 4 } }
    facts:
      age: { type: years, label: { zh: 年龄, en: age }, ask: { zh: 您多大年龄？, en: How old are you? }, evidence: { zh: 身份证, en: identity card } }
      local: { type: boolean, label: { zh: 本区户籍, en: local hukou } }
      price: { type: money, label: { zh: 餐费, en: price } }
    decisions:
      entitled:
        label: { zh: 补贴对象, en: entitled }
        cite: notice 1
        criteria:
          all:
            old: { label: { zh: 年满60周岁, en: aged 60 }, require: age >= 60, cite: notice 1(1), cure: { zh: 年满后再申请。, en: Apply at 60. }, evidence: { zh: 身份证, en: identity card } }
            local: { label: { zh: 本区户籍, en: local hukou }, require: local, cite: notice 1(2) }
      subsidy:
        label: { zh: 补贴, en: subsidy }
        type: money
        cite: notice 2
        cases:
          - { when: not(entitled), then: 0, because: { zh: 不是补贴对象。, en: Not entitled. } }
          - { when: age >= 80, then: 3, because: { zh: "{age}岁，补贴3元。", en: "At {age}, 3 yuan." }, reading: whole }
          - { otherwise: "min(2, price)" }
      shares: { label: { zh: 谁付多少, en: who pays }, cite: notice 3, split: price, among: { city: { amount: subsidy, label: { zh: 财政, en: treasury } }, diner: { amount: the rest, label: { zh: 老人, en: diner } } } }
    outcome: [shares, entitled]
    """

  private func letter(_ record: String, _ language: Language = .zh, _ envelope: Letter.Envelope = Letter.Envelope())
    throws -> Letter
  {
    try #require(Letter(try Fixtures.decide(Self.policy, record), language: language, envelope: envelope))
  }

  @Test func tellsWhatWasDecidedAndWhy() throws {
    let text = try letter("{ age: 83, local: true, price: 20 }").markdown
    #expect(
      text.hasPrefix(
        """
        # Test决定书

        申请人：

        您申请的“Test”，已按2026年1月15日有效的规定审核，现决定如下。

        ## 决定

        谁付多少

        | 承担方 | 金额 |
        | --- | ---: |
        | 财政 | 3.00元 |
        | 老人 | 17.00元 |
        | 合计 | 20.00元 |

        补贴对象：**是**

        ## 理由

        - 财政3.00元：83岁，补贴3元（《助餐通知》第2条）。
        - “补贴对象”的条件均已满足：年满60周岁、本区户籍（《助餐通知》第1条）。

        ## 规定没有写明之处，按以下理解处理

        - 按整餐计（《助餐通知》第4条）。

        ## 依据

        - 《助餐通知》，民政局，2025年12月20日：第1条、第1条第（1）项、第1条第（2）项、第2条、第3条、第4条
        - 《复议法》，2023年10月：第20条

        ## 不服本决定的救济途径

        如不服本决定，您可以通过下列途径提出：

        - 行政复议：自收到本决定之日起60日内，向区政府提出（《复议法》第20条）。

        ## 核验

        """), "\(text)")
  }

  @Test func tellsEveryConditionThatIsNotMetAndItsCure() throws {
    let text = try letter("{ age: 50, local: false, price: 20 }").markdown
    #expect(
      text.contains(
        """
        ## 理由

        - 财政0.00元：不是补贴对象（《助餐通知》第2条）。

        ## 没有满足的条件

        - 年满60周岁：年龄（50）低于60（《助餐通知》第1条第（1）项）。\\
          补正办法：年满后再申请。\\
          证明材料：身份证
        - 本区户籍（《助餐通知》第1条第（2）项）。

        """), "\(text)")
  }

  @Test func asksForWhatIsMissingWhereNothingIsDecided() throws {
    let text = try letter("{ local: true, price: 20 }").markdown
    #expect(text.hasPrefix("# Test补充材料通知书\n"))
    #expect(text.contains("补贴对象：**尚不能确定**"))
    #expect(text.contains("## 请补充\n\n- 您多大年龄？\\\n  证明材料：身份证\n"))
    #expect(!text.contains("不服"))
    // Nothing that may yet turn out otherwise is told as so.
    #expect(!text.contains("不是补贴对象"))
  }

  @Test func speaksEnglish() throws {
    let envelope = Letter.Envelope(name: "Li Si", reference: "17/2026", office: "The bureau")
    let text = try letter("{ age: 50, local: true, price: 20 }", .en, envelope).text()
    #expect(
      text.hasPrefix(
        """
        Notice of decision: Test
        Reference: 17/2026

        Dear Li Si,

        Your case under “Test” was examined by the rules in force on 15 January 2026. It
        is decided as follows.

        Decision
          who pays
            treasury   0.00 yuan
            diner     20.00 yuan
            in all    20.00 yuan
          entitled: no

        Reasons
          · treasury, 0.00 yuan: Not entitled (Notice on meals, art. 2).

        Conditions that are not met
          · aged 60: age (50) is under 60 (Notice on meals, art. 1(1)).
            What would cure it: Apply at 60.
            Shown by: identity card

        """), "\(text)")
    #expect(text.contains("reconsideration to the district, within 60 days of receiving this decision"))
    #expect(
      text.hasSuffix(
        "\(String(repeating: " ", count: 70))The bureau\n" + String(repeating: " ", count: 65) + "15 January 2026\n"))
  }

  @Test func thereIsNoneOfWhatCouldNotBeDecided() throws {
    let outcome = try Fixtures.decide("facts: { a: number }\ndecisions: { x: a / 0 }", "a: 1")
    #expect(Letter(outcome, language: .zh) == nil)
  }

  @Test func howSomethingWasCalculatedIsToldWhereNobodySaidWhy() throws {
    let policy = """
      facts: { income: { type: money, label: 收入 }, size: { type: integer, label: 人数 } }
      parameters: { standard: { label: 标准, type: money, 2020-01-01: 1000 } }
      decisions: { aid: { label: 每月救助金, value: (standard - income) * size } }
      """
    let letter = try #require(Letter(try Fixtures.decide(policy, "{ income: 800, size: 3 }"), language: .zh))
    #expect(letter.markdown.contains("- 每月救助金：600.00元 = （标准（1000.00元）−收入（800.00元））×人数（3）。\n"))
  }

  @Test func whatARuleChoseAmongIsTold() throws {
    let policy = """
      facts: { age: { type: years, label: 年龄 }, care: { type: money, label: 护理 } }
      decisions:
        aid:
          label: 津贴
          best of:
            old: { label: 高龄津贴, when: age >= 80, value: 200 }
            care: { label: 护理补贴, value: care }
          type: money
      """
    let text = try #require(Letter(try Fixtures.decide(policy, "{ age: 83, care: 150 }"), language: .zh)).markdown
    #expect(text.contains("- 高龄津贴：200.00元（就高）（年龄（83）不低于80）。\n- 护理补贴：150.00元（不是最高，不重复享受）。\n"), "\(text)")
  }

  // MARK: Escaping

  private static let hostile = [
    "<script>alert(1)</script>", "a & b \"c\" 'd'", "# heading", "- item", "1. one", "*bold* _it_ `code`",
    "[x](javascript:y)",
    "![x](http://evil)", "| a | b |", "a\nb", "\u{202E}reversed", "<https://evil>", "$$x$$", "~~x~~", "===", "+ x",
    "    code",
  ]

  @Test(arguments: hostile)
  func nothingInARecordOrOnTheCommandLineFormatsAnything(text: String) throws {
    let policy = """
      facts: { name: text }
      decisions: { x: { value: name, because: "Named {name}" } }
      """
    let program = try Fixtures.program(policy)
    let day = try #require(CalendarDate("2026-01-15"))
    let outcome = program.decide(try Facts(["name": .string(text)], for: program), on: day)
    let letter = try #require(
      Letter(outcome, language: .en, envelope: Letter.Envelope(name: text, reference: text, office: text)))
    for html in [letter.html, TextReport(outcome, language: .en).html] {
      #expect(Markup.problem(in: html) == nil)
      #expect(!html.contains("<script"))
      #expect(!html.unicodeScalars.contains("\u{202E}"))
    }
    for line in letter.markdown.split(separator: "\n") {
      #expect(Markup.unescaped("*_`[]|$~<", in: String(line)).isEmpty, "\(line)")
    }
  }

  @Test func anHTMLPageNeedsNothingElse() throws {
    for language in Language.allCases {
      let outcome = try Fixtures.decide(Self.policy, "{ age: 50, price: 20, local: false }")
      let pages = [
        try #require(Letter(outcome, language: language)).html, TextReport(outcome, language: language).html,
      ]
      for html in pages {
        #expect(html.hasPrefix("<!DOCTYPE html>\n<html lang=\"\(language == .zh ? "zh-CN" : "en")\">\n"))
        #expect(Markup.problem(in: html) == nil)
        for outside in ["src=", "@import", "url(", "<link", "<script", "<img"] { #expect(!html.contains(outside)) }
        #expect(html.contains("@page { size: A4;"))
      }
    }
  }

  @Test(arguments: [
    ("https://www.shpt.gov.cn/a_b.html", true), ("javascript:alert(1)", false), ("https://x\"onclick=y", false),
  ])
  func onlyTheAddressOfAPageIsALink(url: String, isLink: Bool) throws {
    let policy = "sources: { n: { title: N, url: '\(url)' } }\ndecisions: { x: { value: 1, cite: n } }"
    let letter = try #require(Letter(try Fixtures.decide(policy, "{}"), language: .zh))
    #expect(letter.html.contains("<a href=\"") == isLink)
    #expect(letter.markdown.contains("<\(url)>") == isLink)
    #expect(Markup.problem(in: letter.html) == nil)
  }
}

/// Looks at markup as a reader of it would.
enum Markup {
  private static let empty: Set<String> = ["meta", "br", "!doctype"]

  /// The first tag that is not closed where it should be, or a sign that stands bare; nothing in good markup.
  static func problem(in html: String) -> String? {
    var open: [String] = []
    var rest = html[...]
    while let start = rest.firstIndex(of: "<") {
      if rest[..<start].contains(">") && !open.contains("style") { return "bare `>` after \(open)" }
      guard let end = rest[start...].firstIndex(of: ">") else { return "unclosed tag" }
      let tag = rest[rest.index(after: start)..<end]
      let name = tag.prefix { $0 != " " }.lowercased()
      if name.hasPrefix("/") {
        guard open.last == String(name.dropFirst()) else { return "\(name) within \(open)" }
        open.removeLast()
      } else if !empty.contains(name) {
        open.append(name)
      }
      rest = rest[html.index(after: end)...]
    }
    return open.isEmpty ? nil : "never closed: \(open)"
  }

  /// Which of some signs stand in a line of Markdown without a backslash before them, where they would format something:
  /// outside the marks that the page itself sets.
  static func unescaped(_ signs: String, in line: String) -> String {
    let own = line.hasPrefix("| who") || line.hasPrefix("| ---")
    var text = own ? "" : line
    // The value of a statement stands out.
    if let bold = text.firstMatch(of: /^(.*?)\*\*(.*)\*\*$/) { text = String(bold.1 + bold.2) }
    var found = ""
    var isEscaped = false
    for character in text {
      if !isEscaped, signs.contains(character) { found.append(character) }
      isEscaped = !isEscaped && character == "\\"
    }
    return found
  }
}
