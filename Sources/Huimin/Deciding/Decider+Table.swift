import Diagnostics
import FEEL

extension Decider {
  /// A decision table by its hit policy (DMN 1.5, 8.2.10).
  func decide(_ table: Table<Checked>, of decision: Decision<Checked>) -> Finding {
    let inputs = table.inputs.map(evaluate)
    let rows = rowsTried(table, inputs: inputs)
    func finding(_ value: Value, chosen: [Int] = []) -> Finding {
      Finding(value, trace: .table(TableTrace(rows: rows, chosen: chosen, inputs: inputs)))
    }
    if let failed = rows.first(where: { $0.holds.isNull }) {
      return finding(nullRow(failed, of: table, decision))
    }
    let hits = rows.filter { if case .boolean(true) = $0.holds { true } else { false } }.map(\.index)
    let open = rows.compactMap { row -> (Int, Unknown)? in
      if case .unknown(let unknown) = row.holds { (row.index, unknown) } else { nil }
    }
    switch table.hit {
    case .first: return firstHit(table, rows: rows, hits: hits, open: open, decision, finding)
    case .unique, .any, .priority:
      return singleHit(table, hits: hits, open: open, decision, finding)
    case .collect, .collectSum, .collectMinimum, .collectMaximum, .collectCount, .ruleOrder, .outputOrder:
      if let unknown = union(open.map(\.1)) { return finding(.unknown(unknown), chosen: hits) }
      return finding(collected(table, hits: hits, decision), chosen: hits)
    }
  }

  // MARK: Rows

  private func rowsTried(_ table: Table<Checked>, inputs: [Value]) -> [TableTrace.Row] {
    var tried: [TableTrace.Row] = []
    for (index, row) in table.rows.enumerated() {
      let tested = test(row, inputs: inputs)
      tried.append(TableTrace.Row(index: index, cells: tested.cells, holds: tested.holds))
      if table.hit == .first, case .boolean(true) = tested.holds { break }
    }
    return tried
  }

  private func test(_ row: Table<Checked>.Row, inputs: [Value]) -> (cells: [Value], holds: Value) {
    var cells: [Value] = []
    var open: Unknown?
    var null: Value?
    for (cell, input) in zip(row.cells, inputs) {
      let holds = placed(run.test(cell.tests, input: input, in: environment), by: cell.written)
      cells.append(holds)
      switch holds {
      case .boolean(true): continue
      case .boolean(false): return (cells, holds)
      case .unknown(let unknown): open = open?.union(unknown) ?? unknown
      default: null = null ?? (input.isNull && holds.isNull ? firstCause(input, holds) : holds)
      }
    }
    if let null { return (cells, null) }
    return (cells, open.map { .unknown($0) } ?? .boolean(true))
  }

  private func firstCause(_ a: Value, _ b: Value) -> Value { if case .null(.some) = a { a } else { b } }

  private func nullRow(_ row: TableTrace.Row, of table: Table<Checked>, _ decision: Decision<Checked>) -> Value {
    if case .null(.some) = row.holds { return row.holds }
    let id = table.rows[row.index].id
    return refusal(
      "null-condition", of: decision, en: "row `\(id)` of `\(decision.name)` is neither true nor false",
      zh: "`\(decision.name)` 的第 `\(id)` 行既非真也非假")
  }

  private func outputs(_ table: Table<Checked>, _ index: Int) -> Value {
    value(of: table.rows[index].outputs, names: table.outputs)
  }

  private func value(of formulas: [CheckedFormula], names: [String]) -> Value {
    guard !names.isEmpty else { return formulas.first.map(evaluate) ?? .null }
    return .context(Context(zip(names, formulas).map { (name: $0, value: evaluate($1)) }))
  }

  private func fallback(_ table: Table<Checked>, _ decision: Decision<Checked>) -> Value {
    if let formulas = table.fallback { return value(of: formulas, names: table.outputs) }
    return refusal(
      "no-row", of: decision, en: "no row of `\(decision.name)` holds", zh: "`\(decision.name)` 没有一行成立",
      help: Wording(en: "add a row of `-`, or `default:`", zh: "补一行 `-`，或写 `default:`"))
  }

