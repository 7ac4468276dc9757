import TestSupport
import Testing

@testable import Huimin

/// The quick reader and the careful one, which `decide` uses, read every record alike.
@Suite("Reading records of a batch")
struct RecordReaderTests {
  private static let body = """
    facts:
      age: { type: years, range: "[0..130]" }
      price: money
      number: integer
      ratio: percent
      weight: { type: number, unit: kg }
      born: date
      name: text
      级: [1级, 2级, 无]
      poor: boolean
      fit: { type: boolean, judgement: { by: [panel] } }
      paid: { type: money }
      meals: { type: list, of: { date: date, price: money } }
    decisions:
      waived: { value: paid > 3, override: { decided by: [director] } }
      all: age >= 60 and price > 1 and number > 1 and ratio > 0 and weight > 1 and born > @"2000-01-01" and name = "a" and 级 = 无 and poor and fit and count(meals) > 1
    """

  /// Pieces of records, right and wrong.
  private static let pieces = [
    "{", "}", "[", "]", ":", ",", "\"", "\\", "null", "true", "false", "是", "12", "-3", "1.50", "0.005", "1e2", "007",
    "+1", ".5", "5.",
    "\"age\"", "\"price\"", "\"级\"", "\"\\u7ea7\"", "\"1级\"", "\"2026-02-30\"", "\"2026-01-31\"", "\"born\"",
    "\"name\"", "\"10%\"",
    "99999999999999999999", "0.12345678901234567890123456789012345", "\u{7}", " ", "\t", "\r", "\\ud800", "\"x\"",
    "\"是\"", "{\"a\":1,\"b\":[]}",
    "\"meals\"", "[{\"date\":\"2026-01-01\",\"price\":1}]", "\"fit\"",
    "{\"value\":true,\"by\":\"panel\",\"on\":\"2026-01-01\"}",
  ]

  private static let values: [(name: String, texts: [String])] = [
    ("age", ["70", "0", "131", "-1", "70.0", "7e1", "\"70\"", "null", "70.5"]),
    ("price", ["1", "1.5", "12.50", "1.500", "0.001", "-2", "1E+3", "\"2\""]),
    ("number", ["3", "-3", "3.0", "3.5", "123456789012345678901"]), ("ratio", ["\"10%\"", "0.1", "1", "10"]),
    ("weight", ["1.25", "-0", "0.00", "1e-7", "true"]),
    ("born", ["\"2026-01-31\"", "\"2026-02-30\"", "\"2026-1-3\"", "2026"]),
    ("name", ["\"a\"", "\"\\n\"", "12", "\"甲\\\"\"", "[]", "true", "\"\""]),
    ("级", ["\"1级\"", "\"1\\u7ea7\"", "\"一级\"", "1"]),
    ("poor", ["true", "false", "\"是\"", "\"否\"", "\"true\"", "1"]),
    ("overrides", ["{\"waived\":{\"value\":true,\"by\":\"director\",\"on\":\"2026-01-01\"}}", "null", "{\"all\":1}"]),
    ("fit", ["{\"value\":true,\"by\":\"panel\",\"on\":\"2026-01-01\"}", "true"]),
    ("meals", ["[]", "[{\"date\":\"2026-01-01\",\"price\":1.5}]", "[1]"]),
    ("other", ["1", "{\"a\":[1,{}]}", "\"\\ud83d\\ude00\""]),
  ]

  private static func text(_ random: inout SplitMix64) -> String {
    if Int.random(in: 0..<4, using: &random) == 0 {
      return (0..<Int.random(in: 0..<12, using: &random)).map { _ in pieces.randomElement(using: &random) ?? "" }
        .joined()
    }
    let entries = values.filter { _ in Bool.random(using: &random) }.shuffled(using: &random).map { name, texts in
      "\"\(name)\":\(texts.randomElement(using: &random) ?? "")"
    }
    var text = "{\(entries.joined(separator: ","))}"
    if Int.random(in: 0..<4, using: &random) == 0, !text.isEmpty {
      let place = text.unicodeScalars.indices.randomElement(using: &random) ?? text.startIndex
      text.unicodeScalars.remove(at: place)
    }
    return text.replacing("\n", with: "")
  }

