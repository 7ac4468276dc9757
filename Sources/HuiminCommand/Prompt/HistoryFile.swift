import Glibc
import Huimin

/// What was written at the prompt, kept from one session to the next: one entry a line, oldest first.
///
/// Expressions may hold people's data, so nobody else may read the file. Several sessions may write it at once.
struct HistoryFile {
  static let mostEntries = 1000
  /// Nobody looks for anything longer again.
  private static let mostBytes = 64 << 10

  let path: String
  /// Whether the folder is made where there is none.
  private let ownsFolder: Bool

  init(path: String, ownsFolder: Bool = false) {
    self.path = SourceFile.realPath(of: path)
    self.ownsFolder = ownsFolder
  }

  /// The file that the environment names: `HUIMIN_HISTORY`, or else one in the folder for state.
  /// - Returns: `nil` where no history is wanted, or there is no place for it.
  init?(_ environment: (String) -> String?) {
    if let path = environment("HUIMIN_HISTORY") {
      guard !path.isEmpty, path != "/dev/null" else { return nil }
      self.init(path: path)
      return
    }
    let home = environment("HOME").flatMap { $0.isEmpty ? nil : "\($0)/.local/state" }
    // A relative path there is to be ignored (XDG base directory specification).
    guard let folder = environment("XDG_STATE_HOME").flatMap({ $0.hasPrefix("/") ? $0 : nil }) ?? home else {
      return nil
    }
    self.init(path: "\(folder)/huimin/feel-history", ownsFolder: true)
  }

  /// The entries, oldest first.
  func entries() throws(Diagnostic) -> [String] {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else {
      if errno == ENOENT { return [] }
      throw problem(errno)
    }
    defer { close(descriptor) }
    return Array(HistoryText.entries(in: try bytes(of: descriptor)).suffix(HistoryFile.mostEntries))
  }

  /// Adds an entry, unless it is the last one already.
  func append(_ entry: String) throws(Diagnostic) {
    guard entry.utf8.count <= HistoryFile.mostBytes else { return }
    if ownsFolder { makeFolder() }
    let descriptor = try lock()
    defer { close(descriptor) }
    let old = try bytes(of: descriptor)
    let entries = HistoryText.entries(in: old)
    guard entries.last != entry else { return }
    if entries.count < HistoryFile.mostEntries {
      // An entry of a session that was interrupted may lack its end.
      let start = old.isEmpty || old.last == 0x0A ? "" : "\n"
      guard let code = write(start + HistoryText.line(of: entry), to: descriptor) else { return }
      ftruncate(descriptor, off_t(old.count))
      throw problem(code)
    }
    try replace(by: (entries + [entry]).suffix(HistoryFile.mostEntries))
  }

  /// Puts a new file in place of the old one at once, so that there is always a whole one.
  private func replace(by entries: ArraySlice<String>) throws(Diagnostic) {
    let new = path + ".new"
    let descriptor = open(new, O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw problem(errno) }
    defer { close(descriptor) }
    var code = write(entries.map(HistoryText.line).joined(), to: descriptor)
    if code == nil, fchmod(descriptor, 0o600) != 0 || fsync(descriptor) != 0 || rename(new, path) != 0 { code = errno }
    guard let code else { return }
    unlink(new)
    throw problem(code)
  }

  /// Opens the file for this process alone. Whoever replaced it meanwhile left the lock on a file that is gone.
  private func lock() throws(Diagnostic) -> Int32 {
    for _ in 0..<100 {
      let descriptor = open(path, O_RDWR | O_APPEND | O_CREAT | O_CLOEXEC | O_NONBLOCK, 0o600)
      guard descriptor >= 0 else { throw problem(errno) }
      if flock(descriptor, LOCK_EX | LOCK_NB) == 0 {
        var (own, named) = (stat(), stat())
        if fstat(descriptor, &own) == 0, stat(path, &named) == 0, own.st_ino == named.st_ino, own.st_dev == named.st_dev
        {
          if own.st_mode & 0o077 != 0 { fchmod(descriptor, 0o600) }
          return descriptor
        }
      } else if errno != EWOULDBLOCK {
        let code = errno
        close(descriptor)
        throw problem(code)
      }
      close(descriptor)
      usleep(20_000)
    }
    throw problem(EWOULDBLOCK)
  }

  private func makeFolder() {
    let folder = SourceFile.folder(of: path)
    for (position, character) in zip(folder.indices, folder) where character == "/" && position > folder.startIndex {
      mkdir(String(folder[..<position]), 0o700)
    }
    mkdir(folder, 0o700)
  }

  private func bytes(of descriptor: Int32) throws(Diagnostic) -> [UInt8] {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw problem(errno) }
    guard status.st_mode & S_IFMT == S_IFREG else { throw problem(EINVAL) }
    guard status.st_size <= 2 * HistoryFile.mostEntries * HistoryFile.mostBytes else { throw problem(EFBIG) }
    var bytes = [UInt8](repeating: 0, count: Int(status.st_size))
    let count = bytes.withUnsafeMutableBytes { pread(descriptor, $0.baseAddress, $0.count, 0) }
    guard count >= 0 else { throw problem(errno) }
    return Array(bytes.prefix(count))
  }

  /// - Returns: why not all of it was written.
  private func write(_ text: String, to descriptor: Int32) -> Int32? {
    let code = SourceFile.write(Array(text.utf8), to: descriptor)
    return code == 0 ? nil : code
  }

  private func problem(_ code: Int32) -> Diagnostic {
    let (shown, reason) = (Quotation.visible(path), String(cString: strerror(code)))
    return Diagnostic(
      "history", severity: .warning,
      message: Wording(en: "the history `\(shown)` is not kept: \(reason)", zh: "历史记录 `\(shown)` 无法保存：\(reason)"),
      help: Wording(
        en: "`HUIMIN_HISTORY=FILE` names another file, `HUIMIN_HISTORY=` keeps none",
        zh: "`HUIMIN_HISTORY=文件` 另指定文件，`HUIMIN_HISTORY=` 不保存"))
  }
}
