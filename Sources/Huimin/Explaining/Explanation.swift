import FEEL

/// Why an outcome is what it is: the tree of reasons, with what they rest on gathered for reading.
public struct Explanation: Sendable {
  public let outcome: Outcome
  /// The reasons of each decision of the outcome, in the policy's order.
  public let reasons: [Reason]
  /// The instruments cited, in the order in which they are met in the reasons; each once.
  public let sources: [Source]
  /// The readings that were used, each once.
  public let readings: [Reading]
  /// The criteria that stand in the way, the innermost of each; every one of them, not the first alone.
  public let unmet: [Reason]

  public init(_ outcome: Outcome) {
    self.outcome = outcome
    var builder = ReasonBuilder(outcome)
    reasons = builder.reasons()
    var sources: [Source] = []
    var readings: [Reading] = []
    Explanation.visit(reasons) { reason in
      for citation in reason.citations where !sources.contains(where: { $0.name == citation.source.name }) {
        sources.append(citation.source)
      }
      for reading in reason.readings where !readings.contains(where: { $0.name == reading.name }) {
        readings.append(reading)
      }
    }
    for source in readings.compactMap({ reading in
      reading.silentIn.flatMap { outcome.program.source(named: $0.source, nearest: outcome.program.policy) }
    }) where !sources.contains(where: { $0.name == source.name }) {
      sources.append(source)
    }
    self.sources = sources
    self.readings = readings
    unmet = Explanation.unmetCriteria(in: reasons)
  }

  /// The number under which a citation's source is listed, from 1.
  public func number(of source: Source) -> Int { (sources.firstIndex { $0.name == source.name } ?? 0) + 1 }

  private static func visit(_ reasons: [Reason], _ body: (Reason) -> Void) {
    for reason in reasons {
      body(reason)
      visit(reason.because, body)
    }
  }

  /// Of a criterion made of others, those of the others that are unmet; under `any` all of them are, and each would do.
  private static func unmetCriteria(in reasons: [Reason]) -> [Reason] {
    reasons.flatMap { reason -> [Reason] in
      guard reason.kind == .criterion else { return unmetCriteria(in: reason.because) }
      guard reason.standing == .unmet else { return [] }
      let inner = unmetCriteria(in: reason.because)
      return inner.isEmpty || reason.cure != nil ? [reason] : inner
    }
  }
}

extension Outcome {
  /// Why it is so.
  public var explanation: Explanation { Explanation(self) }
}
