import PolicySource

/// Reads a text under a name that says its format.
func read(_ text: String, as format: Document.Format = .yaml, limits: ReadingLimits = ReadingLimits())
  throws(Unreadable) -> Document
{
  try Document.read(Array(text.utf8), file: format == .json ? "p.json" : "p.yaml", limits: limits)
}

/// What is wrong with a document; empty where it can be read.
func problems(_ bytes: [UInt8], as format: Document.Format = .yaml, limits: ReadingLimits = ReadingLimits())
  -> [Diagnostic]
{
  do throws(Unreadable) {
    _ = try Document.read(bytes, file: format == .json ? "p.json" : "p.yaml", limits: limits)
    return []
  } catch {
    return error.diagnostics
  }
}

func problems(_ text: String, as format: Document.Format = .yaml, limits: ReadingLimits = ReadingLimits())
  -> [Diagnostic]
{
  problems(Array(text.utf8), as: format, limits: limits)
}

extension Location {
  /// As an editor would show it: `1:4-1:7`.
  var places: String { "\(start.line):\(start.column)-\(end.line):\(end.column)" }
}

extension Diagnostic {
  /// The code and the place: `yaml-syntax 1:4-1:7`.
  var summary: String { "\(code) \(location?.places ?? "nowhere")" }
}

extension Node {
  var text: String? { if case .scalar(let scalar) = kind { scalar.text } else { nil } }

  var items: [Node] {
    switch kind {
    case .scalar: []
    case .sequence(let items): items
    case .mapping(let pairs): pairs.map(\.value)
    }
  }

  /// The node in a short form that shows what is quoted: `{a: 'text', b: [1]}`.
  var outline: String {
    switch kind {
    case .scalar(let scalar): scalar.isPlain ? scalar.text : "'\(scalar.text)'"
    case .sequence(let items): "[\(items.map(\.outline).joined(separator: ", "))]"
    case .mapping(let pairs): "{\(pairs.map { "\($0.key.outline): \($0.value.outline)" }.joined(separator: ", "))}"
    }
  }
}
