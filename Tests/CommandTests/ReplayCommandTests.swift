import Huimin
import TestSupport
import Testing

@testable import HuiminCommand

@Suite("huimin replay")
struct ReplayCommandTests {
  static let receipt = CommandRun(
    "decide", DecideCommandTests.putuo, "--facts", DecideCommandTests.diner, "--on", "2026-01-15", "--format", "json"
  ).output

  @Test("decides again from standard input, and finds the policy by its id", arguments: Language.allCases)
  func reproduces(in language: Language) {
    let run = CommandRun(
      "replay", "-", "--policies", "Policies", "--lang", language.rawValue, input: Self.receipt)
    #expect(run.code == 0)
    #expect(run.errors == "")
    #expect(run.output.hasPrefix(language == .zh ? "可以重现" : "reproduced"))
  }

  @Test func findsThePolicyInAFile() {
    #expect(CommandRun("replay", "-", "--policy", DecideCommandTests.putuo, input: Self.receipt).code == 0)
    let other = CommandRun("replay", "-", "--policy", "Policies/meal-assistance/beijing.yaml", input: Self.receipt)
    #expect(other.code == 2)
    #expect(other.errors.contains("there is no policy `cn.shanghai.putuo.meal-assistance`"))
  }

  @Test("a receipt that was altered is told from one whose policy has changed")
  func tellsWhatWasAltered() {
    let altered = Self.receipt.replacing("\"amount\": 14.00", with: "\"amount\": 13.00")
    let run = CommandRun("replay", "-", "--policies", "Policies", input: altered)
    #expect(run.code == 1)
    #expect(run.output.contains("the receipt itself was altered"))
    #expect(run.output.contains("outcome.shares.diner.amount\n      receipt  13.00\n      now      14.00\n"))
  }

  @Test func whatIsNoReceiptIsWrongInput() {
    let run = CommandRun("replay", "-", "--policies", "Policies", input: String(Self.receipt.prefix(900)))
    #expect(run.code == 2)
    #expect(run.output == "")
    #expect(run.errors.contains("error[json-syntax]"))
    #expect(CommandRun("replay", "nowhere.json").code == 2)
    #expect(CommandRun("replay", "-", "--policies", "nowhere", input: Self.receipt).code == 2)
  }
}
