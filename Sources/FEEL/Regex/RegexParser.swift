import Diagnostics

/// What a pattern is made of (XPath and XQuery Functions and Operators 3.1, 5.6.1).
indirect enum RegexNode: Sendable {
  case character(Unicode.Scalar)
  case set(CharacterClass)
  /// `.`: any character but, without the flag `s`, a line end.
  case any
  /// `^` and `$`.
  case start, end
  /// `( … )`, numbered, or `(?: … )`.
  case group(RegexNode, number: Int?)
  case reference(Int)
  case sequence([RegexNode])
  case choice([RegexNode])
  case repeated(RegexNode, atLeast: Int, atMost: Int?, isReluctant: Bool)
}

/// What is wrong with a pattern, its flags, or a replacement.
struct RegexProblem: Error {
  let message: Wording

  init(en: String, zh: String) { message = Wording(en: en, zh: zh) }
}

/// Reads the pattern of a regular expression.
struct RegexParser {
  let text: [Unicode.Scalar]
  var position = 0
  var depth = 0
  private(set) var groups = 0
  /// Groups that are read to their end; only these may be referred to.
  private(set) var closed: Set<Int> = []
  /// Deeper groups would exhaust the stack.
  static let deepest = 60
  /// Larger counts in braces are refused.
  private static let mostRepeats = 10_000

  init(_ text: [Unicode.Scalar]) { self.text = text }

  mutating func pattern() throws(RegexProblem) -> RegexNode {
    let node = try choice()
    if let extra = peek { throw unexpected(extra) }
    return node
  }

  var peek: Unicode.Scalar? { position < text.count ? text[position] : nil }

  mutating func accept(_ scalar: Unicode.Scalar) -> Bool {
    guard peek == scalar else { return false }
    position += 1
    return true
  }

  func unexpected(_ scalar: Unicode.Scalar?) -> RegexProblem {
    guard let scalar else {
      return RegexProblem(en: "the pattern ends too early: a `)` or `]` may be missing", zh: "模式不完整，可能缺少 `)` 或 `]`")
    }
    return RegexProblem(
      en:
        "`\(scalar)` at character \(position + 1) of the pattern is out of place; for the character itself write `\\\(scalar)`",
      zh: "模式第 \(position + 1) 个字符 `\(scalar)` 不能出现在此处；若指该字符本身，写 `\\\(scalar)`")
  }

  private mutating func choice() throws(RegexProblem) -> RegexNode {
    var branches = [try branch()]
    while accept("|") { branches.append(try branch()) }
    return branches.count == 1 ? branches[0] : .choice(branches)
  }

  private mutating func branch() throws(RegexProblem) -> RegexNode {
    var pieces: [RegexNode] = []
    while let next = peek, next != "|", next != ")" { pieces.append(try quantified(try atom(next))) }
    return .sequence(pieces)
  }

  private mutating func atom(_ next: Unicode.Scalar) throws(RegexProblem) -> RegexNode {
    switch next {
    case "(": return try group()
    case "[":
      position += 1
      return .set(try characterClass())
    case "\\": return try escape()
    case "?", "*", "+", "{", "}", "]": throw unexpected(next)
    default:
      position += 1
      return switch next {
      case ".": .any
      case "^": .start
      case "$": .end
      default: .character(next)
      }
    }
  }

  private mutating func group() throws(RegexProblem) -> RegexNode {
    position += 1
    depth += 1
    defer { depth -= 1 }
    guard depth <= Self.deepest else {
      throw RegexProblem(
        en: "groups of a pattern may lie at most \(Self.deepest) deep", zh: "模式的分组最多嵌套 \(Self.deepest) 层")
    }
    var number: Int?
    if accept("?") {
      guard accept(":") else { throw unexpected(peek) }
    } else {
      groups += 1
      number = groups
    }
    let inner = try choice()
    guard accept(")") else { throw unexpected(peek) }
    if let number { closed.insert(number) }
    return .group(inner, number: number)
  }

  // MARK: Quantifiers

  private mutating func quantified(_ atom: RegexNode) throws(RegexProblem) -> RegexNode {
    let bounds: (least: Int, most: Int?)
    switch peek {
    case "?": bounds = (0, 1)
    case "*": bounds = (0, nil)
    case "+": bounds = (1, nil)
    case "{": bounds = try braces()
    default: return atom
    }
    position += 1
    return .repeated(atom, atLeast: bounds.least, atMost: bounds.most, isReluctant: accept("?"))
  }

  /// `{3}`, `{3,}` or `{3,5}`, up to the brace that ends it.
  private mutating func braces() throws(RegexProblem) -> (Int, Int?) {
    position += 1
    let least = try count()
    var most: Int? = least
    if accept(",") { most = peek == "}" ? nil : try count() }
    guard peek == "}", most ?? least >= least else { throw unexpected(peek) }
    return (least, most)
  }

  private mutating func count() throws(RegexProblem) -> Int {
    let start = position
    var value = 0
    while let next = peek, ("0"..."9").contains(next) {
      value = value * 10 + Int(next.value - 0x30)
      guard value <= Self.mostRepeats else {
        throw RegexProblem(
          en: "a pattern repeats at most \(Self.mostRepeats) times", zh: "模式最多重复 \(Self.mostRepeats) 次")
      }
      position += 1
    }
    guard position > start else { throw unexpected(peek) }
    return value
  }
}
