import Huimin
import TestSupport
import Testing

@testable import HuiminCommand

@Suite("huimin redact")
struct RedactCommandTests {
  private static func receipt(_ options: String...) -> String {
    CommandRun(
      ["decide", DecideCommandTests.putuo, "--facts", DecideCommandTests.diner, "--on", "2026-01-15"] + options
        + ["--format", "json"]
    ).output
  }

  private static let salt = String(repeating: "0123456789abcdef", count: 4)

  @Test("withholds facts, and replay still finds the digest to fit")
  func withholds() {
    let run = CommandRun("redact", "-", "--fact", "age", "--fact", "hukou", input: Self.receipt("--salt", Self.salt))
    #expect(run.code == 0)
    #expect(run.errors == "")
    // Digests may hold any digits.
    let told = run.output.replacing(/[0-9a-f]{64}/, with: "")
    #expect(!told.contains("83") && !told.contains("\"Shanghai\""))
    #expect(run.output.contains("\"dine-in\": true"))
    let replay = CommandRun("replay", "-", "--policies", "Policies", input: run.output)
    #expect(replay.code == 0)
    #expect(replay.output.contains("Withheld\n  · age\n  · hukou\n"))
    let altered = run.output.replacing("\"amount\": 14.00", with: "\"amount\": 13.00")
    #expect(CommandRun("replay", "-", "--policies", "Policies", input: altered).code == 1)
  }

  @Test("warns of what could be guessed, and of what the outcome tells all the same")
  func warns() {
    let run = CommandRun("redact", "-", "--fact", "list price", input: Self.receipt())
    #expect(run.code == 0)
    #expect(run.errors.contains("warning[guessable-fact]"))
    #expect(run.errors.contains("warning[fact-told-by-outcome]"))
  }

  @Test func refusesWhatItCannotWithhold() {
    let receipt = Self.receipt()
    let unknown = CommandRun("redact", "-", "--fact", "agee", input: receipt)
    #expect(unknown.code == 2)
    #expect(unknown.output == "")
    #expect(unknown.errors.contains("did you mean `age`?"))
    #expect(CommandRun("redact", "-", input: receipt).code == 2)
    #expect(CommandRun("redact", "-", "--fact", "age", input: "{}").code == 2)
    let altered = receipt.replacing("\"age\": 83", with: "\"age\": 84")
    #expect(CommandRun("redact", "-", "--fact", "age", input: altered).errors.contains("error[digest-mismatch]"))
  }

  @Test("two random salts are two; a salt is for a receipt, and has 64 digits")
  func salts() {
    let first = Self.receipt("--salt", "random")
    #expect(first.contains("\"salts\""))
    #expect(first != Self.receipt("--salt", "random"))
    #expect(Self.receipt("--salt", Self.salt) == Self.receipt("--salt", Self.salt))
    let words = ["decide", DecideCommandTests.putuo, "--facts", DecideCommandTests.diner, "--salt"]
    #expect(CommandRun(words + ["random"]).errors.contains("is for a receipt"))
    #expect(CommandRun(words + ["12", "--format", "json"]).errors.contains("`12` is no salt"))
  }
}
