import Huimin

/// What `huimin check` found, as one JSON document for programs.
///
/// ```json
/// {
///   "diagnostics": [
///     {
///       "code": "unknown-name", "severity": "error", "message": "unknown name `年岭`", "help": "did you mean `年龄`?",
///       "file": "slip.yaml", "start": { "line": 9, "column": 17 }, "end": { "line": 9, "column": 19 }
///     }
///   ],
///   "policies": 0, "errors": 1, "warnings": 0
/// }
/// ```
///
/// Lines and columns count from 1, columns in code points; `end` is the place after the last. `help`, and the place, are
/// absent where there is none.
struct DiagnosticList {
  let diagnostics: [Diagnostic]
  /// How many policies can decide.
  let policies: Int
  let language: Language

  /// The document, with a line end after the last line.
  var text: String {
    let errors = diagnostics.count { $0.severity == .error }
    let document = JSON.object([
      ("diagnostics", .array(diagnostics.map(json))),
      ("policies", .number(String(policies))),
      ("errors", .number(String(errors))),
      ("warnings", .number(String(diagnostics.count - errors))),
    ])
    return document.pretty + "\n"
  }

  private func json(_ diagnostic: Diagnostic) -> JSON {
    var entries: [(String, JSON)] = [
      ("code", .string(diagnostic.code)), ("severity", .string(diagnostic.severity.rawValue)),
      ("message", .string(diagnostic.message[language])),
    ]
    if let help = diagnostic.help { entries.append(("help", .string(help[language]))) }
    if let location = diagnostic.location {
      entries += [("file", .string(location.file)), ("start", json(location.start)), ("end", json(location.end))]
    }
    return .object(entries)
  }

  private func json(_ position: Position) -> JSON {
    .object([("line", .number(String(position.line))), ("column", .number(String(position.column)))])
  }
}
