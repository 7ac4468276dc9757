import Diagnostics
import PolicySource

/// Reads policy files from disk, those that others build on too.
struct PolicyLoader {
  private let limits: ReadingLimits
  private(set) var policies: [Policy] = []
  private(set) var diagnostics: [Diagnostic] = []
  private(set) var files: [String: [UInt8]] = [:]
  /// Files in which reading alone found errors: what could be read of them is still linked and checked.
  private(set) var brokenFiles: Set<String> = []
  private(set) var brokenIDs: Set<String> = []

  init(limits: ReadingLimits) { self.limits = limits }

  /// A file, or every policy in and below a folder.
  mutating func load(_ path: String) {
    guard SourceFile.isFolder(path) else { return read(path, isNamed: true) }
    let before = files.count
    for file in PolicyLoader.candidates(in: path) { read(file, isNamed: false) }
    if files.count == before {
      diagnostics.append(
        Diagnostic(
          "no-policies", location: Location(file: path, start: .start, end: .start),
          message: Wording(en: "there are no policy files in `\(path)`", zh: "`\(path)` 中没有政策文件"),
          help: Wording(en: "policy files end in `.yaml`", zh: "政策文件以 `.yaml` 结尾")))
    }
  }

  private static func candidates(in folder: String) -> [String] {
    SourceFile.files(below: folder, endingIn: [".yaml", ".yml"]).filter { !$0.isTestFile }
  }

  /// Looks for the policies that those loaded build on, near the files that name them.
  mutating func loadAncestors() {
    var searched: Set<String> = []
    var position = 0
    while position < policies.count {
      let policy = policies[position]
      position += 1
      for parent in [policy.implements, policy.amends].compactMap({ $0 }) {
        var folder = SourceFile.folder(of: policy.file)
        for _ in 0..<3 where !policies.contains(where: { $0.id == parent.name }) {
          if searched.insert(folder).inserted {
            for file in PolicyLoader.candidates(in: folder).prefix(5_000) { readQuietly(file, wanted: parent.name) }
          }
          folder = SourceFile.parent(of: folder)
        }
      }
    }
  }

  /// Reads a file only to see whether it holds a policy that another builds on.
  private mutating func readQuietly(_ file: String, wanted: String) {
    guard files[file] == nil, let bytes = try? SourceFile.read(file, limits: limits),
      let document = try? Document.read(bytes, file: file, limits: limits),
      case .scalar(let id)? = document.root[Key.policy]?.kind, id.text == wanted
    else { return }
    files[file] = bytes
    take(document, bytes)
  }

  private mutating func read(_ path: String, isNamed: Bool) {
    let file = path == "-" ? "<stdin>" : path
    guard files[file] == nil else { return }
    do throws(Unreadable) {
      read(try SourceFile.read(path, limits: limits), file: file, isNamed: isNamed)
    } catch {
      diagnostics += error.diagnostics
    }
  }

  /// The bytes of a file; one that only lies in a folder is passed over where it is no policy.
  mutating func read(_ bytes: [UInt8], file: String, isNamed: Bool = true) {
    files[file] = bytes
    do throws(Unreadable) {
      let document = try Document.read(bytes, file: file, limits: limits)
      if isNamed || document.root.looksLikePolicy { take(document, bytes) }
    } catch {
      diagnostics += error.diagnostics
    }
  }

  private mutating func take(_ document: Document, _ bytes: [UInt8]) {
    var reader = Reader(document)
    let policy = reader.policy(contentHash: ContentHash.sha256(bytes))
    diagnostics += reader.diagnostics
    let hasErrors = reader.diagnostics.contains { $0.severity == .error }
    if hasErrors { brokenFiles.insert(document.file) }
    guard let policy else { return }
    policies.append(policy)
    if hasErrors { brokenIDs.insert(policy.id) }
  }
}

extension Node {
  /// Whether the document has a key by which policies, and no records, begin.
  fileprivate var looksLikePolicy: Bool {
    [Key.policy, Key.decisions, Key.inForce].contains { self[$0] != nil }
  }
}

extension String {
  /// Whether a file of this name holds tests of a policy.
  var isTestFile: Bool { hasSuffix(".test.yaml") || hasSuffix(".test.yml") }
}

extension Position {
  static let start = Position(line: 1, column: 1)
}
