import FEEL

extension Outcome {
  /// The same outcome with what is not settled told more narrowly: each value is worked out anew for every piece of what the
  /// facts not given may be, and lies within what comes of them together. Where all of them come to the same, it is settled.
  ///
  /// - Parameter most: how often may be decided for that.
  public func narrowed(decidingAtMost most: Int = 200) -> Outcome {
    guard status == .undetermined else { return self }
    let known = record
    let decisions = program.decisions(behind: program.outcome)
    var left = most
    func decided(_ assumed: [String: Value]) -> [Value] {
      left -= 1
      var decider = Decider(program, facts: known, on: day, assuming: assumed)
      decider.decide(decisions)
      return program.outcome.map { decider.findings[$0]?.value ?? .null }
    }
    var boxes = [(assumed: [String: Value](), values: values.map(\.value))]
    for (fact, pieces) in partedFacts {
      let open = boxes.filter { $0.values.contains { $0.unknowns != nil } }
      guard open.count * pieces.values.count <= left else { continue }
      boxes = boxes.flatMap { box -> [(assumed: [String: Value], values: [Value])] in
        guard box.values.contains(where: { $0.unknowns?.facts.contains(fact.name) ?? false }) else { return [box] }
        return pieces.values.map { piece in
          let assumed = box.assumed.merging([fact.name: piece]) { $1 }
          return (assumed, decided(assumed))
        }
      }
    }
    let narrowed = zip(program.outcome, values.indices).map { name, place in
      (name: name, value: Value.joined(boxes.map { $0.values[place] }, insteadOf: values[place].value))
    }
    return replacingValues(narrowed)
  }

  /// The open facts that can be parted, those in the fewest pieces first.
  private var partedFacts: [(fact: Fact, pieces: Pieces)] {
    let constants = ComparedConstants(program, on: day)
    return openFacts.compactMap { name -> (fact: Fact, pieces: Pieces)? in
      guard let fact = program.fact(named: name), let open = program.openFacts[name],
        let pieces = Pieces(of: fact, open, comparedWith: constants.byFact[name] ?? [], on: day)
      else { return nil }
      return (fact, pieces)
    }.enumerated().sorted {
      ($0.element.pieces.values.count, $0.offset) < ($1.element.pieces.values.count, $1.offset)
    }.map(\.element)
  }
}

extension Value {
  /// What several values may be together, in the place of one that says less.
  fileprivate static func joined(_ values: [Value], insteadOf whole: Value) -> Value {
    guard let unknown = whole.unknowns, let first = values.first else { return whole }
    if case .context(let parts) = whole {
      let contexts = values.map { if case .context(let parts) = $0 { parts } else { nil } as Context? }
      guard !contexts.contains(where: { $0 == nil }) else { return whole }
      return .context(
        Context(
          parts.entries.map { entry in
            (entry.name, joined(contexts.map { $0?[entry.name] ?? .null }, insteadOf: entry.value))
          }))
    }
    return values.dropFirst().reduce(first) { Value.merge($0, $1, dependingOn: unknown.unfailing) }
  }
}
