import TestSupport
import Testing

@testable import FEEL

/// Nonsense goes through the parser, the checker and the evaluator, and none of them minds.
@Suite("Random texts")
struct FuzzTests {
  private static let tokens = [
    "(", ")", "[", "]", "{", "}", ",", ":", ".", "..", "+", "-", "*", "/", "**", "=", "!=", "<", "<=", ">", ">=", "?",
    "@",
    "and", "or", "not", "between", "in", "instance", "of", "if", "then", "else", "for", "return", "some", "every",
    "satisfies", "function", "external", "true", "false", "null", "0", "1", "-1", "2.50", "1e6144", "1e-6176", "\"\"",
    "\"低保\"", "@\"2025-12-31\"", "@\"P1M\"", "@\"PT1H\"", "@\"-P999999999Y\"", "income", "income of a month", "people",
    "kind", "低保", "item", "partial", "list", "number", "date and time", "sum(", "max(", "substring(", "sort(", "date(",
    "duration(", "string(", "sublist(", "flatten(", "range(", "overlaps(", "get value(", "//", "/*", "*/", " ", "\n",
    "　",
  ]

  private static let scope = TypeScope([
    ("income", .number(.yuan)), ("income of a month", .number(.yuan)),
    ("people", .list(.context([.init("age", .number(.years)), .init("name", .string)]))),
    ("kind", .enumeration(Enumeration(name: "kind", members: ["低保", "特困", "in need"]))), ("born", .date),
  ])

  private static let environment = Environment([
    "income": .number(1234), "income of a month": .unknown(Unknown("income of a month")),
    "people": .list([.context(Context([("age", .number(7)), ("name", .string("甲"))])), .unknown(Unknown("person"))]),
    "kind": .string("低保"), "born": CalendarDate(year: 1960, month: 2, day: 29).map { .date($0) } ?? .null,
  ])

  enum Source: CaseIterable {
    case scalars, tokens, mutations
  }

  @Test("Nothing breaks the engine", arguments: Source.allCases)
  func survives(source: Source) {
    let seed = RandomTesting.seed
    var random = SplitMix64(seed: seed)
    let cases = RandomTesting.cases(default: 4_000)
    var read = 0
    for _ in 0..<cases {
      let text = Self.text(source, &random)
      if Self.use(text) { read += 1 }
    }
    print("\(source): \(cases) texts, of which \(read) could be read, seed \(seed)")
  }

  private static func text(_ source: Source, _ random: inout SplitMix64) -> String {
    switch source {
    case .scalars:
      let scalars = (0..<Int.random(in: 0...40, using: &random)).compactMap { _ -> Unicode.Scalar? in
        let highest: UInt32 = [0x7F, 0x7F, 0x2FF, 0xFFFF, 0x10FFFF].randomElement(using: &random) ?? 0x7F
        return Unicode.Scalar(UInt32.random(in: 0...highest, using: &random))
      }
      return String(scalars: scalars)
    case .tokens:
      return (0..<Int.random(in: 1...25, using: &random)).map { _ in tokens.randomElement(using: &random) ?? "" }
        .joined(separator: Bool.random(using: &random) ? " " : "")
    case .mutations:
      let examples = ParserTests.expressions
      var scalars = Array((examples.randomElement(using: &random)?.0 ?? "").unicodeScalars)
      let other = Array((examples.randomElement(using: &random)?.0 ?? "").unicodeScalars)
      for _ in 0..<Int.random(in: 1...4, using: &random) {
        let start = Int.random(in: 0...scalars.count, using: &random)
        let end = min(scalars.count, start + Int.random(in: 0...6, using: &random))
        let token = Array((tokens.randomElement(using: &random) ?? "").unicodeScalars)
        scalars.replaceSubrange(
          start..<end,
          with: [[], token, other, Array(scalars[start..<end] + scalars[start..<end])]
            .randomElement(using: &random) ?? [])
      }
      return String(scalars: scalars)
    }
  }

  /// Whether the text could be read as an expression. What is found wrong stands within the text.
  private static func use(_ text: String) -> Bool {
    let length = text.unicodeScalars.count
    let known = scope.knownNames
    func isInside(_ diagnostic: Diagnostic) -> Bool {
      diagnostic.span.start >= 0 && diagnostic.span.end <= length + 1 && diagnostic.message.en != nil
        && diagnostic.message.zh != nil
    }
    var checker = Checker()
    do throws(Diagnostic) {
      let tests = try Parser.unaryTests(text, known: known)
      let checked = checker.check(tests, inputType: .number(.yuan), in: scope)
      _ = Run(limits: Limits(steps: 20_000)).test(checked, input: .number(5), in: environment)
      _ = tests.feelText
    } catch { #expect(isInside(error), "\(text)") }
    do throws(Diagnostic) {
      let expression = try Parser.expression(text, known: known)
      let checked = checker.check(expression, in: scope)
      let value = Run(limits: Limits(steps: 20_000), errorsPropagate: true).evaluate(
        checked.expression, in: environment)
      if case .null(let cause?) = value { #expect(isInside(cause.diagnostic), "\(text): \(cause.diagnostic)") }
      _ = value.feelText
      expectSame(expression, printedFrom: text, known)
      for diagnostic in checker.diagnostics { #expect(isInside(diagnostic), "\(text): \(diagnostic)") }
      return true
    } catch {
      #expect(isInside(error), "\(text)")
      return false
    }
  }

  /// What is printed reads back. (Without the brackets of `(date) and time`, two names would be one.)
  private static func expectSame(_ expression: Expression, printedFrom text: String, _ known: KnownNames) {
    guard !text.contains("date") else { return }
    let printed = expression.feelText
    do throws(Diagnostic) {
      #expect(try Parser.expression(printed, known: known).tree == expression.tree, "`\(text)` printed as `\(printed)`")
    } catch {
      Issue.record("`\(text)` printed as `\(printed)`: \(error.message[.en])")
    }
  }
}
