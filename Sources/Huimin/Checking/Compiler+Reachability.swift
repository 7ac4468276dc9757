import Diagnostics
import FEEL

/// Rows that can never count, or that hold at once where they must not, as far as that is plain from the text of their
/// cells.
extension Compiler {
  mutating func findUnreachable(_ table: Table<Checked>) {
    switch table.hit {
    case .first: findMasked(table)
    case .unique: findOverlaps(table)
    default: break
    }
  }

  private mutating func findMasked(_ table: Table<Checked>) {
    let shapes = table.rows.map { $0.cells.map(CellShape.init) }
    for (position, row) in table.rows.enumerated() {
      let mine = shapes[position]
      guard let first = shapes[..<position].firstIndex(where: { CellShape.covers($0, mine) }) else { continue }
      let earlier = table.rows[first]
      report(
        "unreachable-row", at: row.location, severity: .warning,
        en: "row `\(row.id)` is never reached: row `\(earlier.id)` before it holds whenever it does",
        zh: "第 `\(row.id)` 行永远不会用到：凡其成立之处，前面的第 `\(earlier.id)` 行都已成立",
        help: Wording(en: "put the narrower row first", zh: "把条件更窄的行放在前面"))
    }
  }

  private mutating func findOverlaps(_ table: Table<Checked>) {
    let shapes = table.rows.map { $0.cells.map(CellShape.init) }
    let inputs = table.inputs.map(input)
    for (position, row) in table.rows.enumerated() {
      for (earlier, theirs) in zip(table.rows, shapes[..<position]) {
        guard let witness = common(theirs, shapes[position], inputs) else { continue }
        let en = witness.isEmpty ? "" : " for \(witness.joined(separator: ", "))"
        let zh = witness.isEmpty ? "" : "（如 \(witness.joined(separator: "、"))）"
        report(
          "overlapping-rows", at: row.location,
          en: "rows `\(earlier.id)` and `\(row.id)` hold at once\(en), which hit policy `‹unique›` forbids",
          zh: "第 `\(earlier.id)` 行与第 `\(row.id)` 行会同时成立\(zh)，命中策略 `‹unique›` 不允许",
          help: Wording(en: "make them exclude each other, or write `‹hit›: ‹first›`", zh: "让两行互斥，或写 `‹hit›: ‹first›`"))
        break
      }
    }
  }

  /// An input of a table as far as it matters which values it can take together with others.
  private struct Input {
    let text: String
    /// Whether it is a fact, which can be anything whatever the other inputs are.
    let isFact: Bool
    let isWhole: Bool
  }

  private func input(_ formula: CheckedFormula) -> Input {
    var type: FactType?
    var isFact = false
    if case .name(let name) = formula.expression.kind {
      let fact = linker.facts.first { $0.fact.name == name }?.fact
      isFact = fact != nil
      type = fact?.type ?? linker.decisions.first { $0.decision.name == name }?.declaredType
    }
    let isWhole =
      switch type {
      case .years?, .integer?: true
      default: false
      }
    return Input(text: formula.written.text, isFact: isFact, isWhole: isWhole)
  }

  /// What two rows both hold for, an input each; empty where that is everything, and nothing where it is not certain that
  /// there is anything. Inputs that are computed may depend on each other, so only one of them may differ.
  private func common(_ a: [CellShape], _ b: [CellShape], _ inputs: [Input]) -> [String]? {
    var found: [String] = []
    var computed = 0
    for (position, input) in inputs.enumerated() {
      switch a[position].common(with: b[position], isWhole: input.isWhole) {
      case nil: return nil
      case .anything?: continue
      case .value(let value)?:
        found.append("`\(input.text) = \(value.displayText)`")
        if !input.isFact { computed += 1 }
      }
    }
    return computed > 0 && found.count > 1 ? nil : found
  }
}
