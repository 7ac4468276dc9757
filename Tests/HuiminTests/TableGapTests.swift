import TestSupport
import Testing

@testable import Huimin

/// Tables that leave a record without a row, with one that shows it.
@Suite("Tables with gaps")
struct TableGapTests {
  private static let head = """
    facts:
      age: years
      tally: integer
      n: number
      share: percent
      income: money
      price: { type: money, range: "[0..500]" }
      part: { type: money, range: "[0..price]" }
      dibao: boolean
      home: [city, county, village]
      name: text
      born: date
      since: { type: date, range: '>= @"2000-01-01"' }
      person: { old: years }
      visits: { type: list, of: { cost: money } }
    parameters:
      limit: { type: years, 2020-01-01: 80 }
      rate: { 2020-01-01: 1, 2025-01-01: 2 }
    decisions:
      net: price - 5
      pays: income - 5
      of age: age on(born, decision date)
      capped: min(age, 100)
      level: { cases: [{ when: age > 80, then: 1 }, { otherwise: 2 }] }
      stage: { members: [low, mid, high], value: 'if dibao then low else high' }
      rank: { members: [low, mid, high], cases: [{ when: dibao, then: low }, { otherwise: high }] }
      tens: { value: income, round: half up to 10 }
      both: { table: { hit: first, inputs: [dibao], outputs: [u, v], rules: { a: [true, 1, 2], b: [-, 3, 4] } } }
      x: { table: {
    """

  private func found(_ table: String) throws -> [Wording] {
    let (program, diagnostics) = try Fixtures.compile("\(Self.head) \(table) } }")
    #expect(program != nil, "\(diagnostics.filter { $0.severity == .error }.map(\.message[.en]))")
    return diagnostics.filter { $0.code == "table-gap" }.map(\.message)
  }

