/// Finds values of the inputs of a table for which none of its rows holds.
///
/// It takes input by input, and of each the classes of values that the rows still in question tell apart; once none is
/// left, whatever the other inputs are is a gap. All work is counted, for there are tables for which it would never end.
struct GapSearch {
  /// How much may be done before nothing is said of a table.
  static let defaultSteps = 200_000

  private let columns: [Column]
  private let rowCount: Int
  /// How much is left to do.
  private(set) var steps: Int
  /// The inputs in question, those of few values first.
  private var order: [Int] = []
  /// The rows that hold whatever the inputs from a place in the order on are.
  private var settled: [RowSet] = []
  private var covered: Set<Node> = []

  private struct Node: Hashable {
    let depth: Int
    let rows: RowSet
  }

  /// An input, with the cells that are the same put together.
  private struct Column {
    /// The rows that hold whatever its value is.
    var indifferent: RowSet
    /// The cell of each other row.
    var cellOfRow: [Int?]
    var cells: [(runs: [Range<Int>], rows: RowSet)] = []
    let values: [GapColumn.Tried]

    /// The best example among values that are alike.
    func example(among alike: Range<Int>) -> Int {
      alike.min { values[$0].rank < values[$1].rank } ?? alike.lowerBound
    }
  }

  init(_ columns: [GapColumn], steps: Int = defaultSteps) {
    rowCount = columns.first?.cells.count ?? 0
    self.steps = steps
    self.columns = columns.map { [rowCount] column in
      var found = Column(
        indifferent: RowSet(of: rowCount), cellOfRow: Array(repeating: nil, count: rowCount),
        values: column.values)
      var known: [[Range<Int>]: Int] = [:]
      for (row, runs) in column.cells.enumerated() {
        guard let runs else {
          found.indifferent.insert(row)
          continue
        }
        let cell = known[runs] ?? found.cells.count
        if cell == found.cells.count {
          known[runs] = cell
          found.cells.append((runs, RowSet(of: rowCount)))
        }
        found.cellOfRow[row] = cell
        found.cells[cell].rows.insert(row)
      }
      return found
    }
  }

  /// A gap that does not depend on other inputs than these: of each input that matters, which of its values leads
  /// into it. Nothing where there is none, or where it takes too long to tell.
  mutating func gap(among inputs: [Int]) -> [Int: Int]? {
    guard rowCount > 0 else { return nil }
    order = inputs.sorted { (columns[$0].values.count, $0) < (columns[$1].values.count, $1) }
    settled = [RowSet(allOf: rowCount)]
    for input in order.reversed() {
      settled.append(settled[settled.count - 1].intersection(columns[input].indifferent))
    }
    settled.reverse()
    covered = []
    guard let path = search(RowSet(allOf: rowCount), depth: 0) else { return nil }
    return withoutNeedless(path)
  }

  private mutating func search(_ rows: RowSet, depth: Int) -> [Int: Int]? {
    if rows.isEmpty { return [:] }
    guard depth < order.count, rows.isDisjoint(with: settled[depth]) else { return nil }
    let column = columns[order[depth]]
    if rows.subtracting(column.indifferent).isEmpty { return search(rows, depth: depth + 1) }
    let node = Node(depth: depth, rows: rows)
    guard !covered.contains(node) else { return nil }
    // One class of values after another, each with the rows that hold for it.
    let ends = ends(of: column, among: rows)
    steps -= ends.count / 2 + rows.width
    var holding = rows.intersection(column.indifferent)
    var start = 0
    var next = 0
    while start < column.values.count {
      while next < ends.count, ends[next].place == start {
        let mine = column.cells[ends[next].cell].rows.intersection(rows)
        if ends[next].isStart { holding.formUnion(mine) } else { holding.subtract(mine) }
        next += 1
      }
      let end = next < ends.count ? ends[next].place : column.values.count
      steps -= 1 + rows.width / 16
      guard steps > 0 else { return nil }
      if var path = search(holding, depth: depth + 1) {
        if holding != rows { path[order[depth]] = column.example(among: start..<end) }
        return path
      }
      start = end
    }
    if steps > 0 { covered.insert(node) }
    return nil
  }

  private typealias End = (place: Int, cell: Int, isStart: Bool)

  /// Where the cells of some rows begin and cease to hold, in order.
  private func ends(of column: Column, among rows: RowSet) -> [End] {
    var isMet = Array(repeating: false, count: column.cells.count)
    var ends: [End] = []
    for row in rows.subtracting(column.indifferent).rows {
      guard let cell = column.cellOfRow[row], !isMet[cell] else { continue }
      isMet[cell] = true
      for run in column.cells[cell].runs { ends += [(run.lowerBound, cell, true), (run.upperBound, cell, false)] }
    }
    return ends.sorted { $0.place < $1.place }
  }

  /// Without the inputs whose value makes no difference once the others are given.
  private func withoutNeedless(_ path: [Int: Int]) -> [Int: Int] {
    var needed = path
    for input in path.keys.sorted(by: >) {
      var rest = needed
      rest[input] = nil
      var excluded = RowSet(of: rowCount)
      for (other, value) in rest {
        for cell in columns[other].cells where !cell.runs.contains(where: { $0.contains(value) }) {
          excluded.formUnion(cell.rows)
        }
      }
      if excluded == RowSet(allOf: rowCount) { needed = rest }
    }
    return needed
  }
}
