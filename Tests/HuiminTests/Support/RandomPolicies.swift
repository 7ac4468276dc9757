import TestSupport

@testable import Huimin

/// Writes random policies over a few facts, with every form of decision.
struct RandomPolicies {
  var random: SplitMix64

  /// The text of a policy of eight decisions, each of which may use those before it.
  mutating func policy() -> String {
    var text = """
      policy: test.random
      title: Random
      in force: 2020-01-01..
      facts: { a: { type: integer }, b: { type: integer }, p: boolean, q: boolean, c: [x, y, z] }
      decisions:

      """
    var numbers = ["a", "b"]
    var truths = ["p", "q"]
    for position in 0..<8 {
      let name = "d\(position)"
      switch Int.random(in: 0..<11, using: &random) {
      case 9, 10:
        text += "  \(name):\n    rule: '\(number(numbers, truths))'\n    exceptions:\n"
        for exception in 0..<3 {
          text += "      e\(exception):\n        when: '\(truth(numbers, truths))'\n"
          text += "        then: '\(pick([number(numbers, truths), "1"]))'\n"
          if exception > 0 { text += "        over: \(pick(["e0", "[e0]", "e\(exception - 1)"]))\n" }
          if Bool.random(using: &random) {
            text += "        exceptions: { f: { when: '\(truth(numbers, truths))', then: \(pick(["1", "2"])) } }\n"
          }
        }
        numbers.append(name)
      case 7, 8:
        text += "  \(name):\n    best of:\n"
        for candidate in 0..<3 {
          let when = pick(["", "when: '\(truth(numbers, truths))', "])
          text += "      c\(candidate): { \(when)value: '\(number(numbers, truths))' }\n"
        }
        if !text.hasCertainCandidate { text += "    otherwise: \(pick(["0", "2"]))\n" }
        if Bool.random(using: &random) { text += "    choose: lowest\n" }
        numbers.append(name)
      case 0:
        text += "  \(name): { value: '\(number(numbers, truths)) ' }\n"
        numbers.append(name)
      case 1:
        text += "  \(name):\n    cases:\n"
        for _ in 0..<Int.random(in: 1...3, using: &random) {
          text += "      - { when: '\(truth(numbers, truths))', then: '\(number(numbers, truths))' }\n"
        }
        text += "      - { otherwise: '\(number(numbers, truths))' }\n"
        numbers.append(name)
      case 2, 3:
        text += table(name, numbers, truths)
        numbers.append(name)
      case 4, 5:
        text += "  \(name):\n    criteria:\n      \(pick(["all", "any", "at least 2"])):\n"
        for criterion in 0..<3 {
          let waiver = Bool.random(using: &random) ? ", waive when: '\(truth(numbers, truths))'" : ""
          text += "        k\(criterion): { require: '\(truth(numbers, truths))'\(waiver) }\n"
        }
        truths.append(name)
      default:
        text += """
            \(name):
              split: 10
              among: { u: '\(number(numbers, truths))', v: '\(number(numbers, truths))', w: the rest }
              if over: reduce in order
              round: half up to 1

          """
        numbers.append("\(name).u")
      }
    }
    return text
  }

  private mutating func table(_ name: String, _ numbers: [String], _ truths: [String]) -> String {
    let hit = pick(["first", "first", "any", "unique", "priority", "collect sum", "collect max", "collect count"])
    var text = "  \(name):\n"
    if hit == "priority" {
      text = "  \(name)m:\n    members: [high, mid, low]\n"
    }
    text += "    table:\n      hit: \(hit)\n      inputs: ['\(pick(numbers))', '\(pick(truths))', c]\n      rules:\n"
    for row in 0..<Int.random(in: 2...4, using: &random) {
      let cells = [
        pick(["-", "> 1", "<= 1", "[1..2]", "0", "not(2)"]), pick(["-", "true", "false"]),
        pick(["-", "x", "'y, z'", "z"]),
      ]
      let output = hit == "priority" ? pick(["high", "mid", "low"]) : pick(["0", "1", "2", "3"])
      text += "        r\(row): ['\(cells[0])', '\(cells[1])', \(cells[2]), \(output)]\n"
    }
    if hit != "collect count" { text += "      default: \(hit == "priority" ? "low" : "0")\n" }
    if hit == "priority" { text += "  \(name): { value: if \(name)m = high then 2 else 1 }\n" }
    return text
  }

  private mutating func number(_ numbers: [String], _ truths: [String]) -> String {
    switch Int.random(in: 0..<6, using: &random) {
    case 0: pick(["0", "1", "2"])
    case 1: "min(\(pick(numbers)), \(pick(["1", "2"])))"
    case 2: "if \(pick(truths)) then \(pick(numbers)) else \(pick(["0", "1"]))"
    case 3: "(\(pick(numbers)) + 1) * 2"
    default: pick(numbers)
    }
  }

  private mutating func truth(_ numbers: [String], _ truths: [String]) -> String {
    switch Int.random(in: 0..<6, using: &random) {
    case 0: "\(pick(numbers)) > \(pick(["0", "1", "2"]))"
    case 1: "\(pick(truths)) and \(pick(truths))"
    case 2: "not(\(pick(truths))) or \(pick(numbers)) = 1"
    case 3: "c in (x, y)"
    case 4: "c = z"
    default: pick(truths)
    }
  }

  private mutating func pick(_ choices: [String]) -> String { choices[Int.random(in: choices.indices, using: &random)] }

  /// A value for each fact.
  mutating func record() -> [String: Value] {
    [
      "a": .number(Decimal128(Int.random(in: 0...3, using: &random))),
      "b": .number(Decimal128(Int.random(in: 0...3, using: &random))), "p": .boolean(Bool.random(using: &random)),
      "q": .boolean(Bool.random(using: &random)), "c": .string(pick(["x", "y", "z"])),
    ]
  }
}

extension String {
  /// Whether one of the last three lines, each a candidate, always applies.
  fileprivate var hasCertainCandidate: Bool {
    split(separator: "\n").suffix(3).contains { !$0.contains("when:") }
  }
}
