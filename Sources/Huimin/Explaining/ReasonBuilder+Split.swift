import Diagnostics
import FEEL

/// Splits: who bears what, and by which decision.
extension ReasonBuilder {
  mutating func account(of split: Split<Checked>, _ found: SplitFinding) -> Account {
    var parts: [Reason] = []
    for (share, result) in zip(split.shares, found.shares) {
      parts.append(reason(for: share, result, of: split))
    }
    let texts = zip(split.shares, found.shares).map { share, result in
      (share.label, ValueFormat.text(of: result.value, type: split.whole.type))
    }
    let value = Wording(
      en: texts.map { "\($0[.en]) \($1[.en])" }.joined(separator: ", "),
      zh: texts.map { "\($0[.zh])\($1[.zh])" }.joined(separator: "，"))
    return Account(
      parts: parts + reasons(usedBy: [split.whole.expression]), valueText: found.shares.isEmpty ? nil : value)
  }

  /// A share that is the value of another decision is told with that decision's reasons.
  private mutating func reason(
    for share: Split<Checked>.Share, _ found: SplitFinding.Share, of split: Split<Checked>
  ) -> Reason {
    let type = split.whole.type
    var inner: Reason?
    var others: [Reason] = []
    if case .formula(let formula) = share.amount {
      if case .name(let name) = formula.expression.kind { inner = reason(for: name) }
      if inner == nil { others = reasons(usedBy: [formula.expression]) }
    }
    let isRest = if case .rest = share.amount { true } else { false }
    return Reason(
      .share, name: share.name, label: share.label, standing: found.value.isUnknown ? .unknown : nil,
      value: found.value, type: type, text: isRest ? Wording(en: "(the rest)", zh: "（其余部分）") : inner?.text,
      citations: inner?.citations ?? [], readings: inner?.readings ?? [],
      because: notes(on: found, type, split.rounding) + (inner?.because ?? others))
  }

  private func notes(on share: SplitFinding.Share, _ type: FeelType, _ rounding: Rounding) -> [Reason] {
    var notes: [Reason] = []
    if let unrounded = share.unrounded { notes.append(step(rounding, .number(unrounded), type)) }
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
