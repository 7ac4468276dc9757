import Diagnostics
import FEEL

extension Decider {
  /// A decision table by its hit policy (DMN 1.5, 8.2.10).
  func decide(_ table: Table<Checked>, of decision: Decision<Checked>) -> Finding {
    let inputs = table.inputs.map(evaluate)
    let rows = rowsTried(table, inputs: inputs, decision)
    func finding(_ value: Value, chosen: [Int] = []) -> Finding {
      Finding(value, trace: .table(TableTrace(rows: rows, chosen: chosen, inputs: inputs)))
    }
    if table.hit == .first { return firstHit(table, rows: rows, inputs: inputs, decision, finding) }
    if let failed = rows.first(where: { $0.holds.isNull }) { return finding(failed.holds) }
    let hits = rows.filter { if case .boolean(true) = $0.holds { true } else { false } }.map(\.index)
    let values = hits.map { outputs(table, $0) }
    let open = rows.compactMap { row -> OpenRow? in
      guard case .unknown(let unknown) = row.holds else { return nil }
      return OpenRow(index: row.index, condition: unknown.open, output: outputs(table, row.index))
    }
    switch table.hit {
    case .first, .unique, .any, .priority:
      return singleHit(table, hits: hits, values: values, open: open, inputs: inputs, decision, finding)
    case .collect, .ruleOrder:
      // A list may hold what is not known yet; which rows it is of must be known.
      let value = open.isEmpty ? nil : waiting(values, open).map { Value.unknown($0) }
      return finding(value ?? collected(table, values, inputs: inputs, decision), chosen: hits)
    case .collectSum, .collectMinimum, .collectMaximum, .collectCount, .outputOrder:
      guard let waiting = waiting(values, open) else {
        return finding(collected(table, values, inputs: inputs, decision), chosen: hits)
      }
      let fallback = values.isEmpty ? fallback(table, inputs: inputs, decision) : nil
      return finding(openCollection(table, values, open, waiting, fallback), chosen: hits)
    }
  }

  // MARK: Rows

  private func rowsTried(_ table: Table<Checked>, inputs: [Value], _ decision: Decision<Checked>) -> [TableTrace.Row] {
    var tried: [TableTrace.Row] = []
    for (index, row) in table.rows.enumerated() {
      let (cells, found) = test(row, inputs: inputs)
      let holds = if case .null(nil) = found { nullRow(row, of: decision) } else { found }
      tried.append(TableTrace.Row(index: index, cells: cells, holds: holds))
      if table.hit == .first, case .boolean(true) = holds { break }
    }
    return tried
  }

  /// Cell by cell up to one that fails; an error counts only where no cell fails and none is open.
  private func test(_ row: Table<Checked>.Row, inputs: [Value]) -> (cells: [Value], holds: Value) {
    var cells: [Value] = []
    var holds = Value.boolean(true)
    for (cell, input) in zip(row.cells, inputs) {
      let tested = placed(run.test(cell.tests, input: input, in: environment), by: cell.written)
      cells.append(tested)
      holds = Value.and(holds, tested)
      if case .boolean(false) = holds { break }
    }
    return (cells, holds)
  }

  private func nullRow(_ row: Table<Checked>.Row, of decision: Decision<Checked>) -> Value {
    refusal(
      "null-condition", of: decision, en: "row `\(row.id)` of `\(decision.name)` is neither true nor false",
      zh: "`\(decision.name)` 的“\(row.id)”一行既非真也非假")
  }

  private func outputs(_ table: Table<Checked>, _ index: Int) -> Value {
    value(of: table.rows[index].outputs, names: table.outputs)
  }

  private func value(of formulas: [CheckedFormula], names: [String]) -> Value {
    guard !names.isEmpty else { return formulas.first.map(evaluate) ?? .null }
    return .context(Context(zip(names, formulas).map { (name: $0, value: evaluate($1)) }))
  }

  func fallback(_ table: Table<Checked>, inputs: [Value], _ decision: Decision<Checked>) -> Value {
    if let formulas = table.fallback { return value(of: formulas, names: table.outputs) }
    let shown = zip(table.inputs, inputs).compactMap { formula, value in
      value.isNamedShortly ? "`\(formula.written.text) = \(Quotation.of(value.displayText))`" : nil
    }
    let en = shown.isEmpty ? "" : " for \(shown.joined(separator: ", "))"
    let zh = shown.isEmpty ? "" : "于 \(shown.joined(separator: "、"))"
    return refusal(
      "no-row", of: decision, en: "no row of `\(decision.name)` holds\(en)",
      zh: "`\(decision.name)` 没有一行适用\(zh)",
      help: Wording(en: "add a row of `-`, or `‹default›:`", zh: "补一行 `-`，或写 `‹default›:`"))
  }

  /// All that is to be known before it is settled which rows hold and what they give.
  private func waiting(_ values: [Value], _ open: [OpenRow]) -> Unknown? {
    Value.unknowns(in: open.map { .unknown($0.condition) } + values + open.map(\.output))
  }

