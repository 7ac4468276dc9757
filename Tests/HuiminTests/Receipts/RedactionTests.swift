import TestSupport
import Testing

@testable import Huimin

@Suite("Facts withheld from receipts")
struct RedactionTests {
  private static let salt = Salt(String(repeating: "0123456789abcdef", count: 4))

  private static func recorded(_ text: String) throws(Unreadable) -> RecordedReceipt {
    try RecordedReceipt(Array(text.utf8), file: "receipt.json")
  }

  @Test(
    "of any fact of the shipped policies: the digest still fits, and the value is nowhere",
    arguments: ShippedPoliciesTests.library.programs.map(\.policy.id))
  func ofAnyFact(_ id: String) throws {
    for (position, (outcome, _)) in RandomOutcomes.of(id, count: RandomTesting.cases(default: 1)).enumerated() {
      let receipt = Receipt(outcome, salt: position % 2 == 0 ? Self.salt : nil)
      let whole = try Self.recorded(receipt.text)
      #expect(whole.fitsDigest && whole.withheld == [])
      for (name, value) in outcome.facts {
        let redaction = try Redaction(of: whole, withholding: [name])
        let again = try Self.recorded(redaction.text)
        #expect(again.fitsDigest, "\(name)")
        #expect(again.digest == whole.digest)
        #expect(again.withheld.contains(name))
        let left = Self.tellings(of: value, name, in: outcome.program).filter { again.personalText.contains($0) }
        #expect(left == [], "\(id) \(name) seed \(RandomTesting.seed)")
        if name == outcome.facts.last?.name {
          #expect(try ReceiptSchemaTests.problems(in: redaction.text) == [], "\(name)")
        }
        let replay = try Replay(again, by: ShippedPoliciesTests.library)
        #expect(replay.verdict == .confirmed, "\(id) \(name) \(replay.difference?.path.description ?? "")")
      }
    }
  }

  /// How a value is told: by itself where it can hardly be another's, otherwise behind what people call the fact.
  private static func tellings(of value: Value, _ name: String, in program: Program) -> [String] {
    guard let fact = program.fact(named: name) else { return [] }
    let text = ValueFormat.text(of: value, type: fact.type.feelType(named: name))
    let label = fact.label
    var found = [
      "\(label[.zh])：\(text[.zh])\"", "\(label[.zh])（\(text[.zh])）", "\"\(label[.en]): \(text[.en])\"",
      "\(label[.en]) (\(text[.en]))",
    ]
    switch value {
    case .number(let number) where number.reduced.coefficient > 9_999:
      found += ["（\(text[.zh])）", "\(text[.en]) "]
    case .date: found += [text[.zh], "\"\(text[.en])\""]
    default: break
    }
    return found
  }

  @Test(
    "any change of what is still there is noticed",
    arguments: ShippedPoliciesTests.library.programs.map(\.policy.id))
  func noticesChanges(_ id: String) throws {
    var random = SplitMix64(seed: RandomTesting.seed)
    for (outcome, _) in RandomOutcomes.of(id, count: 1) {
      let receipt = try Self.recorded(Receipt(outcome, salt: Self.salt).text)
      let names = outcome.facts.prefix(1).map(\.name)
      let redacted = try Redaction(of: receipt, withholding: names)
      let bytes = Array(redacted.text.utf8)
      for _ in 0..<RandomTesting.cases(default: 12) {
        var changed = bytes
        let position = Int.random(in: changed.indices, using: &random)
        changed[position] = UInt8.random(in: 1...255, using: &random)
        guard changed != bytes else { continue }
        // Blanks between the parts say nothing.
        guard let again = try? RecordedReceipt(changed, file: "receipt.json"),
          JSONDifference.first(between: redacted.json, and: again.json) != nil
        else { continue }
        #expect(!again.fitsDigest, "byte \(position) seed \(RandomTesting.seed)")
      }
    }
  }

  @Test("a program written by the guide alone comes to the same", arguments: [true, false])
  func anotherProgram(isSalted: Bool) throws {
    let text = try Self.redacted(["income"], isSalted: isSalted).text
    let folder = TemporaryFolder()
    try folder.write(text, to: "receipt.json")
    try folder.write(text.replacing("\"age\": 70", with: "\"age\": 71"), to: "altered.json")
    let program = "\(Checkout.tests)/HuiminTests/Receipts/verify-receipt.py"
    guard let fits = PythonProgram.run(program, "\(folder.path)/receipt.json") else { return }
    #expect(fits.hasPrefix("fits "))
    #expect(PythonProgram.run(program, "\(folder.path)/altered.json")?.hasPrefix("does not fit ") == true)
  }

  // MARK: What stays and what goes

  private static let policy = """
    policy: test.redaction
    title: Test
    in force: 2026-01-01..
    facts: { age: years, income: money, name: { type: text, label: { zh: 姓名 } }, resident: boolean }
    decisions:
      poor: income < 2000
      x:
        type: money
        cases:
          - { when: not(resident), then: 0 }
          - { when: poor, then: 5, because: "{name}: {income}" }
          - { otherwise: 3 }
      eligible: { criteria: { all: { old: { require: age >= 65 }, needy: { require: poor } } } }
    outcome: [x, eligible]
    """
  private static let record = "{ age: 70, income: 1850.50, name: 王小明, resident: true }"

