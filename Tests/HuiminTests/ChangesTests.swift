import FEEL
import TestSupport
import Testing

@testable import Huimin

/// What is told of how an outcome would change is true, and nothing less does it.
@Suite("What would change an outcome")
struct ChangesTests {
  static let programs = ShippedPoliciesTests.library.programs

  @Test("every way does what is said of it, and trying everything finds none nearer", arguments: programs)
  func isTrueAndLeast(_ program: Program) throws {
    let constants = Self.constants(of: program)
    var count = Counts()
    for (number, outcome) in try Self.outcomes(of: program).enumerated() {
      for wish in outcome.changes().wishes {
        let aims = program.aims(of: wish.decision)
        let aim = try #require(aims.first { if case .part(let name, _) = $0 { name == wish.part } else { true } })
        let force = BruteForce(outcome: outcome, wish: wish, aim: aim, constants: constants)
        count.wishes += 1
        if wish.isComplete { count.complete += 1 }
        expectTrue(force, &count)
        expectLeastAlone(force, &count)
        expectLeastTogether(force, &count)
        if number % 4 == 0 { expectEarliest(force, &count) }
      }
    }
    print("\(program.policy.id): \(count), seed \(RandomTesting.seed)")
  }

  private struct Counts: CustomStringConvertible {
    var (wishes, complete, ways, tried, days) = (0, 0, 0, 0, 0)

    var description: String {
      "\(ways) ways to \(wishes) wishes (\(complete) complete) against \(tried) records and \(days) days"
    }
  }

  // MARK: What is told

