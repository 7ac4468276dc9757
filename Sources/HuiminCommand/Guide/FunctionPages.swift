import Huimin

/// The guide to the built-in functions as a terminal shows it.
struct FunctionPages {
  let language: Language
  let width: Int
  /// What one writes here to look something up: `:functions`.
  let command: String

  /// Every function by group: how it is called, and beside it what it does.
  var overview: String {
    FunctionGuide.groups.map { group in
      "\(group.title[language])\n" + group.functions.map(row).joined()
    }.joined(separator: "\n") + "\n" + LineWrap.lines(legend[language], width: width).joined(separator: "\n") + "\n"
  }

  private var legend: Wording {
    Wording(
      en: "`?` may be left out, `…` stands for more of the same. Arguments can be given by name: "
        + "`substring(string: \"abc\", start position: 2)`. `\(command) WORD` searches, and shows examples.",
      zh: "`?` 表示可以不写，`…` 表示可以再写若干个。参数也可以按名称写：`substring(string: \"惠民\", start position: 2)`。"
        + "`\(command) 词` 按词查找并显示例子。")
  }

  /// The functions that a word finds, each with its example.
  func found(by word: String) throws(Diagnostic) -> String {
    let found = FunctionGuide.groups.compactMap { $0.matching(word) }.flatMap(\.functions)
    guard !found.isEmpty else {
      throw Diagnostic(
        "no-function",
        message: Wording(
          en: "no function has `\(word)` in its name or description", zh: "没有哪个函数的名称或说明含有 `\(word)`"),
        help: Suggestion.didYouMean(word, among: Builtins.all.map(\.name))
          ?? Wording(en: "`\(command)` lists all of them", zh: "`\(command)` 列出全部函数"))
    }
    return found.map(page).joined(separator: "\n")
  }

  /// How a function is called, what it does, and an example.
  func page(of guide: FunctionGuide) -> String {
    let example = "\(guide.example) → \(guide.result)"
    let lines =
      LineWrap.lines(guide.summary[language], width: width - 2)
      + (TextWidth.of(example) <= width - 2 ? [example] : [guide.example, "→ \(guide.result)"])
    return (forms(of: guide) + lines.map { "  \($0)" }).joined(separator: "\n") + "\n"
  }

  private func forms(of guide: FunctionGuide) -> [String] { Builtins.named(guide.name)?.forms ?? [guide.name] }

  /// Forms wider than this stand on lines of their own.
  private static let widestForm = 31

  /// The forms in one column and the summary in another, beginning beside the first form that leaves it room.
  private func row(_ guide: FunctionGuide) -> String {
    let column = min(FunctionPages.widestForm, max(10, width / 2 - 4))
    var summary = LineWrap.lines(guide.summary[language], width: max(20, width - column - 4))[...]
    var lines: [String] = []
    for form in forms(of: guide) {
      let isShort = TextWidth.of(form) <= column
      lines.append(isShort ? "\(TextWidth.padded(form, to: column))  \(summary.popFirst() ?? "")" : form)
    }
    lines += summary.map { String(repeating: " ", count: column + 2) + $0 }
    return lines.map { line in "  \(String(line.reversed().drop { $0 == " " }.reversed()))\n" }.joined()
  }
}
