import Glibc
import Testing

/// Expected output that stands in a file beside its input. `HUIMIN_RECORD=1` rewrites the files; the change is then
/// reviewed like any other.
public enum Recorded {
  public static let isRecording = getenv("HUIMIN_RECORD") != nil

  /// Compares with the file, or rewrites it.
  public static func expect(
    _ text: String, matches path: String, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    if isRecording {
      let isWritten = write(text, to: path)
      try #require(isWritten, "cannot write \(path)", sourceLocation: sourceLocation)
      return
    }
    let expected = try #require(
      read(path), "\(path) is missing: run once with HUIMIN_RECORD=1", sourceLocation: sourceLocation)
    #expect(text == expected, "\(path) differs", sourceLocation: sourceLocation)
  }

  public static func read(_ path: String) -> String? {
    guard let file = fopen(path, "rb") else { return nil }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = chunk.withUnsafeMutableBytes { fread($0.baseAddress, 1, $0.count, file) }
      if count == 0 { break }
      bytes += chunk[..<count]
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func write(_ text: String, to path: String) -> Bool {
    // Folders on the way that are there already are no trouble.
    for (position, character) in path.enumerated() where character == "/" && position > 0 {
      mkdir(String(path.prefix(position)), 0o755)
    }
    guard let file = fopen(path, "wb") else { return false }
    defer { fclose(file) }
    let bytes = Array(text.utf8)
    return fwrite(bytes, 1, bytes.count, file) == bytes.count
  }
}
