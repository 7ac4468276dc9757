import TestSupport
import Testing

@testable import Huimin

/// Decision tables whose rows stand in a file beside the policy.
@Suite("Rows of tables in files")
struct TableFileTests {
  private static let policy = """
    policy: test.policy
    title: Test
    in force: 2020-01-01..
    sources: { notice: { title: Notice } }
    readings: { bands: Both ends count. }
    facts: { age: years, dibao: boolean }
    decisions:
      subsidy: { cite: notice, table: { hit: first, inputs: [dibao, age], rules: rows.csv } }
    """

  private func library(_ rows: String, policy: String = Self.policy) throws -> (TemporaryFolder, PolicyLibrary) {
    let folder = TemporaryFolder()
    try folder.write(policy, to: "policy.yaml")
    try folder.write(rows, to: "rows.csv")
    return (folder, PolicyLibrary(loading: ["\(folder.path)/policy.yaml"]))
  }

  private func decide(_ rows: String, _ record: String, policy: String = Self.policy) throws -> Outcome {
    let (_, library) = try library(rows, policy: policy)
    #expect(library.diagnostics.map(\.message[.en]) == [])
    let day = try #require(CalendarDate("2026-01-15"))
    let program = try library.program("test.policy", on: day)
    return program.decide(try Facts(record, for: program), on: day)
  }

  private static let rows = """
    id,dibao,age,subsidy,label,because,cite,reading
    A,true,>= 60,5,class A,"{age}, with dibao",notice 2,bands
    B,-,"[60..80)",2,,,,
    none,-,-,0,,,,
    """

  @Test(
    "rows are read with their reasons",
    arguments: [
      ("{ age: 61, dibao: true }", "5"), ("{ age: 61, dibao: false }", "2"), ("{ age: 59, dibao: true }", "0"),
    ])
  func decides(record: String, expected: String) throws {
    #expect(try decide(Self.rows, record).text("subsidy") == expected)
  }

  @Test(
    "line ends, byte order marks, quotes and blank lines of other programs are understood",
    arguments: [
      rows.replacing("\n", with: "\r\n"), "\u{FEFF}" + rows + "\n\n", rows.replacing("B,-", with: "\"B\",\"-\""),
      rows.replacing("id,dibao", with: "编号, dibao").replacing("because,cite", with: "理由,依据"),
    ])
  func isTolerant(rows: String) throws {
    #expect(try decide(rows, "{ age: 61, dibao: true }").text("subsidy") == "5")
  }

  @Test func tellsTheRow() throws {
    let page = TextReport(try decide(Self.rows, "{ age: 61, dibao: true }"), language: .en).text
    #expect(page.contains("subsidy: 5. 61, with dibao [1 art. 2]"))
    let other = Self.rows.replacing("class A,\"{age}, with dibao\"", with: "class A,")
    #expect(TextReport(try decide(other, "{ age: 61, dibao: true }"), language: .en).text.contains("row class A"))
    #expect(page.contains("Both ends count."))
  }

  @Test("the hash of the policy changes with its table")
  func isPartOfTheHash() throws {
    let one = try library(Self.rows).1.programs[0].policy.contentHash
    let other = try library(Self.rows.replacing(",2,", with: ",3,")).1.programs[0].policy.contentHash
    #expect(one != other)
  }

  /// Each a file of rows with a mistake, the code, and the line and column in the file.
  @Test(arguments: [
    ("id,dibao,age,subsidy\nA,true,>= sixty,5", "unknown-name", "rows.csv:2:11"),
    ("id,dibao,age,subsidy\nA,true,\">= \"\"x\"\"\",5", "never-comparable", "rows.csv:2"),
    ("id,dibao,age,subsidy\nA,true,,5", "empty-value", "rows.csv:2:8"),
    ("id,dibao,age,subsidy\nA,true,5", "row-width", "rows.csv:2:1"),
    ("id,dibao,age,subsidy\nA,-,-,5\nA,-,-,0", "duplicate-key", "rows.csv:3:1"),
    ("id,age,dibao,subsidy\nA,-,-,5", "table-columns", "rows.csv:1:4"),
    ("name,dibao,age,subsidy\nA,-,-,5", "table-columns", "rows.csv:1:1"),
    ("id,dibao\nA,-", "table-columns", "rows.csv:1:4"),
    ("id,dibao,age,subsidy,becuase\nA,-,-,5,x", "table-columns", "rows.csv:1:22"),
    ("id,dibao,age,subsidy\nA,\"-,-,5", "csv-syntax", "rows.csv:2:3"),
    ("id,dibao,age,subsidy\nA,\"-\"x,-,5", "csv-syntax", "rows.csv:2:6"),
    ("id,dibao,age,subsidy\nA,a\"b,-,5", "csv-syntax", "rows.csv:2:4"),
    ("id,dibao,age,subsidy", "empty-value", "policy.yaml"),
    ("", "empty-document", "policy.yaml"),
  ])
  func saysWhereTheMistakeIs(rows: String, code: String, place: String) throws {
    let (_, library) = try library(rows)
    let errors = library.diagnostics.filter { $0.severity == .error }
    #expect(errors.map(\.code) == [code])
    let found = errors.first?.location.map { "\($0.file):\($0.start.line):\($0.start.column)" } ?? ""
    #expect(found.contains("/\(place)"), "\(found)")
  }

  @Test(arguments: ["none.csv", "../rows.csv", "/etc/rows.csv", "rows.xlsx"])
  func refusesOtherFiles(name: String) throws {
    let (_, library) = try library(Self.rows, policy: Self.policy.replacing("rows.csv", with: name))
    #expect(library.diagnostics.first { $0.severity == .error }?.location?.file.hasSuffix("policy.yaml") == true)
    #expect(["bad-table-file", "file-not-found"].contains(library.diagnostics.first?.code))
  }

  @Test("outputs may have types and labels")
  func outputsWithLabels() throws {
    let body = """
      facts: { age: years }
      decisions:
        service:
          table:
            hit: first
            inputs: [age]
            outputs: { visits: { type: integer, label: { zh: 次数, en: visits } }, how: { members: { home: 上门, shop: 到店 }, label: 方式 } }
            rules: { old: [">= 80", 4, home], others: [-, 2, shop] }
        at home: service.how = home
      """
    let outcome = try Fixtures.decide(body, "age: 81")
    #expect(outcome.text("at home") == "true")
    #expect(TextReport(outcome, language: .zh).text.contains("service：次数4，方式上门"))
    let wrong = body.replacing("4, home", with: "4, hoem")
    #expect(try Fixtures.compile(wrong).diagnostics.map(\.code).contains("not-a-member"))
  }

  @Test("random texts are read or refused, with a place")
  func random() throws {
    var random = SplitMix64(seed: RandomTesting.seed)
    let tokens = ["id", ",", "\"", "\n", "\r\n", "dibao", "age", "-", ">= 60", "\"\"", "年龄", " ", "5", "\u{FEFF}"]
    for number in 0..<RandomTesting.cases(default: 2000) {
      let text = (0..<Int.random(in: 1...30, using: &random)).map { _ in tokens.randomElement(using: &random) ?? "" }
        .joined()
      do {
        let document = try Document.csv(Array(text.utf8), file: "rows.csv")
        guard case .sequence = document.root.kind else { return #expect(Bool(false)) }
      } catch {
        let problems = error.diagnostics
        #expect(problems.count == 1 && problems[0].location != nil, "seed \(RandomTesting.seed), case \(number)")
      }
    }
  }
}
