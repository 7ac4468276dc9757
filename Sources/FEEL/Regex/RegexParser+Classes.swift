import Diagnostics

/// Escapes and classes of characters (XML Schema 1.1, part 2, appendix G.4).
extension RegexParser {
  /// What a backslash and the next character stand for, as an atom.
  mutating func escape() throws(RegexProblem) -> RegexNode {
    position += 1
    if let digit = peek, ("1"..."9").contains(digit) { return .reference(try reference()) }
    switch try escapedItem() {
    case .range(let range) where range.count == 1:
      return Unicode.Scalar(range.lowerBound).map { .character($0) } ?? .sequence([])
    case let item: return .set(CharacterClass(items: [item]))
    }
  }

  /// `\1`, or `\12` where there are so many groups already.
  private mutating func reference() throws(RegexProblem) -> Int {
    var number = 0
    while let next = peek, ("0"..."9").contains(next) {
      let longer = number * 10 + Int(next.value - 0x30)
      guard number == 0 || longer <= groups else { break }
      number = longer
      position += 1
    }
    guard closed.contains(number) else {
      throw RegexProblem(
        en: "`\\\(number)` refers to no group that ends before it", zh: "`\\\(number)` 之前没有第 \(number) 个分组")
    }
    return number
  }

  /// What stands behind a backslash, in a class or outside.
  private mutating func escapedItem() throws(RegexProblem) -> CharacterClass.Item {
    guard let next = peek else { throw unexpected(nil) }
    position += 1
    switch next {
    case "n": return .range(0x0A...0x0A)
    case "r": return .range(0x0D...0x0D)
    case "t": return .range(0x09...0x09)
    case "\\", "|", ".", "?", "*", "+", "(", ")", "{", "}", "-", "[", "]", "^", "$":
      return .range(next.value...next.value)
    case "s": return .space
    case "S": return .other(than: .space)
    case "d": return .digit
    case "D": return .other(than: .digit)
    case "w": return .word
    case "W": return .other(than: .word)
    case "i": return .nameStart
    case "I": return .other(than: .nameStart)
    case "c": return .nameCharacter
    case "C": return .other(than: .nameCharacter)
    case "p": return try property()
    case "P": return .other(than: try property())
    default: throw RegexProblem(en: "`\\\(next)` means nothing in a pattern", zh: "模式中的 `\\\(next)` 没有意义")
    }
  }

  /// `{Lu}` or `{IsGreek}` behind `\p`.
  private mutating func property() throws(RegexProblem) -> CharacterClass.Item {
    guard accept("{") else { throw unexpected(peek) }
    var name = ""
    while let next = peek, next != "}" {
      name.unicodeScalars.append(next)
      position += 1
    }
    guard accept("}") else { throw unexpected(nil) }
    if CharacterClass.Item.categories.contains(name) { return .category(name) }
    if name.hasPrefix("Is"), let block = CharacterClass.Item.block(String(name.dropFirst(2))) { return block }
    throw RegexProblem(en: "there is no kind of characters `\(name)`", zh: "没有名为 `\(name)` 的字符类")
  }

  /// A class from behind its bracket to its end.
  mutating func characterClass() throws(RegexProblem) -> CharacterClass {
    depth += 1
    defer { depth -= 1 }
    guard depth <= Self.deepest else {
      throw RegexProblem(
        en: "classes of a pattern may lie at most \(Self.deepest) deep", zh: "模式的字符类最多嵌套 \(Self.deepest) 层")
    }
    var found = CharacterClass()
    found.isNegated = accept("^")
    while true {
      guard let next = peek else { throw unexpected(nil) }
      if next == "]", !found.items.isEmpty {
        position += 1
        return found
      }
      if next == "-", position + 1 < text.count, text[position + 1] == "[", !found.items.isEmpty {
        position += 2
        found.subtracted = [try characterClass()]
        guard accept("]") else { throw unexpected(peek) }
        return found
      }
      found.items.append(try item(isFirst: found.items.isEmpty))
    }
  }

  /// One character, a range of them, or an escape.
  private mutating func item(isFirst: Bool) throws(RegexProblem) -> CharacterClass.Item {
    guard let next = peek, next != "[", next != "]" else { throw unexpected(peek) }
    if next == "-" {
      // A hyphen stands for itself only where it cannot mean a range.
      let isLast = position + 1 < text.count && text[position + 1] == "]"
      guard isFirst || isLast else { throw unexpected(next) }
      position += 1
      return .range(next.value...next.value)
    }
    let first = try single()
    guard case .range(let lower) = first, peek == "-", position + 1 < text.count, text[position + 1] != "]",
      text[position + 1] != "["
    else { return first }
    position += 1
    let start = position
    guard case .range(let upper) = try single(), upper.lowerBound >= lower.lowerBound else {
      position = start
      throw unexpected(peek)
    }
    return .range(lower.lowerBound...upper.lowerBound)
  }

  private mutating func single() throws(RegexProblem) -> CharacterClass.Item {
    guard let next = peek, next != "[", next != "]" else { throw unexpected(peek) }
    position += 1
    return next == "\\" ? try escapedItem() : .range(next.value...next.value)
  }
}
