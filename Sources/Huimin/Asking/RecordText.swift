import Diagnostics
import FEEL
import PolicySource

extension Facts {
  /// The facts as a JSON object, as a record is written: what is not known is null or left out.
  func json(in program: Program) -> JSON {
    .object(
      program.facts.compactMap { fact in
        guard let value = values[fact.name] else { return nil }
        return (fact.name, json(of: fact, value))
      } + (overrides.isEmpty ? [] : [(FactReader.overridesKeys[0], overrides.json(in: program))]))
  }

  /// A value as a record gives it; of a judgement with who made it and when.
  private func json(of fact: Fact, _ value: Value) -> JSON {
    guard let made = judgements[fact.name] else { return value.recordJSON }
    var entries: [(String, JSON)] = [
      ("value", value.recordJSON), ("by", .string(made.by)), ("on", .string(made.on.description)),
    ]
    if let basis = made.basis { entries.append(("basis", .string(basis))) }
    return .object(entries)
  }

  /// The facts as a file of facts: YAML with a line a fact, to be read back by ``init(_:file:for:)``.
  ///
  /// - Parameter comment: a line to stand at the head.
  public func recordText(of program: Program, comment: String? = nil) -> String {
    let head = comment.map { "# \(Quotation.visible($0))\n" } ?? ""
    guard !values.isEmpty || !overrides.isEmpty else { return head + "{}\n" }
    let lines = program.facts.compactMap { fact in
      values[fact.name].map { "\(fact.name.yamlKey): \(json(of: fact, $0).flow)\n" }
    }
    let otherwise =
      overrides.isEmpty ? "" : "\(FactReader.overridesKeys[0]): \(overrides.json(in: program).flow)\n"
    return head + lines.joined() + otherwise
  }
}

extension JSON {
  /// On one line with spaces, which YAML reads too.
  fileprivate var flow: String {
    switch self {
    case .array(let items): "[\(items.map(\.flow).joined(separator: ", "))]"
    case .object(let entries):
      "{ \(entries.map { "\($0.0.yamlKey): \($0.1.flow)" }.joined(separator: ", ")) }"
    default: compact
    }
  }
}

extension String {
  /// As a key of YAML: in quotes where it is no plain word.
  fileprivate var yamlKey: String {
    func isWord(_ scalar: Unicode.Scalar) -> Bool {
      scalar.properties.isAlphabetic || ("0"..."9").contains(scalar)
    }
    let isPlain = unicodeScalars.allSatisfy { isWord($0) || $0 == " " || $0 == "_" || $0 == "-" }
    if isPlain, let first = unicodeScalars.first, first.properties.isAlphabetic, let last = unicodeScalars.last,
      isWord(last), !["null", "true", "false", "yes", "no", "on", "off", "y", "n"].contains(lowercased())
    {
      return self
    }
    return JSON.string(self).compact
  }
}
