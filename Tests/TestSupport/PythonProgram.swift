import Glibc

/// Programs of the checkout in another language, which show that what is written down is enough to follow.
public enum PythonProgram {
  /// What a program prints for one argument; nothing where there is no Python.
  public static func run(_ path: String, _ argument: String) -> String? {
    guard let pipe = popen("command -v python3 >/dev/null && python3 '\(path)' '\(argument)'", "r") else { return nil }
    var text = ""
    var chunk = [CChar](repeating: 0, count: 4096)
    while fgets(&chunk, Int32(chunk.count), pipe) != nil {
      text += String(decoding: chunk.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }
    pclose(pipe)
    return text.isEmpty ? nil : text
  }
}
