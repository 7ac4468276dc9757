import Diagnostics
import FEEL

/// Decisions that may be set aside.
extension Compiler {
  /// Only a single value can be decided otherwise: of several that belong together, each rests on the others.
  mutating func requireOverridable(_ type: FeelType, _ decision: Decision<AsWritten>) {
    if case .dated(let rules) = decision.form, let inner = rules.lazy.compactMap(\.decision.override).first {
      report(
        "bad-override", at: inner.location, en: "`‹override›` stands in a rule of `\(decision.name)` for some days",
        zh: "`‹override›` 写在了 `\(decision.name)` 某一时期的规定里",
        help: Wording(en: "write it beside `‹by date›`, for the decision as a whole", zh: "请写在 `‹by date›` 旁边，对整个判定有效"))
    }
    guard let override = decision.override, FactType(recording: type) == nil else { return }
    report(
      "bad-override", at: override.location,
      en: "`\(decision.name)` is no single value, so it cannot be decided otherwise",
      zh: "`\(decision.name)` 不是单个的值，不能另行决定",
      help: Wording(
        en: "let a decision of its own give the amount, and allow `‹override›` there",
        zh: "把要变动的数额单列为一项判定，在那里写 `‹override›`"))
  }
}

extension FactType {
  /// How a value of a type is written in a record, where it is a single one.
  init?(recording type: FeelType) {
    switch type {
    case .boolean: self = .boolean
    case .number(.yuan): self = .money
    case .number: self = .number(unit: nil)
    case .date: self = .date
    case .string: self = .text
    case .enumeration(let enumeration): self = .choice(enumeration.members, labels: enumeration.labels)
    default: return nil
    }
  }
}

extension CheckedDecision {
  /// How a value that takes the place of its own is written in a record.
  var recorded: FactType? {
    switch decision.type {
    case .list, .record, .unreadable: nil
    case let declared?: declared
    case nil: FactType(recording: type)
    }
  }
}
