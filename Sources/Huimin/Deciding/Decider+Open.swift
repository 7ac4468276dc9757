import FEEL

/// What a decision comes to while it is open which of several things counts: the one place in which that is gathered.
extension Decider {
  /// Something that may turn out to count, with what it would give.
  struct Option {
    let condition: Unknown
    let value: Value
  }

  /// Options in their order, of which the first counts that turns out to hold; where none does, the last word.
  func first(of open: [Option], orElse last: Value) -> Value {
    open.reversed().reduce(last) { later, option in
      Value.merge(option.value, later, dependingOn: option.condition)
    }
  }

  /// Something that is among those of which the best counts.
  struct Candidate {
    /// True, or unknown.
    let holds: Value
    let value: Value

    /// Whether it is there whatever is still unknown.
    var isCertain: Bool { !holds.isUnknown }
  }

  /// The best of some candidates of which it is open whether they count or what they come to.
  ///
  /// - Parameter otherwise: what holds where none of them counts; nothing where that is an error.
  func openBest(of candidates: [Candidate], otherwise: Value?, _ wanted: Preference) -> Value {
    let mayBeNone = !candidates.contains(where: \.isCertain)
    let values = candidates.map(\.value) + (mayBeNone ? [otherwise ?? .null] : [])
    guard var unknown = Value.unknowns(in: candidates.map(\.holds) + values) else { return .null }
    if values.contains(where: \.isError) || mayBeNone && otherwise == nil { unknown = unknown.failing }
    let possible = values.map(\.possibleValues)
    if !possible.contains(where: { $0 == nil }) {
      return Value.one(of: reachable(candidates, possible.compactMap { $0 }, wanted), dependingOn: unknown)
    }
    let bounds = values.map(\.bounds)
    let floors = candidates.filter(\.isCertain).map(\.value.bounds)
    // The best is no worse than the worst that is certain can be, and no better than the best that is possible.
    let (near, far): (Value?, Value?) =
      switch wanted {
      case .highest:
        (
          mayBeNone ? end(bounds.map { $0?.lower }, .lowest) : end(floors.map { $0?.lower }.known, .highest),
          end(bounds.map { $0?.upper }, .highest)
        )
      case .lowest:
        (
          mayBeNone ? end(bounds.map { $0?.upper }, .highest) : end(floors.map { $0?.upper }.known, .lowest),
          end(bounds.map { $0?.lower }, .lowest)
        )
      }
    let ends = wanted == .highest ? Bounds(lower: near, upper: far) : Bounds(lower: far, upper: near)
    return .between(ends, dependingOn: unknown)
  }

  /// Of all the values that candidates may come to, those that are not worse than what is certain to be among them.
  private func reachable(_ candidates: [Candidate], _ possible: [[Value]], _ wanted: Preference) -> [Value] {
    let floors = zip(candidates, possible).compactMap { candidate, values -> Value? in
      guard candidate.isCertain, let first = values.first else { return nil }
      return values.dropFirst().reduce(first) { isBetter($0, $1, wanted) ? $1 : $0 }
    }
    return possible.flatMap { $0 }.filter { value in !floors.contains { isBetter($0, value, wanted) } }
  }

  /// The outermost of some ends; nothing where one of them is not known.
  private func end(_ ends: [Value?], _ wanted: Preference) -> Value? {
    guard !ends.contains(where: { $0 == nil }) else { return nil }
    let bounds = Bounds(around: ends.compactMap { $0 })
    return wanted == .highest ? bounds?.upper : bounds?.lower
  }

  func isBetter(_ a: Value, _ b: Value, _ wanted: Preference) -> Bool {
    if case .boolean(true) = run.compare(wanted == .highest ? .greater : .less, a, b) { true } else { false }
  }
}

extension [Value?] {
  /// Those that are known.
  fileprivate var known: [Value?] { filter { $0 != nil } }
}
