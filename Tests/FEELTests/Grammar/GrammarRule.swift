/// The right side of a production.
indirect enum GrammarRule: Sendable {
  case text(String)
  case characters([ClosedRange<UInt32>], negated: Bool)
  case reference(String)
  case sequence([GrammarRule])
  /// Numbered, so that it can be told which alternatives have been used.
  case choice(Int, [GrammarRule])
  case repetition(Int, GrammarRule, atLeast: Int, atMost: Int)
  case difference(GrammarRule, GrammarRule)
}

/// A grammar as it is written in `Grammar/feel.ebnf`: W3C EBNF.
struct Grammar: Sendable {
  let rules: [String: GrammarRule]
  /// The names of the productions, in the order of the text.
  let order: [String]

  /// Productions made of tokens begin with a capital letter.
  static func isMadeOfTokens(_ name: String) -> Bool { name.unicodeScalars.first?.properties.isUppercase == true }
}
