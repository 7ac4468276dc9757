/// Cells of decision tables, and the right side of `in` (DMN 1.5, grammar rules 7 to 16).
extension Parser {
  /// `-`, or `not( … )`, or tests with commas between them.
  mutating func unaryTests() throws(Diagnostic) -> UnaryTests {
    try scanner.skipSpace()
    let start = scanner.position
    if scanner.current == "-" {
      let before = scanner
      scanner.position += 1
      try scanner.skipSpace()
      if scanner.current == nil { return UnaryTests([], isNegated: false, span: Span(start, start + 1)) }
      scanner = before
    }
    if let negated = try negatedTests(from: start) { return negated }
    let tests = try positiveTests()
    return UnaryTests(tests, isNegated: false, span: Span(start, scanner.position))
  }

  /// `not( tests )` as the whole cell. Where more follows, as in `not(a) and b`, it was the function.
  private mutating func negatedTests(from start: Int) throws(Diagnostic) -> UnaryTests? {
    guard scanner.isNextWord("not") else { return nil }
    let before = scanner
    scanner.position += 3
    guard try accept("(") else {
      scanner = before
      return nil
    }
    do throws(Diagnostic) {
      let tests = try positiveTests()
      try expect(")")
      try scanner.skipSpace()
      if scanner.current == nil { return UnaryTests(tests, isNegated: true, span: Span(start, scanner.position)) }
    } catch {
      // `not(negand: a)` is a call; what is neither is a mistake in the tests.
      scanner = before
      guard (try? positiveTests()) != nil, (try? scanner.skipSpace()) != nil, scanner.current == nil else {
        throw error
      }
    }
    scanner = before
    return nil
  }

  private mutating func positiveTests() throws(Diagnostic) -> [UnaryTest] {
    var tests = [try unaryTest()]
    while try accept(",") { tests.append(try unaryTest()) }
    return tests
  }

  private mutating func unaryTest() throws(Diagnostic) -> UnaryTest {
    try scanner.skipSpace()
    return test(by: try expression())
  }

  /// A test by an expression; an open range without brackets is the comparison that it is written as.
  private func test(by expression: Expression) -> UnaryTest {
    var start = scanner
    start.position = expression.span.start
    guard case .range(let range) = expression.kind, let op = start.acceptComparison(),
      let bound = range.lower ?? range.upper
    else { return UnaryTest(.expression(expression), expression.span) }
    return UnaryTest(.comparison(op, bound), expression.span)
  }

  /// One test without brackets, or several in brackets.
  mutating func testsAfterIn() throws(Diagnostic) -> UnaryTests {
    try scanner.skipSpace()
    let start = scanner.position
    guard scanner.current == "(" else { return single(try operand(isWide: true)) }
    scanner.position += 1
    let outerMode = mayEndRange
    mayEndRange = false
    defer { mayEndRange = outerMode }
    let tests = try positiveTests()
    let first: Expression
    if tests.count == 1, try scanner.isRangeDots() {
      first = try range(from: tests[0].expression, lowerIncluded: false, start: start)
    } else {
      try expect(")")
      let span = Span(start, scanner.position)
      let bracketed = UnaryTests(tests, isNegated: false, span: span)
      guard tests.count == 1, case .expression(let inner) = tests[0].kind else { return bracketed }
      first = Expression(inner.kind, span)
    }
    // What stands in brackets alone may be the beginning of an expression: `x in (a + b) * 2`.
    mayEndRange = outerMode
    return single(
      try infixes(after: try instanceOf(try postfix(of: first)), tighterThan: InfixOperator.comparisonLevel))
  }

  private func single(_ expression: Expression) -> UnaryTests {
    let test = test(by: expression)
    return UnaryTests([test], isNegated: false, span: test.span)
  }

  mutating func acceptComparison() -> BinaryOperator? { scanner.acceptComparison() }
}

extension Scanner {
  /// Steps over a comparison operator.
  mutating func acceptComparison() -> BinaryOperator? {
    for op in [BinaryOperator.lessOrEqual, .greaterOrEqual, .notEqual, .less, .greater, .equal]
    where isNext(op.rawValue) {
      position += op.rawValue.count
      return op
    }
    return nil
  }
}
