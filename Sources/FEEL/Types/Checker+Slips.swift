/// Expressions that are read without an error and hardly ever mean what their author meant.
extension Checker {
  /// `60-79` in a cell, which subtracts: a range is meant.
  mutating func refuseHyphenRange(_ expression: Expression) {
    guard case .binary(.subtract, let left, let right) = expression.kind, let low = left.literalNumber,
      let high = right.literalNumber
    else { return }
    let written = "\(low.plainText)-\(high.plainText)"
    let range = "[\(low.plainText)..\(high.plainText)]"
    report(
      "hyphen-range", expression.span, en: "`\(written)` subtracts, and is no range", zh: "`\(written)` 是减法，不是区间",
      help: Wording(en: "write `\(range)`", zh: "写 `\(range)`"))
  }

  /// `1960-01-01` without `@"…"`, which subtracts twice, and `1960/1/1`, which divides; the latter only without spaces,
  /// since three numbers may well be divided.
  mutating func refusesBareDate(_ op: BinaryOperator, _ left: Expression, _ day: Expression, at span: Span) -> Bool {
    guard op == .subtract || op == .divide, case .binary(op, let yearPart, let monthPart) = left.kind,
      let year = yearPart.literalNumber?.int, let month = monthPart.literalNumber?.int,
      let dayNumber = day.literalNumber?.int, (1000...9999).contains(year),
      op == .subtract || yearPart.span.end + 1 == monthPart.span.start && monthPart.span.end + 1 == day.span.start,
      let date = CalendarDate(year: year, month: month, day: dayNumber)
    else { return false }
    report(
      "bare-date", span,
      en: op == .divide ? "this divides numbers, and is no date" : "this subtracts numbers, and is no date",
      zh: op == .divide ? "这是数的除法，不是日期" : "这是数的减法，不是日期",
      help: Wording(en: "write `@\"\(date)\"`", zh: "写 `@\"\(date)\"`"))
    return true
  }

  /// `60 <= age <= 65`, which compares a truth with a number.
  mutating func refusesChain(_ op: BinaryOperator, _ left: Expression, at span: Span) -> Bool {
    guard op.isOrdering, case .binary(let inner, _, _) = left.kind, inner.isOrdering else { return false }
    report(
      "comparison-chain", span, en: "comparisons cannot be chained", zh: "比较不能连写",
      help: Wording(en: "write `x in [60..65]`, or join two with `and`", zh: "写 `x in [60..65]`，或用 `and` 连接两个比较"))
    return true
  }

  /// `[80..60]`, in which nothing lies.
  mutating func refuseEmptyRange(_ low: Expression?, _ high: Expression?, at span: Span) {
    guard let low = low?.literalNumber, let high = high?.literalNumber, high < low else { return }
    report(
      "empty-range", span, en: "nothing lies between \(low.plainText) and \(high.plainText)",
      zh: "\(low.plainText) 与 \(high.plainText) 之间什么也没有", help: Wording(en: "write the lower end first", zh: "先写下限"))
  }

  /// `min(price, age)`: what is compared or added up must count the same thing.
  mutating func requireOneUnit(_ arguments: [Checked], of builtin: Builtin) {
    guard ["min", "max", "sum", "mean", "median"].contains(builtin.name) else { return }
    let items = arguments.map { if case .list(let element) = $0.type { element } else { $0.type } }
    for (position, item) in items.enumerated().dropFirst() {
      guard case .number(let first) = items[0], case .number(let unit) = item, !first.agrees(with: unit) else {
        continue
      }
      report(
        "unit-mismatch", arguments[position].expression.span,
        en: "`\(builtin.name)` cannot mix \(items[0].wording[.en]) with \(item.wording[.en])",
        zh: "`\(builtin.name)` 不能混用\(items[0].wording[.zh])与\(item.wording[.zh])",
        help: Wording(en: "all must count the same thing", zh: "各项的计量单位必须相同"))
    }
  }
}

extension BinaryOperator {
  fileprivate var isOrdering: Bool {
    switch self {
    case .less, .lessOrEqual, .greater, .greaterOrEqual: true
    default: false
    }
  }
}

extension Expression {
  fileprivate var literalNumber: Decimal128? {
    switch kind {
    case .literal(.number(let number)): number
    case .negation(let inner): inner.literalNumber?.negated
    default: nil
    }
  }
}
