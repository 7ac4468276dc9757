import Huimin

/// What can stand at the cursor: the candidates, and how much of the text before it they take the place of.
struct Completion: Equatable {
  let candidates: [String]
  /// Code points before the cursor.
  let length: Int

  static let none = Completion(candidates: [], length: 0)

  /// What all candidates begin with.
  var commonPrefix: String {
    guard let first = candidates.first else { return "" }
    var common = Array(first.unicodeScalars)[...]
    for candidate in candidates.dropFirst() {
      let same = zip(common, candidate.unicodeScalars).prefix { $0 == $1 }.count
      common = common.prefix(same)
    }
    return String(String.UnicodeScalarView(common))
  }
}

extension Completion {
  /// - Parameters:
  ///   - line: the line up to the cursor.
  ///   - earlier: the lines before it of an expression that goes over several, with their ends.
  init(of line: String, after earlier: String = "", in vocabulary: Vocabulary) {
    let start = line.drop { $0 == " " || $0 == "\t" }
    guard earlier.isEmpty, start.hasPrefix(":") else {
      let text = Array((PromptCommand.expression(in: earlier + line) ?? "").unicodeScalars)
      self = vocabulary.completion(of: text, atMost: line.unicodeScalars.count)
      return
    }
    if let expression = PromptCommand.expression(in: String(start)) {
      self = vocabulary.completion(of: Array(expression.unicodeScalars), atMost: expression.unicodeScalars.count)
    } else if let file = PromptCommand.file(in: start) {
      self = FileNames.completion(of: file)
    } else if let name = PromptCommand.function(in: start) {
      let functions = vocabulary.functions.map { String($0.dropLast()) }
      self.init(
        candidates: Set(functions.filter { $0.hasPrefix(name) }).sorted(by: Vocabulary.comesFirst),
        length: name.unicodeScalars.count)
    } else {
      let commands = PromptCommand.Name.allCases.map { $0.operand == .required ? $0.rawValue + " " : $0.rawValue }
      self.init(candidates: commands.filter { $0.hasPrefix(start) }.sorted(), length: start.unicodeScalars.count)
    }
  }
}

extension Vocabulary {
  /// The completion of an expression that ends at the cursor; it replaces at most so many code points.
  fileprivate func completion(of text: [Unicode.Scalar], atMost limit: Int) -> Completion {
    let outline = Outline(text)
    guard outline.open == nil else { return .none }
    // A name may hold words that mean something else, so the longest stretch that begins a name is taken.
    let words = Vocabulary.wordStarts(in: text, from: max(0, text.count - limit))
    let iterations = Iterations(in: text, outline)
    let known = known.union(iterations.names)
    if let dot = memberDot(in: text), let operand = Operand.text(before: dot, of: text, outline, known: known) {
      let start = text[(dot + 1)...].firstIndex { !$0.properties.isWhitespace } ?? text.count
      let ofItems = iterations.around(operand).map(members) ?? []
      let found = candidates(among: ofItems.isEmpty ? members(operand) : ofItems, from: start, of: text)
      if !found.candidates.isEmpty || words.filter({ $0 >= start }).count <= 1 { return found }
    }
    for start in words {
      let found = candidates(among: names + iterations.names + functions + keywords, from: start, of: text)
      if !found.candidates.isEmpty { return found }
    }
    // An unknown name; or a `.` after something whose members are not known.
    guard text.last?.isPartOfName != true, memberDot(in: text) == nil else { return .none }
    return Completion(candidates: Set(names + iterations.names).sorted(by: Vocabulary.comesFirst), length: 0)
  }

  private func candidates(among names: [String], from start: Int, of text: [Unicode.Scalar]) -> Completion {
    let written = String(String.UnicodeScalarView(text[start...]))
    var fragment = KnownNames.normalized(written)
    if !fragment.isEmpty, written.last?.isWhitespace == true { fragment += " " }
    let found = Set(names.filter { $0.unicodeScalars.starts(with: fragment.unicodeScalars) })
    return Completion(candidates: found.sorted(by: Vocabulary.comesFirst), length: text.count - start)
  }

  fileprivate static func comesFirst(_ a: String, _ b: String) -> Bool {
    a.unicodeScalars.lexicographicallyPrecedes(b.unicodeScalars)
  }

  /// A name is no longer than this.
  private static let longest = 200

  /// Where a word starts in the last line, earliest first.
  private static func wordStarts(in text: [Unicode.Scalar], from limit: Int) -> [Int] {
    (max(limit, text.count - longest)..<text.count).filter { position in
      text[position].isPartOfName && (position == 0 || !text[position - 1].isPartOfName)
    }
  }

  /// The `.` after which a member is being written: only words stand between it and the end.
  private func memberDot(in text: [Unicode.Scalar]) -> Int? {
    guard let dot = text.lastIndex(where: { !$0.isPartOfName && !$0.properties.isWhitespace }), text[dot] == ".",
      dot > 0, text[dot - 1] != "."
    else { return nil }
    return dot
  }
}

extension Unicode.Scalar {
  /// Whether it is part of a word, near enough for completion.
  var isPartOfName: Bool {
    self == "_" || properties.isAlphabetic || properties.numericType != nil || properties.isGraphemeExtend
  }
}
