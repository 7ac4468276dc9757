import Diagnostics
import FEEL

/// Cases and tables: which rule gave the value, and why that one.
extension ReasonBuilder {
  /// How the value of a decision by rules stands.
  private enum Verdict {
    /// One rule gave it.
    case settled
    /// Rules are open that all come to it.
    case same(Unknown)
    /// Rules are open that come to different values.
    case open
  }

  private func verdict(_ value: Value, _ conditions: [Value]) -> Verdict {
    if value.isUnknown { return .open }
    let open = Value.unknowns(in: conditions.filter(\.isUnknown))
    return open.map { .same($0) } ?? .settled
  }

  /// What is told of a value to which all rules still possible come.
  func sameAnyway(_ unknown: Unknown) -> Wording {
    let labels = unknown.facts.prefix(6).map { program.label(of: $0) }.series
    let more = unknown.facts.count > 6
    return Wording(
      en: "(the same whatever is true of: \(labels[.en])\(more ? ", …" : ""))",
      zh: "（无论下列情况如何，结果都一样：\(labels[.zh])\(more ? "等" : "")）")
  }

  // MARK: Cases

  /// The case taken, with why it holds; while others are open, each that may still count.
  mutating func account(of cases: [Case<Checked>], _ trials: [Trace.Trial], _ value: Value, _ checked: CheckedDecision)
    -> Account
  {
    let verdict = verdict(value, trials.map(\.holds))
    if case .same(let unknown) = verdict { return same(unknown, cases, trials, value, checked) }
    var account = Account()
    for trial in trials where trial.index < cases.count && phrasing.standing(of: trial.holds) != .unmet {
      let option = cases[trial.index]
      if case .open = verdict {
        let isAfterOthers = option.when == nil && trials.contains { $0.holds.isUnknown }
        // Only what is shown may be built: what is told once is told nowhere else.
        let conditions =
          option.when.map { supposed($0) } ?? (isAfterOthers ? [] : passedOver(cases, trials, for: value))
        account.parts.append(
          possible(option.then, of: checked, checked.type, isOtherwise: isAfterOthers, because: conditions))
      } else {
        let conditions: [Reason] =
          if let when = option.when {
            telling(isHarmless: areOthersWorse(cases.map { [$0.then] }, than: trial.index, value)) {
              $0.conditions(when)
            } + missed(cases, trials, above: value, checked)
          } else {
            passedOver(cases, trials, for: value)
          }
        let sentence = sentence(option.because, of: value)
        account.sentence = sentence
        account.citations = resolve(option.citations, checked)
        account.readings = resolve(option.readings, checked)
        let calculation = phrasing.calculation(option.then.expression, written: option.then.written)
        account.parts.append(
          Reason(
            .rule, label: option.when == nil ? Wording(en: "otherwise", zh: "其他情形") : nil, standing: .met,
            text: checked.decision.because == nil ? nil : sentence,
            because: conditions + (calculation.map { [Reason(.step, text: $0)] } ?? [])))
        account.parts += reasons(usedBy: [option.then.expression])
      }
    }
    return account
  }

  /// Of cases that all come to one value, what is certain all the same: a case that holds, and what the last would give.
  private mutating func same(
    _ unknown: Unknown, _ cases: [Case<Checked>], _ trials: [Trace.Trial], _ value: Value, _ checked: CheckedDecision
  ) -> Account {
    var account = Account(sentence: sameAnyway(unknown))
    guard let last = trials.last, last.index < cases.count, phrasing.standing(of: last.holds) == .met else {
      return account
    }
    let option = cases[last.index]
    if let when = option.when {
      account.parts.append(
        Reason(
          .rule, standing: .met, text: option.because.flatMap(text), citations: resolve(option.citations, checked),
          because: conditions(when)))
    } else {
      account.parts += passedOver(cases, trials, for: value)
    }
    account.parts += reasons(usedBy: [option.then.expression])
    return account
  }

  /// Of the cases before the one taken, those that would have given more money: why not more.
  private func missed(
    _ cases: [Case<Checked>], _ trials: [Trace.Trial], above value: Value, _ checked: CheckedDecision
  ) -> [Reason] {
    guard case .number(let given) = value, checked.type == .number(.yuan) else { return [] }
    return trials.compactMap { trial -> Reason? in
      guard trial.index < cases.count, phrasing.standing(of: trial.holds) == .unmet,
        let when = cases[trial.index].when
      else { return nil }
      let other = rounded(phrasing.value(of: cases[trial.index].then.expression), by: checked.decision.rounding)
      guard case .number(let amount) = other, given < amount else { return nil }
      let shown = ValueFormat.text(of: other, type: checked.type)
      let clauses = phrasing.clauses(of: when.expression, written: when.written).map(\.text)
      return Reason(
        .condition,
        text: Wording(
          en: "not \(shown[.en]): \(clauses.map { $0[.en] }.joined(separator: "; "))",
          zh: "不是\(shown[.zh])：\(clauses.map { $0[.zh] }.joined(separator: "；"))"), isAside: true)
    }.uniqued
  }

