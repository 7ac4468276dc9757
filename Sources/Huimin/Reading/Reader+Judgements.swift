import Diagnostics
import FEEL
import PolicySource

/// Facts that are judgements.
extension Reader {
  /// `judgement: { by: […], basis: …, valid for: P6M }`.
  mutating func judgement(_ node: Node?, of what: Wording) -> Judgement? {
    guard let node else { return nil }
    let entries = self.entries(node, of: what)
    refuseUnknown(entries, allowing: Key.judgementKeys, in: what)
    require([Key.by], in: entries, allowing: Key.judgementKeys, of: what, at: node.location)
    var entitled: [Judgement.Entitled] = []
    if let by = entries[Key.by] {
      if case .mapping = by.kind {
        entitled = self.entries(by, of: what).map { entry in
          Judgement.Entitled(name: entry.key, label: wording(entry.value, of: what) ?? Wording(both: entry.key))
        }
      } else {
        entitled = names(by, of: what).map { Judgement.Entitled(name: $0.name, label: Wording(both: $0.name)) }
      }
    }
    return Judgement(
      entitled: entitled, basis: citations(entries[Key.basis]),
      validity: entries[Key.validFor].flatMap { term($0, of: what) }, location: node.location)
  }
}