  @Test func lineByLineAsDecideReadsThem() throws {
    let program = try Fixtures.program(Self.body)
    var random = SplitMix64(seed: RandomTesting.seed)
    var cutter = BlockCutter(.ndjson)
    let plan = try BatchPlan([program], Batching.request(.ndjson), &cutter)
    var (read, refused) = (0, 0)
    for _ in 0..<RandomTesting.cases(default: 5_000) {
      let text = Self.text(&random)
      let bytes = Array(text.utf8)
      let block = RecordBlock(bytes: bytes, firstLine: 7, nextLine: 8, end: bytes.count, isTooLong: false)
      var reader = RecordReader(block, plan.layout)
      let careful = Result { try Self.careful(text, program) }
      switch reader.next() {
      case .end: #expect(text.allSatisfy { $0 == " " || $0 == "\t" || $0 == "\r" })
      case .record(let record):
        read += 1
        let wanted = try careful.get()
        #expect(record.facts.values.mapValues(\.feelText) == wanted.values.mapValues(\.feelText), "\(text)")
      case .refused(let diagnostics, let line, _):
        refused += 1
        #expect(line == 7 && !diagnostics.isEmpty)
        #expect(diagnostics.allSatisfy { $0.location?.start.line == 7 }, "\(text)")
        #expect(throws: Unreadable.self, "\(text)") { try careful.get() }
      }
    }
    #expect(read > 50 && refused > 50)
  }

  /// The record as `decide --facts` takes it; what the policy does not ask for is left out.
  private static func careful(_ text: String, _ program: Program) throws(Unreadable) -> Facts {
    let root = try Document.read(Array(text.utf8), file: "line.json", format: .json).root
    guard case .mapping(let pairs) = root.kind else { throw Unreadable([]) }
    let asked = pairs.filter { $0.key.scalarText.map { program.fact(named: $0) != nil || $0 == "overrides" } ?? false }
    return try Facts(root.with(.mapping(asked)), for: program)
  }

  @Test("cells as a record in YAML without quotes has them; only an empty one says nothing")
  func cellsOfATable() throws {
    let program = try Fixtures.program(Self.body)
    let table = """
      age,price,number,ratio,weight,born,name,级,poor,fit,meals
      70, 12.50 ,"3",10%,1.5,2026-01-31,null,1级,是,"{""value"": true, ""by"": ""panel"", ""on"": ""2026-01-01""}","[{""date"": ""2026-01-01"", ""price"": 2}]"
      ,,,,,,,,,,
      71,,,,,,~,,FALSE,,
      """
    var cutter = BlockCutter(.csv)
    cutter.add(Array(table.utf8))
    cutter.add([])
    let plan = try BatchPlan([program], Batching.request(.csv), &cutter)
    let next = cutter.next()
    var reader = RecordReader(try #require(next), plan.layout)
    guard case .record(let first) = reader.next(), case .record(let second) = reader.next() else {
      Issue.record("a row was refused")
      return
    }
    #expect(first.facts.values["price"]?.feelText == "12.50")
    #expect(first.facts.values["number"]?.feelText == "3")
    #expect(first.facts.values["ratio"]?.feelText == "0.10")
    #expect(first.facts.values["name"]?.feelText == "\"null\"")
    #expect(first.facts.values["fit"]?.feelText == "true")
    #expect(first.facts.judgements["fit"]?.by == "panel")
    #expect(first.facts.values["meals"]?.feelText == "[{date: @\"2026-01-01\", price: 2}]")
    #expect(second.line == 4)
    #expect(second.facts.values.keys.sorted() == ["age", "name", "poor"])
  }

  @Test(
    "says what is wrong with a cell, and where",
    arguments: [
      ("年,70\n八十,五\n", 3, 4, "fact-type"), ("x,70\n\"多\n行\",\"七十\"\n", 4, 5, "fact-type"),
      ("a,b,c\n", 2, 1, "csv-syntax"), ("a\"b,70\n", 2, 2, "csv-syntax"), ("甲,\"70\"x\n", 2, 7, "csv-syntax"),
      ("甲,-1\n", 2, 3, "fact-type"), ("甲,200\n", 2, 3, "fact-range"),
    ])
  func saysWhatIsWrong(rows: String, line: Int, column: Int, code: String) throws {
    let program = try Fixtures.program(
      "facts: { age: { type: years, range: \"[0..130]\" } }\ndecisions: { a: age > 1 }\n")
    let run = try Batching.run([program], Batching.request(.csv), Array(("name,age\n" + rows).utf8))
    let found = try #require(run.refused.first?.diagnostics.first)
    #expect(found.code == code)
    #expect(found.location?.start == Position(line: line, column: column))
  }
}
