/// Reads FEEL text (DMN 1.5, 10.3.1.2) into expressions.
///
/// Operators from loosest to tightest: `or`; `and`; comparisons, `between`, `in`; `+ -`; `* /`; `**`; unary `-`;
/// `instance of`; paths, filters and calls. All infix operators associate to the left.
public struct Parser {
  var scanner: Scanner
  /// Names known from outside: variables, functions, members of contexts.
  let known: KnownNames
  /// Names that the expression itself introduces, innermost last.
  var locals = LocalNames()
  /// Keys of contexts that the text writes and that hold operator characters: known after a `.` and in filters, wherever
  /// the context comes to be.
  let members: KnownNames
  /// The keys of that kind that have been met.
  var writtenMembers: [String] = []
  /// Whether a filter is being read, in which the members of its items have names of their own.
  var isInFilter = false
  /// How deep the reader is nested; bounded, because evaluation nests as deep.
  private var depth = 0
  /// Whether a `[` may be the end of a range such as `]1..5[` rather than the start of a filter.
  var mayEndRange = false
  /// Where a `[` turned out to be the end of a range, so that no text is tried over and over.
  var rangeEnds: Set<Int> = []

  /// How deep brackets and operands may nest in the text.
  static let maximumDepth = 128
  /// How high the tree may grow; a sum of so many terms is as high.
  static let maximumHeight = 256
  /// How many entries a context may be written with: each sees the ones before it.
  static let maximumEntries = 1000

  init(_ text: String, known: KnownNames, members: KnownNames = KnownNames([])) {
    scanner = Scanner(text)
    self.known = known
    self.members = members
  }

  /// Reads a whole text as one expression.
  ///
  /// - Parameter known: the names of variables, and of members of their contexts, that hold spaces or operator
  ///   characters; built-in functions are known anyway. A run of unknown words is read as one name.
  /// - Throws: the first syntax error, with its place and what to write instead.
  public static func expression(_ text: String, known: KnownNames = KnownNames([])) throws(Diagnostic) -> Expression {
    try whole(text, known) { parser throws(Diagnostic) in try parser.expression() }
  }

  /// Reads a whole text as the cell of a decision table: `-`, or tests with commas between them, or `not( … )`.
  public static func unaryTests(_ text: String, known: KnownNames = KnownNames([])) throws(Diagnostic) -> UnaryTests {
    try whole(text, known) { parser throws(Diagnostic) in try parser.unaryTests() }
  }

  /// Reads a whole text; a second time where it writes contexts with keys that only then are known to be names.
  private static func whole<Tree>(
    _ text: String, _ known: KnownNames, _ read: (inout Parser) throws(Diagnostic) -> Tree
  ) throws(Diagnostic) -> Tree {
    var parser = Parser(text, known: known)
    do throws(Diagnostic) {
      let tree = try parser.wholeText(read)
      if parser.writtenMembers.isEmpty { return tree }
    } catch {
      if parser.writtenMembers.isEmpty { throw error }
    }
    parser = Parser(text, known: known, members: KnownNames(parser.writtenMembers))
    return try parser.wholeText(read)
  }

  private mutating func wholeText<Tree>(_ read: (inout Parser) throws(Diagnostic) -> Tree) throws(Diagnostic) -> Tree {
    try scanner.skipSpace()
    guard scanner.current != nil else { throw emptyText() }
    let tree = try read(&self)
    try expectEnd()
    return tree
  }

  private func emptyText() -> Diagnostic {
    Diagnostic(
      "syntax", message: Wording(en: "there is no expression here", zh: "此处没有表达式"),
      help: Wording(en: "write a value such as `0`, `true` or `null`", zh: "写一个值，例如 `0`、`true` 或 `null`"))
  }

  /// Reads an expression of any kind.
  mutating func expression() throws(Diagnostic) -> Expression {
    try enter()
    defer { leave() }
    return try binary(tighterThan: 0, isWide: true)
  }

  /// Goes one level deeper, if there is one.
  mutating func enter() throws(Diagnostic) {
    guard depth < Parser.maximumDepth else { throw tooDeep() }
    depth += 1
  }

  mutating func leave() { depth -= 1 }

  func tooDeep() -> Diagnostic {
    Diagnostic(
      "too-deep", span: Span(scanner.position, scanner.position + 1),
      message: Wording(en: "this expression is nested too deeply", zh: "表达式嵌套过深"),
      help: Wording(en: "split it into several decisions", zh: "把它拆成几个判定"))
  }

  // MARK: Infix operators

