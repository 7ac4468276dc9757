import TestSupport
import Testing

@testable import Huimin

/// Batches as tests write them: texts in, texts out.
enum Batching {
  static func program(_ id: String) throws -> Program {
    try #require(ShippedPoliciesTests.library.programs.first { $0.policy.id == id })
  }

  static func request(
    _ input: BatchForm, _ output: BatchForm? = nil, select: [String] = [], day: String? = "2026-01-15",
    dayField: String? = nil, isStrict: Bool = false
  ) -> BatchPlan.Request {
    var request = BatchPlan.Request()
    (request.input, request.output) = (input, output ?? input)
    request.select = select
    request.day = day.flatMap { CalendarDate($0) }
    request.dayField = dayField
    request.isStrict = isStrict
    return request
  }

  /// What a batch makes of a text.
  ///
  /// - Parameter chunks: in how many pieces the text comes in, one after the other and then again.
  static func run(
    _ programs: [Program], _ request: BatchPlan.Request, _ input: [UInt8], chunks: [Int] = [1 << 18]
  ) throws -> (plan: BatchPlan, output: String, refused: [RefusedRecord], tally: BatchTally, blocks: [RecordBlock]) {
    var cutter = BlockCutter(request.input)
    var (rest, number) = (input[...], 0)
    func more() {
      let count = chunks[number % chunks.count]
      number += 1
      cutter.add(Array(rest.prefix(count)))
      rest = rest.dropFirst(count)
    }
    while request.input == .csv, cutter.lacksHeader { more() }
    let plan = try BatchPlan(programs, request, &cutter)
    var (output, refused, tally, blocks) = (plan.head, [RefusedRecord](), BatchTally(plan), [RecordBlock]())
    var isAtEnd = false
    while true {
      if let block = cutter.next() {
        let decided = plan.decide(block)
        output += decided.output
        refused += decided.refused
        tally.add(decided.tally)
        blocks.append(block)
      } else if isAtEnd {
        break
      } else {
        isAtEnd = rest.isEmpty
        more()
      }
    }
    return (plan, String(decoding: output, as: UTF8.self), refused, tally, blocks)
  }
}