  @Test(arguments: [
    // Members, truth values, texts.
    (
      "inputs: [home, age], rules: { a: ['city, county', -, 1], b: [village, '< 70', 2] }",
      "`home = village`, `age = 70`"
    ),
    ("inputs: [home], rules: { a: ['not(city)', 1] }", "`home = city`"),
    ("inputs: [home], rules: { a: ['!= city', 1], b: [county, 1] }, hit: any", "`home = city`"),
    ("inputs: [dibao, home], rules: { a: [true, -, 1], b: [false, city, 2] }", "`dibao = false`, `home = county`"),
    ("inputs: [name], rules: { a: ['\"a\"', 1], b: ['\"b\"', 2] }", "any other `name`"),
    ("inputs: [name], rules: { a: ['not(\"a\", \"b\")', 1], b: ['\"a\"', 2] }", "`name = b`"),
    // Numbers.
    ("inputs: [age], rules: { a: ['>= 60', 1] }", "`age = 59`"),
    ("inputs: [age], rules: { a: ['<= 60', 1] }", "`age = 61`"),
    ("inputs: [age], rules: { a: ['< 60', 1], b: ['> 60', 2] }", "`age = 60`"),
    ("inputs: [age], rules: { a: ['[1..60)', 1], b: ['[60..70], >= 72', 2] }", "`age = 0`"),
    ("inputs: [age], rules: { a: ['< 60', 1], b: ['[60..70], >= 72', 2] }", "`age = 71`"),
    ("inputs: [tally], rules: { a: ['>= 0', 1] }", "`tally = -1`"),
    ("inputs: [n], rules: { a: ['<= 59', 1], b: ['>= 60', 2] }", "`n = 59.5`"),
    ("inputs: [income], rules: { a: ['<= 59', 1], b: ['>= 59.02', 2] }", "`income = 59.01`"),
    ("inputs: [share], rules: { a: ['< 0.6', 1] }", "`share = 0.6`"),
    ("inputs: [price], rules: { a: ['< 500', 1] }", "`price = 500`"),
    ("inputs: [person.old], rules: { a: ['< 60', 1] }", "`person.old = 60`"),
    // Days.
    (#"inputs: [born], rules: { a: ['< @"2000-03-01"', 1], b: ['> @"2000-03-01"', 2] }"#, "`born = 2000-03-01`"),
    (#"inputs: [born], rules: { a: ['<= date("2000-02-28")', 1], b: ['>= @"2000-03-01"', 2] }"#, "`born = 2000-02-29`"),
    (#"inputs: [since], rules: { a: ['> @"2000-01-01"', 1] }"#, "`since = 2000-01-01`"),
    // What is computed.
    ("inputs: [pays], rules: { a: ['< 8', 1], b: ['> 8', 2] }", "`pays = 8`"),
    ("inputs: [pays], rules: { a: ['[8..15)', 1] }", "`pays = 7`"),
    ("inputs: [pays, dibao], rules: { a: ['< 8', -, 1], b: [-, true, 2] }", "`pays = 8`, `dibao = false`"),
    ("inputs: [of age], rules: { a: ['< 60', 1], b: ['[60..80)', 2] }", "`of age = 80`"),
    ("inputs: [of age], rules: { a: ['>= 60', 2] }", "`of age = 59`"),
    ("inputs: ['income / 2'], rules: { a: ['<= 59', 1], b: ['>= 60', 2] }", "`income / 2 = 59.5`"),
    ("inputs: [count(visits)], rules: { a: ['0', 1], b: ['[1..3]', 2] }", "`count(visits) = 4`"),
    ("inputs: [capped], rules: { a: ['< 50', 1], b: ['> 50', 2] }", "`capped = 50`"),
    ("inputs: [level], rules: { a: ['1', 1] }", "`level = 2`"),
    ("inputs: [both.u], rules: { a: ['1, 2', 1] }", "`both.u = 3`"),
    ("inputs: [rank], rules: { a: ['low, mid', 1] }", "`rank = high`"),
    ("inputs: [stage], rules: { a: ['low, high', 1] }", "`stage = mid`"),
    ("inputs: [tens], rules: { a: ['< 50', 1], b: ['>= 70', 1] }", "`tens = 50`"),
    ("inputs: [pays, of age], rules: { a: ['< 8', -, 1], b: [-, '< 60', 2] }", "`pays = 8`, `of age = 60`"),
    // What cannot be judged makes no difference.
    ("inputs: [age, dibao], rules: { a: ['< limit', true, 1], b: [-, true, 1] }, hit: any", "`dibao = false`"),
    (
      "inputs: [pays, income, dibao], rules: { a: ['< 8', '< 9', true, 1], b: ['>= 8', -, true, 2] }", "`dibao = false`"
    ),
    // Only what matters is named.
    (
      "inputs: [home, dibao, age], rules: { a: [-, true, -, 1], b: ['-', false, '< 5', 2] }",
      "`dibao = false`, `age = 5`"
    ),
    (
      "inputs: [home, dibao, age], rules: { a: [-, -, '< 60', 1], b: [city, true, '< 70', 2] }, hit: first",
      "`age = 70`"
    ),
  ])
  func areFound(_ table: String, witness: String) throws {
    #expect(try found(table).map(\.[.en]) == ["no row of `x` holds for \(witness)"])
  }

  @Test(arguments: [
    "inputs: [home], rules: { a: [city, 1], b: ['county, village', 2] }",
    "inputs: [dibao, age], rules: { a: [true, -, 1], b: [false, '< 60', 2], c: [false, '>= 60', 3] }",
    "inputs: [age], rules: { a: ['<= 59', 1], b: ['>= 60', 2] }",
    "inputs: [age], rules: { a: ['>= 0', 1] }",
    "inputs: [tally], rules: { a: ['< 5', 1], b: ['> 4', 2] }",
    "inputs: [income], rules: { a: ['<= 59.99', 1], b: ['>= 60', 2] }",
    "inputs: [share], rules: { a: ['< 0.6', 1], b: ['[0.6..1]', 2] }",
    "inputs: [price], rules: { a: ['< 60', 1], b: ['[60..500]', 2] }",
    "inputs: [name], rules: { a: ['\"a\"', 1], b: ['not(\"a\")', 2] }",
    "inputs: [n], rules: { a: ['!= 5', 1], b: ['5', 2] }",
    #"inputs: [since], rules: { a: ['>= @"2000-01-01"', 1] }"#,
    #"inputs: [decision date], rules: { a: ['[@"2020-01-01"..@"2024-12-31"]', 1], b: ['>= @"2025-01-01"', 2] }"#,
    // What is not certain is left to the record: it ends in `no-row`.
    "inputs: [age], rules: { a: ['< limit', 1], b: ['> limit', 2] }",
    "inputs: [age], rules: { a: ['? < 5', 1] }",
    "inputs: [name], rules: { a: ['< \"b\"', 1] }",
    "inputs: [part], rules: { a: ['< 60', 1] }",
    "inputs: [visits], rules: { a: [-, 1] }",
    "inputs: ['substring(name, 1)'], rules: { a: ['\"a\"', 1] }",
    "inputs: [capped], rules: { a: ['< 50', 1], b: ['[50..100]', 2] }",
    "inputs: [net], rules: { a: ['[0..10]', 1], b: ['(10..495]', 2] }",
    "inputs: [pays], rules: { a: ['>= 0', 1] }",
    "inputs: [level], rules: { a: ['1', 1], b: ['2', 2] }",
    "inputs: [both.u], rules: { a: ['1', 1], b: ['3', 2] }",
    "inputs: [rank], rules: { a: [low, 1], b: [high, 2] }",
    "inputs: [tens], rules: { a: ['<= 50', 1], b: ['>= 60', 2] }",
    "inputs: [rate], rules: { a: ['1', 1], b: ['2', 2] }",
    "inputs: [born.month], rules: { a: ['[1..6]', 1], b: ['[7..12]', 2] }",
    // Somebody of 30 is not elderly.
    "inputs: [age, age >= 60], rules: { a: ['< 60', false, 1], b: ['>= 60', true, 2] }",
    "inputs: [age, age], rules: { a: ['< 60', '< 60', 1], b: ['>= 60', '>= 60', 2] }",
    "inputs: [level, rank, age], rules: { a: ['1', -, '> 80', 1], b: ['2', -, '<= 80', 2] }",
    // A table that gives something where no row holds.
    "inputs: [age], rules: { a: ['< 60', 1] }, default: 0",
    "inputs: [age], rules: { a: ['< 60', 1] }, hit: collect",
    "inputs: [age], rules: { a: ['< 60', 1] }, hit: collect count",
  ])
  func areNotSuspected(_ table: String) throws {
    #expect(try found(table).map(\.[.en]) == [])
  }

  @Test func areToldInChineseWithTheKeysOfTheFile() throws {
    let table = "inputs: [home, name], rules: { a: ['city, county', -, 1], b: [village, '\"a\"', 2] }"
    #expect(try found(table).map(\.[.zh]) == ["`x` 没有一行适用于 `home = village`、其他的 `name`"])
  }

  // MARK: Many tables

  /// Three inputs of which the grid below holds every value that random cells tell apart.
  private static let facts =
    "facts: { a: { type: years, range: '[0..6]' }, b: { type: number, range: '[-1..4]' }, p: boolean, c: [k, l, m] }"

  private static func cells(_ random: inout SplitMix64) -> [String] {
    func pick(_ choices: [String]) -> String { choices.randomElement(using: &random) ?? "-" }
    let (low, high) = (Int.random(in: 0...3, using: &random), Int.random(in: 3...5, using: &random))
    let number = [
      "-", "< \(high)", ">= \(low)", "[\(low)..\(high)]", "(\(low)..\(high))", "\(low), > \(high)", "not(\(low))",
      "!= \(low)",
    ]
    return [pick(number), pick(number), pick(["-", "true", "false"]), pick(["-", "-", "k", "l, m", "not(l)"])]
  }

  @Test func areFoundExactlyWhereAGridFindsThem() throws {
    print("seed \(RandomTesting.seed)")
    var random = SplitMix64(seed: RandomTesting.seed)
    let day = try #require(CalendarDate("2026-01-15"))
    var gaps = 0
    let count = RandomTesting.cases(default: 50)
    for _ in 0..<count {
      let rows = (0..<Int.random(in: 2...8, using: &random)).map { row in
        "r\(row): ['\(Self.cells(&random).joined(separator: "', '"))', 1]"
      }
      let policy =
        "\(Self.facts)\ndecisions: { x: { table: { hit: first, inputs: [a, b, p, c], rules: { \(rows.joined(separator: ", ")) } } } }"
      let (compiled, diagnostics) = try Fixtures.compile(policy)
      let program = try #require(compiled, "\(policy) \(diagnostics.map(\.message[.en]))")
      let message = diagnostics.first { $0.code == "table-gap" }?.message[.en]
      let witness = message?.matches(of: /`([abcp]) = (.+?)`/).map { (String($0.1), String($0.2)) } ?? []
      var open = 0
      for record in Self.grid {
        let fails = program.decide(try Facts(record, for: program), on: day).status == .failed
        if fails { open += 1 }
        let isTold = message != nil && witness.allSatisfy { name, value in record[name]?.displayText == value }
        #expect(!isTold || fails, "\(policy)\n\(message ?? "") \(record)")
      }
      #expect((message != nil) == (open > 0), "\(policy)\n\(message ?? "nothing") \(open)")
      gaps += open > 0 ? 1 : 0
    }
    #expect(gaps > count / 5 && gaps < count)
  }

  private static let grid: [[String: Value]] = (0...6).flatMap { a in
    (-2...8).flatMap { halves in
      [true, false].flatMap { p in
        ["k", "l", "m"].map { c in
          let b = Decimal128(halves).divided(by: 2) ?? 0
          return ["a": .number(Decimal128(a)), "b": .number(b), "p": .boolean(p), "c": .string(c)]
        }
      }
    }
  }

  // MARK: Large tables

  /// Two thousand rows of six inputs, one row for every combination, without the last of them where it is to be missing.
  private static func everyCombination(missing: Int) -> [GapColumn] {
    let sizes = [5, 5, 5, 4, 2, 2]
    let rows = (0..<sizes.reduce(1, *) - missing).map { row in
      var rest = row
      return sizes.map { size in
        defer { rest /= size }
        return rest % size
      }
    }
    return sizes.indices.map { input in
      let cells = rows.compactMap { row in
        let (low, isLast) = (row[input] * 10, row[input] == sizes[input] - 1)
        return try? Parser.unaryTests(isLast ? ">= \(low)" : "[\(low)..\(low + 10))", known: KnownNames([]))
      }
      return GapColumn(PossibleValues(.years), cells: cells)
    }
  }

  @Test func areFoundInLargeTablesInFewSteps() {
    var whole = GapSearch(Self.everyCombination(missing: 0))
    #expect(whole.gap(among: Array(0..<6)) == nil)
    #expect(whole.steps > GapSearch.defaultSteps * 3 / 4, "\(whole.steps)")
    let columns = Self.everyCombination(missing: 1)
    var broken = GapSearch(columns)
    let gap = broken.gap(among: Array(0..<6)) ?? [:]
    let found = gap.sorted { $0.key < $1.key }.map { columns[$0].values[$1].value?.displayText }
    #expect(found == ["40", "40", "40", "30", "10", "10"])
  }

  @Test func areNotSoughtForEver() {
    var search = GapSearch(Self.everyCombination(missing: 1), steps: 100)
    #expect(search.gap(among: Array(0..<6)) == nil)
  }
}
