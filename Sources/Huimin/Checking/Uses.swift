import Diagnostics
import FEEL

/// What a decision, as written, refers to.
extension Compiler {
  /// The names in everything that makes the value of a decision; templates only tell of it.
  func names(usedBy decision: Decision<AsWritten>) -> [String] {
    names(in: decision.form).uniqued
  }

  private func names(in form: Form<AsWritten>) -> [String] {
    switch form {
    case .value(let written): formulas.names(in: written)
    case .cases(let cases): cases.flatMap { [$0.when, $0.then].compactMap { $0 } }.flatMap(formulas.names(in:))
    case .table(let table):
      table.inputs.flatMap(formulas.names(in:))
        + table.rows.flatMap { $0.cells.flatMap(formulas.names(inCell:)) + $0.outputs.flatMap(formulas.names(in:)) }
        + (table.fallback ?? []).flatMap(formulas.names(in:))
    case .criteria(let group): names(in: group)
    case .rule(let rule): rule.all.flatMap { [$0.when, $0.value].compactMap { $0 } }.flatMap(formulas.names(in:))
    case .bestOf(let best):
      best.candidates.flatMap { [$0.when, $0.value].compactMap { $0 } }.flatMap(formulas.names(in:))
        + (best.otherwise.map(formulas.names(in:)) ?? [])
    case .dated(let rules): rules.flatMap { names(in: $0.decision.form) }
    case .quota(let quota):
      names(in: quota)
    case .split(let split): split.formulas.flatMap(formulas.names(in:))
    }
  }

  /// A name that is a field of the events means that field in what is said of an event.
  private func names(in quota: Quota<AsWritten>) -> [String] {
    var trial = formulas
    let events = trial.formula(quota.events, in: scope)?.type
    let fields: [String] = if case .list(.context(let fields))? = events { fields.map(\.name) } else { [] }
    let ofEvents = [quota.counting, quota.amount].compactMap { $0 }.flatMap(formulas.names(in:))
    let others = [quota.events, quota.since].compactMap { $0 }
    let limits = quota.limits.flatMap { [$0.most, $0.carriedOver].compactMap { $0 } }
    return (others + limits).flatMap(formulas.names(in:)) + ofEvents.filter { !fields.contains($0) && $0 != "item" }
  }

  private func names(in group: CriteriaGroup<AsWritten>) -> [String] {
    group.criteria.flatMap { criterion -> [String] in
      let own: [String] =
        switch criterion.body {
        case .require(let written): formulas.names(in: written)
        case .group(let inner): names(in: inner)
        }
      return own + criterion.waivers.flatMap { formulas.names(in: $0.when) }
    }
  }
}

extension Decision where P == AsWritten {
  /// Names that others use after a `.`: the payers of a split, the outputs of a table.
  var introducedNames: [String] {
    switch form {
    case .split(let split): split.entryNames
    case .table(let table): table.outputs
    case .dated(let rules): rules.flatMap(\.decision.introducedNames).uniqued
    default: []
    }
  }

  /// Every citation in the decision.
  var allCitations: [Citation] {
    switch form {
    case .cases(let cases): citations + cases.flatMap(\.citations)
    case .rule(let rule): citations + rule.all.flatMap(\.citations)
    case .bestOf(let best): citations + best.candidates.flatMap(\.citations)
    case .split(let split): citations + split.shares.flatMap(\.citations)
    case .table(let table): citations + table.rows.flatMap(\.citations)
    case .criteria(let group): citations + group.all.flatMap { $0.citations + $0.waivers.flatMap(\.citations) }
    case .dated(let rules): citations + rules.flatMap(\.decision.allCitations)
    default: citations
    }
  }

  var allReadings: [Named] {
    switch form {
    case .cases(let cases): readings + cases.flatMap(\.readings)
    case .rule(let rule): readings + rule.all.flatMap(\.readings)
    case .bestOf(let best): readings + best.candidates.flatMap(\.readings)
    case .split(let split): readings + split.shares.flatMap(\.readings)
    case .table(let table): readings + table.rows.flatMap(\.readings)
    case .criteria(let group): readings + group.all.flatMap { $0.readings + $0.waivers.flatMap(\.readings) }
    case .dated(let rules): readings + rules.flatMap(\.decision.allReadings)
    default: readings
    }
  }
}

extension CriteriaGroup {
  /// Every criterion, nested ones too.
  var all: [Criterion<P>] {
    criteria.flatMap { criterion -> [Criterion<P>] in
      if case .group(let inner) = criterion.body { return [criterion] + inner.all }
      return [criterion]
    }
  }
}

extension Decision {
  /// Every text with expressions in it.
  var templates: [P.Template] {
    let inside: [P.Template?] =
      switch form {
      case .cases(let cases): cases.map(\.because)
      case .rule(let rule): rule.all.map(\.because)
      case .bestOf(let best): best.candidates.map(\.because)
      case .split(let split): split.shares.map(\.because)
      case .table(let table): table.rows.map(\.because)
      case .criteria(let group):
        group.all.flatMap { [$0.met, $0.unmet, $0.cure] + $0.waivers.map(\.because) }
      case .dated(let rules): rules.flatMap(\.decision.templates)
      default: []
      }
    return ([because] + inside).compactMap { $0 }
  }
}
