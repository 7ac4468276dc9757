import FEEL
import PolicySource

/// An outcome as a letter to the applicant: what was decided, why in plain sentences, what is missing and how to mend it,
/// and what can be done against it. What is not settled yet becomes a letter that asks for what is missing.
///
/// The letter holds no name but those in ``Envelope``; it speaks the words of the policy and never those of its expressions.
public struct Letter {
  /// What stands in a letter that no rule knows of.
  public struct Envelope: Sendable {
    /// The applicant's name.
    public var name: String?
    /// The number of the file.
    public var reference: String?
    /// The office that sends it.
    public var office: String?

    public init(name: String? = nil, reference: String? = nil, office: String? = nil) {
      self.name = name
      self.reference = reference
      self.office = office
    }
  }

  let explanation: Explanation
  private let changes: Changes?
  let language: Language
  let envelope: Envelope

  /// - Parameter changes: what would change the outcome, where that is to be told.
  /// - Returns: `nil` for an outcome that failed: what could not be decided is nothing to tell an applicant.
  public init?(_ outcome: Outcome, changes: Changes? = nil, language: Language, envelope: Envelope = Envelope()) {
    guard outcome.status != .failed else { return nil }
    self.changes = changes
    explanation = outcome.explanation
    self.language = language
    self.envelope = envelope
  }

  var outcome: Outcome { explanation.outcome }
  var program: Program { outcome.program }
  /// Whether there is a decision to tell: everything is settled, or at least the verdict that comes first.
  var isDecided: Bool {
    if outcome.status == .decided { return true }
    guard let verdict = outcome.values.first, outcome.values.count > 1 else { return false }
    switch verdict.value {
    case .boolean, .string: return true
    default: return false
    }
  }

  func words(_ zh: String, _ en: String) -> String { language == .zh ? zh : en }

  /// The letter as lines of text, with a line end after the last.
  public func text(width: Int = 80) -> String {
    SheetText.text(of: sheet, width: max(40, width), style: TextStyle(isColored: false))
  }

  /// The letter as Markdown.
  public var markdown: String { SheetMarkdown.text(of: sheet) }

  /// The letter as one HTML file, to be printed on A4.
  public var html: String { SheetHTML.text(of: sheet, kind: "letter") }

  /// The parts of the letter, in the order in which they stand. Each adds its own heading, or nothing where it has nothing
  /// to say; a new part is one line here.
  var sheet: Sheet {
    var page = Sheet(language)
    opening(&page)
    decision(&page)
    reasons(&page)
    unmet(&page)
    unsettled(&page)
    changes?.tell(on: &page, under: program)
    questions(&page)
    judgements(&page)
    readings(&page)
    sources(&page)
    remedies(&page)
    notes(&page)
    verification(&page)
    page.signature([envelope.office.map(Quotation.visible), date].compactMap { $0 })
    return page
  }

  /// The day of the decision, as letters write it: `2026年1月15日`, `15 January 2026`.
  var date: String { words(ValueFormat.text(of: .date(outcome.day), type: .date)[.zh], outcome.day.inEnglish) }

  private func opening(_ page: inout Sheet) {
    let title = program.policy.title[language]
    page.title(
      isDecided
        ? words("\(title)决定书", "Notice of decision: \(title)")
        : words("\(title)补充材料通知书", "Request for information: \(title)"))
    if let reference = envelope.reference {
      page.field(words("编号：", "Reference: "), Quotation.visible(reference))
    }
    let name = envelope.name.map(Quotation.visible)
    page.paragraph(words("\(name ?? "申请人")：", name.map { "Dear \($0)," } ?? "To the applicant:"))
    page.paragraph(
      isDecided
        ? words(
          "您申请的“\(title)”，已按\(date)有效的规定审核，现决定如下。",
          "Your case under “\(title)” was examined by the rules in force on \(date). It is decided as follows.")
        : words(
          "您申请的“\(title)”，按\(date)有效的规定和您现有的材料，还不能作出决定。请补充下面列出的情况，收到后继续办理。",
          "Your case under “\(title)” cannot be decided yet by the rules in force on \(date) from what is known so far. "
            + "Please send what is listed below; then it goes on."))
  }

  // MARK: What is decided

  private func decision(_ page: inout Sheet) {
    page.section(words(isDecided ? "决定" : "目前的情况", isDecided ? "Decision" : "How it stands"))
    let conclusion = Conclusion(
      explanation, language, openText: Wording(en: "not settled yet", zh: "尚不能确定"))
    for (name, value) in outcome.values { conclusion.add(name, value, to: &page) }
  }

  private func reasons(_ page: inout Sheet) {
    let statements = PlainReasons(explanation, language).statements
    guard !statements.isEmpty else { return }
    page.section(words("理由", "Reasons"))
    for statement in statements { page.item(.point, cited(statement.text, statement.citations)) }
  }

  // MARK: Where it comes from

