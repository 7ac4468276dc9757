import FEEL
import PolicySource

/// What became of the records of a batch, counted.
package struct BatchTally: Sendable {
  /// Records of which everything that was asked for is settled.
  package private(set) var decided = 0
  /// Records of which something depends on facts that were not given.
  package private(set) var undetermined = 0
  /// Records that were kept out because they cannot be read, or a rule could not be applied to them.
  package private(set) var refused = 0
  /// How many were kept out for what, by codes of diagnostics.
  package private(set) var refusals: [String: Int] = [:]
  /// How many undetermined records wait for which fact.
  package private(set) var open: [String: Int] = [:]
  /// How many records fail which criterion of a decision that refuses, by both names.
  package private(set) var unmet: [String: [String: Int]] = [:]
  /// How many records have yes and no, by the places of columns.
  package private(set) var answers: [(yes: Int, no: Int)]
  /// The sums of the plan's amounts, as far as they are settled; nothing where one has too many digits.
  package private(set) var totals: [Decimal128?]

  package var records: Int { decided + undetermined + refused }

  package init(_ plan: BatchPlan) {
    answers = Array(repeating: (0, 0), count: plan.columns.count)
    totals = Array(repeating: .zero, count: plan.amounts.count)
  }

  /// Counts a record that was written.
  mutating func count(_ record: DecidedRecord, by plan: BatchPlan) {
    if record.status == .undetermined {
      undetermined += 1
      for name in Set(record.open.map(BatchTally.whole)) { open[name, default: 0] += 1 }
    } else {
      decided += 1
    }
    for (value, column) in zip(record.values, plan.decisionColumns) {
      switch value {
      case .boolean(true)?: answers[column].yes += 1
      case .boolean(false)?: answers[column].no += 1
      default: break
      }
    }
    for (position, amount) in plan.amounts.enumerated() {
      if let number = amount.number(in: record.values) { totals[position] = totals[position]?.adding(number) }
    }
    countUnmet(record.outcome)
  }

  /// The fact that an open part belongs to: `people` of `people[2].age`.
  private static func whole(_ name: String) -> String {
    guard name.contains("["), name.contains("]"), let bracket = name.firstIndex(of: "[") else { return name }
    return String(name[..<bracket])
  }

  private mutating func countUnmet(_ outcome: Outcome) {
    for (name, value) in outcome.values {
      guard case .boolean(false) = value, case .criteria(let finding)? = outcome.findings[name]?.trace,
        case .criteria(let group)? = outcome.program.decision(named: name)?.decision.form
      else { continue }
      for criterion in group.unmet(finding) { unmet[name, default: [:]][criterion, default: 0] += 1 }
    }
  }

  /// Counts a record that is kept out.
  mutating func countRefused(_ codes: [String]) {
    refused += 1
    for code in Set(codes) { refusals[code, default: 0] += 1 }
  }

  /// Adds what became of other records of the same batch.
  package mutating func add(_ other: BatchTally) {
    decided += other.decided
    undetermined += other.undetermined
    refused += other.refused
    refusals.merge(other.refusals, uniquingKeysWith: +)
    open.merge(other.open, uniquingKeysWith: +)
    unmet.merge(other.unmet) { $0.merging($1, uniquingKeysWith: +) }
    for (position, more) in other.answers.enumerated() where position < answers.count {
      answers[position].yes += more.yes
      answers[position].no += more.no
    }
    for (position, more) in other.totals.enumerated() where position < totals.count {
      totals[position] = more.flatMap { totals[position]?.adding($0) }
    }
  }
}

extension CriteriaGroup<Checked> {
  /// The names of the criteria that are not met, the innermost of each.
  fileprivate func unmet(_ finding: GroupFinding) -> [String] {
    zip(criteria, finding.criteria).flatMap { criterion, found -> [String] in
      guard case .boolean(false) = found.value else { return [] }
      if case .group(let group) = criterion.body, case .all = group.rule, let inner = found.group {
        return group.unmet(inner)
      }
      return [criterion.name]
    }
  }
}

// MARK: Kept between two runs

extension BatchTally {
  /// The counts as they are kept beside an output that is not complete.
  package var json: JSON {
    func counts(_ counts: [String: Int]) -> JSON {
      .object(counts.sorted { $0.key < $1.key }.map { ($0.key, .number(String($0.value))) })
    }
    return .object([
      ("decided", .number(String(decided))), ("undetermined", .number(String(undetermined))),
      ("refused", .number(String(refused))), ("refusals", counts(refusals)), ("open", counts(open)),
      ("unmet", .object(unmet.sorted { $0.key < $1.key }.map { ($0.key, counts($0.value)) })),
      ("yes", .array(answers.map { .number(String($0.yes)) })),
      ("no", .array(answers.map { .number(String($0.no)) })),
      ("totals", .array(totals.map { $0.map { .string($0.plainText) } ?? .null })),
    ])
  }

  /// - Returns: nothing where the node does not hold the counts of such a batch.
  package init?(_ node: Node, _ plan: BatchPlan) {
    func number(_ node: Node?) -> Int? { node?.scalarText.flatMap { Int($0) } }
    func counts(_ node: Node?) -> [String: Int]? {
      guard case .mapping(let pairs)? = node?.kind else { return nil }
      var found: [String: Int] = [:]
      for (key, value) in pairs {
        guard let name = key.scalarText, let count = number(value) else { return nil }
        found[name] = count
      }
      return found
    }
    func items(_ node: Node?, _ count: Int) -> [Node]? {
      guard case .sequence(let items)? = node?.kind, items.count == count else { return nil }
      return items
    }
    guard let decided = number(node["decided"]), let undetermined = number(node["undetermined"]),
      let refused = number(node["refused"]), let refusals = counts(node["refusals"]), let open = counts(node["open"]),
      case .mapping(let lists)? = node["unmet"]?.kind, let yes = items(node["yes"], plan.columns.count),
      let no = items(node["no"], plan.columns.count), let totals = items(node["totals"], plan.amounts.count)
    else { return nil }
    self.init(plan)
    (self.decided, self.undetermined, self.refused) = (decided, undetermined, refused)
    (self.refusals, self.open) = (refusals, open)
    for (key, value) in lists { unmet[key.scalarText ?? ""] = counts(value) }
    answers = zip(yes, no).map { (number($0) ?? 0, number($1) ?? 0) }
    self.totals = totals.map { $0.isNull ? nil : $0.scalarText.flatMap { Decimal128($0) } }
  }
}
