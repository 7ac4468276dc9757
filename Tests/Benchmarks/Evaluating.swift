import FEEL

/// How fast an expression is evaluated over one record.
enum Evaluating {
  static let text = "if age >= 60 and income < 800 * household size then min(list price * 0.10, 3.00) else 0"

  static func measure() throws {
    let names = ["age", "income", "household size", "list price"]
    let values: [Value] = [.number(67), .number(Decimal128("1520.50")!), .number(2), .number(Decimal128("18.50")!)]
    let expression = try Parser.expression(text, known: KnownNames(names))
    let environment = Environment(Dictionary(uniqueKeysWithValues: zip(names, values)))
    let run = Run(limits: Limits(steps: .max))
    let compiled = CompiledExpression(expression, over: names.map { .init($0, .number) })
    var record = compiled.record()
    for (position, value) in values.enumerated() { record.set(value, at: position) }
    let (ratio, plain, fast) = Timing.ratio(
      slow: (20_000, { use(run.evaluate(expression, in: environment)) }),
      fast: (400_000, { use(record.evaluate()) }))
    print(
      "evaluating: compiled \(shown(fast * 1e9)) ns, over a dictionary of boxed values \(shown(plain * 1e9)) ns: "
        + "\(shown(ratio)) times (wanted 20)")
  }
}
