/// Words as they stand in YAML.
enum YAMLText {
  /// A text within brackets or as a key: as it is where it is a plain word, otherwise in double quotes.
  static func word(_ text: String) -> String {
    let scalars = text.unicodeScalars
    func isWord(_ scalar: Unicode.Scalar) -> Bool {
      scalar.properties.isAlphabetic || ("0"..."9").contains(scalar)
    }
    let isPlain = scalars.allSatisfy { isWord($0) || " _-./".unicodeScalars.contains($0) }
    if isPlain, let first = scalars.first, first.properties.isAlphabetic, let last = scalars.last, isWord(last),
      !["null", "true", "false", "unknown", "yes", "no", "on", "off"].contains(text.lowercased())
    {
      return text
    }
    return "\"\(text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\""))\""
  }

  /// A text that goes into a comment.
  static func comment(_ text: String) -> String {
    text.split(whereSeparator: \.isNewline).joined(separator: " ")
  }
}
