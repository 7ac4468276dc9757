/// How results move with what they are made of: what the ends of a result can be told by.
extension Run {
  /// How an operator's result moves with each side; nothing where that depends on more than the signs of the sides.
  static func trends(of op: BinaryOperator, _ left: Value, _ right: Value) -> [Trend]? {
    switch op {
    case .add: return [.rising, .rising]
    case .subtract: return [.rising, .falling]
    case .multiply:
      return left.factorTrend.flatMap { ofRight in right.factorTrend.map { [$0, ofRight] } }
    case .divide:
      guard let sign = right.bounds?.divisorSign else { return nil }
      let ofLeft: Trend = sign > 0 ? .rising : .falling
      // Whatever is divided by more is nearer to nothing.
      return left.factorTrend.map { [ofLeft, $0 == .rising ? .falling : .rising] }
    default: return nil
    }
  }

  /// A product of two sides of which one may be above and below nothing: the ends are among those of its corners.
  func corners(_ op: BinaryOperator, _ left: Value, _ right: Value, _ open: Value, at span: Span) -> Value {
    guard op == .multiply, case .unknown(let unknown) = open, unknown.possible == nil, let a = left.bounds,
      let b = right.bounds, let ends = [a.lower, a.upper, b.lower, b.upper] as? [Value]
    else { return open }
    let products = ends[..<2].flatMap { a in ends[2...].map { arithmetic(op, a, $0, at: span) } }
    return Value.between(Bounds(around: products), dependingOn: unknown)
  }

  /// The least or the greatest of items of which some are not known: it is beyond none of those whose end is known.
  func extreme(_ wanted: BinaryOperator, of arguments: [Value], _ open: Value, _ operation: ([Value]) -> Value) -> Value
  {
    // Where errors are values like others, one among the items would be the result.
    guard errorsPropagate, case .unknown(let unknown) = open, unknown.possible == nil else { return open }
    let items: [Value] = if arguments.count == 1, case .list(let items) = arguments[0] { items } else { arguments }
    let bounds = items.map { $0.isNull ? nil : $0.bounds }
    func end(_ ends: [Value?], needsAll: Bool) -> Value? {
      let known = ends.compactMap { $0 }
      guard !known.isEmpty, !needsAll || known.count == ends.count else { return nil }
      let result = operation([.list(known)])
      return result.isOrdered ? result : nil
    }
    let ends = Bounds(
      lower: end(bounds.map { $0?.lower }, needsAll: wanted == .less),
      upper: end(bounds.map { $0?.upper }, needsAll: wanted == .greater))
    return Value.between(ends, dependingOn: unknown)
  }
}

extension Builtin {
  /// How the result moves with each of some arguments; nothing where it is not known.
  func trends(ofArguments count: Int) -> [Run.Trend]? {
    if let hostTrends { return hostTrends.count == count ? hostTrends : nil }
    return switch name {
    case "sum", "mean", "median": Array(repeating: .rising, count: count)
    case "years and months duration": [.falling, .rising]
    case _ where Builtins.roundings[name] != nil: Array(repeating: .rising, count: count)
    default: nil
    }
  }

  /// Whether it gives the least or the greatest of its arguments.
  var extreme: BinaryOperator? { name == "min" ? .less : name == "max" ? .greater : nil }
}

extension Value {
  /// How a product moves with the other factor: nothing where this one may be below and above nothing.
  fileprivate var factorTrend: Run.Trend? {
    guard let bounds else { return nil }
    if let lower = bounds.lower, lower.sign.map({ $0 >= 0 }) == true { return .rising }
    if let upper = bounds.upper, upper.sign.map({ $0 <= 0 }) == true { return .falling }
    return nil
  }

  /// -1, 0 or 1 of a number or a duration.
  fileprivate var sign: Int? {
    switch self {
    case .number(let number): number.isZero ? 0 : number.isNegative ? -1 : 1
    case .monthsDuration(let duration): duration.months.signum()
    case .daysDuration(let duration): duration.nanoseconds == 0 ? 0 : duration.nanoseconds < 0 ? -1 : 1
    default: nil
    }
  }
}

extension Bounds {
  /// The sign of everything between the ends, where nothing is not between them.
  fileprivate var divisorSign: Int? {
    if let lower, lower.sign == 1 { return 1 }
    if let upper, upper.sign == -1 { return -1 }
    return nil
  }
}
