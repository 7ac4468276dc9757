import Glibc

@testable import FEEL

/// Reads W3C EBNF.
struct GrammarReader {
  struct Mistake: Error, CustomStringConvertible {
    let description: String
  }

  private let text: [Unicode.Scalar]
  private var position = 0
  private var numbered = 0

  /// The grammar of the project, read once.
  static func projectGrammar() throws -> Grammar { try project.get() }

  private static let project = Result { try read(contents(of: path())) }

  /// Where it stands, as seen from this file.
  private static func path(file: String = #filePath) -> String {
    let parts = file.split(separator: "/", omittingEmptySubsequences: false).dropLast(4)
    return (parts + ["Grammar", "feel.ebnf"]).joined(separator: "/")
  }

  private static func contents(of path: String) throws -> String {
    guard let file = fopen(path, "rb") else { throw Mistake(description: "cannot read \(path)") }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = fread(&buffer, 1, buffer.count, file)
      if count == 0 { return String(decoding: bytes, as: UTF8.self) }
      bytes += buffer[..<count]
    }
  }

  static func read(_ text: String) throws -> Grammar {
    var reader = GrammarReader(text: Array(text.unicodeScalars))
    var rules: [String: GrammarRule] = [:]
    var order: [String] = []
    while try reader.skipSpace(), reader.current != nil {
      let name = try reader.name()
      guard try reader.accept("::=") else { throw reader.mistake("expected `::=` after \(name)") }
      guard rules.updateValue(try reader.choice(), forKey: name) == nil else {
        throw reader.mistake("\(name) stands twice")
      }
      order.append(name)
    }
    return Grammar(rules: rules, order: order)
  }

  private var current: Unicode.Scalar? { position < text.count ? text[position] : nil }

  private func mistake(_ what: String) -> Mistake {
    Mistake(description: "\(what), line \(text[..<position].count { $0 == "\n" } + 1)")
  }

  private func isNext(_ symbol: String) -> Bool { text[position...].starts(with: symbol.unicodeScalars) }

  /// Always true, so that it can stand in a condition.
  @discardableResult
  private mutating func skipSpace() throws -> Bool {
    while let scalar = current {
      if scalar == " " || scalar == "\n" {
        position += 1
      } else if isNext("/*") {
        while !isNext("*/") {
          guard position < text.count else { throw mistake("a comment without an end") }
          position += 1
        }
        position += 2
      } else {
        break
      }
    }
    return true
  }

  private mutating func accept(_ symbol: String) throws -> Bool {
    try skipSpace()
    guard isNext(symbol) else { return false }
    position += symbol.unicodeScalars.count
    return true
  }

  private mutating func name() throws -> String {
    var result = String.UnicodeScalarView()
    while let scalar = current, scalar.properties.isAlphabetic {
      result.append(scalar)
      position += 1
    }
    guard !result.isEmpty else { throw mistake("expected a name") }
    return String(result)
  }

  private mutating func number() -> Int {
    numbered += 1
    return numbered
  }

  private mutating func choice() throws -> GrammarRule {
    var alternatives = [try sequence()]
    while try accept("|") { alternatives.append(try sequence()) }
    return alternatives.count == 1 ? alternatives[0] : .choice(number(), alternatives)
  }

  private mutating func sequence() throws -> GrammarRule {
    var items = [try difference()]
    while try beginsItem() { items.append(try difference()) }
    return items.count == 1 ? items[0] : .sequence(items)
  }

  /// Whether an item comes next, rather than the name of the next production.
  private mutating func beginsItem() throws -> Bool {
    try skipSpace()
    guard let scalar = current else { return false }
    guard scalar.properties.isAlphabetic else { return "\"'[(".unicodeScalars.contains(scalar) }
    var ahead = self
    _ = try ahead.name()
    return try !ahead.accept("::=")
  }

  private mutating func difference() throws -> GrammarRule {
    let whole = try repeated()
    return try accept("- ") ? .difference(whole, try repeated()) : whole
  }

  private mutating func repeated() throws -> GrammarRule {
    let item = try item()
    switch current {
    case "?": return repetition(of: item, atLeast: 0, atMost: 1)
    case "*": return repetition(of: item, atLeast: 0, atMost: .max)
    case "+": return repetition(of: item, atLeast: 1, atMost: .max)
    default: return item
    }
  }

  private mutating func repetition(of item: GrammarRule, atLeast: Int, atMost: Int) -> GrammarRule {
    position += 1
    return .repetition(number(), item, atLeast: atLeast, atMost: atMost)
  }

  private mutating func item() throws -> GrammarRule {
    try skipSpace()
    guard let scalar = current else { throw mistake("expected an item") }
    switch scalar {
    case "(":
      position += 1
      let inner = try choice()
      guard try accept(")") else { throw mistake("expected `)`") }
      return inner
    case "\"", "'":
      position += 1
      guard let end = text[position...].firstIndex(of: scalar) else { throw mistake("a text without an end") }
      defer { position = end + 1 }
      return .text(String(scalars: text[position..<end]))
    case "[": return try characters()
    default: return .reference(try name())
    }
  }

  private mutating func characters() throws -> GrammarRule {
    position += 1
    let negated = isNext("^")
    if negated { position += 1 }
    var ranges: [ClosedRange<UInt32>] = []
    while current != "]" {
      let low = try character()
      guard isNext("-"), !isNext("-]") else {
        ranges.append(low...low)
        continue
      }
      position += 1
      let high = try character()
      guard low <= high else { throw mistake("a range the wrong way round") }
      ranges.append(low...high)
    }
    position += 1
    return .characters(ranges, negated: negated)
  }

  private mutating func character() throws -> UInt32 {
    guard let scalar = current else { throw mistake("a `[` without an end") }
    position += 1
    guard scalar == "#", current == "x" else { return scalar.value }
    position += 1
    var code: UInt32 = 0
    while let digit = current?.hexDigit {
      code = code << 4 | digit
      position += 1
    }
    return code
  }
}
