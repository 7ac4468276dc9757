/// `+ - * / **` and unary minus over numbers, texts, dates and durations (DMN 1.5, tables 50 to 53).
extension Run {
  func negate(_ operand: Value, at span: Span) -> Value {
    switch operand {
    case .number(let number): .number(number.negated)
    case .monthsDuration(let duration): duration.negated.map { .monthsDuration($0) } ?? overflow(at: span)
    case .daysDuration(let duration): duration.negated.map { .daysDuration($0) } ?? overflow(at: span)
    case .null(.some): operand
    case .unknown: acrossPossible([operand], trends: [.falling]) { self.negate($0[0], at: span) } ?? operand
    default:
      .null(
        because: Diagnostic(
          "operand-type", span: span,
          message: Wording(
            en: "`-` cannot negate \(operand.kindName[.en])", zh: "`-` 不能对\(operand.kindName[.zh])取负")))
    }
  }

  func arithmetic(_ op: BinaryOperator, _ left: Value, _ right: Value, at span: Span) -> Value {
    if case .number(let a) = left, case .number(let b) = right { return numbers(op, a, b, at: span) }
    let trends = Run.trends(of: op, left, right)
    if let open = acrossPossible([left, right], trends: trends, { self.arithmetic(op, $0[0], $0[1], at: span) }) {
      return trends == nil ? corners(op, left, right, open, at: span) : open
    }
    for side in [left, right] { if case .null(.some) = side { return side } }
    if op == .add, case .string(let a) = left, case .string(let b) = right { return joined(a, b, at: span) }
    let result: Value?? =
      switch op {
      case .add: sum(left, right)
      case .subtract: difference(left, right)
      case .multiply: product(left, right)
      case .divide: quotient(left, right)
      default: nil
      }
    // The outer level: whether the two go together at all; the inner: whether the result can be written.
    switch result {
    case .some(.some(let value)): return value
    case .some(.none): return overflow(at: span)
    case .none: return mismatch(op, left, right, at: span)
    }
  }

  private func numbers(_ op: BinaryOperator, _ a: Decimal128, _ b: Decimal128, at span: Span) -> Value {
    let result: Decimal128? =
      switch op {
      case .add: a.adding(b)
      case .subtract: a.subtracting(b)
      case .multiply: a.multiplied(by: b)
      case .divide: a.divided(by: b)
      case .power: a.raised(to: b)
      default: nil
      }
    if let result { return .number(result) }
    guard op == .divide, b.isZero else { return overflow(at: span) }
    return .null(
      because: Diagnostic(
        "division-by-zero", span: span, message: Wording(en: "division by zero", zh: "除数为零"),
        help: Wording(
          en: "test the divisor first: `if n = 0 then … else … / n`", zh: "先判断除数：`if n = 0 then … else … / n`")))
  }

  private func joined(_ a: String, _ b: String, at span: Span) -> Value {
    let length = a.utf8.count + b.utf8.count
    guard length <= limits.characters else {
      return .null(
        because: Diagnostic("limit-characters", span: span, message: Wording(en: "the text is too long", zh: "文字过长")))
    }
    return spend(length / 16) ? .string(a + b) : exhausted(at: span)
  }

  private func overflow(at span: Span) -> Value {
    .null(
      because: Diagnostic(
        "number-too-large", span: span,
        message: Wording(en: "the result is out of range or not defined", zh: "结果超出范围或没有定义")))
  }

  private func mismatch(_ op: BinaryOperator, _ left: Value, _ right: Value, at span: Span) -> Value {
    let (a, b) = (left.kindName, right.kindName)
    return .null(
      because: Diagnostic(
        left.isNull || right.isNull ? "null-operand" : "operand-type", span: span,
        message: Wording(
          en: "`\(op.rawValue)` does not apply to \(a[.en]) and \(b[.en])",
          zh: "`\(op.rawValue)` 不适用于\(a[.zh])与\(b[.zh])"),
        help: left.help(beside: right)))
  }

  private func sum(_ left: Value, _ right: Value) -> Value?? {
    switch (left, right) {
    case (.date(let a), .monthsDuration(let b)), (.monthsDuration(let b), .date(let a)):
      .some(a.adding(b).map { .date($0) })
    case (.date(let a), .daysDuration(let b)), (.daysDuration(let b), .date(let a)):
      .some(a.adding(b).map { .date($0) })
    case (.dateTime(let a), .monthsDuration(let b)), (.monthsDuration(let b), .dateTime(let a)):
      .some(a.adding(b).map { .dateTime($0) })
    case (.dateTime(let a), .daysDuration(let b)), (.daysDuration(let b), .dateTime(let a)):
      .some(a.adding(b).map { .dateTime($0) })
    case (.time(let a), .daysDuration(let b)), (.daysDuration(let b), .time(let a)): .time(a.adding(b))
    case (.monthsDuration(let a), .monthsDuration(let b)): .some(a.adding(b).map { .monthsDuration($0) })
    case (.daysDuration(let a), .daysDuration(let b)): .some(a.adding(b).map { .daysDuration($0) })
    default: nil
    }
  }

