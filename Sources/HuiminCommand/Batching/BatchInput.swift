import Glibc
import Huimin

/// The input of a batch, read piece by piece.
final class BatchInput {
  /// What it is called in diagnostics.
  let name: String
  private let path: String
  private let descriptor: Int32?
  private var held: [UInt8]
  private let chunkBytes = 1 << 18

  /// - Parameter path: a file, or `-` for standard input.
  init(_ path: String, _ console: Console) throws(Unreadable) {
    self.path = path
    name = path == "-" ? "<stdin>" : path
    if path != "-" {
      descriptor = try SourceFile.descriptor(reading: path)
      held = []
    } else if let standard = console.inputDescriptor {
      descriptor = standard
      held = []
    } else {
      descriptor = nil
      held = try console.read("-")
    }
  }

  deinit { if let descriptor, descriptor > 2 { close(descriptor) } }

  /// How many bytes it holds, where that can be known.
  var size: Int? { status.flatMap { $0.st_mode & S_IFMT == S_IFREG ? Int($0.st_size) : nil } }

  /// What tells the file from every other.
  var identity: FileIdentity? { status.flatMap(FileIdentity.init) }

  private var status: stat? {
    guard let descriptor else { return nil }
    var status = stat()
    return fstat(descriptor, &status) == 0 ? status : nil
  }

  /// The next bytes; none at the end. Nothing where a signal came while it was waited for them.
  func read() throws(Unreadable) -> [UInt8]? {
    guard let descriptor else {
      defer { held = [] }
      return held
    }
    if !held.isEmpty {
      defer { held = [] }
      return held
    }
    var chunk = [UInt8](repeating: 0, count: chunkBytes)
    while true {
      let count = chunk.withUnsafeMutableBytes { Glibc.read(descriptor, $0.baseAddress, $0.count) }
      if count >= 0 {
        chunk.removeSubrange(count...)
        return chunk
      }
      guard errno == EINTR else { throw SourceFile.failure(name, errno) }
      if Interrupts.signal != 0 { return nil }
    }
  }

  /// Hands bytes back that were read too early.
  func unread(_ bytes: [UInt8]) { held = bytes + held }

  /// Goes on from another place.
  func seek(to offset: Int) throws(Unreadable) {
    held = []
    guard let descriptor, lseek(descriptor, offset, SEEK_SET) == offset else { throw SourceFile.failure(name, ESPIPE) }
  }

  /// The SHA-256 of what stands just before a place, by which it is known again.
  func mark(before offset: Int) -> String { descriptor.map { FileMark.of($0, before: offset) } ?? "" }
}

/// What tells one file from every other.
struct FileIdentity: Equatable {
  private let device: UInt
  private let node: UInt

  /// - Returns: nothing for what is no file with contents of its own.
  init?(_ status: stat) {
    guard status.st_mode & S_IFMT == S_IFREG else { return nil }
    (device, node) = (UInt(status.st_dev), UInt(status.st_ino))
  }
}

/// A short mark of a long file, by which it is seen whether it is still the same up to a place.
enum FileMark {
  private static let bytes = 4096

  static func of(_ descriptor: Int32, before offset: Int) -> String {
    var chunk = [UInt8](repeating: 0, count: min(bytes, offset))
    let from = offset - chunk.count
    let count = chunk.withUnsafeMutableBytes { pread(descriptor, $0.baseAddress, $0.count, from) }
    return ContentHash.sha256(Array(chunk.prefix(max(0, count))))
  }
}
