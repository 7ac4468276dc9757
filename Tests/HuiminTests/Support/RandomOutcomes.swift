import TestSupport

@testable import Huimin

/// What shipped policies decide for random records, whole ones and such as leave facts out.
enum RandomOutcomes {
  /// - Parameter count: how many; every second leaves facts out. Records that the policy's ranges refuse are no records.
  static func of(_ id: String, count: Int) -> [(outcome: Outcome, facts: Facts)] {
    ShippedPoliciesTests.library.programs.filter { $0.policy.id == id }.flatMap { program in
      guard let day = program.layers.compactMap(\.inForce.first).max() else { return [(Outcome, Facts)]() }
      var records = RandomRecords(program: program, random: SplitMix64(seed: RandomTesting.seed))
      let judgements = judgements(of: program, on: day)
      var found: [(Outcome, Facts)] = []
      for _ in 0..<(count * 40) where found.count < count {
        let record = records.record()
        let values = found.count % 2 == 0 ? record : records.part(of: record)
        guard let facts = try? Facts(values, judgements: judgements, for: program) else { continue }
        found.append((program.decide(facts, on: day), facts))
      }
      return found
    }
  }

  private static func judgements(of program: Program, on day: CalendarDate) -> [String: JudgementMade] {
    var made: [String: JudgementMade] = [:]
    for fact in program.facts {
      if let who = fact.judgement?.entitled.first { made[fact.name] = JudgementMade(by: who.name, on: day) }
    }
    return made
  }
}
