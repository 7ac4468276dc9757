import Diagnostics
import FEEL

/// Builds the tree of reasons of an outcome from the ways that its decisions took.
struct ReasonBuilder {
  let outcome: Outcome
  let phrasing: Phrasing

  init(_ outcome: Outcome) {
    self.outcome = outcome
    phrasing = Phrasing(
      program: outcome.program, environment: outcome.environment,
      run: Run(moment: DateTime(midnightUTC: outcome.day), refusesNullConditions: true))
  }

  var program: Program { outcome.program }

  /// The reasons of each decision of the outcome, each with those of the decisions that it rests on. A decision that
  /// several rest on is told once, where it is first met.
  func reasons() -> [Reason] {
    var told: Set<String> = []
    return program.outcome.compactMap { reason(for: $0, told: &told) }
  }

  private func reason(for name: String, told: inout Set<String>) -> Reason? {
    guard let checked = program.decision(named: name), let finding = outcome.findings[name],
      told.insert(name).inserted
    else { return nil }
    let decision = checked.decision
    var (rule, parts) = self.parts(of: checked, finding, told: &told)
    if let unrounded = finding.unrounded { parts.append(step(rounding: decision.rounding, of: unrounded, checked.type)) }
    let used = uses(of: checked, finding)
    parts += used.compactMap { reason(for: $0, told: &told) }
    return Reason(
      .decision, name: name, label: decision.label, standing: standing(of: finding.value, in: decision),
      value: finding.value, type: checked.type,
      text: decision.because.map(text) ?? rule, citations: resolve(decision.citations, checked),
      readings: resolve(decision.readings, checked),
      origin: checked.origin.id == program.policy.id ? nil : checked.origin.id, because: parts)
  }

  private func standing(of value: Value, in decision: Decision<Checked>) -> Reason.Standing? {
    switch (decision.form, value) {
    case (.criteria, _), (_, .unknown), (_, .null(.some)): phrasing.standing(of: value)
    default: nil
    }
  }

  // MARK: Each form

  /// The sentence of the rule that gave the value, and what it rests on.
  private func parts(of checked: CheckedDecision, _ finding: Finding, told: inout Set<String>) -> (Wording?, [Reason]) {
    switch (checked.decision.form, finding.trace) {
    case (.value(let formula), _): (nil, value(formula, finding))
    case (.cases(let cases), .cases(let trials)): self.cases(cases, trials, checked)
    case (.table(let table), .table(let trace)): self.table(table, trace, checked)
    case (.criteria(let group), .criteria(let found)): (nil, criteria(group, found, checked))
    case (.split(let split), .split(let found)): (nil, shares(split, found, checked))
    default: (nil, [])
    }
  }

  private func value(_ formula: CheckedFormula, _ finding: Finding) -> [Reason] {
    guard case .boolean = finding.value else { return [] }
    return conditions(formula)
  }

  private func conditions(_ formula: CheckedFormula) -> [Reason] {
    phrasing.clauses(of: formula.expression, written: formula.written).map {
      Reason(.condition, standing: $0.standing, text: $0.text)
    }
  }

  /// The case taken, with why it holds; before it, those that fell away are told only where the rule is open, or
  /// where nothing but the failure of all explains the value.
  private func cases(_ cases: [Case<Checked>], _ trials: [Trace.Trial], _ checked: CheckedDecision)
    -> (Wording?, [Reason])
  {
    var parts: [Reason] = []
    var sentence: Wording?
    for trial in trials where trial.index < cases.count {
      let option = cases[trial.index]
      let standing = phrasing.standing(of: trial.holds)
      guard standing != .unmet else { continue }
      let own = option.because.map(text)
      if standing == .met { sentence = own }
      parts.append(
        Reason(
          .rule, label: option.when == nil ? Wording(en: "otherwise", zh: "其他情形") : nil, standing: standing,
          text: own, citations: resolve(option.citations, checked), readings: resolve(option.readings, checked),
          because: option.when.map(conditions) ?? failed(cases, trials)))
    }
    return (sentence, parts)
  }