  private func union(_ unknowns: [Unknown]) -> Unknown? {
    unknowns.dropFirst().reduce(unknowns.first) { $0?.union($1) }
  }

  // MARK: Hit policies

  private func firstHit(
    _ table: Table<Checked>, rows: [TableTrace.Row], hits: [Int], open: [(Int, Unknown)],
    _ decision: Decision<Checked>, _ finding: (Value, [Int]) -> Finding
  ) -> Finding {
    let last = hits.first.map { outputs(table, $0) } ?? fallback(table, decision)
    let value = open.reversed().reduce(last) { later, row in
      merge(outputs(table, row.0), later, dependingOn: row.1)
    }
    return finding(value, Array(hits.prefix(1)))
  }

  private func singleHit(
    _ table: Table<Checked>, hits: [Int], open: [(Int, Unknown)], _ decision: Decision<Checked>,
    _ finding: (Value, [Int]) -> Finding
  ) -> Finding {
    let values = hits.map { outputs(table, $0) }
    let settled: Value
    switch (table.hit, hits.count) {
    case (_, 0): settled = fallback(table, decision)
    case (_, 1): settled = values[0]
    case (.priority, _): settled = highestPriority(values, of: decision)
    case (.any, _) where values.dropFirst().allSatisfy({ $0.equals(values[0]) }): settled = values[0]
    default: settled = violation(table, hits, decision)
    }
    // With a row open, the outcome is settled only if that row would say the same.
    let value = open.reduce(settled) { merge(outputs(table, $1.0), $0, dependingOn: $1.1) }
    return finding(value, settled.isNull ? hits : Array(hits.prefix(table.hit == .any ? hits.count : 1)))
  }

  private func violation(_ table: Table<Checked>, _ hits: [Int], _ decision: Decision<Checked>) -> Value {
    let ids = hits.map { "`\(table.rows[$0].id)`" }
    return refusal(
      "hit-policy", of: decision,
      en:
        "rows \(ids.joined(separator: ", ")) of `\(decision.name)` hold at once under hit policy `\(table.hit.rawValue)`",
      zh: "`\(decision.name)` 的 \(ids.joined(separator: "、")) 行同时成立，不合命中策略 `\(table.hit.rawValue)`",
      help: Wording(
        en: "make the rows exclude each other, or choose another hit policy", zh: "让各行互斥，或改用别的命中策略"))
  }

  /// The value that stands first in the decision's enumeration (DMN 1.5, 8.2.10, hit policy P).
  private func highestPriority(_ values: [Value], of decision: Decision<Checked>) -> Value {
    values.min { rank($0, decision) < rank($1, decision) } ?? .null
  }

  private func rank(_ value: Value, _ decision: Decision<Checked>) -> Int {
    guard case .choice(let members, _)? = decision.type, case .string(let text) = value else { return .max }
    return members.firstIndex(of: text) ?? .max
  }

  private func collected(_ table: Table<Checked>, hits: [Int], _ decision: Decision<Checked>) -> Value {
    let values = hits.map { outputs(table, $0) }
    switch table.hit {
    case .collectCount: return .number(Decimal128(values.count))
    case .outputOrder: return .list(values.sorted { rank($0, decision) < rank($1, decision) })
    case .collect, .ruleOrder: return .list(values)
    default: break
    }
    if values.isEmpty { return fallback(table, decision) }
    var numbers: [Decimal128] = []
    for value in values {
      guard case .number(let number) = value else {
        if value.isNull || value.isUnknown { return value }
        return refusal(
          "operand-type", of: decision, en: "`\(table.hit.rawValue)` needs numbers, not \(value.kindName[.en])",
          zh: "`\(table.hit.rawValue)` 需要数，而不是\(value.kindName[.zh])")
      }
      numbers.append(number)
    }
    switch table.hit {
    case .collectMinimum: return numbers.min().map { .number($0) } ?? .null
    case .collectMaximum: return numbers.max().map { .number($0) } ?? .null
    default:
      return Decimal128.sum(numbers).map { .number($0) }
        ?? refusal("number-range", of: decision, en: "the sum is out of range", zh: "合计超出范围")
    }
  }
}
