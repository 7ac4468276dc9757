import Diagnostics
import FEEL
import PolicySource

/// How a value is written as an expectation in a test file, so that reading it gives the value again.
enum ExpectedText {
  /// - Parameter old: what stands in its place so far: a percentage stays one, and `2.00` keeps its decimals.
  static func of(_ value: Value, insteadOf old: String) -> String {
    switch value {
    case .null: return "null"
    case .boolean(let holds): return holds ? "true" : "false"
    case .unknown: return "unknown"
    case .number(let number):
      if old.hasSuffix("%"), let hundredfold = number.multiplied(by: 100) { return hundredfold.trimmedText + "%" }
      return padded(number, likeIn: old) ?? number.trimmedText
    default: return word(value.displayText)
    }
  }

  /// The number with as many decimals as another text has, or `nil` where it needs more, or that has none.
  private static func padded(_ number: Decimal128, likeIn old: String) -> String? {
    let parts = old.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 2, parts[1].allSatisfy({ ("0"..."9").contains($0) }),
      let same = number.rounded(.halfEven, scale: parts[1].count),
      same == number
    else { return nil }
    return same.plainText
  }

  /// Names as a list on one line.
  static func of(_ names: [String]) -> String { "[\(names.map(word).joined(separator: ", "))]" }

  /// A text as it stands in YAML, in brackets or not: as it is where it is a plain word, otherwise in double quotes.
  static func word(_ text: String) -> String {
    let scalars = text.unicodeScalars
    let isPlain = scalars.allSatisfy { isLetterOrDigit($0) || " _-.".unicodeScalars.contains($0) }
    if isPlain, let first = scalars.first, let last = scalars.last, isLetterOrDigit(first), isLetterOrDigit(last),
      !reserved.contains(text.lowercased())
    {
      return text
    }
    return "\"" + scalars.map(escaped).joined() + "\""
  }

  /// Words that YAML, or a test, takes for something else than a text.
  private static let reserved: Set<String> = ["null", "true", "false", "unknown"]

  private static func isLetterOrDigit(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isAlphabetic || ("0"..."9").contains(scalar)
  }

  private static func escaped(_ scalar: Unicode.Scalar) -> String {
    switch scalar {
    case "\"": return "\\\""
    case "\\": return "\\\\"
    case _ where Quotation.isControl(scalar):
      let digits = String(scalar.value, radix: 16)
      return "\\u" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    default: return String(scalar)
    }
  }
}