  /// - Parameter isWide: whether what reaches far to the right may stand here without brackets: choices, loops and
  ///   functions, and `< 5` as a value. It may at the sides of a comparison, not at those of `+`.
  private mutating func binary(tighterThan floor: Int, isWide: Bool) throws(Diagnostic) -> Expression {
    try scanner.skipSpace()
    if isWide, let range = try openRange() {
      return try infixes(after: range, tighterThan: floor, ceiling: InfixOperator.comparisonLevel)
    }
    if isWide, let construct = try keywordExpression() { return try bounded(construct) }
    return try infixes(after: try unary(), tighterThan: floor)
  }

  /// The operators that bind more tightly than `floor`, with a first operand before them.
  ///
  /// - Parameter ceiling: the tightest that may follow. What binds more tightly has been read with the operand before
  ///   it, except after `in (a, b)` and open ranges, where it has nothing to bind to.
  mutating func infixes(after first: Expression, tighterThan floor: Int, ceiling: Int = .max) throws(Diagnostic)
    -> Expression
  {
    var left = first
    var ceiling = ceiling
    while true {
      try scanner.skipSpace()
      guard let found = nextInfix(), found.level > floor else { return left }
      guard found.level <= ceiling else {
        throw unexpected(wanted: Wording(en: "a comparison or the end", zh: "比较或结尾"))
      }
      let start = scanner.position
      scanner.position += found.length
      if scanner.current == "=", scanner.peek(-1) == "=" { throw unexpected(wanted: Parser.aValue) }
      try refuseForeign(found.symbol, from: start)
      left = try bounded(try infix(found, after: left, at: Span(start, start + found.length)))
      ceiling = found.level
    }
  }

  /// `<>`, `=>` and `=<`, which other languages or a slip of the hand write.
  private func refuseForeign(_ symbol: String, from start: Int) throws(Diagnostic) {
    let meant: String? =
      switch (symbol, scanner.current) {
      case ("<", ">"): "!="
      case ("=", ">"): ">="
      case ("=", "<"): "<="
      default: nil
      }
    guard let meant else { return }
    let found = scanner.slice(start, scanner.position + 1)
    throw Diagnostic(
      "syntax", span: Span(start, scanner.position + 1),
      message: Wording(en: "`\(found)` is no operator", zh: "没有运算符 `\(found)`"),
      help: Wording(en: "write `\(meant)`", zh: "写 `\(meant)`"))
  }

  private mutating func infix(_ infix: InfixOperator, after left: Expression, at span: Span) throws(Diagnostic)
    -> Expression
  {
    switch infix.kind {
    case .binary(let op):
      let right = try operand(
        tighterThan: infix.level, isWide: infix.level <= InfixOperator.comparisonLevel)
      return Expression(.binary(op, left, right), left.span.union(right.span))
    case .between:
      let low = try operand()
      try expectWord("and", after: "between")
      let high = try operand()
      return Expression(.between(left, low: low, high: high), left.span.union(high.span))
    case .contained:
      let tests = try testsAfterIn()
      return Expression(.contained(left, tests), left.span.union(tests.span))
    }
  }

  /// The right side of an infix operator; counted as a nesting, since `for` and `if` may stand there too.
  mutating func operand(tighterThan level: Int = InfixOperator.comparisonLevel, isWide: Bool = false)
    throws(Diagnostic) -> Expression
  {
    try enter()
    defer { leave() }
    return try binary(tighterThan: level, isWide: isWide)
  }

  /// The expression itself, unless its tree is higher than what walks over it can take.
  func bounded(_ expression: Expression) throws(Diagnostic) -> Expression {
    guard expression.height <= Parser.maximumHeight else { throw tooDeep() }
    return expression
  }

  func nextInfix() -> InfixOperator? {
    guard let scalar = scanner.current else { return nil }
    if let worded = nextWordedInfix() { return worded }
    return InfixOperator.bySymbol.first {
      scalar.startsName ? scanner.isNextWord($0.symbol) : scanner.isNext($0.symbol)
    }
  }

  private mutating func unary() throws(Diagnostic) -> Expression {
    try scanner.skipSpace()
    guard scanner.current == "-" else { return try instanceOf(try postfix(of: try primary())) }
    let start = scanner.position
    try enter()
    defer { leave() }
    scanner.position += 1
    let operand = try unary()
    return Expression(.negation(operand), Span(start, operand.span.end))
  }

  mutating func instanceOf(_ value: Expression) throws(Diagnostic) -> Expression {
    var result = value
    while try acceptWord("instance") {
      try expectWord("of", after: "instance")
      let type = try typeExpression()
      result = try bounded(Expression(.instanceOf(result, type), Span(value.span.start, scanner.position)))
    }
    return result
  }

  // MARK: What must come next

