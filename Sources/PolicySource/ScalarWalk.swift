/// Reads the source of one scalar as YAML reads it, and notes where each character of its text came from.
struct ScalarWalk {
  private let lines: LineIndex
  private let source: [Unicode.Scalar]
  private let limit: Int
  private var position: Int
  private(set) var pieces: [(scalar: Unicode.Scalar, span: Span)] = []
  /// Where the text ends: before the closing quote, or behind the last line.
  private(set) var end: Int

  init(_ lines: LineIndex, _ extent: Span) {
    self.lines = lines
    source = lines.text
    limit = extent.end
    position = extent.start
    end = extent.end
  }

  /// - Parameter wanted: the text that libyaml gave; a block with an indentation indicator needs it, as the
  ///   indentation is counted from a parent that is not known here.
  mutating func read(as scalar: Scalar, _ wanted: [Unicode.Scalar]) {
    pieces.reserveCapacity(wanted.count)
    switch current {
    case "\"" where !scalar.isPlain, "'" where !scalar.isPlain: flow(quote: current)
    case "|" where !scalar.isPlain: block(wanted, isFolded: false)
    case ">" where !scalar.isPlain: block(wanted, isFolded: true)
    default: flow(quote: nil)
    }
  }

  // MARK: Plain and quoted

  private mutating func flow(quote: Unicode.Scalar?) {
    if quote != nil { position += 1 }
    while position < limit {
      // An escaped line end leaves nothing of itself; the blanks that follow it go too.
      var isJoined = false
      while let scalar = current, !isBlank(scalar), !isJoined {
        if scalar == quote {
          guard quote == "'", peek == "'" else {
            end = position
            return
          }
          take("'", 2)
        } else if quote == "\"", scalar == "\\" {
          if let next = peek, isBreak(next) {
            position += 1
            skipBreak()
            isJoined = true
          } else {
            escape()
          }
        } else {
          take(scalar, 1)
        }
      }
      blanks(isJoined: isJoined)
    }
  }

  /// Blanks within a line stand as they are; a line end becomes a space, and each empty line after it a line end.
  private mutating func blanks(isJoined: Bool) {
    var blanks: [Span] = []
    var fold: Span?
    var breaks: [Span] = []
    while let scalar = current, isBlank(scalar) {
      let start = position
      if isBreak(scalar) {
        skipBreak()
        if isJoined || fold != nil { breaks.append(Span(start, position)) } else { fold = Span(start, position) }
      } else {
        position += 1
        if !isJoined, fold == nil { blanks.append(Span(start, position)) }
      }
    }
    if let fold, breaks.isEmpty { pieces.append((" ", fold)) }
    if fold == nil { pieces += blanks.map { (source[$0.start], $0) } }
    pieces += breaks.map { ("\n", $0) }
  }

  private mutating func escape() {
    let kind = peek ?? " "
    let digits: Int? =
      switch kind {
      case "x": 2
      case "u": 4
      case "U": 8
      default: nil
      }
    guard let digits else { return take(ScalarWalk.escapes[kind] ?? kind, 2) }
    var (code, length) = (hexadecimal(position + 2, digits), 2 + digits)
    if (0xD800..<0xDC00).contains(code) {
      // A pair of surrogates, as JSON writes it, is one code point.
      let low = hexadecimal(position + 8, 4)
      if (0xDC00..<0xE000).contains(low) { (code, length) = (0x10000 + (code - 0xD800) << 10 + (low - 0xDC00), 12) }
    }
    take(Unicode.Scalar(code) ?? "\u{FFFD}", length)
  }

  private func hexadecimal(_ start: Int, _ digits: Int) -> UInt32 {
    guard start + digits <= limit else { return 0 }
    return UInt32(lines.string(start..<start + digits), radix: 16) ?? 0
  }

