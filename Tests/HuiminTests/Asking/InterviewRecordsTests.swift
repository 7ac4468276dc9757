import TestSupport
import Testing

@testable import Huimin

/// Interviews with applicants of whom everything is known, under every shipped policy.
@Suite("Interviews under the shipped policies")
struct InterviewRecordsTests {
  static let programs = ShippedPoliciesTests.library.programs
  private static let day = CalendarDate(year: 2026, month: 3, day: 10)!

  /// Random whole records that a policy takes, with their facts.
  private static func records(of program: Program, _ count: Int) -> [(record: [String: Value], facts: Facts)] {
    var records = RandomRecords(program: program, random: SplitMix64(seed: RandomTesting.seed))
    var judgements: [String: JudgementMade] = [:]
    for fact in program.facts {
      guard let judgement = fact.judgement else { continue }
      judgements[fact.name] = JudgementMade(by: judgement.entitled.first?.name ?? "clerk", on: day)
    }
    var found: [(record: [String: Value], facts: Facts)] = []
    // Most random records of some policies are out of the ranges of their facts.
    for _ in 0..<count * 300 where found.count < count {
      let record = records.record()
      if let facts = try? Facts(record, judgements: judgements, for: program) { found.append((record, facts)) }
    }
    return found
  }

  @Test("truthful answers settle what the whole record decides, with at most 60 % of the facts asked on average")
  func settle() throws {
    var shares: [Double] = []
    for program in Self.programs where program.isInForce(on: Self.day) {
      let records = Self.records(of: program, RandomTesting.cases(default: 5))
      #expect(!records.isEmpty, "\(program.policy.id)")
      var asked = 0
      var lines = 0
      for (record, facts) in records {
        let final = program.decide(facts, on: Self.day)
        let course = try course(program, TruthfulAnswers(record: record, day: Self.day))
        asked += Set(course.asked.map(\.fact.name)).count
        lines += course.asked.count
        #expect(course.interview.outcome.status == final.status, "\(program.policy.id): \(record)")
        for (name, value) in course.interview.outcome.values where !value.isNull {
          #expect(
            final[name]?.equals(value) == true, "\(program.policy.id): \(name), seed \(RandomTesting.seed): \(record)")
        }
      }
      let count = records.count * program.facts.count
      guard count > 0 else { continue }
      shares.append(Double(asked) / Double(count))
      print("\(program.policy.id): \(asked) of \(count) facts asked, \(lines) answers of \(records.count) applicants")
    }
    let mean = shares.reduce(0, +) / Double(max(1, shares.count))
    print("asked on average \(Int(mean * 100)) % of the facts, seed \(RandomTesting.seed)")
    #expect(mean <= 0.6)
  }

  /// Goes through an interview, and holds every question to what questions promise.
  private func course(_ program: Program, _ answers: TruthfulAnswers) throws -> (
    interview: Interview, asked: [Question]
  ) {
    var interview = Interview(program, on: Self.day)
    var asked: [Question] = []
    while let question = interview.next {
      let isAgain = asked.contains { $0.name == question.name && $0.kind == question.kind }
      #expect(!isAgain, "\(program.policy.id): \(question.name) is asked twice")
      if question.kind == .value || question.kind == .count {
        #expect(interview.outcome.openFacts.contains(question.name), "\(question.name) is settled")
        #expect(!question.grounds.isEmpty, "\(program.policy.id): \(question.name)")
      }
      if let last = asked.last, !last.leavesLists, last.kind != .count {
        #expect(
          question.left < last.left, "\(program.policy.id): \(last.name) leaves \(last.left), then \(question.name)")
      }
      asked.append(question)
      try interview.answer(answers.answer(to: question))
    }
    return (interview, asked)
  }

  @Test("with skipped questions the ending is what the given part decides", arguments: programs)
  func skip(_ program: Program) throws {
    var random = SplitMix64(seed: RandomTesting.seed)
    for (record, _) in Self.records(of: program, RandomTesting.cases(default: 1)) {
      let answers = TruthfulAnswers(record: record, day: Self.day)
      var interview = Interview(program, on: Self.day)
      while let question = interview.next {
        if Int.random(in: 0..<3, using: &random) == 0 {
          interview.skip()
        } else {
          try interview.answer(answers.answer(to: question))
        }
      }
      let part = program.decide(interview.facts, on: Self.day)
      #expect(part.status == interview.outcome.status)
      #expect(Receipt(part).text == Receipt(interview.outcome).text)
      let skipped = Set(interview.skipped)
      #expect(interview.outcome.openFacts.allSatisfy(skipped.contains), "\(program.policy.id)")
      // The record that is written reads as what was answered.
      let written = try Facts(interview.facts.recordText(of: program), for: program)
      #expect(Receipt(program.decide(written, on: Self.day)).text == Receipt(part).text)
    }
  }

  @Test("at every step they go on as saved, and going back undoes exactly", arguments: programs)
  func saveAndGoBack(_ program: Program) throws {
    var random = SplitMix64(seed: RandomTesting.seed)
    for (record, _) in Self.records(of: program, 1) {
      let answers = TruthfulAnswers(record: record, day: Self.day)
      var interview = Interview(program, on: Self.day)
      var earlier: [String] = []
      while let question = interview.next {
        earlier.append(interview.saved)
        let resumed = try Interview.resuming(SavedInterview(interview.saved), under: program)
        #expect(resumed.notes.isEmpty)
        #expect(resumed.interview.saved == interview.saved)
        #expect(resumed.interview.next?.json.compact == question.json.compact)
        if Int.random(in: 0..<4, using: &random) == 0 {
          interview.skip()
        } else {
          try interview.answer(answers.answer(to: question))
        }
      }
      let end = interview.saved
      #expect(try Interview.resuming(SavedInterview(end), under: program).interview.saved == end)
      for before in earlier.reversed() {
        interview.back()
        #expect(interview.saved == before)
      }
      #expect(interview.answerCount == 0)
    }
  }

  @Test("hostile answers change nothing, whatever is asked", arguments: programs)
  func refuse(_ program: Program) throws {
    let hostile = [
      "", " ", String(repeating: "9", count: 20_000), "\u{1B}[2J", "\u{0}", "[[[[[", "{a: b", "- - -", "&a [*a, *a]",
      "!!python/object", "\u{202E}", "999999999999999999999999999999999999999", "-0", "NaN", "null", "~",
    ]
    for (record, _) in Self.records(of: program, 1) {
      let answers = TruthfulAnswers(record: record, day: Self.day)
      var interview = Interview(program, on: Self.day)
      var seen: Set<FactType> = []
      while let question = interview.next {
        for text in hostile where !seen.contains(question.type) {
          var trial = interview
          guard (try? trial.answer(text)) != nil else {
            #expect(trial.saved == interview.saved)
            continue
          }
          // What is taken can be saved and read again.
          let resumed = try Interview.resuming(SavedInterview(trial.saved), under: program)
          #expect(resumed.interview.saved == trial.saved, "\(program.policy.id): \(question.name) `\(text)`")
        }
        seen.insert(question.type)
        try interview.answer(answers.answer(to: question))
      }
    }
  }
}
