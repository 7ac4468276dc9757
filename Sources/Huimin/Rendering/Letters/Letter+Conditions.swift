import FEEL

/// What is not met and how that can be mended, and what is still to be shown.
extension Letter {
  func unmet(_ page: inout Sheet) {
    guard !explanation.unmet.isEmpty else { return }
    page.section(words("没有满足的条件", "Conditions that are not met"))
    list(.unmet, &page)
  }

  /// Criteria of a decision made already that nobody has examined; while it is open, the questions say the same.
  func unsettled(_ page: inout Sheet) {
    guard isDecided, !explanation.unmet.isEmpty, !explanation.unsettled.isEmpty else { return }
    page.section(words("还没有查明的条件", "Conditions that were not examined yet"))
    list(.unknown, &page)
  }

  /// The criteria that stand so; under the name of their list where there are several.
  private func list(_ standing: Reason.Standing, _ page: inout Sheet) {
    let lists = explanation.lists.filter { !explanation.criteria(standing: standing, in: $0).isEmpty }
    for whole in lists {
      if lists.count > 1 { page.item(.point, (whole.label?[language] ?? "") + words("：", ":")) }
      for reason in explanation.criteria(standing: standing, in: whole) {
        tell(reason, &page, depth: lists.count > 1 ? 1 : 0)
      }
    }
  }

  /// A criterion with what is so and where it is laid down; then what would mend it.
  private func tell(_ reason: Reason, _ page: inout Sheet, depth: Int) {
    let isGroup = reason.because.contains { $0.kind == .criterion }
    page.item(.point, cited(text(of: reason) + (isGroup ? words("：", ":") : ""), reason.citations), depth: depth)
    if let cure = reason.cure {
      page.item(.none, words("补正办法：", "What would cure it: ") + cure[language], depth: depth)
    }
    if let evidence = reason.evidence {
      page.item(.none, words("证明材料：", "Shown by: ") + evidence[language], depth: depth)
    }
    for inner in reason.because
    where inner.kind == .criterion && inner.standing != .met && inner.standing != .waived {
      tell(inner, &page, depth: depth + 1)
    }
    for part in reason.because { tellGround(part, &page, depth: depth + 1) }
  }

  /// What a criterion hangs on beside its own facts: a decision that has a sentence, or an exemption that does not apply.
  private func tellGround(_ reason: Reason, _ page: inout Sheet, depth: Int) {
    switch reason.kind {
    case .decision:
      guard let sentence = reason.sentence, let headline = reason.headline else { return }
      page.item(
        .point, cited(headline[language] + words("。", ". ") + sentence[language], reason.citations), depth: depth)
    case .rule:
      guard let text = reason.text else { return }
      let facts = reason.failing.compactMap { $0.text?[language] }
      let because =
        facts.isEmpty ? "" : words("（\(facts.joined(separator: "；"))）", " (\(facts.joined(separator: "; ")))")
      page.item(.point, cited(text[language] + because, reason.citations), depth: depth)
    default: break
    }
  }

  private func text(of reason: Reason) -> String {
    let label = reason.label?[language] ?? ""
    if let needed = reason.needed {
      let met = reason.because.count { $0.standing == .met || $0.standing == .waived }
      let more = max(1, needed - met)
      return met > 0
        ? words("\(label)（下列各项还须再满足\(more)项）", "\(label) (\(more) more of these \(more == 1 ? "is" : "are") needed)")
        : words("\(label)（下列各项须满足\(more)项）", "\(label) (\(more) of these \(more == 1 ? "is" : "are") needed)")
    }
    if let sentence = reason.text?[language], !sentence.isEmpty { return label + words("：", ": ") + sentence }
    guard reason.standing == .unmet else { return label }
    let facts = reason.because.filter { $0.kind == .condition && !$0.isBare }.compactMap { $0.text?[language] }
    let because = facts.joined(separator: words("；", "; "))
    if facts.isEmpty { return label }
    // Two colons in a row would be hard to read.
    return because.contains(words("：", ":"))
      ? label + words("（\(because)）", " (\(because))") : label + words("：", ": ") + because
  }

  /// Most questions that are told one by one.
  private static let mostQuestions = 60

  func questions(_ page: inout Sheet) {
    guard !outcome.openFacts.isEmpty else { return }
    page.section(words("请补充", "Please tell us"))
    for name in outcome.openFacts.prefix(Letter.mostQuestions) { ask(name, &page) }
    let more = outcome.openFacts.count - Letter.mostQuestions
    if more > 0 { page.item(.point, words("还有\(more)项", "\(more) more")) }
  }

  private func ask(_ name: String, _ page: inout Sheet) {
    let fact = program.fact(named: name)
    page.item(.point, fact?.question?[language] ?? program.openLabel(of: name, given: outcome.facts)[language])
    if let note = fact?.note { page.item(.none, note[language]) }
    let fields = fact?.type.fields ?? []
    if !fields.isEmpty {
      let names = fields.map { $0.label ?? Wording(both: $0.name) }.series[language]
      page.item(.none, words("每项写明：\(names)", "Each with: \(names)"))
    }
    if let fact, let made = outcome.judgements[name], let lapse = fact.judgement?.lapse(of: made, on: outcome.day) {
      page.item(.none, lapse[language])
    }
    if let judgement = fact?.judgement {
      let who = judgement.entitled.map { $0.label[language] }.joined(separator: words("、", ", "))
      page.item(.none, words("此项由\(who)评定", "To be judged by \(who)"))
    }
    if let evidence = fact?.evidence {
      page.item(.none, words("证明材料：", "Shown by: ") + evidence[language])
    }
  }

  /// The judgements that hold, for they are somebody's and not the rule's.
  func judgements(_ page: inout Sheet) {
    let held = explanation.judgements(in: language)
    guard !held.isEmpty else { return }
    page.section(words("评定", "Judgements"))
    for line in held { page.item(.point, line) }
  }
}

extension Reason {
  /// The conditions within it that failed, or that are told as they are.
  fileprivate var failing: [Reason] {
    because.flatMap { part -> [Reason] in
      if part.kind == .condition { return part.standing == .unmet || part.standing == nil ? [part] : [] }
      return part.standing == .met ? [] : part.failing
    }
  }
}
