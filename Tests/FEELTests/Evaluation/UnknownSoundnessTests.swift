import TestSupport
import Testing

@testable import FEEL

/// What is decided while some variables are unknown stays so whatever they turn out to be; and what is said to be
/// possible is all that is possible.
@Suite("Unknown variables")
struct UnknownSoundnessTests {
  @Test("never lead to a value that a completion contradicts")
  func areSound() throws {
    print("seed \(RandomTesting.seed)")
    var random = SplitMix64(seed: RandomTesting.seed)
    var decided = 0
    let count = RandomTesting.cases(default: 3_000)
    for _ in 0..<count {
      let text = Writer.expression(depth: 4, &random)
      let expression = try Parser.expression(text)
      for errorsPropagate in [true, false] {
        let whole = Writer.variables(&random)
        var part = whole
        for (name, value) in whole.sorted(by: { $0.key < $1.key }) where Bool.random(using: &random) {
          // Of numbers it may be known between which ends they lie.
          let isHeld = if case .number = value { Bool.random(using: &random) } else { false }
          part[name] = .unknown(isHeld ? Unknown(name).limited(to: Writer.bounds) : Unknown(name))
        }
        let early = evaluate(expression, part, errorsPropagate)
        for _ in 0..<4 {
          var completed = Writer.variables(&random)
          for (name, value) in part where !value.isUnknown { completed[name] = value }
          let final = evaluate(expression, completed, errorsPropagate)
          // Where errors propagate, one that a completion makes stands in for the value; no other value ever does.
          #expect(
            agrees(early, final) || errorsPropagate && final.isNull,
            "\(text) with \(part): \(early), then \(final) with \(completed)")
        }
        if early.unknowns == nil { decided += 1 }
      }
    }
    print("\(decided) of \(2 * count) decided")
    #expect(decided > count / 4)
  }

  private func evaluate(_ expression: Expression, _ variables: [String: Value], _ errorsPropagate: Bool) -> Value {
    Run(errorsPropagate: errorsPropagate).evaluate(expression, in: Environment(variables))
  }

  /// A value must be the final one; of an unknown one with few possible values, the final must be among them. An error
  /// that is certain already must be one in the end.
  private func agrees(_ early: Value, _ final: Value) -> Bool {
    switch early {
    case .unknown(let unknown):
      final.isNull || (unknown.possible?.contains { agrees($0, final) } ?? unknown.bounds?.hold(final) ?? true)
    case .null: final.isNull
    case .list(let items):
      if case .list(let others) = final {
        items.count == others.count && zip(items, others).allSatisfy(agrees)
      } else {
        false
      }
    default: early.equals(final)
    }
  }

  /// Writes random expressions of known types over a few variables.
  private enum Writer {
    /// The ends between which all numbers of records lie.
    static let bounds = Bounds(lower: .number(0), upper: .number(3))

    static func variables(_ random: inout SplitMix64) -> [String: Value] {
      func number() -> Value { .number(Decimal128(Int.random(in: 0...3, using: &random))) }
      func truth() -> Value { .boolean(Bool.random(using: &random)) }
      return [
        "a": number(), "b": number(), "p": truth(), "q": truth(),
        "s": .string(["x", "y"].randomElement(using: &random) ?? ""),
      ]
    }

    static func expression(depth: Int, _ random: inout SplitMix64) -> String {
      Bool.random(using: &random) ? condition(depth, &random) : number(depth, &random)
    }

    private static func number(_ depth: Int, _ random: inout SplitMix64) -> String {
      let depth = depth - 1
      func n() -> String { number(depth, &random) }
      guard depth > 0 else { return ["a", "b", "0", "1", "2"].randomElement(using: &random) ?? "0" }
      switch Int.random(in: 0..<10, using: &random) {
      case 0: return "(\(n()) + \(n()))"
      case 1: return "(\(n()) * \(n()))"
      case 2: return "(\(n()) - \(n()))"
      case 3: return "(\(n()) / \(n()))"
      case 4: return "min(\(n()), \(n()))"
      case 5: return "max([\(n()), \(n())])"
      case 6: return "count([1, 2, 3][item > \(n())])"
      case 7: return "{x: \(n()), y: x + 1}.y"
      default: return "(if \(condition(depth, &random)) then \(n()) else \(n()))"
      }
    }

    private static func condition(_ depth: Int, _ random: inout SplitMix64) -> String {
      let depth = depth - 1
      func n() -> String { number(depth, &random) }
      func c() -> String { condition(depth, &random) }
      guard depth > 0 else { return ["p", "q", "true", "s = \"x\""].randomElement(using: &random) ?? "p" }
      switch Int.random(in: 0..<12, using: &random) {
      case 0, 1: return "(\(c()) and \(c()))"
      case 2, 3: return "(\(c()) or \(c()))"
      case 4: return "not(\(c()))"
      case 5: return "(\(n()) \(["<", "<=", "=", "!=", ">", ">="].randomElement(using: &random) ?? "<") \(n()))"
      case 6: return "(\(n()) between \(n()) and \(n()))"
      case 7: return "(\(n()) in [0..\(n())])"
      case 8: return "(\(n()) in (\(n()), > \(n())))"
      case 9: return "(some i in [\(n()), \(n())] satisfies i > \(n()))"
      case 10: return "(every i in [1, 2] satisfies \(c()))"
      default: return "list contains([\(n()), \(n())], \(n()))"
      }
    }
  }
}

extension Bounds {
  /// Whether a value lies between the ends.
  fileprivate func hold(_ value: Value) -> Bool {
    let low = lower?.order(to: value)
    let high = upper?.order(to: value)
    return [nil, .less, .equal].contains(low) && [nil, .greater, .equal].contains(high)
  }
}
