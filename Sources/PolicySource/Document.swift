/// A document that was read: its text and the nodes in it.
public struct Document: Sendable {
  /// The file as the user named it, or `<stdin>`.
  public let file: String
  public let root: Node
  let lines: LineIndex

  public enum Format: Sendable {
    case yaml, json
  }

  /// Reads a text as YAML or JSON.
  ///
  /// - Parameter format: by default JSON for names that end in `.json` and texts that begin with `{` or `[` and read as
  ///   JSON; otherwise YAML.
  /// - Throws: ``Unreadable`` with every problem found; nothing of a broken document is handed back.
  public static func read(
    _ bytes: [UInt8], file: String, format: Format? = nil, limits: ReadingLimits = ReadingLimits()
  )
    throws(Unreadable) -> Document
  {
    let text = try decoded(bytes, file: file, limits: limits)
    let lines = LineIndex(text, file: file)
    var isJSON = format == .json || format == nil && file.hasSuffix(".json")
    if format == nil, !isJSON { isJSON = looksLikeJSON(lines.text) }
    let root: Node
    if isJSON {
      var reader = JSONReader(lines, limits: limits)
      root = try reader.document()
    } else {
      root = try YAMLReader.document(text, lines: lines, limits: limits)
    }
    return Document(file: file, root: root, lines: lines)
  }

  /// Where a stretch of a scalar's text stands in the document: `span` counts code points of the text after quotes,
  /// escapes and folded lines were undone.
  public func location(of span: Span, in node: Node) -> Location {
    let map = ScalarMap(node, in: lines)
    return lines.location(Span(map.offset(of: span.start), map.end(of: span)))
  }

  /// JSON objects and arrays begin so, and YAML flow collections too: the latter hold words without quotes.
  private static func looksLikeJSON(_ text: [Unicode.Scalar]) -> Bool {
    var rest = text.drop { $0.properties.isWhitespace || $0 == "\u{FEFF}" }
    guard let first = rest.popFirst(), first == "{" || first == "[" else { return false }
    let next = rest.first { !$0.properties.isWhitespace }
    return first == "{" ? next == "\"" : next == "{" || next == "\"" || next == "["
  }

  private static func decoded(_ bytes: [UInt8], file: String, limits: ReadingLimits) throws(Unreadable) -> String {
    guard bytes.count <= limits.bytes else {
      throw Unreadable(
        "too-large", file: file, en: "the document has \(bytes.count) bytes; at most \(limits.bytes) are read",
        zh: "文件有 \(bytes.count) 字节，最多读取 \(limits.bytes) 字节")
    }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw Unreadable(
        "not-utf8", file: file, en: "the document is not UTF-8 text", zh: "文件不是 UTF-8 文本",
        help: Wording(en: "save it as UTF-8", zh: "请另存为 UTF-8 编码"))
    }
    guard text.unicodeScalars.contains(where: { !$0.properties.isWhitespace && $0 != "\u{FEFF}" }) else {
      throw Unreadable("empty-document", file: file, en: "the document is empty", zh: "文件是空的")
    }
    return text
  }
}

/// Why a document could not be read.
public struct Unreadable: Error, Sendable {
  public let diagnostics: [Diagnostic]

  public init(_ diagnostics: [Diagnostic]) { self.diagnostics = diagnostics }

  /// A problem of the document as a whole.
  init(_ code: String, file: String, en: String, zh: String, help: Wording? = nil) {
    let start = Position(line: 1, column: 1)
    self.init([
      Diagnostic(
        code, location: Location(file: file, start: start, end: start), message: Wording(en: en, zh: zh), help: help)
    ])
  }
}

/// What one document may hold before reading it ends with a diagnostic.
public struct ReadingLimits: Sendable {
  public var bytes = 16 << 20
  /// Nested lists and mappings. libyaml itself knows no limit and grows with the square of the depth.
  public var depth = 64
  /// Nodes, those that aliases repeat counted each time.
  public var nodes = 2_000_000

  public init() {}
}
