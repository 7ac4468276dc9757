import FEEL
import PolicySource

/// Lines of text being set: sections, items with a mark and a hanging indent, columns of amounts.
struct TextPage {
  let width: Int
  let language: Language
  let style: TextStyle
  private var lines: [String] = []

  init(width: Int, language: Language, style: TextStyle) {
    self.width = width
    self.language = language
    self.style = style
  }

  var text: String { lines.joined(separator: "\n") + "\n" }

  mutating func line(_ text: String) { lines.append(text) }

  /// A name with its value, wrapped under the value where it is long.
  mutating func statement(_ name: String, _ value: String, _ paint: (String) -> String) {
    let indent = 2 + min(TextWidth.of(name), width / 2)
    let room = max(20, width - 2 - TextWidth.of(name))
    for (position, piece) in LineWrap.lines(value, width: room).enumerated() {
      lines.append((position == 0 ? "  " + name : String(repeating: " ", count: indent)) + paint(piece))
    }
  }

  /// A heading after an empty line.
  mutating func section(_ title: String) {
    lines.append("")
    lines.append(style.bold(title))
  }

  /// Text behind a mark, wrapped under itself.
  mutating func item(_ mark: String, _ text: String, depth: Int = 0, _ paint: (String) -> String = { $0 }) {
    let indent = String(repeating: " ", count: 2 + 2 * min(depth, 12))
    let markWidth = TextWidth.of(style.plain(mark)) + 1
    let room = max(20, width - indent.count - markWidth)
    for (position, piece) in LineWrap.lines(text, width: room).enumerated() {
      lines.append(indent + (position == 0 ? mark + " " : String(repeating: " ", count: markWidth)) + paint(piece))
    }
  }

  mutating func paragraph(_ text: String) {
    lines.append("")
    for piece in LineWrap.lines(text, width: width) { lines.append(style.faint(piece)) }
  }

  /// Names at the left, amounts at the right of one column.
  mutating func amounts(_ rows: [(String, String)]) {
    let names = rows.map { TextWidth.of($0.0) }.max() ?? 0
    let amounts = rows.map { TextWidth.of($0.1) }.max() ?? 0
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
  func good(_ text: String) -> String { code("32", text) }
  func bad(_ text: String) -> String { code("31", text) }
  func open(_ text: String) -> String { code("33", text) }

  /// A verdict in the colour of its sense; other values as they are.
  func standing(of value: Value, _ text: String) -> String {
    switch value {
    case .boolean(true): good(text)
    case .boolean(false): bad(text)
    case .unknown: open(text)
    default: bold(text)
    }
  }

  private func code(_ code: String, _ text: String) -> String {
    isColored ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
  }

  /// The text without the codes, for measuring.
  func plain(_ text: String) -> String {
    guard isColored, text.hasPrefix("\u{1B}["), let start = text.firstIndex(of: "m") else { return text }
    return String(text[text.index(after: start)...].prefix { $0 != "\u{1B}" })
  }
}
