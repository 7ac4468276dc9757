import Huimin

/// The variables of `for`, `some` and `every` that can be used at the end of an unfinished expression, as far as can be
/// told without parsing it.
struct Iterations {
  /// What stands between `for` and `return`, outermost first: `m in members, c in m.children`.
  private var headers: [String] = []
  /// The variables, outermost first.
  private(set) var names: [String] = []

  /// A `for`, `some` or `every` whose end has not been seen.
  private struct Loop {
    /// Where its header begins, and each further variable in it.
    var starts: [Int]
    /// Where `return` or `satisfies` begins, once it has been seen.
    var end: Int?
  }

  init(in text: [Unicode.Scalar], _ outline: Outline) {
    let ends = Dictionary(outline.starts.map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    // The loops that are open at each level of brackets.
    var levels: [[Loop]] = [[]]
    var position = 0
    while position < text.count {
      let scalar = text[position]
      var next = position + 1
      switch scalar {
      case "\"": next = (ends[position] ?? position) + 1
      case "(", "[", "{": levels.append([])
      case ")", "]", "}": if levels.count > 1 { levels.removeLast() }
      case ",":
        // It begins a further variable of a loop, or ends whatever stands before it.
        let level = levels.count - 1
        while let loop = levels[level].last, loop.end != nil { levels[level].removeLast() }
        if !levels[level].isEmpty { levels[level][levels[level].count - 1].starts.append(next) }
      case _ where scalar.isPartOfName:
        next = text[position...].firstIndex { !$0.isPartOfName } ?? text.count
        Iterations.note(String(String.UnicodeScalarView(text[position..<next])), position, next, in: &levels)
      default: break
      }
      position = next
    }
    for loop in levels.joined() { add(loop, of: text) }
  }

  private static func note(_ word: String, _ start: Int, _ end: Int, in levels: inout [[Loop]]) {
    let level = levels.count - 1
    switch word {
    case "for", "some", "every": levels[level].append(Loop(starts: [end]))
    case "return", "satisfies":
      if let open = levels[level].lastIndex(where: { $0.end == nil }) { levels[level][open].end = start }
    default: break
    }
  }

  /// Adds those variables of a loop whose domains are complete.
  private mutating func add(_ loop: Loop, of text: [Unicode.Scalar]) {
    let ends = loop.starts.dropFirst().map { $0 - 1 } + (loop.end.map { [$0] } ?? [])
    let parts = zip(loop.starts, ends).map { String(String.UnicodeScalarView(text[$0..<$1])) }
    guard !parts.isEmpty else { return }
    headers.append(parts.joined(separator: ","))
    for part in parts {
      guard let name = part.firstRange(of: " in ").map({ KnownNames.normalized(String(part[..<$0.lowerBound])) }) else {
        continue
      }
      names.append(name)
    }
  }

  /// An expression that gives every value of an operand in which one of the variables stands: `for m in members return m`
  /// for `m`. `nil` where none does.
  func around(_ operand: String) -> String? {
    guard names.contains(where: operand.contains) else { return nil }
    return headers.reversed().reduce("(\(operand))") { inner, header -> String in "for \(header) return \(inner)" }
  }
}
