/// Loops, quantifiers, filters and paths.
extension Run {
  // MARK: Loops

  /// `for x in xs, y in ys return body`. The body sees what was returned so far as `partial`.
  func loop(_ iterations: [Expression.Iteration], _ body: Expression, at span: Span, in environment: Environment)
    -> Value
  {
    var results: [Value] = []
    // A variable of that name is what its author means by it.
    let isHidden = iterations.contains { $0.variable.text == "partial" }
    // Paid for as it grows: results that hold the ones before them would fill any memory before the list is whole.
    var weight = 1
    // Each function keeps all results before it, and they their functions.
    let most = body.holdsFunction ? min(limits.items, Run.mostFunctions) : limits.items
    let stopped = iterate(iterations[...], in: environment) { environment in
      guard results.count < most else { return self.tooMany(most, at: span) }
      let result: Value
      do {
        // Gone again before the result is added, so that the list need not be copied for it.
        let inner = isHidden ? environment : environment.binding("partial", to: .list(results))
        result = evaluate(body, in: inner)
      }
      guard let more = result.weight(atMost: limits.items - weight, depth: 1) else {
        return spend(limits.items) ? self.tooLarge(at: span) : exhausted(at: span)
      }
      weight += more
      results.append(result)
      return spend(more) ? nil : exhausted(at: span)
    }
    return stopped.map { open($0, alsoFor: body, in: environment) } ?? .list(results)
  }

  /// `some` and `every`: settled by one item that decides, open while an item is unknown (DMN 1.5, table 54).
  func quantify(
    _ quantifier: Expression.Quantifier, _ iterations: [Expression.Iteration], _ body: Expression, at span: Span,
    in environment: Environment
  ) -> Value {
    let decisive = quantifier == .some
    var result = Value.boolean(!decisive)
    let stopped = iterate(iterations[...], in: environment) { environment in
      let value = condition(evaluate(body, in: environment), at: body.span)
      result = decisive ? Value.or(result, value) : Value.and(result, value)
      if case .boolean(decisive) = result { return result }
      return nil
    }
    return stopped.map { open($0, alsoFor: body, in: environment) } ?? result
  }

  /// What is unknown because a list is, together with what will have to be known of its items: everything at once can be
  /// asked for, and not one thing after another.
  private func open(_ value: Value, alsoFor body: Expression, in environment: Environment) -> Value {
    guard case .unknown(let unknown) = value else { return value }
    return .unknown(
      body.names.reduce(unknown.open) { found, name in environment[name]?.unknowns.map(found.union) ?? found })
  }

  /// A condition that is null where that is an error.
  func nullCondition(at span: Span) -> Value {
    .null(
      because: Diagnostic(
        "null-condition", span: span,
        message: Wording(en: "this condition is null: neither true nor false", zh: "此条件为空值，既非真也非假")))
  }

  /// A condition that must be true or false; anything else is null with its cause.
  private func condition(_ value: Value, at span: Span) -> Value {
    switch value {
    case .null(nil) where errorsPropagate: nullCondition(at: span)
    case .boolean, .unknown, .null: value
    default:
      .null(
        because: Diagnostic(
          "condition-type", span: span,
          message: Wording(
            en: "a condition is true or false, not \(value.kindName[.en])",
            zh: "条件须为真或假，而不是\(value.kindName[.zh])")))
    }
  }

  /// Visits every combination, the first variable slowest. A value that a visit or a domain gives ends the walk.
  private func iterate(
    _ iterations: ArraySlice<Expression.Iteration>, in environment: Environment, visit: (Environment) -> Value?
  ) -> Value? {
    guard let iteration = iterations.first else { return visit(environment) }
    let rest = iterations.dropFirst()
    let items: [Value]
    switch domain(of: iteration, in: environment) {
    case .success(let found): items = found
    case .failure(let stopped): return stopped.value
    }
    for item in items {
      guard spend() else { return exhausted(at: iteration.domain.span) }
      let inner = environment.binding(iteration.variable.text, to: item)
      if let stopped = iterate(rest, in: inner, visit: visit) { return stopped }
    }
    return nil
  }

  private func domain(of iteration: Expression.Iteration, in environment: Environment) -> Result<[Value], Stopped> {
    let domain = evaluate(iteration.domain, in: environment)
    if let through = iteration.through {
      return steps(from: domain, through: evaluate(through, in: environment), at: iteration.domain.span)
    }
    switch domain {
    case .list(let items): return .success(items)
    case .range(let range): return steps(in: range, at: iteration.domain.span)
    case .unknown(let unknown): return .failure(Stopped(value: .unknown(unknown.open)))
    case .null(.some): return .failure(Stopped(value: domain))
    case .null:
      return .failure(
        Stopped(
          value: .null(
            because: Diagnostic(
              "not-a-list", span: iteration.domain.span,
              message: Wording(en: "there is no list to go through", zh: "没有可遍历的列表")))))
    default: return .success([domain])
    }
  }

