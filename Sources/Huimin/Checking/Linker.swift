import Diagnostics
import FEEL

/// Puts a policy together with those above it: the frame whose open terms it fills in, the policy that it amends.
struct Linker {
  /// One decision as it will be applied, and where it is written.
  struct Linked {
    var decision: Decision<AsWritten>
    var origin: Policy
    /// The open term that it fills in, and the policy that left it open.
    var fills: OpenTerm?
  }

  let policy: Policy
  let above: [Policy]
  private(set) var decisions: [Linked] = []
  private(set) var facts: [Fact] = []
  private(set) var parameters: [Parameter] = []
  private(set) var diagnostics: [Diagnostic] = []
  private var owners: [String: String] = [:]

  /// - Parameter above: the policies that it builds on, the nearest first.
  init(_ policy: Policy, above: [Policy]) {
    self.policy = policy
    self.above = above
    for layer in ([policy] + above).reversed() { add(layer) }
    for layer in above { fillIn(layer.openTerms) }
    if above.isEmpty || policy.implements == nil { standInForOpenTerms(of: policy) }
    for layer in ([policy] + above).reversed() { apply(layer.changes) }
  }

  private mutating func report(_ code: String, at location: Location, en: String, zh: String, help: Wording? = nil) {
    diagnostics.append(Diagnostic(code, location: location, message: Wording(en: en, zh: zh), help: help))
  }

  private mutating func add(_ layer: Policy) {
    for fact in layer.facts {
      if let position = facts.firstIndex(where: { $0.name == fact.name }) {
        // A lower policy may describe a fact better; it stays the same fact, in its place.
        facts[position] = fact
      } else {
        claim(fact.name, "fact", at: fact.location)
        facts.append(fact)
      }
    }
    for parameter in layer.parameters {
      claim(parameter.name, "parameter", at: parameter.location)
      parameters.append(parameter)
    }
    for decision in layer.decisions {
      claim(decision.name, "decision", at: decision.location)
      decisions.append(Linked(decision: decision, origin: layer, fills: nil))
    }
  }

  /// One name, one thing: a fact, a parameter or a decision.
  private mutating func claim(_ name: String, _ kind: String, at location: Location) {
    if let earlier = owners[name] {
      report(
        "duplicate-name", at: location, en: "`\(name)` is already the name of a \(earlier)",
        zh: "`\(name)` 已是\(Linker.kinds[earlier] ?? "别的内容")的名称",
        help: kind == "decision" && earlier == "decision"
          ? Wording(
            en: "to change a decision of a higher policy, write it under `changes`", zh: "要修改上级政策的判定，写在 `changes` 下")
          : nil)
    } else if StandardNames.types.contains(where: { $0.name == name }) {
      report(
        "duplicate-name", at: location, en: "`\(name)` is a name that every policy has already",
        zh: "`\(name)` 是每个政策自带的名称")
    }
    owners[name] = kind
  }

  private static let kinds = ["fact": "事实", "parameter": "参数", "decision": "判定"]

  // MARK: Open terms

  private mutating func fillIn(_ terms: [OpenTerm]) {
    for term in terms {
      if let position = decisions.firstIndex(where: { $0.decision.name == term.name }) {
        decisions[position].fills = term
        requireLevel(of: decisions[position], for: term)
      } else if owners[term.name] != nil {
        continue
      } else if let fallback = term.fallback {
        decisions.insert(Linked(decision: term.decision(fallback), origin: frame(of: term), fills: term), at: 0)
        owners[term.name] = "decision"
      } else {
        report(
          "open-term", at: policy.implements?.location ?? policy.location,
          en: "`\(term.name)`, which `\(frame(of: term).id)` leaves open, is not filled in",
          zh: "`\(frame(of: term).id)` 留待确定的 `\(term.name)` 没有填写",
          help: Suggestion.nearest(to: term.name, among: policy.decisions.map(\.name)).map {
            Wording(en: "is `\($0)` meant to be it? write `\(term.name)`", zh: "是指 `\($0)` 吗？请写成 `\(term.name)`")
          } ?? Wording(en: "add a decision `\(term.name)`", zh: "补上判定 `\(term.name)`"))
      }
    }
  }

  private func frame(of term: OpenTerm) -> Policy {
    above.first { $0.openTerms.contains { $0.name == term.name } } ?? policy
  }

