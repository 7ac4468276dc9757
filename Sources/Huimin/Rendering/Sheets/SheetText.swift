import PolicySource

/// A sheet as lines of text, wrapped to the columns of a terminal.
struct SheetText {
  let width: Int
  let style: TextStyle
  private var lines: [String] = []

  private init(width: Int, style: TextStyle) {
    self.width = width
    self.style = style
  }

  /// The text, with a line end after the last line.
  static func text(of sheet: Sheet, width: Int, style: TextStyle) -> String {
    var page = SheetText(width: width, style: style)
    for block in sheet.blocks { page.add(block) }
    return page.lines.isEmpty ? "" : page.lines.joined(separator: "\n") + "\n"
  }

  private mutating func add(_ block: Sheet.Block) {
    switch block {
    case .title(let text): lines.append(style.bold(text))
    case .detail(let text): lines.append(style.faint(text))
    case .field(let name, let text):
      for line in LineWrap.lines(name + text, width: width) { lines.append(line) }
    case .section(let title): lines += ["", style.bold(title)]
    case .line(let text): lines.append("  " + text)
    case .statement(let name, let value, let tone): statement(name, value, tone)
    case .amounts(let rows): amounts(rows)
    case .item(let mark, let text, let depth, let isFaint): item(mark, text, depth, isFaint)
    case .paragraph(let text, let isFaint):
      lines.append("")
      for piece in LineWrap.lines(text, width: width) { lines.append(isFaint ? style.faint(piece) : piece) }
    case .signature(let texts):
      lines.append("")
      for text in texts { lines.append(TextWidth.rightAligned(text, to: width)) }
    }
  }

  /// A name with its value, wrapped under the value where it is long.
  private mutating func statement(_ name: String, _ value: String, _ tone: Sheet.Tone) {
    let indent = 2 + min(TextWidth.of(name), width / 2)
    let room = max(20, width - 2 - TextWidth.of(name))
    for (position, piece) in LineWrap.lines(value, width: room).enumerated() {
      let painted = style.painted(piece, tone)
      lines.append((position == 0 ? "  " + name : String(repeating: " ", count: indent)) + painted)
    }
  }

  /// Text behind a mark, wrapped under itself.
  private mutating func item(_ mark: Sheet.Mark, _ text: String, _ depth: Int, _ isFaint: Bool) {
    let indent = String(repeating: " ", count: 2 + 2 * min(depth, 12))
    let markWidth = TextWidth.of(mark.text) + 1
    let room = max(20, width - indent.count - markWidth)
    let sign = style.painted(mark.text, mark.tone)
    for (position, piece) in LineWrap.lines(text, width: room).enumerated() {
      lines.append(
        indent + (position == 0 ? sign + " " : String(repeating: " ", count: markWidth))
          + (isFaint ? style.faint(piece) : piece))
    }
  }

  /// Names at the left, amounts at the right of one column.
  private mutating func amounts(_ rows: [(name: String, amount: String)]) {
    let names = rows.map { TextWidth.of($0.name) }.max() ?? 0
    let amounts = rows.map { TextWidth.of($0.amount) }.max() ?? 0
    for (name, amount) in rows {
      lines.append("    \(TextWidth.padded(name, to: names))  \(TextWidth.rightAligned(amount, to: amounts))")
    }
  }
}

/// How text stands out in a terminal, or nothing where it has no colours.
struct TextStyle {
  let isColored: Bool

  func bold(_ text: String) -> String { code("1", text) }
  func faint(_ text: String) -> String { code("2", text) }

  func painted(_ text: String, _ tone: Sheet.Tone) -> String {
    switch tone {
    case .good: code("32", text)
    case .bad: code("31", text)
    case .open: code("33", text)
    case .strong: bold(text)
    case .faint: faint(text)
    case .plain: text
    }
  }

  private func code(_ code: String, _ text: String) -> String {
    isColored ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
  }
}
