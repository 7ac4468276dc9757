import Diagnostics
import FEEL
import PolicySource

/// The lines of policies that one builds on: the frame it implements or the policy it amends, and so on up.
enum Lineage {
  /// Every line in which all are in force on some day together, each the nearest first, and what stands in the way.
  ///
  /// - Parameter failed: the ids of policies whose files could not be read, each with its file.
  static func all(of policy: Policy, among policies: [Policy], failed: [String: String] = [:])
    -> (found: [[Policy]], problems: [Diagnostic])
  {
    let lines = extend([policy], in: policy.inForce, among: policies, failed)
    var found: [[Policy]] = []
    var problems = lines.problems
    for line in lines.found {
      let withModules = modules(of: [policy] + line, among: policies, failed)
      found += withModules.found.map { line + $0 }
      problems += withModules.problems
    }
    return (problems.isEmpty ? found : [], problems.uniqued)
  }

  /// The modules that a line of policies uses, and those that these use, in the versions in force at the same time.
  private static func modules(of line: [Policy], among policies: [Policy], _ failed: [String: String])
    -> (found: [[Policy]], problems: [Diagnostic])
  {
    var period: Period? = line.reduce(Period(first: nil, last: nil)) { common, policy in
      common.flatMap { $0.intersection(policy.inForce) }
    }
    var found: [[Policy]] = [[]]
    var problems: [Diagnostic] = []
    var seen: Set<String> = []
    var left = line.flatMap(\.uses)
    while !left.isEmpty {
      let named = left.removeFirst()
      guard seen.insert(named.name).inserted else { continue }
      let versions = policies.filter { $0.id == named.name }
      guard !versions.isEmpty else {
        problems.append(
          broken(named, in: failed) ?? unknown(named, among: policies.filter(\.isModule).map(\.id).uniqued))
        continue
      }
      guard versions.allSatisfy(\.isModule) else {
        problems.append(notAModule(named))
        continue
      }
      left += versions.flatMap(\.uses)
      let inForce = versions.filter { version in period.map { $0.intersection(version.inForce) != nil } ?? true }
      guard !inForce.isEmpty else {
        problems.append(neverTogether(line[0], named))
        continue
      }
      if inForce.count == 1 { period = period.flatMap { $0.intersection(inForce[0].inForce) } }
      found = found.flatMap { line in inForce.map { line + [$0] } }
    }
    return (found, problems)
  }

  private static func notAModule(_ named: Named) -> Diagnostic {
    Diagnostic(
      "not-a-module", location: named.location,
      message: Wording(
        en: "`\(named.name)` is a policy, and only modules can be used", zh: "`\(named.name)` 是政策，只有模块可以引用"),
      help: Wording(
        en: "a module begins with `‹module›: ` and its id; build on a policy with `‹implements›` or `‹amends›`",
        zh: "模块以 `‹module›: ` 和标识开头；政策用 `‹implements›` 或 `‹amends›`"))
  }

  private static func extend(_ line: [Policy], in period: Period, among policies: [Policy], _ failed: [String: String])
    -> (found: [[Policy]], problems: [Diagnostic])
  {
    guard let last = line.last, let parent = last.amends ?? last.implements else {
      return ([Array(line.dropFirst())], [])
    }
    if line.contains(where: { $0.id == parent.name }) { return ([], [circle(line.map(\.id) + [parent.name], parent)]) }
    let versions = policies.filter { $0.id == parent.name }
    guard !versions.isEmpty else {
      let others = policies.map(\.id).filter { $0 != last.id }.uniqued
      return ([], [broken(parent, in: failed) ?? unknown(parent, among: others)])
    }
    var found: [[Policy]] = []
    var problems: [Diagnostic] = []
    for version in versions {
      guard let common = period.intersection(version.inForce) else { continue }
      let lines = extend(line + [version], in: common, among: policies, failed)
      found += lines.found
      problems += lines.problems
    }
    if found.isEmpty, problems.isEmpty { problems = [neverTogether(last, parent)] }
    return (found, problems.uniqued)
  }

