import Huimin

/// The catalogue of codes as a terminal shows it.
struct CodePages {
  let language: Language
  let width: Int

  /// Every code with its one line, by where people meet it.
  var overview: String {
    let column = CodeRoom.all.flatMap(\.pages).map(\.code.count).max() ?? 0
    let rooms = CodeRoom.all.map { room in
      "\(room.title[language])\n" + room.pages.map { row($0, column: column) }.joined()
    }
    return rooms.joined(separator: "\n") + "\n" + wrapped(legend) + "\n"
  }

  /// A code, what it says, a wrong example, the same mended, and why.
  ///
  /// - Parameter written: the code, or what a terminal shows around it: `error[unknown-name]:`.
  func page(of written: String) throws(Diagnostic) -> String {
    let code = String(written.split(separator: "[").last?.prefix { $0 != "]" } ?? "")
    guard let page = CodeRoom.page(of: code) else {
      throw Diagnostic(
        "usage", message: Wording(en: "there is no code `\(code)`", zh: "没有代码 `\(code)`"),
        help: Suggestion.didYouMean(code, among: CodeRoom.codes)
          ?? Wording(en: "`huimin explain-code` lists all of them", zh: "`huimin explain-code` 列出全部代码"))
    }
    let sections = [
      (Wording(en: "Avoid", zh: "避免"), lines(of: page.avoid)),
      (Wording(en: "Prefer", zh: "改为"), lines(of: page.prefer)),
      (Wording(en: "Why", zh: "为什么"), LineWrap.lines(page.why[language], width: width - 2)),
    ]
    return "\(page.code)\n" + indented(LineWrap.lines(page.summary[language], width: width - 2))
      + sections.map { "\n\($0[language])\n" + indented($1) }.joined()
  }

  private var legend: Wording {
    Wording(
      en: "`huimin explain-code CODE` shows an example of each, how to mend it, and why it matters.",
      zh: "`huimin explain-code 代码` 给出例子、改法和缘由。")
  }

  /// Examples stand as they are written, with what is invisible in them made visible; words are wrapped.
  private func lines(of example: CodeExample) -> [String] {
    if case .told(let words) = example { return LineWrap.lines(words[language], width: width - 2) }
    return example.text(language).split(separator: "\n", omittingEmptySubsequences: false).map {
      Quotation.visible(String($0))
    }
  }

  private func indented(_ lines: [String]) -> String {
    lines.map { $0.isEmpty ? "\n" : "  \($0)\n" }.joined()
  }

  private func wrapped(_ words: Wording) -> String {
    LineWrap.lines(words[language], width: width).joined(separator: "\n")
  }

  /// The code in one column and its line in another; below each other where the terminal is too narrow for two.
  private func row(_ page: CodePage, column: Int) -> String {
    let rest = width - column - 4
    guard rest >= 20 else {
      return indented([page.code] + LineWrap.lines(page.summary[language], width: max(20, width - 4)).map { "  \($0)" })
    }
    let lines = LineWrap.lines(page.summary[language], width: rest)
    return indented(
      lines.enumerated().map { TextWidth.padded($0.offset == 0 ? page.code : "", to: column) + "  " + $0.element })
  }
}
