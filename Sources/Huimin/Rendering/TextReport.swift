import FEEL
import PolicySource

/// An outcome as a page of text for the caseworker: what was decided, why, what is missing, and by which text.
public struct TextReport {
  let explanation: Explanation
  let language: Language
  let width: Int
  let style: TextStyle
  /// Whether citations are marked with the numbers of the sources listed below.
  var marksSources = true

  /// - Parameters:
  ///   - width: columns of the terminal.
  ///   - isColored: whether the terminal shows colours.
  public init(_ outcome: Outcome, language: Language, width: Int = 80, isColored: Bool = false) {
    explanation = outcome.explanation
    self.language = language
    self.width = max(40, width)
    style = TextStyle(isColored: isColored)
  }

  private var outcome: Outcome { explanation.outcome }
  var program: Program { outcome.program }

  func words(_ zh: String, _ en: String) -> String { language == .zh ? zh : en }

  /// The page, with a line end after the last line.
  public var text: String {
    var page = TextPage(width: width, language: language, style: style)
    heading(&page)
    conclusion(&page)
    unmet(&page)
    questions(&page)
    reasons(&page)
    judgements(&page)
    readings(&page)
    remedies(&page)
    sources(&page)
    if let note = notes { page.paragraph(note) }
    return page.text
  }

  // MARK: Parts of the page

  private func heading(_ page: inout TextPage) {
    page.line(style.bold(program.policy.title[language]))
    let day = ValueFormat.text(of: .date(outcome.day), type: .date)[language]
    page.line(style.faint("\(program.policy.id)  \(words("判定日期", "decided for")) \(day)"))
    // Which versions were applied, down from the one that was asked.
    var lower = program.policy
    for layer in program.above where !layer.isModule {
      let verb = lower.amends == nil ? words("实施", "implements") : words("修改", "amends")
      let period = layer.inForce.wording[language]
      page.line(style.faint("\(verb)\(words("《\(layer.title[.zh])》（\(period)）", " \(layer.title[.en]) (\(period))"))"))
      lower = layer
    }
  }

  private func conclusion(_ page: inout TextPage) {
    switch outcome.status {
    case .decided: page.section(words("结论", "Outcome"))
    case .undetermined: page.section(words("结论：尚不能确定", "Outcome: not settled yet"))
    case .failed where outcome.values.contains { $0.value.causes.isEmpty }:
      // What is settled all the same comes first.
      page.section(words("结论：部分规则无法适用", "Outcome: some rules could not be applied"))
    case .failed: page.section(words("结论：规则无法适用", "Outcome: the rules could not be applied"))
    }
    for (name, value) in outcome.values { conclusion(name, value, &page) }
    for diagnostic in outcome.diagnostics {
      let place = diagnostic.location.map { " (\($0.file):\($0.start.line):\($0.start.column))" } ?? ""
      page.item(style.bad("✗"), "\(diagnostic.message[language])\(place)")
      if let help = diagnostic.help { page.item(" ", help[language], depth: 1) }
    }
  }

  private func conclusion(_ name: String, _ value: Value, _ page: inout TextPage) {
    guard let checked = program.decision(named: name) else { return }
    if case .null(.some) = value { return }
    let label = checked.decision.label[language]
    let paidTo = checked.decision.paidTo.map { paid(to: $0) } ?? ""
    if case .context(let context) = value, case .split(let split) = checked.decision.form {
      page.line("  \(label)\(paidTo)")
      let silent = explanation.reason(of: name)?.because.filter(\.isSilent).compactMap(\.name) ?? []
      return page.amounts(
        context.entries.filter { !silent.contains($0.name) }.map { entry in
          let text = ValueFormat.text(of: entry.value, type: checked.type.fieldType(entry.name))
          return (title(of: entry.name, in: split), text[language])
        } + total(of: name))
    }
    let shown = ValueFormat.labelled(value, checked) ?? ValueFormat.text(of: value, type: checked.type)
    let text = shown[language] + paidTo
    page.statement("\(label)\(words("：", ": "))", text) { style.standing(of: value, $0) }
  }

