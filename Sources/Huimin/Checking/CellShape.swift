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

/// An interval of numbers, each end included or not, or absent.
private struct Interval {
  var lower: Decimal128?
  var lowerIncluded = false
  var upper: Decimal128?
  var upperIncluded = false

  func excludes(_ other: Interval) -> Bool { endsBefore(other) || other.endsBefore(self) }

  private func endsBefore(_ other: Interval) -> Bool {
    guard let upper, let theirs = other.lower else { return false }
    return upper < theirs || upper == theirs && !(upperIncluded && other.lowerIncluded)
  }

  func contains(_ other: Interval) -> Bool {
    if let lower {
      guard let theirs = other.lower, lower < theirs || lower == theirs && (lowerIncluded || !other.lowerIncluded)
      else {
        return false
      }
    }
    if let upper {
      guard let theirs = other.upper, theirs < upper || upper == theirs && (upperIncluded || !other.upperIncluded)
      else {
        return false
      }
    }
    return true
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
