import TestSupport
import Testing

@testable import Huimin

@Suite("Receipts decided again")
struct ReplayTests {
  private static let policy = """
    policy: test.replay
    title: Test
    in force: 2026-01-01..
    facts: { age: years, income: money, judged: { type: boolean, judgement: { by: [panel] } } }
    decisions:
      x: { type: money, cases: [{ when: age < 65 or not(judged), then: 0 }, { when: income < 2000, then: 5 }, { otherwise: 3 }] }
    """
  private static let record = "{ age: 70, income: 1850.50, judged: { value: true, by: panel, on: 2026-01-02 } }"

  private static func library(_ text: String = policy) -> PolicyLibrary {
    PolicyLibrary(reading: text, file: "policy.yaml")
  }

  private static func receipt(_ record: String = record, by text: String = policy) throws -> Receipt {
    let program = try #require(library(text).programs.first)
    let day = try #require(CalendarDate("2026-01-15"))
    return Receipt(program.decide(try Facts(record, for: program), on: day))
  }

  private static func replay(_ text: String, by library: PolicyLibrary = library()) throws -> Replay {
    try Replay(RecordedReceipt(Array(text.utf8), file: "receipt.json"), by: library)
  }

  @Test(
    "of random records of the shipped policies, all come about again, word for word",
    arguments: ShippedPoliciesTests.library.programs.map(\.policy.id))
  func comeAboutAgain(_ id: String) throws {
    let outcomes = RandomOutcomes.of(id, count: RandomTesting.cases(default: 4)).map(\.outcome)
    #expect(!outcomes.isEmpty)
    for outcome in outcomes {
      let replay = try Self.replay(Receipt(outcome).text, by: ShippedPoliciesTests.library)
      let isReproduced = replay.verdict == .reproduced
      #expect(isReproduced, "\(replay.difference?.path.description ?? "") seed \(RandomTesting.seed)")
      #expect(replay.isSameOutcome && !replay.isAltered)
      if let now = replay.now { #expect(now.pretty + "\n" == Receipt(outcome).text) }
    }
  }

  @Test("a change of any value in a receipt is noticed")
  func noticesEveryChange() throws {
    let receipt = try Self.receipt().json
    let places = receipt.leaves
    #expect(places.count > 30)
    for path in places {
      let changed = receipt.changing(path) { $0.isText("x") ? .string("y") : .string("x") }
      do {
        let replay = try Self.replay(changed.pretty)
        #expect(replay.verdict == .differs, "\(path)")
      } catch is Unreadable {
      } catch is Diagnostic {}
    }
  }

  @Test("the file of the policy explains most differences, and is told first")
  func aChangedFile() throws {
    let other = Self.policy.replacing("then: 5", with: "then: 6")
    let replay = try Self.replay(Self.receipt().text, by: Self.library(other))
    guard case .policyFile("test.replay", _, _)? = replay.changes.first else {
      return #expect(Bool(false), "\(replay.changes)")
    }
    #expect(replay.changes.count == 1)
    #expect(replay.verdict == .differs && !replay.isSameOutcome && !replay.isAltered)
    #expect(replay.difference?.path.description == "outcome.x.amount")
    #expect(replay.difference?.first?.compact == "5.00" && replay.difference?.second?.compact == "6.00")
  }

  @Test("a comment more changes the file, and not the outcome")
  func aCommentMore() throws {
    let replay = try Self.replay(Self.receipt().text, by: Self.library(Self.policy + "\n# reviewed"))
    #expect(replay.verdict == .differs && replay.isSameOutcome && replay.difference == nil)
    #expect(ReplayReport(replay, language: .en).text.contains("The outcome is still the same"))
  }

  @Test("a version of engine or language is told too")
  func otherVersions() throws {
    let text = try Self.receipt().text.replacing("\"version\": \"\(Engine.version)\"", with: "\"version\": \"0.0.1\"")
      .replacing("\"policyLanguage\": \"\(Engine.languageVersion)\"", with: "\"policyLanguage\": \"0.0\"")
    let replay = try Self.replay(text)
    #expect(
      replay.changes == [
        .engine(recorded: "0.0.1", now: Engine.version),
        .policyLanguage(recorded: "0.0", now: Engine.languageVersion),
      ])
    #expect(replay.difference == nil && replay.isSameOutcome)
  }

  @Test("facts that the policy no longer knows are named")
  func factsNoLongerKnown() throws {
    let other = Self.policy.replacing("income", with: "earnings")
    let replay = try Self.replay(Self.receipt().text, by: Self.library(other))
    #expect(replay.problems.map(\.code) == ["unknown-fact"])
    #expect(replay.now == nil && replay.verdict == .differs && !replay.changes.isEmpty)
    let page = ReplayReport(replay, language: .zh).text
    #expect(page.contains("无法再次判定"))
    #expect(page.contains("没有事实 `income`"))
  }

