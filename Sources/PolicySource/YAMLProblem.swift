/// What libyaml says, put so that somebody who writes policies can mend it.
struct YAMLProblem {
  private let failure: YAMLEvents.Failure
  private let lines: LineIndex

  init(_ failure: YAMLEvents.Failure, in lines: LineIndex) {
    self.failure = failure
    self.lines = lines
  }

  var diagnostic: Diagnostic {
    let opened = failure.contextPlace.map { lines.position($0).line } ?? 1
    let found = scalar(at: failure.place)
    switch failure.problem {
    case let problem where problem.contains("found character that cannot start any token"):
      if found == "\t" {
        return make(
          en: "a tab stands where only spaces may indent", zh: "缩进用了制表符，只能用空格",
          help: Wording(en: "indent with spaces", zh: "改用空格缩进"))
      }
      let text = found.map(String.init) ?? ""
      return make(
        en: "text without quotes cannot begin with `\(text)`", zh: "不加引号的文字不能以 `\(text)` 开头",
        help: Wording(en: "put the text in quotes", zh: "请给文字加引号"))
    case let problem where problem.contains("mapping values are not allowed"):
      return make(
        en: "a `: ` stands where no key can stand", zh: "此处不能出现 `: `",
        help: Wording(
          en: "put text that holds `: ` in quotes, and check the indentation", zh: "含有 `: ` 的文字请加引号，并检查缩进"))
    case let problem where problem.contains("',' or ']'"):
      return make(
        en: "the `[` of line \(opened) is not closed, or a `,` is missing", zh: "第 \(opened) 行的 `[` 没有闭合，或缺少 `,`",
        help: Wording(
          en: "text that holds `[`, `]`, `{`, `}` or `,` needs quotes here", zh: "此处含 `[`、`]`、`{`、`}` 或 `,` 的文字须加引号"))
    case let problem where problem.contains("',' or '}'"):
      return make(
        en: "the `{` of line \(opened) is not closed, or a `,` is missing", zh: "第 \(opened) 行的 `{` 没有闭合，或缺少 `,`",
        help: Wording(
          en: "text that holds `[`, `]`, `{`, `}` or `,` needs quotes here", zh: "此处含 `[`、`]`、`{`、`}` 或 `,` 的文字须加引号"))
    case let problem where problem.contains("did not find expected key"):
      return make(
        en: "this line does not fit the mapping begun in line \(opened)", zh: "此行与第 \(opened) 行开始的键值结构不符",
        help: Wording(
          en: "indent the keys of one level alike; quote text that begins with a quote or `*`",
          zh: "同一层的键缩进须相同；以引号或 `*` 开头的文字请整体加引号"))
    case let problem where problem.contains("could not find expected ':'"):
      return make(
        en: "the key begun in line \(opened) has no `:`", zh: "第 \(opened) 行的键后面没有 `:`",
        help: Wording(en: "write `key: value`", zh: "写成 `键: 值`"))
    case let problem where problem.contains("'-' indicator"):
      return make(
        en: "this line does not fit the list begun in line \(opened)", zh: "此行与第 \(opened) 行开始的列表不符",
        help: Wording(en: "begin each item with `- `, all indented alike", zh: "每项以 `- ` 开头，缩进相同"))
    case let problem where problem.contains("unexpected end of stream"):
      return make(
        en: "a quote opened in line \(opened) is never closed", zh: "第 \(opened) 行的引号没有闭合")
    case let problem where problem.contains("control characters") || problem.contains("invalid"):
      return make(en: "this character cannot stand in a policy file", zh: "文件中有不允许的字符")
    case let problem:
      let context = failure.context.isEmpty ? "" : "\(failure.context): "
      return make(en: "this is not YAML: \(context)\(problem)", zh: "这不是 YAML：\(context)\(problem)")
    }
  }

  private func make(en: String, zh: String, help: Wording? = nil) -> Diagnostic {
    let span = Span(failure.place, min(failure.place + 1, lines.text.count))
    return Diagnostic("yaml-syntax", location: lines.location(span), message: Wording(en: en, zh: zh), help: help)
  }

  private func scalar(at offset: Int) -> Unicode.Scalar? {
    offset >= 0 && offset < lines.text.count ? lines.text[offset] : nil
  }
}
