/// What stands outside the document in a YAML file: directives before it, and nothing after it.
enum YAMLPrologue {
  /// Directives other than one `%YAML` are refused before libyaml sees them: nobody needs them in a policy, and libyaml
  /// compares each with all before it.
  static func problem(in lines: LineIndex) -> Diagnostic? {
    guard let start = content(after: 0, in: lines), lines[start] == "%" else { return nil }
    var number = lines.position(start).line
    var hasVersion = false
    while let line = lines.range(ofLine: number) {
      number += 1
      if isBlank(line, lines) { continue }
      guard lines[line.lowerBound] == "%" else { return nil }
      if !hasVersion, lines.string(line).hasPrefix("%YAML ") {
        hasVersion = true
        continue
      }
      let written = Quotation.of(lines.string(line))
      return Diagnostic(
        "unsupported-directive", location: lines.location(Span(line.lowerBound, line.upperBound)),
        message: Wording(en: "the directive `\(written)` means nothing here", zh: "指令 `\(written)` 在此没有意义"),
        help: Wording(
          en: "remove it; put text that begins with `%` in quotes", zh: "请删去；以 `%` 开头的文字请加引号"))
    }
    return nil
  }

  /// Where the first line at or after an offset begins that is neither blank, a comment nor the end mark `...`.
  static func content(after offset: Int, in lines: LineIndex) -> Int? {
    var line = lines.line(at: offset)
    var number = lines.position(offset).line
    // The rest of the line in which the document ended.
    var start = max(offset, line.lowerBound)
    while true {
      let text = start..<max(start, line.upperBound)
      if !isBlank(text, lines), !isEndMark(text, lines) {
        return text.first { lines[$0]?.properties.isWhitespace == false }
      }
      number += 1
      guard let next = lines.range(ofLine: number) else { return nil }
      (line, start) = (next, next.lowerBound)
    }
  }

  private static func isBlank(_ line: Range<Int>, _ lines: LineIndex) -> Bool {
    let first = line.first { lines[$0] != " " && lines[$0] != "\t" }
    return first == nil || lines[first ?? 0] == "#"
  }

  private static func isEndMark(_ line: Range<Int>, _ lines: LineIndex) -> Bool {
    line.count >= 3 && lines.string(line.lowerBound..<line.lowerBound + 3) == "..."
      && isBlank(line.lowerBound + 3..<line.upperBound, lines)
  }
}
