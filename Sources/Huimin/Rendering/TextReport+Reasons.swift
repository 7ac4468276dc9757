import FEEL

/// The tree of reasons as indented lines.
extension TextReport {
  /// The reasons alone, as they stand under their heading on the page, without the numbers of sources that are listed
  /// there. Empty where there are none.
  public var reasonsText: String {
    guard !explanation.reasons.isEmpty else { return "" }
    var report = self
    report.marksSources = false
    var page = Sheet(language)
    report.tellAll(&page)
    return SheetText.text(of: page, width: width, style: style)
  }

  func tellAll(_ page: inout Sheet) {
    var origin: String?
    for reason in explanation.reasons {
      tell(reason, &page, depth: 0, in: origin)
      origin = reason.origin
    }
  }

  /// A reason and, indented under it, what it rests on. A rule whose sentence its decision already says gives only its
  /// conditions.
  ///
  /// - Parameter origin: the policy that the lines around this one come from; only another is named.
  func tell(
    _ reason: Reason, _ page: inout Sheet, depth: Int, under parent: Reason? = nil, in origin: String? = nil
  ) {
    if reason.isSilent { return }
    if reason.isBare, parent?.kind == .criterion { return }
    let isLine = !(reason.kind == .rule && reason.text == nil && parent?.text != nil)
    let text = isLine ? statement(reason, in: origin) : ""
    if !text.isEmpty { page.item(symbol(reason), text, depth: depth) }
    if let note = reason.note { page.item(.note, note[language], depth: depth + 1) }
    let inner = reason.kind == .decision ? reason.origin : origin
    for part in reason.because { tell(part, &page, depth: text.isEmpty ? depth : depth + 1, under: reason, in: inner) }
  }

  private func symbol(_ reason: Reason) -> Sheet.Mark {
    // A yes or no that is only repeated is neither good nor bad.
    if reason.isBare || reason.isNegated { return .point }
    if reason.kind == .decision, reason.standing == .unmet, !explanation.decisive.contains(reason.name ?? "") {
      return .point
    }
    return switch reason.standing {
    case .met: .met
    case .unmet: .unmet
    case .waived: .waived
    case .unknown: .open
    case .failed: .failed
    case nil: reason.kind == .step ? .step : .point
    }
  }

  /// Label, value, sentence and citations of one reason, in one line.
  ///
  /// - Parameter countsMet: whether of a group that needs only some those that are met are left out below.
  func statement(_ reason: Reason, in context: String? = nil, countsMet: Bool = false) -> String {
    let colon = words("：", ": ")
    var head = reason.label?[language] ?? ""
    let isSplit = reason.because.contains { $0.kind == .share }
    if let value = reason.valueText, reason.kind != .criterion, !isSplit {
      head += (head.isEmpty ? "" : reason.kind == .share ? " " : colon) + value[language]
    }
    if let payee = reason.paidTo { head += Conclusion(explanation, language).paid(to: payee) }
    if reason.kind == .criterion, reason.standing == .waived { head += words("（免于此项）", " (waived)") }
    if let needed = reason.needed, reason.standing == .unmet || reason.standing == .unknown {
      let met = countsMet ? reason.because.count { $0.standing == .met || $0.standing == .waived } : 0
      let more = needed - met
      head +=
        met > 0
        ? words("（下列须再满足 \(more) 项）", " (\(more) more of these \(more == 1 ? "is" : "are") needed)")
        : words("（下列须满足 \(needed) 项）", " (\(needed) of these \(needed == 1 ? "is" : "are") needed)")
    }
    let joined = head + (reason.text.map { separator(head, $0[language], reason.kind) + $0[language] } ?? "")
    let marks = marksSources ? reason.citations.map(mark) : []
    let origin = reason.origin.flatMap { id -> String? in
      guard id != context || reason.standing == .waived else { return nil }
      let policy = program.layers.first { $0.id == id }
      return policy.map { words("（据\($0.title[.zh])）", " (by \($0.title[.en]))") }
    }
    return ([joined + (origin ?? "")] + marks).filter { !$0.isEmpty }.joined(separator: " ")
  }

  /// What stands between a heading and its sentence; a calculation and a remark in brackets go on directly.
  private func separator(_ head: String, _ text: String, _ kind: Reason.Kind) -> String {
    if head.isEmpty || text.isEmpty || text.hasPrefix("（") { return "" }
    if text.hasPrefix("=") || text.hasPrefix("(") || text.hasPrefix("→") { return " " }
    return kind == .criterion ? words("：", ": ") : words("。", ". ")
  }

  /// `[1] art. 10(1)`.
  func mark(_ citation: ResolvedCitation) -> String {
    let number = explanation.number(of: citation.source)
    guard let article = citation.article else { return "[\(number)]" }
    return "[\(number) \(ArticlePlace(article).wording[language])]"
  }
}
