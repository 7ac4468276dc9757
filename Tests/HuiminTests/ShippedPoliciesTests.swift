import TestSupport
import Testing

@testable import Huimin

/// The policies that ship with the project, as their users meet them.
@Suite("The shipped policies")
struct ShippedPoliciesTests {
  static let library = PolicyLibrary(loading: [Checkout.policies])
  static let testFiles = SourceFile.files(below: Checkout.policies, endingIn: [".test.yaml"])

  @Test("load without an error or a warning")
  func loadCleanly() {
    #expect(Self.library.diagnostics.map(\.message[.en]) == [])
    #expect(Self.library.programs.count >= 6)
  }

  @Test("decide every example in their test files as written", arguments: testFiles)
  func passTheirTests(_ path: String) throws {
    let file = try PolicyTestFile(Document.read(SourceFile.read(path), file: path))
    let results = try Self.library.run(file)
    #expect(!results.isEmpty)
    for result in results {
      let differences = result.differences.map(\.message[.en])
      #expect(differences == [], "\(result.test.name)")
    }
  }

  @Test("cite a source for every decision of their outcome, and for every criterion")
  func cite() {
    for program in Self.library.programs {
      for name in program.outcome {
        guard let checked = program.decision(named: name), checked.decision.citations.isEmpty else { continue }
        // Only the default of an open term stands without: nobody has laid it down yet.
        #expect(program.policy.openTerms.contains { $0.name == name }, "\(program.policy.id): \(name)")
      }
      for checked in program.decisions {
        guard case .criteria(let group) = checked.decision.form else { continue }
        for criterion in group.all { #expect(!criterion.citations.isEmpty, "\(program.policy.id): \(criterion.name)") }
      }
    }
  }

  @Test("speak both languages wherever they speak to a person")
  func speakBothLanguages() {
    for program in Self.library.programs {
      for fact in program.facts {
        #expect(fact.label.en != nil && fact.label.zh != nil, "\(fact.name)")
        #expect(fact.question?.en != nil && fact.question?.zh != nil, "\(fact.name) has no question in both languages")
      }
    }
  }

  /// Records whose outcomes are told in full in `Explained`.
  static let explained: [(name: String, policy: String, record: String, day: String)] = [
    ("diner-83", "cn.shanghai.putuo.meal-assistance", "meal-assistance/examples/diner-83.yaml", "2026-01-15"),
    ("bakers", "cn.social-organisation.direct-registration", "social-organisations/examples/bakers.yaml", "2026-01-15"),
    ("小安", "cn.anhui.adult-orphan-placement", "child-welfare/examples/小安.yaml", "2026-03-10"),
  ]

  @Test("explain their examples in both languages, and as a receipt", arguments: explained)
  func explain(_ example: (name: String, policy: String, record: String, day: String)) throws {
    let day = try #require(CalendarDate(example.day))
    let program = try Self.library.program(example.policy, on: day)
    let record = try Document.read(
      SourceFile.read("\(Checkout.policies)/\(example.record)"), file: example.record)
    let outcome = program.decide(try Facts(record, for: program), on: day)
    for language in Language.allCases {
      try Recorded.expect(
        TextReport(outcome, language: language).text,
        matches: "\(Checkout.tests)/HuiminTests/Explained/\(example.name).\(language.rawValue).txt")
    }
    // The hash changes with every edit of a policy; it is tested on its own.
    let receipt = Receipt(outcome).text.replacing(/"sha256": "[0-9a-f]{64}"/, with: "\"sha256\": \"…\"")
    try Recorded.expect(receipt, matches: "\(Checkout.tests)/HuiminTests/Explained/\(example.name).json")
  }

  @Test("ask nothing but what matters when nothing is known")
  func askWhenNothingIsKnown() throws {
    for program in Self.library.programs {
      let first = program.layers.compactMap(\.inForce.first).max()
      let day = first ?? CalendarDate(year: 2026, month: 1, day: 15)
      let outcome = program.decide(try Facts("{}", for: program), on: try #require(day))
      #expect(outcome.status == .undetermined, "\(program.policy.id)")
      #expect(!outcome.openFacts.isEmpty)
    }
  }
}
