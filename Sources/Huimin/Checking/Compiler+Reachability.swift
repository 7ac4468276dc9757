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
          en: "rows `\(earlier.id)` and `\(row.id)` hold at once, which hit policy `‹unique›` forbids",
          zh: "第 `\(earlier.id)` 行与第 `\(row.id)` 行会同时成立，命中策略 `‹unique›` 不允许",
          help: Wording(en: "make them exclude each other, or write `‹hit›: ‹first›`", zh: "让两行互斥，或写 `‹hit›: ‹first›`"))
      default: break
      }
    }
  }
}
