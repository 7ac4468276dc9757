import Diagnostics
import FEEL

/// Splits: who bears what, and by which decision.
extension ReasonBuilder {
  mutating func account(of split: Split<Checked>, _ found: SplitFinding, _ checked: CheckedDecision) -> Account {
    var parts: [Reason] = []
    for (share, result) in zip(split.shares, found.shares) {
      parts.append(reason(for: share, result, of: split, checked))
    }
    let texts = zip(split.shares, found.shares).map { share, result in
      (share.label, ValueFormat.text(of: result.value, type: split.whole.type))
    }
    let value = Wording(
      en: texts.map { "\($0[.en]) \($1[.en])" }.joined(separator: ", "),
      zh: texts.map { "\($0[.zh])\($1[.zh])" }.joined(separator: "，"))
    let groups = split.groups.compactMap(\.amount).map(\.expression)
    return Account(
      parts: parts + reasons(usedBy: [split.whole.expression] + groups),
      valueText: found.shares.isEmpty ? nil : value)
  }

  /// A share that is the value of another decision is told with that decision's reasons.
  private mutating func reason(
    for share: Split<Checked>.Share, _ found: SplitFinding.Share, of split: Split<Checked>, _ checked: CheckedDecision
  ) -> Reason {
    let type = split.whole.type
    let isOff = if case .boolean(false) = found.holds { true } else { false }
    let conditions = share.when.map { self.supposed($0) } ?? []
    var inner: Reason?
    var others: [Reason] = []
    var calculation: Wording?
    if case .formula(let formula) = share.amount, !isOff {
      if case .name(let name) = formula.expression.kind { inner = reason(for: name) }
      if inner == nil {
        calculation = phrasing.calculation(formula.expression, written: formula.written)
        others = parts(of: formula.expression, formula.written)
      }
    }
    // What is said of a share that is not borne, or perhaps not, would be untrue.
    let own = isOff || found.value.isUnknown ? nil : sentence(share.because, of: found.value)
    if !isOff { others += reasons(usedBy: [share.atLeast, share.atMost].compactMap { $0?.formula?.expression }) }
    let formula = calculation.map { Wording(en: "= \($0[.en])", zh: "= \($0[.zh])") }
    var told = Reason(
      .share, name: share.name, label: share.label, standing: found.value.isUnknown ? .unknown : nil,
      value: found.value, type: type, text: own ?? clause(share, isOff, inner) ?? formula,
      citations: (inner?.citations ?? []).refined(by: resolve(share.citations, checked)),
      readings: (inner?.readings ?? []) + (isOff ? [] : resolve(share.readings, checked)), paidTo: share.paidTo,
      because: conditions + (own == nil ? [] : inner?.sentenceAsStep ?? []) + (inner?.because ?? []) + others
        + notes(on: found, type, split.rounding), restsOn: factsBehind(share),
      isSilent: isSilent(share))
    told.setAside = inner?.setAside
    return told
  }

  /// Whether nothing is laid down of a payer but that it bears nothing: no rule, no fact and no sentence. What a record
  /// or a rule made nothing is told.
  private func isSilent(_ share: Split<Checked>.Share) -> Bool {
    guard share.when == nil, share.because == nil, case .formula(let formula) = share.amount else { return false }
    var expression = formula.expression
    // A name may stand for another; there are no circles among checked decisions.
    while case .name(let name) = expression.kind, let decision = program.decision(named: name)?.decision,
      decision.because == nil, case .value(let inner) = decision.form
    {
      expression = inner.expression
    }
    guard case .literal(.number(let amount)) = expression.kind else { return false }
    return amount.isZero
  }

  /// The facts behind what a payer bears; nothing where that is left over by the others.
  private func factsBehind(_ share: Split<Checked>.Share) -> [String]? {
    guard case .formula(let formula) = share.amount else { return nil }
    let limits = [share.atLeast, share.atMost].compactMap { $0?.formula?.expression }
    let expressions = [formula.expression] + limits + [share.when?.expression].compactMap { $0 }
    return facts(behind: expressions.flatMap(\.names) + (share.because?.names ?? []))
  }

  private func clause(_ share: Split<Checked>.Share, _ isOff: Bool, _ inner: Reason?) -> Wording? {
    if isOff { return Wording(en: "(does not apply)", zh: "（不适用）") }
    switch share.amount {
    case .rest: return Wording(en: "(the rest)", zh: "（其余部分）")
    case .restOfGroup: return Wording(en: "(what the others leave)", zh: "（其余各方之外的部分）")
    case .formula, .fraction: return inner?.text
    }
  }

  private func notes(on share: SplitFinding.Share, _ type: FeelType, _ rounding: Rounding) -> [Reason] {
    var notes: [Reason] = []
    if let unrounded = share.unrounded { notes.append(step(rounding, .number(unrounded), type)) }
    if let before = share.limitedFrom {
      let text = ValueFormat.text(of: before, type: type)
      let isMore = if case .number(let a) = before, case .number(let b) = share.value { a > b } else { true }
      notes.append(
        Reason(
          .step,
          text: isMore
            ? Wording(en: "\(text[.en]), held down to the most that is borne", zh: "\(text[.zh])，超过上限，按上限承担")
            : Wording(en: "\(text[.en]), raised to the least that is borne", zh: "\(text[.zh])，低于下限，按下限承担")))
    }
    if let cut = share.reducedFrom {
      let text = ValueFormat.text(of: cut, type: type)
      notes.append(
        Reason(.step, text: Wording(en: "reduced from \(text[.en]) to what is left", zh: "应付\(text[.zh])，减至余额")))
    }
    if let remainder = share.remainder {
      let text = ValueFormat.text(of: .number(remainder), type: type)
      notes.append(
        Reason(.step, text: Wording(en: "with \(text[.en]) left over by rounding", zh: "含取整余数\(text[.zh])")))
    }
    return notes
  }
}
