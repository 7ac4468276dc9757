import PolicySource

/// A sheet as one HTML file that needs nothing else: style within it, fonts of the system, set for A4. Whatever stands in a
/// record or a policy is escaped.
struct SheetHTML {
  private var text = ""
  /// The lists that are open, one within the other; the innermost item of each is open too.
  private var depth = -1
  private var isInSection = false

  private init() {}

  /// The document, with a line end after the last line.
  ///
  /// - Parameter kind: the class of the whole: `letter` or `report`.
  static func text(of sheet: Sheet, kind: String) -> String {
    var page = SheetHTML()
    for block in sheet.blocks { page.add(block) }
    page.endList()
    page.endSection()
    let title = sheet.blocks.lazy.compactMap { if case .title(let text) = $0 { text } else { nil } as String? }.first
    return """
      <!DOCTYPE html>
      <html lang="\(sheet.language.tag)">
      <head>
      <meta charset=utf-8>
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>\(escaped(title ?? ""))</title>
      <style>
      \(style)
      </style>
      </head>
      <body>
      <main class="\(kind)">
      \(page.text)</main>
      </body>
      </html>

      """
  }

  private mutating func add(_ block: Sheet.Block) {
    if case .item(let mark, let text, let depth, let isFaint) = block { return item(mark, text, depth, isFaint) }
    endList()
    switch block {
    case .title(let text): element("h1", nil, text)
    case .detail(let text): element("p", "detail", text)
    case .field(let name, let text): element("p", "field", name + text)
    case .section(let title):
      endSection()
      text += "<section>\n"
      isInSection = true
      element("h2", nil, title)
    case .line(let text): element("p", "line", text)
    case .statement(let name, let value, let tone):
      text +=
        "<p class=\"statement\">\(Self.escaped(name))<strong class=\"\(tone)\">\(Self.escaped(value))</strong></p>\n"
    case .amounts(let rows): amounts(rows)
    case .paragraph(let text, let isFaint): element("p", isFaint ? "faint" : nil, text)
    case .signature(let lines):
      endSection()
      text += "<p class=\"signature\">\(lines.map(Self.escaped).joined(separator: "<br>"))</p>\n"
    case .item: break
    }
  }

  private mutating func element(_ name: String, _ kind: String?, _ content: String) {
    let attribute = kind.map { " class=\"\($0)\"" } ?? ""
    text += "<\(name)\(attribute)>\(Self.escaped(content))</\(name)>\n"
  }

  private mutating func amounts(_ rows: [(name: String, amount: String)]) {
    text += "<table>\n"
    for row in rows {
      let isWithin = row.name.hasPrefix(" ")
      text += "<tr><th scope=\"row\"\(isWithin ? " class=\"within\"" : "")>\(Self.escaped(row.name.trimmed))</th>"
      text += "<td>\(Self.escaped(row.amount))</td></tr>\n"
    }
    text += "</table>\n"
  }

  private mutating func item(_ mark: Sheet.Mark, _ content: String, _ wanted: Int, _ isFaint: Bool) {
    let shown =
      content.isWebAddress ? "<a href=\"\(Self.escaped(content))\">\(Self.escaped(content))</a>" : Self.escaped(content)
    if mark.text.allSatisfy({ $0 == " " }), depth >= 0 {
      // It goes on with the item before.
      text += "<br>" + (isFaint ? "<span class=\"faint\">\(shown)</span>" : shown)
      return
    }
    // A list stands within an item, so none is more than one step further in than the one before.
    let wanted = min(wanted, depth + 1)
    while depth > wanted {
      text += "</li>\n</ul>"
      depth -= 1
    }
    if depth == wanted { text += "</li>\n" } else { text += "\n<ul>\n" }
    depth = wanted
    let isPoint = mark.text == Sheet.Mark.point.text || mark.text.allSatisfy { $0 == " " }
    text +=
      isPoint ? "<li>" : "<li class=\"marked\"><span class=\"mark \(mark.tone)\">\(Self.escaped(mark.text))</span> "
    text += isFaint ? "<span class=\"faint\">\(shown)</span>" : shown
  }

  private mutating func endList() {
    guard depth >= 0 else { return }
    while depth >= 0 {
      text += "</li>\n</ul>"
      depth -= 1
    }
    text += "\n"
  }

  private mutating func endSection() {
    if isInSection { text += "</section>\n" }
    isInSection = false
  }

  /// Text for an element or an attribute. Characters that HTML has no place for are shown as what they are.
  static func escaped(_ text: String) -> String {
    var escaped = ""
    for scalar in Quotation.visible(text.replacing("\n", with: " ")).unicodeScalars {
      switch scalar {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "\"": escaped += "&quot;"
      case "'": escaped += "&#39;"
      case let scalar where scalar.properties.isNoncharacterCodePoint: escaped += "\u{FFFD}"
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }

  /// For the screen and for A4: a heading stays with what it heads, an item and a table row in one piece. Chinese fonts are
  /// those that the systems of today come with.
  private static let style = """
    @page { size: A4; margin: 25mm 26mm 25mm 28mm; }
    :root { color-scheme: light; }
    body { margin: 0; color: #1a1a1a; background: #fff; line-height: 1.6; overflow-wrap: break-word;
      font: 12pt/1.6 "Songti SC", "STSong", "SimSun", "Source Han Serif SC", "Noto Serif CJK SC", "Noto Serif SC", serif; }
    main { max-width: 40em; margin: 0 auto; padding: 2em 1.5em; }
    h1, h2, th, strong, .mark { font-family: "Heiti SC", "PingFang SC", "SimHei", "Microsoft YaHei", "Source Han Sans SC",
      "Noto Sans CJK SC", "Noto Sans SC", sans-serif; }
    html:lang(en) body { font-family: "Times New Roman", "Liberation Serif", "DejaVu Serif", Georgia, "Songti SC", "SimSun", "Noto Serif CJK SC", serif; }
    h1 { font-size: 1.6em; text-align: center; margin: 0 0 0.8em; line-height: 1.3; }
    h2 { font-size: 1.1em; margin: 1.4em 0 0.4em; break-after: avoid; }
    p { margin: 0.4em 0; orphans: 2; widows: 2; }
    .letter > p { text-align: justify; }
    .detail { text-align: center; color: #555; font-size: 0.9em; margin: 0.1em 0; }
    .letter > .field { text-align: right; }
    .statement { break-inside: avoid; }
    .faint { color: #555; font-size: 0.9em; }
    ul { margin: 0.3em 0; padding-left: 1.4em; }
    ul ul { margin: 0.1em 0; }
    li { margin: 0.2em 0; }
    li.marked { list-style: none; text-indent: -1.2em; padding-left: 0.2em; }
    li.marked > ul { text-indent: 0; }
    table { border-collapse: collapse; margin: 0.4em 0 0.8em; min-width: 60%; }
    tr { break-inside: avoid; }
    th, td { border-bottom: 1px solid #999; padding: 0.25em 0.6em; }
    th { text-align: left; font-weight: normal; }
    th.within { padding-left: 2em; }
    td { text-align: right; white-space: nowrap; font-variant-numeric: tabular-nums; }
    a { color: inherit; word-break: break-all; }
    .signature { text-align: right; margin-top: 2.5em; break-inside: avoid; }
    @media print {
      main { max-width: none; padding: 0; }
      a { text-decoration: none; }
    }
    @media screen {
      .good { color: #17652a; }
      .bad { color: #a01c1c; }
      .open { color: #7a5200; }
    }
    """
}
