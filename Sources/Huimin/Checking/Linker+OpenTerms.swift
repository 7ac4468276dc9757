import Diagnostics
import FEEL

/// Terms that a higher policy leaves open, and who fills them in.
extension Linker {
  /// Finds for each term of a layer what fills it in: a decision of a lower layer, its default, or nothing.
  mutating func settle(_ terms: [OpenTerm], of frame: Policy, at layer: Int) {
    for term in terms {
      if let position = decisions.firstIndex(where: { $0.decision.name == term.name }) {
        decisions[position].fills.append(term)
        requireLevel(of: decisions[position], for: term)
      } else if let owner = owners[term.name] {
        refuse(owner, for: term, of: frame)
      } else if layers[layer...].contains(where: { $0.unread.contains(term.name) }) {
        // Something fills it in that could not be read, which has been told.
        continue
      } else if isStillOpen(term, at: layer) {
        standIn(for: term, of: frame)
      } else {
        reportUnfilled(term, of: frame)
      }
    }
  }

  /// Whether nobody below has to fill a term in yet: it has a default, it is the policy's own, a lower policy leaves it
  /// open in turn, or the frame is not implemented but amended.
  private func isStillOpen(_ term: OpenTerm, at layer: Int) -> Bool {
    let below = layers[(layer + 1)...]
    return term.fallback != nil || below.first?.implements == nil
      || below.contains { $0.openTerms.contains { $0.name == term.name } }
  }

  /// The default as a decision; without one, the term is asked like a fact.
  private mutating func standIn(for term: OpenTerm, of frame: Policy) {
    // A lower policy that leaves the term open in turn speaks for it.
    guard
      !layers.contains(where: {
        $0.id != frame.id && $0.openTerms.contains { $0.name == term.name } && isBelow($0, frame)
      })
    else { return }
    if let fallback = term.fallback {
      suspectMisspelling(of: term, in: frame)
      decisions.append(Linked(decision: term.decision(fallback), origin: frame, fills: [term]))
      owners[term.name] = .decision
    } else {
      let fact = Fact(
        name: term.name, type: term.type, label: term.label, question: term.question, evidence: nil, note: term.note,
        judgement: nil, changeability: nil,
        range: term.range, location: term.location)
      facts.append(LinkedFact(fact: fact, ranges: term.range.map { [$0] } ?? []))
      owners[term.name] = .fact
    }
  }

  private func isBelow(_ policy: Policy, _ frame: Policy) -> Bool {
    guard let mine = layers.firstIndex(where: { $0.id == policy.id }),
      let other = layers.firstIndex(where: { $0.id == frame.id })
    else { return false }
    return mine > other
  }

  private mutating func refuse(_ owner: Kind, for term: OpenTerm, of frame: Policy) {
    report(
      "unfilled-term", at: policy.location,
      en:
        "`\(term.name)`, which `\(frame.id)` leaves open, is \(owner.wording[.en]), and only a decision can fill it in",
      zh: "`\(frame.id)` 留待确定的 `\(term.name)` 是\(owner.wording[.zh])，只有判定才能填写",
      help: Wording(en: "give the \(owner.rawValue) another name", zh: "请改用别的名称"))
  }

  /// A term with a default is not missed where a slip of the pen keeps it from being filled in, and the default is then
  /// paid: a decision of nearly that name, which fills in nothing else, is told.
  private mutating func suspectMisspelling(of term: OpenTerm, in frame: Policy) {
    guard frame.id != policy.id else { return }
    let terms = Set(layers.flatMap { $0.openTerms.map(\.name) } + frame.decisions.map(\.name))
    let own = policy.decisions.filter { $0.name.count == term.name.count && !terms.contains($0.name) }
    guard let near = Suggestion.nearest(to: term.name, among: own.map(\.name)),
      let decision = own.first(where: { $0.name == near })
    else { return }
    report(
      "unfilled-term", at: decision.location, severity: .warning,
      en: "`\(near)` fills in nothing: `\(frame.id)` leaves `\(term.name)` open, which keeps its default",
      zh: "`\(near)` 没有填写任何事项：`\(frame.id)` 留待确定的是 `\(term.name)`，现按默认值",
      help: Wording(en: "is it meant to be `\(term.name)`?", zh: "是否要写 `\(term.name)`？"))
  }

  private mutating func reportUnfilled(_ term: OpenTerm, of frame: Policy) {
    report(
      "unfilled-term", at: policy.implements?.location ?? policy.location,
      en: "`\(term.name)`, which `\(frame.id)` leaves open, is not filled in",
      zh: "`\(frame.id)` 留待确定的 `\(term.name)` 没有填写",
      help: Suggestion.nearest(to: term.name, among: policy.decisions.map(\.name)).map {
        Wording(en: "is `\($0)` meant to be it? write `\(term.name)`", zh: "是指 `\($0)` 吗？请写成 `\(term.name)`")
      } ?? Wording(en: "add a decision `\(term.name)`", zh: "补上判定 `\(term.name)`"))
  }

  private mutating func requireLevel(of linked: Linked, for term: OpenTerm) {
    guard !term.filledBy.isEmpty, !(linked.origin.level.map(term.filledBy.contains) ?? false) else { return }
    let allowed = term.filledBy.map { "`‹\($0.rawValue)›`" }
    let level = linked.origin.level
    report(
      "wrong-level", at: linked.decision.location,
      en: level.map { "`\(term.name)` may not be filled in by a policy of level `‹\($0.rawValue)›`" }
        ?? "`\(term.name)` may not be filled in by a policy without a level",
      zh: level.map { "`\(term.name)` 不能由 `‹\($0.rawValue)›` 一级填写" } ?? "`\(term.name)` 不能由没有层级的政策填写",
      help: Wording(
        en: "it is for \(allowed.joined(separator: ", "))", zh: "应由 \(allowed.joined(separator: "、")) 填写"))
  }
}

extension OpenTerm {
  fileprivate func decision(_ fallback: Written) -> Decision<AsWritten> {
    Decision(
      name: name, label: label, type: type, citations: [], readings: [], rounding: nil, because: nil, paidTo: nil,
      note: note,
      form: .value(fallback), location: location)
  }
}
