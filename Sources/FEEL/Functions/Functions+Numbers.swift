/// Statistics over lists (DMN 1.5, 10.3.4.4) and functions of numbers (10.3.4.5).
extension Builtins {
  static let statistics: [Builtin] = [
    Builtin("min", listOf: .any, .any) { extreme($0, $1, .less) },
    Builtin("max", listOf: .any, .any) { extreme($0, $1, .greater) },
    Builtin("sum", listOf: .number, .number) { call, items in
      items.isEmpty ? .null : numbers(call, items) { Decimal128.sum($0) }
    },
    Builtin("mean", listOf: .number, .number) { call, items in
      items.isEmpty ? .null : numbers(call, items) { Decimal128.mean($0) }
    },
    Builtin("product", listOf: .number, .number) { call, items in
      items.isEmpty
        ? .null : numbers(call, items) { $0.reduce(Decimal128.one as Decimal128?) { $0?.multiplied(by: $1) } }
    },
    Builtin("median", listOf: .number, .number) { call, items in
      items.isEmpty ? .null : numbers(call, items, median)
    },
    Builtin("stddev", listOf: .number, .number) { call, items in
      guard items.count > 1 else {
        return call.null(
          "argument-domain", argument: 0, en: "`stddev` takes at least two numbers", zh: "`stddev` 至少需要两个数")
      }
      return numbers(call, items) { Decimal128.standardDeviation($0) }
    },
    Builtin("mode", listOf: .number, .list(.number)) { call, items in
      switch numbers(call, items) {
      case .success(let found): .list(mode(found).map { .number($0) })
      case .failure(let stopped): stopped.value
      }
    },
  ]

  /// The least or greatest of values of one ordered kind.
  private static func extreme(_ call: Invocation, _ items: [Value], _ wanted: BinaryOperator) -> Value {
    guard var best = items.first else { return .null }
    if let index = items.firstIndex(where: { !$0.isOrdered && !$0.isUnknown }) {
      return refused(call, items[index], index + 1, wanted: Wording(en: "values that have an order", zh: "有大小之分的值"))
    }
    for item in items.dropFirst() {
      switch call.run.compare(wanted, item, best, at: call.span) {
      case .boolean(true): best = item
      case .boolean(false): continue
      case let other: return other
      }
    }
    return best
  }

  /// What is said of an item that the function can do nothing with.
  private static func refused(_ call: Invocation, _ item: Value, _ position: Int, wanted: Wording) -> Value {
    if case .null(.some) = item { return item }
    return call.null(
      "argument-type", argument: 0,
      en: "`\(call.function)` takes \(wanted[.en]); item \(position) is \(item.kindName[.en])",
      zh: "`\(call.function)` 只接受\(wanted[.zh])，第 \(position) 项是\(item.kindName[.zh])",
      help: item.isNull
        ? Wording(en: "leave nulls out: `list[item != null]`", zh: "先去掉空值：`list[item != null]`") : nil)
  }

  /// The items as numbers, or what is said of the first that is none.
  private static func numbers(_ call: Invocation, _ items: [Value]) -> Result<[Decimal128], Stopped> {
    var found: [Decimal128] = []
    for (index, item) in items.enumerated() {
      guard case .number(let number) = item else {
        return .failure(Stopped(value: refused(call, item, index + 1, wanted: Wording(en: "numbers", zh: "数"))))
      }
      found.append(number)
    }
    return .success(found)
  }

  private static func numbers(_ call: Invocation, _ items: [Value], _ body: ([Decimal128]) -> Decimal128?) -> Value {
    switch numbers(call, items) {
    case .success(let found): call.number(body(found))
    case .failure(let stopped): stopped.value
    }
  }

  private static func median(_ numbers: [Decimal128]) -> Decimal128? {
    let sorted = numbers.sorted()
    let middle = sorted.count / 2
    if sorted.count % 2 == 1 { return sorted[middle] }
    return sorted[middle - 1].adding(sorted[middle])?.divided(by: 2)
  }

  private static func mode(_ numbers: [Decimal128]) -> [Decimal128] {
    var counts: [Decimal128: Int] = [:]
    for number in numbers { counts[number, default: 0] += 1 }
    let most = counts.values.max() ?? 0
    return counts.filter { $0.value == most }.map(\.key).sorted()
  }

  static let numbers: [Builtin] =
    [
      Builtin("abs", [.init("n", oneOf: [.number, .monthsDuration, .daysDuration])], .any) { call in
        switch call[0] {
        case .number(let number): .number(number.magnitude)
        case .monthsDuration(let value): value.months < 0 ? call.run.negate(call[0], at: call.span) : call[0]
        case .daysDuration(let value): value.nanoseconds < 0 ? call.run.negate(call[0], at: call.span) : call[0]
        default: call.wrongType(0, wanted: FeelType.number.wording)
        }
      },
      Builtin("modulo", [.init("dividend", .number), .init("divisor", .number)], .number) { call in
        call.number(call.number(1).flatMap { call.number(0)?.modulo($0) })
      },
      Builtin("sqrt", [.init("number", .number)], .number) { $0.number($0.number(0)?.squareRoot()) },
      Builtin("log", [.init("number", .number)], .number) { $0.number($0.number(0)?.naturalLogarithm()) },
      Builtin("exp", [.init("number", .number)], .number) { $0.number($0.number(0)?.exponential()) },
      Builtin("odd", [.init("number", .number)], .boolean) { parity($0, of: 1) },
      Builtin("even", [.init("number", .number)], .boolean) { parity($0, of: 0) },
    ]
    + roundings.sorted { $0.key < $1.key }.map { name, mode in
      // `floor` and `ceiling` alone may do without a scale.
      let scale = Builtin.Parameter("scale", .number, optional: mode == .floor || mode == .ceiling)
      return Builtin(name, [.init("n", .number), scale], .number) { rounded($0, mode) }
    }

  /// The functions that round, by name.
  static let roundings: [String: RoundingMode] = [
    "decimal": .halfEven, "floor": .floor, "ceiling": .ceiling, "round up": .up, "round down": .down,
    "round half up": .halfUp, "round half down": .halfDown,
  ]

  private static func rounded(_ call: Invocation, _ mode: RoundingMode) -> Value {
    guard let scale = call[1].isNull ? 0 : call.number(1)?.rounded(.down, scale: 0)?.int else {
      return call.number(nil)
    }
    return call.number(call.number(0).flatMap { rounded($0, mode, scale: scale) })
  }

  /// A number with `scale` digits after the point. One with no more decimals than are asked for is rounded already,
  /// even where these would not fit.
  static func rounded(_ number: Decimal128, _ mode: RoundingMode, scale: Int) -> Decimal128? {
    let isRounded = -number.exponent <= scale && scale <= -Decimal128.smallestExponent
    return number.rounded(mode, scale: scale) ?? (isRounded ? number : nil)
  }

  private static func parity(_ call: Invocation, of remainder: Int) -> Value {
    guard let number = call.number(0), number.isInteger, let found = number.modulo(2)?.int else {
      return call.number(nil)
    }
    return .boolean(found == remainder)
  }
}
