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
  /// The ids of policies whose files gave none, each with its file: what is wrong there has been told.
  private(set) var failed: [String: String] = [:]
  /// Files in which names may stand declared that could not be read.
  private(set) var lackingNames: Set<String> = []
  /// Files read already, by the path that all their names come to, and whether they count as policies.
  private var known: [String: Bool] = [:]
  /// Files that were looked into while policies were looked for.
  private var nearby: [String: [UInt8]] = [:]

  init(limits: ReadingLimits) { self.limits = limits }

  /// A file, or every policy in and below a folder.
  mutating func load(_ path: String) {
    guard SourceFile.isFolder(path) else {
      read(path, isNamed: true)
      return
    }
    var holdsPolicy = false
    for file in PolicyLoader.candidates(in: path) where read(file, isNamed: false) { holdsPolicy = true }
    if !holdsPolicy {
      diagnostics.append(
        Diagnostic(
          "no-policies", location: Location(file: path, start: .start, end: .start),
          message: Wording(en: "there are no policy files in `\(path)`", zh: "`\(path)` 中没有政策文件"),
          help: Wording(
            en: "policy files end in `.yaml` and begin with `policy: ` and an id",
            zh: "政策文件以 `.yaml` 结尾，开头是 `政策: ` 和标识")))
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
      for parent in [policy.implements, policy.amends].compactMap({ $0 }) + policy.uses {
        find(parent.name, from: SourceFile.folder(of: policy.file))
      }
    }
  }

  /// Every version of a policy in a folder or, where it is not there, in the two above; otherwise a module that the
  /// library carries.
  mutating func find(_ id: String, from folder: String) {
    var folder = folder
    for _ in 0..<3 where !policies.contains(where: { $0.id == id }) {
      load(id, near: folder)
      folder = SourceFile.parent(of: folder)
    }
    if !policies.contains(where: { $0.id == id }), failed[id] == nil, let shipped = ShippedModules.module(id) {
      read(shipped.bytes, file: shipped.file)
    }
  }

  /// Every version of a policy in and near below a folder.
  private mutating func load(_ id: String, near folder: String) {
    // The root holds everything, and no policy in particular.
    guard SourceFile.realPath(of: folder) != "/" else { return }
    let files = SourceFile.files(near: folder, endingIn: [".yaml", ".yml"], depth: 3, most: 4_000)
    for file in files where !file.isTestFile {
      guard let bytes = bytes(of: file), bytes.contains(id: id) else { continue }
      do throws(Unreadable) {
        let document = try Document.read(bytes, file: file, limits: limits)
        guard document.root.policyID == id, isNew(file) else { continue }
        self.files[file] = bytes
        take(document, bytes)
      } catch {
        guard PolicyLoader.ids(in: bytes).contains(id), isNew(file) else { continue }
        fail(file, bytes, error)
      }
    }
  }

  /// Whether a file has not been read under this or another name; from now on it has.
  private mutating func isNew(_ file: String) -> Bool {
    known.updateValue(true, forKey: SourceFile.realPath(of: file)) == nil
  }

  /// Tells why a file cannot be read, and keeps in mind which policies it was to give.
  private mutating func fail(_ file: String, _ bytes: [UInt8], _ error: Unreadable) {
    files[file] = bytes
    diagnostics += error.diagnostics
    for id in PolicyLoader.ids(in: bytes) { failed[id] = file }
  }

  /// The bytes of a file near a policy, read once however many policies are looked for.
  private mutating func bytes(of file: String) -> [UInt8]? {
    if let found = nearby[file] { return found }
    let bytes = try? SourceFile.read(file, limits: limits)
    nearby[file] = bytes ?? []
    return bytes
  }

  /// Whether the file counts as a policy: it was taken for one, or it could not be read, which is told.
  @discardableResult private mutating func read(_ path: String, isNamed: Bool) -> Bool {
    let file = path == "-" ? "<stdin>" : path
    // `a.yaml` and `./a.yaml` are one file.
    let real = SourceFile.realPath(of: file)
    if let isPolicy = known[real] { return isPolicy }
    var isPolicy = true
    do throws(Unreadable) {
      isPolicy = read(try SourceFile.read(path, limits: limits), file: file, isNamed: isNamed)
    } catch {
      diagnostics += error.diagnostics
    }
    known[real] = isPolicy
    return isPolicy
  }

  /// The bytes of a file; one that only lies in a folder is passed over where it is no policy.
  @discardableResult mutating func read(_ bytes: [UInt8], file: String, isNamed: Bool = true) -> Bool {
    files[file] = bytes
    do throws(Unreadable) {
      let document = try Document.read(bytes, file: file, limits: limits)
      guard isNamed || document.root.looksLikePolicy else { return false }
      take(document, bytes)
    } catch {
      fail(file, bytes, error)
    }
    return true
  }

  private mutating func take(_ document: Document, _ bytes: [UInt8]) {
    let limits = self.limits
    var reader = Reader(document, as: .policy) { path throws(Unreadable) in try SourceFile.read(path, limits: limits) }
    var policy = reader.policy(contentHash: "")
    for table in reader.tables { files[table.file] = table.bytes }
    policy?.contentHash = ContentHash.sha256(reader.tables.reduce(bytes) { $0 + $1.bytes })
    diagnostics += reader.diagnostics
    let hasErrors = reader.diagnostics.contains { $0.severity == .error }
    if hasErrors { brokenFiles.insert(document.file) }
    if reader.lacksNames { lackingNames.insert(document.file) }
    guard let policy else {
      for id in PolicyLoader.ids(in: bytes) { failed[id] = document.file }
      return
    }
    policies.append(policy)
    if hasErrors { brokenIDs.insert(policy.id) }
  }
}

extension Node {
  /// Whether the document has a key by which policies, and no records, begin.
  fileprivate var looksLikePolicy: Bool {
    [Key.policy, Key.module, Key.decisions, Key.inForce].contains {
      self[$0] != nil || self[Vocabulary.chinese($0)] != nil
    }
  }
}

extension Node {
  /// The id by which a policy document begins, in either language of keys.
  fileprivate var policyID: String? {
    [Key.policy, Key.module].lazy.compactMap { self[$0] ?? self[Vocabulary.chinese($0)] }.first?.scalarText
  }
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
