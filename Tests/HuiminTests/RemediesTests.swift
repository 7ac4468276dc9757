import TestSupport
import Testing

@testable import Huimin

/// How somebody may contest a decision is told with it, and is inherited from the policies above.
@Suite("Rights of review")
struct RemediesTests {
  private static let head = """
    sources: { law: { title: Reconsideration Law } }
    review:
      reconsideration:
        label: { zh: 行政复议, en: reconsideration }
        to: { zh: 区人民政府, en: the district government }
        within: P60D
        from: { zh: 知道本决定, en: learning of this decision }
        cite: law 20
      appeal: { label: { zh: 申诉, en: an appeal }, to: { zh: 街道办事处, en: the street office }, note: By letter. }
    facts: { age: years }
    decisions: { x: { criteria: { all: { old: age >= 60 } } } }
    """

  @Test func areToldWithADecision() throws {
    let outcome = try Fixtures.decide(Self.head, "age: 50")
    #expect(
      TextReport(outcome, language: .zh).text.contains(
        """

        不服本决定的
          · 行政复议：自知道本决定之日起60日内，向区人民政府提出 [1 第20条]
          · 申诉：向街道办事处提出，没有规定期限
              By letter.

        依据
          [1] 《Reconsideration Law》

        """))
    #expect(
      TextReport(outcome, language: .en).text.contains(
        """

        Who does not accept the decision may seek
          · reconsideration to the district government, within 60 days of learning of
            this decision [1 art. 20]
          · an appeal to the street office, at any time
              By letter.

        """))
    let receipt = Receipt(outcome).json.pretty
    #expect(receipt.contains("\"review\""))
    #expect(receipt.contains("60日"))
  }

  /// Of what is not decided there is nothing to contest yet.
  @Test func areNotToldOfAnOpenQuestion() throws {
    let outcome = try Fixtures.decide(Self.head, "{}")
    #expect(outcome.explanation.remedies.isEmpty)
    #expect(!TextReport(outcome, language: .zh).text.contains("不服"))
    #expect(!Receipt(outcome).json.pretty.contains("\"review\""))
  }

  @Test func thoseOfHigherPoliciesHoldUnlessALowerSpeaksOfThem() throws {
    let folder = TemporaryFolder()
    try folder.write(
      """
      policy: test.frame
      title: Frame
      in force: 2020-01-01..
      sources: { law: { title: Law } }
      review:
        first: { to: The Ministry, within: P60D, cite: law 20 }
        second: { to: the court, within: P6M, cite: law 46 }
      facts: { age: years }
      open: { amount: { type: money } }
      decisions: { x: amount + 1 }
      """, to: "frame.yaml")
    try folder.write(
      """
      policy: test.city
      title: City
      in force: 2020-01-01..
      implements: test.frame
      review:
        first: { to: the city, within: P1Y, cite: law 24 }
        third: { to: the office, from: 收到 }
      decisions: { amount: { type: money, value: 'if age > 60 then 2 else 1' } }
      """, to: "city.yaml")
    let library = PolicyLibrary(loading: [folder.path])
    #expect(library.diagnostics.filter { $0.severity == .error }.map(\.message[.en]) == [])
    let day = try #require(CalendarDate("2026-01-15"))
    let program = try library.program("test.city", on: day)
    let found = program.decide(try Facts("age: 70", for: program), on: day).explanation.remedies
    #expect(found.map(\.remedy.name) == ["first", "second", "third"])
    #expect(found.map(\.remedy.to[.en]) == ["the city", "the court", "the office"])
    #expect(found.map { $0.citations.first?.article } == ["24", "46", nil])
    #expect(found.map(\.remedy.within?.wording[.zh]) == ["1年", "6个月", nil])
  }

  @Test(
    "each mistake is told",
    arguments: [
      ("review: { a: { within: P60D } }", "missing-key"), ("review: { a: { to: x, within: 60 days } }", "bad-duration"),
      ("review: { a: { to: x, within: P0D } }", "bad-duration"),
      ("review: { a: { to: x, cite: nothing 3 } }", "unknown-source"),
      ("review: { a: { to: x, deadline: P60D } }", "unknown-key"), ("review: { a: the court }", "expected-mapping"),
      ("review: { a: }", "missing-key"), ("review: the court", "expected-mapping"),
    ])
  func refuses(review: String, code: String) throws {
    let found = try Fixtures.compile("\(review)\ndecisions: { x: 1 }").diagnostics
    #expect(found.map(\.code) == [code])
  }

  @Test func theKeyOfHabitIsKnown() throws {
    let found = try Fixtures.compile("review: { a: { to: x, deadline: P60D } }\ndecisions: { x: 1 }").diagnostics
    #expect(found.first?.help?[.en] == "did you mean `within`?")
  }
}
