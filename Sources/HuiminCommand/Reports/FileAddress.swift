import Huimin

/// The URI of a file: relative where it lies in a folder or below it, otherwise absolute.
struct FileAddress {
  let text: String
  let isRelative: Bool

  /// - Parameters:
  ///   - file: a path, relative ones from `folder`.
  ///   - folder: an absolute path.
  init(of file: String, in folder: String) {
    let base = FileAddress.steps(folder)
    let path = FileAddress.steps(file.hasPrefix("/") ? file : "\(folder)/\(file)")
    isRelative = path.count > base.count && path.starts(with: base)
    let steps = (isRelative ? Array(path[base.count...]) : path).map(FileAddress.encoded)
    text = (isRelative ? "" : "file:///") + steps.joined(separator: "/")
  }

  /// The names on a path, with `.` and `..` gone through.
  private static func steps(_ path: String) -> [String] {
    path.split(separator: "/").reduce(into: []) { steps, name in
      switch name {
      case ".": break
      case "..": _ = steps.popLast()
      default: steps.append(String(name))
      }
    }
  }

  /// Escapes all but the unreserved characters of RFC 3986; Chinese names go by their UTF-8 bytes.
  private static func encoded(_ name: String) -> String {
    var text = ""
    for byte in name.utf8 {
      switch byte {
      case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
        UInt8(ascii: "~"):
        text.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        let digits = String(byte, radix: 16, uppercase: true)
        text += "%" + (digits.count < 2 ? "0" : "") + digits
      }
    }
    return text
  }
}
