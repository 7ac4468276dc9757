import Diagnostics
import PolicySource

/// What applicants can change, and what they want.
extension Reader {
  /// `can change: up`.
  mutating func changeability(_ node: Node?) -> Changeability? {
    choice(node, of: Wording(en: "way to change", zh: "改变方式"), as: Changeability.self)
  }

  /// `wanted: more`, `wanted: [full, reduced]`, `wanted: { family: less }`.
  mutating func aim(_ node: Node?, of what: Wording) -> WrittenAim? {
    guard let node else { return nil }
    guard case .mapping = node.kind else {
      return single(node, of: what).map { WrittenAim(aims: [$0], location: node.location) }
    }
    let aims = entries(node, of: what).compactMap { entry in
      single(entry.value, of: what).map { Aim.part(entry.key, $0) }
    }
    return WrittenAim(aims: aims, location: node.location)
  }

  private mutating func single(_ node: Node, of what: Wording) -> Aim? {
    if case .sequence(let items) = node.kind { return .members(items.compactMap { text($0, of: what) }) }
    if case .scalar(let scalar) = node.kind, let truth = scalar.boolean { return .truth(truth) }
    guard let text = text(node, of: what) else { return nil }
    return text == "more" ? .more : text == "less" ? .less : .members([text])
  }
}
