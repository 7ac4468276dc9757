import FEEL

extension Decider {
  /// The best candidate that applies; of equals the first. While something is open, the value is settled only where
  /// nothing that is open could be better.
  func decide(_ best: BestOf<Checked>, of decision: Decision<Checked>) -> Finding {
    let trials = best.candidates.map { candidate -> BestFinding.Trial in
      let holds = candidate.when.map { condition($0, of: decision) } ?? .boolean(true)
      if case .boolean(false) = holds { return BestFinding.Trial(holds: holds, value: nil) }
      return BestFinding.Trial(holds: holds, value: evaluate(candidate.value))
    }
    for trial in trials {
      if trial.holds.isNull { return Finding(trial.holds, trace: .bestOf(BestFinding(trials: trials, chosen: nil))) }
      if case .boolean(true) = trial.holds, let value = trial.value, value.isNull {
        return Finding(value, trace: .bestOf(BestFinding(trials: trials, chosen: nil)))
      }
    }
    let chosen = self.chosen(trials, best.wanted)
    let settled = chosen.flatMap { trials[$0].value } ?? best.otherwise.map { evaluate($0) }
    let certain = chosen.flatMap { trials[$0].value }
    let isOpen = trials.contains { $0.isOpen && mayBeat($0, certain, best.wanted) }
    guard isOpen else {
      return Finding(
        settled ?? noCandidate(of: decision), trace: .bestOf(BestFinding(trials: trials, chosen: chosen)))
    }
    let candidates = trials.compactMap { trial in trial.value.map { Candidate(holds: trial.holds, value: $0) } }
    return Finding(
      openBest(of: candidates, otherwise: settled, best.wanted),
      trace: .bestOf(BestFinding(trials: trials, chosen: nil)))
  }

  /// The position of the best of those that certainly apply.
  private func chosen(_ trials: [BestFinding.Trial], _ wanted: Preference) -> Int? {
    var chosen: Int?
    for (position, trial) in trials.enumerated() where !trial.isOpen {
      guard let value = trial.value else { continue }
      if let best = chosen.flatMap({ trials[$0].value }), !isBetter(value, best, wanted) { continue }
      chosen = position
    }
    return chosen
  }

  /// Whether a candidate of which something is open may turn out better than the best that is certain, or an error.
  private func mayBeat(_ trial: BestFinding.Trial, _ best: Value?, _ wanted: Preference) -> Bool {
    guard let best, let value = trial.value, trial.holds.unknowns?.mayFail != true else { return true }
    guard case .unknown(let unknown) = value else { return value.isNull || isBetter(value, best, wanted) }
    if unknown.mayFail { return true }
    let end = wanted == .highest ? unknown.bounds?.upper : unknown.bounds?.lower
    return end.map { isBetter($0, best, wanted) } ?? true
  }

  private func noCandidate(of decision: Decision<Checked>) -> Value {
    refusal(
      "no-candidate", of: decision, en: "no candidate of `\(decision.name)` applies",
      zh: "`\(decision.name)` 没有一项适用")
  }
}
