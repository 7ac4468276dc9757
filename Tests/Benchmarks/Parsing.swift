import FEEL

/// How fast expressions are read.
enum Parsing {
  static let texts = [
    "age >= 60 and Putuo resident", "list price - operator concession",
    "if hukou = \"Shanghai\" then daily subsidy else 0",
    "if age >= 60 and income < 800 * household size then min(list price * 0.10, 3.00) else 0",
    "decimal(household income / household size, 2)",
    "some member in household members satisfies member.age < 18 and member.relation = \"child\"",
    "sum(for item in household members return if item.age >= 60 then item.income else 0.5 * item.income)",
    "years and months duration(date of birth, decision date).years >= 80",
    "household members[age >= 60].income", "monthly income between 1000 and 2000.50 and not(extreme poverty)",
    "户籍 in (\"上海\", \"外地\") and 年龄 >= 60 and 月收入 <= 低保线 * 1.5",
    "{base: list price * 0.85, rest: base - 3}.rest", "date(\"2025-12-22\") + duration(\"P1Y2M\")",
    "string length(name of the person) > 0 and matches(id number, \"^[0-9]{17}[0-9X]$\")",
  ]

  static let known = KnownNames([
    "age", "Putuo resident", "list price", "operator concession", "hukou", "daily subsidy", "income", "household size",
    "household income", "household members", "relation", "date of birth", "decision date", "monthly income",
    "extreme poverty", "户籍", "年龄", "月收入", "低保线", "name of the person", "id number",
  ])

  static func measure() throws {
    for text in texts { _ = try Parser.expression(text, known: known) }
    let bytes = texts.reduce(0) { $0 + $1.utf8.count }
    let seconds = Timing.best(count: 400) { count in
      for _ in 0..<count { for text in texts { use(try? Parser.expression(text, known: known)) } }
    }
    print("parsing: \(shown(Double(bytes) / seconds / 1e6)) MB/s of FEEL text (wanted 1)")
  }
}
