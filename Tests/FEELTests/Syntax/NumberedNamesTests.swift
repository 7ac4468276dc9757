import Testing

@testable import FEEL

/// Names that begin with a digit, such as the member 1级 of an enumeration: only those that are declared are names.
@Suite("Names that begin with a digit")
struct NumberedNamesTests {
  private let known = KnownNames(["1级", "2级", "2级以上", "60-79岁", "0.5级", "1", "60-79", "1e5", "3rd class"])

  @Test(arguments: ["2级", "2级以上", "60-79岁", "60 - 79岁", "0.5级", "3rd class"])
  func areReadWhole(_ text: String) throws {
    guard case .name(let name) = try Parser.expression(text, known: known).kind else {
      Issue.record("`\(text)` is no name")
      return
    }
    #expect(name.filter { $0 != " " } == text.filter { $0 != " " })
  }

  @Test(arguments: [
    "1", "60-79", "1e5", "1e5+1", "[1..2]", "[1..2)", "60-79-1", "2*3", "0.5", "60 - 7", "{ \"1级\": 1, x: 1 }",
    "@\"P1D\"", "3 + 2",
  ])
  func numbersStayWhatTheyAre(_ text: String) throws {
    #expect(try Parser.expression(text, known: known).tree == Parser.expression(text).tree)
  }

  @Test(arguments: ["3级", "2级别", "12级", "79岁", "22级"])
  func othersAreStillRefused(_ text: String) {
    #expect(throws: Diagnostic.self) { try Parser.expression(text, known: known) }
  }

  @Test func theNamesOfTheKindAreTold() {
    let problem = #expect(throws: Diagnostic.self) { try Parser.expression("x = 3级", known: known) }
    #expect(
      problem?.help?[.en]
        == "the names of this kind are `1级`, `2级`; where a number is meant, write the number alone: `3`")
  }

  @Test func standInCellsAndBehindDots() throws {
    let tests = try Parser.unaryTests("1级, 2级", known: known)
    #expect(tests.tests.flatMap(\.expression.names) == ["1级", "2级"])
    let path = try Parser.expression("x.2级", known: known)
    guard case .path(_, let member) = path.kind else {
      Issue.record("no path")
      return
    }
    #expect(member.text == "2级")
  }
}
