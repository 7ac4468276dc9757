import Diagnostics
import FEEL

/// Tables of which all rows count that hold (DMN 1.5, 8.2.10, hit policies C, R and O).
extension Decider {
  /// A row of which it is not known whether it holds, with what it would give.
  struct OpenRow {
    let index: Int
    let condition: Unknown
    let output: Value
  }

  /// What rows come to together while it is open which of them hold, or what they give.
  ///
  /// - Parameter fallback: what holds where no row does; nothing where one certainly holds.
  func openCollection(
    _ table: Table<Checked>, _ values: [Value], _ open: [OpenRow], _ waiting: Unknown, _ fallback: Value?
  ) -> Value {
    let failing = (values + open.map(\.output)).contains(where: \.isError)
    let unknown = failing ? waiting.failing : waiting
    switch table.hit {
    case .collectCount:
      let counts = (values.count...values.count + open.count).map { Value.number(Decimal128($0)) }
      // What a row gives may turn out an error, and then there is no count.
      return Value.one(of: counts, dependingOn: unknown.failing)
    case .collectSum:
      let rows = open.map { Value.merge(.number(0), $0.output, dependingOn: $0.condition) }
      // The sum of no rows at all is what the table says it is.
      let total = sum(values + rows)
      let found =
        total.possibleValues.map { Value.one(of: $0, dependingOn: unknown) }
        ?? .between(total.bounds, dependingOn: unknown)
      return fallback.map { Value.merge(found, $0, dependingOn: unknown) } ?? found
    case .collectMinimum, .collectMaximum:
      let candidates =
        values.map { Candidate(holds: .boolean(true), value: $0) }
        + open.map { Candidate(holds: .unknown($0.condition), value: $0.output) }
      return openBest(of: candidates, otherwise: fallback, table.hit == .collectMaximum ? .highest : .lowest)
    default: return .unknown(unknown)
    }
  }

  func collected(
    _ table: Table<Checked>, _ values: [Value], inputs: [Value], _ decision: Decision<Checked>
  ) -> Value {
    if let error = values.first(where: \.isNull) { return error }
    switch table.hit {
    case .collectCount: return .number(Decimal128(values.count))
    case .outputOrder: return .list(values.sorted { rank($0, decision) < rank($1, decision) })
    case .collect, .ruleOrder: return .list(values)
    default: break
    }
    if values.isEmpty { return fallback(table, inputs: inputs, decision) }
    var numbers: [Decimal128] = []
    for value in values {
      guard case .number(let number) = value else {
        return refusal(
          "operand-type", of: decision, en: "`‹\(table.hit.rawValue)›` needs numbers, not \(value.kindName[.en])",
          zh: "`‹\(table.hit.rawValue)›` 需要数，而不是\(value.kindName[.zh])")
      }
      numbers.append(number)
    }
    switch table.hit {
    case .collectMinimum: return numbers.min().map { .number($0) } ?? .null
    case .collectMaximum: return numbers.max().map { .number($0) } ?? .null
    default:
      return Decimal128.sum(numbers).map { .number($0) }
        ?? refusal("number-too-large", of: decision, en: "the sum is out of range", zh: "合计超出范围")
    }
  }
}
