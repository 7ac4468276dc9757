import Diagnostics
import FEEL

/// Finds tables none of whose rows holds for some record, which would end in the error `no-row`.
extension Compiler {
  /// Only of a policy without errors, and of the tables that it holds itself.
  mutating func warnOfGaps(_ decisions: [CheckedDecision], ranges: [String: [CheckedCell]]) {
    var knowledge = InputKnowledge(
      facts: linker.facts.map(\.fact), parameters: linker.parameters, ranges: ranges, inForce: daysInForce)
    for checked in decisions {
      if checked.origin.id == policy.id {
        for (table, decision) in checked.decision.tables where table.needsRow {
          warnOfGap(table, of: decision, knowledge)
        }
      }
      knowledge.declare(checked)
    }
  }

  private mutating func warnOfGap(
    _ table: Table<Checked>, of decision: Decision<Checked>, _ knowledge: InputKnowledge
  ) {
    let columns = table.inputs.indices.map { position in
      GapColumn(knowledge.values(of: table.inputs[position]), cells: table.rows.map { $0.cells[position].tests })
    }
    var search = GapSearch(columns)
    for inputs in independent(table.inputs.map(knowledge.roots)) {
      guard let gap = search.gap(among: inputs), !gap.isEmpty else { continue }
      let shown = gap.sorted { $0.key < $1.key }.map { position, value in
        example(columns[position].values[value].value, of: table.inputs[position])
      }
      report(
        "table-gap", at: decision.location, severity: .warning,
        en: "no row of `\(decision.name)` holds for \(shown.map(\.[.en]).joined(separator: ", "))",
        zh: "`\(decision.name)` 没有一行适用于 \(shown.map(\.[.zh]).joined(separator: "、"))",
        help: Wording(en: "add a row for it, or `‹default›:`", zh: "为此补一行，或写 `‹default›:`"))
      return
    }
  }

  private func example(_ value: Value?, of input: CheckedFormula) -> Wording {
    let text = input.written.text
    guard let value else { return Wording(en: "any other `\(text)`", zh: "其他的 `\(text)`") }
    return Wording(both: "`\(text) = \(Quotation.of(value.displayText))`")
  }

  /// The largest groups of inputs in which none rests on what another rests on: whatever some of them are, the others can
  /// be anything. A few groups will do.
  private func independent(_ roots: [Set<String>]) -> [[Int]] {
    var found: [[Int]] = []
    var left = [Array(roots.indices)]
    var tried = 0
    while let inputs = left.popLast(), tried < 64 {
      tried += 1
      let pair = inputs.lazy.flatMap { a in inputs.lazy.filter { $0 > a }.map { (a, $0) } }.first {
        !roots[$0].isDisjoint(with: roots[$1])
      }
      if let (a, b) = pair {
        left += [inputs.filter { $0 != a }, inputs.filter { $0 != b }]
      } else if !found.contains(where: { Set(inputs).isSubset(of: $0) }) {
        found.append(inputs)
      }
    }
    return found
  }

  /// The days on which the policy and those above it are all in force, as ranges.
  private var daysInForce: [UnaryTests] {
    linker.layers.map(\.inForce).flatMap { period in
      [(period.first, BinaryOperator.greaterOrEqual), (period.last, .lessOrEqual)].compactMap { day, op in
        day.map { day in
          let span = Span(0, 0)
          let bound = Expression(.literal(.date(day)), span)
          return UnaryTests([UnaryTest(.comparison(op, bound), span)], isNegated: false, span: span)
        }
      }
    }
  }
}

extension Decision where P == Checked {
  /// Its table, or those of its dated rules, each with the decision or rule that it makes up.
  fileprivate var tables: [(Table<Checked>, Decision)] {
    switch form {
    case .table(let table): [(table, self)]
    case .dated(let rules): rules.flatMap(\.decision.tables)
    default: []
    }
  }
}

extension Table {
  /// Whether one of its rows has to hold.
  fileprivate var needsRow: Bool {
    switch hit {
    case .first, .unique, .any, .priority: fallback == nil
    default: false
    }
  }
}
