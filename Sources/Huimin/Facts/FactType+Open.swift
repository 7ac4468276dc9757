import FEEL

/// What is known of a value that was not given: that its type and its ranges allow it.
extension FactType {
  /// A value of this type that nobody has given yet.
  ///
  /// - Parameter ranges: what else it is held to.
  func open(_ name: String, within ranges: [CheckedCell] = []) -> Value {
    let bounds = ranges.compactMap(\.bounds).reduce(leastBounds) { found, range in found?.narrowed(by: range) ?? range }
    return .unknown(Unknown(name).limited(to: bounds))
  }

  /// Bounds narrowed by what the type allows; nothing where that says no more.
  func held(_ bounds: Bounds?) -> Bounds? {
    guard let own = leastBounds else { return nil }
    return bounds?.narrowed(by: own) ?? own
  }

  /// Amounts and completed years are never negative.
  private var leastBounds: Bounds? {
    switch self {
    case .money, .years: Bounds(lower: .number(0), upper: nil)
    default: nil
    }
  }
}

extension CheckedCell {
  /// Whether it depends on nothing but the value that is tested.
  var standsAlone: Bool {
    tests.tests.allSatisfy { test in
      switch test.kind {
      case .comparison(_, let end): end.names.isEmpty
      case .expression(let expression): expression.names.isEmpty
      }
    }
  }

  /// The ends of a range that depends on nothing: of `[0..500]` and `>= 1`. An end that is left out counts as one, which
  /// says a little too much and never too little.
  fileprivate var bounds: Bounds? {
    guard tests.tests.count == 1, !tests.isNegated else { return nil }
    func value(of expression: Expression) -> Value? {
      expression.names.isEmpty && !expression.mentionsInput ? Run().evaluate(expression, in: Environment()) : nil
    }
    switch tests.tests[0].kind {
    case .comparison(.greater, let end), .comparison(.greaterOrEqual, let end):
      return Bounds(lower: value(of: end), upper: nil)
    case .comparison(.less, let end), .comparison(.lessOrEqual, let end):
      return Bounds(lower: nil, upper: value(of: end))
    case .comparison: return nil
    case .expression(let expression):
      guard case .range(let range)? = value(of: expression), range.equality == nil else { return nil }
      return Bounds(lower: range.lower, upper: range.upper)
    }
  }
}

extension Program {
  /// What each fact is while it is not given.
  static func openValues(_ facts: [Fact], _ ranges: [String: [CheckedCell]]) -> [String: Value] {
    Dictionary(
      facts.map { ($0.name, $0.type.open($0.name, within: ranges[$0.name] ?? [])) }, uniquingKeysWith: { $1 })
  }
}
