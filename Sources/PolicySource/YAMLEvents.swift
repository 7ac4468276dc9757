internal import CLibYAML

/// libyaml's stream of events. The parser keeps pointers to itself and to its input, so both live on the heap until
/// ``close()``.
struct YAMLEvents {
  struct Event {
    enum Kind {
      case streamStart, documentStart, documentEnd, streamEnd
      case alias(String)
      case scalar(String, isPlain: Bool)
      case sequenceStart, sequenceEnd, mappingStart, mappingEnd
    }

    let kind: Kind
    let span: Span
    var anchor: String?
    var tag: String?

    var isStreamOrDocumentStart: Bool {
      switch kind {
      case .streamStart, .documentStart: true
      default: false
      }
    }

    var isEnd: Bool { if case .streamEnd = kind { true } else { false } }

    /// A value that was left out.
    var isNothing: Bool {
      if case .scalar("", isPlain: true) = kind { anchor == nil && tag == nil } else { false }
    }
  }

  /// What libyaml says when it cannot go on, in its words.
  struct Failure: Error {
    let problem: String
    let context: String
    /// Offsets in code points.
    let place: Int
    let contextPlace: Int?
  }

  private let parser: UnsafeMutablePointer<yaml_parser_t>
  private let input: UnsafeMutableBufferPointer<UInt8>
  /// libyaml counts a byte order mark as a column, so that the first line would seem indented; it is kept from it.
  private let skipped: Int

  init?(_ text: String) {
    let hasMark = text.unicodeScalars.first == "\u{FEFF}"
    skipped = hasMark ? 1 : 0
    let bytes = Array(text.utf8.dropFirst(hasMark ? 3 : 0))
    input = .allocate(capacity: max(1, bytes.count))
    _ = input.initialize(from: bytes)
    parser = .allocate(capacity: 1)
    guard yaml_parser_initialize(parser) == 1 else {
      input.deallocate()
      parser.deallocate()
      return nil
    }
    yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
    yaml_parser_set_input_string(parser, input.baseAddress, bytes.count)
  }

  func close() {
    yaml_parser_delete(parser)
    parser.deallocate()
    input.deallocate()
  }

  func next() -> Result<Event, Failure> {
    var event = yaml_event_t()
    guard yaml_parser_parse(parser, &event) == 1 else { return .failure(failure()) }
    defer { yaml_event_delete(&event) }
    let span = Span(skipped + Int(event.start_mark.index), skipped + Int(event.end_mark.index))
    switch event.type {
    case YAML_STREAM_START_EVENT: return .success(Event(kind: .streamStart, span: span))
    case YAML_DOCUMENT_START_EVENT: return .success(Event(kind: .documentStart, span: span))
    case YAML_DOCUMENT_END_EVENT: return .success(Event(kind: .documentEnd, span: span))
    case YAML_ALIAS_EVENT:
      return .success(Event(kind: .alias(text(event.data.alias.anchor) ?? ""), span: span))
    case YAML_SCALAR_EVENT:
      let scalar = event.data.scalar
      let bytes = UnsafeBufferPointer(start: scalar.value, count: scalar.length)
      let content = String(decoding: bytes, as: UTF8.self)
      let isPlain = scalar.style == YAML_PLAIN_SCALAR_STYLE
      return .success(
        Event(
          kind: .scalar(content, isPlain: isPlain), span: span, anchor: text(scalar.anchor), tag: text(scalar.tag)))
    case YAML_SEQUENCE_START_EVENT:
      let start = event.data.sequence_start
      return .success(Event(kind: .sequenceStart, span: span, anchor: text(start.anchor), tag: text(start.tag)))
    case YAML_SEQUENCE_END_EVENT: return .success(Event(kind: .sequenceEnd, span: span))
    case YAML_MAPPING_START_EVENT:
      let start = event.data.mapping_start
      return .success(Event(kind: .mappingStart, span: span, anchor: text(start.anchor), tag: text(start.tag)))
    case YAML_MAPPING_END_EVENT: return .success(Event(kind: .mappingEnd, span: span))
    default: return .success(Event(kind: .streamEnd, span: span))
    }
  }

  private func text(_ pointer: UnsafeMutablePointer<yaml_char_t>?) -> String? {
    guard let pointer else { return nil }
    return String(cString: pointer)
  }

  private func failure() -> Failure {
    let state = parser.pointee
    return Failure(
      problem: state.problem.map { String(cString: $0) } ?? "unknown problem",
      context: state.context.map { String(cString: $0) } ?? "",
      place: skipped + Int(state.problem == nil ? state.mark.index : state.problem_mark.index),
      contextPlace: state.context == nil ? nil : skipped + Int(state.context_mark.index))
  }
}
