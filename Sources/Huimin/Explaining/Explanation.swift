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
  /// The criteria of which it is not known yet whether they stand in the way too.
  public let unsettled: [Reason]
  /// How the decision may be contested, with where that is laid down; nothing while there is none.
  public let remedies: [(remedy: Remedy, citations: [ResolvedCitation])]
  /// The decisions by criteria, the outermost of each, in the order of the reasons.
  let lists: [Reason]
  let decisive: Set<String>
  /// For each criterion that is not met the names by which people speak of it: its own, those of the groups that it
  /// belongs to, and those inside it that are not met either.
  let unmetNames: [Set<String>]

  public init(_ outcome: Outcome) {
    self.outcome = outcome
    var builder = ReasonBuilder(outcome)
    reasons = builder.reasons()
    var sources: [Source] = []
    var readings: [Reading] = []
    func add(_ source: Source) { if !sources.contains(where: { $0.isSame(as: source) }) { sources.append(source) } }
    Explanation.visit(reasons) { reason in
      for citation in reason.citations { add(citation.source) }
      for reading in reason.readings where !readings.contains(where: { $0.isSame(as: reading) }) {
        readings.append(reading)
      }
    }
    for reading in readings {
      if let silent = Explanation.silence(of: reading, in: outcome.program) { add(silent.source) }
    }
    let program = outcome.program
    remedies = outcome.status == .decided ? program.remedies.map { ($0, program.citations(of: $0)) } : []
    for citation in remedies.flatMap(\.citations) { add(citation.source) }
    self.sources = sources
    self.readings = readings
    let decisive = builder.decisive
    self.decisive = decisive
    lists = Explanation.lists(in: reasons).filter { decisive.contains($0.name ?? "") }
    let unmet = Explanation.criteria(standing: .unmet, in: reasons, of: decisive)
    self.unmet = unmet.map(\.reason)
    unmetNames = unmet.map { found in Set(found.above + Explanation.names(in: found.reason)) }
    unsettled = Explanation.criteria(standing: .unknown, in: reasons, of: decisive).map(\.reason)
  }

  /// Where the text is silent that a reading fills in.
  static func silence(of reading: Reading, in program: Program) -> ResolvedCitation? {
    let layers = program.layers.first { $0.id == reading.policy }.map(program.layers(nearest:)) ?? program.layers
    return reading.silentIn?.resolved(among: layers)
  }

  /// The number under which a citation's source is listed, from 1.
  public func number(of source: Source) -> Int { (sources.firstIndex { $0.isSame(as: source) } ?? 0) + 1 }

  /// The reason of a decision, wherever it is told.
  func reason(of decision: String) -> Reason? {
    func found(in reasons: [Reason]) -> Reason? {
      for reason in reasons {
        if reason.kind == .decision, reason.name == decision { return reason }
        if let inner = found(in: reason.because) { return inner }
      }
      return nil
    }
    return found(in: reasons)
  }

  /// The criteria of one list that stand so.
  func criteria(standing: Reason.Standing, in list: Reason) -> [Reason] {
    Explanation.criteria(standing: standing, in: [list], of: decisive).map(\.reason)
  }

  private static func visit(_ reasons: [Reason], _ body: (Reason) -> Void) {
    for reason in reasons {
      body(reason)
      visit(reason.because, body)
    }
  }

  private static func lists(in reasons: [Reason]) -> [Reason] {
    reasons.flatMap { reason -> [Reason] in
      reason.because.contains { $0.kind == .criterion } ? [reason] : lists(in: reason.because)
    }
  }

  /// The criteria that stand so, of those by which a group stands: of a group that needs all, each; a group that needs
  /// only some is told as one, with what is inside it. What is met or waived hides what is inside it.
  ///
  /// - Parameter decisive: the decisions that count; the criteria of others refuse nothing.
  private static func criteria(
    standing: Reason.Standing, in reasons: [Reason], of decisive: Set<String>, above: [String] = []
  ) -> [(reason: Reason, above: [String])] {
    reasons.flatMap { reason -> [(reason: Reason, above: [String])] in
      let itself = reason.standing == standing ? [(reason, above)] : []
      switch reason.kind {
      // What is not met in a rule that was set aside stands in nobody's way.
      case _ where reason.setAside != nil: return []
      case .decision where !decisive.contains(reason.name ?? ""): return []
      case .decision where reason.standing == .met: return []
      case .decision where reason.needed != nil: return itself
      case .criterion:
        guard reason.standing == .unmet || reason.standing == .unknown else { return [] }
        if reason.needed != nil { return itself }
        // What an exemption asks for is not what the criterion does.
        let inner = criteria(
          standing: standing, in: reason.because.filter { $0.kind != .rule }, of: decisive,
          above: above + [reason.name].compactMap { $0 })
        return !inner.isEmpty && reason.cure == nil ? inner : itself
      default: return criteria(standing: standing, in: reason.because, of: decisive, above: above)
      }
    }
  }

  /// The name of a criterion that is not met, and of those inside it that are not.
  private static func names(in reason: Reason) -> [String] {
    [reason.name].compactMap { $0 }
      + reason.because.filter { $0.kind == .criterion && $0.standing == .unmet }.flatMap(names)
  }
}

extension Outcome {
  /// Why it is so.
  public var explanation: Explanation { Explanation(self) }
}
