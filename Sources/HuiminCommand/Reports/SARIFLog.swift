import Huimin

/// What `huimin check` found, as SARIF 2.1.0: the format in which code hosts and editors take what analysers find.
///
/// Columns are declared in code points (`columnKind`), as everywhere here. The help stands on the lines of the message
/// after its first, which viewers show in full.
struct SARIFLog {
  let diagnostics: [Diagnostic]
  let language: Language
  /// The folder that files are named relative to: the one in which the command runs.
  let folder: String

  /// The document, with a line end after the last line.
  var text: String {
    let document = JSON.object([
      ("$schema", .string("https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/schemas/sarif-schema-2.1.0.json")),
      ("version", .string("2.1.0")),
      ("runs", .array([run])),
    ])
    return document.pretty + "\n"
  }

  private var run: JSON {
    let codes = diagnostics.map(\.code).uniqued
    return .object([
      (
        "tool",
        .object([
          (
            "driver",
            .object([
              ("name", .string("huimin")), ("semanticVersion", .string(Engine.version)),
              ("rules", .array(codes.map(rule))),
            ])
          )
        ])
      ),
      ("language", .string(language.rawValue)),
      ("columnKind", .string("unicodeCodePoints")),
      ("results", .array(diagnostics.map { result($0, codes) })),
    ])
  }

  /// A code as its page tells of it.
  private func rule(_ code: String) -> JSON {
    var entries: [(String, JSON)] = [("id", .string(code))]
    if let page = CodeRoom.page(of: code) {
      entries += [("shortDescription", text(page.summary)), ("fullDescription", text(page.why))]
    }
    return .object(entries)
  }

  private func text(_ words: Wording) -> JSON {
    .object([("text", .string(SARIFLog.literal(words[language])))])
  }

  private func result(_ diagnostic: Diagnostic, _ codes: [String]) -> JSON {
    let lines = [diagnostic.message, diagnostic.help].compactMap { $0?[language] }
    return .object([
      ("ruleId", .string(diagnostic.code)),
      ("ruleIndex", .number(String(codes.firstIndex(of: diagnostic.code) ?? -1))),
      ("level", .string(diagnostic.severity.rawValue)),
      ("message", .object([("text", .string(SARIFLog.literal(lines.joined(separator: "\n"))))])),
      ("locations", .array(diagnostic.location.map { [json($0)] } ?? [])),
    ])
  }

  private func json(_ location: Location) -> JSON {
    let region: [(String, Int)] = [
      ("startLine", location.start.line), ("startColumn", location.start.column), ("endLine", location.end.line),
      ("endColumn", location.end.column),
    ]
    return .object([
      (
        "physicalLocation",
        .object([
          ("artifactLocation", artifact(location.file)),
          ("region", .object(region.map { ($0.0, .number(String($0.1))) })),
        ])
      )
    ])
  }

  private func artifact(_ file: String) -> JSON {
    let address = FileAddress(of: file, in: folder)
    let base: [(String, JSON)] = address.isRelative ? [("uriBaseId", .string("%SRCROOT%"))] : []
    return .object([("uri", .string(address.text))] + base)
  }

  /// Text in which nothing reads as a placeholder (`{0}`, SARIF 3.11.5) or as a link (`[text](target)`, 3.11.6).
  static func literal(_ text: String) -> String {
    let plain = text.contains("](") ? text.replacing("[", with: "\\[").replacing("]", with: "\\]") : text
    return plain.replacing(/\{([0-9]+)\}/) { "{{\($0.output.1)}}" }
  }
}
