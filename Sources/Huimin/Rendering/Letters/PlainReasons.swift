import FEEL

/// Why an outcome is what it is, in as few plain sentences as will do: the policy's own where it has some, otherwise what is
/// so. Criteria that are not met have a part of the letter to themselves and are left to it, and so is what is still open.
struct PlainReasons {
  /// A sentence, and the places that say so.
  struct Statement {
    /// What it is said of; several where the same is to be said of all.
    fileprivate(set) var heads: [String]
    fileprivate let body: String
    /// Whether the body is what is so, which stands in brackets, and not a sentence.
    fileprivate let isFacts: Bool
    let citations: [ResolvedCitation]
    private let language: Language

    fileprivate init(
      _ heads: [String], _ body: String, isFacts: Bool, _ citations: [ResolvedCitation], _ language: Language
    ) {
      self.heads = heads
      self.body = body
      self.isFacts = isFacts
      self.citations = citations
      self.language = language
    }

    var text: String {
      let head = heads.joined(separator: language == .zh ? "、" : "; ")
      if head.isEmpty { return body }
      if body.isEmpty { return head }
      if isFacts { return language == .zh ? "\(head)（\(body)）" : "\(head) (\(body))" }
      return head + (language == .zh ? "：" : ": ") + body
    }
  }

  private let language: Language
  /// What a letter about a single decision need not name.
  private let onlyDecision: String?
  /// Each once, in the order in which the reasons give them.
  private(set) var statements: [Statement] = []

  init(_ explanation: Explanation, _ language: Language) {
    self.language = language
    let names = explanation.outcome.program.outcome
    onlyDecision = names.count == 1 ? names[0] : nil
    for reason in explanation.reasons { tell(reason) }
  }

  private func words(_ zh: String, _ en: String) -> String { language == .zh ? zh : en }

  private mutating func add(_ heads: [String], _ body: String, isFacts: Bool = false, _ citations: [ResolvedCitation]) {
    let statement = Statement(heads.filter { !$0.isEmpty }, body, isFacts: isFacts, citations, language)
    let alike = statements.firstIndex {
      $0.body == body && $0.isFacts == isFacts && !body.isEmpty && $0.heads.isEmpty == statement.heads.isEmpty
        && $0.citations.isSame(as: citations)
    }
    if let alike {
      statements[alike].heads += statement.heads.filter { !statements[alike].heads.contains($0) }
    } else if !statement.text.isEmpty {
      statements.append(statement)
    }
  }

  // MARK: What is told

  /// A decision, or a rule that gave a value or lost to another.
  private mutating func tell(_ reason: Reason) {
    if reason.standing == .unknown {
      // Of several shares some may be settled.
      for part in reason.because where part.kind == .share { tell(share: part) }
      return
    }
    if reason.because.contains(where: { $0.kind == .criterion }) { return tell(criteria: reason) }
    if let sentence = reason.sentence {
      let label = reason.name == onlyDecision || reason.kind != .decision ? "" : reason.label?[language] ?? ""
      return add([label], sentence[language], reason.citations)
    }
    tellFacts(of: reason)
    tellParts(of: reason)
  }

  /// What stands under something that has told of itself already; a rule without a value has nothing more to say.
  private mutating func tellParts(of reason: Reason) {
    for part in reason.because where part.standing != .unknown {
      switch part.kind {
      case .decision: tell(part)
      case .share: tell(share: part)
      case .rule where part.value != nil || part.sentence != nil: tell(part)
      case .rule: tellParts(of: part)
      default: break
      }
    }
  }

  /// A payer by its own sentence, under its name; what is left to somebody needs no reason.
  private mutating func tell(share: Reason) {
    guard share.standing != .unknown, !share.isSilent else { return }
    if let sentence = share.sentence {
      return add([share.shareHead[language]], sentence[language], share.citations)
    }
    tellFacts(of: share)
    tellParts(of: share)
  }

  /// Criteria that are met, by name; of those that are not the letter tells further down.
  private mutating func tell(criteria reason: Reason) {
    let label = reason.label?[language] ?? ""
    if let sentence = reason.sentence {
      add([reason.name == onlyDecision ? "" : label], sentence[language], reason.citations)
    }
    guard reason.standing == .met else { return }
    let met = reason.because.filter { $0.kind == .criterion && ($0.standing == .met || $0.standing == .waived) }
    let names = met.map { criterion in
      let label = criterion.label ?? Wording(both: "")
      return criterion.standing == .waived
        ? Wording(en: "\(label[.en]) (waived)", zh: "\(label[.zh])（免于此项）") : label
    }
    let list = names.series
    add(
      [],
      reason.needed == nil
        ? words("“\(label)”的条件均已满足：\(list[.zh])", "All conditions for “\(label)” are met: \(list[.en])")
        : words("“\(label)”所需的条件已满足：\(list[.zh])", "What “\(label)” needs is met: \(list[.en])"),
      reason.citations)
  }

  /// What is so, or how it was calculated, where nobody has put it in a sentence.
  private mutating func tellFacts(of reason: Reason) {
    let facts = facts(of: reason)
    let isCalculated = reason.text?[.en].hasPrefix("=") ?? false
    let remark = reason.kind == .rule || isCalculated ? reason.text?[language] ?? "" : ""
    guard !facts.isEmpty || !remark.isEmpty else { return }
    let head = reason.kind == .share ? reason.shareHead : reason.headline ?? reason.label
    let space = remark.hasPrefix("（") || remark.isEmpty ? "" : " "
    add(
      [(head?[language] ?? "") + space + remark], facts.joined(separator: words("；", "; ")), isFacts: true,
      reason.citations)
  }

  /// What made a value what it is, with what made the rule hold that gave it.
  private func facts(of reason: Reason) -> [String] {
    reason.because.flatMap { part -> [String] in
      switch part.kind {
      case .condition where !part.isAside: part.text.map { [$0[language]] } ?? []
      case .step where reason.kind == .rule: part.text.map { [$0[language]] } ?? []
      case .decision where part.because.contains { $0.kind == .criterion } && part.standing == .unmet:
        part.headline.map { [$0[language]] } ?? []
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

  /// A payer with what it bears.
  fileprivate var shareHead: Wording {
    let label = label ?? Wording(both: "")
    let amount = valueText ?? Wording(both: "")
    return Wording(en: "\(label[.en]), \(amount[.en])", zh: "\(label[.zh])\(amount[.zh])")
  }
}

extension [ResolvedCitation] {
  fileprivate func isSame(as others: [ResolvedCitation]) -> Bool {
    count == others.count
      && zip(self, others).allSatisfy { $0.source.isSame(as: $1.source) && $0.article == $1.article }
  }
}
