import FEEL

/// What a payer is asked for before anything is rounded or cut, and how it came about.
struct Claim {
  /// Nothing for the rest.
  var value: Value?
  /// Whether the payer bears anything.
  var holds: Value = .boolean(true)
  /// What it would have been without its floor or ceiling, where that made a difference.
  var limitedFrom: Value?
}

extension Decider {
  /// What each payer of a split is asked for.
  func claims(_ split: Split<Checked>, of whole: Value) -> [Claim] {
    let amounts = split.groups.map { group in group.amount.map { evaluate($0) } }
    // Percentages of the payers of a group are of what it bears, where that is written.
    var claims = split.shares.map { share in claim(share, of: share.group.flatMap { amounts[$0] } ?? whole) }
    for (position, share) in split.shares.enumerated() {
      guard case .restOfGroup = share.amount, let group = share.group, let amount = amounts[group] else {
        continue
      }
      let others = split.shares.indices.filter { $0 != position && split.shares[$0].group == group }
      let drawn = others.compactMap { claims[$0].value }.map { value in
        run.mapping(value) { value in
          guard case .number(let number) = value else { return value }
          return split.rounding.apply(to: number).map { .number($0) } ?? .null
        }
      }
      claims[position].value = combine(amount, sum(drawn), [.rising, .falling]) { $0.subtracting($1) }
    }
    return claims
  }

  private func claim(_ share: Split<Checked>.Share, of whole: Value) -> Claim {
    guard let asked = amount(share.amount, of: whole) else { return Claim() }
    let holds = share.when.map { evaluate($0) } ?? .boolean(true)
    if case .boolean(false) = holds { return Claim(value: .number(0), holds: holds) }
    if holds.isNull { return Claim(value: holds, holds: holds) }
    var value = asked
    if let least = share.atLeast.flatMap({ amount($0, of: whole) }) { value = extreme(value, least, .highest) }
    if let most = share.atMost.flatMap({ amount($0, of: whole) }) { value = extreme(value, most, .lowest) }
    let limitedFrom = asked.isUnknown || value.isUnknown || value.equals(asked) ? nil : asked
    if case .unknown(let unknown) = holds { value = Value.merge(.number(0), value, dependingOn: unknown) }
    return Claim(value: value, holds: holds, limitedFrom: limitedFrom)
  }

  /// An amount as it is written; nothing for the rest.
  private func amount(_ amount: Split<Checked>.Amount, of whole: Value) -> Value? {
    switch amount {
    case .rest, .restOfGroup: nil
    case .formula(let formula): evaluate(formula)
    case .fraction(let fraction):
      run.mapping(whole) { value in
        guard case .number(let total) = value else { return value }
        return total.multiplied(by: fraction).map { .number($0) } ?? .null
      }
    }
  }
}

extension SplitFinding.Share {
  func told(with claim: Claim) -> SplitFinding.Share {
    var share = self
    share.holds = claim.holds
    share.limitedFrom = claim.limitedFrom
    return share
  }
}
