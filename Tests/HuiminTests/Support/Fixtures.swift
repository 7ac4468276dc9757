import Testing

@testable import Huimin

/// Policies written in the tests themselves.
enum Fixtures {
  /// A policy that decides; its text stands below the usual head.
  static func program(
    _ body: String, inForce: String = "2020-01-01..", sourceLocation: SourceLocation = #_sourceLocation
  ) throws -> Program {
    let (program, diagnostics) = try compile(body, inForce: inForce)
    let errors = diagnostics.filter { $0.severity == .error }.map(\.message[.en])
    return try #require(program, "\(errors)", sourceLocation: sourceLocation)
  }

  /// A policy with what is wrong in it.
  static func compile(_ body: String, inForce: String = "2020-01-01..") throws -> (
    program: Program?, diagnostics: [Diagnostic]
  ) {
    let text = "policy: test.policy\ntitle: Test\nin force: \(inForce)\n" + body
    let document = try Document.read(Array(text.utf8), file: "test.yaml")
    var reader = Reader(document, as: .policy)
    let read = reader.policy(contentHash: "")
    let policy = try #require(read)
    guard reader.diagnostics.isEmpty else { return (nil, reader.diagnostics) }
    return Compiler.compile(policy, above: [])
  }

  /// The outcome of a policy for a record, on 15 January 2026.
  static func decide(
    _ body: String, _ record: String, on day: String = "2026-01-15", inForce: String = "2020-01-01.."
  ) throws -> Outcome {
    let program = try program(body, inForce: inForce)
    return program.decide(try Facts(record, for: program), on: try #require(CalendarDate(day)))
  }
}

extension Outcome {
  /// The value of a decision as text, for short expectations.
  func text(_ decision: String) -> String { self[decision]?.displayText ?? "no such decision" }
}
