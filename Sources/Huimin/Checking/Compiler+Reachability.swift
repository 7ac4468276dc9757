import Diagnostics
import FEEL

/// Rows that can never count, as far as that is plain from the text of their cells.
extension Compiler {
  mutating func findUnreachable(_ table: Table<Checked>) {
    guard table.hit == .first || table.hit == .unique else { return }
    let shapes = table.rows.map { $0.cells.map(CellShape.init) }
    for (position, row) in table.rows.enumerated() {
      let mine = shapes[position]
      let isUnique = table.hit == .unique
      let clash = shapes[..<position].firstIndex {
        CellShape.covers($0, mine) || isUnique && CellShape.covers(mine, $0)
      }
      guard let first = clash else { continue }
      let earlier = table.rows[first]
      switch table.hit {
      case .first:
        report(
          "unreachable-row", at: row.location, severity: .warning,
          en: "row `\(row.id)` is never reached: row `\(earlier.id)` before it holds whenever it does",
          zh: "第 `\(row.id)` 行永远不会用到：凡其成立之处，前面的第 `\(earlier.id)` 行都已成立",
          help: Wording(en: "put the narrower row first", zh: "把条件更窄的行放在前面"))
      case .unique:
        report(
          "overlapping-rows", at: row.location,
          en: "rows `\(earlier.id)` and `\(row.id)` hold at once, which hit policy `unique` forbids",
          zh: "第 `\(earlier.id)` 行与第 `\(row.id)` 行会同时成立，命中策略 `unique` 不允许",
          help: Wording(en: "make them exclude each other, or write `hit: first`", zh: "让两行互斥，或写 `hit: first`"))
      default: break
      }
    }
  }
}

/// What a cell plainly holds for, worked out once.
private struct CellShape {
  let isAny: Bool
  let text: String
  let interval: Interval?

  init(_ cell: CheckedCell) {
    isAny = cell.tests.isAny
    text = cell.written.text
    interval = cell.tests.interval
  }

  /// Whether one row holds for every input for which the other does, cell by cell: it is `-` there, or the same, or an
  /// interval around the other's.
  static func covers(_ a: [CellShape], _ b: [CellShape]) -> Bool {
    a.indices.allSatisfy { a[$0].covers(b[$0]) }
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
      guard case .range(let range) = expression.kind else { return nil }
      let lower = range.lower?.literalNumber
      let upper = range.isPoint ? lower : range.upper?.literalNumber
      guard (range.lower == nil) == (lower == nil), (range.upper == nil && !range.isPoint) == (upper == nil)
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
