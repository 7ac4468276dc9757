import Testing

@testable import FEEL

/// What the examples can see: two things nobody has told us, and a few that are known.
enum Surroundings {
  static let environment = Environment([
    "u": .unknown(Unknown("u")), "v": .unknown(Unknown("v")), "income": .number(1000),
    "家庭 成员": .list(["甲", "乙"].map { .context(Context([("name", .string($0)), ("age", .number(40))])) }),
    "some unknown": .list([.unknown(Unknown("u")), .number(1)]),
  ])

  static let knownNames = KnownNames([
    "家庭 成员", "some unknown", "time offset", "start included", "end included",
  ])

  static func value(of text: String, errorsPropagate: Bool = false) throws(Diagnostic) -> Value {
    let expression = try Parser.expression(text, known: knownNames)
    let run = Run(moment: DateTime("2025-12-22T13:00:00+08:00"), errorsPropagate: errorsPropagate)
    return run.evaluate(expression, in: environment)
  }

  static func value(ofCell text: String, for input: String) throws(Diagnostic) -> Value {
    let tests = try Parser.unaryTests(text, known: knownNames)
    return Run().test(tests, input: try value(of: input), in: environment)
  }
}
