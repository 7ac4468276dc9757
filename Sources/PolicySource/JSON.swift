/// A JSON value to be written: objects keep their order, numbers their digits.
public indirect enum JSON: Sendable {
  case null
  case boolean(Bool)
  /// The text of a number, written as it is.
  case number(String)
  case string(String)
  case array([JSON])
  case object([(String, JSON)])

  /// The text on one line, without spaces.
  public var compact: String {
    var text = ""
    write(into: &text, indent: nil)
    return text
  }

  /// The text over several lines, two spaces a level; lists and objects without members on one.
  public var pretty: String {
    var text = ""
    write(into: &text, indent: 0)
    return text
  }

  private func write(into text: inout String, indent: Int?) {
    switch self {
    case .null: text += "null"
    case .boolean(let value): text += value ? "true" : "false"
    case .number(let digits): text += digits
    case .string(let value): JSON.quote(value, into: &text)
    case .array(let items):
      JSON.members(items, "[", "]", into: &text, indent: indent) { $0.write(into: &$1, indent: $2) }
    case .object(let entries):
      JSON.members(entries, "{", "}", into: &text, indent: indent) { entry, text, indent in
        JSON.quote(entry.0, into: &text)
        text += indent == nil ? ":" : ": "
        entry.1.write(into: &text, indent: indent)
      }
    }
  }

  private static func members<Member>(
    _ members: [Member], _ open: String, _ close: String, into text: inout String, indent: Int?,
    write: (Member, inout String, Int?) -> Void
  ) {
    text += open
    let inner = indent.map { $0 + 2 }
    for (position, member) in members.enumerated() {
      if position > 0 { text += "," }
      if let inner { text += "\n" + String(repeating: " ", count: inner) }
      write(member, &text, inner)
    }
    if let indent, !members.isEmpty { text += "\n" + String(repeating: " ", count: indent) }
    text += close
  }

  /// Escapes what RFC 8259 demands and nothing else, as RFC 8785 writes it; Chinese stays readable.
  private static func quote(_ value: String, into text: inout String) {
    text += "\""
    for scalar in value.unicodeScalars {
      switch scalar {
      case "\"": text += "\\\""
      case "\\": text += "\\\\"
      case "\n": text += "\\n"
      case "\r": text += "\\r"
      case "\t": text += "\\t"
      case "\u{8}": text += "\\b"
      case "\u{C}": text += "\\f"
      case let control where control.value < 0x20:
        let digits = String(control.value, radix: 16)
        text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: text.unicodeScalars.append(scalar)
      }
    }
    text += "\""
  }
}
