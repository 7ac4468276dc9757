/// Names: which run of words is one, and where it ends.
extension Parser {
  static let aName = Wording(en: "a name", zh: "一个名称")

  /// Words that end a run of unknown words, because they mean something between expressions.
  private static let reserved: Set<String> = [
    "and", "or", "between", "in", "instance", "then", "else", "return", "satisfies", "if", "for", "some", "every",
    "function", "true", "false", "null",
  ]

  /// The longest known or local name that starts here, as it was declared; of two as long, the innermost.
  ///
  /// - Parameter isMember: whether it stands after a `.`.
  func matchKnownName(isMember: Bool = false) -> Expression.Name? {
    guard let first = scanner.nextNamePart() else { return matchNumberedName() }
    let sources = [
      known.candidates(startingWith: first), Builtins.knownNames.candidates(startingWith: first),
      isMember || isInFilter ? members.candidates(startingWith: first) : [], locals.candidates(startingWith: first),
    ]
    return longestMatch(among: sources.joined())
  }

  /// A name that begins with a digit, such as the member `2级`: one that the surroundings declare, never one that the
  /// expression itself introduces.
  func matchNumberedName() -> Expression.Name? {
    guard scanner.current?.isDigit == true else { return nil }
    return longestMatch(among: known.candidates(startingWith: scanner.digits()))
  }

  private func longestMatch(among entries: some Sequence<KnownNames.Entry>) -> Expression.Name? {
    var best: Expression.Name?
    for entry in entries {
      guard let end = matchEnd(of: entry.parts), end >= best?.span.end ?? 0 else { continue }
      best = Expression.Name(entry.text, Span(scanner.position, end))
    }
    return best
  }

  /// Where the parts of a name end if they come next; white space may stand between them.
  private func matchEnd(of parts: [String]) -> Int? {
    var here = scanner
    for (index, part) in parts.enumerated() {
      if index > 0 { while here.current?.isFeelSpace == true { here.position += 1 } }
      guard here.isNext(part) else { return nil }
      here.position += part.unicodeScalars.count
      let endsInWord = part.unicodeScalars.last?.continuesName == true
      if endsInWord, here.current?.continuesName == true { return nil }
      if part == "/", here.current == "/" || here.current == "*" { return nil }
    }
    // A name does not end in the middle of `**` or `..`.
    if let last = parts.last, last == "*" || last == ".", here.isNext(last) { return nil }
    return here.position
  }

  /// The name of a variable or function: a known one, or else the run of words that stands here.
  mutating func variableName() throws(Diagnostic) -> Expression.Name {
    try scanner.skipSpace()
    if let word = scanner.nextWord(), Parser.reserved.contains(word), matchKnownName().map({ $0.text == word }) ?? true
    {
      throw unexpected(wanted: Parser.aValue)
    }
    return try knownOrRun(wanted: Parser.aValue)
  }

  /// The name after a `.`.
  mutating func memberName() throws(Diagnostic) -> Expression.Name {
    try scanner.skipSpace()
    return try knownOrRun(wanted: Parser.aName, isMember: true)
  }

  private mutating func knownOrRun(wanted: Wording, isMember: Bool = false) throws(Diagnostic) -> Expression.Name {
    if let name = matchKnownName(isMember: isMember) {
      let run = runOfWords()
      // A longer run of words is one unknown name, rather than a known one with words after it that mean nothing.
      if let run, run.span.end > name.span.end, !endsInsideRun(name) { return take(run) }
      return take(name)
    }
    guard let run = runOfWords() else { throw unexpected(wanted: wanted) }
    return take(run)
  }

  /// Whether a known name holds operator characters, and so says nothing about the run of words that it begins in.
  private func endsInsideRun(_ name: Expression.Name) -> Bool {
    name.text.unicodeScalars.contains { !$0.continuesName && !$0.isFeelSpace }
  }

  private mutating func take(_ name: Expression.Name) -> Expression.Name {
    scanner.position = name.span.end
    return name
  }

  /// Words with only white space between them, up to a reserved word. The first may be reserved (`a.function`).
  private func runOfWords() -> Expression.Name? {
    var here = scanner
    guard let first = here.nextWord() else { return nil }
    var words = [first]
    here.position += first.unicodeScalars.count
    var end = here.position
    while true {
      while here.current?.isFeelSpace == true { here.position += 1 }
      var word = here.nextWord() ?? ""
      if word.isEmpty, here.current?.isDigit == true, here.position > end { word = here.digits() }
      guard !word.isEmpty, !Parser.reserved.contains(word), !isWordedInfix(at: here) else { break }
      words.append(word)
      here.position += word.unicodeScalars.count
      end = here.position
    }
    return Expression.Name(words.joined(separator: " "), Span(scanner.position, end))
  }

  /// A name that is introduced here; it runs to the next character that no name holds, or to one of `stops`.
  mutating func newName(until stops: Set<String>) throws(Diagnostic) -> Expression.Name {
    try scanner.skipSpace()
    let start = scanner.position
    guard scanner.current?.startsName == true || scanner.current == "?" else { throw unexpected(wanted: Parser.aName) }
    var end = start
    while let scalar = scanner.current {
      if scalar.startsName, let word = scanner.nextWord() {
        if stops.contains(word), scanner.position > start { break }
        scanner.position += word.unicodeScalars.count
        end = scanner.position
      } else if scalar.continuesName || Parser.nameSymbols.contains(scalar) {
        if scalar == "/", scanner.peek(1) == "/" || scanner.peek(1) == "*" { break }
        scanner.position += 1
        end = scanner.position
      } else if scalar.isFeelSpace {
        scanner.position += 1
      } else {
        break
      }
    }
    scanner.position = end
    return Expression.Name(KnownNames.normalized(scanner.slice(start, end)), Span(start, end))
  }

  /// Characters that a name may hold beside letters and digits (grammar rule 30).
  private static let nameSymbols: Set<Unicode.Scalar> = [".", "/", "-", "'", "+", "*", "?"]

  /// The name of a named argument, where one stands here: words followed by a colon.
  mutating func argumentName() throws(Diagnostic) -> Expression.Name? {
    try scanner.skipSpace()
    let start = scanner
    guard let name = try? newName(until: []) else {
      scanner = start
      return nil
    }
    if try accept(":") { return name }
    scanner = start
    return nil
  }
}

extension Scanner {
  /// The digits that come next.
  func digits() -> String {
    var end = position
    while end < text.count, text[end].continuesName { end += 1 }
    return slice(position, end)
  }
}

extension Parser {
  /// Why a text cannot be a name.
  public struct NotAName: Error {}

  /// Whether a text can be used as the name of something in expressions.
  public static func nameCheck(_ text: String) -> Result<Void, NotAName> {
    var parser = Parser(text, known: KnownNames([]))
    guard !reserved.contains(text), let name = try? parser.newName(until: []),
      name.span == Span(0, text.unicodeScalars.count), name.text == text
    else { return .failure(NotAName()) }
    return .success(())
  }
}
