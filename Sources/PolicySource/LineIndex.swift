/// A text as code points, with the beginnings of its lines.
struct LineIndex: Sendable {
  let file: String
  let text: [Unicode.Scalar]
  private let starts: [Int]
  private let firstLine: Int

  /// - Parameter line: the number of the line that the text is, where it is one of a longer text; what ends lines
  ///   elsewhere ends none in it.
  init(_ text: String, file: String, line: Int? = nil) {
    self.file = file
    firstLine = line ?? 1
    self.text = Array(text.unicodeScalars)
    // No editor shows a byte order mark, so the first line begins behind it.
    var starts = [self.text.first == "\u{FEFF}" ? 1 : 0]
    for (offset, scalar) in self.text.enumerated() where line == nil {
      let isBreak = scalar == "\n" || scalar == "\r" && !(offset + 1 < self.text.count && self.text[offset + 1] == "\n")
      if isBreak { starts.append(offset + 1) }
    }
    self.starts = starts
  }

  /// The line and column of an offset, both from 1.
  func position(_ offset: Int) -> Position {
    let offset = max(starts[0], min(offset, text.count))
    var (low, high) = (0, starts.count)
    while high - low > 1 {
      let middle = (low + high) / 2
      if starts[middle] <= offset { low = middle } else { high = middle }
    }
    return Position(line: low + firstLine, column: offset - starts[low] + 1)
  }

  /// The offsets of a line without its end, or `nil` where there is no such line.
  func range(ofLine number: Int) -> Range<Int>? {
    let number = number - firstLine + 1
    guard number >= 1, number <= starts.count else { return nil }
    let start = starts[number - 1]
    var end = number < starts.count ? starts[number] : text.count
    while end > start, text[end - 1] == "\n" || text[end - 1] == "\r" { end -= 1 }
    return start..<end
  }

  /// The offsets of the line that holds an offset, without its end.
  func line(at offset: Int) -> Range<Int> {
    range(ofLine: position(offset).line) ?? text.count..<text.count
  }

  func location(_ span: Span) -> Location {
    Location(file: file, start: position(span.start), end: position(span.end))
  }

  /// A span without the blanks and line ends at its end.
  func trimmed(_ span: Span) -> Span {
    var end = min(span.end, text.count)
    while end > span.start, text[end - 1].properties.isWhitespace { end -= 1 }
    return Span(span.start, end)
  }

  /// The character at an offset, or `nil` outside the text.
  subscript(offset: Int) -> Unicode.Scalar? { text.indices.contains(offset) ? text[offset] : nil }

  func string(_ range: Range<Int>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: text[range.clamped(to: text.indices)])
    return String(view)
  }
}
