import Diagnostics

/// What is cited must be declared; what is declared should be used.
extension Compiler {
  mutating func checkReferences() {
    for linked in linker.decisions {
      let layers = [linked.origin, policy] + above
      let readings = layers.flatMap { $0.readings.map(\.name) }
      requireSources(linked.decision.allCitations, in: layers)
      for reading in linked.decision.allReadings where !readings.contains(reading.name) {
        report(
          "unknown-reading", at: reading.location, en: "unknown reading `\(reading.name)`",
          zh: "未知的解读 `\(reading.name)`",
          help: Suggestion.didYouMean(reading.name, among: readings)
            ?? Wording(en: "declare it under `‹readings›`", zh: "在 `‹readings›` 下写明"))
      }
    }
    let layers = [policy] + above
    for parameter in policy.parameters {
      requireSources(parameter.citations + parameter.values.flatMap(\.citations), in: layers)
    }
    requireSources(policy.openTerms.flatMap(\.citations), in: layers)
    requireSources(policy.comparison.citations, in: layers)
    requireSources(policy.calendar?.years.values.flatMap(\.citations) ?? [], in: layers)
    requireSources(policy.facts.flatMap { $0.judgement?.basis ?? [] }, in: layers)
    requireSources(policy.readings.compactMap(\.silentIn), in: layers)
    requireSources(policy.remedies.flatMap(\.citations), in: layers)
  }

  private mutating func requireSources(_ citations: [Citation], in layers: [Policy]) {
    let sources = layers.flatMap { $0.sources.map(\.name) }
    for citation in citations where citation.resolved(among: layers) == nil {
      // The name is the first word, unless the author's own sources have names of several.
      let name = citation.text.split(separator: " ").first.map(String.init) ?? citation.text
      report(
        "unknown-source", at: citation.location, en: "unknown source `\(name)`", zh: "未知的依据 `\(name)`",
        help: Suggestion.didYouMean(name, among: sources)
          ?? Wording(en: "declare it under `‹sources›`", zh: "在 `‹sources›` 下写明"))
    }
  }

  /// Only of a policy without errors: where an expression could not be read, nobody knows what it uses.
  mutating func warnOfUnused(_ checked: [CheckedDecision]) {
    read(asIn: policy)
    let inRanges = linker.facts.flatMap(\.ranges) + linker.decisions.flatMap { $0.fills.compactMap(\.range) }
    let used = Set(
      checked.flatMap(\.dependsOn) + inRanges.flatMap { formulas.names(inCell: $0) }
        + linker.decisions.flatMap { $0.decision.templates.flatMap(\.expressions).flatMap { formulas.names(in: $0) } })
    for fact in policy.facts where !used.contains(fact.name) {
      report(
        "unused-fact", at: fact.location, severity: .warning, en: "no decision uses the fact `\(fact.name)`",
        zh: "没有判定用到事实 `\(fact.name)`")
    }
    for parameter in policy.parameters where !used.contains(parameter.name) {
      report(
        "unused-parameter", at: parameter.location, severity: .warning,
        en: "no decision uses the parameter `\(parameter.name)`", zh: "没有判定用到参数 `\(parameter.name)`")
    }
    let read = Set(linker.decisions.flatMap { $0.decision.allReadings.map(\.name) })
    for reading in policy.readings where !read.contains(reading.name) {
      report(
        "unused-reading", at: reading.location, severity: .warning,
        en: "no decision uses the reading `\(reading.name)`",
        zh: "没有判定用到解读 `\(reading.name)`",
        help: Wording(en: "name it under `‹reading›:` of the decision that rests on it", zh: "在依此作出的判定下写 `‹reading›:`"))
    }
  }
}
