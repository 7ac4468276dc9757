import FEEL

/// One column of what a batch writes.
package struct BatchColumn: Sendable {
  /// Its name in the output.
  package let name: String
  let content: Content

  enum Content: Sendable, Equatable {
    /// The number of the record's first line.
    case line
    case status
    /// The facts on which an undetermined outcome depends.
    case open
    /// The reasons as text.
    case reasons
    /// A field of the input, copied as it is.
    case field(slot: Int)
    case fact(String)
    /// A decision, or a member of one.
    case decision(String, member: String?)
  }

  /// The type of its values under one version of the policy.
  func type(in program: Program) -> FeelType {
    switch content {
    case .fact(let name): return program.fact(named: name)?.type.feelType(named: name) ?? .any
    case .decision(let name, let member):
      let type = program.decision(named: name)?.type ?? .any
      return member.map(type.fieldType) ?? type
    default: return .any
    }
  }

  /// What people call what is in it.
  func label(in programs: [Program]) -> Wording {
    switch content {
    case .fact(let name): programs.last?.label(of: name) ?? Wording(both: self.name)
    case .decision(let name, let member):
      member.map { member in
        let (whole, part) = (programs.last?.label(of: name), programs.last?.memberLabel(member, of: name))
        return Wording(
          en: "\(whole?[.en] ?? name), \(part?[.en] ?? member)", zh: "\(whole?[.zh] ?? name)，\(part?[.zh] ?? member)")
      } ?? programs.last?.label(of: name) ?? Wording(both: self.name)
    default: Wording(both: self.name)
    }
  }
}
