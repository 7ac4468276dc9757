import Diagnostics
import FEEL
import PolicySource

/// One example that a policy must decide as written: a record, a day, and what is expected of the outcome.
public struct PolicyTest: Sendable {
  public let name: String
  public let location: Location
  let day: CalendarDate
  let facts: Node?
  let sharedFacts: Node?
  let expectations: [Expectation]
  /// The language of the file's keys, in which messages name words of the language.
  let language: Language

  /// Something that must hold of the outcome.
  enum Expectation: Sendable {
    /// A decision comes to this; of a context only the entries written are compared.
    case value(decision: String, Node)
    case status(Outcome.Status, Node)
    /// These facts, no others, are still to be known.
    case open([Named], Node)
    /// These criteria, no others, stand in the way.
    case unmet([Named], Node)
    /// The rules cannot be applied, for this cause.
    case fails(code: Named)
  }
}

/// A file of tests beside a policy.
public struct PolicyTestFile: Sendable {
  /// The policy tested.
  public let policy: String
  public let tests: [PolicyTest]
  let policyLocation: Location

  /// Reads a test document.
  /// - Throws: ``Unreadable`` with every problem of the document.
  public init(_ document: Document) throws(Unreadable) {
    var reader = TestReader(document)
    guard let file = reader.file(), reader.diagnostics.isEmpty else { throw Unreadable(reader.diagnostics) }
    self = file
  }

  init(policy: String, tests: [PolicyTest], policyLocation: Location) {
    self.policy = policy
    self.tests = tests
    self.policyLocation = policyLocation
  }

  /// The same file with some of its tests.
  public func filtered(_ isWanted: (PolicyTest) -> Bool) -> PolicyTestFile {
    PolicyTestFile(policy: policy, tests: tests.filter(isWanted), policyLocation: policyLocation)
  }
}

/// How a test went.
public struct PolicyTestResult: Sendable {
  public let test: PolicyTest
  /// What differs from what was expected, each at its place in the test file; empty for a test that passes.
  public var differences: [Diagnostic] { found.map(\.diagnostic) }
  /// What was decided; nothing where the record of the test could not be read.
  public let outcome: Outcome?
  let found: [Difference]

  public var passed: Bool { found.isEmpty }

  /// Something that differs from what was expected, and what would make the test expect it.
  struct Difference: Sendable {
    let diagnostic: Diagnostic
    let mend: Mend
  }

  /// What to write in a test file in the place of what it expects.
  enum Mend: Sendable {
    case value(Value, at: Node)
    case names([String], at: Node)
    case word(String, at: Node)
    /// Nothing, for this reason.
    case none(Wording)
  }
}
