import Diagnostics
import FEEL

extension Decider {
  /// The first case whose condition holds. While a condition before it is open, the value is what the cases still
  /// possible agree on.
  func decide(_ cases: [Case<Checked>], of decision: Decision<Checked>) -> Finding {
    var trials: [Trace.Trial] = []
    var open: [Option] = []
    var settled: Value?
    for (index, option) in cases.enumerated() {
      let holds = option.when.map { condition($0, of: decision) } ?? .boolean(true)
      trials.append(Trace.Trial(index: index, holds: holds))
      switch holds {
      case .boolean(false): continue
      case .unknown(let unknown): open.append(Option(condition: unknown, value: evaluate(option.then)))
      case .boolean(true): settled = evaluate(option.then)
      default:
        // A condition that is null says nothing about the applicant; its cause goes to whoever can mend it.
        settled = holds
      }
      if settled != nil { break }
    }
    return Finding(first(of: open, orElse: settled ?? noCase(of: decision)), trace: .cases(trials))
  }

  private func noCase(of decision: Decision<Checked>) -> Value {
    refusal(
      "no-case", of: decision, en: "no case of `\(decision.name)` holds", zh: "`\(decision.name)` 没有一种情形成立",
      help: Wording(en: "add `‹otherwise›`", zh: "补上 `‹otherwise›`"))
  }
}
