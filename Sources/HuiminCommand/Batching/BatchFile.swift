import Glibc
import Huimin

/// A file that a batch writes, or standard output: appended to and never read.
final class BatchFile {
  let path: String
  /// How many bytes of it are written.
  private(set) var offset = 0
  private let descriptor: Int32?
  /// Standard output, where this is that.
  private let channel: Console.Channel?
  /// Whether it is a file that a later run can go on with.
  let isRegular: Bool

  /// The console's output.
  init(_ channel: Console.Channel) {
    path = "-"
    descriptor = nil
    self.channel = channel
    isRegular = false
  }

  /// - Parameters:
  ///   - begun: how many bytes of it stand already; nothing where it must not be there yet.
  ///   - mark: the SHA-256 of the last of them.
  /// - Throws: where it is there already, is no longer what it was, is in use, or cannot be written.
  init(_ path: String, from begun: Int?, mark: String) throws(Unreadable) {
    self.path = path
    channel = nil
    var status = stat()
    let exists = stat(path, &status) == 0
    let isDevice = exists && status.st_mode & S_IFMT != S_IFREG
    let isNew = !isDevice && (begun == nil || !exists && begun == 0)
    guard !path.utf8.contains(0), !(exists && isNew) else {
      throw exists ? BatchFile.alreadyThere(path, help: nil) : SourceFile.notWritten(path, ENOENT)
    }
    let opened = open(
      path, isNew ? O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC : isDevice ? O_WRONLY | O_CLOEXEC : O_RDWR | O_CLOEXEC, 0o666)
    guard opened >= 0 else { throw SourceFile.notWritten(path, errno) }
    descriptor = opened
    isRegular = !isDevice
    guard isRegular else { return }
    guard flock(opened, LOCK_EX | LOCK_NB) == 0 else { throw BatchFile.inUse(path) }
    guard let begun else { return }
    guard fstat(opened, &status) == 0, Int(status.st_size) >= begun,
      begun == 0 || FileMark.of(opened, before: begun) == mark
    else { throw BatchFile.changed(path) }
    guard ftruncate(opened, begun) == 0, lseek(opened, begun, SEEK_SET) == begun else {
      throw SourceFile.notWritten(path, errno)
    }
    offset = begun
  }

  deinit { if let descriptor { close(descriptor) } }

  var identity: FileIdentity? {
    guard let descriptor = descriptor ?? channel?.descriptor else { return nil }
    var status = stat()
    return fstat(descriptor, &status) == 0 ? FileIdentity(status) : nil
  }

  /// The SHA-256 of the last bytes written.
  var mark: String { descriptor.map { FileMark.of($0, before: offset) } ?? "" }

  /// - Returns: false where nobody reads any more.
  func write(_ bytes: [UInt8]) throws(Unreadable) -> Bool {
    guard !bytes.isEmpty else { return true }
    if let channel {
      channel.write(bytes)
      guard channel.failure != 0 else { return true }
      // The console itself says why, and a reader that has gone away is no mistake.
      return false
    }
    let code = SourceFile.write(bytes, to: descriptor ?? -1)
    if code == EPIPE { return false }
    guard code == 0 else { throw SourceFile.notWritten(path, code) }
    offset += bytes.count
    return true
  }

  /// Takes the file away again, where nothing of use is in it.
  func discard() { if isRegular { unlink(path) } }

  /// Has everything that was written put on the disk.
  func sync() throws(Unreadable) {
    guard isRegular, let descriptor else { return }
    while fdatasync(descriptor) != 0 { guard errno == EINTR else { throw SourceFile.notWritten(path, errno) } }
  }

  // MARK: Refusals

  static func alreadyThere(_ path: String, help: Wording?) -> Unreadable {
    let shown = Quotation.visible(path)
    return Unreadable([
      Diagnostic(
        "file-exists", message: Wording(en: "there is a file `\(shown)` already", zh: "已有文件 `\(shown)`"),
        help: help ?? Wording(en: "nothing was written; choose another name", zh: "没有写入；请换一个名称"))
    ])
  }

  private static func inUse(_ path: String) -> Unreadable {
    let shown = Quotation.visible(path)
    return Unreadable([
      Diagnostic(
        "file-exists",
        message: Wording(en: "another run is writing `\(shown)`", zh: "另一个运行正在写 `\(shown)`"),
        help: Wording(en: "wait for it, or choose another name", zh: "等它写完，或换一个名称"))
    ])
  }

  static func changed(_ path: String) -> Unreadable {
    let shown = Quotation.visible(path)
    return Unreadable([
      Diagnostic(
        "batch-changed",
        message: Wording(
          en: "`\(shown)` is no longer what it was when the run was broken off", zh: "`\(shown)` 已不是中断时的内容"),
        help: Wording(en: "begin again under another name of the output", zh: "请换一个输出文件，从头运行"))
    ])
  }
}
