/// How entries of the history stand in its file: a line each, line ends in them as `\n`, backslashes doubled.
enum HistoryText {
  static func line(of entry: String) -> String {
    var line = String.UnicodeScalarView()
    for scalar in entry.unicodeScalars {
      switch scalar {
      case "\n": line.append(contentsOf: "\\n".unicodeScalars)
      case "\\": line.append(contentsOf: "\\\\".unicodeScalars)
      default: line.append(scalar)
      }
    }
    return String(line) + "\n"
  }

  static func entries(in bytes: [UInt8]) -> [String] {
    bytes.split(separator: 0x0A).map { entry(of: String(decoding: $0, as: UTF8.self)) }
  }

  private static func entry(of line: String) -> String {
    var entry = String.UnicodeScalarView()
    var isEscaped = false
    for scalar in line.unicodeScalars where scalar != "\0" {
      if isEscaped {
        entry.append(scalar == "n" ? "\n" : scalar)
        isEscaped = false
      } else if scalar == "\\" {
        isEscaped = true
      } else {
        entry.append(scalar)
      }
    }
    return String(entry)
  }
}