  private func steps(in range: RangeValue, at span: Span) -> Result<[Value], Stopped> {
    guard let lower = range.lower, let upper = range.upper else { return .failure(endless(at: span)) }
    return steps(from: lower, through: upper, at: span).map { items in
      var items = items
      if !range.lowerIncluded { items.removeFirst(min(1, items.count)) }
      if !range.upperIncluded, items.last?.equals(upper) == true { items.removeLast() }
      return items
    }
  }

  /// Whole numbers or dates from one end to the other, up or down.
  private func steps(from lower: Value, through upper: Value, at span: Span) -> Result<[Value], Stopped> {
    if let unknown = Value.unknowns(in: [lower, upper]) { return .failure(Stopped(value: .unknown(unknown))) }
    let ends: (Int, Int)
    let item: (Int) -> Value
    switch (lower, upper) {
    case (.number(let a), .number(let b)):
      guard let first = a.int, let last = b.int else { return .failure(endless(at: span)) }
      ends = (first, last)
      item = { .number(Decimal128($0)) }
    case (.date(let a), .date(let b)):
      ends = (a.dayNumber, b.dayNumber)
      item = { CalendarDate(dayNumber: $0).map { .date($0) } ?? .null }
    default: return .failure(endless(at: span))
    }
    let (distance, overflow) = ends.1.subtractingReportingOverflow(ends.0)
    guard !overflow, distance.magnitude < limits.items else {
      return .failure(Stopped(value: tooMany(limits.items, at: span)))
    }
    guard spend(Int(distance.magnitude)) else { return .failure(Stopped(value: exhausted(at: span))) }
    return .success((0...Int(distance.magnitude)).map { item(distance < 0 ? ends.0 - $0 : ends.0 + $0) })
  }

  private func endless(at span: Span) -> Stopped {
    Stopped(
      value: .null(
        because: Diagnostic(
          "bad-range", span: span,
          message: Wording(
            en: "a loop goes through a list, or from one whole number or date to another",
            zh: "循环只能遍历列表，或从一个整数、日期到另一个"))))
  }

  /// How many functions one loop may make.
  private static let mostFunctions = 1000

  private func tooMany(_ most: Int, at span: Span) -> Value {
    .null(
      because: Diagnostic(
        "limit-items", span: span,
        message: Wording(
          en: "a list made here may hold at most \(most) items", zh: "此处的列表最多有 \(most) 项")))
  }

  // MARK: Filters

  /// `base[condition]` or `base[position]` (DMN 1.5, 10.3.2.5 and table 55); what is not a list is one of one item.
  func filter(_ base: Expression, _ condition: Expression, at span: Span, in environment: Environment) -> Value {
    switch selection(base, condition, at: span, in: environment) {
    case .value(let value): value
    case .open(_, _, let unknown): .unknown(unknown)
    }
  }

  /// How many items of a list fit, where of some that may not be known: then it is one of a few numbers. Nothing where
  /// there is no list.
  func count(_ base: Expression, _ condition: Expression, at span: Span, in environment: Environment) -> Value? {
    switch selection(base, condition, at: span, in: environment) {
    case .value(.list(let items)): return .number(Decimal128(items.count))
    case .value: return nil
    case .open(let certain, let unsure, let unknown):
      let counts = unsure < Unknown.mostPossible ? Array(certain...certain + unsure) : [certain, certain + unsure]
      let bounds = Bounds(around: counts.map { .number(Decimal128($0)) })
      guard unsure < Unknown.mostPossible else { return .unknown(unknown.limited(to: bounds)) }
      return Value.one(of: counts.map { .number(Decimal128($0)) }, dependingOn: unknown)
    }
  }

  /// What a filter comes to: a value, or so many items that fit and so many of which that is not known.
  private enum Selection {
    case value(Value)
    case open(certain: Int, unsure: Int, Unknown)
  }

