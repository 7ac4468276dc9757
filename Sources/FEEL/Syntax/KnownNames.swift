/// The names that may occur in an expression. FEEL names may hold spaces and operator characters, so what a run of
/// words means depends on which names there are: `list price - discount` may be one name, or a subtraction.
public struct KnownNames: Sendable {
  /// Each name cut into words and operator characters, under its first word; the longest first.
  private var byFirstPart: [String: [[String]]] = [:]

  public init(_ names: some Sequence<String>) {
    for name in names { insert(name) }
  }

  public mutating func insert(_ name: String) {
    let parts = KnownNames.parts(of: name)
    guard let first = parts.first, byFirstPart[first]?.contains(parts) != true else { return }
    byFirstPart[first, default: []].append(parts)
    byFirstPart[first]?.sort { $0.count > $1.count }
  }

  /// The names whose first word is `word`, each as its parts, longest first.
  func candidates(startingWith word: String) -> [[String]] { byFirstPart[word] ?? [] }

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
