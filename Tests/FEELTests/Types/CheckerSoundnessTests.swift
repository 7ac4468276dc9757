import TestSupport
import Testing

@testable import FEEL

/// What the checker lets pass evaluates without an error of type, to a value of the type that it told.
@Suite("The checker keeps its word")
struct CheckerSoundnessTests {
  private static let scope = TypeScope(
    TypedExpressionWriter.inputs.map { input in
      if case .number = input.type { (input.name, .number(.adopting)) } else { (input.name, input.type) }
    })

  /// Errors that depend on types and names alone, not on values.
  private static let typeErrors: Set<String> = [
    "operand-type", "argument-type", "argument-count", "unknown-name", "unknown-argument", "unknown-type",
    "condition-type", "no-member", "not-a-function", "not-a-list",
  ]

  /// Whether a choice in it is between values of two kinds, or a value and null, of which the checker then says nothing.
  private static func hasOpenChoice(_ expression: Expression) -> Bool {
    if case .conditional(_, let then, let otherwise) = expression.kind {
      var checker = Checker()
      let types = [then, otherwise, expression].map { checker.check($0, in: scope).type }
      if types.contains(.null) || types.contains(.any) { return true }
    }
    return expression.children.contains(where: hasOpenChoice)
  }

  @Test("Nothing that fits together is refused")
  func noFalseAlarm() throws {
    var random = SplitMix64(seed: RandomTesting.seed)
    for _ in 0..<RandomTesting.cases(default: 3_000) {
      var writer = TypedExpressionWriter(random: random)
      let text = writer.expression()
      random = writer.random
      var checker = Checker()
      _ = checker.check(try Parser.expression(text), in: Self.scope)
      // A text that is no member, and a range with nothing in it, are rightly refused.
      let found = checker.diagnostics.filter { !["not-a-member", "empty-range"].contains($0.code) }
      #expect(found.isEmpty, "\(text): \(found.map { $0.message[.en] })")
    }
  }

  @Test("What is not refused has no error of type, and the type that was told")
  func isSound() throws {
    var random = SplitMix64(seed: RandomTesting.seed)
    let count = RandomTesting.cases(default: 6_000)
    var passed = 0
    for _ in 0..<count {
      var writer = TypedExpressionWriter(random: random, confusion: 8)
      let text = writer.expression()
      random = writer.random
      var checker = Checker()
      let checked = checker.check(try Parser.expression(text, known: Self.scope.knownNames), in: Self.scope)
      guard checker.diagnostics.isEmpty, !Self.hasOpenChoice(checked.expression) else { continue }
      passed += 1
      for _ in 0..<3 {
        var variables: [String: Value] = [:]
        for input in TypedExpressionWriter.inputs {
          variables[input.name] = TypedExpressionWriter.value(of: input.type, isOdd: false, &random)
        }
        for errorsPropagate in [true, false] {
          let value = Run(errorsPropagate: errorsPropagate).evaluate(checked.expression, in: Environment(variables))
          if case .null(let cause?) = value {
            let isTypeError = Self.typeErrors.contains(cause.diagnostic.code)
            #expect(!isTypeError, "\(text): \(cause.diagnostic.message[.en])")
          } else {
            #expect(value.conforms(to: checked.type), "\(text) with \(variables) is \(value), not \(checked.type)")
          }
        }
      }
    }
    print("seed \(RandomTesting.seed): \(passed) of \(count) let pass")
    #expect(passed > count / 10 && passed < count * 9 / 10)
  }
}
