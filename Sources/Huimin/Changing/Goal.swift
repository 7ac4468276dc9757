import FEEL

/// Another outcome that an applicant would rather have: a test of the value of one decision.
struct Goal: Sendable {
  /// The decision of which it is wanted.
  let decision: String
  let aim: Aim
  /// What the decision comes to now.
  let now: Value

  /// Whether a value is better than what there is now: unknown where it may be.
  func isReached(by value: Value, _ run: Run) -> Value { Self.better(value, than: now, aim, run) }

  /// Whether nothing better is possible, or the best is not what anybody asked about: a member that stands first, a yes.
  var isFulfilled: Bool { Self.isBest(now, aim) }

  private static func isBest(_ value: Value, _ aim: Aim) -> Bool {
    switch (aim, value) {
    case (.truth(let wanted), .boolean(let holds)): wanted == holds
    case (.members(let members), .string(let text)): members.first == text
    case (.part(let name, let inner), .context(let parts)): parts[name].map { isBest($0, inner) } ?? true
    case (.less, .number(let number)): number.isZero
    default: false
    }
  }

  private static func better(_ value: Value, than now: Value, _ aim: Aim, _ run: Run) -> Value {
    if value.isNull { return .boolean(false) }
    switch aim {
    case .truth(let wanted):
      if case .unknown = value { return value }
      return .boolean(value.equals(.boolean(wanted)))
    case .more: return run.compare(.greater, value, now)
    case .less: return run.compare(.less, value, now)
    case .members(let members):
      guard case .string(let text) = now else { return .boolean(false) }
      let wanted = members.prefix { $0 != text }
      return wanted.reduce(.boolean(false)) { Value.or($0, run.compare(.equal, value, .string($1))) }
    case .part(let name, let inner):
      guard case .context(let old) = now, let before = old[name] else { return .boolean(false) }
      if case .unknown = value { return value }
      guard case .context(let new) = value, let after = new[name] else { return .boolean(false) }
      return better(after, than: before, inner, run)
    }
  }
}

extension Program {
  /// What applicants want of the decisions that answer the question: what the author says, or else a yes rather than a no,
  /// more money rather than less, and of a split that who bears the rest bears less.
  func aims(of decision: String) -> [Aim] {
    guard let checked = self.decision(named: decision) else { return [] }
    if let wanted = checked.decision.wanted { return wanted.aims }
    if case .split(let split) = checked.decision.form {
      let rest = split.shares.first { if case .rest = $0.amount { true } else { false } }
      return rest.map { [.part($0.name, .less)] } ?? []
    }
    return switch checked.type {
    case .boolean: [.truth(true)]
    case .number(.yuan): [.more]
    default: []
    }
  }
}

extension Outcome {
  /// What an applicant would rather have than this outcome, in the order of the outcome.
  var goals: [Goal] {
    values.flatMap { entry -> [Goal] in
      guard entry.value.unknowns == nil, entry.value.causes.isEmpty else { return [] }
      return program.aims(of: entry.name)
        .map { Goal(decision: entry.name, aim: $0, now: entry.value) }.filter { !$0.isFulfilled }
    }
  }
}
