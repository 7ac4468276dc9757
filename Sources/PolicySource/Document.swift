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
  /// - Parameter format: by default what the name says: JSON for `.json`, YAML for `.yaml` and `.yml`. Under any other
  ///   name, such as that of standard input, JSON for a text that begins like JSON: `{"`, `["`, `[{` or `[[`.
  /// - Throws: ``Unreadable`` with every problem found; nothing of a broken document is handed back.
  public static func read(
    _ bytes: [UInt8], file: String, format: Format? = nil, limits: ReadingLimits = ReadingLimits()
  ) throws(Unreadable) -> Document {
    let text = try DocumentText.decoded(bytes, file: file, limits: limits)
    let lines = LineIndex(text, file: file)
    switch format ?? Format(file: file) {
    case .json: return try json(lines, limits)
    case .yaml: return try yaml(text, lines, limits)
    case nil:
      // YAML is not tried after it: it would forgive a comma too many, behind which an entry may be missing.
      return looksLikeJSON(lines.text) ? try json(lines, limits) : try yaml(text, lines, limits)
    }
  }

  /// Reads a line of a longer text as JSON.
  ///
  /// - Parameter line: its number, from 1.
  /// - Throws: ``Unreadable`` as ``read(_:file:format:limits:)`` does, with places in the longer text.
  package static func jsonLine(_ text: String, file: String, line: Int) throws(Unreadable) -> Document {
    try json(LineIndex(text, file: file, line: line), ReadingLimits())
  }

  private static func json(_ lines: LineIndex, _ limits: ReadingLimits) throws(Unreadable) -> Document {
    var reader = JSONReader(lines, limits: limits)
    return Document(file: lines.file, root: try reader.document(), lines: lines)
  }

  private static func yaml(_ text: String, _ lines: LineIndex, _ limits: ReadingLimits) throws(Unreadable) -> Document {
    Document(file: lines.file, root: try YAMLReader.document(text, lines: lines, limits: limits), lines: lines)
  }

  /// Where a stretch of a scalar's text stands in the document: `span` counts code points of the text after quotes,
  /// escapes and folded lines were undone.
  public func location(of span: Span, in node: Node) -> Location {
    lines.location(ScalarMap(node, in: lines).source(of: span))
  }

  /// Why a text stands where keys or items were expected, where a slip of the hand explains it: `年龄：60` with a
  /// full-width colon, `age:60` and `-age` without a space. YAML itself finds nothing wrong with them.
  public func slip(making text: Node) -> Diagnostic? { AuthorSlip.making(text, in: lines) }

  /// JSON objects and arrays begin so; YAML's flow collections mostly hold words without quotes.
  private static func looksLikeJSON(_ text: [Unicode.Scalar]) -> Bool {
    var rest = text.drop { $0.properties.isWhitespace || $0 == "\u{FEFF}" }
    guard let first = rest.popFirst(), first == "{" || first == "[" else { return false }
    let next = rest.first { !$0.properties.isWhitespace }
    return first == "{" ? next == "\"" : next == "{" || next == "\"" || next == "["
  }
}

extension Document.Format {
  /// What the name of a file says.
  fileprivate init?(file: String) {
    let name = file.lowercased()
    if name.hasSuffix(".json") {
      self = .json
    } else if name.hasSuffix(".yaml") || name.hasSuffix(".yml") {
      self = .yaml
    } else {
      return nil
    }
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
