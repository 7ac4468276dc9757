import FEEL

/// Why an outcome is what it is, in as few plain sentences as will do: the policy's own where it has some, otherwise what is
/// so. Criteria that are not met have a part of the letter to themselves and are left to it.
struct PlainReasons {
  /// A sentence, and the places that say so.
  struct Statement {
    let text: String
    let citations: [ResolvedCitation]
  }

  private let explanation: Explanation
  private let language: Language
  /// Each once, in the order in which the reasons give them.
  private(set) var statements: [Statement] = []

  init(_ explanation: Explanation, _ language: Language) {
    self.explanation = explanation
    self.language = language
    for reason in explanation.reasons { tell(reason) }
  }

  private func words(_ zh: String, _ en: String) -> String { language == .zh ? zh : en }

  private mutating func add(_ text: String, _ citations: [ResolvedCitation]) {
    guard !text.isEmpty, !statements.contains(where: { $0.text == text }) else { return }
    statements.append(Statement(text: text, citations: citations))
  }

  /// A decision, or a rule that gave a value or lost to another.
  private mutating func tell(_ reason: Reason) {
    // What is open is asked, and not told.
    if reason.standing == .unknown, reason.kind != .decision { return }
    if reason.kind == .share { return tell(share: reason) }
    if reason.because.contains(where: { $0.kind == .criterion }) { return tell(criteria: reason) }
    if reason.standing != .unknown {
      if let sentence = reason.sentence { return add(sentence[language], reason.citations) }
      tellFacts(of: reason)
    }
    tellParts(of: reason)
  }

  /// What stands under something that has told of itself already; a rule without a value has nothing more to say.
  private mutating func tellParts(of reason: Reason) {
    for part in reason.because {
      switch part.kind {
      case .decision, .share: tell(part)
      case .rule where part.value != nil || part.sentence != nil: tell(part)
      case .rule: tellParts(of: part)
      default: break
      }
    }
  }

  /// A payer by its own sentence, under its name; what is left to somebody needs no reason.
  private mutating func tell(share: Reason) {
    let label = share.label?[language] ?? ""
    let amount = share.valueText?[language] ?? ""
    if let sentence = share.sentence {
      return add(words("\(label)\(amount)：\(sentence[.zh])", "\(label), \(amount): \(sentence[.en])"), share.citations)
    }
    if !share.isSilent { tellFacts(of: share) }
    tellParts(of: share)
  }

  /// Criteria that are met, by name; of those that are not the letter tells further down.
  private mutating func tell(criteria reason: Reason) {
    if let sentence = reason.sentence, reason.standing != .unknown { add(sentence[language], reason.citations) }
    guard reason.standing == .met else { return }
    let met = reason.because.filter { $0.kind == .criterion && ($0.standing == .met || $0.standing == .waived) }
    let names = met.map { criterion in
      let label = criterion.label ?? Wording(both: "")
      return criterion.standing == .waived
        ? Wording(en: "\(label[.en]) (waived)", zh: "\(label[.zh])（免于此项）") : label
    }
    let label = reason.label?[language] ?? ""
    let isAll = reason.needed == nil
    add(
      isAll
        ? words("“\(label)”的条件均已满足：\(names.series[.zh])", "All conditions for “\(label)” are met: \(names.series[.en])")
        : words("“\(label)”所需的条件已满足：\(names.series[.zh])", "What “\(label)” needs is met: \(names.series[.en])"),
      reason.citations)
  }

  /// What is so, or how it was calculated, where nobody has put it in a sentence.
  private mutating func tellFacts(of reason: Reason) {
    let facts = facts(of: reason)
    let remark = reason.kind == .rule || reason.text?[.en].hasPrefix("=") == true ? reason.text?[language] ?? "" : ""
    guard !facts.isEmpty || !remark.isEmpty else { return }
    var head = reason.label?[language] ?? ""
    if let value = reason.valueText?[language] {
      head += (head.isEmpty ? "" : reason.kind == .share ? words("", ", ") : words("：", ": ")) + value
    }
    head += (remark.hasPrefix("（") || remark.isEmpty ? "" : " ") + remark
    let because = facts.joined(separator: words("；", "; "))
    if head.isEmpty { return add(because, reason.citations) }
    add(because.isEmpty ? head : words("\(head)（\(because)）", "\(head) (\(because))"), reason.citations)
  }

  /// What made a value what it is, with what made the rule hold that gave it.
  private func facts(of reason: Reason) -> [String] {
    reason.because.flatMap { part -> [String] in
      switch part.kind {
      case .condition where !part.isAside: part.text.map { [$0[language]] } ?? []
      case .step where reason.kind == .rule: part.text.map { [$0[language]] } ?? []
      case .rule where part.standing == .met && part.value == nil && part.sentence == nil: facts(of: part)
      default: []
      }
    }
  }
}

extension Reason {
  /// Its text where that is a sentence of the policy, and not a calculation or a remark in brackets.
  var sentence: Wording? {
    guard let text, standing != .failed else { return nil }
    let isOther = ["=", "(", "（", "→"].contains { text[.zh].hasPrefix($0) || text[.en].hasPrefix($0) }
    return isOther || text == Wording(both: "") ? nil : text
  }
}
