import Testing

@testable import Huimin

/// What the reasons say is so, and is all that matters.
@Suite("Reasons")
struct ExplanationTests {
  private func page(_ policy: String, _ record: String, _ language: Language = .en) throws -> String {
    TextReport(try Fixtures.decide(policy, record), language: language).text
  }

  @Test func aGroupThatNeedsOnlySomeIsToldAsOne() throws {
    let policy = """
      facts: { a: boolean, b: boolean, c: boolean }
      decisions: { x: { criteria: { all: { parent: { any: { one: a, two: b } }, other: c } } } }
      """
    let outcome = try Fixtures.decide(policy, "{ a: false, b: false, c: false }")
    #expect(outcome.explanation.unmet.compactMap(\.name) == ["parent", "other"])
    #expect(try page(policy, "{ a: false, b: false, c: true }").contains("✗ parent (1 of these is needed)\n    - one"))
    // What a group that is met does not need does not stand in the way.
    #expect(
      try Fixtures.decide(policy, "{ a: true, b: false, c: false }").explanation.unmet.compactMap(\.name) == ["other"])
  }

  @Test func whatIsNotExaminedYetIsToldBesideWhatIsNotMet() throws {
    let policy = "facts: { a: boolean, b: boolean }\ndecisions: { x: { criteria: { all: { one: a, two: b } } } }"
    let outcome = try Fixtures.decide(policy, "a: false")
    #expect(outcome.status == .decided)
    #expect(outcome.explanation.unsettled.compactMap(\.name) == ["two"])
    #expect(try page(policy, "a: false").contains("Not examined yet (1)\n  ? two"))
  }

  @Test func theArticleOfTheCaseTakenIsCited() throws {
    let policy = """
      sources: { n: { title: Notice } }
      facts: { age: years }
      decisions:
        x: { cite: n, cases: [{ when: age >= 65, then: 3, cite: n 2, because: At 65. }, { otherwise: 0, cite: n 4 }] }
      """
    #expect(try page(policy, "age: 70").contains("x: 3. At 65. [1 art. 2]"))
    #expect(try page(policy, "age: 60").contains("x: 0 [1 art. 4]"))
  }

  @Test func ofAnOrOnlyTheSideThatHoldsIsTold() throws {
    let policy = """
      facts: { father: [dead, ill, well], mother: [dead, ill, well] }
      decisions:
        father dead: father = dead
        father ill: father = ill
        x: { criteria: { all: { first: not(father dead and mother = dead), second: father dead or father ill } } }
      """
    let text = try page(policy, "{ father: dead, mother: ill }")
    #expect(!text.contains("father ill"))
    #expect(text.contains("✓ second\n      · father dead: yes"))
  }

  @Test func aRuleThatMayCountIsToldByWhatItWouldGive() throws {
    let policy = """
      facts: { age: years, dibao: boolean }
      decisions:
        x:
          cases:
            - { when: dibao, then: 5, because: Receives dibao. }
            - { otherwise: 2, because: Receives none. }
      """
    let text = try page(policy, "age: 60")
    #expect(text.contains("possibly → 5"))
    #expect(text.contains("if none of these holds → 2"))
    #expect(!text.contains("Receives"))
  }

  @Test func anErrorIsNotToldAsSomethingUnknown() throws {
    let text = try page(
      "facts: { a: number }\ndecisions: { x: { criteria: { all: { c: a / 0 > 1 } } } }", "a: 1")
    #expect(text.contains("could not be worked out"))
    #expect(!text.contains("not known"))
  }

  @Test func aChoiceInAValueIsExplained() throws {
    let policy = "facts: { meals: integer }\ndecisions: { x: 'if meals > 3 then 2 else 1' }"
    #expect(try page(policy, "meals: 5").contains("· meals (5) is over 3"))
  }

  @Test func daysAreBeforeAndAfter() throws {
    let policy = "facts: { d: date }\ndecisions: { x: { criteria: { all: { c: 'd < @\"2026-01-01\"' } } } }"
    #expect(try page(policy, "d: 2026-02-01").contains("d (2026-02-01) is not before 2026-01-01"))
    #expect(try page(policy, "d: 2026-02-01", .zh).contains("d（2026年2月1日）不早于2026年1月1日"))
  }

  @Test func membersAreToldByWhatPeopleCallThem() throws {
    let policy = """
      facts: { k: { members: { sz: { zh: 深圳, en: Shenzhen }, gz: { zh: 广州, en: Guangzhou }, bj: { zh: 北京, en: Beijing } } } }
      decisions: { x: { criteria: { all: { c: 'k in (sz, gz)' } } } }
      """
    #expect(try page(policy, "k: bj", .zh).contains("k（北京）不属于深圳、广州"))
  }

  @Test func controlCharactersOfARecordAreShownAndNotSent() throws {
    let policy = "facts: { name: text }\ndecisions: { x: { value: name, because: 'is {name}' } }"
    let text = try page(policy, "name: \"a\\e[31mb\\nOutcome: yes\"")
    #expect(!text.unicodeScalars.contains("\u{1B}"))
    #expect(!text.contains("\nOutcome: yes"))
  }

  @Test func aTextWithoutWordsIsNotGuessed() throws {
    let policy = "facts: { xs: list of number }\ndecisions: { x: 'sum(for i in xs return i * 2)' }"
    #expect(!(try page(policy, "xs: [1, 2]").contains("for i in")))
  }

  @Test func aReceiptHoldsFactsThatReadBack() throws {
    let policy = "facts: { m: money, xs: { type: list, of: { n: text, k: money } } }\ndecisions: { x: m }"
    let program = try Fixtures.program(policy)
    let record = "{ m: 1.50, xs: [{ n: a }, { n: b, k: 2 }] }"
    let day = try #require(CalendarDate("2026-01-15"))
    let first = Receipt(program.decide(try Facts(record, for: program), on: day)).text
    let facts = try #require(Document.read(Array(first.utf8), file: "receipt.json").root["facts"])
    var reader = FactReader(program)
    let again = Facts(checked: reader.facts(facts), judgements: [:], overrides: [:])
    #expect(reader.diagnostics.isEmpty)
    #expect(Receipt(program.decide(again, on: day)).text == first)
  }

  @Test(arguments: [
    ("P60D", "60 days", "60天"), ("-P60D", "-60 days", "-60天"), ("P1D", "1 day", "1天"), ("PT0S", "0 days", "0天"),
    ("P1DT2H", "1 day 2 hours", "1天2小时"), ("-PT1H1M0.5S", "-1 hour 1 minute 0.5 seconds", "-1小时1分钟0.5秒"),
    ("P18Y", "18 years", "18年"), ("P1Y6M", "1 year 6 months", "1年零6个月"), ("-P1Y1M", "-1 year 1 month", "-1年零1个月"),
    ("P0M", "0 months", "0个月"),
  ])
  func spansOfTimeAreSaidInWords(duration: String, en: String, zh: String) throws {
    let policy = "facts: { d: date }\ndecisions: { x: { value: 'd + @\"\(duration)\"' } }"
    #expect(try page(policy, "d: 2026-02-01").contains("d (2026-02-01) + \(en)\n"))
    #expect(try page(policy, "d: 2026-02-01", .zh).contains("d（2026年2月1日）+\(zh)\n"))
  }

  @Test func itemsThatHoldTheMarkOfAListAreSetApart() throws {
    let policy = "facts: { xs: list of text }\ndecisions: { x: xs }"
    #expect(try page(policy, "xs: [民政局、街道, 社区]", .zh).contains("x：民政局、街道；社区\n"))
    #expect(try page(policy, "xs: [民政局, 社区]", .zh).contains("x：民政局、社区\n"))
    #expect(try page(policy, "xs: ['Wenzhou, Zhejiang', Xiamen]").contains("x: Wenzhou, Zhejiang; Xiamen\n"))
    #expect(try page(policy, "xs: [Wenzhou, Xiamen]").contains("x: Wenzhou, Xiamen\n"))
  }

  @Test func aTitleThatIsQuotedAlreadyIsNotQuotedAgain() throws {
    func policy(_ title: String) -> String {
      "sources: { n: { title: \(title) } }\ndecisions: { x: { value: 1, cite: n } }"
    }
    #expect(try page(policy("老年助餐办法"), "{}", .zh).contains("[1] 《老年助餐办法》\n"))
    #expect(try page(policy("民政局对《老年助餐办法》的答复"), "{}", .zh).contains("[1] 民政局对《老年助餐办法》的答复\n"))
  }

  @Test func anExemptionThatDoesNotApplyIsNoFault() throws {
    let policy = """
      facts: { members: integer, kind: [local, national] }
      decisions:
        x:
          criteria:
            all:
              enough: { require: members >= 50, unmet: 'Only {members}.', waive when: kind = national }
      """
    let text = try page(policy, "{ members: 3, kind: local }")
    #expect(
      text.contains("✗ enough: Only 3.\n    · no exemption from it applies\n      · kind: local\n"))
    #expect(!text.contains("✗ kind"))
    #expect(
      try page(policy, "members: 3").contains(
        "· whether an exemption from it applies is not known yet\n        ? kind: not known yet"))
  }

  @Test func whatAnExemptionAsksForIsNotWhatTheCriterionDoes() throws {
    let policy = """
      facts: { a: boolean, b: boolean }
      decisions:
        exempt: { criteria: { all: { of a kind: b } } }
        x: { criteria: { all: { c: { require: a, waive when: exempt } } } }
      """
    let outcome = try Fixtures.decide(policy, "{ a: false, b: false }")
    #expect(outcome.explanation.unmet.compactMap(\.name) == ["c"])
  }

  @Test func criteriaOfSeveralListsStandUnderTheNameOfEach() throws {
    let policy = """
      facts: { a: boolean, b: boolean, c: boolean }
      decisions:
        x: { label: For all, criteria: { all: { one: a, two: b } } }
        y: { label: For chambers, criteria: { all: { three: c } } }
      """
    #expect(
      try page(policy, "{ a: false, b: false, c: false }").contains(
        "Not met (3)\n  · For all\n    ✗ one\n    ✗ two\n  · For chambers\n    ✗ three\n"))
    #expect(try page(policy, "{ a: true, b: true, c: false }").contains("Not met (1)\n  · For chambers\n    ✗ three\n"))
    #expect(
      try page(policy, "{ a: false, c: true }").contains("Not examined yet (1)\n  · For all\n    ? two\n"))
  }

  @Test func theNoteOnAFactStandsUnderItsQuestion() throws {
    let policy = """
      facts: { a: { type: boolean, ask: Is it so?, note: As on the day of application., evidence: a card } }
      decisions: { x: a }
      """
    let outcome = try Fixtures.decide(policy, "{}")
    #expect(
      TextReport(outcome, language: .en).text.contains(
        "? Is it so?  a\n      As on the day of application.\n      shown by: a card\n"))
    #expect(
      TextReport(outcome, language: .en, isColored: true).text.contains(
        "\u{1B}[2mAs on the day of application.\u{1B}[0m\n"))
  }

  @Test func whyNotMoreIsToldOfTheCasesBefore() throws {
    let policy = """
      facts: { age: years, dibao: boolean }
      decisions:
        x:
          type: money
          cases:
            - { when: age < 60, then: 0 }
            - { when: dibao, then: 300 }
            - { when: age >= 80 and age < 100, then: 200 }
            - { when: age >= 60, then: 100 }
            - { otherwise: 0 }
      """
    let text = try page(policy, "{ age: 70, dibao: false }")
    #expect(
      text.contains(
        "✓ age (70) is at least 60\n    · not 300.00 yuan: dibao: no\n    · not 200.00 yuan: age (70) is under 80\n"))
    #expect(!text.contains("not 0.00"))
    #expect(!(try page(policy, "{ age: 70, dibao: true }").contains("· not")))
    // Of what is no benefit there is no more to ask for.
    #expect(!(try page(policy.replacing("money", with: "number"), "{ age: 70, dibao: false }").contains("· not")))
  }
}
