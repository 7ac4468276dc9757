import FEEL

/// How many decimals a number can have at most, by what it is computed from: enough to find money that nobody can pay.
struct DecimalPlaces {
  private var places: [String: Int] = [:]
  /// More than any step of rounding: what a division leaves.
  static let endless = 1_000

  init(facts: [Fact], parameters: [Parameter]) {
    for fact in facts { places[fact.name] = fact.type.decimalPlaces }
    for parameter in parameters {
      let values = parameter.values.map { $0.value.decimalPlaces }
      places[parameter.name] = values.contains(nil) ? nil : values.compactMap { $0 }.max()
    }
  }

  /// Takes note of a decision, after those that it uses.
  mutating func declare(_ decision: Decision<Checked>) {
    places[decision.name] = decision.rounding?.places ?? decision.type?.decimalPlaces ?? of(decision.form)
  }

  /// Those of a decision, parameter or fact.
  subscript(name: String) -> Int? { places[name] }

  /// Nothing where it is not known, or where the decision is no number.
  func of(_ form: Form<Checked>) -> Int? {
    let answers = form.answers
    return answers.isEmpty ? nil : most(answers.map(\.expression))
  }

  func of(_ expression: Expression) -> Int? {
    switch expression.kind {
    case .literal(let value): value.decimalPlaces
    case .name(let name): places[name]
    case .negation(let inner): of(inner)
    case .conditional(_, let then, let otherwise): most([then, otherwise])
    case .binary(.add, let left, let right), .binary(.subtract, let left, let right): most([left, right])
    case .binary(.multiply, let left, let right): of(left).flatMap { left in of(right).map { left + $0 } }
    case .binary(.divide, _, _): Self.endless
    case .call(let function, let arguments): of(call: function, arguments.map(\.value))
    default: nil
    }
  }

  private func of(call function: Expression, _ arguments: [Expression]) -> Int? {
    guard case .name(let name) = function.kind else { return nil }
    switch name {
    case "abs", "min", "max", "sum": return most(arguments)
    case "floor", "ceiling", "decimal", "round up", "round down", "round half up", "round half down":
      guard arguments.count == 2 else { return 0 }
      guard case .literal(.number(let scale)) = arguments[1].kind, let scale = scale.int else { return nil }
      return max(0, scale)
    default: return nil
    }
  }

  private func most(_ expressions: [Expression]) -> Int? {
    let each = expressions.map(of)
    return each.contains(Self.endless) ? Self.endless : each.contains(nil) ? nil : each.compactMap { $0 }.max()
  }
}

extension Rounding {
  /// The decimals that are left after it.
  var places: Int { Value.number(step).decimalPlaces ?? 0 }
}

extension FactType {
  /// The decimals that a value of this type has at most.
  fileprivate var decimalPlaces: Int? {
    switch self {
    case .integer, .years: 0
    case .money, .percent: 2
    default: nil
    }
  }
}

extension Value {
  var decimalPlaces: Int? {
    if case .number(let number) = self { max(0, -number.exponent) } else { nil }
  }
}