  /// What a payer is called; one of a group stands further in, below the group.
  private func title(of name: String, in split: Split<Checked>) -> String {
    guard let share = split.shares.first(where: { $0.name == name }) else {
      return (split.groups.first { $0.name == name }?.label ?? Wording(both: name))[language]
    }
    return (share.group == nil ? "" : "  ") + share.label[language] + (share.paidTo.map { paid(to: $0) } ?? "")
  }

  func paid(to payee: Wording) -> String { words("（付给\(payee[.zh])）", " (paid to \(payee[.en]))") }

  private func total(of split: String) -> [(String, String)] {
    guard case .split(let found)? = outcome.findings[split]?.trace,
      case .split(let form)? = program.decision(named: split)?.decision.form, !found.whole.isNull
    else { return [] }
    return [(words("合计", "in all"), ValueFormat.text(of: found.whole, type: form.whole.type)[language])]
  }

  private func unmet(_ page: inout TextPage) {
    if !explanation.unmet.isEmpty {
      page.section(words("未满足的条件（\(explanation.unmet.count) 项）", "Not met (\(explanation.unmet.count))"))
      list(explanation.unmet, .unmet, style.bad("✗"), &page)
    }
    // While the answer is open the questions themselves are listed.
    if outcome.status == .decided, !explanation.unmet.isEmpty, !explanation.unsettled.isEmpty {
      page.section(
        words("还没有查明的条件（\(explanation.unsettled.count) 项）", "Not examined yet (\(explanation.unsettled.count))"))
      list(explanation.unsettled, .unknown, style.open("?"), &page)
    }
    cures(&page)
  }

  /// Criteria that stand so; where there are several lists of criteria, under the name of the one they belong to.
  private func list(_ criteria: [Reason], _ standing: Reason.Standing, _ mark: String, _ page: inout TextPage) {
    guard explanation.lists.count > 1 else {
      for reason in criteria { list(reason, mark, &page, depth: 0) }
      return
    }
    for whole in explanation.lists {
      let inside = explanation.criteria(standing: standing, in: whole)
      if inside.isEmpty { continue }
      page.item("·", whole.label?[language] ?? "")
      for reason in inside { list(reason, mark, &page, depth: 1) }
    }
  }

  /// A criterion, with its sentence or else with what is so; of a group that needs only some, those inside it.
  private func list(_ reason: Reason, _ mark: String, _ page: inout TextPage, depth: Int) {
    page.item(mark, statement(reason, countsMet: true), depth: depth)
    let inside = reason.because.filter { $0.kind == .criterion && $0.standing != .met && $0.standing != .waived }
    if !inside.isEmpty {
      for inner in inside { list(inner, "-", &page, depth: depth + 1) }
    } else if reason.text == nil {
      for condition in reason.because where condition.kind == .condition && !condition.isBare {
        if let text = condition.text { page.item("·", text[language], depth: depth + 1) }
      }
    }
    for waiver in reason.because where waiver.kind == .rule { tell(waiver, &page, depth: depth + 1, under: reason) }
  }

  private func cures(_ page: inout TextPage) {
    let cures = explanation.unmet.filter { $0.cure != nil }
    guard !cures.isEmpty else { return }
    page.section(words("如何补正", "What would cure it"))
    for reason in cures {
      if let cure = reason.cure { page.item("→", cure[language]) }
      if let evidence = reason.evidence {
        page.item(" ", "\(words("证明材料：", "shown by: "))\(evidence[language])", depth: 1)
      }
    }
  }

  private func questions(_ page: inout TextPage) {
    guard !outcome.openFacts.isEmpty else { return }
    page.section(words("还需要知道", "Still to be known"))
    let most = 60
    for name in outcome.openFacts.prefix(most) { ask(name, &page) }
    let more = outcome.openFacts.count - most
    if more > 0 { page.item("…", words("还有 \(more) 项", "\(more) more")) }
  }

