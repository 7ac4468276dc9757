import Testing

@testable import FEEL

/// Expressions that were written to break the engine. Each ends with a diagnostic or a value, in bounded time, on a
/// thread with little stack.
@Suite("Hostile expressions", .timeLimit(.minutes(1)))
struct HostileTests {
  /// Half of what a main thread has; optimised, the smallest that a secondary thread is likely to have.
  static let stackSize = _isDebugAssertConfiguration() ? 4 << 20 : 512 << 10

  static func repeated(_ text: String, _ count: Int) -> String { String(repeating: text, count: count) }

  /// What is refused before it is evaluated, with the code of the refusal.
  static let refusals: [(name: String, text: String, code: String)] = [
    ("100,000 opening brackets", repeated("(", 100_000), "too-deep"),
    ("100,000 square brackets", repeated("[", 100_000), "too-deep"),
    ("100,000 braces", repeated("{a:", 100_000), "too-deep"),
    ("100,000 minus signs", repeated("-", 100_000) + "1", "too-deep"),
    ("a sum of 100,000 terms", "1" + repeated("+1", 100_000), "too-deep"),
    ("a power of 100,000 terms", "1" + repeated("**1", 100_000), "too-deep"),
    ("a conjunction of 100,000 terms", "true" + repeated(" and true", 100_000), "too-deep"),
    ("100,000 filters", "a" + repeated("[0]", 100_000), "too-deep"),
    ("100,000 members", "a" + repeated(".a", 100_000), "too-deep"),
    ("100,000 calls", "a" + repeated("()", 100_000), "too-deep"),
    ("100,000 choices", repeated("if a then b else ", 100_000) + "c", "too-deep"),
    ("100,000 conditions", repeated("if ", 100_000), "too-deep"),
    ("100,000 loops", repeated("for x in ", 100_000), "too-deep"),
    ("100,000 functions", repeated("function() ", 100_000) + "1", "too-deep"),
    ("100,000 type tests", "a" + repeated(" instance of number", 100_000), "too-deep"),
    ("a type 100,000 deep", "a instance of " + repeated("list<", 100_000), "too-deep"),
    ("100,000 ranges in each other", repeated("[1..a[", 100_000), "too-deep"),
    ("100,000 half ranges", repeated("]1..a[[", 100_000), "too-deep"),
    ("100,000 tests in brackets", repeated("x in (", 100_000), "too-deep"),
    ("100,000 range tests", repeated("1 in ((", 100_000), "too-deep"),
    ("100,000 open ranges", repeated("= ", 100_000) + "1", "syntax"),
    ("100,000 nested open ranges", repeated("= (", 100_000), "too-deep"),
    ("a text without an end", "\"" + repeated("a", 1_000_000), "syntax"),
    ("a comment without an end", "/*" + repeated("*", 1_000_000), "syntax"),
    ("a number that is too large", "1e9999999999", "number-too-large"),
    ("a number of a million digits", repeated("9", 1_000_000), "number-too-large"),
    ("ten thousand times ten to the 6141", "99999e6141", "number-too-large"),
    ("100,000 commas", repeated(",", 100_000), "syntax"),
    ("a context of 100,000 entries", "{" + (0..<100_000).map { "a\($0): 1" }.joined(separator: ",") + "}", "too-long"),
  ]

  @Test("is refused where it is too much", arguments: refusals.map(\.name))
  func unreadable(name: String) throws {
    let (_, text, code) = try #require(Self.refusals.first { $0.name == name })
    let diagnostic = onThread(stack: Self.stackSize) { () -> Diagnostic? in
      do throws(Diagnostic) {
        _ = try Parser.expression(text)
        return nil
      } catch { return error }
    }
    #expect(diagnostic??.code == code)
    #expect(diagnostic??.span.end ?? .max <= text.unicodeScalars.count + 1)
  }

