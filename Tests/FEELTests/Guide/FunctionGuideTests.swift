import Testing

@testable import FEEL

@Suite("The guide to the built-in functions")
struct FunctionGuideTests {
  static let entries = FunctionGuide.groups.flatMap(\.functions)

  @Test("Every function has one entry, and every entry a function")
  func complete() {
    #expect(Self.entries.map(\.name).sorted() == Builtins.all.map(\.name).sorted())
  }

  @Test("Every example gives what is shown", arguments: entries.map(\.name))
  func example(of name: String) throws {
    let entry = try #require(FunctionGuide.named(name))
    #expect(entry.example.hasPrefix("\(name)("))
    let value = try Self.value(of: entry.example)
    #expect(value.feelText == entry.result)
    let shown = try Self.value(of: entry.result)
    #expect(value.equals(shown), "\(entry.result)")
  }

  @Test("Every summary is one line in each language", arguments: Language.allCases)
  func summaries(in language: Language) {
    for entry in Self.entries {
      let summary = entry.summary[language]
      #expect(
        !summary.isEmpty && !summary.contains("\n") && summary.last != "." && summary.last != "。", "\(entry.name)")
      #expect(summary.unicodeScalars.contains { $0.value >= 0x4E00 } == (language == .zh), "\(entry.name)")
    }
  }

  @Test(
    "Forms tell what may be left out and what may be repeated",
    arguments: [
      ("substring", ["substring(string, start position, length?)"]), ("today", ["today()"]),
      ("max", ["max(list)", "max(c, …)"]), ("append", ["append(list, item, …)"]),
      ("before", ["before(point1, point2)", "before(point, range)", "before(range, point)", "before(range1, range2)"]),
    ])
  func forms(name: String, forms: [String]) throws {
    #expect(try #require(Builtins.named(name)).forms == forms)
  }

  @Test(
    "A word finds functions by name, summary and group, whatever its case",
    arguments: [
      ("substring", ["substring", "substring before", "substring after"]), ("四舍五入", ["decimal", "round half up"]),
      ("ISO 8601", ["week of year"]), ("iso 86", ["week of year"]),
      ("上下文", ["get value", "get entries", "context", "context put", "context merge"]), ("nothing of the kind", []),
    ])
  func search(word: String, names: [String]) {
    #expect(FunctionGuide.groups.compactMap { $0.matching(word) }.flatMap(\.functions).map(\.name) == names)
  }

  private static func value(of text: String) throws(Diagnostic) -> Value {
    Run(moment: DateTime("2026-01-15T00:00:00Z")).evaluate(try Parser.expression(text), in: Environment())
  }
}