  private func difference(_ left: Value, _ right: Value) -> Value?? {
    switch (left, right) {
    case (.date(let a), .date(let b)): .daysDuration(a.distance(from: b))
    case (.dateTime, .dateTime), (.dateTime, .date), (.date, .dateTime):
      // A local time and one with a zone have no distance: the two do not go together.
      left.asDateTime.flatMap { a in right.asDateTime.flatMap { a.distance(from: $0) } }.map {
        .some(.daysDuration($0))
      }
    case (.time(let a), .time(let b)): a.distance(from: b).map { .some(.daysDuration($0)) }
    case (_, .monthsDuration(let b)): b.negated.map { sum(left, .monthsDuration($0)) } ?? .some(nil)
    case (_, .daysDuration(let b)): b.negated.map { sum(left, .daysDuration($0)) } ?? .some(nil)
    default: nil
    }
  }

  private func product(_ left: Value, _ right: Value) -> Value?? {
    switch (left, right) {
    case (.monthsDuration(let a), .number(let b)), (.number(let b), .monthsDuration(let a)):
      .some(a.multiplied(by: b).map { .monthsDuration($0) })
    case (.daysDuration(let a), .number(let b)), (.number(let b), .daysDuration(let a)):
      .some(a.multiplied(by: b).map { .daysDuration($0) })
    default: nil
    }
  }

  private func quotient(_ left: Value, _ right: Value) -> Value?? {
    switch (left, right) {
    case (.monthsDuration(let a), .number(let b)): .some(a.divided(by: b).map { .monthsDuration($0) })
    case (.daysDuration(let a), .number(let b)): .some(a.divided(by: b).map { .daysDuration($0) })
    case (.monthsDuration(let a), .monthsDuration(let b)): .some(a.ratio(to: b).map { .number($0) })
    case (.daysDuration(let a), .daysDuration(let b)): .some(a.ratio(to: b).map { .number($0) })
    default: nil
    }
  }
}

extension Value {
  /// A date and time as it is, or a date at midnight UTC (DMN 1.5, 10.3.2.9.4).
  var asDateTime: DateTime? {
    switch self {
    case .dateTime(let value): value
    case .date(let date): DateTime(midnightUTC: date)
    default: nil
    }
  }
}

/// Durations times and divided by decimals, which the calendar itself, made of integers, does not know. Fractions of
/// a month or of a nanosecond are cut off, toward zero.
extension MonthsDuration {
  var negated: MonthsDuration? { months == .min ? nil : MonthsDuration(months: -months) }

  func adding(_ other: MonthsDuration) -> MonthsDuration? {
    let (sum, overflow) = months.addingReportingOverflow(other.months)
    return overflow ? nil : MonthsDuration(months: sum)
  }

  func multiplied(by factor: Decimal128) -> MonthsDuration? {
    Decimal128(months).multiplied(by: factor).flatMap(MonthsDuration.init(truncating:))
  }

  func divided(by divisor: Decimal128) -> MonthsDuration? {
    Decimal128(months).divided(by: divisor).flatMap(MonthsDuration.init(truncating:))
  }

  func ratio(to other: MonthsDuration) -> Decimal128? { Decimal128(months).divided(by: Decimal128(other.months)) }

  private init?(truncating months: Decimal128) {
    guard let whole = months.rounded(.down, scale: 0)?.int else { return nil }
    self.init(months: whole)
  }
}

extension DaysDuration {
  func multiplied(by factor: Decimal128) -> DaysDuration? {
    Decimal128(nanoseconds).multiplied(by: factor).flatMap(DaysDuration.init(truncating:))
  }

  func divided(by divisor: Decimal128) -> DaysDuration? {
    Decimal128(nanoseconds).divided(by: divisor).flatMap(DaysDuration.init(truncating:))
  }

  func ratio(to other: DaysDuration) -> Decimal128? {
    Decimal128(nanoseconds).divided(by: Decimal128(other.nanoseconds))
  }

  private init?(truncating nanoseconds: Decimal128) {
    guard let whole = nanoseconds.rounded(.down, scale: 0), let count = Int128(exactly: whole) else { return nil }
    self.init(nanoseconds: count)
  }
}

extension Int128 {
  /// The integer that a whole number is, if it fits.
  init?(exactly number: Decimal128) {
    guard number.isInteger else { return nil }
    self.init(number.plainText)
  }
}
