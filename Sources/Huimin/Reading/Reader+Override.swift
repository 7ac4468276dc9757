import Diagnostics
import PolicySource

/// Decisions that somebody may set aside.
extension Reader {
  /// `override: { decided by: [director], cite: notice 9, valid for: P6M }`.
  mutating func override(_ node: Node?, of what: Wording) -> Override? {
    guard let node else { return nil }
    let entries = self.entries(node, of: what)
    refuseUnknown(entries, allowing: Key.overrideKeys, in: what)
    require([Key.decidedBy], in: entries, allowing: Key.overrideKeys, of: what, at: node.location)
    return Override(
      entitled: entries[Key.decidedBy].map { entitled($0, of: what) } ?? [], citations: citations(entries[Key.cite]),
      validity: entries[Key.validFor].flatMap { term($0, of: what) }, note: wording(entries[Key.note], of: what),
      location: node.location)
  }

  /// Persons and bodies: a list of names, or names with what people call them.
  mutating func entitled(_ node: Node, of what: Wording) -> [Judgement.Entitled] {
    guard case .mapping = node.kind else {
      return names(node, of: what).map { Judgement.Entitled(name: $0.name, label: Wording(both: $0.name)) }
    }
    return entries(node, of: what).map { entry in
      Judgement.Entitled(name: entry.key, label: wording(entry.value, of: what) ?? Wording(both: entry.key))
    }
  }
}
