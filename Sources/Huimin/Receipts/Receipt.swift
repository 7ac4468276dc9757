import FEEL
import PolicySource

/// One decision as one JSON document: what was decided, by which text, from which facts, and why.
///
/// It holds all that is needed to decide again and compare: the policies with the hashes of their files, the versions of
/// engine and language, the day and the facts. Identical input gives identical bytes.
public struct Receipt: Sendable {
  /// The version of the document's form, which `Grammar/receipt.schema.json` describes. Another one is another form: what
  /// reads receipts refuses those that it does not know.
  public static let format = "1"

  let explanation: Explanation
  private let changes: Changes?
  private let fewest: [String]
  private let salt: Salt?

  /// - Parameters:
  ///   - changes: what would change the outcome, where the receipt is to tell it.
  ///   - fewest: the open facts that may be enough to settle it.
  ///   - salt: what keeps parts that are withheld later from being guessed. It must be random and used once; without one,
  ///     identical input gives identical bytes.
  public init(_ outcome: Outcome, changes: Changes? = nil, fewest: [String] = [], salt: Salt? = nil) {
    explanation = Explanation(outcome)
    self.changes = changes
    self.fewest = fewest
    self.salt = salt
  }

  /// The document over several lines, with a line end after the last.
  public var text: String { json.pretty + "\n" }

  /// The same document as YAML, for people to read and for tools that prefer it.
  public var yaml: String { json.yaml }

  /// The document as a value. Decimals keep their digits; money carries its currency.
  public var json: JSON {
    let content = content
    let salts = salt.map { Salts(whole: $0) }
    return .object(content + [(ReceiptDigest.key, ReceiptDigest(of: .object(content), salts: salts).json)])
  }

  /// All but the digest.
  private var content: [(String, JSON)] {
    let outcome = explanation.outcome
    let program = outcome.program
    var entries: [(String, JSON)] = [
      ("receipt", .string(Receipt.format)),
      ("engine", .object([("name", .string("huimin")), ("version", .string(Engine.version))])),
      ("policyLanguage", .string(Engine.languageVersion)),
      ("policy", policy(program.policy)),
    ]
    if !program.above.isEmpty { entries.append(("buildsOn", .array(program.above.map(policy)))) }
    entries += [
      ("date", .string(outcome.day.description)),
      ("status", .string(outcome.status.rawValue)),
      ("facts", .object(outcome.facts.map { ($0.name, fact($0.name, $0.value)) })),
    ]
    if !outcome.overrides.isEmpty { entries.append(("overrides", outcome.overrides.json(in: program))) }
    entries += [
      ("outcome", .object(outcome.values.map { ($0.name, $0.value.json(type(of: $0.name))) })),
      ("explanation", .array(explanation.reasons.map(reason))),
      ("sources", .array(explanation.sources.map(source))),
      ("readings", .array(explanation.readings.map(reading))),
    ]
    if !explanation.remedies.isEmpty { entries.append(("review", .array(explanation.remedies.map(remedy)))) }
    if !explanation.unmet.isEmpty { entries.append(("unmet", .array(explanation.unmet.map(criterion)))) }
    if !explanation.unsettled.isEmpty { entries.append(("unsettled", .array(explanation.unsettled.map(criterion)))) }
    if let changes { entries.append(("changes", .array(changes.wishes.map(wish)))) }
    if !outcome.openFacts.isEmpty { entries.append(("open", .array(outcome.openFacts.map(question)))) }
    if !fewest.isEmpty { entries.append(("askFirst", .array(fewest.map { .string($0) }))) }
    if !outcome.diagnostics.isEmpty {
      entries.append(("diagnostics", .array(outcome.diagnostics.map(\.portable.json))))
    }
    return entries
  }

  /// A fact as a record gives it; a judgement with who made it and when.
  private func fact(_ name: String, _ value: Value) -> JSON {
    guard let made = explanation.outcome.judgements[name] else { return value.recordJSON }
    var entries: [(String, JSON)] = [
      ("value", value.recordJSON), ("by", .string(made.by)), ("on", .string(made.on.description)),
    ]
    if let basis = made.basis { entries.append(("basis", .string(basis))) }
    return .object(entries)
  }

  private func type(of decision: String) -> FeelType {
    explanation.outcome.program.decision(named: decision)?.type ?? .any
  }

  private func policy(_ policy: Policy) -> JSON {
    var entries: [(String, JSON)] = [("id", .string(policy.id)), ("title", policy.title.json)]
    if let level = policy.level { entries.append(("level", .string(level.rawValue))) }
    entries.append(
      ("inForce", .object([("from", .date(policy.inForce.first)), ("to", .date(policy.inForce.last))])))
    if let checked = policy.sourceChecked { entries.append(("sourceChecked", .date(checked))) }
    entries.append(("sha256", .string(policy.contentHash)))
    if let note = policy.note { entries.append(("note", note.json)) }
    return .object(entries)
  }
}
