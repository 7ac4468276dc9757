import Diagnostics
import FEEL

/// Goes through what a decision is made of, and says of each part whether the way that an outcome took reached it.
struct CoverageWalk {
  struct Step {
    let item: CoverageItem
    let isReached: Bool
  }

  private(set) var found: [Step] = []
  private let decision: Decision<Checked>
  private let trace: Trace?
  private let program: Program

  /// - Parameter finding: what the decision came to; nothing where it only is to be known what there is.
  init(_ checked: CheckedDecision, of program: Program, _ finding: Finding?) {
    self.init(checked.decision, program, finding?.trace)
    note(.decision, decision.name, at: decision.location, isReached: finding?.value.isSettled ?? false)
    walk()
  }

  private init(_ decision: Decision<Checked>, _ program: Program, _ trace: Trace?) {
    self.decision = decision
    self.program = program
    self.trace = trace
  }

  private mutating func walk() {
    // A new form of decision needs a line here, and one function that pairs it with its trace.
    switch decision.form {
    case .value: break
    case .cases(let cases): walk(cases)
    case .table(let table): walk(table)
    case .criteria(let group): walk(group)
    case .rule(let rule): walk(rule)
    case .bestOf(let best): walk(best)
    case .split(let split): walk(split)
    case .quota(let quota): walk(quota)
    case .dated(let rules): walk(rules)
    }
  }

  private mutating func walk(_ rules: [DatedRule<Checked>]) {
    var taken: Int?
    var inner: Trace?
    if case .dated(let position, let found)? = trace {
      taken = position
      inner = found.trace
    }
    for (position, rule) in rules.enumerated() {
      note(.period, "\(rule.from)", at: rule.decision.location, isReached: position == taken)
      var walk = CoverageWalk(rule.decision, program, position == taken ? inner : nil)
      walk.walk()
      found += walk.found
    }
  }

  private mutating func note(
    _ kind: CoverageItem.Kind, _ name: String, at location: Location, isReached: Bool
  ) {
    found.append(
      Step(
        item: CoverageItem(kind: kind, name: name, decision: decision.name, location: location), isReached: isReached))
  }

  /// A key as the file in which it stands writes it.
  private func spelled(_ key: String, at location: Location) -> String {
    Vocabulary.spelled(key, in: program.language(of: location.file))
  }

  // MARK: Forms

  private mutating func walk(_ cases: [Case<Checked>]) {
    var taken: Int?
    if case .cases(let trials)? = trace, !trials.contains(where: { $0.holds.isUnknown }), let last = trials.last,
      last.holds.isTrue
    {
      taken = last.index
    }
    for (index, option) in cases.enumerated() {
      note(
        option.when == nil ? .otherwise : .option,
        option.when?.written.text ?? spelled(Key.otherwise, at: option.location), at: option.location,
        isReached: index == taken)
    }
  }

  private mutating func walk(_ table: Table<Checked>) {
    var chosen: [Int] = []
    var isFallback = false
    if case .table(let trace)? = trace, !trace.rows.contains(where: { $0.holds.isUnknown }) {
      chosen = trace.chosen
      isFallback = trace.rows.allSatisfy { $0.holds.isFalse }
    }
    for (index, row) in table.rows.enumerated() {
      note(.row, row.id, at: row.location, isReached: chosen.contains(index))
    }
    if let fallback = table.fallback?.first {
      let location = fallback.written.location
      note(.fallback, spelled(Key.fallback, at: location), at: location, isReached: isFallback)
    }
  }

  private mutating func walk(_ group: CriteriaGroup<Checked>) {
    if case .criteria(let found)? = trace { walk(group, found) } else { walk(group, nil) }
  }

  private mutating func walk(_ group: CriteriaGroup<Checked>, _ found: GroupFinding?) {
    for (index, criterion) in group.criteria.enumerated() {
      let finding = found?.criteria[index]
      note(
        .met, criterion.name, at: criterion.location,
        isReached: finding.map { $0.waiver == nil && $0.value.isTrue } ?? false)
      note(.unmet, criterion.name, at: criterion.location, isReached: finding?.value.isFalse ?? false)
      for (position, waiver) in criterion.waivers.enumerated() {
        note(.waiver, criterion.name, at: waiver.when.written.location, isReached: finding?.waiver == position)
      }
      if case .group(let inner) = criterion.body { walk(inner, finding?.group) }
    }
  }

  private mutating func walk(_ rule: Rule<Checked>) {
    guard case .rule(let found)? = trace, let result = found.result, result.isSettled else {
      return walk(rule, nil)
    }
    walk(rule, found)
  }

  /// - Parameter found: how it fared; nothing where it did not make the result.
  private mutating func walk(_ rule: Rule<Checked>, _ found: RuleFinding?) {
    var isItself = false
    var winners: [Int] = []
    switch found?.taken {
    case .itself: isItself = true
    case .exceptions(let positions): winners = positions
    case nil: break
    }
    note(rule.name == nil ? .rule : .exception, rule.name ?? "", at: rule.location, isReached: isItself)
    for (position, exception) in rule.exceptions.enumerated() {
      walk(exception, winners.contains(position) ? found?.exceptions[position] : nil)
    }
  }

  private mutating func walk(_ best: BestOf<Checked>) {
    var trials: [BestFinding.Trial] = []
    var chosen: Int?
    if case .bestOf(let found)? = trace {
      chosen = found.chosen
      trials = found.trials
    }
    let isNone = !trials.isEmpty && trials.allSatisfy { $0.holds.isFalse }
    for (position, candidate) in best.candidates.enumerated() {
      note(.chosen, candidate.name, at: candidate.location, isReached: position == chosen)
      note(
        .passedOver, candidate.name, at: candidate.location,
        isReached: isNone || chosen.map { $0 != position } ?? false)
    }
    if let location = best.otherwise?.written.location {
      note(.otherwise, spelled(Key.otherwise, at: location), at: location, isReached: isNone)
    }
  }

  private mutating func walk(_ split: Split<Checked>) {
    var shares: [SplitFinding.Share] = []
    if case .split(let found)? = trace { shares = found.shares }
    for (position, share) in split.shares.enumerated() {
      note(
        .share, share.name, at: share.location,
        isReached: position < shares.count && shares[position].value.isAboveZero)
    }
  }

  private mutating func walk(_ quota: Quota<Checked>) {
    var limits: [QuotaFinding.Limit] = []
    if case .quota(let found)? = trace { limits = found.limits }
    for (position, limit) in quota.limits.enumerated() {
      let left = position < limits.count ? limits[position].left : .null
      let name = spelled(limit.period.rawValue, at: limit.location)
      note(.left, name, at: limit.location, isReached: left.isAboveZero)
      note(.usedUp, name, at: limit.location, isReached: left.equals(.number(0)))
    }
  }
}

extension Value {
  fileprivate var isTrue: Bool { if case .boolean(true) = self { true } else { false } }
  fileprivate var isFalse: Bool { if case .boolean(false) = self { true } else { false } }

  /// Whether nothing in it is open, and nothing ended in an error.
  fileprivate var isSettled: Bool { unknowns == nil && causes.isEmpty }

  fileprivate var isAboveZero: Bool {
    if case .number(let number) = self { !number.isNegative && !number.isZero } else { false }
  }
}
