import Diagnostics
import FEEL
import PolicySource

/// Policies read from files, each linked with those it builds on, and checked.
///
/// Immutable and safe to use from any number of tasks at once. Loading is the only step that touches files.
///
/// ```swift
/// let library = PolicyLibrary(loading: ["Policies"])
/// let program = try library.program("cn.shanghai.putuo.meal-assistance", on: day)
/// let outcome = program.decide(try Facts("{\"age\": 83}", for: program), on: day)
/// ```
public struct PolicyLibrary: Sendable {
  /// The policies that can decide, in the order of their files.
  public let programs: [Program]
  /// Everything that was found wrong, errors and warnings, in the order of files and lines.
  public let diagnostics: [Diagnostic]
  /// The bytes of every file that was read, by name; diagnostics show excerpts of them.
  public let files: [String: [UInt8]]
  /// The ids of policies that were read but stand in error.
  private let broken: Set<String>

  /// Reads files and folders.
  ///
  /// In a folder every YAML file that looks like a policy is read, those below it too; test files (`*.test.yaml`) and
  /// records are passed over. Policies that a file builds on are looked for in its folder and the two above.
  ///
  /// - Parameter paths: as the user named them; diagnostics name files so too.
  public init(loading paths: [String], limits: ReadingLimits = ReadingLimits()) {
    var loader = PolicyLoader(limits: limits)
    for path in paths { loader.load(path) }
    let requested = loader.policies
    loader.loadAncestors()
    self.init(loader, requested: requested)
  }

  /// Reads one policy from text. Policies that it builds on are not looked for.
  ///
  /// - Parameter file: what to call it in diagnostics.
  public init(reading text: String, file: String, limits: ReadingLimits = ReadingLimits()) {
    var loader = PolicyLoader(limits: limits)
    loader.read(Array(text.utf8), file: file)
    self.init(loader, requested: loader.policies)
  }

  /// - Parameter requested: the policies to check; the others that were loaded only stand above them.
  private init(_ loader: PolicyLoader, requested: [Policy]) {
    var programs: [Program] = []
    var diagnostics = loader.diagnostics
    var broken = loader.brokenIDs
    diagnostics += PolicyLibrary.conflicts(among: loader.policies)
    for policy in requested {
      switch PolicyLibrary.ancestors(of: policy, among: loader.policies) {
      case .failure(let problem):
        diagnostics.append(problem)
        broken.insert(policy.id)
      case .success(let above):
        let compiled = Compiler.compile(policy, above: above)
        let isReadWhole = ([policy] + above).allSatisfy { !loader.brokenFiles.contains($0.file) }
        // Of a file that could not be read whole, warnings would only repeat what is wrong already.
        diagnostics += compiled.diagnostics.filter { isReadWhole || $0.severity == .error }
        if let program = compiled.program, isReadWhole {
          programs.append(program)
        } else {
          broken.insert(policy.id)
        }
      }
    }
    self.programs = programs
    self.diagnostics = diagnostics.inFileOrder
    self.broken = broken
    files = loader.files
  }

