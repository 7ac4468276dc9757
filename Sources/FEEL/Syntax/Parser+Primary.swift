/// Constants, names and brackets, and the members, filters and calls that may follow them.
extension Parser {
  mutating func primary() throws(Diagnostic) -> Expression {
    try scanner.skipSpace()
    guard let scalar = scanner.current else { throw unexpected(wanted: Parser.aValue) }
    let start = scanner.position
    switch scalar {
    case "\"": return try stringLiteral()
    case "(": return try parenthesized()
    case "[", "]": return try bracketed()
    case "{": return try contextLiteral()
    case "@": return try temporalLiteral()
    case "?" where scanner.peek(1)?.continuesName != true && matchKnownName() == nil:
      scanner.position += 1
      return Expression(.input, Span(start, start + 1))
    default: break
    }
    if scalar.isDigit, let name = matchNumberedName() {
      scanner.position = name.span.end
      return Expression(.name(name.text), name.span)
    }
    if scalar.isDigit || (scalar == "." && scanner.peek(1)?.isDigit == true) { return try numberLiteral() }
    if let constant = constant() { return constant }
    let name = try variableName()
    return Expression(.name(name.text), name.span)
  }

  static let aValue = Wording(en: "a value", zh: "一个值")

  /// The keyword that comes next, unless it only begins a longer known name.
  func keyword() -> String? {
    guard let word = scanner.nextWord() else { return nil }
    if let known = matchKnownName(), known.text != word { return nil }
    return word
  }

  private mutating func constant() -> Expression? {
    let value: Value
    switch keyword() {
    case "true": value = .boolean(true)
    case "false": value = .boolean(false)
    case "null": value = .null
    default: return nil
    }
    let start = scanner.position
    scanner.position += keyword()?.unicodeScalars.count ?? 0
    return Expression(.literal(value), Span(start, scanner.position))
  }

  // MARK: Brackets

  /// `( expression )`, or a range that leaves its lower end out.
  private mutating func parenthesized() throws(Diagnostic) -> Expression {
    let start = scanner.position
    scanner.position += 1
    let outerMode = mayEndRange
    mayEndRange = false
    defer { mayEndRange = outerMode }
    let inner = try expression()
    if try scanner.isRangeDots() { return try range(from: inner, lowerIncluded: false, start: start) }
    try expect(")")
    return Expression(inner.kind, Span(start, scanner.position))
  }

  /// A list, or a range; `]` opens a range that leaves its lower end out.
  private mutating func bracketed() throws(Diagnostic) -> Expression {
    let start = scanner.position
    let isList = scanner.current == "["
    scanner.position += 1
    let outerMode = mayEndRange
    mayEndRange = false
    defer { mayEndRange = outerMode }
    if isList, try accept("]") { return Expression(.list([]), Span(start, scanner.position)) }
    var items = [try expression()]
    if try scanner.isRangeDots() { return try range(from: items[0], lowerIncluded: isList, start: start) }
    guard isList else { throw unexpected(wanted: Wording(both: "`..`")) }
    while try accept(",") { items.append(try expression()) }
    try expect("]")
    return Expression(.list(items), Span(start, scanner.position))
  }

  mutating func range(from lower: Expression, lowerIncluded: Bool, start: Int) throws(Diagnostic)
    -> Expression
  {
    scanner.position += 2
    mayEndRange = true
    let upper = try expression()
    try scanner.skipSpace()
    guard let end = scanner.current, end == "]" || end == ")" || end == "[" else {
      throw unexpected(wanted: Wording(en: "`]`, `)` or `[` to end the range", zh: "区间的结尾 `]`、`)` 或 `[`"))
    }
    scanner.position += 1
    let range = Expression.RangeExpression(
      lower: lower, lowerIncluded: lowerIncluded, upper: upper, upperIncluded: end == "]")
    return Expression(.range(range), Span(start, scanner.position))
  }

  /// `> 5` and its kin as a value, where one stands here: the range of all that it holds for (grammar rule 7).
  mutating func openRange() throws(Diagnostic) -> Expression? {
    let start = scanner.position
    if let range = try wordedRange() { return range }
    guard let op = acceptComparison() else { return nil }
    let bound = try operand()
    let range: Expression.RangeExpression =
      switch op {
      case .less, .lessOrEqual:
        .init(lower: nil, lowerIncluded: false, upper: bound, upperIncluded: op == .lessOrEqual)
      case .greater, .greaterOrEqual:
        .init(lower: bound, lowerIncluded: op == .greaterOrEqual, upper: nil, upperIncluded: false)
      default:
        .init(
          lower: bound, lowerIncluded: op == .equal, upper: nil, upperIncluded: op == .equal, equality: op)
      }
    return Expression(.range(range), Span(start, bound.span.end))
  }

