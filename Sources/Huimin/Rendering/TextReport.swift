import FEEL
import PolicySource

/// An outcome as a page for the caseworker: what was decided, why, what is missing, and by which text.
public struct TextReport {
  let explanation: Explanation
  private let changes: Changes?
  private let fewest: [String]
  let language: Language
  let width: Int
  private(set) var style: TextStyle
  /// Whether citations are marked with the numbers of the sources listed below.
  var marksSources = true

  /// - Parameters:
  ///   - changes: what would change the outcome, where that is to be told.
  ///   - fewest: the open facts that may be enough to settle it.
  ///   - width: columns of the terminal.
  ///   - isColored: whether the terminal shows colours.
  public init(
    _ outcome: Outcome, changes: Changes? = nil, fewest: [String] = [], language: Language, width: Int = 80,
    isColored: Bool = false
  ) {
    explanation = outcome.explanation
    self.changes = changes
    self.fewest = fewest
    self.language = language
    self.width = max(40, width)
    style = TextStyle(isColored: isColored)
  }

  private var outcome: Outcome { explanation.outcome }
  var program: Program { outcome.program }

  func words(_ zh: String, _ en: String) -> String { language == .zh ? zh : en }

  /// The page as Markdown.
  public var markdown: String { SheetMarkdown.text(of: plain.sheet) }

  /// The page as one HTML file that needs nothing else.
  public var html: String { SheetHTML.text(of: plain.sheet, kind: "report") }

  /// The same without the colours of a terminal.
  private var plain: TextReport {
    var plain = self
    plain.style = TextStyle(isColored: false)
    return plain
  }

  /// The page as lines of text, with a line end after the last.
  public var text: String {
    SheetText.text(of: sheet, width: width, style: style)
  }

  /// The page for a terminal, a file or a screen.
  var sheet: Sheet {
    var page = Sheet(language)
    heading(&page)
    conclusion(&page)
    unmet(&page)
    changes?.tell(on: &page, under: program)
    questions(&page)
    reasons(&page)
    judgements(&page)
    readings(&page)
    remedies(&page)
    sources(&page)
    if let note = notes { page.paragraph(note, isFaint: true) }
    return page
  }

  // MARK: Parts of the page

  private func heading(_ page: inout Sheet) {
    page.title(program.policy.title[language])
    let day = ValueFormat.text(of: .date(outcome.day), type: .date)[language]
    page.detail("\(program.policy.id)  \(words("判定日期", "decided for")) \(day)")
    // Which versions were applied, down from the one that was asked.
    var lower = program.policy
    for layer in program.above where !layer.isModule {
      let verb = lower.amends == nil ? words("实施", "implements") : words("修改", "amends")
      let period = layer.inForce.wording[language]
      page.detail("\(verb)\(words("《\(layer.title[.zh])》（\(period)）", " \(layer.title[.en]) (\(period))"))")
      lower = layer
    }
  }

  private func conclusion(_ page: inout Sheet) {
    switch outcome.status {
    case .decided: page.section(words("结论", "Outcome"))
    case .undetermined: page.section(words("结论：尚不能确定", "Outcome: not settled yet"))
    case .failed where outcome.values.contains { $0.value.causes.isEmpty }:
      // What is settled all the same comes first.
      page.section(words("结论：部分规则无法适用", "Outcome: some rules could not be applied"))
    case .failed: page.section(words("结论：规则无法适用", "Outcome: the rules could not be applied"))
    }
    let conclusion = Conclusion(explanation, language)
    for (name, value) in outcome.values { conclusion.add(name, value, to: &page) }
    for diagnostic in outcome.diagnostics {
      let place = diagnostic.location.map { " (\($0.file):\($0.start.line):\($0.start.column))" } ?? ""
      page.item(.unmet, "\(diagnostic.message[language])\(place)")
      if let help = diagnostic.help { page.item(.none, help[language], depth: 1) }
    }
  }

  private func unmet(_ page: inout Sheet) {
    if !explanation.unmet.isEmpty {
      page.section(words("未满足的条件（\(explanation.unmet.count) 项）", "Not met (\(explanation.unmet.count))"))
      list(explanation.unmet, .unmet, .unmet, &page)
    }
    // While the answer is open the questions themselves are listed.
    if outcome.status == .decided, !explanation.unmet.isEmpty, !explanation.unsettled.isEmpty {
      page.section(
        words("还没有查明的条件（\(explanation.unsettled.count) 项）", "Not examined yet (\(explanation.unsettled.count))"))
      list(explanation.unsettled, .unknown, .open, &page)
    }
    cures(&page)
  }

  /// Criteria that stand so; where there are several lists of criteria, under the name of the one they belong to.
  private func list(_ criteria: [Reason], _ standing: Reason.Standing, _ mark: Sheet.Mark, _ page: inout Sheet) {
    guard explanation.lists.count > 1 else {
      for reason in criteria { list(reason, mark, &page, depth: 0) }
      return
    }
    for whole in explanation.lists {
      let inside = explanation.criteria(standing: standing, in: whole)
      if inside.isEmpty { continue }
      page.item(.point, whole.label?[language] ?? "")
      for reason in inside { list(reason, mark, &page, depth: 1) }
    }
  }

