import FEEL

func discounts(by rule: String, forAges ages: [Int]) throws -> [Value] {
  let inputs = [CompiledExpression.Input("age", .number(.years)), .init("list price", .number(.yuan))]
  let scope = TypeScope(inputs.map { ($0.name, $0.type) })
  let expression = try Parser.expression(rule, known: scope.knownNames)  // or a Diagnostic with its place
  var checker = Checker()
  let checked = checker.check(expression, in: scope)
  if let problem = checker.diagnostics.first { throw problem }
  var record = CompiledExpression(checked.expression, over: inputs).record()
  return ages.map { age in
    record.set(.number(Decimal128(age)), at: 0)
    record.set(coefficient: 1850, exponent: -2, at: 1)
    return record.evaluate()  // a null says why: .null(cause), cause.diagnostic
  }
}
