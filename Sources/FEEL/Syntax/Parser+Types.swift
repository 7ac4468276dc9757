/// Types as they are written (DMN 1.5, grammar rules 17, 18 and 52).
extension Parser {
  mutating func typeExpression() throws(Diagnostic) -> TypeExpression {
    try enter()
    defer { leave() }
    try scanner.skipSpace()
    let start = scanner.position
    guard let word = scanner.nextWord() else { throw unexpected(wanted: Wording(en: "a type", zh: "一个类型")) }
    switch word {
    case "list", "range":
      let before = scanner
      scanner.position += word.count
      if try accept("<") {
        let element = try typeExpression()
        try expect(">")
        return word == "list" ? .list(element) : .range(element)
      }
      scanner = before
    case "context":
      let before = scanner
      scanner.position += word.count
      if try accept("<") { return .context(try typeFields()) }
      scanner = before
    case "function":
      let before = scanner
      scanner.position += word.count
      if try accept("<") { return try functionType() }
      scanner = before
    default: break
    }
    let name = try typeName()
    return .named(name, Span(start, scanner.position))
  }

  private mutating func typeFields() throws(Diagnostic) -> [TypeExpression.TypeField] {
    var fields: [TypeExpression.TypeField] = []
    if try accept(">") { return fields }
    repeat {
      let name = try newName(until: [])
      try expect(":")
      fields.append(TypeExpression.TypeField(name: name.text, type: try typeExpression()))
    } while try accept(",")
    try expect(">")
    return fields
  }

  private mutating func functionType() throws(Diagnostic) -> TypeExpression {
    var parameters: [TypeExpression] = []
    if try !accept(">") {
      repeat { parameters.append(try typeExpression()) } while try accept(",")
      try expect(">")
    }
    try expect("->")
    return .function(parameters, try typeExpression())
  }

  /// A built-in type's name, which may hold spaces, or a dotted name.
  private mutating func typeName() throws(Diagnostic) -> String {
    for name in ["years and months duration", "days and time duration", "date and time"] {
      var here = scanner
      var matches = true
      for part in KnownNames.parts(of: name) {
        try here.skipSpace()
        guard here.isNextWord(part) else {
          matches = false
          break
        }
        here.position += part.count
      }
      if matches {
        scanner = here
        return name
      }
    }
    var words: [String] = []
    while let word = scanner.nextWord() {
      words.append(word)
      scanner.position += word.unicodeScalars.count
      guard scanner.current == ".", scanner.peek(1)?.startsName == true else { break }
      scanner.position += 1
    }
    return words.joined(separator: ".")
  }
}
