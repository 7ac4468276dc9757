import Diagnostics
import FEEL

/// Cases and tables: which rule gave the value, and why that one.
extension ReasonBuilder {
  /// The case taken, with why it holds. While a case before it is open, each that may still count is told.
  ///
  /// - Parameter isOpen: whether the value is not known yet, so that no rule speaks for the whole.
  mutating func account(
    of cases: [Case<Checked>], _ trials: [Trace.Trial], _ checked: CheckedDecision, isOpen: Bool
  ) -> Account {
    var account = Account()
    var used: [Expression] = []
    let isSettledAnyway = !isOpen && trials.contains { $0.holds.isUnknown }
    if isSettledAnyway { account.sentence = ReasonBuilder.sameAnyway }
    for trial in trials where trial.index < cases.count {
      let option = cases[trial.index]
      let standing = phrasing.standing(of: trial.holds)
      if let when = option.when { used.append(when.expression) }
      guard standing != .unmet else { continue }
      used.append(option.then.expression)
      let own = option.because.flatMap(text)
      let isSentence = standing == .met && !isOpen && !isSettledAnyway
      if isSentence { account.sentence = own }
      let calculation = phrasing.calculation(option.then.expression, written: option.then.written)
      account.parts.append(
        Reason(
          .rule, label: option.when == nil ? Wording(en: "otherwise", zh: "其他情形") : nil, standing: standing,
          text: isSentence && checked.decision.because == nil ? nil : own,
          citations: resolve(option.citations, checked), readings: resolve(option.readings, checked),
          because: (option.when.map(conditions) ?? passedOver(cases, trials))
            + (calculation.map { [Reason(.step, text: $0)] } ?? [])))
    }
    account.parts += reasons(usedBy: used)
    return account
  }

  /// While rules are open that all come to the same value, none of them speaks for the whole.
  private static let sameAnyway = Wording(
    en: "The same whatever is not known yet:", zh: "无论尚未知道的情况如何，结果都一样：")

  /// Why none of the cases before `otherwise` held: what is so instead, as plain statements.
  private func passedOver(_ cases: [Case<Checked>], _ trials: [Trace.Trial]) -> [Reason] {
    trials.flatMap { trial -> [Reason] in
      guard trial.index < cases.count, phrasing.standing(of: trial.holds) == .unmet, let when = cases[trial.index].when
      else { return [] }
      return statements(when)
    }.uniqued
  }

  /// The rows that counted, with the cells that made them hold; rows still open too.
  mutating func account(
    of table: Table<Checked>, _ trace: TableTrace, _ checked: CheckedDecision, isOpen: Bool
  ) -> Account {
    var account = Account()
    var used = table.inputs.map(\.expression)
    let isSettledAnyway = !isOpen && trace.rows.contains { $0.holds.isUnknown }
    if isSettledAnyway { account.sentence = ReasonBuilder.sameAnyway }
    for row in trace.rows {
      let standing = phrasing.standing(of: row.holds)
      guard standing != .unmet, standing == .unknown || trace.chosen.contains(row.index) else { continue }
      let written = table.rows[row.index]
      used += written.outputs.map(\.expression)
      let own = written.because.flatMap(text)
      let isSentence = standing == .met && trace.chosen.count == 1 && !isOpen && !isSettledAnyway
      if isSentence { account.sentence = own }
      var cells = cells(table, row, trace.inputs, standing: standing)
      if cells.isEmpty { cells = nearMisses(table, trace) }
      account.parts.append(
        Reason(
          .rule, name: written.id, label: Wording(en: "row \(written.id)", zh: "适用“\(written.id)”"),
          standing: standing, text: isSentence && checked.decision.because == nil ? nil : own,
          citations: resolve(written.citations, checked), because: cells))
    }
    if account.parts.isEmpty { account.parts = nearMisses(table, trace) }
    account.parts += reasons(usedBy: used)
    return account
  }

  private func cells(_ table: Table<Checked>, _ row: TableTrace.Row, _ inputs: [Value], standing: Reason.Standing)
    -> [Reason]
  {
    let written = table.rows[row.index]
    return row.cells.indices.compactMap { position in
      let cell = written.cells[position]
      guard !cell.tests.isAny, phrasing.standing(of: row.cells[position]) == standing else { return nil }
      return Reason(
        .condition, standing: standing,
        text: phrasing.cell(
          cell, input: table.inputs[position], value: inputs[position], holds: row.cells[position]))
    }
  }

  /// For a row that holds for everybody, or for no row at all: which cell of each other row failed.
  private func nearMisses(_ table: Table<Checked>, _ trace: TableTrace) -> [Reason] {
    trace.rows.compactMap { row -> Reason? in
      guard phrasing.standing(of: row.holds) == .unmet, let position = row.cells.indices.last else { return nil }
      let written = table.rows[row.index]
      let clause = phrasing.cell(
        written.cells[position], input: table.inputs[position], value: trace.inputs[position],
        holds: row.cells[position])
      return Reason(
        .condition, name: written.id, standing: .unmet,
        text: Wording(en: "not row \(written.id): \(clause[.en])", zh: "不适用“\(written.id)”：\(clause[.zh])"))
    }
  }
}

extension Array where Element == Reason {
  /// Each statement once.
  fileprivate var uniqued: [Reason] {
    var seen: Set<Wording?> = []
    return filter { seen.insert($0.text).inserted }
  }
}
