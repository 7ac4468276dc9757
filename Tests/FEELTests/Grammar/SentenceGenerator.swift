import TestSupport

@testable import FEEL

/// Makes random sentences of a grammar. While there are alternatives that no sentence has used, it prefers them.
struct SentenceGenerator {
  private let grammar: Grammar
  private let knownNames: [String]
  private var random: SplitMix64
  /// How often each alternative was taken: of a choice by its position, of a repetition 0 for none, 1 for one or more.
  private(set) var used: [Int: [Int]] = [:]
  /// How many tokens a sentence may have before it takes the shortest way to its end.
  private var longest = 0
  /// Where in the sentence a `[` ends a range.
  private var openEnds: [Int] = []
  /// How high the lowest tree of each production is.
  private var heights: [String: Int] = [:]

  init(_ grammar: Grammar, knownNames: [String], seed: UInt64) {
    self.grammar = grammar
    self.knownNames = knownNames
    random = SplitMix64(seed: seed)
    for name in grammar.order { prepare(grammar.rules[name]) }
    var changed = true
    while changed {
      changed = false
      for name in grammar.order {
        guard let rule = grammar.rules[name], let height = height(of: rule), heights[name] != height + 1 else {
          continue
        }
        heights[name] = height + 1
        changed = true
      }
    }
  }

  /// A sentence of tokens, with white space or comments between some of them.
  mutating func sentence(of production: String, height: Int) -> String {
    var tokens: [String] = []
    repeat {
      tokens = []
      openEnds = []
      longest = Int.random(in: 5...40, using: &random)
      expand(.reference(production), height, tokens: true, into: &tokens)
      // A `[` that ends a range and has a value after it may also be read as a filter.
    } while openEnds.contains { $0 + 1 < tokens.count && "-[](<>=".contains(tokens[$0 + 1].prefix(1)) }
    var text = space(needed: false)
    for token in tokens {
      let needed = isWord(text.unicodeScalars.last) && isWord(token.unicodeScalars.first)
      text += needed || Int.random(in: 0..<3, using: &random) == 0 ? space(needed: needed) : ""
      text += token
    }
    return text + space(needed: false)
  }

  private func isWord(_ scalar: Unicode.Scalar?) -> Bool {
    guard let scalar else { return false }
    return scalar == "/" || scalar == "*" || scalar == "." || scalar == "<" || scalar == ">" || scalar == "!"
      || scalar == "=" || scalar == "-" || scalar.properties.isAlphabetic || scalar.value >= 0x80
      || (0x30...0x3F).contains(scalar.value) || scalar == "_"
  }

  private mutating func space(needed: Bool) -> String {
    switch Int.random(in: 0..<12, using: &random) {
    case 0: " /* \(Int.random(in: 0..<100, using: &random)) * / */ "
    case 1: " // 注 */\n"
    case 2: "\u{3000}\n"
    case 3..<7: " "
    default: needed ? " " : ""
    }
  }

  // MARK: Expansion

  private mutating func expand(_ rule: GrammarRule, _ height: Int, tokens: Bool, into result: inout [String]) {
    switch rule {
    case .text(let text): result.append(text)
    case .characters(let ranges, let negated): result.append(String(character(ranges, negated: negated)))
    case .reference("knownName"): result.append(knownNames.randomElement(using: &random) ?? "")
    case .reference(let name):
      guard let inner = grammar.rules[name] else { return }
      if tokens, !Grammar.isMadeOfTokens(name) {
        result.append(word(inner, of: name))
      } else {
        expand(inner, height - 1, tokens: tokens, into: &result)
      }
    case .sequence(let items): for item in items { expand(item, height, tokens: tokens, into: &result) }
    case .choice(let number, let alternatives):
      var possible = alternatives.map { self.height(of: $0) ?? .max }
      // `[ ]` is an empty list, never a list that begins with a range such as `]1..2[`.
      if result.last == "[" {
        for position in alternatives.indices {
          if case .text("]") = alternatives[position] { possible[position] = .max }
        }
      }
      let position = choose(number, among: possible, height, isLong: result.count > longest)
      if case .text("[") = alternatives[position], position > 0 { openEnds.append(result.count) }
      expand(alternatives[position], height, tokens: tokens, into: &result)
    case .repetition(let number, let item, let least, let most):
      let possible = [least == 0 ? 0 : .max, self.height(of: item) ?? .max]
      var count = choose(number, among: possible, height, isLong: result.count > longest)
      if count == 1, most > 1 { while count < 3, Int.random(in: 0..<3, using: &random) == 0 { count += 1 } }
      for _ in 0..<count { expand(item, height, tokens: tokens, into: &result) }
    case .difference(let whole, _):
      // What is taken away are single words, which a random word hardly ever is.
      expand(whole, height, tokens: tokens, into: &result)
    }
  }

  /// An alternative that fits the height left; one never used before others.
  private mutating func choose(_ number: Int, among heights: [Int], _ height: Int, isLong: Bool) -> Int {
    let lowest = heights.min() ?? 0
    let unused = heights.indices.filter { heights[$0] <= height && used[number]?[$0] == 0 }
    let limit = isLong ? 0 : height
    let fitting = heights.indices.filter { heights[$0] < .max && (heights[$0] <= limit || heights[$0] == lowest) }
    let position = (unused.isEmpty ? fitting : unused).randomElement(using: &random) ?? 0
    used[number]?[position] += 1
    return position
  }

  private mutating func word(_ rule: GrammarRule, of production: String) -> String {
    while true {
      var characters: [String] = []
      expand(rule, 8, tokens: false, into: &characters)
      // A name that is introduced as `?.` would hide what `? .` means elsewhere in the sentence.
      let rest = characters.joined().unicodeScalars
      let next = rest.dropFirst().first { !$0.isFeelSpace }
      if production == "newName", rest.first == "?", let next, "./*-+'".unicodeScalars.contains(next) { continue }
      return characters.joined()
    }
  }

  private mutating func character(_ ranges: [ClosedRange<UInt32>], negated: Bool) -> Character {
    if negated {
      let plain = "x 值.\u{1F40E}%\t/".unicodeScalars.filter { scalar in !ranges.contains { $0.contains(scalar.value) } }
      return Character(plain.randomElement(using: &random) ?? "x")
    }
    let range = ranges.randomElement(using: &random) ?? 0x78...0x78
    return Character(Unicode.Scalar(UInt32.random(in: range, using: &random)) ?? "x")
  }

  // MARK: What there is

  private mutating func prepare(_ rule: GrammarRule?) {
    switch rule {
    case .choice(let number, let alternatives):
      used[number] = Array(repeating: 0, count: alternatives.count)
      for alternative in alternatives { prepare(alternative) }
    case .repetition(let number, let item, let least, _):
      used[number] = [least == 0 ? 0 : 1, 0]
      prepare(item)
    case .sequence(let items): for item in items { prepare(item) }
    case .difference(let whole, _): prepare(whole)
    default: break
    }
  }

  /// The height of the lowest tree; nothing while it is not known.
  private func height(of rule: GrammarRule) -> Int? {
    switch rule {
    case .text, .characters: 0
    case .reference(let name): name == "knownName" ? 0 : heights[name]
    case .sequence(let items):
      items.reduce(0 as Int?) { height, item in height.flatMap { a in self.height(of: item).map { max(a, $0) } } }
    case .choice(_, let alternatives): alternatives.compactMap(height).min()
    case .repetition(_, let item, let least, _): least == 0 ? 0 : height(of: item)
    case .difference(let whole, _): height(of: whole)
    }
  }
}