  func unexpected(wanted: Wording) -> Diagnostic {
    // Between Chinese words and a quotation stands a space.
    let zh = wanted[.zh].hasPrefix("`") ? " \(wanted[.zh])" : wanted[.zh]
    guard scanner.current != nil else {
      return Diagnostic(
        "syntax", span: Span(scanner.text.count, scanner.text.count),
        message: Wording(
          en: "the expression ends where \(wanted[.en]) is expected", zh: "表达式在此结束，此处应为\(zh)"),
        help: helpForChoice(wanted))
    }
    let word =
      scanner.nextWord() ?? (scanner.isNext("..") ? ".." : scanner.slice(scanner.position, scanner.position + 1))
    return Diagnostic(
      "syntax", span: Span(scanner.position, scanner.position + word.unicodeScalars.count),
      message: Wording(en: "expected \(wanted[.en]), found `\(word)`", zh: "此处应为\(zh)，却是 `\(word)`"),
      help: Parser.help(for: word) ?? helpForNot() ?? helpForRange(at: word) ?? helpForChoice(wanted))
  }

  /// What to write where `not` stands before what comes next, as in `not true`.
  private func helpForNot() -> Wording? {
    var before = scanner.text[..<scanner.position]
    while before.last?.isFeelSpace == true { before.removeLast() }
    guard before.last == "t", String(scalars: before.suffix(4)).drop(while: { $0.isWhitespace }) == "not" else {
      return nil
    }
    return Wording(en: "write `not( … )`: `not` is a function", zh: "写 `not( … )`：`not` 是函数")
  }

  /// What to write where `[60,80)` or `[60~80]` is meant as a range.
  private func helpForRange(at found: String) -> Wording? {
    guard found == ")" || found == "~" || found == "～" else { return nil }
    let before = scanner.text[..<scanner.position]
    guard let bracket = before.lastIndex(where: { $0 == "[" || $0 == "(" }), before[bracket] == "[" || found != ")",
      before[(bracket + 1)...].allSatisfy({ $0.isDigit || $0.isFeelSpace || $0 == "," || $0 == "." })
    else { return nil }
    return Wording(en: "a range is written `[60..80)`", zh: "区间写成 `[60..80)`")
  }

  /// Whether the bracket that is open here follows `if`, and a comma comes next.
  private var isInCallOfIf: Bool {
    guard scanner.current == "," else { return false }
    var closed = 0
    for position in stride(from: scanner.position - 1, through: 0, by: -1) {
      switch scanner.text[position] {
      case ")": closed += 1
      case "(" where closed > 0: closed -= 1
      case "(":
        let before = String(scalars: scanner.text[..<position]).lowercased()
        return before.drop { $0 == " " }.split(separator: " ").last == "if" || before.hasSuffix("(if") || before == "if"
      default: break
      }
    }
    return false
  }

  /// What to write where `if(a, b, c)` of a spreadsheet is meant.
  private func helpForChoice(_ wanted: Wording) -> Wording? {
    guard wanted[.en].hasPrefix("`then`") || wanted[.en].hasPrefix("`else`") || isInCallOfIf else { return nil }
    return Wording(en: "write `if … then … else …`", zh: "写 `if … then … else …`")
  }