  private mutating func requireLevel(of linked: Linked, for term: OpenTerm) {
    guard let level = linked.origin.level, !term.filledBy.isEmpty, !term.filledBy.contains(level) else { return }
    let allowed = term.filledBy.map { "`\($0.rawValue)`" }
    report(
      "wrong-level", at: linked.decision.location,
      en: "`\(term.name)` may not be filled in by a policy of level `\(level.rawValue)`",
      zh: "`\(term.name)` 不能由`\(level.rawValue)`一级填写",
      help: Wording(
        en: "it is for \(allowed.joined(separator: ", "))", zh: "应由 \(allowed.joined(separator: "、")) 填写"))
  }

  /// A frame asked on its own: what it leaves open without a default is asked like a fact.
  private mutating func standInForOpenTerms(of policy: Policy) {
    for term in policy.openTerms where owners[term.name] == nil {
      if let fallback = term.fallback {
        decisions.insert(Linked(decision: term.decision(fallback), origin: policy, fills: term), at: 0)
        owners[term.name] = "decision"
        continue
      }
      facts.append(
        Fact(
          name: term.name, type: term.type, label: term.label, question: term.question, evidence: nil, note: term.note,
          range: term.range, location: term.location))
      owners[term.name] = "fact"
    }
  }

  // MARK: Changes

  private mutating func apply(_ changes: [Change]) {
    for change in changes {
      guard let position = decisions.firstIndex(where: { $0.decision.name == change.decision.name }) else {
        report(
          "unknown-name", at: change.decision.location, en: "there is no decision `\(change.decision.name)` to change",
          zh: "没有可修改的判定 `\(change.decision.name)`",
          help: Suggestion.didYouMean(change.decision.name, among: decisions.map(\.decision.name)))
        continue
      }
      switch change.kind {
      case .replace(let decision):
        decisions[position].decision = decision
        decisions[position].origin = policy
      case .waive(let waiver): waive(waiver, change, at: position)
      }
    }
  }

  private mutating func waive(_ waiver: Waiver<AsWritten>, _ change: Change, at position: Int) {
    let decision = decisions[position].decision
    guard case .criteria(let group) = decision.form, let criterion = change.criterion else {
      report(
        "bad-change", at: change.decision.location, en: "only a criterion can be waived", zh: "只有条件可以豁免",
        help: Wording(en: "write `decision / criterion:`", zh: "写 `判定 / 条件:`"))
      return
    }
    guard let waived = group.waiving(criterion.name, waiver) else {
      report(
        "unknown-name", at: criterion.location,
        en: "`\(decision.name)` has no criterion `\(criterion.name)`",
        zh: "`\(decision.name)` 没有条件 `\(criterion.name)`",
        help: Suggestion.didYouMean(criterion.name, among: group.names))
      return
    }
    decisions[position].decision = decision.with(form: .criteria(waived))
  }
}

extension OpenTerm {
  fileprivate func decision(_ fallback: Written) -> Decision<AsWritten> {
    Decision(
      name: name, label: label, type: type, citations: [], readings: [], rounding: nil, because: nil, note: note,
      form: .value(fallback), location: location)
  }
}

extension Decision {
  fileprivate func with(form: Form<P>) -> Decision {
    Decision(
      name: name, label: label, type: type, citations: citations, readings: readings, rounding: rounding,
      because: because, note: note, form: form, location: location)
  }
}

extension CriteriaGroup {
  /// The names of all criteria, nested ones too.
  var names: [String] {
    criteria.flatMap { criterion -> [String] in
      if case .group(let inner) = criterion.body { return [criterion.name] + inner.names }
      return [criterion.name]
    }
  }

  /// The same group with a waiver added to one criterion, or `nil` where there is no such criterion.
  fileprivate func waiving(_ name: String, _ waiver: Waiver<P>) -> CriteriaGroup? {
    var found = false
    let changed = criteria.map { criterion -> Criterion<P> in
      if criterion.name == name {
        found = true
        return criterion.adding(waiver)
      }
      guard case .group(let inner) = criterion.body, let waived = inner.waiving(name, waiver) else { return criterion }
      found = true
      return criterion.with(body: .group(waived))
    }
    return found ? CriteriaGroup(rule: rule, criteria: changed) : nil
  }
}

extension Criterion {
  fileprivate func adding(_ waiver: Waiver<P>) -> Criterion {
    Criterion(
      name: name, label: label, body: body, citations: citations, readings: readings, evidence: evidence, met: met,
      unmet: unmet, cure: cure, waivers: waivers + [waiver], location: location)
  }

  fileprivate func with(body: Body) -> Criterion {
    Criterion(
      name: name, label: label, body: body, citations: citations, readings: readings, evidence: evidence, met: met,
      unmet: unmet, cure: cure, waivers: waivers, location: location)
  }
}
