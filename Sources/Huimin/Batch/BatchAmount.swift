import FEEL

/// An amount of money that a batch writes: a decision, or a member of one.
package struct BatchAmount: Sendable {
  let decision: String
  let member: String?
  /// The place of the decision among those that are written.
  private let place: Int
  /// Whether the decision is written whole, and the member is to be looked up in it.
  private let isInside: Bool

  /// The amounts in some decisions, each with the member of it that is written.
  static func all(of decisions: [(name: String, member: String?)], _ programs: [Program]) -> [BatchAmount] {
    decisions.enumerated().flatMap { place, decision -> [BatchAmount] in
      let types = programs.map { program in
        let type = program.decision(named: decision.name)?.type ?? .any
        return decision.member.map(type.fieldType) ?? type
      }
      if types.contains(.number(.yuan)) {
        return [BatchAmount(decision: decision.name, member: decision.member, place: place, isInside: false)]
      }
      guard decision.member == nil else { return [] }
      let members = types.flatMap { type -> [String] in
        guard case .context(let fields) = type else { return [] }
        return fields.filter { $0.type == .number(.yuan) }.map(\.name)
      }
      return members.uniqued.map { BatchAmount(decision: decision.name, member: $0, place: place, isInside: true) }
    }
  }

  /// The amount among the values of a record, where it is settled.
  func number(in values: [Value?]) -> Decimal128? {
    var value = values[place]
    if isInside, case .context(let context)? = value, let member { value = context[member] }
    if case .number(let number)? = value { return number }
    return nil
  }
}
