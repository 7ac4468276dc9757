/// Numbers, strings, and dates, times and durations written `@"…"`.
extension Parser {
  mutating func numberLiteral() throws(Diagnostic) -> Expression {
    let start = scanner.position
    skipDigits()
    // `1..5` is a range from 1, not the number `1.` and something else.
    if scanner.current == ".", scanner.peek(1)?.isDigit == true {
      scanner.position += 1
      skipDigits()
    }
    skipExponent()
    let span = Span(start, scanner.position)
    let text = scanner.slice(start, scanner.position)
    if let date = dottedDate(from: start) { throw date }
    if let next = scanner.current, next.startsName {
      let word = text + (scanner.nextWord() ?? "")
      throw Diagnostic(
        "syntax", span: Span(start, start + word.unicodeScalars.count),
        message: Wording(en: "`\(word)` is neither a number nor a name", zh: "`\(word)` 既不是数也不是名称"),
        help: help(forNumber: text, with: String(word.dropFirst(text.count))))
    }
    guard let number = Decimal128(text) else {
      throw Diagnostic(
        "number-too-large", span: span,
        message: Wording(en: "`\(text)` is too large a number", zh: "`\(text)` 超出数的范围"))
    }
    return Expression(.literal(.number(number)), span)
  }

  /// `2026.3.1`, which is a number and a rest that means nothing.
  private func dottedDate(from start: Int) -> Diagnostic? {
    guard scanner.current == ".", scanner.peek(1)?.isDigit == true else { return nil }
    var end = scanner
    end.position += 1
    while end.current?.isDigit == true { end.position += 1 }
    let text = scanner.slice(start, end.position)
    guard let date = MeantDate(text) else { return nil }
    return Diagnostic(
      "syntax", span: Span(start, end.position),
      message: Wording(en: "`\(text)` is not a number", zh: "`\(text)` 不是数"), help: date.help(asLiteral: true))
  }

  /// What to write where a number has words behind it; where there are names that are a number with these words, they
  /// are told too: `3级` may be a slip for `2级`.
  private func help(forNumber number: String, with words: String) -> Wording {
    let help = Parser.help(forNumber: number, with: words)
    let names = known.numbered(with: words).prefix(8).map { "`\($0)`" }
    guard !names.isEmpty else { return help }
    return Wording(
      en: "the names of this kind are \(names.joined(separator: ", ")); where a number is meant, \(help[.en])",
      zh: "这样的名称有 \(names.joined(separator: "、"))；若是数，\(help[.zh])")
  }

  /// What to write where a number has words behind it: `80以上`, `10元`, `2026年3月1日`.
  private static func help(forNumber number: String, with words: String) -> Wording {
    if let date = MeantDate(number + words) { return date.help(asLiteral: true) }
    for (ending, sign) in [("及以上", ">="), ("以上", ">="), ("及以下", "<="), ("以下", "<="), ("以内", "<=")]
    where words.hasSuffix(ending) {
      return Wording(
        en:
          "write `\(sign) \(number)`; or declare what the word means in the policy: `comparison words: { \(ending): including }`",
        zh: "写 `\(sign) \(number)`；或在政策中写明该词的含义：`比较用语: { \(ending): 含本数 }`")
    }
    for (word, unit) in [("个月", "M"), ("月", "M"), ("年", "Y"), ("天", "D"), ("日", "D")] where words == word {
      return Wording(
        en: "write the number alone, or as a duration `@\"P\(number)\(unit)\"`",
        zh: "只写数字；时长写成 `@\"P\(number)\(unit)\"`")
    }
    return words.unicodeScalars.first?.isASCII == true
      ? Wording(en: "put text in double quotes", zh: "文字用英文双引号括起来")
      : Wording(en: "write the number alone: `\(number)`", zh: "只写数字：`\(number)`")
  }

  private mutating func skipDigits() {
    while scanner.current?.isDigit == true { scanner.position += 1 }
  }

  private mutating func skipExponent() {
    guard scanner.current == "e" || scanner.current == "E" else { return }
    let signed = scanner.peek(1) == "+" || scanner.peek(1) == "-"
    guard scanner.peek(signed ? 2 : 1)?.isDigit == true else { return }
    scanner.position += signed ? 2 : 1
    skipDigits()
  }

