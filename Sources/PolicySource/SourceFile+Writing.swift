import Diagnostics
import Glibc

extension SourceFile {
  /// Puts bytes in the place of a file that exists, wholly or not at all: a full disk or an interruption leaves the old
  /// file as it was. A link stays a link, and the file keeps its permissions.
  ///
  /// - Throws: ``Unreadable`` with the reason, where the file could not be written; devices and folders are no files.
  public static func replace(_ path: String, with bytes: [UInt8]) throws(Unreadable) {
    let target = realPath(of: path)
    var status = stat()
    // The system would stop reading the name at a NUL and write another file.
    guard !path.utf8.contains(0), stat(target, &status) == 0 else { throw notWritten(path, ENOENT) }
    guard status.st_mode & S_IFMT == S_IFREG else { throw notWritten(path, EINVAL) }
    let mode = status.st_mode & 0o7777
    // Renaming needs no right to the file itself, but replacing what may not be written would surprise its owner.
    guard access(target, W_OK) == 0 else { throw notWritten(path, errno) }
    let new = "\(folder(of: target))/.huimin-\(getpid()).tmp"
    let descriptor = open(new, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode)
    guard descriptor >= 0 else { throw notWritten(path, errno) }
    var code = write(bytes, to: descriptor)
    if code == 0, fchmod(descriptor, mode) != 0 || fsync(descriptor) != 0 { code = errno }
    if close(descriptor) != 0, code == 0 { code = errno }
    if code == 0, rename(new, target) != 0 { code = errno }
    guard code == 0 else {
      unlink(new)
      throw notWritten(path, code)
    }
  }

  /// - Returns: 0, or why it failed.
  package static func write(_ bytes: [UInt8], to descriptor: Int32) -> Int32 {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count < 0 {
        if errno == EINTR { continue }
        return errno
      }
      rest = rest.dropFirst(count)
    }
    return 0
  }

  /// Why a file could not be written.
  ///
  /// - Parameter code: what `errno` said.
  package static func notWritten(_ path: String, _ code: Int32) -> Unreadable {
    let (shown, reason) = (Quotation.visible(path), String(cString: strerror(code)))
    // The message names the file; no line of it is to blame.
    return Unreadable([
      Diagnostic(
        "not-written",
        message: Wording(en: "`\(shown)` could not be written: \(reason)", zh: "无法写入 `\(shown)`：\(reason)"))
    ])
  }
}
