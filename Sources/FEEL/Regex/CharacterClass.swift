/// A set of code points, as `[a-z-[aeiou]]` or `\p{Lu}` writes it (XML Schema 1.1, part 2, appendix G).
struct CharacterClass: Sendable {
  var items: [Item] = []
  var isNegated = false
  /// What is taken away from it: none or one.
  var subtracted: [CharacterClass] = []

  enum Item: Sendable {
    case range(ClosedRange<UInt32>)
    /// A general category, such as `Lu`, or its first letter.
    case category(String)
    case space, digit, word, nameStart, nameCharacter
    indirect case other(than: Item)
  }

  /// - Parameter variants: the code point in each case in which it may be written.
  func holds(anyOf variants: [Unicode.Scalar]) -> Bool {
    let isListed = items.contains { item in variants.contains { item.holds($0) } }
    return isListed != isNegated && !subtracted.contains { $0.holds(anyOf: variants) }
  }
}

extension CharacterClass.Item {
  func holds(_ scalar: Unicode.Scalar) -> Bool {
    switch self {
    case .range(let range): range.contains(scalar.value)
    case .category(let code): scalar.properties.generalCategory.code.hasPrefix(code)
    case .space: [0x20, 0x09, 0x0A, 0x0D].contains(scalar.value)
    case .digit: scalar.properties.generalCategory == .decimalNumber
    case .word: !["P", "Z", "C"].contains(scalar.properties.generalCategory.code.prefix(1))
    case .nameStart: Self.nameStarts.contains { $0.contains(scalar.value) }
    case .nameCharacter: (Self.nameStarts + Self.nameParts).contains { $0.contains(scalar.value) }
    case .other(let item): !item.holds(scalar)
    }
  }

  /// Characters that may begin a name (XML 1.0, fifth edition, production 4).
  private static let nameStarts: [ClosedRange<UInt32>] = [
    0x3A...0x3A, 0x41...0x5A, 0x5F...0x5F, 0x61...0x7A, 0xC0...0xD6, 0xD8...0xF6, 0xF8...0x2FF, 0x370...0x37D,
    0x37F...0x1FFF, 0x200C...0x200D, 0x2070...0x218F, 0x2C00...0x2FEF, 0x3001...0xD7FF, 0xF900...0xFDCF,
    0xFDF0...0xFFFD, 0x10000...0xEFFFF,
  ]
  /// Those that may stand further on (production 4a).
  private static let nameParts: [ClosedRange<UInt32>] = [
    0x2D...0x2E, 0x30...0x39, 0xB7...0xB7, 0x300...0x36F, 0x203F...0x2040,
  ]

  /// The block of a name such as `BasicLatin`.
  static func block(_ name: String) -> Self? { UnicodeBlocks.range(of: name).map { .range($0) } }

  /// The codes of general categories and of their groups.
  static let categories: Set<String> = Set(
    "L Lu Ll Lt Lm Lo M Mn Mc Me N Nd Nl No P Pc Pd Ps Pe Pi Pf Po Z Zs Zl Zp S Sm Sc Sk So C Cc Cf Co Cn".split(
      separator: " "
    ).map(String.init))
}

extension Unicode.GeneralCategory {
  fileprivate var code: String {
    switch self {
    case .uppercaseLetter: "Lu"
    case .lowercaseLetter: "Ll"
    case .titlecaseLetter: "Lt"
    case .modifierLetter: "Lm"
    case .otherLetter: "Lo"
    case .nonspacingMark: "Mn"
    case .spacingMark: "Mc"
    case .enclosingMark: "Me"
    case .decimalNumber: "Nd"
    case .letterNumber: "Nl"
    case .otherNumber: "No"
    case .connectorPunctuation: "Pc"
    case .dashPunctuation: "Pd"
    case .openPunctuation: "Ps"
    case .closePunctuation: "Pe"
    case .initialPunctuation: "Pi"
    case .finalPunctuation: "Pf"
    case .otherPunctuation: "Po"
    case .mathSymbol: "Sm"
    case .currencySymbol: "Sc"
    case .modifierSymbol: "Sk"
    case .otherSymbol: "So"
    case .spaceSeparator: "Zs"
    case .lineSeparator: "Zl"
    case .paragraphSeparator: "Zp"
    case .control: "Cc"
    case .format: "Cf"
    case .surrogate: "Cs"
    case .privateUse: "Co"
    case .unassigned: "Cn"
    @unknown default: "Cn"
    }
  }
}

extension Unicode.Scalar {
  /// The code point, and the other cases in which it may be written, where they are single code points.
  var caseVariants: [Unicode.Scalar] {
    let others = [properties.lowercaseMapping, properties.uppercaseMapping].compactMap { text in
      text.unicodeScalars.count == 1 ? text.unicodeScalars.first : nil
    }
    return [self] + others.filter { $0 != self }
  }
}
