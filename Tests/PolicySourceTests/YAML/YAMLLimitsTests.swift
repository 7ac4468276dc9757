import PolicySource
import Testing

/// Documents that were written to hurt: each ends soon, with a located diagnostic.
@Suite(.serialized) struct YAMLLimitsTests {
  private func limits(bytes: Int = 64 << 20, depth: Int = 64, nodes: Int = 2_000_000) -> ReadingLimits {
    var limits = ReadingLimits()
    (limits.bytes, limits.depth, limits.nodes) = (bytes, depth, nodes)
    return limits
  }

  @Test(arguments: [
    ("[", "too-deep 1:65-1:66"),
    ("- ", "too-deep 1:129-1:129"),
    ("{a: ", "too-deep 1:257-1:258"),
    ("? ", "too-deep 1:129-1:129"),
    ("[a, ", "too-deep 1:257-1:258"),
    ("[\n", "too-deep 65:1-65:2"),
  ])
  func aMegabyteOfNestingEndsAtTheDepthLimit(piece: String, summary: String) {
    let text = String(repeating: piece, count: (1 << 20) / piece.utf8.count)
    let clock = ContinuousClock()
    let start = clock.now
    #expect(problems(text).map(\.summary) == [summary])
    #expect(clock.now - start < .seconds(30))
    #expect(problems(text, limits: limits(bytes: 1 << 19)).map(\.summary) == ["too-large 1:1-1:1"])
  }

  @Test func deepBlockMappingsEndAtTheDepthLimit() {
    let text = (0..<3000).map { String(repeating: " ", count: $0) + "a:\n" }.joined()
    #expect(problems(text).map(\.summary) == ["too-deep 65:65-65:65"])
  }

  @Test func sixtyFourLevelsAreFine() {
    let text = String(repeating: "[", count: 64) + String(repeating: "]", count: 64)
    #expect(problems(text).isEmpty)
    #expect(problems("[\(text)]").map(\.code) == ["too-deep"])
  }

  @Test func aBillionLaughsAreCountedAndNotLaughed() {
    var text = "a0: &a0 [lol, lol, lol, lol, lol, lol, lol, lol, lol]\n"
    for level in 1...12 {
      let aliases = Array(repeating: "*a\(level - 1)", count: 9).joined(separator: ", ")
      text += "a\(level): &a\(level) [\(aliases)]\n"
    }
    let found = problems(text)
    #expect(found.map(\.code) == ["too-many-nodes"])
    #expect(found.first?.location?.start.line == 7)
  }

  /// Few nodes, but each alias stands inside the next list: whoever walks them would go as deep as there are lines.
  @Test func aliasesDoNotNestDeeperThanTheLimit() {
    var text = "a0: &a0 [x]\n"
    for level in 1...5000 { text += "a\(level): &a\(level) [*a\(level - 1)]\n" }
    #expect(problems(text).map(\.summary) == ["too-deep 64:12-64:16"])
  }

  @Test func theNodeLimitIsHeld() {
    let text = "[" + String(repeating: "1,", count: 1000) + "]"
    #expect(problems(text, limits: limits(nodes: 1001)).isEmpty)
    #expect(problems(text, limits: limits(nodes: 1000)).map(\.summary) == ["too-many-nodes 1:2000-1:2001"])
    #expect(problems("a: &a 1\nb: [*a, *a]", limits: limits(nodes: 6)).map(\.summary) == ["too-many-nodes 2:9-2:11"])
  }

  @Test func theByteLimitIsHeld() {
    #expect(problems("a: 12", limits: limits(bytes: 5)).isEmpty)
    let found = problems("a: 123", limits: limits(bytes: 5))
    #expect(found.map(\.summary) == ["too-large 1:1-1:1"])
    #expect(found.first?.message == Wording(en: "the document has more than 5 bytes", zh: "文件超过 5 字节"))
  }

  /// libyaml compares each `%TAG` with all before it.
  @Test func manyDirectivesAreRefusedUnread() {
    let text = (0..<50_000).map { "%TAG !a\($0)! x\n" }.joined() + "--- a"
    #expect(problems(text).map(\.summary) == ["unsupported-directive 1:1-1:12"])
    #expect(problems("--- a\n...\n" + text).map(\.summary) == ["several-documents 3:1-3:4"])
  }

  @Test(arguments: ["x", "年", "x ", "\\\" "])
  func aHugeScalarIsRead(piece: String) throws {
    let body = String(repeating: piece, count: (1 << 19) / piece.utf8.count)
    for (open, close) in [("a: \"", "\""), ("a: ", ""), ("a: |\n  ", ""), ("a: [", "]")] {
      let document = try read(open + body + close)
      let node = try #require(document.root["a"])
      #expect(node.location.start.line == 1)
      #expect(document.location(of: Span(1, 2), in: node).start.line <= 2)
    }
  }

  @Test(arguments: [
    "&a ", "!x ", "*a ", ": ", ", ", "\" ", "' ", "\n", "#", "|\n", "a: ", "- a\n ", "...\n", "---\n", "\t",
  ])
  func thousandsOfAnythingEndSoon(piece: String) {
    let text = "a: " + String(repeating: piece, count: (1 << 19) / piece.utf8.count)
    let clock = ContinuousClock()
    let start = clock.now
    let found = problems(text)
    #expect(found.allSatisfy { $0.location != nil })
    #expect(clock.now - start < .seconds(30))
  }
}
