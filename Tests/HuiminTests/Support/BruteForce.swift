import FEEL

@testable import Huimin

/// Looks for what would change an outcome by trying one record after another, knowing nothing of how the search goes.
struct BruteForce {
  let outcome: Outcome
  let wish: Changes.Wish
  let aim: Aim
  /// Numbers that stand in the policy, near which something may change.
  let constants: [Decimal128]

  var program: Program { outcome.program }
  var given: [String: Value] { Dictionary(outcome.facts.map { ($0.name, $0.value) }, uniquingKeysWith: { $1 }) }

  /// What the decision that is wanted comes to with some facts changed, or on another day; nothing where the record is
  /// refused, or the value not settled.
  func value(changing changes: [String: Value], on day: CalendarDate? = nil) -> Value? {
    let values = given.merging(changes) { $1 }
    guard let facts = try? Facts(values, judgements: outcome.judgements, overrides: outcome.overrides, for: program),
      let value = program.decide(facts, on: day ?? outcome.day)[wish.decision], value.unknowns == nil,
      value.causes.isEmpty
    else { return nil }
    return value
  }

  func isReached(changing changes: [String: Value], on day: CalendarDate? = nil) -> Bool {
    value(changing: changes, on: day).map(isBetter) ?? false
  }

  func isBetter(_ value: Value) -> Bool { Self.isBetter(value, than: wish.now, aim) }

  private static func isBetter(_ value: Value, than now: Value, _ aim: Aim) -> Bool {
    switch (aim, value, now) {
    case (.truth(let wanted), .boolean(let holds), .boolean(let held)): holds == wanted && held != wanted
    case (.more, .number(let new), .number(let old)): old < new
    case (.less, .number(let new), .number(let old)): new < old
    case (.members(let members), .string(let new), .string(let old)):
      members.firstIndex(of: new).map { $0 < members.firstIndex(of: old) ?? members.count } ?? false
    case (.part(let name, let inner), .context(let new), .context(let old)):
      if let new = new[name], let old = old[name] { isBetter(new, than: old, inner) } else { false }
    default: false
    }
  }

  // MARK: What a fact could be

  /// Other values of a fact in the direction in which it can be changed, nearest first.
  func candidates(for fact: Fact, isCoarse: Bool = false) -> [Value] {
    guard let way = fact.changeability, let now = given[fact.name] else { return [] }
    switch (fact.type, now) {
    case (.boolean, .boolean(let holds)):
      return way == .freely || way == (holds ? .down : .up) ? [.boolean(!holds)] : []
    case (.choice(let members, _), .string(let text)):
      return way == .freely ? members.filter { $0 != text }.map { .string($0) } : []
    case (.years, .number(let number)):
      let farthest = way == .overTime ? Axis.mostYears : 60
      return numbers(near: number, way, (-3...farthest).map { Decimal128($0) }, coarse: [])
    case (.integer, .number(let number)):
      let steps = (isCoarse ? [1, 5, 20, 40, 100] : Array(-3...60)).map { Decimal128($0) }
      return numbers(near: number, way, steps, coarse: constants.filter(\.isInteger))
    case (.money, .number(let number)), (.number, .number(let number)):
      let fen = Decimal128("0.01") ?? 0
      let near = constants.flatMap { [$0.subtracting(fen), $0, $0.adding(fen)] }.compactMap(\.self)
      let far = (isCoarse ? [1, 30, 1_000] : [1, 2, 5, 10, 100, 1_000, 10_000, 1_000_000]).map { Decimal128($0) }
      return numbers(near: number, way, isCoarse ? far : [fen] + far + far.map { number.negated($0) }, coarse: near)
    default: return []
    }
  }

  private func numbers(near now: Decimal128, _ way: Changeability, _ steps: [Decimal128], coarse: [Decimal128])
    -> [Value]
  {
    let all = (steps.compactMap { now.adding($0) } + coarse).filter {
      switch way {
      case .freely: $0 != now
      case .down: $0 < now && !$0.isNegative
      case .up, .overTime: now < $0
      }
    }
    return Set(all).sorted { distance($0, now) < distance($1, now) }.map { .number($0) }
  }

  func distance(_ a: Decimal128, _ b: Decimal128) -> Decimal128 { a.subtracting(b)?.magnitude ?? 0 }
}

extension Decimal128 {
  fileprivate func negated(_ other: Decimal128) -> Decimal128 { Decimal128(0).subtracting(other) ?? 0 }
}