  private func expectTrue(_ force: BruteForce, _ count: inout Counts) {
    let wish = force.wish
    for way in wish.ways {
      count.ways += 1
      let values = Dictionary(way.facts.map { ($0.name, $0.to) }, uniquingKeysWith: { $1 })
      let value = force.value(changing: values, on: way.day)
      #expect(value?.equals(way.value) == true && force.isBetter(way.value), told(force, way))
      #expect(way.facts.allSatisfy { fact in force.given[fact.name]?.equals(fact.from) == true }, told(force, way))
      for other in wish.ways where other.facts.count > way.facts.count && !way.facts.isEmpty {
        let isHeld = way.facts.allSatisfy { fact in
          other.facts.contains { $0.name == fact.name && $0.to.equals(fact.to) }
        }
        #expect(!isHeld, told(force, other))
      }
    }
    if wish.isHopeless { #expect(wish.ways.isEmpty) }
  }

  /// No value of one fact that is nearer than the one told does it, and where none is told none does it.
  private func expectLeastAlone(_ force: BruteForce, _ count: inout Counts) {
    for fact in force.program.facts {
      let ways = force.wish.ways.filter { $0.facts.count == 1 && $0.facts[0].name == fact.name }
      for candidate in force.candidates(for: fact) + ways.compactMap({ nearer(than: $0.facts[0].to, fact) }) {
        count.tried += 1
        guard force.isReached(changing: [fact.name: candidate]) else { continue }
        if ways.contains(where: { isNoFarther($0.facts[0].to, than: candidate, force.given[fact.name]) }) { continue }
        #expect(!force.wish.isComplete && ways.isEmpty, "\(fact.name): \(candidate) does it too; \(told(force, nil))")
      }
    }
  }

  /// The same for two facts at once, on a coarse grid: where it does it, a way is told that is no farther in either.
  private func expectLeastTogether(_ force: BruteForce, _ count: inout Counts) {
    let facts = force.program.facts.filter { !force.candidates(for: $0, isCoarse: true).isEmpty }
    for (place, first) in facts.enumerated() {
      for second in facts[(place + 1)...] {
        let isIdle =
          [first, second].contains { $0.changeability == .overTime } && [first, second].contains { $0.type == .money }
        if isIdle { continue }
        let pairs = force.candidates(for: first, isCoarse: true).flatMap { a in
          force.candidates(for: second, isCoarse: true).map { (a, $0) }
        }
        // Every pair of many facts takes minutes; a few of each are enough to meet a fault.
        for (a, b) in pairs.prefix(16) {
          count.tried += 1
          let values = [first.name: a, second.name: b]
          guard force.isReached(changing: values) else { continue }
          // Of two facts that do it together the nearest is told, and not each more of the one and less of the other.
          let isTold = force.wish.ways.contains { way in
            !way.facts.isEmpty
              && way.facts.allSatisfy { fact in
                values[fact.name].map {
                  isNoFarther(fact.to, than: $0, fact.from) || way.facts.count > 1 && fact.to.isNumber
                } ?? false
              }
          }
          #expect(isTold || !force.wish.isComplete, "\(values) does it too; \(told(force, nil))")
        }
      }
    }
  }

  /// Among the days to come none is earlier than the one told.
  private func expectEarliest(_ force: BruteForce, _ count: inout Counts) {
    let told = force.wish.ways.compactMap(\.day).first
    let ends = force.program.layers.filter { !$0.isModule }.compactMap(\.inForce.last)
    for number in 1...800 {
      guard let day = force.outcome.day.adding(days: number), ends.allSatisfy({ day <= $0 }),
        told.map({ day < $0 }) ?? true
      else { break }
      count.days += 1
      guard force.isReached(changing: [:], on: day) else { continue }
      // Where there was more to try than may be, no day may be told; but never one that is not the first.
      #expect(told == nil && !force.wish.isComplete, "\(day) does it; \(self.told(force, nil))")
      break
    }
  }

  // MARK: Distances

  /// One step nearer to what is given than what is told: a threshold is exact.
  private func nearer(than told: Value, _ fact: Fact) -> Value? {
    guard case .number(let number) = told else { return nil }
    let step = fact.type == .money || fact.type == .number(unit: fact.unit) ? Decimal128("0.01") ?? 0 : 1
    return (fact.changeability == .down ? number.adding(step) : number.subtracting(step)).map { .number($0) }
  }

  private func isNoFarther(_ told: Value, than other: Value, _ given: Value?) -> Bool {
    guard case .number(let now)? = given, case .number(let a) = told, case .number(let b) = other else {
      return told.equals(other) || { if case .list = told { true } else { false } }()
    }
    // On the same side of what is given, and at most as far.
    return now < a ? a <= b : b <= a
  }

  private func told(_ force: BruteForce, _ way: Changes.Change?) -> Comment {
    let ways = force.wish.ways.map { $0.condition(under: force.program)[.en] }
    return """
      seed \(RandomTesting.seed): \(force.program.policy.id) \(force.wish.decision) on \(force.outcome.day), \
      \(way?.condition(under: force.program)[.en] ?? ""), told \(ways), record \(force.given)
      """
  }

  // MARK: Records

  /// Random records, and those of the tests of the policy, which lie close to what it asks for.
  private static func outcomes(of program: Program) throws -> [Outcome] {
    let day = try #require(CalendarDate("2026-03-10"))
    var records = RandomRecords(program: program, random: SplitMix64(seed: RandomTesting.seed))
    var outcomes: [Outcome] = []
    for _ in 0..<RandomTesting.cases(default: 8) {
      guard let facts = try? Facts(records.record(), for: program) else { continue }
      outcomes.append(program.decide(facts, on: day))
    }
    for path in ShippedPoliciesTests.testFiles {
      let file = try PolicyTestFile(Document.read(SourceFile.read(path), file: path))
      guard file.policy == program.policy.id else { continue }
      outcomes += try ShippedPoliciesTests.library.run(file).compactMap(\.outcome)
    }
    // Those that nothing more can be wanted of teach nothing; of many, some from everywhere are taken.
    outcomes = outcomes.filter { $0.status == .decided && !$0.goals.isEmpty }
    let most = RandomTesting.cases(default: 16)
    let stride = max(1, outcomes.count / most)
    return outcomes.indices.filter { $0 % stride == 0 }.map { outcomes[$0] }
  }

  /// The numbers that stand in the files of a policy.
  private static func constants(of program: Program) -> [Decimal128] {
    var found: Set<Decimal128> = []
    for layer in program.layers {
      guard let bytes = try? SourceFile.read(layer.file) else { continue }
      for match in String(decoding: bytes, as: UTF8.self).matches(of: /[0-9]+(\.[0-9]+)?/) {
        if let number = Decimal128(match.output.0), number < 10_000_001 { found.insert(number) }
      }
    }
    return found.sorted()
  }
}

extension Value {
  fileprivate var isNumber: Bool { if case .number = self { true } else { false } }
}

extension Fact {
  fileprivate var unit: String? { if case .number(let unit) = type { unit } else { nil } }
}
