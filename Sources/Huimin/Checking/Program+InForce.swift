import Diagnostics
import FEEL

extension Program {
  /// Whether this policy and each that it builds on is in force on a day.
  public func isInForce(on day: CalendarDate) -> Bool { layers.allSatisfy { $0.inForce.contains(day) } }

  /// Why nothing can be decided for a day: which of the policies is not in force on it.
  func notInForce(on day: CalendarDate) -> Diagnostic {
    let layer = layers.first { !$0.inForce.contains(day) } ?? policy
    let period = layer.inForce.wording
    return Diagnostic(
      "not-in-force",
      message: Wording(
        en: "`\(layer.id)` is not in force on \(day), but \(period[.en])",
        zh: "`\(layer.id)` 在 \(day) 无效，有效期为\(period[.zh])"),
      help: Wording(en: "give another day with `--on`", zh: "用 `--on` 指定另一日期"))
  }

  /// The policy and those that it builds on, the nearest first.
  var layers: [Policy] { [policy] + above }
}

extension [Policy] {
  /// The first day on which all are in force; none where none of them says.
  var firstDay: CalendarDate? { compactMap(\.inForce.first).max() }
}
