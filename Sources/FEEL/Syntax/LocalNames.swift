/// The names that an expression introduces itself, innermost last, found by their first word.
struct LocalNames {
  private var names: [KnownNames.Entry] = []
  private var byFirstPart: [String: [KnownNames.Entry]] = [:]

  var count: Int { names.count }

  mutating func push(_ name: String) {
    let entry = KnownNames.Entry(name)
    names.append(entry)
    byFirstPart[entry.parts.first ?? "", default: []].append(entry)
  }

  /// Forgets the names introduced since there were `count`.
  mutating func pop(to count: Int) {
    while names.count > count { byFirstPart[names.removeLast().parts.first ?? ""]?.removeLast() }
  }

  /// The names whose first word is `word`, outermost first.
  func candidates(startingWith word: String) -> [KnownNames.Entry] { byFirstPart[word] ?? [] }
}
