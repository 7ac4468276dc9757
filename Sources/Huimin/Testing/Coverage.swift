import Diagnostics
import PolicySource

/// How much of what authors wrote some outcomes reached, policy by policy.
///
/// An item counts for the policy in whose file it is written, whichever policy it was decided by: what a local policy takes
/// over from the frame above it counts for the frame, a waiver that an amendment grants counts for the amendment.
///
/// ```swift
/// var coverage = Coverage()
/// for program in library.programs { coverage.declare(program) }
/// for result in try library.run(file) { if let outcome = result.outcome { coverage.add(outcome) } }
/// for policy in coverage.policies { print(policy.file, policy.percent) }
/// ```
public struct Coverage: Sendable {
  private var found: [String: PolicyCoverage] = [:]
  /// The name under which each file is shown, by each of its names.
  private var names: [String: String] = [:]
  private var namesByRealPath: [String: String] = [:]

  public init() {}

  /// The policies of which anything can be reached, in the order of their files.
  public var policies: [PolicyCoverage] {
    found.values.filter { $0.total > 0 }.sorted { $0.file < $1.file }
  }

  /// How many items there are in all policies, and how many of them were reached.
  public var totals: (reached: Int, total: Int) {
    found.values.reduce((0, 0)) { ($0.0 + $1.reached, $0.1 + $1.total) }
  }

  /// Counts what a policy, and those above it, hold, whether or not anything reaches it.
  public mutating func declare(_ program: Program) {
    for checked in program.decisions { note(CoverageWalk(checked, of: program, nil).found, of: program) }
  }

  /// Counts what an outcome reached.
  public mutating func add(_ outcome: Outcome) {
    for checked in outcome.program.decisions {
      note(
        CoverageWalk(checked, of: outcome.program, outcome.findings[checked.decision.name]).found, of: outcome.program)
    }
  }

  private mutating func note(_ walked: [CoverageWalk.Step], of program: Program) {
    for step in walked {
      let written = step.item.location.file
      let file = name(of: written)
      let policy = program.layers.first { $0.file == written } ?? program.policy
      found[file, default: PolicyCoverage(id: policy.id, file: file)].note(
        file == written ? step.item : step.item.placed(in: file), isReached: step.isReached)
    }
  }

  /// One name for a file that several paths lead to: the first that was met.
  private mutating func name(of file: String) -> String {
    if let known = names[file] { return known }
    let path = SourceFile.realPath(of: file)
    let name = namesByRealPath[path] ?? file
    namesByRealPath[path] = name
    names[file] = name
    return name
  }
}

/// How much of one policy was reached.
public struct PolicyCoverage: Sendable {
  public let id: String
  /// The file it is written in; versions of one policy have files of their own.
  public let file: String
  private var items: [CoverageItem: Bool] = [:]
  /// How many items were reached.
  public private(set) var reached = 0

  init(id: String, file: String) {
    self.id = id
    self.file = file
  }

  /// How many items there are.
  public var total: Int { items.count }

  /// Whole percent, rounded down, so that 100 means all.
  public var percent: Int { Coverage.percent(reached, of: total) }

  /// What nothing reached, in the order of the file.
  public var missing: [CoverageItem] {
    let kinds = CoverageItem.Kind.allCases
    return items.filter { !$0.value }.keys.sorted { a, b in
      if a.location.start != b.location.start { return a.location.start < b.location.start }
      let (x, y) = (kinds.firstIndex(of: a.kind) ?? 0, kinds.firstIndex(of: b.kind) ?? 0)
      return x == y ? a.name < b.name : x < y
    }
  }

  mutating func note(_ item: CoverageItem, isReached: Bool) {
    if isReached, items[item] != true { reached += 1 }
    items[item] = isReached || items[item] ?? false
  }
}

extension Coverage {
  /// Whole percent, rounded down; of nothing, all.
  public static func percent(_ reached: Int, of total: Int) -> Int { total == 0 ? 100 : reached * 100 / total }
}
