import FEEL

/// What a cell plainly holds for, worked out once.
struct CellShape {
  private let isAny: Bool
  private let text: String
  private let interval: Interval?
  private let isNegated: Bool
  /// The values that it names, where it names nothing else.
  private let values: [Value]?

  init(_ cell: CheckedCell) {
    isAny = cell.tests.isAny
    text = cell.written.text
    interval = cell.tests.interval
    isNegated = cell.tests.isNegated
    values = cell.tests.literals
  }

  /// Whether one row holds for every input for which the other does, cell by cell: it is `-` there, or the same, or an
  /// interval around the other's.
  static func covers(_ a: [CellShape], _ b: [CellShape]) -> Bool {
    a.indices.allSatisfy { a[$0].covers(b[$0]) }
  }

  /// Whether two rows can never hold at once: in some cell they have no value in common.
  static func exclude(_ a: [CellShape], _ b: [CellShape]) -> Bool {
    a.indices.contains { a[$0].excludes(b[$0]) }
  }

  /// A value of the input for which both cells hold, where that is plain.
  ///
  /// - Parameter isWhole: whether the input is a whole number, so that there is nothing between 59 and 60.
  func common(with other: CellShape, isWhole: Bool) -> Common? {
    if isAny, other.isAny || other.text == text { return .anything }
    if isAny { return other.common(with: self, isWhole: isWhole) }
    if other.isAny || text == other.text {
      if let interval { return interval.witness(isWhole: isWhole).map { .value(.number($0)) } }
      return isNegated ? nil : values?.first.map { .value($0) }
    }
    if let interval, let theirs = other.interval {
      return interval.intersection(theirs).witness(isWhole: isWhole).map { .value(.number($0)) }
    }
    guard let values, let theirs = other.values else { return nil }
    switch (isNegated, other.isNegated) {
    case (false, let negated):
      return values.first { value in theirs.contains { $0.equals(value) } != negated }.map { .value($0) }
    case (true, false): return other.common(with: self, isWhole: isWhole)
    case (true, true): return nil
    }
  }

  enum Common {
    case anything
    case value(Value)
  }

  private func excludes(_ other: CellShape) -> Bool {
    if let interval, let theirs = other.interval { return interval.excludes(theirs) }
    guard !isAny, !other.isAny, let values, let theirs = other.values else { return false }
    switch (isNegated, other.isNegated) {
    case (false, false): return !values.contains { value in theirs.contains { $0.equals(value) } }
    case (true, false): return theirs.allSatisfy { value in values.contains { $0.equals(value) } }
    case (false, true): return values.allSatisfy { value in theirs.contains { $0.equals(value) } }
    case (true, true): return false
    }
  }

  private func covers(_ other: CellShape) -> Bool {
    if isAny { return true }
    guard let interval, let theirs = other.interval else { return text == other.text }
    return interval.contains(theirs)
  }
}

extension UnaryTests {
  /// The values of tests that are all literals.
  fileprivate var literals: [Value]? {
    var values: [Value] = []
    for test in tests {
      guard case .expression(let expression) = test.kind, case .literal(let value) = expression.kind else { return nil }
      values.append(value)
    }
    return values
  }

  /// The interval that a single test over literal numbers stands for.
  fileprivate var interval: Interval? {
    guard !isNegated, tests.count == 1, let test = tests.first else { return nil }
    switch test.kind {
    case .comparison(let op, let bound):
      guard let number = bound.literalNumber else { return nil }
      switch op {
      case .less, .lessOrEqual: return Interval(upper: number, upperIncluded: op == .lessOrEqual)
      case .greater, .greaterOrEqual: return Interval(lower: number, lowerIncluded: op == .greaterOrEqual)
      case .equal: return Interval(lower: number, lowerIncluded: true, upper: number, upperIncluded: true)
      default: return nil
      }
    case .expression(let expression):
      if let number = expression.literalNumber {
        return Interval(lower: number, lowerIncluded: true, upper: number, upperIncluded: true)
      }
      guard case .range(let range) = expression.kind, range.equality != .notEqual else { return nil }
      let lower = range.lower?.literalNumber
      let isPoint = range.equality == .equal
      let upper = isPoint ? lower : range.upper?.literalNumber
      guard (range.lower == nil) == (lower == nil), (range.upper == nil && !isPoint) == (upper == nil)
      else { return nil }
      return Interval(
        lower: lower, lowerIncluded: range.lowerIncluded, upper: upper, upperIncluded: range.upperIncluded)
    }
  }
}

extension Expression {
  fileprivate var literalNumber: Decimal128? {
    if case .literal(.number(let number)) = kind { return number }
    if case .negation(let inner) = kind { return inner.literalNumber?.negated }
    return nil
  }
}