  /// Whether every other rule would have given somebody less.
  private func areOthersWorse(_ results: [[CheckedFormula]], than taken: Int?, _ value: Value) -> Bool {
    results.indices.allSatisfy { position in
      position == taken || results[position].allSatisfy { isWorse(phrasing.value(of: $0.expression), than: value) }
    }
  }

  /// Why none of the cases before `otherwise` held: what is so instead, as plain statements.
  private mutating func passedOver(_ cases: [Case<Checked>], _ trials: [Trace.Trial], for value: Value) -> [Reason] {
    var reasons: [Reason] = []
    for trial in trials where trial.index < cases.count && phrasing.standing(of: trial.holds) == .unmet {
      guard let when = cases[trial.index].when else { continue }
      let other = phrasing.value(of: cases[trial.index].then.expression)
      reasons += telling(isHarmless: isWorse(other, than: value)) { $0.statements(when.expression, when.written) }
    }
    return reasons.uniqued
  }

  /// A rule that may still count, with what it would give. Its own sentence would state as a fact what is not settled.
  ///
  /// - Parameter type: that of the decision, which tells what the members of a choice are called.
  private mutating func possible(
    _ then: CheckedFormula, of checked: CheckedDecision, _ type: FeelType, named name: String? = nil,
    isOtherwise: Bool = false,
    because conditions: [Reason]
  ) -> Reason {
    let value = phrasing.value(of: then.expression)
    let shown =
      value.isUnknown
      ? value.possibleText(type) ?? phrasing.calculation(then.expression, written: then.written)
        ?? phrasing.operand(then.expression, written: then.written)
      : ValueFormat.text(
        of: rounded(value, by: checked.decision.rounding),
        type: type == .any ? program.type(of: then.expression) : type)
    return Reason(
      .rule, name: name, label: possibly(isOtherwise),
      standing: .unknown, text: Wording(en: "→ \(shown[.en])", zh: "→ \(shown[.zh])"),
      because: (isOtherwise ? [] : conditions) + reasons(usedBy: [then.expression]))
  }

  private func possibly(_ isOtherwise: Bool) -> Wording {
    isOtherwise ? Wording(en: "if none of these holds", zh: "以上都不成立时") : Wording(en: "possibly", zh: "可能")
  }

  /// A row of several outputs that may still count.
  private func possible(
    _ row: Table<Checked>.Row, _ outputs: [String], of checked: CheckedDecision, isOtherwise: Bool,
    because cells: [Reason]
  ) -> Reason {
    let values = row.outputs.map { phrasing.value(of: $0.expression) }
    let value = Value.context(Context(zip(outputs, values).map { (name: $0, value: $1) }))
    let shown = ValueFormat.labelled(value, checked) ?? ValueFormat.text(of: value, type: checked.type)
    return Reason(
      .rule, name: row.id, label: possibly(isOtherwise), standing: .unknown,
      text: Wording(en: "→ \(shown[.en])", zh: "→ \(shown[.zh])"), because: isOtherwise ? [] : cells)
  }

  /// What would have to be so for a rule that is open, and what the decisions say on which that hangs.
  mutating func supposed(_ when: CheckedFormula) -> [Reason] {
    guard phrasing.value(of: when.expression).isUnknown else { return conditions(when) }
    let text = phrasing.supposed(when)
    return (text.map { [supposed($0)] } ?? []) + reasons(usedBy: [when.expression])
  }

  private func supposed(_ text: Wording) -> Reason {
    Reason(.condition, standing: .unknown, text: Wording(en: "if \(text[.en])", zh: "如果\(text[.zh])"))
  }

  private func supposed(_ table: Table<Checked>, _ row: TableTrace.Row) -> [Reason] {
    let open = row.cells.indices.filter { phrasing.standing(of: row.cells[$0]) == .unknown }
    let cells = open.map { (cell: table.rows[row.index].cells[$0], input: table.inputs[$0]) }
    return phrasing.supposed(cells).map { [supposed($0)] } ?? []
  }

  private func rounded(_ value: Value, by rounding: Rounding?) -> Value {
    guard case .number(let number) = value, let rounding else { return value }
    return rounding.apply(to: number).map { .number($0) } ?? value
  }

  // MARK: Tables

