/// Relations between points and ranges (DMN 1.5, 10.3.4.9), and `range` from text.
extension Builtins {
  /// The names under which the operands of a relation are given: two points, or ranges, or one of each.
  private enum Operands {
    case points, ranges, pointAndRange, rangeAndPoint

    var names: (String, String) {
      switch self {
      case .points: ("point1", "point2")
      case .ranges: ("range1", "range2")
      case .pointAndRange: ("point", "range")
      case .rangeAndPoint: ("range", "point")
      }
    }
  }

  static let ranges: [Builtin] = [
    relation("before", .points, .pointAndRange, .rangeAndPoint, .ranges) { a, b in a.endsBefore(b) },
    relation("after", .points, .pointAndRange, .rangeAndPoint, .ranges) { a, b in b.endsBefore(a) },
    relation("meets", .ranges) { a, b in a.upperIncluded && b.lowerIncluded ? same(a.upper, b.lower) : .boolean(false)
    },
    relation("met by", .ranges) { a, b in b.upperIncluded && a.lowerIncluded ? same(b.upper, a.lower) : .boolean(false)
    },
    relation("overlaps", .ranges) { a, b in Value.and(not(a.endsBefore(b)), not(b.endsBefore(a))) },
    relation("overlaps before", .ranges) { a, b in
      Value.and(
        Value.and(a.startsNoLater(than: b), not(a.sameStart(b))), Value.and(not(a.endsBefore(b)), b.covers(upperOf: a)))
    },
    relation("overlaps after", .ranges) { a, b in
      Value.and(
        Value.and(b.startsNoLater(than: a), not(a.sameStart(b))), Value.and(not(b.endsBefore(a)), a.covers(upperOf: b)))
    },
    relation("finishes", .pointAndRange, .ranges) { a, b in Value.and(a.sameEnd(b), b.startsNoLater(than: a)) },
    relation("finished by", .rangeAndPoint, .ranges) { a, b in Value.and(a.sameEnd(b), a.startsNoLater(than: b)) },
    relation("includes", .rangeAndPoint, .ranges) { a, b in Value.and(a.startsNoLater(than: b), a.covers(upperOf: b)) },
    relation("during", .pointAndRange, .ranges) { a, b in Value.and(b.startsNoLater(than: a), b.covers(upperOf: a)) },
    relation("starts", .pointAndRange, .ranges) { a, b in Value.and(a.sameStart(b), b.covers(upperOf: a)) },
    relation("started by", .rangeAndPoint, .ranges) { a, b in Value.and(a.sameStart(b), a.covers(upperOf: b)) },
    relation("coincides", .points, .ranges) { a, b in Value.and(a.sameStart(b), a.sameEnd(b)) },
    Builtin("range", [.init("from", .string)], .range(.any), body: rangeFrom),
  ]

  /// A range from its text (grammar rule 66), in which one open end may be left out: `[2..)`, `(..2)`.
  private static func rangeFrom(_ call: Invocation) -> Value {
    let text = Array(call.scalars(0).drop { $0.isFeelSpace }.reversed().drop { $0.isFeelSpace }.reversed())
    let written: Expression?
    if text.starts(with: "(..".unicodeScalars) || text.starts(with: "]..".unicodeScalars) {
      written = comparison(text.last == "]" ? "<=" : "<", text.dropFirst(3).dropLast(), endsWell: text.endsRange)
    } else if text.suffix(3).elementsEqual("..)".unicodeScalars) || text.suffix(3).elementsEqual("..[".unicodeScalars) {
      written = comparison(text.first == "[" ? ">=" : ">", text.dropFirst().dropLast(3), endsWell: text.beginsRange)
    } else {
      written = try? Parser.expression(call.string(0))
    }
    guard let written, case .range(let range) = written.kind, range.equality == nil, text.beginsRange,
      [range.lower, range.upper].allSatisfy({ $0?.isRangeLiteral ?? true })
    else { return call.notReadable(0, as: .range(.any)) }
    let value = call.run.evaluate(written, in: Environment())
    // The place within the text of the argument is of no use to anybody.
    guard case .null(let cause?) = value else { return value }
    let message = cause.diagnostic.message
    return call.null(cause.diagnostic.code, argument: 0, en: message[.en], zh: message[.zh])
  }

  private static func comparison(_ op: String, _ bound: ArraySlice<Unicode.Scalar>, endsWell: Bool) -> Expression? {
    endsWell ? try? Parser.expression("\(op) \(String(scalars: bound))") : nil
  }

