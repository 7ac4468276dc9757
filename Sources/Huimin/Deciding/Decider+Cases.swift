import Diagnostics
import FEEL

extension Decider {
  /// The first case whose condition holds. While a condition before it is open, the value is what the cases still
  /// possible agree on.
  func decide(_ cases: [Case<Checked>], of decision: Decision<Checked>) -> Finding {
    var trials: [Trace.Trial] = []
    var open: [(condition: Unknown, value: Value)] = []
    var settled: Value?
    for (index, option) in cases.enumerated() {
      let holds = option.when.map(evaluate) ?? .boolean(true)
      trials.append(Trace.Trial(index: index, holds: holds))
      switch holds {
      case .boolean(false): continue
      case .unknown(let unknown): open.append((unknown, evaluate(option.then)))
      case .boolean(true): settled = evaluate(option.then)
      default:
        // A condition that is null says nothing about the applicant; its cause goes to whoever can mend it.
        settled = nullCondition(holds, at: option.when, of: decision)
      }
      if settled != nil { break }
    }
    let last = settled ?? noCase(of: decision)
    let value = open.reversed().reduce(last) { later, option in
      merge(option.value, later, dependingOn: option.condition)
    }
    return Finding(value, trace: .cases(trials))
  }

  /// An error in a case still possible is no answer; until the open facts are known nobody can tell whether it counts.
  func merge(_ a: Value, _ b: Value, dependingOn choice: Unknown) -> Value {
    Value.merge(a, b, dependingOn: choice)
  }

  func nullCondition(_ value: Value, at formula: CheckedFormula?, of decision: Decision<Checked>) -> Value {
    if case .null(.some) = value { return value }
    let text = formula?.written.text ?? ""
    return refusal(
      "null-condition", of: decision, en: "the condition `\(text)` is neither true nor false",
      zh: "条件 `\(text)` 既非真也非假")
  }

  private func noCase(of decision: Decision<Checked>) -> Value {
    refusal(
      "no-case", of: decision, en: "no case of `\(decision.name)` holds", zh: "`\(decision.name)` 没有一种情形成立",
      help: Wording(en: "add `otherwise`", zh: "补上 `otherwise`"))
  }
}
