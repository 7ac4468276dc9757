/// Slips of the hand that libyaml reports far from their cause or in words about something else: full-width
/// punctuation from a Chinese keyboard, and a space that is missing.
struct AuthorSlip {
  private let lines: LineIndex

  /// The slip that explains a failure, if there is one.
  static func explaining(_ failure: YAMLEvents.Failure, in lines: LineIndex) -> Diagnostic? {
    let slip = AuthorSlip(lines: lines)
    let here = lines.line(at: failure.place)
    let begun = lines.line(at: failure.contextPlace ?? failure.place)
    // Before a byte order mark there is no line.
    let place = max(failure.place, here.lowerBound)
    if let found = wideSpace(in: here, of: lines) ?? wideSpace(in: begun, of: lines) { return found }
    switch failure.problem {
    case let problem where problem.contains("mapping values are not allowed"):
      if let found = slip.curlyQuote(here.lowerBound..<place) { return found }
      // The key is no key where the text of the line above goes on into it.
      guard !slip.holdsColon(here.lowerBound..<place), let above = slip.above(here) else { return nil }
      return fullWidthColon(in: above, of: lines) ?? slip.missingSpace(above)
    case let problem where problem.contains("could not find expected ':'"):
      return fullWidthColon(in: begun, of: lines) ?? slip.missingSpace(begun)
    case let problem where problem.contains("',' or"):
      let flow = (failure.contextPlace ?? here.lowerBound)..<max(place, failure.contextPlace ?? 0) + 1
      return slip.fullWidthComma(flow.clamped(to: lines.text.indices)) ?? slip.curlyQuote(here)
    case let problem where problem.contains("did not find expected key") || problem.contains("'-' indicator"):
      return fullWidthColon(in: here, of: lines) ?? slip.missingSpace(here)
    default:
      return nil
    }
  }

  /// The slip that made a text of what was meant as keys, if there is one.
  static func making(_ text: Node, in lines: LineIndex) -> Diagnostic? {
    guard case .scalar(let scalar) = text.kind, scalar.isPlain else { return nil }
    // `-60` and `1:30` are values, as far as anybody can tell here.
    if let first = scalar.text.unicodeScalars.first(where: { $0 != "-" }), ("0"..."9").contains(first) { return nil }
    let start = text.extent.start
    let line = start..<max(start, lines.line(at: start).upperBound)
    return fullWidthColon(in: line, of: lines) ?? AuthorSlip(lines: lines).missingSpace(line)
  }

  /// A key that a full-width colon follows: `年龄：60`.
  static func fullWidthColon(in line: Range<Int>, of lines: LineIndex) -> Diagnostic? {
    let slip = AuthorSlip(lines: lines)
    let entry = slip.entry(line)
    guard let colon = entry.prefix(40).first(where: { lines[$0] == "：" }), colon > entry.lowerBound,
      slip.isKey(entry.lowerBound..<colon)
    else { return nil }
    let key = Quotation.of(lines.string(entry.lowerBound..<colon))
    return slip.problem(
      "full-width-punctuation", Span(colon, colon + 1), en: "the colon `：` is full-width, so `\(key)` is no key",
      zh: "冒号 `：` 是全角的，`\(key)` 不成为键", help: Wording(en: "write `\(key): `", zh: "写成 `\(key): `，英文冒号后加空格"))
  }

  /// A space of a Chinese keyboard or of a web page in the indentation, or where a key begins.
  static func wideSpace(in line: Range<Int>, of lines: LineIndex) -> Diagnostic? {
    for offset in line {
      guard let scalar = lines[offset], scalar.properties.isWhitespace else { return nil }
      guard scalar == "\u{3000}" || scalar == "\u{A0}" else { continue }
      return AuthorSlip(lines: lines).problem(
        "full-width-punctuation", Span(offset, offset + 1),
        en: scalar == "\u{A0}"
          ? "a no-break space stands in the indentation" : "a full-width space stands in the indentation",
        zh: scalar == "\u{A0}" ? "缩进中有不换行空格" : "缩进中有全角空格",
        help: Wording(en: "indent with plain spaces", zh: "改用半角空格缩进"))
    }
    return nil
  }

