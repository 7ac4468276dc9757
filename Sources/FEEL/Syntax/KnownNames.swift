/// The names that may occur in an expression. FEEL names may hold spaces and operator characters, so what a run of
/// words means depends on which names there are: `list price - discount` may be one name, or a subtraction.
public struct KnownNames: Sendable {
  /// A name as it was declared, and cut into words and operator characters, by which it is found however it is spaced.
  struct Entry: Sendable {
    let text: String
    let parts: [String]

    init(_ name: String) {
      text = KnownNames.normalized(name)
      parts = KnownNames.parts(of: name)
    }

    /// Whether no text of plain FEEL can hold it as anything but a name: where it begins with a digit, a number in it
    /// has words behind it, as in `2级` or `60-79岁`, at which the reading would fail.
    var mayBeName: Bool {
      guard text.unicodeScalars.first?.isDigit == true else { return true }
      return parts.contains { $0.unicodeScalars.first?.isDigit == true && Decimal128($0) == nil }
    }
  }

  /// What words of comparison mean, such as 以上: whether the number itself belongs to it.
  public var comparisonWords: [String: Bool] = [:]

  /// The names under their first word.
  private var byFirstPart: [String: [Entry]] = [:]

  public init(_ names: some Sequence<String>) {
    for name in names { insert(name) }
  }

  /// Adds a name. Of two that differ in their spaces only, the first counts. One that could be read as a number, or as
  /// several, is passed over: `1` and `60-79` stay what they are.
  public mutating func insert(_ name: String) {
    let entry = Entry(name)
    guard entry.mayBeName, let first = entry.parts.first,
      byFirstPart[first]?.contains(where: { $0.parts == entry.parts }) != true
    else {
      return
    }
    byFirstPart[first, default: []].append(entry)
  }

  /// The names that are digits with the same words behind them, in order: those like `9级` where `1级` and `2级` are known.
  func numbered(with words: String) -> [String] {
    byFirstPart.values.joined().map(\.text).filter { name in
      let rest = name.drop { $0.isASCII && $0.isNumber }
      return rest.count < name.count && rest == words
    }.sorted()
  }

  /// The names whose first word is `word`.
  func candidates(startingWith word: String) -> [Entry] { byFirstPart[word] ?? [] }

  /// Words and single operator characters, without the spaces between them: `e-mail address` gives e, -, mail, address.
  static func parts(of name: String) -> [String] {
    var parts: [String] = []
    var word = ""
    for scalar in name.unicodeScalars {
      if scalar.continuesName || (scalar == "?" && word.isEmpty) {
        word.unicodeScalars.append(scalar)
        continue
      }
      if !word.isEmpty { parts.append(word) }
      word = ""
      if !scalar.isFeelSpace { parts.append(String(scalar)) }
    }
    if !word.isEmpty { parts.append(word) }
    return parts
  }

  /// How a name is written in messages and compared: its words joined by single spaces, operator characters as written.
  public static func normalized(_ name: String) -> String {
    var result = String.UnicodeScalarView()
    var pendingSpace = false
    for scalar in name.unicodeScalars {
      if scalar.isFeelSpace {
        pendingSpace = !result.isEmpty
        continue
      }
      if pendingSpace { result.append(" ") }
      pendingSpace = false
      result.append(scalar)
    }
    return String(result)
  }
}