  /// A relation between two points or ranges. Whichever it is, one body tells; the forms differ in their names.
  private static func relation(
    _ name: String, _ forms: Operands..., body: @escaping @Sendable (RangeValue, RangeValue) -> Value
  ) -> Builtin {
    let run: @Sendable (Invocation) -> Value = { call in
      guard let a = call[0].asRange, let b = call[1].asRange else {
        return call.wrongType(call[0].asRange == nil ? 0 : 1, wanted: FeelType.range(.any).wording)
      }
      let result = body(a, b)
      return result.isNull
        ? call.null(
          "argument-type", en: "`\(name)` needs two points or ranges of one kind", zh: "`\(name)` 需要两个同类的点或区间")
        : result
    }
    let types: [FeelType] = [
      .range(.any), .number, .string, .date, .time, .dateTime, .monthsDuration, .daysDuration,
    ]
    return Builtin(
      name,
      forms.map { form in
        let parameters = [form.names.0, form.names.1].map { Builtin.Parameter($0, oneOf: types) }
        return Builtin.Signature(parameters: parameters, isVariadic: false, result: .boolean, body: run)
      })
  }

  fileprivate static func not(_ value: Value) -> Value {
    if case .boolean(let holds) = value { .boolean(!holds) } else { value }
  }

  /// Null where the two cannot be compared.
  fileprivate static func same(_ a: Value?, _ b: Value?) -> Value {
    guard let a, let b else { return .boolean(a == nil && b == nil) }
    switch a.relation(to: b) {
    case .equal: return .boolean(true)
    case .less, .greater, .different: return .boolean(false)
    default: return .null
    }
  }
}

extension [Unicode.Scalar] {
  fileprivate var beginsRange: Bool { first == "[" || first == "(" || first == "]" }
  fileprivate var endsRange: Bool { last == "]" || last == ")" || last == "[" }
}

extension RangeValue {
  /// Whether this ends before the other begins; never, where an end is open.
  fileprivate func endsBefore(_ other: RangeValue) -> Value {
    guard let upper, let lower = other.lower else { return .boolean(false) }
    switch upper.relation(to: lower) {
    case .less: return .boolean(true)
    case .equal: return .boolean(!(upperIncluded && other.lowerIncluded))
    case .greater: return .boolean(false)
    default: return .null
    }
  }

  fileprivate func sameStart(_ other: RangeValue) -> Value {
    Value.and(Builtins.same(lower, other.lower), .boolean(lowerIncluded == other.lowerIncluded))
  }

  fileprivate func sameEnd(_ other: RangeValue) -> Value {
    Value.and(Builtins.same(upper, other.upper), .boolean(upperIncluded == other.upperIncluded))
  }

  fileprivate func startsNoLater(than other: RangeValue) -> Value {
    guard let lower else { return .boolean(true) }
    guard let theirs = other.lower else { return .boolean(false) }
    switch lower.relation(to: theirs) {
    case .less: return .boolean(true)
    case .equal: return .boolean(lowerIncluded || !other.lowerIncluded)
    case .greater: return .boolean(false)
    default: return .null
    }
  }

  /// Whether this reaches as far up as the other.
  fileprivate func covers(upperOf other: RangeValue) -> Value {
    guard let upper else { return .boolean(true) }
    guard let theirs = other.upper else { return .boolean(false) }
    switch theirs.relation(to: upper) {
    case .less: return .boolean(true)
    case .equal: return .boolean(upperIncluded || !other.upperIncluded)
    case .greater: return .boolean(false)
    default: return .null
    }
  }
}

extension Value {
  /// A range as it is, a point as the range of itself alone; nothing for all but a value, which is no range of order.
  fileprivate var asRange: RangeValue? {
    if case .range(let range) = self { return range.equality == .notEqual ? nil : range }
    return isOrdered ? RangeValue(lower: self, lowerIncluded: true, upper: self, upperIncluded: true) : nil
  }
}

extension Expression {
  /// What may stand as an end of a range in text (grammar rules 60 and 67): literals, and dates, times and durations by
  /// their functions.
  fileprivate var isRangeLiteral: Bool {
    switch kind {
    case .literal: return true
    case .negation(let inner): if case .literal(.number) = inner.kind { return true } else { return false }
    case .call(let callee, let arguments):
      guard case .name(let name) = callee.kind, ["date", "time", "date and time", "duration"].contains(name) else {
        return false
      }
      return arguments.allSatisfy { if case .literal = $0.value.kind { true } else { false } }
    default: return false
    }
  }
}
