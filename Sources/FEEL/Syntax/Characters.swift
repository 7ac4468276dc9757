/// The character classes of FEEL's grammar (DMN 1.5, 10.3.1.2, rules 25 to 30, 61 and 62).
extension Unicode.Scalar {
  /// Whether a name may start with it (rule 28, less `?`, which is the input of a unary test).
  var startsName: Bool {
    switch value {
    case 0x41...0x5A, 0x5F, 0x61...0x7A: true
    case 0xC0...0xD6, 0xD8...0xF6, 0xF8...0x2FF, 0x370...0x37D, 0x37F...0x1FFF, 0x200C...0x200D, 0x2070...0x218F,
      0x2C00...0x2FEF, 0x3001...0xD7FF, 0xF900...0xFDCF, 0xFDF0...0xFFFD, 0x10000...0xEFFFF:
      !isFeelSpace && !isChinesePunctuation
    default: false
    }
  }

  /// Whether a name may go on with it (rule 29).
  var continuesName: Bool {
    startsName || isDigit || value == 0xB7 || (0x300...0x36F).contains(value) || (0x203F...0x2040).contains(value)
  }

  /// Chinese punctuation, and the full-width forms of ASCII's. The standard counts them among letters; here `f(a，b)` is
  /// a mistake worth explaining, not a call with the one argument `a，b`.
  private var isChinesePunctuation: Bool {
    switch value {
    case 0x3001...0x3003, 0x3008...0x3011, 0x3014...0x301F, 0xFF01...0xFF0F, 0xFF1A...0xFF20, 0xFF3B...0xFF40,
      0xFF5B...0xFF65:
      true
    default: false
    }
  }

  var isDigit: Bool { (0x30...0x39).contains(value) }

  var hexDigit: UInt32? {
    switch value {
    case 0x30...0x39: value - 0x30
    case 0x41...0x46: value - 0x41 + 10
    case 0x61...0x66: value - 0x61 + 10
    default: nil
    }
  }

  /// White space and line ends (rules 61 and 62).
  var isFeelSpace: Bool {
    switch value {
    case 0x9...0xD, 0x20, 0x85, 0xA0, 0x1680, 0x180E, 0x2000...0x200B, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000, 0xFEFF:
      true
    default: false
    }
  }
}
