import Diagnostics
import FEEL

/// Every rounding is written, and only of what can be rounded.
extension Compiler {
  /// An amount is paid in fen. Where a rule can come to less than that, its author must say how it is rounded.
  mutating func warnOfUnrounded(_ decisions: [CheckedDecision], outcome: [String]) {
    var places = DecimalPlaces(facts: linker.facts.map(\.fact), parameters: linker.parameters)
    for checked in decisions {
      let decision = checked.decision
      places.declare(decision)
      if case .split(let split) = decision.form {
        if decision.rounding == nil { warnOfUnrounded(split, of: decision, places) }
        guard split.whole.type == .number(.yuan), let found = places.of(split.whole.expression) else { continue }
        warnOfFractions(
          found, of: "the whole of `\(decision.name)`", "`\(decision.name)` 的总额", at: split.whole.written.location,
          help: Wording(
            en: "decide the whole on its own, with `‹round›: ‹half up to 0.01›`",
            zh: "把总额单独写成一个判定，并写明 `‹round›: ‹half up to 0.01›`"))
      } else if checked.type == .number(.yuan), decision.rounding == nil,
        decision.type == .money || outcome.contains(decision.name), let found = places.of(decision.form)
      {
        warnOfFractions(
          found, of: "`\(decision.name)`", "`\(decision.name)` ", at: decision.location,
          help: Wording(
            en: "write how it is rounded: `‹round›: ‹half up to 0.01›`", zh: "写明如何取整：`‹round›: ‹half up to 0.01›`"))
      }
    }
  }

  /// Each share is rounded by itself; the first that needs it is told, for one line says it for all.
  private mutating func warnOfUnrounded(
    _ split: Split<Checked>, of decision: Decision<Checked>, _ places: DecimalPlaces
  ) {
    guard split.whole.type == .number(.yuan) else { return }
    let found = split.shares.lazy.compactMap { share -> (Split<Checked>.Share, Int)? in
      let found: Int? =
        switch share.amount {
        case .formula(let formula): places.of(formula.expression)
        case .fraction(let fraction):
          places.of(split.whole.expression).flatMap { whole in
            Value.number(fraction).decimalPlaces.map { whole + $0 }
          }
        case .rest, .restOfGroup: nil
        }
      return found.flatMap { $0 > Rounding.fen.places ? (share, $0) : nil }
    }
    guard let (share, count) = found.first else { return }
    warnOfFractions(
      count, of: "the share `\(share.name)`", "`\(share.name)` 的份额", at: share.location,
      help: Wording(
        en: "write beside `‹split›` how shares are rounded: `‹round›: ‹half up to 0.01›`",
        zh: "与 `‹split›` 并列写明份额如何取整：`‹round›: ‹half up to 0.01›`"))
  }

  private mutating func warnOfFractions(
    _ places: Int, of en: String, _ zh: String, at location: Location, help: Wording
  ) {
    guard places > Rounding.fen.places else { return }
    report(
      "unrounded-money", at: location, severity: .warning,
      en: "\(en) can come to fractions of a fen, which nobody can pay",
      zh: "\(zh)可能算出不足一分的零头，无法支付", help: help)
  }

  mutating func requireRoundable(_ found: FeelType, _ decision: Decision<AsWritten>) {
    if case .split = decision.form { return }
    switch found {
    case .number, .any, .null: return
    default:
      report(
        "bad-rounding", at: decision.location,
        en: "`\(decision.name)` comes to \(found.wording[.en]), which cannot be rounded",
        zh: "`\(decision.name)` 的结果是\(found.wording[.zh])，不能取整")
    }
  }
}