  /// Whether rows may turn out to hold at once that must not (DMN 1.5, 8.2.10): under `unique` any two, under `any` two of
  /// which it is not certain that they say the same.
  private func mayContradict(_ table: Table<Checked>, hits: [Int], values: [Value], open: [OpenRow]) -> Bool {
    guard table.hit == .unique || table.hit == .any, !open.isEmpty else { return false }
    let rows = hits + open.map(\.index)
    // Beyond this it would take longer than it is worth.
    guard rows.count <= 64 else { return true }
    let shapes = rows.map { table.rows[$0].cells.map(CellShape.init) }
    let values = values + open.map(\.output)
    return (hits.count..<rows.count).contains { later in
      (0..<later).contains { earlier in
        if CellShape.exclude(shapes[earlier], shapes[later]) { return false }
        return table.hit == .unique || values[earlier].unknowns != nil || values[earlier].isNull
          || !values[earlier].equals(values[later])
      }
    }
  }

  // MARK: Hit policies

  /// Rows in order, as `cases` are: the first that holds settles it, unless one before it is still open.
  private func firstHit(
    _ table: Table<Checked>, rows: [TableTrace.Row], inputs: [Value], _ decision: Decision<Checked>,
    _ finding: (Value, [Int]) -> Finding
  ) -> Finding {
    var open: [Option] = []
    var settled: Value?
    var chosen: [Int] = []
    for row in rows {
      switch row.holds {
      case .boolean(false): continue
      case .unknown(let unknown): open.append(Option(condition: unknown.open, value: outputs(table, row.index)))
      case .boolean:
        settled = outputs(table, row.index)
        chosen = [row.index]
      default: settled = row.holds
      }
      if settled != nil { break }
    }
    return finding(first(of: open, orElse: settled ?? fallback(table, inputs: inputs, decision)), chosen)
  }

  private func singleHit(
    _ table: Table<Checked>, hits: [Int], values: [Value], open: [OpenRow], inputs: [Value],
    _ decision: Decision<Checked>,
    _ finding: (Value, [Int]) -> Finding
  ) -> Finding {
    if mayContradict(table, hits: hits, values: values, open: open) {
      return finding(waiting(values, open).map { .unknown($0.failing) } ?? .null, hits)
    }
    var chosen = hits
    let settled: Value
    switch (table.hit, hits.count) {
    case (_, 0): settled = fallback(table, inputs: inputs, decision)
    case (_, 1): settled = values[0]
    case (.unique, _): settled = violation(table, hits, decision)
    case (_, _) where values.contains { $0.isNull || $0.unknowns != nil }:
      // Which of them counts, or whether they agree, cannot be told.
      settled = values.first(where: \.isNull) ?? waiting(values, open).map { .unknown($0) } ?? values[0]
    case (.priority, _):
      let best = values.indices.min { rank(values[$0], decision) < rank(values[$1], decision) } ?? 0
      settled = values[best]
      chosen = [hits[best]]
    case (.any, _) where values.dropFirst().allSatisfy({ $0.equals(values[0]) }): settled = values[0]
    default: settled = violation(table, hits, decision)
    }
    // With a row open, the outcome is settled only if that row would say the same, or could not come first.
    let best = table.hit == .priority && !hits.isEmpty ? rank(settled, decision) : .max
    let rivals = open.filter { row in
      row.condition.mayFail || row.output.unknowns != nil || row.output.isNull || best == .max
        || rank(row.output, decision) < best
    }
    return finding(rivals.reduce(settled) { Value.merge($1.output, $0, dependingOn: $1.condition) }, chosen)
  }

  private func violation(_ table: Table<Checked>, _ hits: [Int], _ decision: Decision<Checked>) -> Value {
    let ids = hits.map { "`\(table.rows[$0].id)`" }
    return refusal(
      "rows-conflict", of: decision,
      en:
        "rows \(ids.joined(separator: ", ")) of `\(decision.name)` hold at once under hit policy `‹\(table.hit.rawValue)›`",
      zh: "`\(decision.name)` 的 \(ids.joined(separator: "、")) 行同时成立，不合命中策略 `‹\(table.hit.rawValue)›`",
      help: Wording(
        en: "make the rows exclude each other, or choose another hit policy", zh: "让各行互斥，或改用别的命中策略"))
  }

  /// Where a value stands in the decision's enumeration, which gives the priority (DMN 1.5, 8.2.10, hit policy P).
  func rank(_ value: Value, _ decision: Decision<Checked>) -> Int {
    let type: FactType? = if case .list(let element)? = decision.type { element } else { decision.type }
    guard case .choice(let members, _)? = type, case .string(let text) = value else { return .max }
    return members.firstIndex(of: text) ?? .max
  }
}

extension Value {
  /// Whether it is known and can be named within a sentence.
  fileprivate var isNamedShortly: Bool {
    switch self {
    case .null, .unknown, .list, .context, .function: false
    default: true
    }
  }
}
