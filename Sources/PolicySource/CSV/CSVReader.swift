/// Reads comma-separated values (RFC 4180) into located nodes: a sequence of lines, each a sequence of cells.
struct CSVReader {
  private let lines: LineIndex
  private let limits: ReadingLimits
  private var offset: Int
  private var count = 0

  static func document(_ bytes: [UInt8], file: String, limits: ReadingLimits) throws(Unreadable) -> Document {
    let lines = LineIndex(try DocumentText.decoded(bytes, file: file, limits: limits), file: file)
    var reader = CSVReader(lines: lines, limits: limits, offset: lines[0] == "\u{FEFF}" ? 1 : 0)
    do throws(Diagnostic) {
      let rows = try reader.rows()
      let extent = Span(0, lines.text.count)
      return Document(
        file: file, root: Node(.sequence(rows), location: lines.location(extent), extent: extent), lines: lines)
    } catch {
      throw Unreadable([error])
    }
  }

  private init(lines: LineIndex, limits: ReadingLimits, offset: Int) {
    self.lines = lines
    self.limits = limits
    self.offset = offset
  }

  private var isAtEnd: Bool { offset >= lines.text.count }
  private var isAtBreak: Bool { lines[offset] == "\n" || lines[offset] == "\r" }

  private func problem(_ span: Span, en: String, zh: String, help: Wording? = nil) -> Diagnostic {
    Diagnostic("csv-syntax", location: lines.location(span), message: Wording(en: en, zh: zh), help: help)
  }

  private mutating func rows() throws(Diagnostic) -> [Node] {
    var rows: [Node] = []
    while !isAtEnd {
      let start = offset
      var cells = [try cell()]
      while lines[offset] == "," {
        offset += 1
        cells.append(try cell())
      }
      let extent = Span(start, offset)
      if lines[offset] == "\r" { offset += 1 }
      if lines[offset] == "\n" { offset += 1 }
      // Lines without a single character in them only set others apart.
      let isBlank = cells.allSatisfy { if case .scalar(let cell) = $0.kind { cell.text.isEmpty } else { false } }
      if !isBlank { rows.append(Node(.sequence(cells), location: lines.location(extent), extent: extent)) }
    }
    return rows
  }

  private mutating func cell() throws(Diagnostic) -> Node {
    count += 1
    guard count <= limits.nodes else {
      throw Diagnostic(
        "too-large", location: lines.location(Span(offset, offset)),
        message: Wording(en: "the table has more than \(limits.nodes) cells", zh: "表格超过 \(limits.nodes) 格"))
    }
    while lines[offset] == " " { offset += 1 }
    let start = offset
    guard lines[offset] == "\"" else {
      while !isAtEnd, !isAtBreak, lines[offset] != "," {
        if lines[offset] == "\"" {
          throw problem(
            Span(offset, offset + 1), en: "a `\"` stands in the middle of a cell", zh: "格子中间出现了 `\"`",
            help: Wording(en: "put the whole cell in quotes, and write `\"\"` inside", zh: "整格加引号，其中的引号写成 `\"\"`"))
        }
        offset += 1
      }
      return node(lines.string(start..<offset).withoutBlanks, Span(start, offset))
    }
    return try quoted(from: start)
  }

  private mutating func quoted(from start: Int) throws(Diagnostic) -> Node {
    offset += 1
    var text = String.UnicodeScalarView()
    while let scalar = lines[offset] {
      offset += 1
      if scalar != "\"" {
        text.append(scalar)
      } else if lines[offset] == "\"" {
        text.append(scalar)
        offset += 1
      } else {
        let end = offset
        while lines[offset] == " " { offset += 1 }
        guard isAtEnd || isAtBreak || lines[offset] == "," else {
          throw problem(
            Span(offset, offset + 1), en: "a `,` is missing behind the quoted cell", zh: "加引号的格子后面缺少 `,`")
        }
        return node(String(text), Span(start, end))
      }
    }
    throw problem(Span(start, start + 1), en: "this `\"` is never closed", zh: "这个 `\"` 没有对应的右引号")
  }

  private func node(_ text: String, _ extent: Span) -> Node {
    let extent = lines.trimmed(extent)
    return Node(.scalar(Scalar(text, isPlain: true)), location: lines.location(extent), extent: extent)
  }
}

extension Document {
  /// Reads a table of comma-separated values: a sequence of lines, each a sequence of cells.
  ///
  /// - Throws: ``Unreadable`` where a quote is never closed or the text is no UTF-8; nothing of it is handed back then.
  package static func csv(_ bytes: [UInt8], file: String, limits: ReadingLimits = ReadingLimits()) throws(Unreadable)
    -> Document
  {
    try CSVReader.document(bytes, file: file, limits: limits)
  }
}

extension String {
  fileprivate var withoutBlanks: String {
    var view = Substring(self)
    while view.last == " " || view.last == "\t" { view.removeLast() }
    return String(view)
  }
}
