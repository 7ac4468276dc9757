import Diagnostics
import FEEL

/// Checks decision tables.
extension Compiler {
  mutating func check(
    _ table: Table<AsWritten>, of decision: Decision<AsWritten>, expecting expected: FeelType?
  ) -> (Form<Checked>, FeelType)? {
    let inputs = table.inputs.compactMap { formulas.formula($0, in: scope) }
    guard inputs.count == table.inputs.count else { return nil }
    let wanted = outputTypes(table, expected)
    // Where no row could be read, which has been told, nothing is known of the value.
    let unknown: FeelType = table.rows.isEmpty ? .any : .null
    var types = Array(repeating: unknown, count: max(1, table.outputs.count))
    var rows: [Table<Checked>.Row] = []
    for row in table.rows {
      let cells = zip(row.cells, inputs).compactMap { formulas.cell($0, input: $1.type, in: scope) }
      let outputs = row.outputs.enumerated().compactMap { position, written in
        output(written, expecting: wanted[position], joining: &types[position])
      }
      guard cells.count == row.cells.count, outputs.count == row.outputs.count else { continue }
      rows.append(
        Table.Row(
          id: row.id, label: row.label, cells: cells, outputs: outputs,
          because: formulas.template(row.because, in: scope), citations: row.citations, readings: row.readings,
          location: row.location))
    }
    let fallback = table.fallback?.enumerated().compactMap { position, written in
      position < wanted.count ? output(written, expecting: wanted[position], joining: &types[position]) : nil
    }
    guard rows.count == table.rows.count, fallback?.count == table.fallback?.count else { return nil }
    let checked = Table<Checked>(
      hit: table.hit, inputs: inputs, outputs: table.outputs, rows: rows, fallback: fallback)
    findUnreachable(checked)
    refuseDefault(checked, decision)
    requireNumbers(checked, types, of: decision)
    requireMembers(checked, of: decision)
    return (.table(checked), type(of: checked, outputs: types))
  }

  /// Where no row holds, a list is empty and a count is zero; a default would never be used.
  private mutating func refuseDefault(_ table: Table<Checked>, _ decision: Decision<AsWritten>) {
    guard let fallback = table.fallback?.first, table.hit.givesList || table.hit == .collectCount else { return }
    report(
      "unused-default", at: fallback.written.location,
      en:
        "`‹\(table.hit.rawValue)›` gives \(table.hit.givesList ? "an empty list" : "0") where no row holds: its default is never used",
      zh: "没有一行成立时，`‹\(table.hit.rawValue)›` 的结果是\(table.hit.givesList ? "空列表" : "0")，用不到 `‹default›`",
      help: Wording(en: "leave out `‹default›:` of `\(decision.name)`", zh: "删去 `\(decision.name)` 的 `‹default›:`"))
  }

  /// Sums and extremes need numbers to add up and compare.
  private mutating func requireNumbers(_ table: Table<Checked>, _ types: [FeelType], of decision: Decision<AsWritten>) {
    guard [.collectSum, .collectMinimum, .collectMaximum].contains(table.hit), let type = types.first else { return }
    if case .number = type, table.outputs.isEmpty { return }
    guard type != .any || !table.outputs.isEmpty else { return }
    report(
      "type-mismatch", at: decision.location, en: "`‹\(table.hit.rawValue)›` needs one output that is a number",
      zh: "`‹\(table.hit.rawValue)›` 需要一个数作为输出")
  }

  /// Which output comes first is told by the order of members alone.
  private mutating func requireMembers(_ table: Table<Checked>, of decision: Decision<AsWritten>) {
    guard table.hit == .priority || table.hit == .outputOrder else { return }
    let type: FactType? = if case .list(let element)? = decision.type { element } else { decision.type }
    if case .choice? = type, table.outputs.isEmpty { return }
    report(
      "no-priority", at: decision.location,
      en: "hit policy `‹\(table.hit.rawValue)›` does not know which output comes first",
      zh: "命中策略 `‹\(table.hit.rawValue)›` 不知道哪个输出优先",
      help: Wording(
        en: "list the outputs under `‹members›:`, the first before the others", zh: "用 `‹members›:` 按优先顺序列出各输出")
    )
  }

  private func outputTypes(_ table: Table<AsWritten>, _ wanted: FeelType?) -> [FeelType?] {
    var expected = wanted
    if table.hit.givesList, case .list(let element)? = wanted { expected = element }
    if !table.outputs.isEmpty {
      guard case .context(let fields)? = expected else { return table.outputs.map { _ in nil } }
      return table.outputs.map { name in fields.first { $0.name == name }?.type }
    }
    return [table.hit == .collectCount ? nil : expected]
  }

  private func type(of table: Table<Checked>, outputs: [FeelType]) -> FeelType {
    let single: FeelType =
      table.outputs.isEmpty ? outputs[0] : .context(zip(table.outputs, outputs).map { FeelType.Field($0, $1) })
    if table.hit == .collectCount { return .number }
    return table.hit.givesList ? .list(single) : single
  }
}

extension HitPolicy {
  var givesList: Bool { self == .collect || self == .ruleOrder || self == .outputOrder }
}
