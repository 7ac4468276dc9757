import Diagnostics

/// A regular expression of XPath and XQuery, as `matches`, `replace` and `split` take it (DMN 1.5, 10.3.4.3; XPath and
/// XQuery Functions and Operators 3.1, 5.6).
struct Regex: Sendable {
  /// What a pattern may say about the text at a place.
  enum Instruction: Sendable {
    case character([Unicode.Scalar])
    case set(CharacterClass)
    case any
    case start, end
    case reference(Int)
    /// Notes the place in a slot.
    case save(Int)
    /// Tries the one way, and where it fails the other.
    case fork(Int, Int)
    case jump(Int)
    /// Goes on only where something was read since the slot was noted: what repeats nothing repeats forever.
    case progress(Int)
    case match
  }

  struct Flags: Sendable {
    /// `i`, `s`, `m`: without regard to case; `.` is any character; `^` and `$` are the ends of lines.
    var ignoresCase = false, dotIsAll = false, isMultiline = false
    /// `x`, `q`: without white space; every character stands for itself.
    var skipsSpace = false, isLiteral = false

    init(_ text: String) throws(RegexProblem) {
      for flag in text.unicodeScalars {
        switch flag {
        case "i": ignoresCase = true
        case "s": dotIsAll = true
        case "m": isMultiline = true
        case "x": skipsSpace = true
        case "q": isLiteral = true
        default:
          throw RegexProblem(
            en: "there is no flag `\(flag)`: they are `s m i x q`", zh: "没有标志 `\(flag)`；可用 `s m i x q`")
        }
      }
    }
  }

  let instructions: [Instruction]
  let flags: Flags
  /// How many groups have a number.
  let groups: Int
  /// How many places are noted: two for each group and for the whole, and one for each repetition.
  let slots: Int

  init(_ pattern: [Unicode.Scalar], flags: Flags) throws(RegexProblem) {
    var compiler = RegexCompiler(ignoresCase: flags.ignoresCase)
    if flags.isLiteral {
      groups = 0
      try compiler.compile(.sequence(pattern.map { .character($0) }), groups: 0)
    } else {
      var parser = RegexParser(flags.skipsSpace ? Regex.withoutSpace(pattern) : pattern)
      let node = try parser.pattern()
      groups = parser.groups
      try compiler.compile(node, groups: groups)
    }
    self.flags = flags
    instructions = compiler.instructions
    slots = compiler.slots
  }

  /// The pattern without white space, which only in a class stands for itself.
  private static func withoutSpace(_ pattern: [Unicode.Scalar]) -> [Unicode.Scalar] {
    var kept: [Unicode.Scalar] = []
    var classes = 0
    var isEscaped = false
    for scalar in pattern {
      if classes == 0, [0x20, 0x09, 0x0A, 0x0D].contains(scalar.value) { continue }
      if !isEscaped, scalar == "[" { classes += 1 }
      if !isEscaped, scalar == "]", classes > 0 { classes -= 1 }
      isEscaped = scalar == "\\" && !isEscaped
      kept.append(scalar)
    }
    return kept
  }
}

/// Turns a pattern into instructions.
struct RegexCompiler {
  private(set) var instructions: [Regex.Instruction] = []
  private(set) var slots = 0
  private let ignoresCase: Bool
  /// Counts in braces are written out; a pattern that grows beyond this is refused.
  private static let most = 50_000

  init(ignoresCase: Bool) { self.ignoresCase = ignoresCase }

  mutating func compile(_ node: RegexNode, groups: Int) throws(RegexProblem) {
    slots = 2 * (groups + 1)
    try emit(.save(0))
    try add(node)
    try emit(.save(1))
    try emit(.match)
  }

  private mutating func emit(_ instruction: Regex.Instruction) throws(RegexProblem) {
    guard instructions.count < Self.most else {
      throw RegexProblem(en: "the pattern is too large", zh: "模式过大")
    }
    instructions.append(instruction)
  }

  private mutating func add(_ node: RegexNode) throws(RegexProblem) {
    switch node {
    case .character(let scalar): try emit(.character(ignoresCase ? scalar.caseVariants : [scalar]))
    case .set(let set): try emit(.set(set))
    case .any: try emit(.any)
    case .start: try emit(.start)
    case .end: try emit(.end)
    case .reference(let number): try emit(.reference(number))
    case .sequence(let nodes): for node in nodes { try add(node) }
    case .group(let inner, nil): try add(inner)
    case .group(let inner, let number?):
      try emit(.save(2 * number))
      try add(inner)
      try emit(.save(2 * number + 1))
    case .choice(let branches): try add(choice: branches)
    case .repeated(let inner, let least, let most, let isReluctant):
      for _ in 0..<least { try add(inner) }
      if let most {
        try add(inner, upTo: most - least, isReluctant)
      } else {
        try add(repeating: inner, isReluctant)
      }
    }
  }

  private mutating func add(choice branches: [RegexNode]) throws(RegexProblem) {
    var ends: [Int] = []
    for branch in branches.dropLast() {
      let fork = instructions.count
      try emit(.fork(0, 0))
      try add(branch)
      ends.append(instructions.count)
      try emit(.jump(0))
      instructions[fork] = .fork(fork + 1, instructions.count)
    }
    if let last = branches.last { try add(last) }
    for end in ends { instructions[end] = .jump(instructions.count) }
  }

  private mutating func add(_ inner: RegexNode, upTo most: Int, _ isReluctant: Bool) throws(RegexProblem) {
    var forks: [Int] = []
    for _ in 0..<most {
      forks.append(instructions.count)
      try emit(.fork(0, 0))
      try add(inner)
    }
    for fork in forks { instructions[fork] = self.fork(fork + 1, instructions.count, isReluctant) }
  }

  private mutating func add(repeating inner: RegexNode, _ isReluctant: Bool) throws(RegexProblem) {
    let slot = slots
    slots += 1
    let fork = instructions.count
    try emit(.fork(0, 0))
    try emit(.save(slot))
    try add(inner)
    try emit(.progress(slot))
    try emit(.jump(fork))
    instructions[fork] = self.fork(fork + 1, instructions.count, isReluctant)
  }

  private func fork(_ inner: Int, _ after: Int, _ isReluctant: Bool) -> Regex.Instruction {
    isReluctant ? .fork(after, inner) : .fork(inner, after)
  }
}
