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
    #expect(try page(policy, "{ a: false, b: false, c: true }").contains("✗ parent (1 of these is enough)\n    - one"))
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
    let again = Facts(checked: reader.facts(facts), judgements: [:])
    #expect(reader.diagnostics.isEmpty)
    #expect(Receipt(program.decide(again, on: day)).text == first)
  }
}
