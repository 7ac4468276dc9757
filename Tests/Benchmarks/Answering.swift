import Huimin
import TestSupport

/// How long it takes to answer one record with full reasons, what it may come to, and what would change it.
enum Answering {
  /// The whole record, as a caseworker sees it, and a part of it, where the answer may be open.
  static func measure() throws {
    let library = PolicyLibrary(loading: ["Policies"])
    print(
      "answering a random record with reasons, bounds, questions and changes, ms of work: mean | slowest of 200 (wanted: under 50)"
    )
    var slowest: (Double, String) = (0, "")
    var all: [Double] = []
    for program in library.programs {
      guard let day = CalendarDate("2026-03-10"), program.isInForce(on: day) else { continue }
      var records = SomeRecords(program: program, random: SplitMix64(seed: 20_261_125))
      var times: [Double] = []
      for number in 0..<200 {
        guard let facts = records.next(isWhole: number % 2 == 0) else { continue }
        let start = Timing.worked()
        let answer = Answer(program.decide(facts, on: day))
        use(TextReport(answer, language: .zh).text)
        times.append((Timing.worked() - start) * 1e3)
      }
      let worst = times.max() ?? 0
      if worst > slowest.0 { slowest = (worst, program.policy.id) }
      all += times
      let mean = times.reduce(0, +) / Double(max(1, times.count))
      print("  \(shown(mean)) | \(shown(worst))  \(program.policy.id)")
    }
    let over = all.count { $0 >= 50 }
    print("  \(over) of \(all.count) took 50 ms or more; the slowest \(shown(slowest.0)) ms, \(slowest.1)")
  }
}

/// Random records of a policy, some of them in part.
private struct SomeRecords {
  let program: Program
  var random: SplitMix64

  mutating func next(isWhole: Bool) -> Facts? {
    var values: [String: Value] = [:]
    var judgements: [String: JudgementMade] = [:]
    for fact in program.facts where isWhole || Bool.random(using: &random) {
      values[fact.name] = value(of: fact.type)
      if let judgement = fact.judgement, let by = judgement.entitled.first, let day = CalendarDate("2026-03-01") {
        judgements[fact.name] = JudgementMade(by: by.name, on: day)
      }
    }
    return try? Facts(values, judgements: judgements, for: program)
  }

  private mutating func value(of type: FactType) -> Value {
    switch type {
    case .boolean: .boolean(Bool.random(using: &random))
    case .years: .number(Decimal128(Int.random(in: 0...100, using: &random)))
    case .money:
      .number(Decimal128(negative: false, coefficient: .random(in: 0...500_000, using: &random), exponent: -2) ?? 0)
    case .number, .integer: .number(Decimal128(Int.random(in: 0...60, using: &random)))
    case .percent: .number(Decimal128("0.1") ?? 0)
    case .date:
      .date(CalendarDate(dayNumber: .random(in: -5_000...20_600, using: &random)) ?? CalendarDate("2026-01-01")!)
    case .text: .string("某市烘焙行业协会")
    case .choice(let members, _): .string(members.randomElement(using: &random) ?? "")
    case .list(let element): .list((0..<Int.random(in: 0...4, using: &random)).map { _ in value(of: element) })
    case .record(let fields): .context(Context(fields.map { (name: $0.name, value: value(of: $0.type)) }))
    case .unreadable: .null
    }
  }
}