  mutating func stringLiteral() throws(Diagnostic) -> Expression {
    let start = scanner.position
    scanner.position += 1
    var content = String.UnicodeScalarView()
    while let scalar = scanner.current {
      switch scalar {
      case "\"":
        scanner.position += 1
        return Expression(.literal(.string(String(content))), Span(start, scanner.position))
      case "\\":
        content.append(try escape())
      default:
        content.append(scalar)
        scanner.position += 1
      }
    }
    throw Diagnostic(
      "syntax", span: Span(start, start + 1),
      message: Wording(en: "this string is never closed", zh: "文字没有结束"),
      help: Wording(en: "end it with `\"`", zh: "用 `\"` 结束"))
  }

  /// `\n`, `\"`, `\u00E9`, `\U01F600` and so on (grammar rules 33 and 64). A pair of surrogates makes one code point.
  private mutating func escape() throws(Diagnostic) -> Unicode.Scalar {
    let start = scanner.position
    guard let kind = scanner.peek(1) else {
      scanner.position += 1
      return "\\"
    }
    scanner.position += 2
    switch kind {
    case "n": return "\n"
    case "r": return "\r"
    case "t": return "\t"
    case "\"", "'", "\\": return kind
    case "u", "U":
      guard var code = hexDigits(kind == "u" ? 4 : 6) else { throw badEscape(from: start) }
      if kind == "u", (0xD800..<0xDC00).contains(code), scanner.isNext("\\u") {
        scanner.position += 2
        guard let low = hexDigits(4), (0xDC00..<0xE000).contains(low) else { throw badEscape(from: start) }
        code = 0x10000 + (code - 0xD800) << 10 + (low - 0xDC00)
      }
      guard let scalar = Unicode.Scalar(code) else { throw badEscape(from: start) }
      return scalar
    default:
      // An unknown escape stands for itself, so that regular expressions read as their authors know them: `"\d"`.
      scanner.position -= 1
      return "\\"
    }
  }

  private mutating func hexDigits(_ count: Int) -> UInt32? {
    var code: UInt32 = 0
    for _ in 0..<count {
      guard let digit = scanner.current?.hexDigit else { return nil }
      code = code << 4 | digit
      scanner.position += 1
    }
    return code
  }

  private func badEscape(from start: Int) -> Diagnostic {
    Diagnostic(
      "syntax", span: Span(start, scanner.position),
      message: Wording(
        en: "`\(scanner.slice(start, scanner.position))` is not an escape",
        zh: "`\(scanner.slice(start, scanner.position))` 不是转义"),
      help: Wording(en: "write `\\u` and four hexadecimal digits", zh: "写 `\\u` 和四位十六进制数字"))
  }

  /// `@"2025-12-22"`: a date, time, date and time, or duration (grammar rule 65).
  mutating func temporalLiteral() throws(Diagnostic) -> Expression {
    let start = scanner.position
    scanner.position += 1
    try scanner.skipSpace()
    guard scanner.current == "\"" else {
      let found = unexpected(wanted: Wording(both: "`@\"…\"`"))
      throw Diagnostic(
        found.code, span: found.span, message: found.message,
        help: Wording(en: "put it in double quotes: `@\"2025-12-22\"`", zh: "加英文双引号：`@\"2025-12-22\"`"))
    }
    let literal = try stringLiteral()
    let span = Span(start, scanner.position)
    guard case .literal(.string(let text)) = literal.kind else { return literal }
    guard let value = Value(temporalText: text) else {
      // At run time a null, as the standard has it; at load an error.
      return Expression(
        .literal(
          .null(
            because: Diagnostic(
              "bad-literal", span: span,
              message: Wording(
                en: "`\(text)` is not a date, time or duration", zh: "`\(text)` 不是日期、时间或时长"),
              help: TemporalSlip.help(for: text)
                ?? Wording(
                  en: "write `@\"2025-12-22\"`, `@\"13:00:00\"` or `@\"P1M\"`",
                  zh: "写 `@\"2025-12-22\"`、`@\"13:00:00\"` 或 `@\"P1M\"`")))), span)
    }
    return Expression(.literal(value), span)
  }
}

extension Value {
  /// The date, time, date and time, or duration that a text stands for.
  init?(temporalText text: String) {
    if let value = CalendarDate(text) {
      self = .date(value)
    } else if let value = DateTime(text) {
      self = .dateTime(value)
    } else if let value = TimeOfDay(text) {
      self = .time(value)
    } else if let value = MonthsDuration(text) {
      self = .monthsDuration(value)
    } else if let value = DaysDuration(text) {
      self = .daysDuration(value)
    } else {
      return nil
    }
  }
}