  private static func receipt(_ record: String = record, isSalted: Bool = true) throws -> RecordedReceipt {
    let library = PolicyLibrary(reading: policy, file: "policy.yaml")
    let program = try #require(library.programs.first, "\(library.diagnostics.map(\.message[.en]))")
    let day = try #require(CalendarDate("2026-01-15"))
    return try recorded(
      Receipt(program.decide(try Facts(record, for: program), on: day), salt: isSalted ? salt : nil).text)
  }

  private static func redacted(_ names: [String], isSalted: Bool = true) throws -> Redaction {
    try Redaction(of: receipt(isSalted: isSalted), withholding: names)
  }

  @Test("what rests on other facts can still be read")
  func whatStays() throws {
    let text = try Self.redacted(["income"]).text
    #expect(!text.contains("1850"))
    #expect(text.contains("age (70) is at least 65"))
    #expect(text.contains("\"resident\": true"))
    #expect(text.contains("\"amount\": 5.00"))
  }

  @Test("a fact that only a text names is withheld with the text")
  func inATextAlone() throws {
    let text = try Self.redacted(["name"]).text
    #expect(!text.contains("王小明"))
    #expect(text.contains("income (1850.50 yuan) is under 2000.00 yuan"))
  }

  @Test("the salts of what is withheld are dropped with it")
  func saltsAreDropped() throws {
    let redaction = try Self.redacted(["income"])
    let salts = try #require(redaction.json["digest"]?["salts"])
    guard case .object(let entries) = salts else { return }
    let pointers = entries.map(\.0)
    #expect(pointers.contains("/facts/age") && pointers.contains("/policy"))
    #expect(!pointers.contains { $0 == "" || $0 == "/facts" || $0.hasPrefix("/facts/income") })
  }

  @Test("one fact after another comes to the same as both at once", arguments: [true, false])
  func oneAfterAnother(isSalted: Bool) throws {
    let first = try Redaction(of: Self.receipt(isSalted: isSalted), withholding: ["income"])
    let second = try Redaction(of: Self.recorded(first.text), withholding: ["name"])
    let both = try Self.redacted(["name", "income"], isSalted: isSalted)
    #expect(second.text == both.text)
    #expect(try Redaction(of: Self.recorded(both.text), withholding: ["income"]).text == both.text)
  }

  @Test("identical input gives identical bytes; another salt another digest")
  func bytes() throws {
    #expect(try Self.receipt(isSalted: false).json.pretty == Self.receipt(isSalted: false).json.pretty)
    #expect(try Self.receipt(isSalted: false).digest != Self.receipt().digest)
    var generator = SystemRandomNumberGenerator()
    #expect(Salt(from: &generator) != Salt(from: &generator))
    for text in ["", "00", String(repeating: "A", count: 64), String(repeating: "0", count: 63) + "g"] {
      #expect(Salt(text) == nil)
    }
  }

  @Test("what could be guessed is said of a receipt without a salt")
  func guessable() throws {
    #expect(try Self.redacted(["age"], isSalted: false).warnings.map(\.code) == ["guessable-fact"])
    #expect(try Self.redacted(["age"]).warnings.isEmpty)
  }

  @Test("a fact that the receipt does not give, and a receipt that was altered, are refused")
  func refuses() throws {
    func codes(_ receipt: RecordedReceipt, _ name: String) -> [String] {
      do throws(Unreadable) {
        _ = try Redaction(of: receipt, withholding: [name])
        return []
      } catch {
        return error.diagnostics.map(\.code)
      }
    }
    #expect(codes(try Self.receipt(), "incme") == ["unknown-fact"])
    let altered = try Self.recorded(Self.receipt().json.pretty.replacing("\"age\": 70", with: "\"age\": 71"))
    #expect(codes(altered, "income") == ["digest-mismatch"])
  }

  @Test("the outcome is confirmed where it is forced without what is withheld")
  func forcedWithout() throws {
    let library = PolicyLibrary(reading: Self.policy, file: "policy.yaml")
    let record = "{ age: 70, income: 1850.50, name: 王小明, resident: false }"
    let redaction = try Redaction(of: Self.receipt(record), withholding: ["income"])
    let replay = try Replay(Self.recorded(redaction.text), by: library)
    #expect(replay.verdict == .confirmed)
    #expect(replay.settled == ["x"] && replay.resting == ["eligible"])
    let page = ReplayReport(replay, language: .en).text
    #expect(page.contains("Follows from the other facts alone\n  ✓ x\n"))
    #expect(page.contains("the digest alone vouches for it\n  · eligible\n"))
    // A digest made anew does not help who alters what follows from the other facts.
    let forged = redaction.json.changing(JSONPath("outcome", "x", "amount")) { _ in .number("5.00") }
    let salts = try Self.recorded(redaction.text).salts
    guard case .object(let entries) = forged.withoutDigest else { return }
    let made = JSON.object(entries + [("digest", ReceiptDigest(of: forged, salts: salts).json)])
    let again = try Replay(Self.recorded(made.pretty), by: library)
    #expect(again.fitsDigest && again.verdict == .differs)
    #expect(again.difference?.path.description == "outcome.x.amount")
  }
}

extension RecordedReceipt {
  /// What is said of the applicant, as text.
  fileprivate var personalText: String {
    guard case .object(let entries) = json else { return "" }
    let impersonal = ["policy", "buildsOn", "date", "sources", "readings", "review", "digest"]
    return JSON.object(entries.filter { !impersonal.contains($0.0) }).pretty
  }
}
