/// Comparisons, logic and arithmetic.
extension Checker {
  /// Checks a chain of infix operators from its left end without nesting, so that a long sum is not deep.
  mutating func binaryChain(_ expression: Expression, in scope: TypeScope) -> Checked {
    var spine: [(op: BinaryOperator, right: Expression, span: Span)] = []
    var left = expression
    while case .binary(let op, let inner, let right) = left.kind {
      spine.append((op, right, left.span))
      left = inner
    }
    guard let first = spine.popLast() else { return check(left, in: scope) }
    let (a, b) = operands(first.op, left, first.right, in: scope)
    var result = binary(first.op, a, b, at: first.span)
    for (op, right, span) in spine.reversed() {
      let isEquality = op == .equal || op == .notEqual
      result = binary(op, result, check(right, in: scope, expecting: isEquality ? result.type : nil), at: span)
    }
    return result
  }

  private mutating func binary(_ op: BinaryOperator, _ left: Checked, _ right: Checked, at span: Span) -> Checked {
    let expression = Expression(.binary(op, left.expression, right.expression), span)
    switch op {
    case .and, .or:
      for side in [left, right] { requireCondition(side.type, at: side.expression.span) }
      return Checked(expression: expression, type: .boolean)
    case .equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual:
      if refusesChain(op, left.expression, at: span) { break }
      requireComparable(left.type, right.type, ordered: op != .equal && op != .notEqual, at: span)
    case .add, .subtract, .multiply, .divide, .power:
      if refusesBareDate(op, left.expression, right.expression, at: span) {
        return Checked(expression: expression, type: .any)
      }
      return Checked(expression: expression, type: arithmetic(op, left.type, right.type, at: span))
    }
    return Checked(expression: expression, type: .boolean)
  }

  /// Both sides, each knowing the type of the other where that lets a bare word be read as a member.
  private mutating func operands(_ op: BinaryOperator, _ left: Expression, _ right: Expression, in scope: TypeScope)
    -> (Checked, Checked)
  {
    guard op == .equal || op == .notEqual else { return (check(left, in: scope), check(right, in: scope)) }
    if case .name(let name) = left.kind, scope.variables[name] == nil {
      let right = check(right, in: scope)
      return (check(left, in: scope, expecting: right.type), right)
    }
    let left = check(left, in: scope)
    return (left, check(right, in: scope, expecting: left.type))
  }

  mutating func requireCondition(_ type: FeelType, at span: Span) {
    guard type != .boolean, !type.isOpen else { return }
    report(
      "condition-type", span, en: "a condition is true or false, not \(type.wording[.en])",
      zh: "条件须为真或假，而不是\(type.wording[.zh])")
  }

  mutating func requireNegatable(_ type: FeelType, at span: Span) {
    switch type {
    case .number, .monthsDuration, .daysDuration, .any: return
    case .null: reportNull("-", at: span)
    default:
      report(
        "operand-type", span, en: "`-` cannot negate \(type.wording[.en])", zh: "`-` 不能对\(type.wording[.zh])取负")
    }
  }

  /// Two sides of a comparison: of one kind and one unit.
  mutating func requireComparable(_ a: FeelType, _ b: FeelType, ordered: Bool, at span: Span) {
    if ordered, a == .null || b == .null {
      return report("null-operand", span, en: "null is neither less nor more than anything", zh: "空值没有大小之分")
    }
    if a.isOpen || b.isOpen { return }
    if case .number(let x) = a, case .number(let y) = b {
      if !x.agrees(with: y) { reportUnits(a, b, verb: ("compared with", "比较"), at: span) }
      return
    }
    let sameKind = a.conforms(to: b) || b.conforms(to: a)
    guard sameKind else {
      return report(
        "never-comparable", span,
        en: "\(a.wording[.en]) can never be compared with \(b.wording[.en])",
        zh: "\(a.wording[.zh])与\(b.wording[.zh])无法比较")
    }
    if ordered { requireOrder(a, at: span) }
  }

  private mutating func requireOrder(_ type: FeelType, at span: Span) {
    switch type {
    case .boolean, .list, .context, .range, .function, .enumeration:
      report(
        "not-ordered", span, en: "\(type.wording[.en]) has no order: neither is less than the other",
        zh: "\(type.wording[.zh])没有大小之分")
    default: break
    }
  }

  /// `min(price, name)`: what is to be the least or the greatest must have an order, and be of one kind. (Units have
  /// been looked at.)
  mutating func requireOrderedItems(_ arguments: [Checked], of builtin: Builtin) {
    guard builtin.name == "min" || builtin.name == "max", let first = arguments.first else { return }
    if arguments.count == 1 {
      if case .list(let element) = first.type { requireOrder(element, at: first.expression.span) }
      return
    }
    for argument in arguments where argument.type != .null {
      if case .number = first.type, case .number = argument.type { continue }
      let before = diagnostics.count
      requireComparable(first.type, argument.type, ordered: true, at: argument.expression.span)
      if diagnostics.count > before { return }
    }
  }

  /// The value of a cell against its input: equal to it, a range or list that may hold it, or a condition.
  mutating func requireMatchable(_ value: FeelType, by input: FeelType, at span: Span) {
    if value == .boolean { return }
    switch (value, input) {
    case (.range(let element), let input) where input != value:
      requireComparable(input, element, ordered: true, at: span)
    case (.list(let element), .list(let wanted)): requireComparable(wanted, element, ordered: false, at: span)
    case (.list(let element), let input): requireMatchable(element, by: input, at: span)
    default: requireComparable(input, value, ordered: false, at: span)
    }
  }

