import FEEL
import Testing

@testable import Huimin

@Suite("The best of several benefits")
struct BestOfTests {
  private static let policy = """
    facts: { age: years, disabled: boolean, care: money }
    decisions:
      allowance:
        best of:
          old age: { when: age >= 80, value: 200, because: "At {age}: old age." }
          nursing: { when: disabled, value: care, label: nursing subsidy }
          basic: { when: age >= 60, value: 50 }
        otherwise: 0
        type: money
      least:
        best of: { a: care, b: 100 }
        choose: lowest
    """

  @Test(
    "Of those that apply the highest is taken, and it is settled as soon as nothing open could beat it",
    arguments: [
      ("{ age: 83, disabled: false, care: 300 }", "200", nil), ("{ age: 83, disabled: true, care: 300 }", "300", nil),
      ("{ age: 83, disabled: true, care: 150 }", "200", nil), ("{ age: 65, disabled: false, care: 1 }", "50", nil),
      ("{ age: 45, disabled: false, care: 1 }", "0", nil), ("{ age: 83, disabled: true, care: 200.00 }", "200", nil),
      // What is not known matters only where it may be more.
      ("{ age: 83, care: 150 }", "200", nil), ("{ age: 83, care: 300 }", nil, ["disabled"]),
      ("{ age: 83, disabled: true }", nil, ["care"]), ("{ age: 83 }", nil, ["disabled", "care"]),
      ("{ disabled: true, care: 300 }", "300", nil), ("{ disabled: true, care: 100 }", nil, ["age"]),
      ("{ disabled: false, care: 1 }", nil, ["age"]),
    ] as [(String, String?, [String]?)])
  func takesTheHighest(facts: String, value: String?, open: [String]?) throws {
    let outcome = try Fixtures.decide(Self.policy, facts)
    let found = outcome.findings["allowance"]?.value
    if let value { #expect(found?.displayText == value) }
    #expect(found?.unknowns?.facts == open)
  }

  @Test func takesTheLowestWhereAskedTo() throws {
    #expect(try Fixtures.decide(Self.policy, "{ care: 80 }").findings["least"]?.value.displayText == "80")
    #expect(try Fixtures.decide(Self.policy, "{ care: 180 }").findings["least"]?.value.displayText == "100")
  }

  @Test func tellsWhatBecameOfTheOthers() throws {
    let outcome = try Fixtures.decide(Self.policy, "{ age: 83, disabled: true, care: 150 }")
    let page = TextReport(outcome, language: .en).text
    #expect(page.contains("allowance: 200.00 yuan. At 83: old age."))
    #expect(page.contains("✓ old age: 200.00 yuan (the highest)"))
    #expect(page.contains("✗ nursing subsidy: 150.00 yuan (not the highest, not taken as well)"))
    let other = TextReport(try Fixtures.decide(Self.policy, "{ age: 45, disabled: false, care: 150 }"), language: .zh)
      .text
    #expect(other.contains("nursing subsidy（不适用）"))
    #expect(other.contains("以上各项都不适用：0.00元"))
    let open = TextReport(try Fixtures.decide(Self.policy, "{ age: 83, care: 150 }"), language: .zh).text
    #expect(open.contains("? nursing subsidy：150.00元（不会更高）"))
  }
}
