import Diagnostics
import FEEL

/// Puts a policy together with those above it: the frame whose open terms it fills in, the policy that it amends.
struct Linker {
  /// One decision as it will be applied, and where it is written.
  struct Linked {
    var decision: Decision<AsWritten>
    /// The policy in which it stands.
    var origin: Policy
    /// The open terms that it fills in: one of each policy above that leaves it open.
    var fills: [OpenTerm] = []
  }

  /// A fact, with the ranges that every layer sets for it.
  struct LinkedFact {
    var fact: Fact
    var ranges: [Written]
    /// Whether only a module declares it, so that it is asked only where something uses it.
    var isOfModule = false
  }

  /// The policy and those above it, the highest first.
  let layers: [Policy]
  var decisions: [Linked] = []
  var facts: [LinkedFact] = []
  var parameters: [Parameter] = []
  var diagnostics: [Diagnostic] = []
  /// What each name stands for: a fact, a parameter or a decision.
  var owners: [String: Kind] = [:]

  enum Kind: String {
    case fact, parameter, decision

    var wording: Wording {
      switch self {
      case .fact: Wording(en: "a fact", zh: "事实")
      case .parameter: Wording(en: "a parameter", zh: "参数")
      case .decision: Wording(en: "a decision", zh: "判定")
      }
    }
  }

  /// The policy that was asked for.
  var policy: Policy { layers[layers.count - 1] }

  /// - Parameter above: the policies that it builds on, the nearest first.
  init(_ policy: Policy, above: [Policy]) {
    layers = above.reversed() + [policy]
    for layer in layers { add(layer) }
    for layer in layers { apply(layer.changes, by: layer) }
    for (position, layer) in layers.enumerated() { settle(layer.openTerms, of: layer, at: position) }
  }

  mutating func report(
    _ code: String, at location: Location, severity: Diagnostic.Severity = .error, en: String, zh: String,
    help: Wording? = nil
  ) {
    diagnostics.append(
      Diagnostic(code, severity: severity, location: location, message: Wording(en: en, zh: zh), help: help))
  }

  // MARK: Names

  private mutating func add(_ layer: Policy) {
    for fact in layer.facts {
      if let position = facts.firstIndex(where: { $0.fact.name == fact.name }) {
        redescribe(position, as: fact)
      } else {
        claim(fact.name, .fact, at: fact.location)
        facts.append(
          LinkedFact(
            fact: fact, ranges: fact.range.map { [$0] } ?? [], isOfModule: layer.isModule && layer.id != policy.id))
      }
    }
    for parameter in layer.parameters {
      claim(parameter.name, .parameter, at: parameter.location)
      parameters.append(parameter)
    }
    for decision in layer.decisions {
      claim(decision.name, .decision, at: decision.location)
      decisions.append(Linked(decision: decision, origin: layer))
    }
  }

  /// A lower policy may describe a fact better. It stays the same fact in its place, of the same type, and keeps to the
  /// ranges that higher policies set.
  private mutating func redescribe(_ position: Int, as fact: Fact) {
    if facts[position].fact.type.isOtherThan(fact.type) {
      report(
        "type-mismatch", at: fact.location, en: "a higher policy gives the fact `\(fact.name)` another type",
        zh: "上级政策中事实 `\(fact.name)` 的类型与此不同")
      return
    }
    facts[position].fact = fact
    facts[position].isOfModule = false
    if let range = fact.range { facts[position].ranges.append(range) }
  }

  /// One name, one thing: a fact, a parameter or a decision.
  private mutating func claim(_ name: String, _ kind: Kind, at location: Location) {
    if let earlier = owners[name] {
      report(
        "duplicate-name", at: location, en: "`\(name)` is already the name of \(earlier.wording[.en])",
        zh: "`\(name)` 已是\(earlier.wording[.zh])的名称",
        help: kind == .decision && earlier == .decision
          ? Wording(
            en: "to change a decision of a higher policy, write it under `‹changes›`", zh: "要修改上级政策的判定，写在 `‹changes›` 下"
          )
          : nil)
    } else if StandardNames.types.contains(where: { $0.name == name }) {
      report(
        "duplicate-name", at: location, en: "`\(name)` is a name that every policy has already",
        zh: "`\(name)` 是每个政策自带的名称")
    }
    owners[name] = kind
  }
}

extension FactType {
  /// Whether values of the one are no values of the other; what people call members does not matter.
  fileprivate func isOtherThan(_ other: FactType) -> Bool {
    switch (self, other) {
    case (.unreadable, _), (_, .unreadable): false
    case (.choice(let mine, _), .choice(let theirs, _)): mine != theirs
    default: self != other
    }
  }
}
