import FEEL

extension Decider {
  func decide(_ rule: Rule<Checked>, of decision: Decision<Checked>) -> Finding {
    let found = resolve(rule, .boolean(true), of: decision)
    return Finding(found.result ?? .null, trace: .rule(found))
  }

  /// More exceptions that are open at once than this are not gone through one by one.
  private static let mostOpen = 6

  /// What a rule comes to with its exceptions. While some are open, each way in which they may turn out is gone through.
  private func resolve(_ rule: Rule<Checked>, _ holds: Value, of decision: Decision<Checked>) -> RuleFinding {
    let exceptions = rule.exceptions.map { exception -> RuleFinding in
      let holds = exception.when.map { condition($0, of: decision) } ?? .boolean(true)
      if case .boolean(false) = holds { return RuleFinding(holds: holds, result: nil, exceptions: [], taken: nil) }
      return resolve(exception, holds, of: decision)
    }
    func found(_ result: Value, taken: RuleFinding.Taken?) -> RuleFinding {
      RuleFinding(holds: holds, result: result, exceptions: exceptions, taken: taken)
    }
    if let error = exceptions.first(where: { $0.holds.isNull }) { return found(error.holds, taken: nil) }
    let open = exceptions.indices.filter { exceptions[$0].holds.isUnknown }
    let certain = exceptions.indices.filter { !exceptions[$0].holds.isUnknown && exceptions[$0].result != nil }
    guard open.count <= Decider.mostOpen else {
      let unknown = Value.unknowns(in: open.map { exceptions[$0].holds })
      return found(unknown.map { .unknown($0.failing) } ?? .null, taken: nil)
    }
    var results: [Value] = []
    for choice in 0..<(1 << open.count) {
      let applying = (certain + open.enumerated().filter { choice >> $0.offset & 1 == 1 }.map(\.element)).sorted()
      let winners = applying.filter { a in
        !applying.contains { $0 != a && Rule.outranks($0, a, among: rule.exceptions) }
      }
      guard !winners.isEmpty else {
        results.append(evaluate(rule.value))
        if open.isEmpty { return found(results[0], taken: .itself) }
        continue
      }
      results.append(agreed(winners, rule, exceptions, of: decision))
      if open.isEmpty { return found(results[0], taken: .exceptions(winners)) }
    }
    let unknown = Value.unknowns(in: open.map { exceptions[$0].holds })
    let merged = results.dropFirst().reduce(results[0]) { sum, next in
      unknown.map { Value.merge(sum, next, dependingOn: $0) } ?? sum
    }
    return found(merged, taken: nil)
  }

  /// What exceptions come to that all apply and of which none outranks another: the same, or there is no answer.
  private func agreed(
    _ winners: [Int], _ rule: Rule<Checked>, _ exceptions: [RuleFinding], of decision: Decision<Checked>
  ) -> Value {
    let values = winners.compactMap { exceptions[$0].result }
    if let error = values.first(where: \.isNull) { return error }
    guard values.count > 1 else { return values.first ?? .null }
    if let unknown = Value.unknowns(in: values) { return .unknown(unknown.failing) }
    guard let other = values.indices.first(where: { !values[$0].equals(values[0]) }) else { return values[0] }
    let (a, b) = (rule.exceptions[winners[0]].name ?? "", rule.exceptions[winners[other]].name ?? "")
    return refusal(
      "exceptions-conflict", of: decision,
      en: "the exceptions `\(a)` and `\(b)` both apply, with different results",
      zh: "例外 `\(a)` 与 `\(b)` 同时适用，结果却不同",
      help: Wording(
        en: "say which one outranks the other: `‹over›: \(b)` in `\(a)`", zh: "写明哪一项优先：在 `\(a)` 中写 `‹over›: \(b)`"))
  }
}