  private func ask(_ name: String, _ page: inout TextPage) {
    let fact = program.fact(named: name)
    let label = program.openLabel(of: name, given: outcome.facts)[language]
    let question = fact?.question?[language] ?? label
    page.item(style.open("?"), question == name ? question : "\(question)  \(style.faint(name))")
    if let note = fact?.note { page.item(" ", note[language], depth: 1, style.faint) }
    let fields = fact?.type.fields ?? []
    if !fields.isEmpty {
      let names = fields.map { $0.label ?? Wording(both: $0.name) }.series[language]
      page.item(" ", words("每项写明：\(names)", "each with: \(names)"), depth: 1)
    }
    if let fact, let made = outcome.judgements[name], let lapse = fact.judgement?.lapse(of: made, on: outcome.day) {
      page.item(" ", lapse[language], depth: 1)
    }
    if let judgement = fact?.judgement {
      let who = judgement.entitled.map { $0.label[language] }.joined(separator: words("、", ", "))
      page.item(" ", words("由\(who)评定", "to be judged by \(who)"), depth: 1)
    }
    if let evidence = fact?.evidence {
      page.item(" ", "\(words("证明材料：", "shown by: "))\(evidence[language])", depth: 1)
    }
  }

  /// The judgements that the record gave and that hold, for they are somebody's and not the rule's.
  private func judgements(_ page: inout TextPage) {
    let held = program.facts.compactMap { fact -> String? in
      guard let judgement = fact.judgement, let made = outcome.judgements[fact.name],
        judgement.lapse(of: made, on: outcome.day) == nil,
        let value = outcome.facts.first(where: { $0.name == fact.name })?.value
      else { return nil }
      let who = judgement.entitled.first { $0.name == made.by }?.label ?? Wording(both: made.by)
      let text = ValueFormat.text(of: value, type: fact.type.feelType(named: fact.name))
      let day = ValueFormat.text(of: .date(made.on), type: .date)
      let basis = made.basis.map { words("，\($0)", ", \($0)") } ?? ""
      return words(
        "\(fact.label[.zh])：\(text[.zh])（\(who[.zh])，\(day[.zh])\(basis)）",
        "\(fact.label[.en]): \(text[.en]) (\(who[.en]), \(day[.en])\(basis))")
    }
    guard !held.isEmpty else { return }
    page.section(words("评定", "Judgements"))
    for line in held { page.item("·", line) }
  }

  private func reasons(_ page: inout TextPage) {
    guard !explanation.reasons.isEmpty else { return }
    page.section(words("理由", "Why"))
    tellAll(&page)
  }

  private func readings(_ page: inout TextPage) {
    guard !explanation.readings.isEmpty else { return }
    page.section(words("原文未写明之处，按以下理解", "Where the text is silent, it was read so"))
    for reading in explanation.readings {
      let silent = Explanation.silence(of: reading, in: program).map { " \(mark($0))" } ?? ""
      page.item("·", reading.text[language] + silent)
    }
  }

  private func remedies(_ page: inout TextPage) {
    guard !explanation.remedies.isEmpty else { return }
    page.section(words("不服本决定的", "Who does not accept the decision may seek"))
    for (remedy, citations) in explanation.remedies {
      let text = "\(remedy.label[language])\(words("：", " "))\(remedy.sentence[language])"
      page.item("·", ([text] + citations.map(mark)).joined(separator: " "))
      if let note = remedy.note { page.item(" ", note[language], depth: 1, style.faint) }
    }
  }

  private func sources(_ page: inout TextPage) {
    guard !explanation.sources.isEmpty else { return }
    page.section(words("依据", "Sources"))
    for source in explanation.sources {
      let details = [source.number, source.issuer?[language], source.date].compactMap { $0 }
      let separator = words("，", ", ")
      let isQuoted = language == .en || source.title[.zh].contains("《")
      let title = isQuoted ? source.title[language] : "《\(source.title[.zh])》"
      page.item("[\(explanation.number(of: source))]", ([title] + details).joined(separator: separator))
      if let note = source.note { page.item("   ", note[language]) }
      if let url = source.url { page.item("   ", url) }
    }
  }

  private var notes: String? {
    let notes = ([program.policy] + program.above.filter { !$0.isModule }).compactMap { $0.note?[language] }
    return notes.isEmpty ? nil : notes.joined(separator: words("", " "))
  }
}
