import Glibc
import TestSupport
import Testing

@testable import Huimin

/// The meal subsidy for a small register whose answers were worked out by hand.
@Suite("A batch of the meal subsidy")
struct BatchAnswersTests {
  static let select = [
    "id", "eligible", "category", "per_capita", "gov", "market", "family", "sub_meals", "month_gov", "month_market",
    "month_family",
  ]

  /// A record as a row of the table, and its answer as a line of JSON.
  static let register: [(row: String, answer: String)] = [
    (
      "a1,66,true,urban,false,false,0,false,10,12.55,6000.00,2,2024-07-01",
      #"{"id":"a1","eligible":true,"category":"60-69","per_capita":3000.00,"gov":1.00,"market":1.26,"family":10.29,"sub_meals":10,"month_gov":10.00,"month_market":12.60,"month_family":102.90}"#
    ),
    (
      "a2,59,true,rural,true,true,1,true,31,20.05,100.01,3,2023-01-01",
      #"{"id":"a2","eligible":false,"category":"无","per_capita":33.34,"gov":0.00,"market":0.00,"family":20.05,"sub_meals":0,"month_gov":0.00,"month_market":0.00,"month_family":621.55}"#
    ),
    (
      "a3,75,true,rural,false,false,0,true,31,3.05,9000.00,4,2024-06-30",
      #"{"id":"a3","eligible":true,"category":"70-79独居","per_capita":2250.00,"gov":2.74,"market":0.31,"family":0.00,"sub_meals":30,"month_gov":82.20,"month_market":9.61,"month_family":2.74}"#
    ),
    (
      "a4,80,true,rural,false,false,3,true,0,10.00,2460.02,2,2025-01-01",
      #"{"id":"a4","eligible":true,"category":"80+","per_capita":1230.01,"gov":3.50,"market":1.00,"family":5.50,"sub_meals":0,"month_gov":0.00,"month_market":0.00,"month_family":0.00}"#
    ),
    (
      "a5,80,true,urban,false,false,3,true,30,10.00,2460.01,2,2024-12-31",
      #"{"id":"a5","eligible":true,"category":"80+","per_capita":1230.01,"gov":3.00,"market":1.00,"family":6.00,"sub_meals":30,"month_gov":90.00,"month_market":30.00,"month_family":180.00}"#
    ),
    (
      "a6,60,true,urban,false,false,2,false,1,0.05,99999999.99,1,2023-12-31",
      #"{"id":"a6","eligible":true,"category":"失能","per_capita":99999999.99,"gov":0.04,"market":0.01,"family":0.00,"sub_meals":1,"month_gov":0.04,"month_market":0.01,"month_family":0.00}"#
    ),
    (
      "a7,61,true,rural,false,true,0,false,2,100.00,3300.00,3,2023-05-05",
      #"{"id":"a7","eligible":true,"category":"特困","per_capita":1100.00,"gov":6.30,"market":10.00,"family":83.70,"sub_meals":2,"month_gov":12.60,"month_market":20.00,"month_family":167.40}"#
    ),
    (
      "a8,61,false,urban,false,false,0,false,2,100.00,3300.00,3,2023-05-05",
      #"{"id":"a8","eligible":false,"category":"无","per_capita":1100.00,"gov":0.00,"market":0.00,"family":100.00,"sub_meals":0,"month_gov":0.00,"month_market":0.00,"month_family":200.00}"#
    ),
  ]

  static let header = [
    "id", "age", "resident", "hukou", "low_income", "extreme_poverty", "disability_level", "living_alone", "meals",
    "meal_price", "household_income", "household_size", "date",
  ]

  static var table: String { ([header.joined(separator: ",")] + register.map(\.row)).joined(separator: "\n") + "\n" }

  static var lines: String {
    register.map { row, _ in
      let cells = row.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      let entries = zip(header, cells).map { name, cell in
        "\"\(name)\":" + (["id", "hukou", "date"].contains(name) ? "\"\(cell)\"" : cell)
      }
      return "{\(entries.joined(separator: ","))}\n"
    }.joined()
  }

  @Test(
    "gives the answers that were worked out by hand, from lines of JSON and from a table", arguments: BatchForm.allCases
  )
  func givesTheAnswers(from form: BatchForm) throws {
    let input = form == .csv ? Self.table : Self.lines
    let run = try Batching.run(
      [Batching.program("example.meal-subsidy")],
      Batching.request(form, .ndjson, select: Self.select, day: nil, dayField: "date"), Array(input.utf8))
    #expect(run.output == Self.register.map { $0.answer + "\n" }.joined())
    #expect(run.tally.decided == Self.register.count)
    #expect(run.refused.isEmpty)
  }

  @Test("writes the same answers as a table")
  func writesATable() throws {
    let run = try Batching.run(
      [Batching.program("example.meal-subsidy")],
      Batching.request(.ndjson, .csv, select: ["id", "per_capita", "shares", "category"], day: nil, dayField: "date"),
      Array(Self.lines.utf8))
    let rows = run.output.split(separator: "\n")
    #expect(rows[0] == "id,per_capita,shares.operator,shares.government,shares.diner,category")
    #expect(rows[2] == "a2,33.34,0.00,0.00,20.05,无")
    #expect(rows[3] == "a3,2250.00,0.31,2.74,0.00,70-79独居")
  }

  @Test("counts, and adds up what is paid")
  func adds() throws {
    let run = try Batching.run(
      [Batching.program("example.meal-subsidy")],
      Batching.request(.csv, .ndjson, select: ["eligible", "gov", "month_gov"], day: nil, dayField: "date"),
      Array(Self.table.utf8))
    #expect(run.tally.answers.first?.yes == 6 && run.tally.answers.first?.no == 2)
    #expect(run.tally.unmet == ["eligible": ["age": 1, "residence": 1]])
    #expect(run.tally.totals.map { $0?.plainText } == ["16.58", "194.84"])
    let kept = try Document.read(Array(run.tally.json.compact.utf8), file: "tally.json")
    #expect(BatchTally(kept.root, run.plan)?.json.compact == run.tally.json.compact)
  }

  /// `HUIMIN_MEALS` names a folder with a generator of such records, `gen.py`, and a reference of its own, `reference.py`.
  static let reference = getenv("HUIMIN_MEALS").map { String(cString: $0) }

  @Test(
    "agrees with an independent reference on thousands of records",
    .enabled(if: reference != nil, "HUIMIN_MEALS names no folder with gen.py and reference.py"), arguments: 1...3)
  func agreesWithTheReference(seed: Int) throws {
    let folder = TemporaryFolder()
    let (scripts, count) = (Self.reference ?? "", RandomTesting.cases(default: 2000))
    let program = "\(folder.path)/both.py"
    try folder.write(
      """
      import subprocess, sys
      folder, out = "\(scripts)", "\(folder.path)"
      subprocess.run([sys.executable, folder + "/gen.py", "\(count)", out, "--formats", "ndjson,csv", "--seed", sys.argv[1]], check=True)
      sys.stdout.write(subprocess.run([sys.executable, folder + "/reference.py", out + "/meals-\(count).ndjson"],
        check=True, capture_output=True, text=True).stdout)
      """, to: "both.py")
    let wanted = try #require(PythonProgram.run(program, String(seed)))
    for form in BatchForm.allCases {
      let input = try #require(Recorded.read("\(folder.path)/meals-\(count).\(form.rawValue)"))
      let run = try Batching.run(
        [Batching.program("example.meal-subsidy")],
        Batching.request(form, .ndjson, select: Self.select, day: nil, dayField: "date"), Array(input.utf8))
      #expect(run.output == wanted)
    }
  }
}
