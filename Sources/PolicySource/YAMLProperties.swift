/// The anchor and the tag before a node: libyaml counts them to the node, a reader of diagnostics does not.
struct YAMLProperties {
  /// Where the tag stands.
  private(set) var tag: Span?
  /// Where the node itself begins.
  private(set) var end: Int

  init(_ event: YAMLEvents.Event, in lines: LineIndex) {
    end = event.span.start
    guard event.anchor != nil || event.tag != nil else { return }
    var position = end
    while position < event.span.end, let scalar = lines[position] {
      if scalar == "#" {
        position = lines.line(at: position).upperBound
      } else if scalar.properties.isWhitespace {
        position += 1
      } else if scalar == "&" || scalar == "!" {
        let start = position
        while position < event.span.end, let next = lines[position], !next.properties.isWhitespace { position += 1 }
        if scalar == "!" {
          guard tag == nil else { break }
          tag = Span(start, position)
        }
        end = position
      } else {
        end = position
        return
      }
    }
    end = min(max(end, position), event.span.end)
  }
}
