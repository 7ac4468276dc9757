import TestSupport
import Testing

@testable import Huimin

/// Whatever is in a policy file, it is read, or said to be wrong where it is; nothing crashes and nothing hangs.
@Suite("Hostile policies")
struct HostilePolicyTests {
  @Test("shipped policies with random damage", arguments: SchemaTests.policies)
  func damaged(_ path: String) throws {
    let text = Array(try #require(Recorded.read(path)).unicodeScalars)
    var random = SplitMix64(seed: RandomTesting.seed)
    let day = try #require(CalendarDate("2026-03-10"))
    for _ in 0..<RandomTesting.cases(default: 60) {
      let damaged = String(String.UnicodeScalarView(damage(text, &random)))
      let library = PolicyLibrary(reading: damaged, file: "damaged.yaml")
      for diagnostic in library.diagnostics {
        #expect(diagnostic.location != nil, "\(diagnostic.code), seed \(RandomTesting.seed)")
      }
      for program in library.programs {
        let outcome = program.decide(try Facts("{}", for: program), on: day)
        #expect(!TextReport(outcome, language: .en).text.isEmpty)
        #expect(!Receipt(outcome).text.isEmpty)
      }
      // A module that is still whole decides nothing by itself.
      if !path.contains("/modules/") { #expect(!library.programs.isEmpty || library.hasErrors) }
    }
  }

  /// Stretches removed, doubled, moved, or overwritten with characters that mean something.
  private func damage(_ text: [Unicode.Scalar], _ random: inout SplitMix64) -> [Unicode.Scalar] {
    var text = text
    let signs = Array("{}[]:,-\"'?#&*!|>%@`\n\t =<>()+/0aé年：，".unicodeScalars)
    for _ in 0..<Int.random(in: 1...4, using: &random) {
      guard text.count > 40 else { break }
      let start = Int.random(in: 0..<text.count - 20, using: &random)
      let stretch = start..<start + Int.random(in: 1...20, using: &random)
      switch Int.random(in: 0..<4, using: &random) {
      case 0: text.removeSubrange(stretch)
      case 1: text.insert(contentsOf: text[stretch], at: start)
      case 2: text.insert(contentsOf: text[stretch], at: Int.random(in: 0..<text.count, using: &random))
      default: text[start] = signs[Int.random(in: signs.indices, using: &random)]
      }
    }
    return text
  }

  private func codes(_ body: String) -> [String] {
    PolicyLibrary(reading: "policy: p\ntitle: t\nin force: 2020-01-01..\n" + body, file: "hostile.yaml")
      .diagnostics.map(\.code)
  }

  @Test func aChainOfTenThousandDecisions() throws {
    let lines = (1...10_000).map { "  d\($0): d\($0 - 1) + 1" }.joined(separator: "\n")
    let program = try Fixtures.program("decisions:\n  d0: 0\n\(lines)\n")
    let outcome = program.decide(try Facts("{}", for: program), on: try #require(CalendarDate("2026-01-15")))
    #expect(outcome.text("d10000") == "10000")
    #expect(!TextReport(outcome, language: .zh).text.isEmpty)
    #expect(!Receipt(outcome).text.isEmpty)
  }

  @Test func aCircleOfTenThousandDecisions() {
    let lines = (1...10_000).map { "  d\($0): d\($0 % 10_000 + 1) + 1" }.joined(separator: "\n")
    #expect(codes("decisions:\n\(lines)\n") == ["cycle"])
  }

  @Test func aTableOfTwoThousandRows() throws {
    let rows = (1...2_000).map { "        r\($0): [\($0), \($0)]" }.joined(separator: "\n")
    let program = try Fixtures.program(
      "facts: { n: number }\ndecisions:\n  t:\n    table:\n      hit: first\n      inputs: [n]\n      rules:\n\(rows)\n"
    )
    let outcome = program.decide(try Facts("n: 1999", for: program), on: try #require(CalendarDate("2026-01-15")))
    #expect(outcome.text("t") == "1999")
  }

  @Test func criteriaNestedAsDeepAsTheyCanBe() throws {
    let depth = 25
    let open = (0..<depth).map { "{ all: { c\($0): " }.joined()
    let body =
      "facts: { a: boolean }\ndecisions: { x: { criteria: \(open)a\(String(repeating: " } }", count: depth)) } }"
    let outcome = try Fixtures.decide(body, "a: false")
    #expect(outcome.text("x") == "false")
    #expect(outcome.explanation.unmet.compactMap(\.name) == ["c\(depth - 1)"])
  }

  @Test(arguments: [
    ("a: \(String(repeating: "(", count: 5_000))", "too-deep"),
    ("a: \(String(repeating: "1+", count: 5_000))1", "too-deep"),
    ("a: '\(String(repeating: "if true then 1 else ", count: 2_000))1'", "too-deep"),
  ])
  func expressionsBeyondTheBounds(decision: String, code: String) {
    #expect(codes("decisions:\n  \(decision)\n") == [code])
  }

  @Test(arguments: [
    ("count(for i in 1..2000000000 return i)", "limit-items"),
    ("count(for i in 1..5000, j in 1..5000 return 1)", "limit-items"),
    ("some i in [1..100000], j in [1..100000] satisfies i + j < 0", "limit-steps"),
    ("10 ** 6144 * 10", "number-too-large"),
  ])
  func expressionsThatCostTooMuch(expression: String, code: String) throws {
    let outcome = try Fixtures.decide("decisions: { a: '\(expression)' }", "{}")
    #expect(outcome.status == .failed)
    #expect(outcome.diagnostics.map(\.code) == [code])
    #expect(outcome.diagnostics[0].location?.start.line == 4)
  }
}
