import TestSupport
import Testing

@testable import Huimin

/// Nobody is refused without being told why, and by which text.
@Suite("The reasons of refusals")
struct RefusalReasonsTests {
  static let policies = ShippedPoliciesTests.library.programs.map(\.policy.id).reduce(into: [String]()) {
    if !$0.contains($1) { $0.append($1) }
  }

  @Test("every refusal names what failed, with the text that asks for it", arguments: policies)
  func everyRefusalIsExplained(_ id: String) throws {
    var refusals = 0
    for (outcome, facts) in RandomOutcomes.of(id, count: 120) {
      for refusal in Refusal.all(in: outcome) {
        refusals += 1
        #expect(
          refusal.isExplained,
          "\(refusal.reason.name ?? "") of \(facts.values) is refused without a reason that is cited")
      }
    }
    if !Self.withoutRefusals.contains(id) { #expect(refusals > 0, "no random record of \(id) was refused") }
  }

  /// These pass on amounts that somebody else has laid down, recommend, or say how to go on; they refuse nobody.
  private static let withoutRefusals: Set<String> = [
    "cn.meal-assistance", "example.village-meals", "cn.child-welfare.assessment-teams",
    "cn.anhui.adult-orphan-placement",
    "cn.anhui.xuancheng.adult-orphan-placement",
  ]

  /// The test sees a refusal that says nothing.
  @Test(arguments: [
    ("x: { cite: n, criteria: { all: { old: { require: age >= 60, cite: n 2 } } } }", true),
    ("x: { criteria: { all: { old: { require: age >= 60 } } } }", false),
    ("x: { cite: n, type: money, cases: [{ when: age < 60, then: 0 }, { otherwise: 1 }] }", true),
    ("x: { type: money, cases: [{ when: age < 60, then: 0 }, { otherwise: 1 }] }", false),
    ("x: { cite: n, type: money, table: { hit: first, inputs: [age], rules: { a: ['>= 60', 1], b: [-, 0] } } }", true),
    (
      "x: { cite: n, type: money, table: { hit: unique, inputs: [age], rules: { a: ['>= 60', 1] }, default: 0 } }", true
    ),
    ("x: { cite: n, type: money, cases: [{ otherwise: 0 }] }", false),
  ])
  func seesARefusalWithoutAReason(decision: String, isExplained: Bool) throws {
    let outcome = try Fixtures.decide(
      "sources: { n: { title: N } }\nfacts: { age: years }\ndecisions:\n  \(decision)", "age: 50")
    #expect(Refusal.all(in: outcome).map(\.isExplained) == [isExplained])
  }
}

/// A decision that was taken against somebody: criteria that are not met, a no, or nothing to be paid.
private struct Refusal {
  let reason: Reason
  /// What the decisions above it cite.
  let above: [ResolvedCitation]

  /// Those among the decisions that an outcome tells of.
  static func all(in outcome: Outcome) -> [Refusal] {
    guard outcome.status == .decided else { return [] }
    let explanation = outcome.explanation
    func within(_ reasons: [Reason], _ above: [ResolvedCitation]) -> [Refusal] {
      reasons.flatMap { reason -> [Refusal] in
        let isRefusal = reason.kind == .decision && isRefusal(reason, explanation)
        return (isRefusal ? [Refusal(reason: reason, above: above)] : [])
          + within(reason.because, above + reason.citations)
      }
    }
    return within(explanation.reasons, [])
  }

  private static func isRefusal(_ reason: Reason, _ explanation: Explanation) -> Bool {
    guard let name = reason.name, explanation.decisive.contains(name),
      let form = explanation.outcome.program.decision(named: name)?.decision.form
    else { return false }
    switch (form, reason.value) {
    case (.criteria, .boolean(false)?), (.cases, .boolean(false)?), (.table, .boolean(false)?): return true
    case (.cases, .number(let amount)?), (.table, .number(let amount)?):
      return amount.isZero && reason.type == .number(.yuan)
    default: return false
    }
  }

  /// Whether something below it says what is so, with a citation on it, below it, or on the way to it.
  var isExplained: Bool {
    func explains(_ reasons: [Reason], isCited: Bool) -> Bool {
      reasons.contains { part in
        let isCited = isCited || !part.citations.isEmpty
        let says: Bool =
          switch part.kind {
          case .criterion: part.standing == .unmet
          case .condition: part.text != nil
          // What a decision came to that was asked after, or what was drawn of a quota.
          case .decision: part.value != nil && part.label != nil
          default: false
          }
        return says && (isCited || hasCitation(part.because)) || explains(part.because, isCited: isCited)
      }
    }
    return explains(reason.because, isCited: !reason.citations.isEmpty || !above.isEmpty)
  }

  private func hasCitation(_ reasons: [Reason]) -> Bool {
    reasons.contains { !$0.citations.isEmpty || hasCitation($0.because) }
  }
}
