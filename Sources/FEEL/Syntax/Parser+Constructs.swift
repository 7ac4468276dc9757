/// Choices, loops, quantifiers and functions: what a keyword begins.
extension Parser {
  /// A choice, loop, quantifier or function, where a keyword begins one here.
  mutating func keywordExpression() throws(Diagnostic) -> Expression? {
    switch keyword() {
    case "if": try conditional()
    case "for": try forExpression()
    case "some": try quantified(.some)
    case "every": try quantified(.every)
    case "function": try functionLiteral()
    default: nil
    }
  }

  private mutating func conditional() throws(Diagnostic) -> Expression {
    let start = scanner.position
    scanner.position += 2
    let condition = try delimited()
    try expectWord("then", after: "if")
    let then = try delimited()
    try expectWord("else", after: "then")
    let otherwise = try expression()
    return Expression(
      .conditional(condition, then: then, otherwise: otherwise), Span(start, otherwise.span.end))
  }

  private mutating func forExpression() throws(Diagnostic) -> Expression {
    let start = scanner.position
    scanner.position += 3
    let outer = locals.count
    defer { locals.pop(to: outer) }
    let iterations = try self.iterations(allowingThrough: true)
    try expectWord("return", after: "for")
    locals.push("partial")
    let body = try expression()
    return Expression(.forEach(iterations, body), Span(start, body.span.end))
  }

  private mutating func quantified(_ quantifier: Expression.Quantifier) throws(Diagnostic) -> Expression {
    let start = scanner.position
    scanner.position += quantifier.rawValue.count
    let outer = locals.count
    defer { locals.pop(to: outer) }
    let iterations = try self.iterations(allowingThrough: false)
    try expectWord("satisfies", after: quantifier.rawValue)
    let body = try expression()
    return Expression(.quantified(quantifier, iterations, body), Span(start, body.span.end))
  }

  /// `x in list, y in list`: a later domain sees the earlier variables.
  private mutating func iterations(allowingThrough: Bool) throws(Diagnostic) -> [Expression.Iteration] {
    var iterations: [Expression.Iteration] = []
    repeat {
      let variable = try newName(until: ["in", "return", "satisfies"])
      try expectWord("in", after: variable.text)
      let domain = try delimited()
      let through = try scanner.isRangeDots() && allowingThrough ? rangeUpper() : nil
      locals.push(variable.text)
      iterations.append(Expression.Iteration(variable: variable, domain: domain, through: through))
    } while try accept(",")
    return iterations
  }

  private mutating func rangeUpper() throws(Diagnostic) -> Expression {
    scanner.position += 2
    return try delimited()
  }

  /// An expression with a keyword to come after it, so that no `[` in it can end a range outside.
  private mutating func delimited() throws(Diagnostic) -> Expression {
    let outerMode = mayEndRange
    mayEndRange = false
    defer { mayEndRange = outerMode }
    return try expression()
  }

  private mutating func functionLiteral() throws(Diagnostic) -> Expression {
    let start = scanner.position
    scanner.position += "function".count
    try expect("(")
    let outer = locals.count
    defer { locals.pop(to: outer) }
    var parameters: [Expression.Parameter] = []
    if try !accept(")") {
      repeat {
        let name = try newName(until: [])
        let type = try accept(":") ? typeExpression() : nil
        parameters.append(Expression.Parameter(name: name, type: type))
      } while try accept(",")
      try expect(")")
    }
    if try acceptWord("external") {
      throw Diagnostic(
        "external-function", span: Span(start, scanner.position),
        message: Wording(en: "external functions are not supported", zh: "不支持外部函数"))
    }
    for parameter in parameters { locals.push(parameter.name.text) }
    let body = try expression()
    return Expression(.function(parameters, body), Span(start, body.span.end))
  }
}
