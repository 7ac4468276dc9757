import FEEL
import Testing

@testable import Huimin

@Suite("Rules with exceptions")
struct RuleTests {
  private static let policy = """
    facts: { age: years, poor: boolean, rich: boolean, jailed: boolean }
    decisions:
      fee:
        type: money
        rule: { value: 100, because: The general fee. }
        exceptions:
          poor: { when: poor, then: 0, because: Waived. }
          old:
            when: age >= 80
            then: 50
            label: { en: high age, zh: 高龄 }
            exceptions:
              rich: { when: rich, then: 80, because: Old but rich. }
          very old: { when: age >= 100, then: 20, over: old }
          jailed: { when: jailed, then: 0, over: [very old, poor] }
    """

  @Test(
    "The exception that applies counts, an exception to it before it, and one that outranks others before these",
    arguments: [
      ("{ age: 60, poor: false, rich: false, jailed: false }", "100"),
      ("{ age: 60, poor: true, rich: true, jailed: false }", "0"),
      ("{ age: 83, poor: false, rich: false, jailed: false }", "50"),
      ("{ age: 83, poor: false, rich: true, jailed: false }", "80"),
      ("{ age: 101, poor: false, rich: true, jailed: false }", "20"),
      // By way of a third, what outranks `very old` outranks `old` too.
      ("{ age: 83, poor: true, rich: true, jailed: true }", "0"),
      ("{ age: 101, poor: false, rich: true, jailed: true }", "0"),
      // What is not known matters only where it changes something.
      ("{ age: 60, poor: false, jailed: false }", "100"), ("{ poor: true, jailed: true }", "0"),
      ("{ age: 101, poor: false, jailed: false }", "20"), ("{ age: 60, poor: true }", "0"),
    ])
  func decides(facts: String, value: String) throws {
    #expect(try Fixtures.decide(Self.policy, facts).text("fee") == value)
  }

  @Test(
    "What stays open names what would settle it",
    arguments: [
      ("{ age: 83, poor: false, jailed: false }", ["rich"]), ("{ age: 60, jailed: false }", ["poor"]),
      ("{ age: 60, poor: false }", ["jailed"]),
    ])
  func staysOpen(facts: String, open: [String]) throws {
    #expect(try Fixtures.decide(Self.policy, facts).findings["fee"]?.value.unknowns?.facts == open)
  }

  @Test func twoThatApplyWithDifferentResultsAreAnError() throws {
    let outcome = try Fixtures.decide(Self.policy, "{ age: 83, poor: true, rich: false, jailed: false }")
    #expect(outcome.status == .failed)
    let problem = try #require(outcome.diagnostics.first)
    #expect(problem.code == "exceptions-conflict")
    #expect(problem.message[.en] == "the exceptions `poor` and `old` both apply, with different results")
    #expect(problem.help?[.zh] == "写明哪一项优先：在 `poor` 中写 `over: old`")
  }

  @Test func tellsWhichExceptionSetTheRuleAside() throws {
    let page = TextReport(
      try Fixtures.decide(Self.policy, "{ age: 83, poor: false, rich: true, jailed: false }"), language: .en
    ).text
    #expect(page.contains("fee: 80.00 yuan. Old but rich."))
    #expect(page.contains("✓ rich: 80.00 yuan"))
    #expect(page.contains("✗ high age (set aside by: rich)"))
    #expect(page.contains("✗ general rule (set aside by: high age)"))
    let other = TextReport(
      try Fixtures.decide(Self.policy, "{ age: 60, poor: false, rich: true, jailed: false }"), language: .zh
    ).text
    #expect(other.contains("✓ 一般规定：100.00元"))
    #expect(other.contains("高龄（例外不适用）"))
  }
}
