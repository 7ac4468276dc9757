import Glibc

/// Reads files and folders, with a diagnostic for everything that can go wrong.
public enum SourceFile {
  /// The bytes of a file, or of standard input for `-`.
  ///
  /// - Throws: ``Unreadable`` where there is no such file, it is a folder, may not be read, or holds more bytes than
  ///   the limits allow.
  public static func read(_ path: String, limits: ReadingLimits = ReadingLimits()) throws(Unreadable) -> [UInt8] {
    if path == "-" { return try bytes(of: 0, path: "<stdin>", limits: limits) }
    let descriptor = try self.descriptor(reading: path)
    defer { close(descriptor) }
    return try bytes(of: descriptor, path: path, limits: limits)
  }

  /// Opens a file to be read piece by piece; whoever asked for it closes it.
  ///
  /// - Throws: ``Unreadable`` as ``read(_:limits:)`` does.
  package static func descriptor(reading path: String) throws(Unreadable) -> Int32 {
    // The system would stop reading the name at a NUL and open another file.
    guard !path.utf8.contains(0) else { throw failure(path, ENOENT) }
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw failure(path, errno) }
    var status = stat()
    if fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFDIR {
      close(descriptor)
      throw failure(path, EISDIR)
    }
    return descriptor
  }

  private static func bytes(of descriptor: Int32, path: String, limits: ReadingLimits) throws(Unreadable) -> [UInt8] {
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = chunk.withUnsafeMutableBytes { Glibc.read(descriptor, $0.baseAddress, $0.count) }
      if count == 0 { return bytes }
      if count < 0 {
        if errno == EINTR { continue }
        throw failure(path, errno)
      }
      bytes.append(contentsOf: chunk[..<count])
      // One byte over is enough to know; the reader of the document says so in its own words.
      if bytes.count > limits.bytes { return bytes }
    }
  }

  /// Why a file could not be read.
  ///
  /// - Parameter code: what `errno` said.
  package static func failure(_ path: String, _ code: Int32) -> Unreadable {
    // The end of a path tells more than its beginning, so it is not cut short.
    let shown = Quotation.visible(path)
    return switch code {
    case ENOENT, ENOTDIR:
      Unreadable("file-not-found", file: path, en: "there is no file `\(shown)`", zh: "没有文件 `\(shown)`")
    case EISDIR:
      Unreadable("not-a-file", file: path, en: "`\(shown)` is a folder, not a file", zh: "`\(shown)` 是文件夹，不是文件")
    case EACCES, EPERM:
      Unreadable("not-readable", file: path, en: "`\(shown)` may not be read", zh: "没有读取 `\(shown)` 的权限")
    case ELOOP:
      Unreadable("not-readable", file: path, en: "`\(shown)` is a link that leads in a circle", zh: "`\(shown)` 是循环的链接")
    default:
      Unreadable(
        "not-readable", file: path, en: "`\(shown)` cannot be read: \(String(cString: strerror(code)))",
        zh: "`\(shown)` 无法读取：\(String(cString: strerror(code)))")
    }
  }

  /// Whether a path names a folder.
  public static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  /// Whether a path names anything.
  public static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

  /// The files below a folder whose names end so, in the order of their paths. Hidden files and folders and links to
  /// folders are passed over.
  ///
  /// A folder that cannot be listed, or lies deeper than `depth`, is handed back itself: reading it then says why, where
  /// leaving it out would leave out rules without a word.
  public static func files(below folder: String, endingIn suffixes: [String], depth: Int = 16) -> [String] {
    guard depth > 0, access(folder, R_OK | X_OK) == 0, isFolder(folder) else { return [folder] }
    var found: [String] = []
    for path in entries(of: folder) {
      var status = stat()
      guard lstat(path, &status) == 0 else { continue }
      if status.st_mode & S_IFMT == S_IFDIR {
        found += files(below: path, endingIn: suffixes, depth: depth - 1)
      } else if suffixes.contains(where: path.hasSuffix), !isFolder(path) {
        found.append(path)
      }
    }
    return found.sorted()
  }

  /// The files in a folder and a few levels below it, nearer ones first, within bounds; what cannot be listed is passed
  /// over. For looking for something that may or may not be there.
  ///
  /// - Parameters:
  ///   - depth: how many levels of folders, this one included.
  ///   - most: entries of folders looked at in all.
  public static func files(near folder: String, endingIn suffixes: [String], depth: Int, most: Int) -> [String] {
    var found: [String] = []
    var level = [folder]
    var left = most
    for _ in 0..<depth where left > 0 {
      var next: [String] = []
      for folder in level {
        for path in entries(of: folder) where left > 0 {
          left -= 1
          if isFolder(path) {
            next.append(path)
          } else if suffixes.contains(where: path.hasSuffix) {
            found.append(path)
          }
        }
      }
      level = next
    }
    return found
  }

  /// The paths in a folder in their order, hidden ones left out.
  private static func entries(of folder: String) -> [String] {
    names(in: folder).filter { !$0.hasPrefix(".") }.map { name in
      folder == "." ? name : folder.hasSuffix("/") ? folder + name : "\(folder)/\(name)"
    }
  }

  /// The names in a folder in their order, hidden ones too, but not `.` and `..`; none where it cannot be listed.
  public static func names(in folder: String) -> [String] {
    guard let stream = opendir(folder) else { return [] }
    defer { closedir(stream) }
    var found: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name != ".", name != ".." { found.append(name) }
    }
    return found.sorted()
  }

  /// The one path to which all names of a file or folder come; the name itself where there is none.
  public static func realPath(of path: String) -> String {
    guard let resolved = realpath(path, nil) else { return path }
    defer { free(resolved) }
    return String(cString: resolved)
  }

  /// The folder that a path lies in.
  public static func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  /// The folder above a folder, as far as names tell; `..` and so on above relative ones.
  public static func parent(of folder: String) -> String {
    if folder == "." { return ".." }
    if folder == ".." || folder.hasSuffix("/..") { return folder + "/.." }
    return self.folder(of: folder)
  }
}
