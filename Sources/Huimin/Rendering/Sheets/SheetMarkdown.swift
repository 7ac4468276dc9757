/// A sheet as Markdown (CommonMark, with the tables of GitHub). Whatever stands in a record or a policy is escaped: it shows
/// as it is and formats nothing.
struct SheetMarkdown {
  private let language: Language
  /// Paragraphs and lists, between which an empty line stands.
  private var parts: [String] = []
  private var list: [String] = []
  /// How deep the last item stands.
  private var depth = -1

  private init(_ language: Language) { self.language = language }

  /// The text, with a line end after the last line.
  static func text(of sheet: Sheet) -> String {
    var page = SheetMarkdown(sheet.language)
    for block in sheet.blocks { page.add(block) }
    page.endList()
    return page.parts.isEmpty ? "" : page.parts.joined(separator: "\n\n") + "\n"
  }

  private mutating func add(_ block: Sheet.Block) {
    if case .item(let mark, let text, let depth, _) = block { return item(mark, text, depth) }
    endList()
    switch block {
    case .title(let text): parts.append("# \(Self.escaped(text))")
    case .section(let title): parts.append("## \(Self.escaped(title))")
    case .detail(let text), .line(let text), .paragraph(let text, _): parts.append(Self.line(text))
    case .field(let name, let text): parts.append(Self.line(name + text))
    case .statement(let name, let value, _):
      parts.append("\(Self.line(name))\(name.hasSuffix(" ") ? " " : "")**\(Self.escaped(value))**")
    case .amounts(let rows): parts.append(table(rows))
    // A backslash at the end of a line breaks it.
    case .signature(let lines): parts.append(lines.map(Self.line).joined(separator: "\\\n"))
    case .item: break
    }
  }

  private mutating func item(_ mark: Sheet.Mark, _ text: String, _ depth: Int) {
    let shown = text.isWebAddress ? "<\(text)>" : Self.line(text)
    if mark.text.allSatisfy({ $0 == " " }), !list.isEmpty {
      // It goes on with the item before, in a line of its own.
      list[list.count - 1] += "\\\n" + String(repeating: "  ", count: self.depth + 1) + shown
      return
    }
    // No item stands more than one step further in than the one before: deeper ones would be read as code.
    self.depth = min(depth, self.depth + 1)
    let isPlain = mark.text == Sheet.Mark.point.text || self.depth == 0 && mark.text == Sheet.Mark.step.text
    let sign = isPlain ? "" : Self.line(mark.text) + " "
    list.append(String(repeating: "  ", count: self.depth) + "- " + sign + shown)
  }

  private mutating func endList() {
    if !list.isEmpty { parts.append(list.joined(separator: "\n")) }
    list = []
    depth = -1
  }

  private func table(_ rows: [(name: String, amount: String)]) -> String {
    let heads = language == .zh ? ["承担方", "金额"] : ["who", "amount"]
    let lines = rows.map { row in
      // What stands further in belongs to the row above.
      let indent = row.name.prefix { $0 == " " }.map { _ in "&nbsp;" }.joined()
      return "| \(indent)\(Self.escaped(row.name.trimmed)) | \(Self.escaped(row.amount)) |"
    }
    return (["| \(heads[0]) | \(heads[1]) |", "| --- | ---: |"] + lines).joined(separator: "\n")
  }

  /// Characters that would format text within a line.
  private static let special = Set("\\`*_[]<>|&~$".unicodeScalars)

  /// Text that shows as it is, anywhere within a line.
  static func escaped(_ text: String) -> String {
    var escaped = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if special.contains(scalar) { escaped.append("\\") }
      // A line end would begin a new block.
      escaped.append(scalar == "\n" || scalar == "\r" || scalar == "\t" ? " " : scalar)
    }
    return String(escaped)
  }

  /// Text that shows as it is at the beginning of a line, where `#`, `-`, `1.` and spaces would begin something else.
  static func line(_ text: String) -> String {
    let text = text.trimmed
    let digits = text.prefix { ("0"..."9").contains($0) }
    if !digits.isEmpty, digits.count <= 9, let next = text.dropFirst(digits.count).first, next == "." || next == ")" {
      return digits + "\\" + escaped(String(text.dropFirst(digits.count)))
    }
    guard let first = text.first, "#+-=!".contains(first) else { return escaped(text) }
    return "\\" + escaped(text)
  }
}
