import Diagnostics
import FEEL

/// Checks splits.
extension Compiler {
  mutating func check(_ split: Split<AsWritten>) -> (Form<Checked>, FeelType)? {
    guard let whole = formulas.formula(split.whole, in: scope) else { return nil }
    requireNumber(whole, only: Wording(en: "only an amount can be split", zh: "只能拆分金额"))
    let shares = split.shares.compactMap { check($0, of: whole.type) }
    let groups = split.groups.compactMap { check($0, of: whole.type) }
    guard shares.count == split.shares.count, groups.count == split.groups.count else { return nil }
    let checked = Split<Checked>(
      whole: whole, shares: shares, groups: groups, rounding: split.rounding, remainder: split.remainder,
      reducesInOrder: split.reducesInOrder)
    return (.split(checked), .context(checked.entryNames.map { FeelType.Field($0, whole.type) }))
  }

  private mutating func check(_ share: Split<AsWritten>.Share, of type: FeelType) -> Split<Checked>.Share? {
    let when = share.when.flatMap { condition($0) }
    let amount = check(share.amount, of: type)
    let least = share.atLeast.flatMap { check($0, of: type) }
    let most = share.atMost.flatMap { check($0, of: type) }
    let because = formulas.template(share.because, in: scope)
    guard let amount, (when == nil) == (share.when == nil), (least == nil) == (share.atLeast == nil),
      (most == nil) == (share.atMost == nil)
    else { return nil }
    return Split.Share(
      name: share.name, label: share.label, amount: amount, when: when, atLeast: least, atMost: most,
      paidTo: share.paidTo, because: because, citations: share.citations, readings: share.readings, group: share.group,
      location: share.location)
  }

  private mutating func check(_ amount: Split<AsWritten>.Amount, of type: FeelType) -> Split<Checked>.Amount? {
    switch amount {
    case .rest: return .rest
    case .restOfGroup: return .restOfGroup
    case .fraction(let fraction): return .fraction(fraction)
    case .formula(let written):
      guard let formula = formulas.formula(written, in: scope, expecting: type) else { return nil }
      requireFit(formula, type)
      return .formula(formula)
    }
  }

  private mutating func check(_ group: Split<AsWritten>.Group, of type: FeelType) -> Split<Checked>.Group? {
    var amount: CheckedFormula?
    if let written = group.amount {
      guard case .formula(let formula)? = check(.formula(written), of: type) else { return nil }
      amount = formula
    }
    return Split.Group(name: group.name, label: group.label, amount: amount, location: group.location)
  }
}

extension Split {
  /// The names of what it comes to, in order: each group before its shares.
  var entryNames: [String] {
    var names: [String] = []
    for share in shares {
      if let group = share.group, !names.contains(groups[group].name) { names.append(groups[group].name) }
      names.append(share.name)
    }
    return names
  }
}
