import FEEL
import PolicySource

/// One decision as one JSON document: what was decided, by which text, from which facts, and why.
///
/// It holds all that is needed to decide again and compare: the policies with the hashes of their files, the versions of
/// engine and language, the day and the facts. Identical input gives identical bytes.
public struct Receipt: Sendable {
  private let explanation: Explanation

  public init(_ outcome: Outcome) { explanation = Explanation(outcome) }

  /// The document over several lines, with a line end after the last.
  public var text: String { json.pretty + "\n" }

  /// The same document as YAML, for people to read and for tools that prefer it.
  public var yaml: String { json.yaml }

  /// The document as a value. Decimals keep their digits; money carries its currency.
  public var json: JSON {
    let outcome = explanation.outcome
    let program = outcome.program
    var entries: [(String, JSON)] = [
      ("engine", .object([("name", .string("huimin")), ("version", .string(Engine.version))])),
      ("language", .string(Engine.languageVersion)),
      ("policy", policy(program.policy)),
    ]
    if !program.above.isEmpty { entries.append(("buildsOn", .array(program.above.map(policy)))) }
    entries += [
      ("date", .string(outcome.day.description)),
      ("status", .string(outcome.status.rawValue)),
      ("facts", .object(outcome.facts.map { ($0.name, fact($0.name, $0.value)) })),
      ("outcome", .object(outcome.values.map { ($0.name, $0.value.json(type(of: $0.name))) })),
      ("explanation", .array(explanation.reasons.map(reason))),
      ("sources", .array(explanation.sources.map(source))),
      ("readings", .array(explanation.readings.map(reading))),
    ]
    if !explanation.remedies.isEmpty { entries.append(("review", .array(explanation.remedies.map(remedy)))) }
    if !explanation.unmet.isEmpty { entries.append(("unmet", .array(explanation.unmet.map(unmet)))) }
    if !outcome.openFacts.isEmpty { entries.append(("open", .array(outcome.openFacts.map(question)))) }
    if !outcome.diagnostics.isEmpty {
      entries.append(("diagnostics", .array(outcome.diagnostics.map(\.portable.json))))
    }
    return .object(entries)
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

  // MARK: Reasons

  private func reason(_ reason: Reason) -> JSON {
    var entries: [(String, JSON)] = [("kind", .string(reason.kind.rawValue))]
    if let name = reason.name { entries.append(("name", .string(name))) }
    if let label = reason.label { entries.append(("label", label.json)) }
    if let standing = reason.standing { entries.append(("standing", .string(standing.rawValue))) }
    if let value = reason.value { entries.append(("value", value.json(reason.type))) }
    if let valueText = reason.valueText { entries.append(("valueText", valueText.json)) }
    entries += grounds(of: reason)
    if !reason.because.isEmpty { entries.append(("because", .array(reason.because.map(self.reason)))) }
    return .object(entries)
  }

  private func grounds(of reason: Reason) -> [(String, JSON)] {
    var entries: [(String, JSON)] = []
    if let text = reason.text { entries.append(("text", text.json)) }
    if !reason.citations.isEmpty { entries.append(("cite", .array(reason.citations.map(citation)))) }
    if !reason.readings.isEmpty { entries.append(("readings", .array(reason.readings.map { .string($0.name) }))) }
    if let evidence = reason.evidence { entries.append(("evidence", evidence.json)) }
    if let cure = reason.cure { entries.append(("cure", cure.json)) }
    if let paidTo = reason.paidTo { entries.append(("paidTo", paidTo.json)) }
    if let note = reason.note { entries.append(("note", note.json)) }
    if let origin = reason.origin { entries.append(("policy", .string(origin))) }
    return entries
  }

  private func unmet(_ reason: Reason) -> JSON {
    let why = reason.because.filter { $0.kind == .condition }.compactMap(\.text?.json)
    return .object(
      [("criterion", .string(reason.name ?? "")), ("label", (reason.label ?? Wording(both: "")).json)]
        + grounds(of: reason) + (why.isEmpty ? [] : [("because", .array(why))]))
  }

  private func citation(_ citation: ResolvedCitation) -> JSON {
    .object([("source", .string(citation.source.name))] + (citation.article.map { [("article", .string($0))] } ?? []))
  }

  private func source(_ source: Source) -> JSON {
    var entries: [(String, JSON)] = [("name", .string(source.name)), ("title", source.title.json)]
    if let number = source.number { entries.append(("number", .string(number))) }
    if let issuer = source.issuer { entries.append(("issuer", issuer.json)) }
    if let date = source.date { entries.append(("date", .string(date))) }
    if let url = source.url { entries.append(("url", .string(url))) }
    if let note = source.note { entries.append(("note", note.json)) }
    return .object(entries)
  }

  private func reading(_ reading: Reading) -> JSON {
    var entries: [(String, JSON)] = [("name", .string(reading.name)), ("text", reading.text.json)]
    if let silent = reading.silentIn {
      entries.append(("silentIn", .string(silent.text)))
    }
    return .object(entries)
  }

  private func remedy(_ remedy: Remedy, _ citations: [ResolvedCitation]) -> JSON {
    var entries: [(String, JSON)] = [
      ("name", .string(remedy.name)), ("label", remedy.label.json), ("to", remedy.to.json),
    ]
    if let within = remedy.within { entries.append(("within", within.wording.json)) }
    if let from = remedy.from { entries.append(("from", from.json)) }
    if !citations.isEmpty { entries.append(("cite", .array(citations.map(citation)))) }
    if let note = remedy.note { entries.append(("note", note.json)) }
    return .object(entries)
  }

  private func question(_ name: String) -> JSON {
    let fact = explanation.outcome.program.fact(named: name)
    var entries: [(String, JSON)] = [("fact", .string(name))]
    if let fact {
      entries.append(("label", fact.label.json))
      if let question = fact.question { entries.append(("ask", question.json)) }
      if let evidence = fact.evidence { entries.append(("evidence", evidence.json)) }
    }
    return .object(entries)
  }
}