  // MARK: Slips

  private func fullWidthComma(_ flow: Range<Int>) -> Diagnostic? {
    guard let comma = flow.prefix(4000).first(where: { lines[$0] == "，" || lines[$0] == "、" }) else { return nil }
    let found = lines.string(comma..<comma + 1)
    return problem(
      "full-width-punctuation", Span(comma, comma + 1), en: "the comma `\(found)` is full-width and parts nothing here",
      zh: "逗号 `\(found)` 是全角的，此处不起分隔作用",
      help: Wording(en: "write `, `; put text that holds `\(found)` in quotes", zh: "改用英文逗号；含 `\(found)` 的文字请加引号"))
  }

  /// A curly quote where a value begins.
  private func curlyQuote(_ range: Range<Int>) -> Diagnostic? {
    var before: Unicode.Scalar = "-"
    for offset in range.prefix(4000) {
      guard let scalar = lines[offset], !scalar.properties.isWhitespace else { continue }
      if "“”‘’「」『』".unicodeScalars.contains(scalar), ":-[{,".unicodeScalars.contains(before) {
        return problem(
          "full-width-punctuation", Span(offset, offset + 1), en: "`\(scalar)` is no quote that YAML knows",
          zh: "`\(scalar)` 不是 YAML 的引号", help: Wording(en: "write `\"`", zh: "改用英文引号 `\"`"))
      }
      before = scalar
    }
    return nil
  }

  /// `age:60` and `-age` are words to YAML.
  private func missingSpace(_ line: Range<Int>) -> Diagnostic? {
    let start = line.first { lines[$0] != " " } ?? line.upperBound
    if lines[start] == "-", start + 1 < line.upperBound, let next = lines[start + 1], next != " ", next != "-" {
      return missingSpace(after: start, upTo: line)
    }
    let entry = entry(line)
    guard let colon = entry.prefix(40).first(where: { lines[$0] == ":" }), colon > entry.lowerBound,
      colon + 1 < line.upperBound, isKey(entry.lowerBound..<colon), lines[colon + 1] != " ", lines[colon + 1] != "/"
    else { return nil }
    return missingSpace(after: colon, upTo: line)
  }

  private func missingSpace(after mark: Int, upTo line: Range<Int>) -> Diagnostic {
    let found = lines.string(mark..<mark + 1)
    let before = lines.string((line.first { lines[$0] != " " } ?? mark)..<mark + 1)
    let mended = Quotation.of(before + " " + lines.string(mark + 1..<line.upperBound))
    return problem(
      "missing-space", Span(mark, mark + 1), en: "`\(found)` needs a space after it", zh: "`\(found)` 后须有空格",
      help: Wording(en: "write `\(mended)`", zh: "写成 `\(mended)`"))
  }

  // MARK: Lines

  /// A line without its indentation and the dashes of list items.
  private func entry(_ line: Range<Int>) -> Range<Int> {
    let start = line.first { offset in
      lines[offset] != " " && !(lines[offset] == "-" && offset + 1 < line.upperBound && lines[offset + 1] == " ")
    }
    return (start ?? line.upperBound)..<line.upperBound
  }

  /// Words that can be meant as a key: nothing quoted, no comment, no sentence.
  private func isKey(_ range: Range<Int>) -> Bool {
    !range.contains { offset in
      lines[offset].map { "\"'#[]{}“”：:，。；！？,&*|>".unicodeScalars.contains($0) } ?? true
    }
  }

  private func holdsColon(_ range: Range<Int>) -> Bool {
    range.contains { lines[$0] == ":" && lines[$0 + 1] == " " }
  }

  /// The line above that is not blank.
  private func above(_ line: Range<Int>) -> Range<Int>? {
    var number = lines.position(line.lowerBound).line - 1
    while let above = lines.range(ofLine: number) {
      if above.contains(where: { lines[$0]?.properties.isWhitespace == false }) { return above }
      number -= 1
    }
    return nil
  }

  private func problem(_ code: String, _ span: Span, en: String, zh: String, help: Wording) -> Diagnostic {
    Diagnostic(code, location: lines.location(span), message: Wording(en: en, zh: zh), help: help)
  }
}
