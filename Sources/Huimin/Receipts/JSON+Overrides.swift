import FEEL
import PolicySource

extension OverrideMade {
  /// Who decided otherwise, when, until when and on what basis.
  var grounds: [(String, JSON)] {
    var entries: [(String, JSON)] = [("by", .string(by)), ("on", .string(on.description))]
    if let until { entries.append(("until", .string(until.description))) }
    if let basis { entries.append(("basis", .string(basis))) }
    return entries
  }
}

extension [String: OverrideMade] {
  /// What was decided otherwise, as a record gives it, in the order of the policy's decisions.
  func json(in program: Program) -> JSON {
    .object(
      program.decisions.compactMap { checked in
        self[checked.decision.name].map {
          (checked.decision.name, .object([("value", $0.value.recordJSON)] + $0.grounds))
        }
      })
  }
}