  /// A sentence with the places that say so in brackets before its full stop: `……须满60周岁（《办法》第10条）。`
  func cited(_ text: String, _ citations: [ResolvedCitation]) -> String {
    let end = words("。", ".")
    guard let last = text.last, !"？！?!：:；;".contains(last) else { return text }
    let clause = text.hasSuffix(end) ? String(text.dropLast()) : text
    // An instrument once, with each place in it.
    let places = citations.map(\.source.quotedTitle).uniqued.map { title in
      let articles = citations.filter { $0.source.quotedTitle == title }.compactMap(\.article)
        .map { ArticlePlace($0).wording[language] }.uniqued
      return articles.isEmpty
        ? title[language]
        : words("\(title[.zh])\(articles.joined(separator: "、"))", "\(title[.en]), \(articles.joined(separator: ", "))")
    }
    if places.isEmpty { return clause + end }
    return words("\(clause)（\(places.joined(separator: "；"))）。", "\(clause) (\(places.joined(separator: "; "))).")
  }

  private func readings(_ page: inout Sheet) {
    guard !explanation.readings.isEmpty else { return }
    page.section(words("规定没有写明之处，按以下理解处理", "Where the rules are silent, they were read so"))
    for reading in explanation.readings {
      let silent = Explanation.silence(of: reading, in: program).map { [$0] } ?? []
      page.item(.point, cited(reading.text[language], silent))
    }
  }

  private func sources(_ page: inout Sheet) {
    guard !explanation.sources.isEmpty else { return }
    page.section(words("依据", "The rules applied"))
    for source in explanation.sources {
      let details = [source.number, source.issuer?[language], source.date.map(dateOfSource)].compactMap { $0 }
      let articles = explanation.articles(of: source).map { ArticlePlace($0).wording[language] }
      let head = ([source.quotedTitle[language]] + details).joined(separator: words("，", ", "))
      let places = articles.isEmpty ? "" : words("：", ": ") + articles.joined(separator: words("、", ", "))
      page.item(.point, head + places)
      if let note = source.note { page.item(.none, note[language], isFaint: true) }
      if let url = source.url { page.item(.none, url, isFaint: true) }
    }
  }

  /// A day or month as the language writes it; anything else as the policy has it.
  private func dateOfSource(_ text: String) -> String {
    if let day = CalendarDate(text) {
      return words(ValueFormat.text(of: .date(day), type: .date)[.zh], day.inEnglish)
    }
    guard text.count == 7, let first = CalendarDate(text + "-01") else { return text }
    return words("\(first.year)年\(first.month)月", first.monthInEnglish)
  }

  // MARK: What can be done

  private func remedies(_ page: inout Sheet) {
    guard !explanation.remedies.isEmpty else { return }
    page.section(words("不服本决定的救济途径", "If you do not accept this decision"))
    page.paragraph(words("如不服本决定，您可以通过下列途径提出：", "You may seek:"))
    for (remedy, citations) in explanation.remedies {
      page.item(
        .point, cited(remedy.label[language] + words("：", " ") + remedy.sentence[language], citations))
      if let note = remedy.note { page.item(.none, note[language], isFaint: true) }
    }
  }

  private func notes(_ page: inout Sheet) {
    let notes = ([program.policy] + program.above.filter { !$0.isModule }).compactMap { $0.note?[language] }
    guard !notes.isEmpty else { return }
    page.section(words("说明", "Notes"))
    for note in notes { page.paragraph(note) }
  }

  /// By what somebody else can work it out again.
  private func verification(_ page: inout Sheet) {
    page.section(words("核验", "How this can be verified"))
    page.paragraph(
      words(
        "本文书由惠民（huimin \(Engine.version)，政策语言\(Engine.languageVersion)）按下列政策文件生成。用同样的情况、按\(date)重新计算，结果相同。",
        "This letter was made by Huimin (huimin \(Engine.version), policy language \(Engine.languageVersion)) from the policy "
          + "files below. The same facts, decided for \(date), give the same again."))
    for layer in program.layers {
      page.item(.point, words("\(layer.id)（\(layer.title[.zh])）", "\(layer.id) (\(layer.title[.en]))"))
      page.item(.none, "SHA-256 \(layer.contentHash)", isFaint: true)
    }
  }
}

extension CalendarDate {
  private static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
  ]

  /// As English letters write a day: `15 January 2026`.
  var inEnglish: String { "\(day) \(monthInEnglish)" }

  /// `January 2026`.
  var monthInEnglish: String { "\(Self.months[month - 1]) \(year)" }
}

extension Explanation {
  /// The places in a source that the reasons, the readings and the remedies cite, each once.
  func articles(of source: Source) -> [String] {
    var found: [String] = []
    func add(_ citations: [ResolvedCitation]) {
      for citation in citations where citation.source.isSame(as: source) {
        if let article = citation.article, !found.contains(article) { found.append(article) }
      }
    }
    func visit(_ reasons: [Reason]) {
      for reason in reasons {
        add(reason.citations)
        visit(reason.because)
      }
    }
    visit(reasons)
    for reading in readings { add(Explanation.silence(of: reading, in: outcome.program).map { [$0] } ?? []) }
    for (_, citations) in remedies { add(citations) }
    return found.inOrderOfPlaces
  }
}

extension [String] {
  /// Places such as `3`, `10(1)` and `第12条` by their numbers; as they are where one of them has none.
  fileprivate var inOrderOfPlaces: [String] {
    let keys = map { place in place.split { !("0"..."9").contains($0) }.compactMap { Int($0) } }
    guard keys.allSatisfy({ !$0.isEmpty }) else { return self }
    return zip(keys, self).enumerated().sorted { a, b in
      a.element.0 == b.element.0
        ? a.offset < b.offset : a.element.0.lexicographicallyPrecedes(b.element.0)
    }.map(\.element.1)
  }
}
