import Diagnostics
import FEEL

extension Compiler {
  mutating func check(_ best: BestOf<AsWritten>, of decision: Decision<AsWritten>, expecting expected: FeelType?)
    -> (Form<Checked>, FeelType)?
  {
    var type = best.candidates.isEmpty ? FeelType.any : .null
    var checked: [BestOf<Checked>.Candidate] = []
    for candidate in best.candidates {
      let when = candidate.when.flatMap { condition($0) }
      guard let value = output(candidate.value, expecting: expected, joining: &type),
        candidate.when == nil || when != nil
      else { continue }
      checked.append(
        BestOf.Candidate(
          name: candidate.name, label: candidate.label, when: when, value: value,
          because: formulas.template(candidate.because, in: scope), citations: candidate.citations,
          readings: candidate.readings, location: candidate.location))
    }
    let otherwise = best.otherwise.flatMap { output($0, expecting: expected, joining: &type) }
    guard checked.count == best.candidates.count, (otherwise == nil) == (best.otherwise == nil) else { return nil }
    requireOrdered(type, decision)
    return (.bestOf(BestOf(wanted: best.wanted, candidates: checked, otherwise: otherwise)), type)
  }

  private mutating func requireOrdered(_ type: FeelType, _ decision: Decision<AsWritten>) {
    switch type {
    case .number, .date, .time, .dateTime, .monthsDuration, .daysDuration, .any, .null: return
    default:
      report(
        "not-ordered", at: decision.location,
        en: "`\(decision.name)` chooses among values of which none is higher: \(type.wording[.en])",
        zh: "`\(decision.name)` 的各项是\(type.wording[.zh])，没有高低之分",
        help: Wording(en: "choose among numbers or dates; otherwise write `‹cases›`", zh: "只能比较数或日期；否则用 `‹cases›`"))
    }
  }
}
