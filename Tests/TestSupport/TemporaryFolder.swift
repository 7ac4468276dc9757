import Glibc

/// A folder that exists while the value does, with its files.
public final class TemporaryFolder {
  public let path: String
  private var files: [String] = []

  public struct NotWritten: Error {}

  public init() {
    var template = Array("/tmp/huimin-test-XXXXXX".utf8CString)
    path = template.withUnsafeMutableBufferPointer { buffer in
      guard let start = buffer.baseAddress, mkdtemp(start) != nil else { return "" }
      return String(cString: start)
    }
  }

  deinit {
    for file in files { unlink(file) }
    rmdir(path)
  }

  public func write(_ text: String, to name: String) throws {
    guard !path.isEmpty, let file = fopen("\(path)/\(name)", "wb") else { throw NotWritten() }
    defer { fclose(file) }
    if !files.contains("\(path)/\(name)") { files.append("\(path)/\(name)") }
    guard fputs(text, file) >= 0 else { throw NotWritten() }
  }
}
