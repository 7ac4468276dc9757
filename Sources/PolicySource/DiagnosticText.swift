/// Shows diagnostics in a terminal: the message, the place, the line itself with the stretch underlined, the help.
public struct DiagnosticText {
  public let language: Language
  public let isColored: Bool
  /// The texts of files that diagnostics point into.
  private let sources: [String: LineIndex]

  /// - Parameter sources: what was read, by the names under which it was read; a diagnostic in another file shows no
  ///   excerpt.
  public init(language: Language, isColored: Bool, sources: [Document] = []) {
    self.language = language
    self.isColored = isColored
    self.sources = Dictionary(sources.map { ($0.file, $0.lines) }, uniquingKeysWith: { first, _ in first })
  }

  /// The same with the bytes of files that could not be read as documents.
  public init(language: Language, isColored: Bool, bytes: [String: [UInt8]]) {
    self.language = language
    self.isColored = isColored
    sources = Dictionary(
      bytes.map { ($0.key, LineIndex(String(decoding: $0.value, as: UTF8.self), file: $0.key)) },
      uniquingKeysWith: { first, _ in first })
  }

  /// The lines of one diagnostic, with a line end after the last.
  public func text(of diagnostic: Diagnostic) -> String {
    var text = heading(diagnostic)
    if let location = diagnostic.location {
      let excerpt = excerpt(location)
      let gutter = String(repeating: " ", count: String(location.start.line).count)
      text += "\(gutter)--> \(location.file):\(location.start.line):\(location.start.column)\n"
      if let excerpt { text += excerpt.replacing(gutter) }
    }
    if let help = diagnostic.help {
      text += "  \(style("36", language == .en ? "help" : "帮助")): \(help[language])\n"
    }
    return text
  }

  private func heading(_ diagnostic: Diagnostic) -> String {
    let word: String =
      switch (diagnostic.severity, language) {
      case (.error, .en): "error"
      case (.error, .zh): "错误"
      case (.warning, .en): "warning"
      case (.warning, .zh): "警告"
      }
    let color = diagnostic.severity == .error ? "31;1" : "33;1"
    return "\(style(color, "\(word)[\(diagnostic.code)]")): \(style("1", diagnostic.message[language]))\n"
  }

  private struct Excerpt {
    let line: Int
    let content: String
    let underline: String

    func replacing(_ gutter: String) -> String {
      "\(gutter) |\n\(line) | \(content)\n\(gutter) | \(underline)\n"
    }
  }

  private func excerpt(_ location: Location) -> Excerpt? {
    guard let source = sources[location.file], let line = source.line(location.start.line) else { return nil }
    let start = min(max(0, location.start.column - 1), line.count)
    let end = location.end.line == location.start.line ? min(location.end.column - 1, line.count) : line.count
    // A very long line shows the part around the place.
    let first = start > 80 ? start - 40 : 0
    let shown = line[first..<min(line.count, max(end, first + 100))].prefix(160)
    func width(_ scalars: some Sequence<Unicode.Scalar>) -> Int { scalars.reduce(0) { $0 + columns(of: $1) } }
    let before = width(line[first..<max(first, start)])
    let under = width(line[start..<max(start, min(end, first + 160))])
    let content = shown.map { $0 == "\t" ? " " : String($0) }.joined()
    return Excerpt(
      line: location.start.line, content: (first > 0 ? "…" : "") + content,
      underline: String(repeating: " ", count: before + (first > 0 ? 1 : 0))
        + style("31;1", String(repeating: "^", count: max(1, under))))
  }

  private func columns(of scalar: Unicode.Scalar) -> Int { scalar == "\t" ? 1 : TextWidth.width(of: scalar) }

  private func style(_ code: String, _ text: String) -> String {
    isColored ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
  }
}

extension LineIndex {
  /// The code points of a line, without its end.
  fileprivate func line(_ number: Int) -> [Unicode.Scalar]? {
    guard let range = range(ofLine: number) else { return nil }
    return Array(text[range].filter { $0 != "\n" && $0 != "\r" && $0 != "\u{FEFF}" })
  }
}
