import Huimin

/// Finds the policy that a new one is to build on.
struct ParentChoice {
  private let id: String
  private let folder: String
  private let policies: String
  private let console: Console

  init(id: String, folder: String, policies: String?, _ console: Console) {
    self.id = id
    self.folder = folder
    self.policies = policies ?? console.environment("HUIMIN_POLICIES") ?? "Policies"
    self.console = console
  }

  /// The version that is in force on a day.
  ///
  /// - Throws: a ``Diagnostic`` where there is none, or where a policy in the folder would not find it.
  func program(_ parent: String, option: String, on day: CalendarDate) throws(Diagnostic) -> Program {
    let near = PolicyLibrary(finding: parent, from: folder)
    if !near.programs.isEmpty || near.hasErrors { return try inForce(parent, in: near, on: day) }
    guard SourceFile.exists(policies) else {
      throw Diagnostic(
        "unknown-policy", message: Wording(en: "there is no policy `\(parent)`", zh: "没有政策 `\(parent)`"),
        help: Wording(
          en: "name a folder near it, or say with `--policies` where to look", zh: "请指定它附近的文件夹，或用 `--policies` 指明在哪里查找")
      )
    }
    let found = try inForce(parent, in: PolicyLibrary(loading: [policies]), on: day)
    let place = SourceFile.folder(of: found.policy.file)
    throw Diagnostic(
      "unknown-policy",
      message: Wording(
        en: "`\(parent)` is in `\(place)`, where a policy in `\(folder)` does not find it",
        zh: "`\(parent)` 在 `\(place)` 中，放在 `\(folder)` 的政策找不到它"),
      help: Wording(
        en: "put the new one beside it: `huimin new \(id) \(ShellWord.quoted(place)) \(option) \(parent)`",
        zh: "请放在它旁边：`huimin new \(id) \(ShellWord.quoted(place)) \(option) \(parent)`"))
  }

  /// The version on a day; where there is none, the day is that of another option here.
  private func inForce(_ parent: String, in library: PolicyLibrary, on day: CalendarDate) throws(Diagnostic) -> Program
  {
    do throws(Diagnostic) {
      return try library.program(parent, on: day)
    } catch  where error.code == "not-in-force" {
      throw Diagnostic(
        error.code, message: error.message,
        help: Wording(
          en: "say with `--in-force` when the new policy begins", zh: "用 `--in-force` 写明新政策的生效日"))
    } catch  where error.code == "broken-policy" {
      let files = library.diagnostics.filter { $0.severity == .error }.compactMap(\.location?.file).uniqued
      let command = "huimin check \(files.map(ShellWord.quoted).joined(separator: " "))"
      throw Diagnostic(
        error.code, message: error.message,
        help: Wording(en: "mend it first: `\(command)`", zh: "请先改正：`\(command)`"))
    }
  }
}
