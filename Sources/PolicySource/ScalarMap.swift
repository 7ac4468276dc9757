/// Maps offsets in a scalar's text, as it is after quotes, escapes and folding are undone, to offsets in the document.
///
/// libyaml tells only where a scalar begins and ends, so its source is walked beside its text.
struct ScalarMap {
  /// For each code point of the text, where it stands in the document; one more for its end.
  private let offsets: [Int]

  init(_ node: Node, in lines: LineIndex) {
    guard case .scalar(let scalar) = node.kind else {
      offsets = [node.extent.start]
      return
    }
    let wanted = Array(scalar.text.unicodeScalars)
    let source = lines.text
    let end = min(node.extent.end, source.count)
    var offsets: [Int] = []
    var position = ScalarMap.start(of: node, source)
    let isDoubleQuoted = node.extent.start < source.count && source[node.extent.start] == "\""
    let isSingleQuoted = node.extent.start < source.count && source[node.extent.start] == "'"
    for scalar in wanted {
      // A space or line end in the text may stand for a fold: the end of a line and the indentation of the next.
      if scalar == " " || scalar == "\n" {
        offsets.append(position)
        if position < end, source[position] == scalar, scalar == " " {
          position += 1
        } else if isDoubleQuoted, position < end, source[position] == "\\" {
          position = ScalarMap.afterEscape(position, source, end)
        } else {
          position = ScalarMap.afterFold(position, source, end)
        }
        continue
      }
      if isDoubleQuoted {
        position = ScalarMap.skippingJoin(position, source, end)
      } else if !isSingleQuoted {
        position = ScalarMap.skippingFold(position, source, end, before: scalar)
      }
      offsets.append(position)
      if isDoubleQuoted, position < end, source[position] == "\\" {
        position = ScalarMap.afterEscape(position, source, end)
      } else if isSingleQuoted, scalar == "'", position + 1 < end, source[position + 1] == "'" {
        position += 2
      } else {
        position += 1
      }
    }
    offsets.append(min(position, max(end, node.extent.start)))
    self.offsets = offsets
  }

  /// The document offset of a code point of the text.
  func offset(of position: Int) -> Int { offsets[max(0, min(position, offsets.count - 1))] }

  /// The document offset after the last code point of a span.
  func end(of span: Span) -> Int {
    span.end > span.start && span.end - 1 < offsets.count - 1 ? offset(of: span.end - 1) + 1 : offset(of: span.end)
  }

  /// Behind an opening quote, or at the first line of a block.
  private static func start(of node: Node, _ source: [Unicode.Scalar]) -> Int {
    var position = node.extent.start
    guard position < source.count else { return position }
    switch source[position] {
    case "\"", "'": return position + 1
    case "|", ">":
      while position < source.count, source[position] != "\n" { position += 1 }
      position += 1
      while position < source.count, source[position] == " " || source[position] == "\n" { position += 1 }
      return position
    default: return position
    }
  }

  private static func afterFold(_ position: Int, _ source: [Unicode.Scalar], _ end: Int) -> Int {
    var position = position
    while position < end, isBlank(source[position]) { position += 1 }
    return position
  }

  /// A fold that gave no character of its own.
  private static func skippingFold(
    _ position: Int, _ source: [Unicode.Scalar], _ end: Int, before scalar: Unicode.Scalar
  )
    -> Int
  {
    guard position < end, source[position] != scalar else { return position }
    return afterFold(position, source, end)
  }

  /// A backslash at the end of a line joins it to the next.
  private static func skippingJoin(_ position: Int, _ source: [Unicode.Scalar], _ end: Int) -> Int {
    guard position + 1 < end, source[position] == "\\", source[position + 1] == "\n" else { return position }
    return afterFold(position + 1, source, end)
  }

  private static func afterEscape(_ position: Int, _ source: [Unicode.Scalar], _ end: Int) -> Int {
    guard position + 1 < end else { return position + 1 }
    switch source[position + 1] {
    case "x": return position + 4
    case "u":
      // A pair of surrogates, as JSON writes it, is one code point.
      let isHigh =
        position + 3 < end && "dD".unicodeScalars.contains(source[position + 2])
        && "89abAB".unicodeScalars.contains(source[position + 3])
      return position + (isHigh ? 12 : 6)
    case "U": return position + 10
    default: return position + 2
    }
  }

  private static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
    scalar == " " || scalar == "\n" || scalar == "\r" || scalar == "\t"
  }
}
