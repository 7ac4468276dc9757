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
  ///
  /// Control characters, in the text as in the names of files, are shown and not sent to the terminal.
  public func text(of diagnostic: Diagnostic) -> String {
    var text = heading(diagnostic)
    if let location = diagnostic.location {
      let number = String(location.start.line)
      let gutter = String(repeating: " ", count: number.count)
      let file = Quotation.visible(location.file)
      text += "\(gutter)--> \(file):\(number):\(location.start.column)\n"
      if let excerpt = sources[location.file].flatMap({ DiagnosticExcerpt(location, in: $0) }) {
        let margin = String(repeating: " ", count: excerpt.margin)
        let underline = style("31;1", String(repeating: "^", count: excerpt.width))
        text += "\(gutter) |\n"
        text += excerpt.content.isEmpty ? "\(number) |\n" : "\(number) | \(excerpt.content)\n"
        text += "\(gutter) | \(margin)\(underline)\n"
      }
    }
    if let help = diagnostic.help {
      text += "  \(style("36", language == .en ? "help" : "帮助")): \(Quotation.visible(help[language]))\n"
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
    let message = Quotation.visible(diagnostic.message[language])
    return "\(style(color, "\(word)[\(diagnostic.code)]")): \(style("1", message))\n"
  }

  private func style(_ code: String, _ text: String) -> String {
    isColored ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
  }
}
