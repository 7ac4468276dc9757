import FEEL

/// How fast an expression is evaluated over one record.
enum Evaluating {
  static let texts = [
    "if age >= 60 and income < 800 * household size then min(list price * 0.10, 3.00) else 0",
    "age >= 60 and list price * 0.85 > 15 or income + 100.50 <= 800 * household size",
    "list price * 0.85 - 3 + income * household size",
    "income / household size <= 1510", "decimal(income / household size / 3, 2) * age",
  ]

  static func measure() throws {
    let names = ["age", "income", "household size", "list price"]
    let values: [Value] = [.number(67), .number(Decimal128("1520.50")!), .number(2), .number(Decimal128("18.50")!)]
    let environment = Environment(Dictionary(uniqueKeysWithValues: zip(names, values)))
    let run = Run(limits: Limits(steps: .max))
    print("evaluating, ns: compiled over a typed record | plain over a dictionary of boxed values | times (wanted 20)")
    for text in texts {
      let expression = try Parser.expression(text, known: KnownNames(names))
      var record = CompiledExpression(expression, over: names.map { .init($0, .number) }).record()
      for (position, value) in values.enumerated() { record.set(value, at: position) }
      let filled = record
      let (ratio, plain, fast) = Timing.ratio(
        slow: { count in for _ in 0..<count { use(run.evaluate(expression, in: environment)) } },
        fast: { count in
          var record = filled
          for _ in 0..<count { use(record.evaluate()) }
        })
      print("  \(shown(fast * 1e9)) | \(shown(plain * 1e9)) | \(shown(ratio))  \(text)")
    }
  }
}
