/// What libyaml says, put so that somebody who writes policies can mend it.
struct YAMLProblem {
  private let failure: YAMLEvents.Failure
  private let lines: LineIndex

  init(_ failure: YAMLEvents.Failure, in lines: LineIndex) {
    self.failure = failure
    self.lines = lines
  }

  var diagnostic: Diagnostic {
    AuthorSlip.explaining(failure, in: lines) ?? scanning ?? structure ?? unknown
  }

  /// Problems of single characters and texts.
  private var scanning: Diagnostic? {
    if says("tab character") || says("cannot start any token") && lines[failure.place] == "\t" {
      return make(
        en: "a tab stands where only spaces may indent", zh: "缩进用了制表符，只能用空格",
        help: Wording(en: "indent with spaces", zh: "改用空格缩进"))
    }
    if says("cannot start any token") {
      let text = lines[failure.place].map { Quotation.of(String($0)) } ?? ""
      return make(
        en: "text without quotes cannot begin with `\(text)`", zh: "不加引号的文字不能以 `\(text)` 开头",
        help: Wording(en: "put the text in quotes", zh: "请给文字加引号"))
    }
    if says("unexpected ':'") {
      return make(
        "missing-space", en: "`:` needs a space after it", zh: "`:` 后须有空格",
        help: Wording(en: "write `key: value`", zh: "写成 `键: 值`"))
    }
    if says("unexpected end of stream") || says("unexpected document indicator") {
      return make(
        at: begun, en: "this quote is never closed", zh: "此引号没有闭合",
        help: Wording(en: "close it; within single quotes write `''` for `'`", zh: "请补上引号；单引号内的 `'` 写成 `''`"))
    }
    if says("unknown escape character") || says("hexdecimal number") || says("character escape code") {
      let escape = escape
      let text = Quotation.of(lines.string(escape.start..<escape.end))
      return make(
        at: escape, en: "`\(text)` is no escape that YAML knows", zh: "YAML 没有转义 `\(text)`",
        help: Wording(en: "write `\\\\` for a backslash, or use single quotes", zh: "反斜杠写成 `\\\\`，或改用单引号"))
    }
    if says("alphabetic or numeric character") {
      let mark = Quotation.of(lines.string(begun.start..<begun.end))
      return make(
        at: begun, en: "a name must follow `\(mark)`", zh: "`\(mark)` 后须有名称",
        help: Wording(en: "put text that begins with `\(mark)` in quotes", zh: "以 `\(mark)` 开头的文字请加引号"))
    }
    if says("scanning a block scalar") {
      return make(
        en: "nothing but a line end can follow `|` or `>`", zh: "`|` 或 `>` 之后只能换行",
        help: Wording(
          en: "begin the text in the next line, or put text that begins with `|` or `>` in quotes",
          zh: "文字从下一行开始；以 `|` 或 `>` 开头的文字请加引号"))
    }
    if says("a tag") || says("tag handle") || says("parsing a tag") {
      return make(
        at: begun, en: "text without quotes cannot begin with `!`", zh: "不加引号的文字不能以 `!` 开头",
        help: Wording(en: "put the text in quotes", zh: "请给文字加引号"))
    }
    if says("scanning a directive") || says("scanning a %") {
      return make(
        at: begun, en: "text without quotes cannot begin with `%`", zh: "不加引号的文字不能以 `%` 开头",
        help: Wording(en: "put the text in quotes", zh: "请给文字加引号"))
    }
    if says("incompatible YAML document") {
      return make(
        en: "only YAML 1.1 and 1.2 are read", zh: "只能读取 YAML 1.1 和 1.2",
        help: Wording(en: "remove the line `%YAML`", zh: "删去 `%YAML` 一行"))
    }
    return nil
  }

  /// Problems of how lines and brackets fit together.
  private var structure: Diagnostic? {
    if says("mapping values are not allowed") { return colon }
    if lines[failure.place] == ":", says("did not find expected key") || says("expected node content") {
      return make(en: "no key stands before this `:`", zh: "`:` 前没有键")
    }
    if says("',' or ']'") { return bracket("[", "]") }
    if says("',' or '}'") { return bracket("{", "}") }
    if says("could not find expected ':'") {
      let line = lines.line(at: begun.start)
      let key = Quotation.of(lines.string(begun.start..<max(begun.start, line.upperBound)))
      return make(
        at: lines.trimmed(Span(begun.start, line.upperBound)),
        en: "`\(key)` stands where a key is expected, without `:`",
        zh: "此处应为键，`\(key)` 后没有 `:`", help: Wording(en: "write `key: value`", zh: "写成 `键: 值`"))
    }
    if says("did not find expected key") || says("'-' indicator") || says("<document start>") { return misfit }
    if says("block sequence entries are not allowed") {
      return make(
        en: "a list cannot begin in the line of its key", zh: "列表不能与键写在同一行",
        help: Wording(
          en: "begin it in the next line; put text that begins with `- ` in quotes", zh: "从下一行开始；以 `- ` 开头的文字请加引号"))
    }
    if says("mapping keys are not allowed") {
      return make(
        en: "text without quotes cannot begin with `? `", zh: "不加引号的文字不能以 `? ` 开头",
        help: Wording(en: "put the text in quotes", zh: "请给文字加引号"))
    }
    if says("expected node content") {
      guard let found = lines[failure.place], !found.properties.isWhitespace else { return missingValue }
      let text = Quotation.of(String(found))
      return make(
        en: "a value cannot begin with `\(text)`", zh: "值不能以 `\(text)` 开头",
        help: Wording(en: "put the text in quotes", zh: "请给文字加引号"))
    }
    return nil
  }