  private static let escapes: [Unicode.Scalar: Unicode.Scalar] = [
    "0": "\0", "a": "\u{7}", "b": "\u{8}", "t": "\t", "n": "\n", "v": "\u{B}", "f": "\u{C}", "r": "\r", "e": "\u{1B}",
    "N": "\u{85}", "_": "\u{A0}", "L": "\u{2028}", "P": "\u{2029}",
  ]

  // MARK: Blocks

  private mutating func block(_ wanted: [Unicode.Scalar], isFolded: Bool) {
    var chomping: Unicode.Scalar?
    while let scalar = current, !isBreak(scalar) {
      // A `-` or `+` after the blanks is in a comment.
      if isBlank(scalar) { break }
      if scalar == "-" || scalar == "+" { chomping = scalar }
      position += 1
    }
    while let scalar = current, !isBreak(scalar) { position += 1 }
    skipBreak()
    let indent = indentation(wanted)
    var lastBreak: Span?
    var emptyLines = emptyLines(indent)
    var wasBlank = false
    while let scalar = current, column == indent {
      let isBlank = isBlank(scalar)
      if isFolded, !wasBlank, !isBlank, let fold = lastBreak {
        if emptyLines.isEmpty { pieces.append((" ", fold)) }
      } else if let lastBreak {
        pieces.append(("\n", lastBreak))
      }
      pieces += emptyLines.map { ("\n", $0) }
      wasBlank = isBlank
      while let scalar = current, !isBreak(scalar) { take(scalar, 1) }
      end = position
      let start = position
      lastBreak = skipBreak() ? Span(start, position) : nil
      emptyLines = self.emptyLines(indent)
    }
    if chomping != "-", let lastBreak { pieces.append(("\n", lastBreak)) }
    if chomping == "+" { pieces += emptyLines.map { ("\n", $0) } }
    if pieces.count > 0, let last = pieces.last { end = max(end, last.span.end) }
  }

  /// The spaces before the first line that is not empty, less those that belong to its text.
  private func indentation(_ wanted: [Unicode.Scalar]) -> Int {
    // Without text no line has an indentation to keep to.
    if wanted.allSatisfy({ $0 == "\n" }) { return .max }
    let inText = wanted.drop { $0 == "\n" }.prefix { $0 == " " }.count
    var offset = position
    var spaces = 0
    while offset < limit {
      switch source[offset] {
      case " ": spaces += 1
      case "\n", "\r": spaces = 0
      default: return max(0, spaces - inText)
      }
      offset += 1
    }
    return max(0, spaces - inText)
  }

  private mutating func emptyLines(_ indent: Int) -> [Span] {
    var breaks: [Span] = []
    while true {
      while column < indent, current == " " { position += 1 }
      let start = position
      guard skipBreak() else { return breaks }
      breaks.append(Span(start, position))
    }
  }

  // MARK: Characters

  private var current: Unicode.Scalar? { position < limit ? source[position] : nil }
  private var peek: Unicode.Scalar? { position + 1 < limit ? source[position + 1] : nil }
  private var column: Int { position - lineStart }

  private var lineStart: Int {
    var start = position
    while start > 0, !isBreak(source[start - 1]), source[start - 1] != "\u{FEFF}" || start > 1 { start -= 1 }
    return start
  }

  private mutating func take(_ scalar: Unicode.Scalar, _ count: Int) {
    let start = position
    position = min(position + count, limit)
    pieces.append((scalar, Span(start, position)))
  }

  @discardableResult
  private mutating func skipBreak() -> Bool {
    guard let scalar = current, isBreak(scalar) else { return false }
    position += scalar == "\r" && peek == "\n" ? 2 : 1
    return true
  }

  private func isBreak(_ scalar: Unicode.Scalar) -> Bool { scalar == "\n" || scalar == "\r" }
  private func isBlank(_ scalar: Unicode.Scalar) -> Bool { scalar == " " || scalar == "\t" || isBreak(scalar) }
}
