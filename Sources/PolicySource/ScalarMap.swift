/// Maps offsets in a scalar's text, as it is after quotes, escapes and folding are undone, to offsets in the document.
///
/// libyaml tells only where a scalar begins and ends, so its source is read once more beside its text.
struct ScalarMap {
  /// For each code point of the text, where it stands in the document.
  private let spans: [Span]
  /// Where the text ends in the document.
  private let end: Int
  /// Whether the source gave back the text, so that every place is exact.
  let isExact: Bool

  init(_ node: Node, in lines: LineIndex) {
    let extent = Span(min(node.extent.start, lines.text.count), min(node.extent.end, lines.text.count))
    guard case .scalar(let scalar) = node.kind else {
      self.init(spans: [], end: extent.start, isExact: false)
      return
    }
    let wanted = Array(scalar.text.unicodeScalars)
    var walk = ScalarWalk(lines, extent)
    walk.read(as: scalar, wanted)
    if walk.pieces.elementsEqual(wanted, by: { $0.scalar == $1 }) {
      self.init(spans: walk.pieces.map(\.span), end: walk.end, isExact: true)
    } else {
      // Roughly right is better than nowhere: as many characters on as in the text.
      let spans = wanted.indices.map { offset in
        Span(min(extent.start + offset, extent.end), min(extent.start + offset + 1, extent.end))
      }
      self.init(spans: spans, end: extent.end, isExact: false)
    }
  }

  private init(spans: [Span], end: Int, isExact: Bool) {
    self.spans = spans
    self.end = end
    self.isExact = isExact
  }

  /// The stretch of the document that gave a stretch of the text.
  func source(of span: Span) -> Span {
    let first = max(0, span.start)
    let start = first < spans.count ? spans[first].start : end
    guard span.end > span.start, span.end > 0 else { return Span(start, start) }
    return Span(start, span.end <= spans.count ? spans[span.end - 1].end : end)
  }
}