  private var unknown: Diagnostic {
    let context = failure.context.isEmpty ? "" : "\(failure.context): "
    return make(en: "this is not YAML: \(context)\(failure.problem)", zh: "这不是 YAML：\(context)\(failure.problem)")
  }

  /// A `: ` in the middle of a text, or a line that goes on with the text of the line above.
  private var colon: Diagnostic {
    let line = lines.line(at: failure.place)
    let before = line.lowerBound..<max(line.lowerBound, failure.place)
    if before.contains(where: { lines[$0] == ":" && lines[$0 + 1] == " " }) {
      return make(
        en: "a second `: ` stands in this line", zh: "此行有第二个 `: `",
        help: Wording(en: "put text that holds `: ` in quotes", zh: "含有 `: ` 的文字请加引号"))
    }
    return make(
      en: "a key cannot stand here: the value above already began as text", zh: "此处不能有键：上面的值已是文字",
      help: Wording(en: "indent the keys of one level alike", zh: "同一层的键缩进须相同"))
  }

  /// The document ends within a list or mapping in brackets.
  private var missingValue: Diagnostic {
    let before = lines.trimmed(Span(0, failure.place)).end - 1
    if let last = lines[before], last == "[" || last == "{" {
      return unclosed(String(last), last == "[" ? "]" : "}", at: Span(before, before + 1))
    }
    return make(
      en: "the document ends where a value is expected", zh: "文件在此结束，此处应为一个值",
      help: Wording(en: "close the list or mapping in brackets", zh: "请给列表或映射补上括号"))
  }

  private func unclosed(_ open: String, _ close: String, at place: Span) -> Diagnostic {
    make(
      at: place, en: "this `\(open)` is never closed", zh: "此 `\(open)` 没有闭合",
      help: Wording(en: "write `\(close)`", zh: "请写 `\(close)`"))
  }

  private func bracket(_ open: String, _ close: String) -> Diagnostic {
    let line = lines.position(begun.start).line
    if YAMLPrologue.content(after: failure.place, in: lines) == nil {
      return unclosed(open, close, at: begun)
    }
    return make(
      en: "the `\(open)` of line \(line) is not closed, or a `,` is missing",
      zh: "第 \(line) 行的 `\(open)` 没有闭合，或缺少 `,`",
      help: Wording(
        en: "write `,` or `\(close)`; text that holds `[`, `]`, `{`, `}` or `,` needs quotes here",
        zh: "请写 `,` 或 `\(close)`；此处含 `[`、`]`、`{`、`}` 或 `,` 的文字须加引号"))
  }

  /// Something in a line after its value ended, or a line that is indented like none above.
  private var misfit: Diagnostic {
    let line = lines.line(at: failure.place)
    let before = lines.trimmed(Span(line.lowerBound, failure.place))
    if before.end > before.start, let last = lines[before.end - 1] {
      if last == "\"" || last == "'" {
        return make(
          en: "text stands after a closing quote", zh: "引号之后还有文字",
          help: Wording(en: "put the whole text in quotes, or none of it", zh: "整段文字都加引号，或都不加"))
      }
      if last != "-" {
        return make(
          en: "nothing can follow the value in this line", zh: "此行的值之后不能再有内容",
          help: Wording(en: "put the whole text in quotes", zh: "整段文字请加引号"))
      }
    }
    if lines[failure.place] == "-", !says("'-' indicator") {
      return make(
        en: "a list item stands among keys", zh: "键之间出现了列表项",
        help: Wording(en: "indent the list below the key that it belongs to", zh: "列表须写在所属的键之下"))
    }
    if says("'-' indicator") {
      return make(
        en: "this line does not fit the list begun in line \(lines.position(begun.start).line)",
        zh: "此行与第 \(lines.position(begun.start).line) 行开始的列表不符",
        help: Wording(en: "begin each item with `- `, all indented alike", zh: "每项以 `- ` 开头，缩进相同"))
    }
    guard failure.contextPlace != nil, !says("<document start>") else {
      return make(
        en: "this line stands outside the document", zh: "此行在文档之外",
        help: Wording(en: "indent the keys of one level alike", zh: "同一层的键缩进须相同"))
    }
    return make(
      en: "this line does not fit the keys begun in line \(lines.position(begun.start).line)",
      zh: "此行与第 \(lines.position(begun.start).line) 行开始的键不符",
      help: Wording(en: "indent the keys of one level alike", zh: "同一层的键缩进须相同"))
  }

  // MARK: Places

  /// Where that began which libyaml was reading.
  private var begun: Span {
    let start = min(failure.contextPlace ?? failure.place, lines.text.count)
    return Span(start, min(start + 1, lines.text.count))
  }

  /// The escape at hand: libyaml points at its backslash or at its first digit.
  private var escape: Span {
    var start = min(failure.place, lines.text.count)
    while start > 0, start > failure.place - 3, lines[start] != "\\" { start -= 1 }
    guard lines[start] == "\\" else { return Span(failure.place, min(failure.place + 1, lines.text.count)) }
    var end = start + 2
    if lines[start + 1] == "x" || lines[start + 1] == "u" || lines[start + 1] == "U" {
      while end < start + 10, lines[end]?.properties.isASCIIHexDigit == true { end += 1 }
    }
    return Span(start, min(end, lines.text.count))
  }

  private func says(_ words: String) -> Bool { failure.problem.contains(words) || failure.context.contains(words) }

  private func make(
    _ code: String = "yaml-syntax", at place: Span? = nil, en: String, zh: String, help: Wording? = nil
  ) -> Diagnostic {
    let span = place ?? Span(failure.place, min(failure.place + 1, lines.text.count))
    return Diagnostic(code, location: lines.location(span), message: Wording(en: en, zh: zh), help: help)
  }
}