  private mutating func contextLiteral() throws(Diagnostic) -> Expression {
    let start = scanner.position
    scanner.position += 1
    let outerMode = mayEndRange
    let outerLocals = locals.count
    mayEndRange = false
    defer {
      mayEndRange = outerMode
      locals.pop(to: outerLocals)
    }
    var entries: [Expression.Entry] = []
    if try !accept("}") {
      repeat {
        guard entries.count < Parser.maximumEntries else { throw tooManyEntries() }
        let key = try contextKey()
        if key.text.unicodeScalars.contains(where: { !$0.continuesName && !$0.isFeelSpace }) {
          writtenMembers.append(key.text)
        }
        try expect(":")
        let value = try expression()
        entries.append(Expression.Entry(key: key, value: value))
        locals.push(key.text)
      } while try accept(",")
      try expect("}")
    }
    return Expression(.context(entries), Span(start, scanner.position))
  }

  private func tooManyEntries() -> Diagnostic {
    Diagnostic(
      "too-long", span: Span(scanner.position, scanner.position + 1),
      message: Wording(
        en: "a context may be written with at most \(Parser.maximumEntries) entries",
        zh: "一个上下文最多写 \(Parser.maximumEntries) 个条目"))
  }

  private mutating func contextKey() throws(Diagnostic) -> Expression.Name {
    try scanner.skipSpace()
    guard scanner.current == "\"" else { return try newName(until: []) }
    let literal = try stringLiteral()
    guard case .literal(.string(let text)) = literal.kind else { throw unexpected(wanted: Parser.aName) }
    return Expression.Name(text, literal.span)
  }

  // MARK: Paths, filters, calls

  mutating func postfix(of base: Expression) throws(Diagnostic) -> Expression {
    var result = base
    while true {
      try scanner.skipSpace()
      result = try bounded(result)
      switch scanner.current {
      case "." where scanner.peek(1) != ".":
        scanner.position += 1
        let member = try memberName()
        result = Expression(.path(result, member: member), Span(result.span.start, member.span.end))
      case "[":
        guard let filtered = try filter(of: result) else { return result }
        result = filtered
      case "(":
        let arguments = try self.arguments()
        result = Expression(.call(result, arguments), Span(result.span.start, scanner.position))
      default: return result
      }
    }
  }

  /// A filter; or nothing, where the bracket ends a range instead.
  private mutating func filter(of base: Expression) throws(Diagnostic) -> Expression? {
    let start = scanner
    let outerMode = mayEndRange
    if outerMode, rangeEnds.contains(start.position) { return nil }
    let outerLocals = locals.count
    let wasInFilter = isInFilter
    defer {
      mayEndRange = outerMode
      isInFilter = wasInFilter
      locals.pop(to: outerLocals)
    }
    isInFilter = true
    locals.push("item")
    scanner.position += 1
    mayEndRange = false
    do throws(Diagnostic) {
      let condition = try expression()
      try expect("]")
      if outerMode, !(try mayStandBeforeRangeEnd()) { throw unexpected(wanted: Parser.aValue) }
      return Expression(.filter(base, condition), Span(base.span.start, scanner.position))
    } catch {
      guard outerMode, error.code == "syntax" else { throw error }
      rangeEnds.insert(start.position)
      scanner = start
      return nil
    }
  }

  /// Whether what comes next ends a range, or goes on with its upper end.
  private mutating func mayStandBeforeRangeEnd() throws(Diagnostic) -> Bool {
    try scanner.skipSpace()
    switch scanner.current {
    case "]", ")", "[", "(": return true
    case ".": return scanner.peek(1) != "."
    default: return nextInfix() != nil || scanner.isNextWord("instance")
    }
  }

  private mutating func arguments() throws(Diagnostic) -> [Expression.Argument] {
    let outerMode = mayEndRange
    mayEndRange = false
    defer { mayEndRange = outerMode }
    scanner.position += 1
    if try accept(")") { return [] }
    var arguments: [Expression.Argument] = []
    repeat {
      let name = try argumentName()
      if let first = arguments.first, (first.name == nil) != (name == nil) { throw mixedArguments() }
      arguments.append(Expression.Argument(name: name, value: try expression()))
    } while try accept(",")
    try expect(")")
    return arguments
  }

  private func mixedArguments() -> Diagnostic {
    Diagnostic(
      "syntax", span: Span(scanner.position, scanner.position + 1),
      message: Wording(
        en: "arguments are either all named or all in order", zh: "参数要么全部写名称，要么全部按顺序"))
  }
}

extension Scanner {
  /// Whether `..` comes next.
  mutating func isRangeDots() throws(Diagnostic) -> Bool {
    try skipSpace()
    return isNext("..")
  }
}
