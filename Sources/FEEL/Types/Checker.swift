/// Infers the type of an expression before anything is evaluated, and finds what could never work: unknown names,
/// operands and arguments of the wrong type or unit, comparisons that never hold.
///
/// Enumeration members written bare become string literals here, which is why a checked expression is handed back.
public struct Checker {
  /// What was found, in the order of the text. Empty for an expression that will evaluate without a type error.
  public internal(set) var diagnostics: [Diagnostic] = []

  public init() {}

  /// An expression with its bare enumeration members resolved, and its type.
  public struct Checked: Sendable {
    public let expression: Expression
    public let type: FeelType
  }

  /// Checks an expression that stands where a value of the type `expected` is wanted.
  ///
  /// - Parameter expected: lets bare words be read as members of an enumeration. Whether the type found conforms to it
  ///   is for the caller to ask.
  public mutating func check(_ expression: Expression, in scope: TypeScope, expecting expected: FeelType? = nil)
    -> Checked
  {
    let span = expression.span
    func checked(_ kind: Expression.Kind, _ type: FeelType) -> Checked {
      Checked(expression: Expression(kind, span), type: type)
    }
    switch expression.kind {
    case .literal(let value): return literal(value, expression, expecting: expected)
    case .name(let name): return self.name(name, expression, in: scope, expecting: expected)
    case .input: return checked(.input, scope.variables["?"] ?? .any)
    case .path(let base, let member):
      let base = check(base, in: scope)
      return checked(.path(base.expression, member: member), self.member(member, of: base.type))
    case .negation(let operand):
      let operand = check(operand, in: scope, expecting: expected)
      requireNegatable(operand.type, at: span)
      return checked(.negation(operand.expression), operand.type)
    case .binary: return binaryChain(expression, in: scope)
    case .between(let value, let low, let high):
      let value = check(value, in: scope)
      let low = check(low, in: scope, expecting: value.type)
      let high = check(high, in: scope, expecting: value.type)
      requireComparable(value.type, low.type, ordered: true, at: span)
      requireComparable(value.type, high.type, ordered: true, at: span)
      refuseEmptyRange(low.expression, high.expression, at: span)
      return checked(.between(value.expression, low: low.expression, high: high.expression), .boolean)
    case .contained(let value, let tests):
      let value = check(value, in: scope)
      return checked(.contained(value.expression, check(tests, inputType: value.type, in: scope)), .boolean)
    case .instanceOf(let value, let type):
      if type.lacksParameters || FeelType(type) == nil { diagnostics.append(type.refusal(at: span)) }
      return checked(.instanceOf(check(value, in: scope).expression, type), .boolean)
    case .conditional(let condition, let then, let otherwise):
      let condition = check(condition, in: scope)
      requireCondition(condition.type, at: condition.expression.span)
      let then = check(then, in: scope, expecting: expected)
      let otherwise = check(otherwise, in: scope, expecting: expected ?? then.type)
      return checked(
        .conditional(condition.expression, then: then.expression, otherwise: otherwise.expression),
        joined(then, otherwise, at: span))
    case .forEach(let iterations, let body):
      let (iterations, inner) = check(iterations, in: scope)
      let body = check(body, in: inner.declaring("partial", .list(.any)))
      return checked(.forEach(iterations, body.expression), .list(body.type))
    case .quantified(let quantifier, let iterations, let body):
      let (iterations, inner) = check(iterations, in: scope)
      let body = check(body, in: inner)
      requireCondition(body.type, at: body.expression.span)
      return checked(.quantified(quantifier, iterations, body.expression), .boolean)
    case .filter(let base, let condition): return filter(base, condition, at: span, in: scope)
    case .list(let items):
      let element: FeelType? = if case .list(let element)? = expected { element } else { nil }
      let items = items.map { checkItem($0, in: scope, expecting: element) }
      let type = items.dropFirst().reduce(items.first?.type ?? .any) { $0.joined(with: $1.type) }
      return checked(.list(items.map(\.expression)), .list(type))
    case .context(let entries): return context(entries, at: span, in: scope, expecting: expected)
    case .range(let range): return self.range(range, at: span, in: scope, expecting: expected)
    case .call(let callee, let arguments): return call(callee, arguments, at: span, in: scope, expecting: expected)
    case .function(let parameters, let body): return function(parameters, body, at: span, in: scope)
    }
  }

  /// Checks the cell of a table, or the right side of `in`, against the type of its input.
  public mutating func check(_ tests: UnaryTests, inputType: FeelType, in scope: TypeScope) -> UnaryTests {
    let inner = scope.declaring("?", inputType)
    let checked = tests.tests.map { test -> UnaryTest in
      switch test.kind {
      case .comparison(let op, let bound):
        let bound = check(bound, in: inner, expecting: inputType)
        requireComparable(inputType, bound.type, ordered: op != .equal && op != .notEqual, at: test.span)
        return UnaryTest(.comparison(op, bound.expression), test.span)
      case .expression(let expression):
        refuseHyphenRange(expression)
        let value = check(expression, in: inner, expecting: inputType)
        requireMatchable(value.type, by: inputType, at: test.span)
        return UnaryTest(.expression(value.expression), test.span)
      }
    }
    return UnaryTests(checked, isNegated: tests.isNegated, span: tests.span)
  }

  // MARK: Reporting

  mutating func report(_ code: String, _ span: Span, en: String, zh: String, help: Wording? = nil) {
    diagnostics.append(Diagnostic(code, span: span, message: Wording(en: en, zh: zh), help: help))
  }
}