  private func selection(_ base: Expression, _ condition: Expression, at span: Span, in environment: Environment)
    -> Selection
  {
    let value = evaluate(base, in: environment)
    let items: [Value]
    switch value {
    case .list(let list): items = list
    case .unknown: return .value(open(value, alsoFor: condition, in: environment))
    case .null(.some): return .value(value)
    case .null: items = []
    default: items = [value]
    }
    guard let first = items.first else {
      // There is no item to ask about; but what is a position without one is a position all the same.
      guard !condition.isConditionByForm else { return .value(.list([])) }
      switch evaluate(condition, in: environment.binding("item", to: .null)) {
      case .number(let position): return .value(item(at: position, of: [], span: condition.span))
      case .unknown(let unknown): return .value(.unknown(unknown.open))
      default: return .value(.list([]))
      }
    }
    switch evaluate(condition, in: scope(of: first, in: environment)) {
    case .number(let position): return .value(item(at: position, of: items, span: condition.span))
    case .unknown(let unknown) where items.count == 1 && !condition.isConditionByForm && !first.hasEntry(condition):
      return .value(.unknown(unknown.open))
    default: return select(items, where: condition, in: environment)
    }
  }

  private func item(at position: Decimal128, of items: [Value], span: Span) -> Value {
    guard let position = position.int, position != 0, position.magnitude <= items.count else {
      // Null by the standard (10.3.2.5), which is no error unless a decision rests on it.
      guard errorsPropagate else { return .null }
      return .null(
        because: Diagnostic(
          "list-index", span: span,
          message: Wording(
            en: "there is no item `\(position.plainText)` in a list of \(items.count)",
            zh: "\(items.count) 项的列表中没有第 `\(position.plainText)` 项"),
          help: Wording(en: "`[1]` is the first item, `[-1]` the last", zh: "`[1]` 是第一项，`[-1]` 是最后一项")))
    }
    return items[position > 0 ? position - 1 : items.count + position]
  }

  private func select(_ items: [Value], where condition: Expression, in environment: Environment) -> Selection {
    var selected: [Value] = []
    var open: Unknown?
    var unsure = 0
    for item in items {
      guard spend() else { return .value(exhausted(at: condition.span)) }
      switch evaluate(condition, in: scope(of: item, in: environment)) {
      case .boolean(true): selected.append(item)
      case .unknown(let unknown):
        open = open?.union(unknown) ?? unknown.open
        unsure += 1
      case .null(let cause?) where errorsPropagate: return .value(.null(cause))
      case .null where errorsPropagate: return .value(nullCondition(at: condition.span))
      default: break
      }
    }
    return open.map { .open(certain: selected.count, unsure: unsure, $0) } ?? .value(.list(selected))
  }

  /// What a filter condition sees: `item`, and the entries of an item that is a context.
  private func scope(of item: Value, in environment: Environment) -> Environment {
    guard case .context(let context) = item else { return environment.binding("item", to: item) }
    let entries = environment.binding("item", to: item)
    return entries.binding(context)
  }

  // MARK: Paths

  /// `base.member`: an entry of a context, a part of a date, time, duration or range, or of each item of a list.
  func path(_ base: Expression, _ name: Expression.Name, in environment: Environment) -> Value {
    member(name, of: evaluate(base, in: environment))
  }

  private func member(_ name: Expression.Name, of base: Value) -> Value {
    switch base {
    case .unknown:
      // Whole years and days never fall where what they are of rises.
      let rises = ["years", "year", "days"].contains(name.text)
      return acrossPossible([base], trends: rises ? [.rising] : nil) { self.member(name, of: $0[0]) } ?? base
    case .null(.some): return base
    case .context(let context): return context[name.text] ?? .null
    case .list(let items): return .list(items.map { member(name, of: $0) })
    default: break
    }
    if let value = base.property(name.text) { return value }
    return .null(
      because: Diagnostic(
        base.isNull ? "null-operand" : "no-member", span: name.span,
        message: Wording(
          en: "\(base.kindName[.en]) has no `\(name.text)`", zh: "\(base.kindName[.zh])没有 `\(name.text)`")))
  }
}

extension Expression {
  /// Whether the value can only be true, false or null, as of a comparison.
  fileprivate var isConditionByForm: Bool {
    switch kind {
    case .binary(let op, _, _):
      switch op {
      case .add, .subtract, .multiply, .divide, .power: false
      default: true
      }
    case .between, .contained, .instanceOf, .quantified, .literal(.boolean): true
    case .call(let callee, _):
      // `not(…)` and its like; a name of the surroundings may hide the function, which then gives what it gives.
      if case .name(let name) = callee.kind { Builtins.named(name)?.givesTruth ?? false } else { false }
    default: false
    }
  }
}

extension Builtin {
  /// Whether each way to call it gives a yes or no.
  fileprivate var givesTruth: Bool { signatures.allSatisfy { $0.result == .boolean } }
}

extension Value {
  /// Whether a name by itself is an entry of this: no position is meant by it.
  fileprivate func hasEntry(_ name: Expression) -> Bool {
    guard case .context(let context) = self, case .name(let name) = name.kind else { return false }
    return context[name] != nil
  }
}
