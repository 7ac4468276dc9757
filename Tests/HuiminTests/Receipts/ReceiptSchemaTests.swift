import TestSupport
import Testing

@testable import Huimin

/// `Grammar/receipt.schema.json` is what other programs read receipts by: nothing that is written may stand outside it.
@Suite("The JSON Schema of receipts")
struct ReceiptSchemaTests {
  static let golden = SourceFile.files(below: "\(Checkout.tests)/HuiminTests/Explained", endingIn: [".json"])

  static func problems(in receipt: String) throws -> [String] {
    try SchemaTests.schema("receipt").problems(
      in: Document.read(Array(receipt.utf8), file: "receipt.json", format: .json))
  }

  @Test("every receipt that is kept as an example is valid", arguments: golden)
  func goldenReceipts(_ path: String) throws {
    // The hashes are left out of the examples, for they change with every edit of a policy.
    let text = String(decoding: try SourceFile.read(path), as: UTF8.self)
      .replacing("\"…\"", with: "\"\(String(repeating: "0", count: 64))\"")
    #expect(try Self.problems(in: text) == [])
  }

  @Test("receipts of random records are valid", arguments: ShippedPoliciesTests.library.programs.map(\.policy.id))
  func randomReceipts(_ id: String) throws {
    for (outcome, _) in RandomOutcomes.of(id, count: RandomTesting.cases(default: 4)) {
      let problems = try Self.problems(in: Receipt(outcome).text)
      #expect(problems == [], "seed \(RandomTesting.seed)")
    }
  }

  @Test("a receipt of a decision that failed is valid")
  func failed() throws {
    let outcome = try Fixtures.decide("facts: { a: number }\ndecisions: { x: 1 / a }", "a: 0")
    #expect(outcome.status == .failed)
    #expect(try Self.problems(in: Receipt(outcome).text) == ["/policy/sha256: `` does not match"])
  }

  @Test(
    "what is no receipt of this form is invalid",
    arguments: [
      ("\"receipt\": \"1\"", "\"receipt\": \"2\""), ("\"status\": \"decided\"", "\"status\": \"refused\""),
      ("\"kind\": \"decision\"", "\"kind\": \"decree\""), ("\"date\": \"2026-03-10\"", "\"day\": \"2026-03-10\""),
    ])
  func isInvalid(_ text: String, _ other: String) throws {
    let path = try #require(Self.golden.first { $0.contains("小安") })
    let receipt = String(decoding: try SourceFile.read(path), as: UTF8.self)
    #expect(receipt.contains(text))
    #expect(try Self.problems(in: receipt).count < Self.problems(in: receipt.replacing(text, with: other)).count)
  }
}