  /// Why none of the cases before `otherwise` held.
  private func failed(_ cases: [Case<Checked>], _ trials: [Trace.Trial]) -> [Reason] {
    trials.flatMap { trial -> [Reason] in
      guard trial.index < cases.count, phrasing.standing(of: trial.holds) == .unmet, let when = cases[trial.index].when
      else { return [] }
      return conditions(when)
    }.uniqued
  }

  private func table(_ table: Table<Checked>, _ trace: TableTrace, _ checked: CheckedDecision)
    -> (Wording?, [Reason])
  {
    var sentence: Wording?
    var parts: [Reason] = []
    for row in trace.rows {
      let standing = phrasing.standing(of: row.holds)
      guard standing != .unmet, standing == .unknown || trace.chosen.contains(row.index) else { continue }
      let written = table.rows[row.index]
      let own = written.because.map(text)
      if standing == .met { sentence = own }
      parts.append(
        Reason(
          .rule, name: written.id, label: Wording(en: "row \(written.id)", zh: "第 \(written.id) 行"),
          standing: standing, text: own, citations: resolve(written.citations, checked),
          because: cells(table, row, trace.inputs, standing: standing)))
    }
    let isBare = parts.allSatisfy { $0.because.isEmpty }
    if isBare { parts = parts.map { adding(nearMisses(table, trace), to: $0) } }
    return (sentence, parts)
  }