  /// Whether a policy stands in error, so that nothing can be decided by it.
  public var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }

  /// The version of a policy that is in force on a day.
  ///
  /// - Throws: a ``Diagnostic`` where there is no such policy, it stands in error, or no version is in force on the day.
  public func program(_ id: String, on day: CalendarDate) throws(Diagnostic) -> Program {
    let versions = programs.filter { $0.policy.id == id }
    if let found = versions.first(where: { $0.policy.inForce.contains(day) }) { return found }
    if let nearest = versions.last { throw nearest.notInForce(on: day) }
    if broken.contains(id) {
      throw Diagnostic(
        "broken-policy", message: Wording(en: "the policy `\(id)` has errors", zh: "政策 `\(id)` 有错误"),
        help: Wording(en: "run `huimin check`", zh: "运行 `huimin check`"))
    }
    let ids = programs.map(\.policy.id).uniqued
    throw Diagnostic(
      "unknown-policy", message: Wording(en: "there is no policy `\(id)`", zh: "没有政策 `\(id)`"),
      help: Suggestion.didYouMean(id, among: ids)
        ?? (ids.isEmpty
          ? nil
          : Wording(
            en: "there are \(ids.map { "`\($0)`" }.joined(separator: ", "))",
            zh: "现有 \(ids.map { "`\($0)`" }.joined(separator: "、"))")))
  }

  // MARK: Linking

  /// The policies that one builds on, the nearest first: the frame it implements, the policy it amends, and so on up.
  private static func ancestors(of policy: Policy, among all: [Policy]) -> Result<[Policy], Diagnostic> {
    var above: [Policy] = []
    var path = [policy.id]
    var here = policy
    while let parent = here.amends ?? here.implements {
      if path.contains(parent.name) {
        let circle = (path + [parent.name]).map { "`\($0)`" }.joined(separator: " → ")
        return .failure(
          Diagnostic(
            "cycle", location: parent.location,
            message: Wording(en: "policies build on each other in a circle: \(circle)", zh: "政策互相依赖，形成循环：\(circle)")))
      }
      let versions = all.filter { $0.id == parent.name }
      let day = policy.inForce.first ?? policy.inForce.last
      guard let found = versions.first(where: { day.map($0.inForce.contains) ?? true }) ?? versions.last else {
        return .failure(
          Diagnostic(
            "unknown-policy", location: parent.location,
            message: Wording(en: "there is no policy `\(parent.name)`", zh: "没有政策 `\(parent.name)`"),
            help: Suggestion.didYouMean(parent.name, among: all.map(\.id).filter { $0 != policy.id })
              ?? Wording(
                en: "put its file in the folder of this one, or in one of the two above",
                zh: "请把它的文件放在本文件所在的文件夹，或上面两层之内")))
      }
      path.append(found.id)
      above.append(found)
      here = found
    }
    return .success(above)
  }

  /// Two versions of one policy must not be in force on one day.
  private static func conflicts(among policies: [Policy]) -> [Diagnostic] {
    policies.indices.flatMap { position -> [Diagnostic] in
      let later = policies[position]
      return policies[..<position].filter { $0.id == later.id && $0.inForce.overlaps(later.inForce) }.map { earlier in
        Diagnostic(
          "duplicate-policy", location: later.location,
          message: Wording(
            en: "`\(later.id)` is in force at the same time in `\(earlier.file)`",
            zh: "`\(later.id)` 在 `\(earlier.file)` 中同时有效"),
          help: Wording(en: "end the earlier version before this one begins", zh: "让前一版本在本版本生效前失效"))
      }
    }
  }
}

extension Program {
  /// Whether this policy, and each that it builds on, is in force on a day; otherwise what to tell.
  public func notInForce(on day: CalendarDate) -> Diagnostic {
    let layer = ([policy] + above).first { !$0.inForce.contains(day) } ?? policy
    let period = layer.inForce.wording
    return Diagnostic(
      "not-in-force", location: nil,
      message: Wording(
        en: "`\(layer.id)` is not in force on \(day), but \(period[.en])",
        zh: "`\(layer.id)` 在 \(day) 无效，有效期为\(period[.zh])"),
      help: Wording(en: "give another day with `--on`", zh: "用 `--on` 指定另一日期"))
  }

  /// Whether this policy and each that it builds on is in force on a day.
  public func isInForce(on day: CalendarDate) -> Bool {
    ([policy] + above).allSatisfy { $0.inForce.contains(day) }
  }
}

extension Period {
  fileprivate func overlaps(_ other: Period) -> Bool {
    func begins(_ a: Period, byTheEndOf b: Period) -> Bool {
      guard let first = a.first, let last = b.last else { return true }
      return first <= last
    }
    return begins(self, byTheEndOf: other) && begins(other, byTheEndOf: self)
  }

  /// The period in words: `from 2025-12-22`.
  public var wording: Wording {
    switch (first, last) {
    case (let first?, let last?): Wording(en: "from \(first) to \(last)", zh: "\(first) 至 \(last)")
    case (let first?, nil): Wording(en: "from \(first)", zh: "自 \(first) 起")
    case (nil, let last?): Wording(en: "until \(last)", zh: "至 \(last) 止")
    case (nil, nil): Wording(en: "at all times", zh: "始终")
    }
  }
}
