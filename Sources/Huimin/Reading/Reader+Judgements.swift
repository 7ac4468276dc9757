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
    return Judgement(
      entitled: entries[Key.by].map { entitled($0, of: what) } ?? [], basis: citations(entries[Key.basis]),
      validity: entries[Key.validFor].flatMap { term($0, of: what) }, location: node.location)
  }
}
