import Diagnostics

extension JSON {
  /// The value as a YAML document in block style, with a line end after the last line. Read again, it is the same value:
  /// numbers keep their digits, and text that could be read as anything else stands in quotes.
  public var yaml: String {
    var text = ""
    writeYAML(into: &text, indent: 0)
    if !text.hasSuffix("\n") { text += "\n" }
    return text
  }

  /// A member of an object or list goes on in the line of its key or dash, or stands further in below it.
  private func writeYAML(into text: inout String, indent: Int) {
    let margin = String(repeating: " ", count: indent)
    switch self {
    case .object(let entries) where !entries.isEmpty:
      for (position, (key, value)) in entries.enumerated() {
        if position > 0 { text += margin }
        text += JSON.yamlScalar(key) + ":"
        if value.isNested {
          text += "\n" + margin + "  "
          value.writeYAML(into: &text, indent: indent + 2)
        } else {
          text += " "
          value.writeYAML(into: &text, indent: indent)
          text += "\n"
        }
      }
    case .array(let items) where !items.isEmpty:
      for (position, item) in items.enumerated() {
        if position > 0 { text += margin }
        text += "- "
        item.writeYAML(into: &text, indent: indent + 2)
        if !item.isNested { text += "\n" }
      }
    case .string(let value): text += JSON.yamlScalar(value)
    default: text += compact
    }
  }

  /// Whether it takes lines of its own.
  private var isNested: Bool {
    switch self {
    case .object(let entries): !entries.isEmpty
    case .array(let items): !items.isEmpty
    default: false
    }
  }

  /// Words that YAML readers, of version 1.1 too, take for something else than text.
  private static let reserved: Set<String> = [
    "null", "true", "false", "yes", "no", "on", "off", "y", "n", "nan", "inf",
  ]

  /// Text as it is where it is a plain phrase, otherwise in the quotes of JSON, which YAML 1.2 reads alike.
  private static func yamlScalar(_ text: String) -> String {
    func isPlain(_ scalar: Unicode.Scalar) -> Bool {
      scalar.properties.isAlphabetic || ("0"..."9").contains(scalar)
        || " _-/.（）《》“”、，。；：〔〕".unicodeScalars.contains(scalar)
    }
    let scalars = text.unicodeScalars
    guard let first = scalars.first, let last = scalars.last, first.properties.isAlphabetic, last != " ",
      scalars.allSatisfy(isPlain), !reserved.contains(text.lowercased())
    else { return JSON.string(text).compact.escapingInvisible }
    return text
  }
}

extension String {
  /// Invisible characters that JSON lets stand and YAML does not, line separators among them, as escapes.
  fileprivate var escapingInvisible: String {
    var text = ""
    for scalar in unicodeScalars {
      guard Quotation.isControl(scalar) || scalar.properties.isNoncharacterCodePoint, scalar.value <= 0xFFFF else {
        text.unicodeScalars.append(scalar)
        continue
      }
      let digits = String(scalar.value, radix: 16)
      text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
    }
    return text
  }
}
