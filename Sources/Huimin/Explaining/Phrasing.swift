import Diagnostics
import FEEL

/// Puts conditions into words, with the values that made them hold or fail.
///
/// A condition that failed is said as it is, not as it should have been: `age >= 60` for somebody of 55 reads
/// "age (55) is under 60". Of `and` and `or` only the parts are told that settled the whole.
struct Phrasing {
  let outcome: Outcome
  /// Whether what was wanted is told beside what is so; plain statements leave it out.
  var tellsWanted = true

  var program: Program { outcome.program }

  init(_ outcome: Outcome) { self.outcome = outcome }

  /// A condition as a clause, with how it stands.
  struct Clause {
    let standing: Reason.Standing
    let text: Wording
    /// The condition itself, and where it is written.
    let expression: Expression
    /// The fact or decision that the clause is about, where it says nothing but its value.
    var name: String?
    /// Whether the condition asks that what is said be false.
    var isNegated = false
  }

  /// The clauses that made a condition what it is.
  func clauses(of expression: Expression, written: Written) -> [Clause] {
    switch expression.kind {
    case .binary(.and, let left, let right), .binary(.or, let left, let right):
      return deciding([left, right], in: expression, written: written)
    case .call(let callee, let arguments):
      if case .name("not") = callee.kind, let inner = arguments.first?.value, arguments.count == 1 {
        let whole = standing(of: value(of: expression))
        return clauses(of: inner, written: written).map {
          Clause(
            standing: whole, text: $0.text, expression: $0.expression, name: $0.name, isNegated: !$0.isNegated)
        }
      }
    default: break
    }
    // What is written down as so needs no words.
    if case .literal(.boolean) = expression.kind { return [] }
    let value = value(of: expression)
    let name = value.isUnknown ? openName(in: expression) : expression.ownName
    return [
      Clause(
        standing: standing(of: value), text: clause(expression, value, written: written), expression: expression,
        name: name)
    ]
  }

  /// Of the two sides of `and` or `or`, those that stand as the whole does.
  private func deciding(_ sides: [Expression], in whole: Expression, written: Written) -> [Clause] {
    let wanted = standing(of: value(of: whole))
    let relevant = sides.filter { standing(of: value(of: $0)) == wanted }
    return (relevant.isEmpty ? sides : relevant).flatMap { clauses(of: $0, written: written) }
  }

  /// The name whose being unknown leaves a comparison open.
  private func openName(in expression: Expression) -> String? {
    switch expression.kind {
    case .name(let name): name
    case .binary(let op, let left, let right) where op.isComparison:
      [left, right].first { value(of: $0).isUnknown }?.ownName
    case .between(let subject, _, _), .contained(let subject, _): subject.ownName
    default: nil
    }
  }

  func standing(of value: Value) -> Reason.Standing {
    switch value {
    case .boolean(let holds): holds ? .met : .unmet
    case .unknown: .unknown
    default: .failed
    }
  }

  /// The value that an expression has in this outcome. Each is worked out within bounds of its own, so that telling the
  /// first does not use up what the last needs.
  func value(of expression: Expression) -> Value { run.evaluate(expression, in: outcome.environment) }

  var run: Run { Run(moment: DateTime(midnightUTC: outcome.day), errorsPropagate: true) }

  // MARK: Single clauses

  private func clause(_ expression: Expression, _ value: Value, written: Written) -> Wording {
    switch expression.kind {
    case .binary(let op, let left, let right) where op.isComparison:
      return comparison(op, left, right, holds: value, written: written)
    case .between(let subject, let low, let high):
      let range = RangeValue(
        lower: self.value(of: low), lowerIncluded: true, upper: self.value(of: high), upperIncluded: true)
      return membership(of: subject, in: range, holds: value, written)
    case .contained(let subject, let tests):
      return membership(of: subject, in: tests, holds: value, written)
    default:
      return call(expression, holds: value, written: written)
        ?? yesOrNo(operand(expression, written: written), value)
    }
  }

  func yesOrNo(_ label: Wording, _ value: Value) -> Wording {
    switch value {
    case .boolean(true): Wording(en: "\(label[.en]): yes", zh: "\(label[.zh])：是")
    case .boolean(false): Wording(en: "\(label[.en]): no", zh: "\(label[.zh])：否")
    default: unsettled(label, value)
    }
  }

  /// What is said where there is no yes or no: it is not known, or it could not be worked out.
  func unsettled(_ label: Wording, _ value: Value) -> Wording {
    if value.isUnknown { return Wording(en: "\(label[.en]): not known yet", zh: "\(label[.zh])：尚不清楚") }
    let why = if case .null(let cause?) = value { cause.diagnostic.message } else { nil as Wording? }
    return Wording(
      en: "\(label[.en]): could not be worked out\(why.map { ": \($0[.en])" } ?? "")",
      zh: "\(label[.zh])：无法计算\(why.map { "：\($0[.zh])" } ?? "")")
  }
}

extension Expression {
  /// The name, where the expression is nothing else.
  var ownName: String? { if case .name(let name) = kind { name } else { nil } }
}