  private func adding(_ reasons: [Reason], to reason: Reason) -> Reason {
    Reason(
      reason.kind, name: reason.name, label: reason.label, standing: reason.standing, text: reason.text,
      citations: reason.citations, because: reasons)
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

  /// For a row that holds for everybody: which cell of each row before it failed.
  private func nearMisses(_ table: Table<Checked>, _ trace: TableTrace) -> [Reason] {
    trace.rows.compactMap { row -> Reason? in
      guard phrasing.standing(of: row.holds) == .unmet, let position = row.cells.indices.last else { return nil }
      let written = table.rows[row.index]
      let clause = phrasing.cell(
        written.cells[position], input: table.inputs[position], value: trace.inputs[position],
        holds: row.cells[position])
      return Reason(
        .condition, standing: .unmet,
        text: Wording(
          en: "not row \(written.id): \(clause[.en])", zh: "不适用第 \(written.id) 行：\(clause[.zh])"))
    }
  }

  private func shares(_ split: Split<Checked>, _ found: SplitFinding, _ checked: CheckedDecision) -> [Reason] {
    zip(split.shares, found.shares).map { share, result in
      var notes: [Reason] = []
      if let cut = result.reducedFrom {
        let text = ValueFormat.text(of: cut, type: split.whole.type)
        notes.append(
          Reason(
            .step,
            text: Wording(
              en: "reduced from \(text[.en]) to what is left", zh: "应付\(text[.zh])，减至余额")))
      }
      if let remainder = result.remainder {
        notes.append(
          Reason(
            .step,
            text: Wording(
              en: "with \(remainder.trimmedText) left over by rounding", zh: "含取整余数 \(remainder.trimmedText)")))
      }
      let isRest = if case .rest = share.amount { true } else { false }
      return Reason(
        .share, name: share.name, label: share.label, standing: result.value.isUnknown ? .unknown : nil,
        value: result.value, type: split.whole.type,
        text: isRest ? Wording(en: "the rest", zh: "其余部分") : nil, because: notes)
    }
  }

  // MARK: Criteria

  private func criteria(_ group: CriteriaGroup<Checked>, _ found: GroupFinding, _ checked: CheckedDecision) -> [Reason] {
    zip(group.criteria, found.criteria).map { criterion($0, $1, checked) }
  }

  private func criterion(_ criterion: Criterion<Checked>, _ found: CriterionFinding, _ checked: CheckedDecision)
    -> Reason
  {
    let standing: Reason.Standing = found.waiver == nil ? phrasing.standing(of: found.value) : .waived
    var parts: [Reason] = []
    var sentence: Wording?
    var citations = resolve(criterion.citations, checked)
    var origin: String?
    switch standing {
    case .waived:
      guard let position = found.waiver, position < criterion.waivers.count else { break }
      let waiver = criterion.waivers[position]
      sentence = waiver.because.map(text)
      citations += resolve(waiver.citations, checked)
      if waiver.origin != program.policy.id || checked.origin.id != program.policy.id { origin = waiver.origin }
      parts = conditions(waiver.when)
    case .met: sentence = criterion.met.map(text)
    case .unmet: sentence = criterion.unmet.map(text)
    case .unknown, .failed: break
    }
    if standing != .waived {
      switch (criterion.body, found.group) {
      case (.require(let formula), _): parts = conditions(formula)
      case (.group(let group), let inner?): parts = self.criteria(group, inner, checked)
      default: break
      }
    }
    return Reason(
      .criterion, name: criterion.name, label: criterion.label, standing: standing, text: sentence,
      citations: citations, readings: resolve(criterion.readings, checked), evidence: criterion.evidence,
      cure: standing == .unmet ? criterion.cure.map(text) : nil, origin: origin, because: parts)
  }

  // MARK: Steps and templates

  private func step(rounding: Rounding?, of unrounded: Value, _ type: FeelType) -> Reason {
    let before = ValueFormat.text(of: unrounded, type: type)
    let words = rounding?.wording ?? Wording(both: "")
    return Reason(
      .step,
      text: Wording(en: "\(before[.en]) rounded \(words[.en])", zh: "\(before[.zh])，\(words[.zh])"))
  }

  /// A template with its expressions replaced by their values.
  func text(_ template: CheckedTemplate) -> Wording {
    Wording(
      en: template.en.map { render($0, in: .en) }, zh: template.zh.map { render($0, in: .zh) })
  }

  private func render(_ pieces: [CheckedTemplate.Piece], in language: Language) -> String {
    pieces.map { piece in
      switch piece {
      case .text(let text): text
      case .formula(let formula):
        ValueFormat.text(
          of: phrasing.value(of: formula.expression), type: formula.type,
          isPercent: program.isPercent(formula.expression))[language]
      }
    }.joined()
  }

  // MARK: What a decision rests on

  /// The other decisions that this one used on the way it took, in the order of the policy.
  private func uses(of checked: CheckedDecision, _ finding: Finding) -> [String] {
    checked.dependsOn.filter { program.decision(named: $0) != nil }
  }

  private func resolve(_ citations: [Citation], _ checked: CheckedDecision) -> [ResolvedCitation] {
    citations.compactMap { citation in
      program.source(named: citation.source, nearest: checked.origin).map {
        ResolvedCitation(source: $0, article: citation.article)
      }
    }
  }

  private func resolve(_ names: [Named], _ checked: CheckedDecision) -> [Reading] {
    names.compactMap { program.reading(named: $0.name, nearest: checked.origin) }
  }
}

extension Array where Element == Reason {
  /// Each statement once.
  fileprivate var uniqued: [Reason] {
    var seen: Set<Wording?> = []
    return filter { seen.insert($0.text).inserted }
  }
}

extension Rounding {
  /// The rounding in words: `half up to 0.01`, `四舍五入到 0.01`.
  var wording: Wording {
    let step = self.step.trimmedText
    let zh =
      switch mode {
      case .halfUp: "四舍五入到"
      case .halfDown: "五舍六入到"
      case .halfEven: "四舍六入五成双到"
      case .up: "进位到"
      case .down: "舍去到"
      case .floor: "向下取整到"
      case .ceiling: "向上取整到"
      }
    return Wording(en: "\(mode.words) to \(step)", zh: "\(zh) \(step)")
  }
}

extension RoundingMode {
  /// The words that a policy writes: `half up`.
  var words: String {
    switch self {
    case .up: "up"
    case .down: "down"
    case .halfUp: "half up"
    case .halfDown: "half down"
    case .halfEven: "half even"
    case .floor: "floor"
    case .ceiling: "ceiling"
    }
  }
}
