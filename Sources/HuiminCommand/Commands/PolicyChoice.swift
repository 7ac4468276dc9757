import Huimin

/// Finds the policy that a user names: by its file, or by its id in the folder of policies.
struct PolicyChoice {
  private let name: String
  private let library: PolicyLibrary
  private let isFile: Bool

  init(_ name: String, folder: String?, _ console: Console) {
    self.name = name
    isFile =
      name == "-" || SourceFile.exists(name) || name.contains("/") || name.hasSuffix(".yaml") || name.hasSuffix(".yml")
    let policies = folder ?? console.environment("HUIMIN_POLICIES") ?? "Policies"
    library = PolicyLibrary(loading: [isFile ? name : policies])
  }

  var files: [String: [UInt8]] { library.files }

  func program(on day: CalendarDate) throws(Unreadable) -> Program {
    guard isFile else {
      do throws(Diagnostic) {
        return try library.program(name, on: day)
      } catch {
        throw Unreadable(library.programs.isEmpty ? library.diagnostics + [error] : [error])
      }
    }
    let versions = try onlyPolicy()
    return versions.first { $0.isInForce(on: day) } ?? versions[versions.count - 1]
  }

  /// Every version of the policy; at least one.
  func versions() throws(Unreadable) -> [Program] {
    guard !isFile else { return try onlyPolicy() }
    do throws(Diagnostic) {
      return try library.versions(of: name)
    } catch {
      throw Unreadable(library.programs.isEmpty ? library.diagnostics + [error] : [error])
    }
  }

  /// The versions of the one policy in the file.
  private func onlyPolicy() throws(Unreadable) -> [Program] {
    let errors = library.diagnostics.filter { $0.severity == .error }
    guard errors.isEmpty else { throw Unreadable(errors) }
    let ids = library.programs.map { "`\($0.policy.id)`" }.uniqued
    guard ids.count == 1 else {
      throw Unreadable([
        Diagnostic(
          "usage", message: Wording(en: "`\(name)` holds several policies", zh: "`\(name)` 中有多个政策"),
          help: Wording(
            en: "name one: `--policies \(name)` and \(ids.joined(separator: " or "))",
            zh: "请指定一个：`--policies \(name)` 和 \(ids.joined(separator: " 或 "))"))
      ])
    }
    return library.programs
  }
}
