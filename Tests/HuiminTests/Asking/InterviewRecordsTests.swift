import TestSupport
import Testing

@testable import Huimin

/// Interviews with applicants of whom everything is known, under every shipped policy.
@Suite("Interviews under the shipped policies", .serialized)
struct InterviewRecordsTests {
  static let programs = ShippedPoliciesTests.library.programs
  private static let day = CalendarDate(year: 2026, month: 3, day: 10)!

  @Test("truthful answers settle what the whole record decides, with at most 60 % of the facts asked on average")
  func settle() throws {
    var shares: [Double] = []
    for program in Self.programs where program.isInForce(on: Self.day) {
      var records = RandomRecords(program: program, random: SplitMix64(seed: RandomTesting.seed))
      var asked = 0
      var lines = 0
      var count = 0
      let clock = ContinuousClock()
      var longest = Duration.zero
      for _ in 0..<RandomTesting.cases(default: 12) {
        let record = records.record()
        let answers = TruthfulAnswers(record: record, day: Self.day)
        let judgements = Dictionary(
          uniqueKeysWithValues: program.facts.compactMap { fact in
            fact.judgement.map { (fact.name, JudgementMade(by: $0.entitled.first?.name ?? "clerk", on: Self.day)) }
          })
        guard let whole = try? Facts(record, judgements: judgements, for: program) else { continue }
        let final = program.decide(whole, on: Self.day)
        var interview = Interview(program, on: Self.day)
        var seen: Set<String> = []
        while let question = interview.next {
          #expect(seen.insert("\(question.name) \(question.kind)").inserted, "\(question.name) is asked twice")
          let before = question.left
          let start = clock.now
          try interview.answer(answers.answer(to: question))
          longest = max(longest, clock.now - start)
          lines += 1
          if let next = interview.next, !question.leavesLists, !next.leavesLists, question.kind != .count,
            question.name.contains("[") == false
          {
            #expect(
              next.left < before, "\(program.policy.id): \(question.name) left \(before), \(next.name) \(next.left)")
          }
          try #require(lines < 100_000)
        }
        #expect(interview.outcome.status == final.status, "\(program.policy.id): \(record)")
        for (name, value) in interview.outcome.values where !value.isNull {
          #expect(
            final[name]?.equals(value) == true, "\(program.policy.id): \(name), seed \(RandomTesting.seed): \(record)")
        }
        asked +=
          Set(
            seen.map { key in
              program.facts.first {
                key.hasPrefix($0.name + " ") || key.hasPrefix($0.name + "[") || key.hasPrefix($0.name + ".")
              }?.name ?? key
            }
          ).count
        count += 1
      }
      let share = Double(asked) / Double(max(1, count * program.facts.count))
      shares.append(share)
      print(
        "\(program.policy.id): \(asked) of \(count * program.facts.count) facts asked, \(Int(share * 100)) %, \(lines) answers of \(count), longest \(longest)"
      )
    }
    let mean = shares.reduce(0, +) / Double(max(1, shares.count))
    print("asked on average \(Int(mean * 1000)) of 1000 facts, seed \(RandomTesting.seed)")
    #expect(mean <= 0.6)
  }
}