  private mutating func reportUnits(_ a: FeelType, _ b: FeelType, verb: (String, String), at span: Span) {
    report(
      "unit-mismatch", span, en: "\(a.wording[.en]) cannot be \(verb.0) \(b.wording[.en])",
      zh: "\(a.wording[.zh])不能与\(b.wording[.zh])\(verb.1)",
      help: Wording(en: "both sides must count the same thing", zh: "两边的计量单位必须相同"))
  }

  // MARK: Arithmetic

  private mutating func reportNull(_ op: String, at span: Span) {
    report("null-operand", span, en: "`\(op)` with null never has a value", zh: "`\(op)` 与空值运算没有结果")
  }

  private mutating func arithmetic(_ op: BinaryOperator, _ a: FeelType, _ b: FeelType, at span: Span) -> FeelType {
    if a == .null || b == .null {
      reportNull(op.rawValue, at: span)
      return .any
    }
    if a.isOpen || b.isOpen {
      // One side alone may already tell that nothing fits.
      return a.isOpen && b.isOpen ? .any : openArithmetic(op, a.isOpen ? b : a, at: span)
    }
    if case .number(let x) = a, case .number(let y) = b { return numbers(op, x, y, a, b, at: span) }
    if let result = FeelType.temporalResult(op, a, b) { return result }
    report(
      "operand-type", span, en: "`\(op.rawValue)` does not apply to \(a.wording[.en]) and \(b.wording[.en])",
      zh: "`\(op.rawValue)` 不适用于\(a.wording[.zh])与\(b.wording[.zh])",
      help: (a == .date && b.isNumber || a.isNumber && b == .date) && (op == .add || op == .subtract)
        ? Wording(
          en: "to a date belongs a duration: `@\"P12M\"` months, `@\"P10D\"` days",
          zh: "日期加减时长：`@\"P12M\"`（月）、`@\"P10D\"`（日）") : nil)
    return .any
  }

  private mutating func openArithmetic(_ op: BinaryOperator, _ known: FeelType, at span: Span) -> FeelType {
    switch known {
    case .boolean, .list, .context, .range, .function:
      report(
        "operand-type", span, en: "`\(op.rawValue)` does not apply to \(known.wording[.en])",
        zh: "`\(op.rawValue)` 不适用于\(known.wording[.zh])")
    default: break
    }
    switch (op, known) {
    // What can be added to these at all gives one of the same kind.
    case (.add, .number), (.subtract, .number), (.add, .string), (.add, .date), (.add, .dateTime), (.add, .time):
      return known
    default: return .any
    }
  }

  private mutating func numbers(_ op: BinaryOperator, _ x: Unit, _ y: Unit, _ a: FeelType, _ b: FeelType, at span: Span)
    -> FeelType
  {
    switch op {
    case .multiply:
      if x == .yuan, y == .yuan {
        report("unit-mismatch", span, en: "money cannot be multiplied by money", zh: "金额不能与金额相乘")
      }
      return .number(x.multiplied(by: y))
    case .divide: return .number(x.divided(by: y))
    case .power: return .number(x == .adopting ? .adopting : x)
    default:
      if !x.agrees(with: y) {
        reportUnits(a, b, verb: op == .add ? ("added to", "相加") : ("subtracted from, or by,", "相减"), at: span)
      }
      return .number(x == .adopting ? y : x)
    }
  }
}

extension Unit {
  /// Whether two numbers of these units may be added or compared. A literal fits any unit.
  func agrees(with other: Unit) -> Bool { self == other || self == .adopting || other == .adopting }
}

extension FeelType {
  /// The result of arithmetic on texts, dates and durations (DMN 1.5, tables 50 to 53); nothing where there is none.
  fileprivate static func temporalResult(_ op: BinaryOperator, _ a: FeelType, _ b: FeelType) -> FeelType? {
    switch (op, a, b) {
    case (.add, .string, .string), (.add, .enumeration, .string), (.add, .string, .enumeration),
      (.add, .enumeration, .enumeration):
      .string
    case (.add, .date, .monthsDuration), (.add, .date, .daysDuration), (.add, .monthsDuration, .date),
      (.add, .daysDuration, .date), (.subtract, .date, .monthsDuration), (.subtract, .date, .daysDuration):
      .date
    case (.add, .dateTime, .monthsDuration), (.add, .dateTime, .daysDuration), (.add, .monthsDuration, .dateTime),
      (.add, .daysDuration, .dateTime), (.subtract, .dateTime, .monthsDuration), (.subtract, .dateTime, .daysDuration):
      .dateTime
    case (.add, .time, .daysDuration), (.add, .daysDuration, .time), (.subtract, .time, .daysDuration): .time
    case (.subtract, .date, .date), (.subtract, .dateTime, .dateTime), (.subtract, .date, .dateTime),
      (.subtract, .dateTime, .date), (.subtract, .time, .time):
      .daysDuration
    case (.add, .monthsDuration, .monthsDuration), (.subtract, .monthsDuration, .monthsDuration),
      (.multiply, .monthsDuration, .number), (.multiply, .number, .monthsDuration),
      (.divide, .monthsDuration, .number):
      .monthsDuration
    case (.add, .daysDuration, .daysDuration), (.subtract, .daysDuration, .daysDuration),
      (.multiply, .daysDuration, .number), (.multiply, .number, .daysDuration), (.divide, .daysDuration, .number):
      .daysDuration
    case (.divide, .monthsDuration, .monthsDuration), (.divide, .daysDuration, .daysDuration): .number(.plain)
    default: nil
    }
  }
}

extension FeelType {
  fileprivate var isNumber: Bool { if case .number = self { true } else { false } }
}
