import Glibc

/// A folder that exists while the value does, with all that is put into it.
public final class TemporaryFolder {
  public let path: String

  public struct NotWritten: Error {}

  public init() {
    var template = Array("/tmp/huimin-test-XXXXXX".utf8CString)
    path = template.withUnsafeMutableBufferPointer { buffer in
      guard let start = buffer.baseAddress, mkdtemp(start) != nil else { return "" }
      return String(cString: start)
    }
  }

  deinit {
    if !path.isEmpty { TemporaryFolder.remove(path) }
  }

  private static func remove(_ path: String) {
    if let stream = opendir(path) {
      defer { closedir(stream) }
      while let entry = readdir(stream) {
        let name = withUnsafePointer(to: &entry.pointee.d_name) {
          $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
        }
        // A folder is no file to unlink; a link is, and is not followed.
        if name != ".", name != "..", unlink("\(path)/\(name)") != 0 { remove("\(path)/\(name)") }
      }
    }
    rmdir(path)
  }

  public func write(_ text: String, to name: String) throws {
    guard !path.isEmpty, let file = fopen("\(path)/\(name)", "wb") else { throw NotWritten() }
    defer { fclose(file) }
    guard fputs(text, file) >= 0 else { throw NotWritten() }
  }
}