  @Test("a policy that is not in force on the day any more gives another outcome")
  func notInForce() throws {
    let other = Self.policy.replacing("2026-01-01..", with: "2026-02-01..")
    let replay = try Self.replay(Self.receipt().text, by: Self.library(other))
    #expect(!replay.isSameOutcome)
    #expect(replay.now?["diagnostics"] != nil)
  }

  @Test("the very files that the receipt names are taken where two versions of one id are there")
  func theFilesOfTheReceipt() throws {
    let folder = TemporaryFolder()
    try folder.write(Self.policy.replacing("2026-01-01..", with: "2026-01-01..2026-01-31"), to: "old.yaml")
    try folder.write(Self.policy.replacing("2026-01-01..", with: "2026-02-01.."), to: "new.yaml")
    let library = PolicyLibrary(loading: [folder.path])
    let day = try #require(CalendarDate("2026-01-15"))
    let program = try library.program("test.replay", on: day)
    let receipt = Receipt(program.decide(try Facts(Self.record, for: program), on: day))
    #expect(try Self.replay(receipt.text, by: library).verdict == .reproduced)
  }

  @Test("a policy that is not there, or stands in error, is told")
  func noSuchPolicy() throws {
    let text = try Self.receipt().text
    #expect(throws: Diagnostic.self) {
      try Self.replay(text, by: Self.library(Self.policy.replacing("test.replay", with: "test.other")))
    }
    #expect(throws: Diagnostic.self) {
      try Self.replay(text, by: Self.library(Self.policy.replacing("age < 65", with: "aeg < 65")))
    }
  }

  static let unreadable: [(name: String, text: String, code: String)] = [
    ("nothing", "", "not-a-receipt"), ("a list", "[]", "not-a-receipt"), ("a record", "{\"age\": 3}", "not-a-receipt"),
    ("a newer form", "{\"receipt\": \"2\"}", "receipt-form"),
    ("a form of another kind", "{\"receipt\": {}}", "receipt-form"),
    ("nothing but the form", "{\"receipt\": \"1\"}", "not-a-receipt"),
    ("a record in YAML", "# record.yaml\nage: 3", "not-a-receipt"),
    ("a comma too many", "{\"receipt\": \"1\",}", "json-syntax"),
  ]

  @Test("what is no receipt is refused", arguments: unreadable)
  func refuses(_ example: (name: String, text: String, code: String)) {
    #expect(Self.codes(example.text) == [example.code])
  }

  @Test("a receipt that was cut off anywhere is refused")
  func refusesWhatIsCutOff() throws {
    let text = Array(try Self.receipt().text.utf8)
    for length in stride(from: 0, to: text.count - 2, by: 37) {
      #expect(!Self.codes(String(decoding: text[..<length], as: UTF8.self)).isEmpty)
    }
  }

  @Test(
    "a receipt without what is needed to decide again is refused",
    arguments: ["engine", "policyLanguage", "policy", "date", "facts", "outcome"])
  func refusesWithout(_ key: String) throws {
    guard case .object(let entries) = try Self.receipt().json else { return }
    for value in [nil, JSON.null, .array([])] {
      let others = entries.flatMap { $0.0 != key ? [$0] : value.map { [(key, $0)] } ?? [] }
      #expect(Self.codes(JSON.object(others).pretty) == ["not-a-receipt"], "\(key)")
    }
  }

  private static func codes(_ text: String) -> [String] {
    do throws(Unreadable) {
      _ = try RecordedReceipt(Array(text.utf8), file: "receipt.json")
      return []
    } catch {
      return error.diagnostics.map(\.code)
    }
  }

  @Test("a chain of decisions as deep as it is told reads back")
  func deepReasons() throws {
    var text = "policy: test.deep\ntitle: Deep\nin force: 2026-01-01..\nfacts: { a: boolean }\ndecisions:\n"
    for position in 0..<60 {
      let before = position == 0 ? "a" : "d\(position - 1)"
      text +=
        "  d\(position): { criteria: { all: { g: { any: { h: { all: { k: \(before) } } } } } } }\n"
    }
    let library = Self.library(text + "outcome: d59\n")
    let program = try #require(library.programs.first, "\(library.diagnostics.map(\.message[.en]))")
    let day = try #require(CalendarDate("2026-01-15"))
    let receipt = Receipt(program.decide(try Facts("a: true", for: program), on: day))
    #expect(try Self.replay(receipt.text, by: library).verdict == .reproduced)
  }

  @Test("the findings for programs", arguments: [true, false])
  func forPrograms(isChanged: Bool) throws {
    let other = isChanged ? Self.policy.replacing("then: 5", with: "then: 6") : Self.policy
    let replay = try Self.replay(Self.receipt().text, by: Self.library(other))
    let root = try Document.read(Array(replay.text.utf8), file: "replay.json").root
    #expect(root["verdict"]?.scalarText == (isChanged ? "differs" : "reproduced"))
    #expect(root["difference"]?["path"]?.scalarText == (isChanged ? "outcome.x.amount" : nil))
  }
}
