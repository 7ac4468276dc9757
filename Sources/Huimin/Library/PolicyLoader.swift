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
  /// Files taken already, by the path that all their names come to.
  private var known: Set<String> = []
  /// Files that were looked into while policies were looked for.
  private var nearby: [String: [UInt8]] = [:]

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

  /// Looks for the policies that those loaded build on, near the files that name them: in the folder of the file and the
  /// two above, and in what lies at most two folders below those.
  mutating func loadAncestors() {
    var position = 0
    while position < policies.count {
      let policy = policies[position]
      position += 1
      for parent in [policy.implements, policy.amends].compactMap({ $0 }) {
        find(parent.name, from: SourceFile.folder(of: policy.file))
      }
    }
  }

  /// Every version of a policy in a folder or, where it is not there, in the two above.
  mutating func find(_ id: String, from folder: String) {
    var folder = folder
    for _ in 0..<3 where !policies.contains(where: { $0.id == id }) {
      load(id, near: folder)
      folder = SourceFile.parent(of: folder)
    }
  }

  /// Every version of a policy in and near below a folder.
  private mutating func load(_ id: String, near folder: String) {
    // The root holds everything, and no policy in particular.
    guard SourceFile.realPath(of: folder) != "/" else { return }
    let files = SourceFile.files(near: folder, endingIn: [".yaml", ".yml"], depth: 3, most: 4_000)
    for file in files where !file.isTestFile {
      guard let bytes = bytes(of: file), bytes.contains(id: id),
        let document = try? Document.read(bytes, file: file, limits: limits),
        document.root.policyID == id,
        known.insert(SourceFile.realPath(of: file)).inserted
      else { continue }
      self.files[file] = bytes
      take(document, bytes)
    }
  }

  /// The bytes of a file near a policy, read once however many policies are looked for.
  private mutating func bytes(of file: String) -> [UInt8]? {
    if let found = nearby[file] { return found }
    let bytes = try? SourceFile.read(file, limits: limits)
    nearby[file] = bytes ?? []
    return bytes
  }

  private mutating func read(_ path: String, isNamed: Bool) {
    let file = path == "-" ? "<stdin>" : path
    // `a.yaml` and `./a.yaml` are one file.
    guard known.insert(SourceFile.realPath(of: file)).inserted else { return }
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
    var reader = Reader(document, as: .policy)
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
    [Key.policy, Key.decisions, Key.inForce].contains { self[$0] != nil || self[Vocabulary.chinese($0)] != nil }
  }
}

extension Node {
  /// The id by which a policy document begins, in either language of keys.
  fileprivate var policyID: String? { (self[Key.policy] ?? self[Vocabulary.chinese(Key.policy)])?.scalarText }
}

extension String {
  /// Whether a file of this name holds tests of a policy.
  var isTestFile: Bool { hasSuffix(".test.yaml") || hasSuffix(".test.yml") }
}

extension Position {
  static let start = Position(line: 1, column: 1)
}

extension [UInt8] {
  /// Whether the text of an id stands anywhere, which is quicker to see than what the file says.
  fileprivate func contains(id: String) -> Bool {
    let wanted = Array(id.utf8)
    guard let first = wanted.first, count >= wanted.count else { return false }
    return indices.dropLast(wanted.count - 1).contains { start in
      self[start] == first && self[start..<start + wanted.count].elementsEqual(wanted)
    }
  }
}
