/// Text as it may stand in XML.
enum XMLText {
  /// Text for an attribute or an element: marks escaped, line ends kept as references, and characters that XML 1.0 has
  /// no place for replaced by U+FFFD.
  static func escaped(_ text: String) -> String {
    var escaped = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "\"": escaped += "&quot;"
      // A parser makes blanks of these in attributes, unless they are written so.
      case "\n", "\t", "\r": escaped += "&#\(scalar.value);"
      default: escaped.unicodeScalars.append(isAllowed(scalar) ? scalar : "\u{FFFD}")
      }
    }
    return escaped
  }

  /// The text of an element, in which line ends may stand as they are.
  static func content(_ text: String) -> String { escaped(text).replacing("&#10;", with: "\n") }

  /// `Char` of XML 1.0, fifth edition, 2.2; line ends and tabs were taken care of.
  private static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x20...0xD7FF, 0xE000...0xFFFD, 0x10000...0x10FFFF: true
    default: false
    }
  }
}
