import FEEL

/// What a policy takes over from modules: only what it uses, itself or by way of other parts of them.
extension Compiler {
  mutating func leaveOutUnused() {
    let modules = above.filter(\.isModule)
    guard !modules.isEmpty else { return }
    let isOfModule = { (linked: Linker.Linked) in modules.contains { $0.id == linked.origin.id } }
    var uses: [String: [String]] = [:]
    for linked in linker.decisions {
      read(asIn: linked.origin)
      uses[linked.decision.name, default: []] += names(usedBy: linked.decision) + names(toldBy: linked)
    }
    var used: Set<String> = []
    var left = linker.decisions.filter { !isOfModule($0) }.map(\.decision.name)
    left += linker.facts.filter { !$0.isOfModule }.flatMap(\.ranges).flatMap { formulas.names(inCell: $0) }
    while let name = left.popLast() {
      guard used.insert(name).inserted else { continue }
      left += uses[name] ?? []
      left += linker.facts.filter { $0.fact.name == name }.flatMap(\.ranges).flatMap { formulas.names(inCell: $0) }
    }
    linker.decisions.removeAll { isOfModule($0) && !used.contains($0.decision.name) }
    linker.facts.removeAll { $0.isOfModule && !used.contains($0.fact.name) }
    let ofModules = Set(modules.flatMap { $0.parameters.map(\.name) })
    linker.parameters.removeAll { ofModules.contains($0.name) && !used.contains($0.name) }
  }

  /// The names in what a decision says of itself, and in the bounds that it keeps to.
  private func names(toldBy linked: Linker.Linked) -> [String] {
    linked.decision.templates.flatMap(\.expressions).flatMap { formulas.names(in: $0) }
      + linked.fills.compactMap(\.range).flatMap { formulas.names(inCell: $0) }
  }
}
