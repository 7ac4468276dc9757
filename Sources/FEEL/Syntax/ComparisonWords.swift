/// Words with which Chinese texts compare: 60以上, 不满80, 超过15. Whether the number itself belongs to it differs from
/// instrument to instrument, so a word means something only where the surroundings say what.
public enum ComparisonWords {
  /// A word: which side of the number it means, and whether it stands before it.
  struct Word: Sendable {
    let text: String
    let isUpward: Bool
    let isBefore: Bool

    var length: Int { text.unicodeScalars.count }

    /// What it means where nothing else is said, as the Civil Code has it; only ever offered, never assumed.
    var usuallyIncludesNumber: Bool {
      !["不满", "不足", "未满", "以外", "超过", "高于", "多于", "大于", "低于", "少于", "小于"].contains(text)
    }

    /// The comparison that it stands for.
    func comparison(includesNumber: Bool) -> BinaryOperator {
      switch (isUpward, includesNumber) {
      case (true, true): .greaterOrEqual
      case (true, false): .greater
      case (false, true): .lessOrEqual
      case (false, false): .less
      }
    }
  }

  /// Longer words before those that they begin or end with.
  static let words: [Word] =
    ["及以上", "以上", "以外"].map { Word(text: $0, isUpward: true, isBefore: false) }
    + ["及以下", "以下", "以内"].map { Word(text: $0, isUpward: false, isBefore: false) }
    + ["不低于", "不少于", "不小于", "超过", "高于", "多于", "大于", "达到", "年满"].map {
      Word(text: $0, isUpward: true, isBefore: true)
    }
    + ["不超过", "不高于", "不多于", "不大于", "不满", "不足", "未满", "低于", "少于", "小于"].map {
      Word(text: $0, isUpward: false, isBefore: true)
    }

  /// Help where a run of words was to compare something, as 年龄 60以上 or 年龄 不满 6, with a word of which nobody has
  /// said what it means.
  ///
  /// - Parameter names: those that are declared, one of which stands before the comparison.
  static func help(forName name: String, after names: [String]) -> Wording? {
    let rest = names.filter { name.hasPrefix($0 + " ") }.max { $0.count < $1.count }.map {
      name.dropFirst($0.count + 1)
    }
    let compared = (rest ?? name[...]).filter { $0 != " " }
    guard
      let word = words.first(where: { word in
        guard let place = compared.firstRange(of: word.text) else { return false }
        return word.isBefore
          ? place.lowerBound == compared.startIndex && compared[place.upperBound...].first?.isNumber != false
          : compared[..<place.lowerBound].last?.isNumber == true
      })
    else { return nil }
    let (usual, other) = word.usuallyIncludesNumber ? (0, 1) : (1, 0)
    let en = ["including", "excluding"]
    let zh = ["含本数", "不含本数"]
    return Wording(
      en:
        "say in the policy what the word means: `comparison words: { \(word.text): \(en[usual]) }`, or `\(en[other])`, as the text has it",
      zh: "先在政策中写明该词的含义：`比较用语: { \(word.text): \(zh[usual]) }`，或 `\(zh[other])`，以原文为准")
  }

  /// All of them, as they are written.
  public static let all = words.map(\.text)
}

extension Parser {
  /// The meaning of a word where one is declared.
  private func comparison(_ word: ComparisonWords.Word) -> BinaryOperator? {
    known.comparisonWords[word.text].map { word.comparison(includesNumber: $0) }
  }

  /// The word that comes next, with a number, a space or a bracket behind it where it stands before a number.
  private func nextComparisonWord(before: Bool, in scanner: Scanner) -> ComparisonWords.Word? {
    ComparisonWords.words.first { word in
      guard word.isBefore == before, scanner.isNext(word.text) else { return false }
      let next = scanner.peek(word.length)
      return before ? next.map { !$0.startsName } ?? true : next?.startsName != true || follows(scanner, word)
    }
  }

  /// Whether behind a word another one stands at once: 60以上不满80.
  private func follows(_ scanner: Scanner, _ word: ComparisonWords.Word) -> Bool {
    var behind = scanner
    behind.position += word.length
    return ComparisonWords.words.contains { $0.isBefore && behind.isNext($0.text) }
  }

  /// 不满60, 60以上, 60以上不满80: as a range, where their words mean something.
  mutating func wordedRange() throws(Diagnostic) -> Expression? {
    guard !known.comparisonWords.isEmpty else { return nil }
    let start = scanner.position
    guard let (first, bound) = try wordedBound() else { return nil }
    let before = scanner
    try scanner.skipSpace()
    guard first.isLower, let (second, other) = try wordedBound(), !second.isLower else {
      scanner = before
      return Expression(.range(range(first, bound)), Span(start, scanner.position))
    }
    let both = Expression.RangeExpression(
      lower: bound, lowerIncluded: first == .greaterOrEqual, upper: other, upperIncluded: second == .lessOrEqual)
    return Expression(.range(both), Span(start, scanner.position))
  }

  private func range(_ op: BinaryOperator, _ bound: Expression) -> Expression.RangeExpression {
    op.isLower
      ? .init(lower: bound, lowerIncluded: op == .greaterOrEqual, upper: nil, upperIncluded: false)
      : .init(lower: nil, lowerIncluded: false, upper: bound, upperIncluded: op == .lessOrEqual)
  }

  private mutating func wordedBound() throws(Diagnostic) -> (BinaryOperator, Expression)? {
    let before = scanner
    if let word = nextComparisonWord(before: true, in: scanner), let op = comparison(word) {
      scanner.position += word.length
      return (op, try operand())
    }
    guard let number = plainNumber(), let word = nextComparisonWord(before: false, in: scanner),
      let op = comparison(word)
    else {
      scanner = before
      return nil
    }
    scanner.position += word.length
    return (op, number)
  }

  /// Digits, with the spaces behind them: a word may stand right behind.
  private mutating func plainNumber() -> Expression? {
    let start = scanner.position
    while scanner.current?.isDigit == true { scanner.position += 1 }
    if scanner.position > start, scanner.current == ".", scanner.peek(1)?.isDigit == true {
      scanner.position += 1
      while scanner.current?.isDigit == true { scanner.position += 1 }
    }
    guard let number = Decimal128(scanner.slice(start, scanner.position)) else { return nil }
    let span = Span(start, scanner.position)
    while scanner.current?.isFeelSpace == true { scanner.position += 1 }
    return Expression(.literal(.number(number)), span)
  }

  /// Whether a word of comparison stands there as an operator, so that a name ends before it.
  func isWordedInfix(at place: Scanner) -> Bool {
    guard !known.comparisonWords.isEmpty else { return false }
    var there = self
    there.scanner = place
    return there.nextWordedInfix() != nil
  }

  /// 年龄 不满 60 and 年龄 60以上, as operators.
  func nextWordedInfix() -> InfixOperator? {
    guard !known.comparisonWords.isEmpty else { return nil }
    if let word = nextComparisonWord(before: true, in: scanner), let op = comparison(word) {
      return InfixOperator(symbol: word.text, kind: .binary(op), level: InfixOperator.comparisonLevel)
    }
    var ahead = self
    guard scanner.current?.isDigit == true, (try? ahead.wordedBound()) ?? nil != nil else { return nil }
    return InfixOperator(symbol: "", kind: .contained, level: InfixOperator.comparisonLevel)
  }
}

extension BinaryOperator {
  fileprivate var isLower: Bool { self == .greater || self == .greaterOrEqual }
}
