/// Puts text of the user's into a message: short, on one line, and without characters that a terminal would obey.
public enum Quotation {
  /// The first `limit` code points of a text, `…` where more follow, control characters as escapes.
  public static func of(_ text: String, limit: Int = 40) -> String {
    var short = ""
    var count = 0
    for scalar in text.unicodeScalars {
      if count == limit { return short + "…" }
      short += visible(scalar)
      count += 1
    }
    return short
  }

  /// A text with its control characters as escapes, at whatever length.
  public static func visible(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: isControl) else { return text }
    return text.unicodeScalars.map(visible).joined()
  }

  /// Whether a terminal or an editor would act on a character instead of showing it: control characters, line
  /// separators, and the marks that turn the direction of writing and so can make a text read differently.
  public static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x00...0x1F, 0x7F...0x9F, 0x200E...0x200F, 0x2028...0x202E, 0x2066...0x2069, 0xFEFF: true
    default: false
    }
  }

  private static func visible(_ scalar: Unicode.Scalar) -> String {
    switch scalar {
    case "\n": "\\n"
    case "\r": "\\r"
    case "\t": "\\t"
    case _ where isControl(scalar): "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
    default: String(scalar)
    }
  }
}
