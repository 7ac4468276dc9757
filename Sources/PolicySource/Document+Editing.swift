/// Changes of single values in a document, all else kept as it is: comments, layout, quotes.
extension Document {
  /// Where a node stands, in code points of the document, without the blanks behind it. A node that an alias repeats
  /// stands where it was first written.
  public func span(of node: Node) -> Span { lines.trimmed(node.extent) }

  /// What stands somewhere in the document.
  public func text(in span: Span) -> String { lines.string(span.start..<span.end) }

  /// The text of the document with other texts in the place of some stretches.
  ///
  /// - Precondition: no two of the stretches overlap.
  public func text(replacing changes: [Span: String]) -> String {
    var text = ""
    var position = 0
    for (span, new) in changes.sorted(by: { $0.key.start < $1.key.start }) {
      text += lines.string(position..<max(position, span.start)) + new
      position = max(position, span.end)
    }
    return text + lines.string(position..<max(position, lines.text.count))
  }

  /// Everywhere that something is written once and stands for several nodes, by aliases.
  public var sharedSpans: Set<Span> {
    var seen: Set<Span> = []
    var shared: Set<Span> = []
    root.visit { node in
      let span = span(of: node)
      if span.end > span.start, !seen.insert(span).inserted { shared.insert(span) }
    }
    return shared
  }
}

extension Node {
  /// Visits the values in this node, itself first. Keys are passed over: a mapping may begin and end where its only key
  /// does.
  fileprivate func visit(_ body: (Node) -> Void) {
    body(self)
    switch kind {
    case .scalar: break
    case .sequence(let items): for item in items { item.visit(body) }
    case .mapping(let pairs): for pair in pairs { pair.value.visit(body) }
    }
  }
}