  /// The rows that counted, with the cells that made them hold; while rows are open, each that may still count.
  mutating func account(of table: Table<Checked>, _ trace: TableTrace, _ value: Value, _ checked: CheckedDecision)
    -> Account
  {
    let verdict = verdict(value, trace.rows.map(\.holds))
    if case .same(let unknown) = verdict {
      // What is certain all the same: which rows do not hold, and by which cell.
      return Account(
        sentence: sameAnyway(unknown), parts: nearMisses(table, trace) + reasons(usedBy: table.inputs.map(\.expression))
      )
    }
    var account = Account(valueText: ValueFormat.labelled(value, checked))
    var used = table.inputs.map(\.expression)
    for row in trace.rows {
      let standing = phrasing.standing(of: row.holds)
      guard standing == .unknown || standing == .met && (value.isUnknown || trace.chosen.contains(row.index)) else {
        continue
      }
      let written = table.rows[row.index]
      used += written.outputs.map(\.expression)
      var cells = standing == .unknown ? supposed(table, row) : cells(table, row, trace.inputs, standing: standing)
      if cells.isEmpty {
        cells = nearMisses(table, trace)
      } else if table.hit == .first, standing == .met, case .settled = verdict {
        cells += missed(table, trace, before: row.index, checked)
      }
      let isLast = table.hit == .first && standing == .met
      if case .open = verdict, let first = written.outputs.first {
        account.parts.append(
          table.outputs.isEmpty
            ? possible(
              first, of: checked, table.hit.givesList ? .any : checked.type, named: written.id,
              isOtherwise: isLast, because: cells)
            : possible(written, table.outputs, of: checked, isOtherwise: isLast, because: cells))
      } else {
        let sentence = sentence(written.because, of: value)
        if trace.chosen.count == 1 {
          account.sentence = sentence
          account.citations = resolve(written.citations, checked)
          account.readings = resolve(written.readings, checked)
        }
        let isOnly = trace.chosen.count == 1
        account.parts.append(
          Reason(
            .rule, name: written.id, label: Wording(en: "row \(written.label[.en])", zh: "适用“\(written.label[.zh])”"),
            standing: .met, text: isOnly && checked.decision.because == nil ? nil : sentence,
            citations: isOnly ? [] : resolve(written.citations, checked),
            readings: isOnly ? [] : resolve(written.readings, checked), because: cells))
      }
    }
    if account.parts.isEmpty { account.parts = nearMisses(table, trace) }
    if trace.chosen.isEmpty, !table.hit.givesList, table.hit != .collectCount {
      used += (table.fallback ?? []).map(\.expression)
    }
    let isBest = areOthersWorse(table.rows.map(\.outputs), than: trace.chosen.first, value)
    account.parts += telling(isHarmless: isBest) { $0.reasons(usedBy: used) }
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
          cell, input: table.inputs[position], value: inputs[position], holds: row.cells[position]),
        restsOn: facts(behind: table.inputs[position].expression.names + cell.tests.names),
        isNegated: inputs[position].equals(.boolean(false)))
    }
  }

  /// Of the rows before the one that counts, those that would have given more: which cell of each failed. Where results
  /// cannot be ranked, any of them might have been wanted.
  private func missed(
    _ table: Table<Checked>, _ trace: TableTrace, before taken: Int, _ checked: CheckedDecision
  ) -> [Reason] {
    let given = table.rows[taken].outputs.map { phrasing.value(of: $0.expression) }
    let failed = trace.rows.filter { row in
      guard row.index < taken, phrasing.standing(of: row.holds) == .unmet else { return false }
      let others = table.rows[row.index].outputs.map { phrasing.value(of: $0.expression) }
      return !zip(others, given).allSatisfy { other, own in other.equals(own) || isWorse(other, than: own) }
    }
    return failed.prefix(3).compactMap { row in
      guard case .number? = given.first, given.count == 1 else { return miss(table, trace, row, of: nil) }
      let other = phrasing.value(of: table.rows[row.index].outputs[0].expression)
      return miss(
        table, trace, row,
        of: ValueFormat.text(of: rounded(other, by: checked.decision.rounding), type: checked.type))
    }
  }

  /// For a row that holds for everybody, or for no row at all: which cell of each other row failed. Of a long table only
  /// the first few are told.
  private func nearMisses(_ table: Table<Checked>, _ trace: TableTrace) -> [Reason] {
    let failed = trace.rows.filter { phrasing.standing(of: $0.holds) == .unmet }
    return failed.prefix(12).compactMap { miss(table, trace, $0, of: nil) }
  }

  /// Which cell of a row failed.
  ///
  /// - Parameter result: what the row would have given, where that is to be told.
  private func miss(_ table: Table<Checked>, _ trace: TableTrace, _ row: TableTrace.Row, of result: Wording?)
    -> Reason?
  {
    guard let position = row.cells.indices.last else { return nil }
    let written = table.rows[row.index]
    let clause = phrasing.cell(
      written.cells[position], input: table.inputs[position], value: trace.inputs[position],
      holds: row.cells[position])
    let given = Wording(en: result.map { " (\($0[.en]))" } ?? "", zh: result.map { "（\($0[.zh])）" } ?? "")
    return Reason(
      .condition, name: written.id,
      text: Wording(
        en: "not row \(written.label[.en])\(given[.en]): \(clause[.en])",
        zh: "不适用“\(written.label[.zh])”\(given[.zh])：\(clause[.zh])"),
      // What the row would have given may rest on more.
      restsOn: result == nil
        ? facts(behind: table.inputs[position].expression.names + written.cells[position].tests.names) : nil,
      isAside: true)
  }
}

extension Value {
  /// The few values that something unknown can only be.
  fileprivate func possibleText(_ type: FeelType) -> Wording? {
    if case .unknown(let unknown) = self { ValueFormat.possible(unknown, type: type) } else { nil }
  }
}

extension Array where Element == Reason {
  /// Each statement once.
  fileprivate var uniqued: [Reason] {
    var seen: Set<Wording?> = []
    return filter { $0.kind != .condition || seen.insert($0.text).inserted }
  }
}
