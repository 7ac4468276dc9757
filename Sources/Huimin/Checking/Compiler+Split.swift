import Diagnostics
import FEEL

/// Checks splits.
extension Compiler {
  mutating func check(_ split: Split<AsWritten>) -> (Form<Checked>, FeelType)? {
    guard let whole = formulas.formula(split.whole, in: scope) else { return nil }
    requireAmount(whole)
    var shares: [Split<Checked>.Share] = []
    for share in split.shares {
      let amount: Split<Checked>.Amount
      switch share.amount {
      case .rest: amount = .rest
      case .fraction(let fraction): amount = .fraction(fraction)
      case .formula(let written):
        guard let formula = formulas.formula(written, in: scope, expecting: whole.type) else { continue }
        requireFit(formula, whole.type)
        amount = .formula(formula)
      }
      shares.append(Split.Share(name: share.name, label: share.label, amount: amount, location: share.location))
    }
    guard shares.count == split.shares.count else { return nil }
    let checked = Split<Checked>(
      whole: whole, shares: shares, rounding: split.rounding, remainder: split.remainder,
      reducesInOrder: split.reducesInOrder)
    return (.split(checked), .context(shares.map { FeelType.Field($0.name, whole.type) }))
  }

  private mutating func requireAmount(_ formula: CheckedFormula) {
    switch formula.type {
    case .number, .any: return
    default:
      report(
        "type-mismatch", at: formula.written.location,
        en: "only an amount can be split, not \(formula.type.wording[.en])",
        zh: "只能拆分金额，而不是\(formula.type.wording[.zh])")
    }
  }
}
