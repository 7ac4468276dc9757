import FEEL
import PolicySource

/// The tree of reasons in a receipt, and what it refers to.
extension Receipt {
  /// One statement with all that it rests on.
  func reason(_ reason: Reason) -> JSON {
    var entries: [(String, JSON)] = [("kind", .string(reason.kind.rawValue))]
    if let name = reason.name { entries.append(("name", .string(name))) }
    if let label = reason.label { entries.append(("label", label.json)) }
    if let standing = reason.standing { entries.append(("standing", .string(standing.rawValue))) }
    if let value = reason.value { entries.append(("value", value.json(reason.type))) }
    if let valueText = reason.valueText { entries.append(("valueText", valueText.json)) }
    if let setAside = reason.setAside {
      entries.append(
        (
          "setAside",
          .object(
            setAside.made.grounds + [
              ("value", setAside.value.json(reason.type)), ("valueText", setAside.valueText.json),
            ])
        ))
    }
    if let needed = reason.needed { entries.append(("needed", .number(String(needed)))) }
    entries += grounds(of: reason)
    if !reason.because.isEmpty { entries.append(("because", .array(reason.because.map(self.reason)))) }
    return .object(entries)
  }

  private func grounds(of reason: Reason) -> [(String, JSON)] {
    var entries: [(String, JSON)] = []
    if let text = reason.text { entries.append(("text", text.json)) }
    if !reason.citations.isEmpty { entries.append(("cite", .array(reason.citations.map(citation)))) }
    if !reason.readings.isEmpty { entries.append(("readings", .array(reason.readings.map(reference)))) }
    if let evidence = reason.evidence { entries.append(("evidence", evidence.json)) }
    if let cure = reason.cure { entries.append(("cure", cure.json)) }
    if let paidTo = reason.paidTo { entries.append(("paidTo", paidTo.json)) }
    if let note = reason.note { entries.append(("note", note.json)) }
    if let origin = reason.origin { entries.append(("policy", .string(origin))) }
    let given = (reason.restsOn ?? []).filter { name in explanation.outcome.facts.contains { $0.name == name } }
    if !given.isEmpty { entries.append(("facts", .array(given.map { .string($0) }))) }
    return entries
  }

  /// A criterion that stands in the way, or may, with what made it so.
  func criterion(_ reason: Reason) -> JSON {
    let why = reason.because.filter { $0.kind == .condition }.compactMap(\.text?.json)
    return .object(
      [("criterion", .string(reason.name ?? "")), ("label", (reason.label ?? Wording(both: "")).json)]
        + grounds(of: reason) + (why.isEmpty ? [] : [("conditions", .array(why))]))
  }

  private func citation(_ citation: ResolvedCitation) -> JSON {
    .object(
      [("source", .string(citation.source.name))] + (citation.article.map { [("article", .string($0))] } ?? [])
        + origin(citation.source.policy))
  }

  private func reference(_ reading: Reading) -> JSON {
    .object([("reading", .string(reading.name))] + origin(reading.policy))
  }

  /// Which policy a name is from, where that is not the one that was asked: two policies may use one name for two things.
  private func origin(_ policy: String) -> [(String, JSON)] {
    policy == explanation.outcome.program.policy.id ? [] : [("policy", .string(policy))]
  }

  func source(_ source: Source) -> JSON {
    var entries: [(String, JSON)] =
      [("name", .string(source.name))] + origin(source.policy) + [("title", source.title.json)]
    if let number = source.number { entries.append(("number", .string(number))) }
    if let issuer = source.issuer { entries.append(("issuer", issuer.json)) }
    if let date = source.date { entries.append(("date", .string(date))) }
    if let url = source.url { entries.append(("url", .string(url))) }
    if let note = source.note { entries.append(("note", note.json)) }
    return .object(entries)
  }

  func reading(_ reading: Reading) -> JSON {
    var entries: [(String, JSON)] =
      [("name", .string(reading.name))] + origin(reading.policy) + [("text", reading.text.json)]
    if let silent = Explanation.silence(of: reading, in: explanation.outcome.program) {
      entries.append(("silentIn", citation(silent)))
    }
    return .object(entries)
  }

  func remedy(_ remedy: Remedy, _ citations: [ResolvedCitation]) -> JSON {
    var entries: [(String, JSON)] = [
      ("name", .string(remedy.name)), ("label", remedy.label.json), ("to", remedy.to.json),
    ]
    if let within = remedy.within { entries.append(("within", within.wording.json)) }
    if let from = remedy.from { entries.append(("from", from.json)) }
    if !citations.isEmpty { entries.append(("cite", .array(citations.map(citation)))) }
    if let note = remedy.note { entries.append(("note", note.json)) }
    return .object(entries)
  }

  /// A fact to be asked for; a part of a fact, such as `founders[2].age`, by what people call it.
  func question(_ name: String) -> JSON {
    let outcome = explanation.outcome
    var entries: [(String, JSON)] = [
      ("fact", .string(name)), ("label", outcome.program.openLabel(of: name, given: outcome.facts).json),
    ]
    if let fact = outcome.program.fact(named: name) {
      if let question = fact.question { entries.append(("ask", question.json)) }
      if let evidence = fact.evidence { entries.append(("evidence", evidence.json)) }
      if let made = outcome.judgements[name], let lapse = fact.judgement?.lapse(of: made, on: outcome.day) {
        entries.append(("lapsed", lapse.json))
      }
    }
    return .object(entries)
  }
}
