import FEEL

/// The facts on which decisions rest, whatever lies between, and of which their texts tell.
struct FactsBehind {
  private var facts: [String: Set<String>] = [:]
  private let order: [String]

  init(_ program: Program) {
    order = program.facts.map(\.name)
    for name in order { facts[name] = [name] }
    // Each decision stands after those that it depends on.
    for checked in program.decisions {
      // A text may name facts that have no part in the value.
      let told = checked.decision.templates.flatMap(\.names)
      facts[checked.decision.name] = (checked.dependsOn + told).reduce(into: []) { found, name in
        found.formUnion(facts[name] ?? [])
      }
    }
  }

  /// The facts behind any of some names, in the order of the policy.
  func of(_ names: [String]) -> [String] {
    let found = names.reduce(into: Set<String>()) { found, name in found.formUnion(facts[name] ?? []) }
    return found.isEmpty ? [] : order.filter(found.contains)
  }
}

extension CheckedTemplate {
  /// The names in the expressions of the text.
  var names: [String] {
    ((en ?? []) + (zh ?? [])).flatMap { piece -> [String] in
      if case .formula(let formula) = piece { formula.expression.names } else { [] }
    }
  }
}

extension UnaryTests {
  /// The names in the tests of a cell.
  var names: [String] { tests.flatMap(\.expression.names) }
}

extension Criterion where P == Checked {
  /// The names in what the criterion asks for, in its exemptions and in its texts.
  var names: [String] {
    let inside: [String] =
      switch body {
      case .require(let formula): formula.expression.names
      case .group(let group): group.criteria.flatMap(\.names)
      }
    let texts = [met, unmet, cure] + waivers.map(\.because)
    return inside + waivers.flatMap(\.when.expression.names) + texts.compactMap { $0 }.flatMap(\.names)
  }
}

extension Reason {
  /// The reason with the facts of what it belongs to, where it does not say itself on which it rests.
  func resting(on facts: [String]) -> Reason {
    var reason = self
    let own = restsOn ?? facts
    reason.restsOn = own
    // A decision within has been told whole.
    if kind != .decision { reason.because = because.map { $0.resting(on: own) } }
    return reason
  }
}