  /// What can be read, with the code of the diagnostic that its evaluation ends with, if it does not end with a value.
  static let evaluations: [(name: String, text: String, code: String?)] = [
    ("120 brackets", repeated("(", 120) + "1" + repeated(")", 120), nil), ("250 terms", "1" + repeated("+1", 250), nil),
    ("a loop to a milliard", "for i in 1..1000000000 return i", "limit-items"),
    ("a loop to the end of numbers", "for i in 1..9223372036854775807 return i", "limit-items"),
    ("a loop across all numbers", "for i in -9223372036854775807..9223372036854775807 return i", "limit-items"),
    ("a loop at the end of numbers", "for i in 9223372036854775806..9223372036854775807 return i", nil),
    ("a loop beyond the numbers of the machine", "for i in 1e30..1e31 return i", "bad-range"),
    ("nested loops", "count(for i in 1..1000000, j in 1..1000000 return 1)", "limit-steps"),
    ("nested quantifiers", "some i in [1..1000000], j in [1..1000000] satisfies false", "limit-steps"),
    ("a function that calls itself", "{f: function(f, n) f(f, n + 1), r: f(f, 0)}.r", "limit-depth"),
    (
      "a function that calls itself twice",
      "{f: function(f, n) if n = 0 then 1 else f(f, n - 1) + f(f, n - 1), r: f(f, 40)}.r", "limit-steps"
    ),
    ("a sort that sorts", "{s: function(s, x) sort([2, 1], function(a, b) s(s, a)), r: s(s, 1)}.r", "limit-depth"),
    ("the largest power", "10 ** 6144", nil), ("a power too large", "10 ** 6145", "number-too-large"),
    ("a root too deep", "10 ** -9999999", nil),
    ("a power of powers", "9 ** (9 ** (9 ** 9))", "number-too-large"),
    ("a product too large", "9e6144 * 9e6144", "number-too-large"), ("exp", "exp(1e9)", "argument-domain"),
    ("zero to nothing", "0 ** -1", "number-too-large"),
    ("a root of less than nothing", "(-8) ** (1/3)", "number-too-large"),
    ("a text that doubles", doubling("\"aaaaaaaaaaaaaaaa\"", "x + x"), "limit-characters"),
    ("a list that doubles", doubling("[1]", "concatenate(x, x)"), "limit-steps"),
    ("a list of twice itself", doubling("[1]", "[x, x]"), "limit-steps"),
    ("a context of twice itself", doubling("{}", "{a: x, b: x}"), "limit-steps"),
    ("a list in itself", "for i in 1..100000 return [partial[-1]]", "limit-items"),
    ("all so far in itself", "for i in 1..100000 return [partial]", "limit-steps"),
    ("functions of functions", "count(for i in 1..2000 return function() partial)", "limit-items"),
    ("a list joined to itself", "{a: for i in 1..20000 return i, b: for i in 1..100 return a}.b", "limit-steps"),
    ("a list of all the lists before it", "count(for i in 1..100000 return partial)", "limit-steps"),
    (
      "a text of many delimiters", "string join(for i in 1..10000 return \"a\", \"\(repeated("b", 10_000))\")",
      "limit-characters"
    ),
    ("a text of large numbers", "string(for i in 1..10000 return 1e6000)", "limit-characters"),
    ("a search that restarts", "contains(\"\(repeated("a", 200_000))\", \"\(repeated("a", 100_000))b\")", nil),
    ("a long loop over partial results", "count(for i in 1..20000 return if i = 1 then 1 else partial[-1] + 1)", nil),
    ("distinct values of many", "distinct values(for i in 1..20000 return i)", "limit-steps"),
    ("a position out of this world", "[1][1e30]", nil),
    ("a negative position out of this world", "[1][-9223372036854775808]", nil),
    ("a part out of this world", "sublist([1, 2], 2, 9223372036854775807)", "argument-domain"),
    ("a substring out of this world", "substring(\"ab\", 2, 9223372036854775807)", nil),
    ("a substring from out of this world", "substring(\"ab\", -9223372036854775808)", "argument-domain"),
    ("a scale out of this world", "decimal(1, -9223372036854775808)", "argument-domain"),
    ("the smallest duration negated", "-duration(\"-P999999999999999999M\")", nil),
    ("the largest months", "duration(\"P999999999999999999M\") * 9", nil),
    ("months beyond all", "duration(\"P999999999999999999M\") * 10", "number-too-large"),
    ("years beyond all", "duration(\"P999999999999999999Y\")", "argument-domain"),
    ("a date and all months", "date(\"2025-01-31\") - duration(\"P999999999999999999M\") * 9", "number-too-large"),
    ("a date before all dates", "date(-999999999, 1, 1) - duration(\"P1D\")", "number-too-large"),
    ("a date after all dates", "date(999999999, 12, 31) + duration(\"P1D\")", "number-too-large"),
    ("all the time there is", "date(999999999, 12, 31) - date(-999999999, 1, 1)", nil),
    ("days beyond all", "duration(\"P999999999999999999D\")", "argument-domain"),
    ("seconds beyond all", "duration(\"PT999999999999999999S\") * 1e30", "number-too-large"),
    ("a time and all seconds", "time(\"00:00:00\") + duration(\"PT999999999999999999S\")", nil),
    ("months between the ends", "years and months duration(date(-999999999, 1, 1), date(999999999, 12, 31))", nil),
    ("a week before all weeks", "week of year(date(-999999999, 1, 1))", nil),
    ("a year out of this world", "date(9223372036854775807, 1, 1)", "argument-domain"),
    ("an hour out of this world", "time(9223372036854775807, 0, 0)", "argument-domain"),
    ("a zone beyond the day", "time(1, 2, 3, duration(\"PT19H\"))", "argument-domain"),
    ("seconds of many digits", "time(1, 2, 3.9999999999999)", nil),
    ("a path that is no zone", "@\"10:00:00@../../etc/passwd\"", "bad-literal"),
    ("months divided by almost nothing", "duration(\"P1M\") / 1e-6000", "number-too-large"),
    ("a quotient without end", "1 / 3 * 3", nil), ("an index of nothing", "index of([null], null)", nil),
  ]

  private static func doubling(_ seed: String, _ step: String) -> String {
    "{x0: \(seed)" + (1...60).map { ", x\($0): \(step.replacingX(with: "x\($0 - 1)"))" }.joined() + "}.x60"
  }

  @Test("ends with a value or with its diagnostic", arguments: evaluations.map(\.name))
  func evaluated(name: String) throws {
    let (_, text, code) = try #require(Self.evaluations.first { $0.name == name })
    let found = try #require(
      onThread(stack: Self.stackSize) { () -> String? in
        do throws(Diagnostic) {
          let expression = try Parser.expression(text)
          var checker = Checker()
          _ = checker.check(expression, in: TypeScope())
          let run = Run(limits: Limits(steps: 1_200_000))
          if case .null(let cause?) = run.evaluate(expression, in: Environment()) { return cause.diagnostic.code }
          return nil
        } catch { return "\(error.code): \(error.message[.en]) \(error.span)" }
      })
    #expect(found == code)
  }
}

extension String {
  /// The text with each lone `x` replaced.
  fileprivate func replacingX(with name: String) -> String {
    String(flatMap { $0 == "x" ? name : String($0) })
  }
}
