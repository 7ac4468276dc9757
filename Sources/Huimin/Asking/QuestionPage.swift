import Diagnostics
import FEEL
import PolicySource

/// A question as text for a terminal: how far the interview has come, the question, what may be answered, what shows it,
/// and what is decided by it.
public struct QuestionPage {
  private let question: Question
  private let language: Language
  private let width: Int
  private let style: TextStyle

  /// - Parameters:
  ///   - width: columns of the terminal.
  ///   - isColored: whether the terminal shows colours.
  public init(_ question: Question, language: Language, width: Int = 80, isColored: Bool = false) {
    self.question = question
    self.language = language
    self.width = max(40, width)
    style = TextStyle(isColored: isColored)
  }

  private func words(_ zh: String, _ en: String) -> String { language == .zh ? zh : en }

  /// The page, beginning with an empty line and with a line end after the last.
  public var text: String {
    var page = Sheet(language)
    page.paragraph(progress)
    for piece in LineWrap.lines(question.text[language], width: width) { page.title(piece) }
    list(&page)
    return SheetText.text(of: page, width: width, style: style)
  }

  /// `第3问，最多还有4问`.
  private var progress: String {
    let number = words("第\(question.number)问", "Question \(question.number)")
    let lists = question.leavesLists ? words("，名单另逐项问", ", and the items of lists") : ""
    let left =
      question.left == 0
      ? (question.leavesLists ? "" : words("，最后一问", ", the last"))
      : question.maySettle
        ? words("，这一问可能就够，最多还有\(question.left)问", "; this one may settle it, at most \(question.left) more")
        : words("，最多还有\(question.left)问", ", at most \(question.left) more")
    return number + left + lists
  }

  private func list(_ page: inout Sheet) {
    let label = question.label[language]
    let isNamed = question.text[language] != label + words("？", "?")
    let range = question.range.map { words("，\($0[.zh])", ", \($0[.en])") } ?? ""
    let kind = question.kind == .judge && question.members.isEmpty ? Wording(en: "a name", zh: "姓名或单位") : answerWords
    let type = kind[language] + range
    item(
      isNamed && question.kind != .judge && question.kind != .day ? "\(label)\(words("：", ": "))\(type)" : type, &page)
    for (position, member) in question.members.enumerated() {
      page.item(Sheet.Mark(text: "\(position + 1)"), member.label[language], depth: 1)
    }
    if let lapse = question.lapse { item(lapse[language], &page) }
    if question.kind == .value || question.kind == .count {
      if let evidence = question.evidence { item(words("证明材料：\(evidence[.zh])", "shown by: \(evidence[.en])"), &page) }
      if let note = question.note { item(note[language], &page) }
    }
    if question.kind == .value, let judgement = question.judgement, !judgement.entitled.isEmpty {
      let who = judgement.entitled.map(\.label).series
      item(words("由\(who[.zh])评定", "to be judged by \(who[.en])"), &page)
    }
    if !question.grounds.isEmpty { item(grounds, &page) }
  }

  private var answerWords: Wording {
    switch question.kind {
    case .judge: Wording(en: "one of these, by number or name", zh: "选一项，写序号或名称")
    case .day:
      Wording(
        en: "a date, such as 2026-01-15; the report may stand behind it", zh: "日期，例如2026-01-15；后面可以写评定报告")
    default: question.type.words
    }
  }

  /// `决定：每日补贴（《通知》第2条）`.
  private var grounds: String {
    // What rests on the same text is told together.
    var told: [(labels: [Wording], citations: [Wording])] = []
    for ground in question.grounds {
      if let last = told.indices.last, told[last].citations == ground.citations {
        if !told[last].labels.contains(ground.label) { told[last].labels.append(ground.label) }
      } else {
        told.append(([ground.label], ground.citations))
      }
    }
    let texts = told.map { labels, citations -> String in
      let label = labels.series[language]
      guard !citations.isEmpty else { return label }
      let series = citations.joined(en: "; ", zh: "、")
      return label + words("（\(series[.zh])）", " [\(series[.en])]")
    }
    return words("关系到：", "decides: ") + texts.joined(separator: words("；", "; "))
  }

  private func item(_ text: String, _ page: inout Sheet) {
    page.item(Sheet.Mark(text: "·", tone: .faint), text, isFaint: true)
  }
}