  /// What people write by habit from elsewhere, and what FEEL writes instead.
  private static func help(for found: String) -> Wording? {
    switch found {
    case "&&", "AND", "And", "adn", "且", "并且", "并", "而且": Wording(en: "write `and`", zh: "写 `and`")
    case "&": Wording(en: "write `and`; to join texts, `+`", zh: "写 `and`；连接文字写 `+`")
    case "|", "||", "OR", "Or", "或", "或者": Wording(en: "write `or`", zh: "写 `or`")
    case "−", "–", "—", "－": Wording(en: "write `-`", zh: "写 `-`")
    case "×", "＊": Wording(en: "write `*`", zh: "写 `*`")
    case "÷", "／": Wording(en: "write `/`", zh: "写 `/`")
    case "＋": Wording(en: "write `+`", zh: "写 `+`")
    case let digit where digit.unicodeScalars.allSatisfy({ (0xFF10...0xFF19).contains($0.value) }):
      Wording(en: "write half-width digits", zh: "数字用半角")
    case "!": Wording(en: "write `not( … )`, or `!=` for unequal", zh: "写 `not( … )`；不等写 `!=`")
    case "%", "％":
      Wording(
        en: "FEEL has no percent sign: write `5%` as `0.05`, or as a parameter of `5%`; for a rest, `modulo(10, 3)`",
        zh: "FEEL 没有百分号：`5%` 写成 `0.05`，或用值为 `5%` 的参数；求余数用 `modulo(10, 3)`")
    case "^": Wording(en: "write `**`", zh: "写 `**`")
    case "THEN", "Then", "那么", "则": Wording(en: "write `then`", zh: "写 `then`")
    case "ELSE", "Else", "否则": Wording(en: "write `else`", zh: "写 `else`")
    case "！": Wording(en: "write `!=`", zh: "写 `!=`")
    case "；", ";": Wording(en: "write the half-width `,`, or only one expression", zh: "用半角 `,`；一次只写一个表达式")
    case "if", "for", "some", "every", "function":
      Wording(en: "put it in brackets: `(\(found) …)`", zh: "用括号括起来：`(\(found) …)`")
    case "=": Wording(en: "write one `=` to compare", zh: "比较只写一个 `=`")
    case "'", "‘", "’", "“", "”": Wording(en: "write strings in straight double quotes", zh: "文字用英文双引号括起来")
    case "..": Wording(en: "put a range in brackets: `[1..5]`", zh: "区间要加括号：`[1..5]`")
    case "，", "、": Wording(en: "write the half-width `,`", zh: "用半角 `,`")
    case "（", "）": Wording(en: "write half-width `(` and `)`", zh: "用半角 `(` 和 `)`")
    case "≥", "＞": Wording(en: "write `>=` or `>`", zh: "写 `>=` 或 `>`")
    case "≤", "＜": Wording(en: "write `<=` or `<`", zh: "写 `<=` 或 `<`")
    case "：": Wording(en: "write the half-width `:`", zh: "用半角 `:`")
    case "＝": Wording(en: "write `=`", zh: "写 `=`")
    case "≠": Wording(en: "write `!=`", zh: "写 `!=`")
    default: nil
    }
  }

  mutating func expect(_ symbol: String) throws(Diagnostic) {
    try scanner.skipSpace()
    guard scanner.isNext(symbol) else { throw unexpected(wanted: Wording(both: "`\(symbol)`")) }
    scanner.position += symbol.unicodeScalars.count
  }

  mutating func accept(_ symbol: String) throws(Diagnostic) -> Bool {
    try scanner.skipSpace()
    guard scanner.isNext(symbol) else { return false }
    scanner.position += symbol.unicodeScalars.count
    return true
  }

  mutating func acceptWord(_ word: String) throws(Diagnostic) -> Bool {
    try scanner.skipSpace()
    guard scanner.isNextWord(word) else { return false }
    scanner.position += word.unicodeScalars.count
    return true
  }

  mutating func expectWord(_ word: String, after opener: String) throws(Diagnostic) {
    guard try acceptWord(word) else {
      throw unexpected(wanted: Wording(en: "`\(word)` after `\(opener)`", zh: "与 `\(opener)` 搭配的 `\(word)`"))
    }
  }

  private mutating func expectEnd() throws(Diagnostic) {
    try scanner.skipSpace()
    guard scanner.current == nil else { throw unexpected(wanted: Wording(en: "an operator or the end", zh: "运算符或结尾")) }
  }
}

/// An infix operator as it is written, and how tightly it binds.
struct InfixOperator {
  enum Kind {
    case binary(BinaryOperator)
    case between, contained
  }

  let symbol: String
  let kind: Kind
  let level: Int

  var length: Int { symbol.unicodeScalars.count }

  static let comparisonLevel = 3

  /// Longer symbols before their beginnings.
  static let bySymbol: [InfixOperator] = [
    InfixOperator(symbol: "or", kind: .binary(.or), level: 1),
    InfixOperator(symbol: "and", kind: .binary(.and), level: 2),
    InfixOperator(symbol: "between", kind: .between, level: comparisonLevel),
    InfixOperator(symbol: "in", kind: .contained, level: comparisonLevel),
    InfixOperator(symbol: "!=", kind: .binary(.notEqual), level: comparisonLevel),
    InfixOperator(symbol: "<=", kind: .binary(.lessOrEqual), level: comparisonLevel),
    InfixOperator(symbol: ">=", kind: .binary(.greaterOrEqual), level: comparisonLevel),
    InfixOperator(symbol: "<", kind: .binary(.less), level: comparisonLevel),
    InfixOperator(symbol: ">", kind: .binary(.greater), level: comparisonLevel),
    InfixOperator(symbol: "=", kind: .binary(.equal), level: comparisonLevel),
    InfixOperator(symbol: "+", kind: .binary(.add), level: 4),
    InfixOperator(symbol: "-", kind: .binary(.subtract), level: 4),
    InfixOperator(symbol: "**", kind: .binary(.power), level: 6),
    InfixOperator(symbol: "*", kind: .binary(.multiply), level: 5),
    InfixOperator(symbol: "/", kind: .binary(.divide), level: 5),
  ]
}
