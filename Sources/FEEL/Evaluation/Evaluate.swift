/// The plain evaluator: each construct as the standard's tables give its meaning, one function each, nothing clever.
/// Faster executors are held to it.
extension Run {
  /// The value of an expression in its surroundings. Never throws: what cannot be evaluated is a null with its cause.
  public func evaluate(_ expression: Expression, in environment: Environment) -> Value {
    depth += 1
    defer { depth -= 1 }
    guard depth <= limits.depth, spend() else { return exhausted(at: expression.span) }
    switch expression.kind {
    case .literal(let value): return value
    case .name(let name): return variable(name, at: expression.span, in: environment)
    case .input: return environment["?"] ?? noInput(at: expression.span)
    case .path(let base, let member): return path(base, member, in: environment)
    case .negation(let operand): return negate(evaluate(operand, in: environment), at: expression.span)
    case .binary: return binaryChain(expression, in: environment)
    case .between(let value, let low, let high):
      return between(value, low, high, at: expression.span, in: environment)
    case .contained(let value, let tests):
      return test(tests, input: evaluate(value, in: environment), in: environment)
    case .instanceOf(let value, let type):
      return instanceOf(evaluate(value, in: environment), type, at: expression.span)
    case .conditional(let condition, let then, let otherwise):
      return choose(condition, then, otherwise, in: environment)
    case .forEach(let iterations, let body): return loop(iterations, body, at: expression.span, in: environment)
    case .quantified(let quantifier, let iterations, let body):
      return quantify(quantifier, iterations, body, at: expression.span, in: environment)
    case .filter(let base, let condition): return filter(base, condition, at: expression.span, in: environment)
    case .list(let items):
      return bounded(.list(items.map { evaluate($0, in: environment) }), at: expression.span)
    case .context(let entries): return bounded(context(entries, in: environment), at: expression.span)
    case .range(let range): return self.range(range, at: expression.span, in: environment)
    case .call(let function, let arguments): return call(function, arguments, at: expression.span, in: environment)
    case .function(let parameters, let body):
      if let twice = Expression.duplicate(among: parameters) { return .null(because: twice) }
      return .function(.closure(Closure(parameters: parameters, body: body, environment: environment)))
    }
  }

  /// Whether the evaluation may go on is asked at every node; when it may not, this is the value of what is left.
  func exhausted(at span: Span) -> Value {
    let isDeep = depth > limits.depth
    return .null(
      because: Diagnostic(
        isDeep ? "limit-depth" : "limit-steps", span: span,
        message: isDeep
          ? Wording(en: "evaluation is nested too deeply", zh: "计算嵌套过深")
          : Wording(en: "evaluation takes too many steps", zh: "计算步骤过多"),
        help: isDeep
          ? Wording(en: "look for a function that calls itself without end", zh: "检查是否有函数无止境地调用自身")
          : Wording(en: "look for a loop over a very long range", zh: "检查是否有循环遍历过长的区间")))
  }

  private func variable(_ name: String, at span: Span, in environment: Environment) -> Value {
    if let value = environment[name] { return value }
    if let builtin = Builtins.named(name) { return .function(.builtin(builtin)) }
    return .null(
      because: Diagnostic(
        "unknown-name", span: span, message: Wording(en: "unknown name `\(name)`", zh: "未知名称 `\(name)`")))
  }

  private func noInput(at span: Span) -> Value {
    .null(
      because: Diagnostic(
        "no-input", span: span,
        message: Wording(en: "`?` stands outside a table cell", zh: "`?` 只能用在表格单元中")))
  }

