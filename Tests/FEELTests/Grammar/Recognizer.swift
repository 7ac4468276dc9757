@testable import FEEL

/// Tells whether a text belongs to a grammar, by trying every reading; what it has tried once at a place it remembers.
/// It shares no code with the parser but the list of known names.
final class Recognizer {
  private let grammar: Grammar
  private let knownNames: [[Unicode.Scalar]]
  private var text: [Unicode.Scalar] = []
  private var found: [String: [Int: Set<Int>]] = [:]
  private var spaces: [Int: Set<Int>] = [:]

  init(_ grammar: Grammar, knownNames: [String]) {
    self.grammar = grammar
    self.knownNames = (knownNames + Builtins.all.map(\.name)).map { Array($0.unicodeScalars) }
  }

  /// Whether the whole text can be derived from a production.
  func accepts(_ text: String, as production: String) -> Bool {
    self.text = Array(text.unicodeScalars) + ["\n"]
    found = [:]
    spaces = [:]
    let starts = afterSpaces(0)
    let ends = Set(starts.flatMap { self.ends(of: production, from: $0) })
    return ends.contains { afterSpaces($0).contains(self.text.count) }
  }

  private func ends(of production: String, from start: Int) -> Set<Int> {
    if let known = found[production]?[start] { return known }
    let ends: Set<Int>
    if production == "knownName" {
      ends = Set(knownNames.compactMap { end(of: $0, from: start) })
    } else if let rule = grammar.rules[production] {
      ends = self.ends(of: rule, from: start, tokens: Grammar.isMadeOfTokens(production))
    } else {
      ends = []
    }
    found[production, default: [:]][start] = ends
    return ends
  }

  private func ends(of rule: GrammarRule, from start: Int, tokens: Bool) -> Set<Int> {
    switch rule {
    case .text(let expected):
      guard text[start...].starts(with: expected.unicodeScalars) else { return [] }
      let end = start + expected.unicodeScalars.count
      return tokens && endsInsideWord(end) ? [] : [end]
    case .characters(let ranges, let negated):
      guard start < text.count, ranges.contains(where: { $0.contains(text[start].value) }) != negated else { return [] }
      return [start + 1]
    case .reference(let name):
      let ends = ends(of: name, from: start)
      return tokens && !Grammar.isMadeOfTokens(name) ? ends.filter { !endsInsideWord($0) } : ends
    case .sequence(let items):
      var ends: Set<Int> = [start]
      for (number, item) in items.enumerated() {
        if tokens, number > 0 { ends = Set(ends.flatMap(afterSpaces)) }
        ends = Set(ends.flatMap { self.ends(of: item, from: $0, tokens: tokens) })
        if ends.isEmpty { break }
      }
      return ends
    case .choice(_, let alternatives):
      return Set(alternatives.flatMap { ends(of: $0, from: start, tokens: tokens) })
    case .repetition(_, let item, let least, let most):
      var all: Set<Int> = least == 0 ? [start] : []
      var last: Set<Int> = [start]
      var count = 0
      while !last.isEmpty, count < most {
        let starts = tokens && count > 0 ? Set(last.flatMap(afterSpaces)) : last
        last = Set(starts.flatMap { ends(of: item, from: $0, tokens: tokens) }).subtracting(all)
        count += 1
        if count >= least { all.formUnion(last) }
      }
      return all
    case .difference(let whole, let part):
      return ends(of: whole, from: start, tokens: tokens).subtracting(ends(of: part, from: start, tokens: tokens))
    }
  }

  private func afterSpaces(_ start: Int) -> Set<Int> {
    if let known = spaces[start] { return known }
    var all: Set<Int> = [start]
    var last = all
    while !last.isEmpty {
      last = Set(last.flatMap { ends(of: "space", from: $0) }).subtracting(all)
      all.formUnion(last)
    }
    spaces[start] = all
    return all
  }

  private func endsInsideWord(_ end: Int) -> Bool {
    guard end > 0, end < text.count else { return false }
    return text[end - 1] == "=" && text[end] == "=" || isWordPart(end - 1) && isWordPart(end)
  }

  private func isWordPart(_ position: Int) -> Bool { ends(of: "wordPart", from: position).contains(position + 1) }

  /// Where a known name ends; white space between its parts may be any.
  private func end(of name: [Unicode.Scalar], from start: Int) -> Int? {
    var position = start
    for (number, scalar) in name.enumerated() {
      let mayBeSpaced = number > 0 && !(isWord(name[number - 1]) && isWord(scalar))
      if scalar == " " || mayBeSpaced {
        while ends(of: "blank", from: position).contains(position + 1) { position += 1 }
        if scalar == " " { continue }
      }
      guard position < text.count, text[position] == scalar else { return nil }
      position += 1
    }
    return endsInsideWord(position) ? nil : position
  }

  private func isWord(_ scalar: Unicode.Scalar) -> Bool { scalar.properties.isAlphabetic || scalar.isDigit }
}