  /// A criterion, with its sentence or else with what is so; of a group that needs only some, those inside it.
  private func list(_ reason: Reason, _ mark: Sheet.Mark, _ page: inout Sheet, depth: Int) {
    page.item(mark, statement(reason, countsMet: true), depth: depth)
    let inside = reason.because.filter { $0.kind == .criterion && $0.standing != .met && $0.standing != .waived }
    if !inside.isEmpty {
      for inner in inside { list(inner, Sheet.Mark(text: "-"), &page, depth: depth + 1) }
    } else if reason.text == nil {
      for condition in reason.because where condition.kind == .condition && !condition.isBare {
        if let text = condition.text { page.item(.point, text[language], depth: depth + 1) }
      }
    }
    for waiver in reason.because where waiver.kind == .rule { tell(waiver, &page, depth: depth + 1, under: reason) }
  }

  private func cures(_ page: inout Sheet) {
    let cures = explanation.unmet.filter { $0.cure != nil }
    guard !cures.isEmpty else { return }
    page.section(words("如何补正", "What would cure it"))
    for reason in cures {
      if let cure = reason.cure { page.item(.step, cure[language]) }
      if let evidence = reason.evidence {
        page.item(.none, "\(words("证明材料：", "shown by: "))\(evidence[language])", depth: 1)
      }
    }
  }

  private func questions(_ page: inout Sheet) {
    guard !outcome.openFacts.isEmpty else { return }
    page.section(words("还需要知道", "Still to be known"))
    if !fewest.isEmpty, fewest.count < outcome.openFacts.count {
      let names = fewest.map { program.openLabel(of: $0, given: outcome.facts) }.series
      page.item(.point, words("先问这\(fewest.count)项，可能就够了：\(names[.zh])", "these may be enough: \(names[.en])"))
    }
    let most = 60
    for name in outcome.openFacts.prefix(most) { ask(name, &page) }
    let more = outcome.openFacts.count - most
    if more > 0 { page.item(Sheet.Mark(text: "…"), words("还有 \(more) 项", "\(more) more")) }
  }

  private func ask(_ name: String, _ page: inout Sheet) {
    let fact = program.fact(named: name)
    let label = program.openLabel(of: name, given: outcome.facts)[language]
    let question = fact?.question?[language] ?? label
    page.item(.open, question == name ? question : "\(question)  \(style.faint(name))")
    if let note = fact?.note { page.item(.none, note[language], depth: 1, isFaint: true) }
    let fields = fact?.type.fields ?? []
    if !fields.isEmpty {
      let names = fields.map { $0.label ?? Wording(both: $0.name) }.series[language]
      page.item(.none, words("每项写明：\(names)", "each with: \(names)"), depth: 1)
    }
    if let fact, let made = outcome.judgements[name], let lapse = fact.judgement?.lapse(of: made, on: outcome.day) {
      page.item(.none, lapse[language], depth: 1)
    }
    if let judgement = fact?.judgement {
      let who = judgement.entitled.map { $0.label[language] }.joined(separator: words("、", ", "))
      page.item(.none, words("由\(who)评定", "to be judged by \(who)"), depth: 1)
    }
    if let evidence = fact?.evidence {
      page.item(.none, "\(words("证明材料：", "shown by: "))\(evidence[language])", depth: 1)
    }
  }

  private func judgements(_ page: inout Sheet) {
    let held = explanation.judgements(in: language)
    guard !held.isEmpty else { return }
    page.section(words("评定", "Judgements"))
    for line in held { page.item(.point, line) }
  }

  private func reasons(_ page: inout Sheet) {
    guard !explanation.reasons.isEmpty else { return }
    page.section(words("理由", "Why"))
    tellAll(&page)
  }

  private func readings(_ page: inout Sheet) {
    guard !explanation.readings.isEmpty else { return }
    page.section(words("原文未写明之处，按以下理解", "Where the text is silent, it was read so"))
    for reading in explanation.readings {
      let silent = Explanation.silence(of: reading, in: program).map { " \(mark($0))" } ?? ""
      page.item(.point, reading.text[language] + silent)
    }
  }

  private func remedies(_ page: inout Sheet) {
    guard !explanation.remedies.isEmpty else { return }
    page.section(words("不服本决定的", "Who does not accept the decision may seek"))
    for (remedy, citations) in explanation.remedies {
      let text = "\(remedy.label[language])\(words("：", " "))\(remedy.sentence[language])"
      page.item(.point, ([text] + citations.map(mark)).joined(separator: " "))
      if let note = remedy.note { page.item(.none, note[language], depth: 1, isFaint: true) }
    }
  }

  private func sources(_ page: inout Sheet) {
    guard !explanation.sources.isEmpty else { return }
    page.section(words("依据", "Sources"))
    for source in explanation.sources {
      let details = [source.number, source.issuer?[language], source.date].compactMap { $0 }
      let separator = words("，", ", ")
      let title = source.quotedTitle[language]
      page.item(
        Sheet.Mark(text: "[\(explanation.number(of: source))]"), ([title] + details).joined(separator: separator))
      if let note = source.note { page.item(Sheet.Mark(text: "   "), note[language]) }
      if let url = source.url { page.item(Sheet.Mark(text: "   "), url) }
    }
  }

  private var notes: String? {
    let notes = ([program.policy] + program.above.filter { !$0.isModule }).compactMap { $0.note?[language] }
    return notes.isEmpty ? nil : notes.joined(separator: words("", " "))
  }
}
