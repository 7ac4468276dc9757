import Diagnostics
import FEEL
import PolicySource

/// Something that a policy decides, in one of the forms in which rules are written.
struct Decision<P: Phase>: Sendable {
  let name: String
  let label: Wording
  /// The type that the author declares; inferred where none is.
  let type: FactType?
  let citations: [Citation]
  let readings: [Named]
  let rounding: Rounding?
  let because: P.Template?
  /// Who gets what is decided, where that is not the applicant.
  let paidTo: Wording?
  let note: Wording?
  /// What an applicant wants of it, where the author says so.
  var wanted: WrittenAim?
  /// Who may set it aside, where the author says so.
  var override: Override?
  var form: Form<P>
  let location: Location
}

/// How a decision says what it decides.
indirect enum Form<P: Phase>: Sendable {
  case value(P.Formula)
  case cases([Case<P>])
  case table(Table<P>)
  case criteria(CriteriaGroup<P>)
  case rule(Rule<P>)
  case bestOf(BestOf<P>)
  case split(Split<P>)
  case quota(Quota<P>)
  /// In the order of their days.
  case dated([DatedRule<P>])
}

/// One line of `cases`: the first whose condition holds gives the value.
struct Case<P: Phase>: Sendable {
  /// Nothing for `otherwise`.
  let when: P.Formula?
  let then: P.Formula
  let because: P.Template?
  let citations: [Citation]
  let readings: [Named]
  let location: Location
}

/// A decision table (DMN 1.5, chapter 8).
struct Table<P: Phase>: Sendable {
  let hit: HitPolicy
  let inputs: [P.Formula]
  /// The names of several outputs; empty where there is one, which then is the value itself.
  let outputs: [String]
  let rows: [Row]
  /// One formula an output, for when no row holds.
  let fallback: [P.Formula]?

  struct Row: Sendable {
    let id: String
    let label: Wording
    let cells: [P.Cell]
    let outputs: [P.Formula]
    let because: P.Template?
    let citations: [Citation]
    let readings: [Named]
    let location: Location
  }
}

/// Which row of a table counts where several hold (DMN 1.5, 8.2.10).
enum HitPolicy: String, Sendable, CaseIterable {
  case unique, any, first, priority
  case ruleOrder = "rule order"
  case outputOrder = "output order"
  case collect
  case collectSum = "collect sum"
  case collectMinimum = "collect min"
  case collectMaximum = "collect max"
  case collectCount = "collect count"
}

/// How many criteria of a group must be met.
enum CriteriaRule: Sendable, Hashable {
  case all, any
  case atLeast(Int)
}

/// Criteria of which all, any or some must be met.
struct CriteriaGroup<P: Phase>: Sendable {
  let rule: CriteriaRule
  var criteria: [Criterion<P>]
}

/// One thing that is required, with what shows it and what would cure its absence.
struct Criterion<P: Phase>: Sendable {
  let name: String
  let label: Wording
  var body: Body
  let citations: [Citation]
  let readings: [Named]
  let evidence: Wording?
  let met: P.Template?
  let unmet: P.Template?
  let cure: P.Template?
  /// When the criterion does not apply, written in the policy itself or by one that amends it.
  var waivers: [Waiver<P>]
  /// The policy that adds it to a decision of another; nothing for one that stands in the decision's own policy.
  var origin: String?
  let location: Location

  indirect enum Body: Sendable {
    case require(P.Formula)
    case group(CriteriaGroup<P>)
  }
}

/// A condition under which a criterion need not be met.
struct Waiver<P: Phase>: Sendable {
  let when: P.Formula
  let because: P.Template?
  let citations: [Citation]
  let readings: [Named]
  /// The policy that grants it.
  let origin: String
}

/// How a number is rounded, and to which step: `half up to 0.01`.
struct Rounding: Sendable, Hashable {
  let mode: RoundingMode
  let step: Decimal128

  /// To the fen, halves up: how money is rounded where nothing else is written.
  static let fen = Rounding(mode: .halfUp, step: Decimal128("0.01") ?? 0)
}

/// What an amending policy does to a decision of the policy that it amends.
struct Change: Sendable {
  let decision: Named
  /// The criterion within the decision, where only that is changed.
  let criterion: Named?
  let kind: Kind

  enum Kind: Sendable {
    case waive(Waiver<AsWritten>)
    case replace(Decision<AsWritten>)
    /// Exceptions more, to whatever the decision comes to without them.
    case addExceptions([Rule<AsWritten>], key: Node, Document)
    /// Criteria more, in the decision's list or in the group that is named.
    case addCriteria([Criterion<AsWritten>])
  }
}
