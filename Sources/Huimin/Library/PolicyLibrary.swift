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
  /// The policies without errors, in the order of their files; one that builds on another of several versions once for
  /// each of them with which it is in force at the same time.
  public let programs: [Program]
  /// How many modules without errors there are: they decide nothing by themselves, and are no programs.
  public let moduleCount: Int
  /// Everything that was found wrong, errors and warnings, in the order of files and lines.
  public let diagnostics: [Diagnostic]
  /// The bytes of every file that was read, by name; diagnostics show excerpts of them.
  public let files: [String: [UInt8]]
  /// The ids of policies that were read but stand in error.
  private let broken: Set<String>

  /// Reads files and folders.
  ///
  /// In a folder every YAML file that looks like a policy is read, those below it too; test files (`*.test.yaml`) and
  /// records are passed over. Policies that a file builds on are looked for in its folder and the two above, and in
  /// what lies near below those.
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

  /// Reads one policy from text as though it stood in a file, which need not be there yet: policies that it builds on
  /// are looked for from its folder on.
  public init(reading text: String, asIfAt file: String, limits: ReadingLimits = ReadingLimits()) {
    var loader = PolicyLoader(limits: limits)
    loader.read(Array(text.utf8), file: file)
    let requested = loader.policies
    loader.loadAncestors()
    self.init(loader, requested: requested)
  }

  /// Finds the versions of a policy that a policy in a folder could build on; holds none where there are none.
  ///
  /// - Parameter folder: it need not be there yet.
  public init(finding id: String, from folder: String, limits: ReadingLimits = ReadingLimits()) {
    var loader = PolicyLoader(limits: limits)
    loader.find(id, from: folder)
    let requested = loader.policies
    loader.loadAncestors()
    self.init(loader, requested: requested)
  }

  /// - Parameter requested: the policies to check; the others that were loaded only stand above them.
  private init(_ loader: PolicyLoader, requested: [Policy]) {
    var programs: [Program] = []
    var modules = 0
    var diagnostics = loader.diagnostics
    var broken = loader.brokenIDs
    diagnostics += Lineage.gaps(among: loader.policies)
    for (policy, problem) in Lineage.conflicts(among: loader.policies) {
      diagnostics.append(problem)
      broken.insert(policy.id)
    }
    for policy in requested {
      let lineages = Lineage.all(of: policy, among: loader.policies, failed: loader.failed)
      diagnostics += lineages.problems
      if !lineages.problems.isEmpty { broken.insert(policy.id) }
      for above in lineages.found {
        let compiled = Compiler.compile(policy, above: above)
        let isReadWhole = ([policy] + above).allSatisfy { !loader.brokenFiles.contains($0.file) }
        // Of a file that could not be read whole, warnings would only repeat what is wrong already; so would names that
        // are missing because where they are declared could not be read.
        let lacksNames = ([policy] + above).contains { loader.lackingNames.contains($0.file) }
        diagnostics += compiled.diagnostics.filter {
          (isReadWhole || $0.severity == .error) && !(lacksNames && $0.tellsOfMissingName)
            && !$0.followsFromComma(among: loader.diagnostics)
        }
        if let program = compiled.program, isReadWhole {
          if policy.isModule { modules += 1 } else { programs.append(program) }
        } else {
          broken.insert(policy.id)
        }
      }
    }
    self.programs = programs
    moduleCount = modules
    let languages = Dictionary(loader.policies.map { ($0.file, $0.language) }, uniquingKeysWith: { first, _ in first })
    self.diagnostics = diagnostics.inFileOrder.map { $0.spelled(in: $0.location.flatMap { languages[$0.file] } ?? .en) }
    self.broken = broken
    files = loader.files
  }

  /// Whether a policy stands in error, so that nothing can be decided by it.
  public var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }

  /// The version of a policy that is in force on a day, with the versions of those above it that are.
  ///
  /// - Throws: a ``Diagnostic`` where there is no such policy, it stands in error, or no version is in force on the day.
  public func program(_ id: String, on day: CalendarDate) throws(Diagnostic) -> Program {
    let versions = try versions(of: id)
    if let found = versions.first(where: { $0.isInForce(on: day) }) { return found }
    throw versions[versions.count - 1].notInForce(on: day)
  }

  /// The versions of a policy; at least one.
  package func versions(of id: String) throws(Diagnostic) -> [Program] {
    guard !broken.contains(id) else {
      throw Diagnostic(
        "broken-policy", message: Wording(en: "the policy `\(id)` has errors", zh: "政策 `\(id)` 有错误"),
        help: Wording(en: "run `huimin check`", zh: "运行 `huimin check`"))
    }
    let versions = programs.filter { $0.policy.id == id }
    if !versions.isEmpty { return versions }
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
}

extension Diagnostic {
  /// Whether it says that something is declared nowhere.
  fileprivate var tellsOfMissingName: Bool { code.hasPrefix("unknown-") || code == "unfilled-term" }
}

extension Diagnostic {
  /// Whether an expression only seems broken because YAML ended it at a comma, which has been told.
  fileprivate func followsFromComma(among others: [Diagnostic]) -> Bool {
    guard code == "syntax", let place = location else { return false }
    return others.contains { other in
      guard other.code == "unquoted-comma", let comma = other.location else { return false }
      return comma.file == place.file && comma.start.line == place.start.line && place.start < comma.start
    }
  }
}