  private static func circle(_ ids: [String], _ parent: Named) -> Diagnostic {
    let path = ids.map { "`\($0)`" }.joined(separator: " → ")
    return Diagnostic(
      "cycle", location: parent.location,
      message: Wording(en: "policies build on each other in a circle: \(path)", zh: "政策互相依赖，形成循环：\(path)"))
  }

  /// What is wrong in the file of a policy has been told there.
  private static func broken(_ parent: Named, in failed: [String: String]) -> Diagnostic? {
    failed[parent.name].map { file in
      Diagnostic(
        "broken-policy", location: parent.location,
        message: Wording(
          en: "`\(parent.name)` has errors, so what builds on it is not checked",
          zh: "`\(parent.name)` 有错误，依据它的内容未作检查"),
        help: Wording(en: "mend `\(file)` first", zh: "请先改正 `\(file)`"))
    }
  }

  private static func unknown(_ parent: Named, among ids: [String]) -> Diagnostic {
    Diagnostic(
      "unknown-policy", location: parent.location,
      message: Wording(en: "there is no policy `\(parent.name)`", zh: "没有政策 `\(parent.name)`"),
      help: Suggestion.didYouMean(parent.name, among: ids)
        ?? Wording(
          en: "put its file in the folder of this one, or in one of the two above",
          zh: "请把它的文件放在本文件所在的文件夹，或上面两层之内"))
  }

  private static func neverTogether(_ policy: Policy, _ parent: Named) -> Diagnostic {
    Diagnostic(
      "never-in-force", location: parent.location,
      message: Wording(
        en: "`\(policy.id)` and `\(parent.name)` are never in force on the same day",
        zh: "`\(policy.id)` 与 `\(parent.name)` 没有同时有效的日子"),
      help: Wording(en: "compare their `‹in force›`", zh: "请核对两者的 `‹in force›`"))
  }

  /// Days between two versions of a policy on which none is in force: a repeal that was meant so, or a slip in a date.
  static func gaps(among policies: [Policy]) -> [Diagnostic] {
    policies.compactMap { later in
      guard let first = later.inForce.first else { return nil }
      let earlier = policies.filter { $0.id == later.id }.compactMap { version in
        version.inForce.last.map { (last: $0, file: version.file) }
      }
      guard let before = earlier.filter({ $0.last < first }).max(by: { $0.last < $1.last }),
        let next = before.last.adding(days: 1), next < first,
        !policies.contains(where: { $0.id == later.id && $0.inForce.contains(next) })
      else { return nil }
      return Diagnostic(
        "version-gap", severity: .warning, location: later.location,
        message: Wording(
          en: "no version of `\(later.id)` is in force from \(next) to the day before \(first)",
          zh: "`\(later.id)` 自 \(next) 至 \(first) 前一日没有有效的版本"),
        help: Wording(
          en: "the version before, in `\(before.file)`, ends on \(before.last)",
          zh: "前一版本在 `\(before.file)`，\(before.last) 失效"))
    }
  }

  /// Two versions of one policy must not be in force on one day: which of them decides would be chance.
  static func conflicts(among policies: [Policy]) -> [(policy: Policy, problem: Diagnostic)] {
    policies.indices.flatMap { position -> [(Policy, Diagnostic)] in
      let later = policies[position]
      let earlier = policies[..<position].filter {
        $0.id == later.id && $0.inForce.intersection(later.inForce) != nil
      }
      return earlier.map { earlier in
        let problem = Diagnostic(
          "duplicate-policy", location: later.location,
          message: Wording(
            en: "`\(later.id)` is in force at the same time in `\(earlier.file)`",
            zh: "`\(later.id)` 在 `\(earlier.file)` 中同时有效"),
          help: Wording(en: "end the earlier version before this one begins", zh: "让前一版本在本版本生效前失效"))
        return (later, problem)
      }
    }
  }
}
