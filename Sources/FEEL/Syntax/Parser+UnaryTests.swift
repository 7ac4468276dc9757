/// Cells of decision tables, and the right side of `in` (DMN 1.5, grammar rules 7 to 18).
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
    let tests = try positiveTests()
    try expect(")")
    try scanner.skipSpace()
    guard scanner.current == nil else {
      scanner = before
      return nil
    }
    return UnaryTests(tests, isNegated: true, span: Span(start, scanner.position))
  }

  private mutating func positiveTests() throws(Diagnostic) -> [UnaryTest] {
    var tests = [try unaryTest()]
    while try accept(",") { tests.append(try unaryTest()) }
    return tests
  }

  private mutating func unaryTest() throws(Diagnostic) -> UnaryTest {
    try scanner.skipSpace()
    let start = scanner.position
    if let op = acceptComparison() {
      let bound = try operand(tighterThan: 3)
      return UnaryTest(.comparison(op, bound), Span(start, bound.span.end))
    }
    let value = try expression()
    return UnaryTest(.expression(value), value.span)
  }

  /// One test without brackets, or several in brackets.
  mutating func testsAfterIn() throws(Diagnostic) -> UnaryTests {
    try scanner.skipSpace()
    let start = scanner.position
    if let op = acceptComparison() {
      let bound = try operand(tighterThan: 3)
      let span = Span(start, bound.span.end)
      return UnaryTests([UnaryTest(.comparison(op, bound), span)], isNegated: false, span: span)
    }
    if scanner.current == "(" {
      let before = scanner
      scanner.position += 1
      let outerMode = mayEndRange
      mayEndRange = false
      defer { mayEndRange = outerMode }
      let tests = try positiveTests()
      // `(a..b]` is a range, and stands alone.
      if try !scanner.isRangeDots() {
        try expect(")")
        return UnaryTests(tests, isNegated: false, span: Span(start, scanner.position))
      }
      scanner = before
    }
    let value = try operand(tighterThan: 3)
    return UnaryTests([UnaryTest(.expression(value), value.span)], isNegated: false, span: value.span)
  }

  mutating func acceptComparison() -> BinaryOperator? {
    for op in [BinaryOperator.lessOrEqual, .greaterOrEqual, .notEqual, .less, .greater, .equal]
    where scanner.isNext(op.rawValue) {
      scanner.position += op.rawValue.count
      return op
    }
    return nil
  }
}
