import PolicySource
import TestSupport
import Testing

@testable import Huimin

/// A test of a policy passes where the outcome is what it says, and only there.
@Suite("Tests of policies")
struct PolicyTestTests {
  private static let policy = """
    policy: test.p
    title: P
    in force: 2020-01-01..2029-12-31
    facts: { price: money, child: boolean }
    decisions:
      shares: { split: price, among: { city: 2, diner: the rest } }
      free: { criteria: { all: { age: child, cheap: price < 10 } } }
    """

  private func differences(_ test: String, library: PolicyLibrary) throws -> [String] {
    let text = "tests: test.p\ndate: 2026-01-15\nfacts: { child: true }\ncases: { a: \(test) }"
    let file = try PolicyTestFile(Document.read(Array(text.utf8), file: "p.test.yaml"))
    return try library.run(file).flatMap(\.differences).map(\.message[.en])
  }

  @Test(arguments: [
    ("{ facts: { price: 5 }, expect: { shares: { city: 2, diner: 3 }, free: true } }", []),
    (
      "{ facts: { price: 5 }, expect: { shares: { city: 2.01 } } }",
      ["`shares.city`: expected `2.01`, found `2.00 yuan`"]
    ),
    (
      "{ facts: { price: 5 }, expect: { shares: 5 } }",
      ["`shares`: expected `5`, found `city 2.00 yuan, diner 3.00 yuan`"]
    ),
    (
      "{ facts: { price: 5 }, expect: { shares: unknown } }",
      ["`shares`: expected `unknown`, found `city 2.00 yuan, diner 3.00 yuan`"]
    ),
    ("{ facts: { price: 5 }, expect: { free: 'true' } }", ["`free`: expected `\"true\"`, found `yes`"]),
    ("{ expect: { shares: unknown, free: unknown }, status: undetermined, open: [price] }", []),
    ("{ facts: { price: 12 }, unmet: [cheap] }", []),
    ("{ facts: { price: 12 }, unmet: [age] }", ["not met: expected `age`, found `cheap`"]),
    ("{ facts: { price: 1 }, fails: shares-exceed-whole }", []),
    (
      "{ facts: { price: 5 }, fails: shares-exceed-whole }",
      ["expected the failure `shares-exceed-whole`, found `decided`"]
    ),
    ("{ facts: { price: 1 }, unmet: [] }", ["failed: the shares of `shares` exceed the whole of 1 by 1.00"]),
    ("{ facts: { price: 5 }, date: 2030-01-01, fails: not-in-force }", []),
    ("{ facts: { pric: 5 }, unmet: [] }", ["`test.p` asks for no fact `pric`"]),
  ])
  func passWhereTheOutcomeIsAsTheySay(test: String, differences: [String]) throws {
    let library = PolicyLibrary(reading: Self.policy, file: "p.yaml")
    #expect(try self.differences(test, library: library) == differences)
  }

  @Test func areNotRunOnAPolicyThatStandsInError() throws {
    let folder = TemporaryFolder()
    for name in ["a.yaml", "b.yaml"] { try folder.write(Self.policy, to: name) }
    #expect(throws: Diagnostic.self) {
      try differences("{ facts: { price: 5 }, unmet: [] }", library: PolicyLibrary(loading: [folder.path]))
    }
  }
}
