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
    var isOpen = false
    var value = settled
    for trial in trials where trial.isOpen && mayBeat(trial, chosen.flatMap { trials[$0].value }, best.wanted) {
      isOpen = true
      guard let candidate = trial.value, let unknown = Value.unknowns(in: [trial.holds, candidate]) else { continue }
      value = value.map { Value.merge(candidate, $0, dependingOn: unknown) } ?? .unknown(unknown.open)
    }
    let result = (isOpen ? possibleBest(of: trials, settled, best) : nil) ?? value ?? noCandidate(of: decision)
    return Finding(result, trace: .bestOf(BestFinding(trials: trials, chosen: isOpen ? nil : chosen)))
  }

  /// What the best may turn out to be, where of every candidate that is open the few possible values are known.
  ///
  /// - Parameter settled: the best that is certain, or else what holds where none applies.
  private func possibleBest(of trials: [BestFinding.Trial], _ settled: Value?, _ best: BestOf<Checked>) -> Value? {
    guard let unknown = Value.unknowns(in: trials.flatMap { [$0.holds, $0.value ?? .null] }), !unknown.mayFail
    else { return nil }
    let certain = chosen(trials, best.wanted).flatMap { trials[$0].value }
    // A candidate that applies in any case, whatever its value, keeps the rule from saying what holds where none does.
    let applies = trials.contains { if case .boolean(true) = $0.holds { true } else { false } }
    guard applies || settled != nil else { return nil }
    var possible = (certain ?? (applies ? nil : settled)).map { [$0] } ?? []
    guard possible.allSatisfy({ !$0.isUnknown && !$0.isNull }) else { return nil }
    // The least good that candidates come to which apply in any case: nothing less good is chosen.
    var floors: [Value] = []
    for trial in trials where trial.isOpen {
      guard let own = trial.value?.possibleValues else { return nil }
      possible += own.filter { value in certain.map { isBetter(value, $0, best.wanted) } ?? true }
      if case .boolean(true) = trial.holds, let first = own.first {
        floors.append(own.dropFirst().reduce(first) { isBetter($0, $1, best.wanted) ? $1 : $0 })
      }
    }
    possible.removeAll { value in floors.contains { isBetter($0, value, best.wanted) } }
    return Value.one(of: possible, dependingOn: unknown)
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
    return unknown.mayFail || unknown.possible?.contains { isBetter($0, best, wanted) } ?? true
  }

  private func isBetter(_ a: Value, _ b: Value, _ wanted: Preference) -> Bool {
    if case .boolean(true) = run.compare(wanted == .highest ? .greater : .less, a, b) { true } else { false }
  }

  private func noCandidate(of decision: Decision<Checked>) -> Value {
    refusal(
      "no-candidate", of: decision, en: "no candidate of `\(decision.name)` applies",
      zh: "`\(decision.name)` 没有一项适用")
  }
}
