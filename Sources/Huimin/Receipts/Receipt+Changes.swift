import FEEL
import PolicySource

/// What would change the outcome, in a receipt.
extension Receipt {
  /// Something that is wanted and not had, with the ways to it.
  func wish(_ wish: Changes.Wish) -> JSON {
    var entries: [(String, JSON)] = [("decision", .string(wish.decision))]
    if let part = wish.part { entries.append(("part", .string(part))) }
    entries += [
      ("refused", .boolean(wish.isRefused)), ("ways", .array(wish.ways.map { way($0, of: wish) })),
      ("complete", .boolean(wish.isComplete)),
    ]
    return .object(entries)
  }

  private func way(_ way: Changes.Change, of wish: Changes.Wish) -> JSON {
    let program = explanation.outcome.program
    var entries: [(String, JSON)] = []
    if !way.facts.isEmpty {
      entries.append(
        (
          "facts",
          .array(
            way.facts.map {
              .object([("fact", .string($0.name)), ("from", $0.from.recordJSON), ("to", $0.to.recordJSON)])
            })
        ))
    }
    if let day = way.day { entries.append(("date", .string(day.description))) }
    let type = program.decision(named: wish.decision)?.type ?? .any
    entries += [
      ("waiting", .boolean(way.isByWaiting)), ("value", way.value.json(type)),
      ("text", way.condition(under: program).json),
    ]
    return .object(entries)
  }
}
