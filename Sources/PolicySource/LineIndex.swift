/// A text as code points, with the beginnings of its lines.
struct LineIndex: Sendable {
  let file: String
  let text: [Unicode.Scalar]
  private let starts: [Int]

  init(_ text: String, file: String) {
    self.file = file
    self.text = Array(text.unicodeScalars)
    var starts = [0]
    for (offset, scalar) in self.text.enumerated() {
      let isBreak = scalar == "\n" || scalar == "\r" && !(offset + 1 < self.text.count && self.text[offset + 1] == "\n")
      if isBreak { starts.append(offset + 1) }
    }
    self.starts = starts
  }

  /// The line and column of an offset, both from 1.
  func position(_ offset: Int) -> Position {
    let offset = max(0, min(offset, text.count))
    var (low, high) = (0, starts.count)
    while high - low > 1 {
      let middle = (low + high) / 2
      if starts[middle] <= offset { low = middle } else { high = middle }
    }
    return Position(line: low + 1, column: offset - starts[low] + 1)
  }

  /// The offsets of a line, its end included.
  func range(ofLine number: Int) -> Range<Int>? {
    guard number >= 1, number <= starts.count else { return nil }
    return starts[number - 1]..<(number < starts.count ? starts[number] : text.count)
  }

  func location(_ span: Span) -> Location {
    Location(file: file, start: position(span.start), end: position(span.end))
  }
}