  /// Evaluates a chain of infix operators from its left end without nesting, so that a long sum is not deep.
  private func binaryChain(_ expression: Expression, in environment: Environment) -> Value {
    var spine: [(BinaryOperator, Expression, Span)] = []
    var left = expression
    while case .binary(let op, let inner, let right) = left.kind {
      spine.append((op, right, left.span))
      left = inner
    }
    var result = evaluate(left, in: environment)
    for (op, right, span) in spine.reversed() {
      switch op {
      case .and: result = conjunction(result, right, at: span, in: environment)
      case .or: result = disjunction(result, right, at: span, in: environment)
      default:
        let value = evaluate(right, in: environment)
        // Only a null that is written is meant to be compared with.
        let isMeant = left.isNullLiteral || right.isNullLiteral
        result = apply(op, result, value, at: span, meansNull: isMeant)
      }
    }
    return result
  }

  private func apply(_ op: BinaryOperator, _ left: Value, _ right: Value, at span: Span, meansNull: Bool) -> Value {
    switch op {
    case .add, .subtract, .multiply, .divide, .power: arithmetic(op, left, right, at: span)
    case .equal where !meansNull && isStrayNull(left, right), .notEqual where !meansNull && isStrayNull(left, right):
      incomparable(op, left, right, at: span)
    default: compare(op, left, right, at: span)
    }
  }

  private func between(
    _ value: Expression, _ low: Expression, _ high: Expression, at span: Span, in environment: Environment
  ) -> Value {
    let value = evaluate(value, in: environment)
    let aboveLow = compare(.greaterOrEqual, value, evaluate(low, in: environment), at: span)
    let belowHigh = compare(.lessOrEqual, value, evaluate(high, in: environment), at: span)
    return Value.and(aboveLow, belowHigh)
  }

  private func choose(
    _ condition: Expression, _ then: Expression, _ otherwise: Expression, in environment: Environment
  ) -> Value {
    let value = evaluate(condition, in: environment)
    switch value {
    case .boolean(true): return evaluate(then, in: environment)
    case .unknown(let unknown):
      return Value.merge(
        evaluate(then, in: environment), evaluate(otherwise, in: environment), dependingOn: unknown)
    case .null(.some) where errorsPropagate: return value
    case .null where errorsPropagate: return nullCondition(at: condition.span)
    default: return evaluate(otherwise, in: environment)
    }
  }

  /// Each entry sees the ones before it.
  private func context(_ entries: [Expression.Entry], in environment: Environment) -> Value {
    var context = Context()
    var environment = environment
    for entry in entries {
      guard context[entry.key.text] == nil else {
        return .null(
          because: Diagnostic(
            "duplicate-key", span: entry.key.span,
            message: Wording(
              en: "the entry `\(entry.key.text)` stands twice", zh: "条目 `\(entry.key.text)` 出现了两次")))
      }
      let value = evaluate(entry.value, in: environment)
      context[entry.key.text] = value
      environment = environment.binding(entry.key.text, to: value)
    }
    return .context(context)
  }

  private func range(_ range: Expression.RangeExpression, at span: Span, in environment: Environment) -> Value {
    let lower = range.lower.map { evaluate($0, in: environment) }
    let upper = range.equality != nil ? lower : range.upper.map { evaluate($0, in: environment) }
    for end in [lower, upper] {
      if case .unknown(let unknown)? = end { return .unknown(unknown.open) }
      if case .null(let cause?)? = end { return .null(cause) }
    }
    let value = RangeValue(
      lower: lower, lowerIncluded: range.lowerIncluded, upper: upper, upperIncluded: range.upperIncluded,
      equality: range.equality)
    return value.isWellFormed
      ? .range(value)
      : .null(
        because: Diagnostic(
          "bad-range", span: span,
          message: Wording(
            en: "a range needs two ends of one kind, the lower first", zh: "区间的两端须为同类值，且下限在前")))
  }

  private func instanceOf(_ value: Value, _ type: TypeExpression, at span: Span) -> Value {
    if case .unknown(let unknown) = value { return .unknown(unknown.open) }
    if errorsPropagate, let error = value.firstError { return error }
    guard !type.lacksParameters, let found = FeelType(type) else {
      return .null(because: type.refusal(at: span))
    }
    // Null belongs to every type, but is an instance of its own alone (DMN 1.5, table 61).
    return .boolean(value.isNull ? found == .null : value.conforms(to: found))
  }
}
