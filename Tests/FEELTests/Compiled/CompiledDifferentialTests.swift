import TestSupport
import Testing

@testable import FEEL

/// The program and the plain evaluator give the same: the value with all its digits, or the same null for the same cause.
@Suite("Compiled expressions and the plain evaluator")
struct CompiledDifferentialTests {
  @Test("agree on random expressions of known types")
  func typed() throws {
    var random = SplitMix64(seed: RandomTesting.seed)
    let count = RandomTesting.cases(default: 4_000)
    var (fast, compared) = (0, 0)
    for _ in 0..<count {
      var writer = TypedExpressionWriter(random: random)
      let text = writer.expression()
      random = writer.random
      let compiled = CompiledExpression(try Parser.expression(text), over: TypedExpressionWriter.inputs)
      if compiled.isFast { fast += 1 }
      compared += compare(compiled, text, &random)
    }
    print("seed \(RandomTesting.seed): \(count) typed expressions, \(fast) compiled, \(compared) values compared")
    #expect(fast > count * 9 / 10)
  }

  @Test("agree on random sentences of the grammar")
  func sentences() throws {
    let seed = RandomTesting.seed
    let names = TypedExpressionWriter.inputs.map(\.name)
    var generator = SentenceGenerator(try GrammarReader.projectGrammar(), knownNames: names, seed: seed)
    var random = SplitMix64(seed: seed)
    let count = RandomTesting.cases(default: 4_000)
    var compared = 0
    for _ in 0..<count {
      let text = generator.sentence(of: "Expression", height: 40)
      guard let expression = try? Parser.expression(text, known: KnownNames(names)) else { continue }
      compared += compare(CompiledExpression(expression, over: TypedExpressionWriter.inputs), text, &random)
    }
    print("seed \(seed): \(count) sentences, \(compared) values compared")
    #expect(compared > count)
  }

  /// Evaluates over a few random records, in both ways that errors may go.
  private func compare(_ compiled: CompiledExpression, _ text: String, _ random: inout SplitMix64) -> Int {
    var record = compiled.record()
    for round in 0..<4 {
      var variables: [String: Value] = [:]
      for (position, input) in compiled.inputs.enumerated() {
        let value = TypedExpressionWriter.value(of: input.type, isOdd: round == 3, &random)
        variables[input.name] = value
        record.set(value, at: position)
      }
      for errorsPropagate in [true, false] {
        let limits = Limits(steps: 100_000)
        let plain = Run(limits: limits, errorsPropagate: errorsPropagate)
          .evaluate(compiled.expression, in: Environment(variables))
        let fast = record.evaluate(Run(limits: limits, errorsPropagate: errorsPropagate))
        #expect(Self.isSame(fast, plain), "\(text) with \(variables): \(fast), but plainly \(plain)")
      }
    }
    return 8
  }

  /// Whether two values print alike, digits and causes included.
  private static func isSame(_ a: Value, _ b: Value) -> Bool {
    switch (a, b) {
    case (.number(let a), .number(let b)): a.isIdentical(to: b)
    case (.null(let a), .null(let b)):
      a?.diagnostic.code == b?.diagnostic.code && a?.diagnostic.span == b?.diagnostic.span
    case (.unknown(let a), .unknown(let b)): a == b
    default: a.feelText == b.feelText && a.isNull == b.isNull && a.isUnknown == b.isUnknown
    }
  }
}
