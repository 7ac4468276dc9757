import Diagnostics
import FEEL

/// A whole that several payers share.
struct Split<P: Phase>: Sendable {
  let whole: P.Formula
  /// In the order in which the payers contribute.
  let shares: [Share]
  /// Payers who are told together, such as the tiers of government.
  let groups: [Group]
  let rounding: Rounding
  /// Who takes what rounding leaves over, where no share is the rest.
  let remainder: Named?
  /// Whether later shares are cut where the shares come to more than the whole; otherwise that is an error.
  let reducesInOrder: Bool

  struct Share: Sendable {
    let name: String
    let label: Wording
    let amount: Amount
    /// When the payer bears anything; nothing where that is always.
    let when: P.Formula?
    let atLeast: Amount?
    let atMost: Amount?
    /// Who gets the money, where that is not the applicant.
    let paidTo: Wording?
    let because: P.Template?
    let citations: [Citation]
    let readings: [Named]
    /// The position of its group.
    let group: Int?
    let location: Location
  }

  indirect enum Amount: Sendable {
    case formula(P.Formula)
    /// A fraction of the whole.
    case fraction(Decimal128)
    case rest
    /// What the others of its group leave of the group's amount.
    case restOfGroup
  }

  struct Group: Sendable {
    let name: String
    let label: Wording
    /// What the group bears in all, where that is not just the sum of its shares.
    let amount: P.Formula?
    let location: Location
  }
}

extension Split.Amount {
  var formula: P.Formula? { if case .formula(let formula) = self { formula } else { nil } }
}

extension Split {
  /// Everything in it that is an expression.
  var formulas: [P.Formula] {
    [whole]
      + shares.flatMap { share in
        [share.when, share.amount.formula, share.atLeast?.formula, share.atMost?.formula].compactMap { $0 }
      } + groups.compactMap(\.amount)
  }
}
