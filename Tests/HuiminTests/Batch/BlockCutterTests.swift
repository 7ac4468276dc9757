import TestSupport
import Testing

@testable import Huimin

@Suite("Blocks of records")
struct BlockCutterTests {
  private static func input(_ form: BatchForm) -> [UInt8] {
    var text = form == .csv ? "\u{FEFF}name,age,note\r\n" : "\u{FEFF}"
    for number in 1...20_000 {
      let age = number % 130
      text +=
        form == .csv
        ? "\"甲, \(number)\",\(age),\"first\nsecond \"\"\(number)\"\"\"\r\n"
        : "{\"name\": \"甲 \(number)\", \"age\": \(age), \"note\": [\(number)]}\n"
      if number % 999 == 0 { text += form == .csv ? "\"never closed,1,\n" : "{\"age\": }\n\n" }
    }
    return Array(text.utf8)
  }

  private static let body = "facts: { age: years }\ndecisions: { grown: age >= 18 }\n"

  @Test("come to the same however the input comes in", arguments: BatchForm.allCases)
  func doNotDependOnChunks(form: BatchForm) throws {
    let program = try Fixtures.program(Self.body)
    let request = Batching.request(form, select: ["name", "line", "grown", "note"])
    let input = Self.input(form)
    let whole = try Batching.run([program], request, input, chunks: [1 << 30])
    #expect(whole.blocks.count > 3)
    #expect(whole.tally.decided == 20_000)
    #expect(whole.refused.count == 20)
    for chunks in [[1 << 18], [4096], [100_003, 7, 65_536]] {
      let pieces = try Batching.run([program], request, input, chunks: chunks)
      #expect(pieces.output == whole.output)
      #expect(pieces.blocks.map(\.end) == whole.blocks.map(\.end))
      #expect(pieces.refused.map(\.line) == whole.refused.map(\.line))
    }
  }

  @Test("can be gone on with behind any of them", arguments: BatchForm.allCases)
  func canBeResumed(form: BatchForm) throws {
    let program = try Fixtures.program(Self.body)
    let request = Batching.request(form, select: ["name", "line", "grown"])
    let input = Self.input(form)
    let whole = try Batching.run([program], request, input)
    let cut = try #require(whole.blocks.dropFirst().first)
    var cutter = BlockCutter(form, offset: cut.end, line: cut.nextLine)
    cutter.add(Array(input[cut.end...]))
    cutter.add([])
    var rest: [UInt8] = []
    while let block = cutter.next() { rest += whole.plan.decide(block).output }
    #expect(whole.output.hasSuffix(String(decoding: rest, as: UTF8.self)))
    #expect(rest.lineEnds(from: 0, to: rest.count) > 1000)
  }

  @Test("pass over a line that is too long, and go on behind it")
  func passOverALineThatIsTooLong() throws {
    let program = try Fixtures.program(Self.body)
    let long = "{\"age\": 70, \"note\": \"" + String(repeating: "x", count: 17 << 20) + "\"}\n"
    let text = "{\"age\": 1}\n" + long + "{\"age\": 70}\n"
    for chunks in [[1 << 30], [1 << 20]] {
      let run = try Batching.run(
        [program], Batching.request(.ndjson, select: ["line", "grown"]), Array(text.utf8), chunks: chunks)
      #expect(run.output == "{\"line\":1,\"grown\":false}\n{\"line\":3,\"grown\":true}\n")
      #expect(run.refused.map(\.line) == [2])
      #expect(run.tally.refusals == ["too-large": 1])
    }
  }

  @Test("lose no more than the line with a quote that is never closed")
  func loseOneLine() throws {
    let program = try Fixtures.program(Self.body)
    let rows = (1...40_000).map { "n\($0),\($0 % 100)\n" }
    var text = "name,age\n" + rows[..<100].joined() + "\"open,50\n" + rows[100...].joined()
    let request = Batching.request(.csv, select: ["name"])
    #expect(try Batching.run([program], request, Array(text.utf8)).tally.decided == 40_000)
    text += "last,\"70"
    let run = try Batching.run([program], request, Array(text.utf8), chunks: [1000])
    #expect(run.tally.decided == 40_000)
    #expect(run.refused.map(\.line) == [102, 40_003])
  }

  @Test("are none of an empty input")
  func emptyInput() throws {
    let program = try Fixtures.program(Self.body)
    #expect(try Batching.run([program], Batching.request(.ndjson), []).blocks.isEmpty)
    #expect(throws: Unreadable.self) { try Batching.run([program], Batching.request(.csv), []) }
    #expect(try Batching.run([program], Batching.request(.csv), Array("age".utf8)).tally.records == 0)
  }
}
