import Glibc
import Huimin

/// Lines of standard input, each within a bound, with an error for what cannot be read.
final class LineReader {
  /// One line, or why there is none.
  enum Line {
    case text(String)
    /// A line that is too long or no UTF-8; the next can be read all the same.
    case unreadable(Diagnostic)
    case end
  }

  private let descriptor: Int32
  private let mostBytes: Int
  private var buffer: [UInt8] = []
  private var position = 0
  private var isAtEnd = false

  init(descriptor: Int32, mostBytes: Int = 16 << 20) {
    self.descriptor = descriptor
    self.mostBytes = mostBytes
  }

  /// The next line without its end.
  func next() -> Line {
    var line: [UInt8] = []
    var isTooLong = false
    while true {
      if let end = buffer[position...].firstIndex(of: 0x0A) {
        append(buffer[position..<end], to: &line, &isTooLong)
        position = end + 1
        return finished(line, isTooLong)
      }
      append(buffer[position...], to: &line, &isTooLong)
      buffer.removeAll(keepingCapacity: true)
      position = 0
      if let problem = fill() { return .unreadable(problem) }
      if buffer.isEmpty { return line.isEmpty && !isTooLong ? .end : finished(line, isTooLong) }
    }
  }

  private func append(_ bytes: ArraySlice<UInt8>, to line: inout [UInt8], _ isTooLong: inout Bool) {
    guard !isTooLong, line.count + bytes.count <= mostBytes else {
      isTooLong = true
      line = []
      return
    }
    line += bytes
  }

  private func finished(_ line: [UInt8], _ isTooLong: Bool) -> Line {
    if isTooLong {
      return .unreadable(
        Diagnostic(
          "too-large",
          message: Wording(en: "a line holds more than \(mostBytes) bytes", zh: "一行超过 \(mostBytes) 字节")))
    }
    let bytes = line.last == 0x0D ? line.dropLast() : line[...]
    guard let text = String(validating: bytes, as: UTF8.self) else {
      return .unreadable(
        Diagnostic(
          "not-utf8", message: Wording(en: "a line is not UTF-8 text", zh: "有一行不是 UTF-8 文本"),
          help: Wording(en: "save it as UTF-8", zh: "请另存为 UTF-8 编码")))
    }
    return .text(text)
  }

  /// Reads on. Nothing more is in the buffer at the end of the input.
  private func fill() -> Diagnostic? {
    guard !isAtEnd else { return nil }
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = chunk.withUnsafeMutableBytes { read(descriptor, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      if count <= 0 { isAtEnd = true }
      if count < 0 {
        let reason = String(cString: strerror(errno))
        return Diagnostic(
          "not-readable",
          message: Wording(en: "standard input cannot be read: \(reason)", zh: "标准输入无法读取：\(reason)"))
      }
      buffer = Array(chunk[..<max(0, count)])
      return nil
    }
  }
}
