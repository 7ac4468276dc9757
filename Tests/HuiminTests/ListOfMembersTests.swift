import Testing

@testable import Huimin

/// Facts that are several of the members of an enumeration.
@Suite("Lists of members")
struct ListOfMembersTests {
  private static let policy = """
    facts: { present: { type: list, of: { members: { head: { zh: 院长, en: head }, nurse: { zh: 护士, en: nurse } } } } }
    decisions:
      complete: every r in [head, nurse] satisfies list contains(present, r)
      lacking: '[head, nurse][not(list contains(present, item))]'
      nurse there: list contains(present, nurse)
    """

  @Test func areComparedWithMembersWrittenBare() throws {
    let outcome = try Fixtures.decide(Self.policy, "present: [head]")
    #expect(outcome.text("complete") == "false")
    #expect(outcome.text("lacking") == "[\"nurse\"]")
    #expect(outcome.text("nurse there") == "false")
    #expect(try Fixtures.decide(Self.policy, "present: [nurse, head]").text("complete") == "true")
    #expect(try Fixtures.decide(Self.policy, "{}").openFacts == ["present"])
  }

  @Test func areTakenFromARecordOnlyWhereTheyAreMembers() throws {
    let program = try Fixtures.program(Self.policy)
    #expect(throws: Unreadable.self) { try Facts("present: [hed]", for: program) }
    let short = try Fixtures.program("facts: { xs: { type: list, of: [a, b] } }\ndecisions: { x: 'count(xs)' }")
    #expect(throws: Never.self) { try Facts("xs: [a, b, a]", for: short) }
  }

  @Test func areNamedByWhatPeopleCallThem() throws {
    let outcome = try Fixtures.decide(Self.policy, "present: [head]")
    #expect(TextReport(outcome, language: .zh).text.contains("lacking：护士"))
  }

  @Test func aMemberOfTwoEnumerationsIsNotGuessed() throws {
    let (_, diagnostics) = try Fixtures.compile(
      "facts: { k: [a, b], l: [b, c] }\ndecisions: { x: 'list contains([a], k)', y: 'list contains([b], k)' }")
    #expect(diagnostics.map(\.code) == ["unknown-name"])
    #expect(diagnostics[0].message[.en] == "unknown name `b`")
  }
}
