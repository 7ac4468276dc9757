import Diagnostics
import Glibc

extension SourceFile {
  /// Writes files that are not there yet into a folder, all of them or none: what is there is never written over, and
  /// after a full disk or another failure nothing of them is left. The folder is made where only it itself is missing.
  ///
  /// - Throws: ``Unreadable`` for the first file that is there already or could not be written.
  public static func create(_ files: [(name: String, bytes: [UInt8])], in folder: String) throws(Unreadable) {
    var isNew = false
    if !exists(folder) {
      guard mkdir(folder, 0o777) == 0 else { throw notWritten(folder, errno) }
      isNew = true
    }
    var created: [String] = []
    do throws(Unreadable) {
      for file in files { created.append(try create(file.bytes, at: path(of: file.name, in: folder))) }
    } catch {
      for path in created { unlink(path) }
      if isNew { rmdir(folder) }
      throw error
    }
  }

  /// The path of a file in a folder, as short as may be.
  public static func path(of name: String, in folder: String) -> String {
    folder == "." ? name : folder.hasSuffix("/") ? folder + name : "\(folder)/\(name)"
  }

  /// - Returns: the path.
  private static func create(_ bytes: [UInt8], at path: String) throws(Unreadable) -> String {
    guard !path.utf8.contains(0) else { throw notWritten(path, ENOENT) }
    // A link that leads nowhere is there too.
    let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw errno == EEXIST ? alreadyThere(path) : notWritten(path, errno) }
    var code = write(bytes, to: descriptor)
    if code == 0, fsync(descriptor) != 0 { code = errno }
    if close(descriptor) != 0, code == 0 { code = errno }
    guard code == 0 else {
      unlink(path)
      throw notWritten(path, code)
    }
    return path
  }

  private static func alreadyThere(_ path: String) -> Unreadable {
    let shown = Quotation.visible(path)
    return Unreadable([
      Diagnostic(
        "file-exists", message: Wording(en: "there is a file `\(shown)` already", zh: "已有文件 `\(shown)`"),
        help: Wording(
          en: "nothing was written; choose another name or another folder", zh: "没有写入任何文件；请换一个名称或文件夹"))
    ])
  }
}
