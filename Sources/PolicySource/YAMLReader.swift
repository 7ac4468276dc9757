internal import CLibYAML

/// Builds nodes from libyaml's events, within bounds: how deep, how many, how often an alias repeats.
struct YAMLReader {
  private let lines: LineIndex
  private let limits: ReadingLimits
  private var anchors: [String: (node: Node, count: Int)] = [:]
  private var diagnostics: [Diagnostic] = []
  private var count = 0
  private var depth = 0
  private var events: YAMLEvents

  static func document(_ text: String, lines: LineIndex, limits: ReadingLimits) throws(Unreadable) -> Node {
    guard let events = YAMLEvents(Array(text.utf8)) else {
      throw Unreadable("too-large", file: lines.file, en: "there is not enough memory", zh: "内存不足")
    }
    var reader = YAMLReader(lines: lines, limits: limits, events: events)
    defer { reader.events.close() }
    do throws(Diagnostic) {
      let root = try reader.root()
      if reader.diagnostics.isEmpty { return root }
    } catch {
      reader.diagnostics.append(error)
    }
    throw Unreadable(reader.diagnostics)
  }

  private init(lines: LineIndex, limits: ReadingLimits, events: YAMLEvents) {
    self.lines = lines
    self.limits = limits
    self.events = events
  }

  private func problem(_ code: String, _ span: Span, en: String, zh: String, help: Wording? = nil) -> Diagnostic {
    Diagnostic(code, location: lines.location(span), message: Wording(en: en, zh: zh), help: help)
  }

  // MARK: Nodes

  private mutating func root() throws(Diagnostic) -> Node {
    var event = try next()
    while event.isStreamOrDocumentStart { event = try next() }
    guard !event.isEnd else {
      throw problem("empty-document", Span(0, 0), en: "the document is empty", zh: "文件是空的")
    }
    let node = try node(event)
    _ = try next()
    let after = try next()
    guard after.isEnd else {
      throw problem(
        "several-documents", after.span, en: "a file holds one document, and here a second begins",
        zh: "一个文件只能有一个文档，这里开始了第二个", help: Wording(en: "remove the line `---`", zh: "删去 `---` 一行"))
    }
    return node
  }

  private mutating func next() throws(Diagnostic) -> YAMLEvents.Event {
    switch events.next() {
    case .success(let event): return event
    case .failure(let failure): throw YAMLProblem(failure, in: lines).diagnostic
    }
  }

  private mutating func node(_ event: YAMLEvents.Event) throws(Diagnostic) -> Node {
    count += 1
    guard count <= limits.nodes else { throw tooMany(at: event.span) }
    if let tag = event.tag, tag != "!", !tag.hasPrefix("tag:yaml.org,2002:") {
      throw problem(
        "unsupported-tag", event.span, en: "the tag `\(tag)` means nothing here", zh: "标签 `\(tag)` 在此没有意义",
        help: Wording(en: "remove it", zh: "请删去"))
    }
    let before = count
    let node: Node
    switch event.kind {
    case .alias(let name): return try alias(name, at: event.span)
    case .scalar(let text, let isPlain):
      node = Node(
        .scalar(Scalar(text, isPlain: isPlain)), location: lines.location(event.span), extent: event.span)
    case .sequenceStart: node = try sequence(from: event.span)
    case .mappingStart: node = try mapping(from: event.span)
    default: throw problem("yaml-syntax", event.span, en: "this is not YAML", zh: "这不是 YAML")
    }
    if let anchor = event.anchor { anchors[anchor] = (node, count - before + 1) }
    return node
  }

  private func tooMany(at span: Span) -> Diagnostic {
    problem(
      "too-many-nodes", span, en: "the document holds more than \(limits.nodes) values",
      zh: "文件中的值超过 \(limits.nodes) 个", help: Wording(en: "look for aliases that repeat each other", zh: "检查是否有层层重复的别名"))
  }

  private mutating func alias(_ name: String, at span: Span) throws(Diagnostic) -> Node {
    guard let anchor = anchors[name] else {
      throw problem(
        "unknown-alias", span, en: "nothing is marked `&\(name)` before this", zh: "此前没有标记 `&\(name)`",
        help: Wording(en: "put text that begins with `*` in quotes", zh: "以 `*` 开头的文字请加引号"))
    }
    count += anchor.count
    guard count <= limits.nodes else { throw tooMany(at: span) }
    return anchor.node
  }

  private mutating func enter(at span: Span) throws(Diagnostic) {
    depth += 1
    guard depth <= limits.depth else {
      throw problem(
        "too-deep", span, en: "lists and mappings are nested more than \(limits.depth) deep",
        zh: "列表和映射嵌套超过 \(limits.depth) 层")
    }
  }

  private mutating func sequence(from start: Span) throws(Diagnostic) -> Node {
    try enter(at: start)
    var items: [Node] = []
    while true {
      let event = try next()
      if case .sequenceEnd = event.kind {
        depth -= 1
        let extent = Span(start.start, event.span.end)
        return Node(.sequence(items), location: lines.location(extent), extent: extent)
      }
      items.append(try node(event))
    }
  }

  private mutating func mapping(from start: Span) throws(Diagnostic) -> Node {
    try enter(at: start)
    var pairs: [(key: Node, value: Node)] = []
    var seen: [String: Node] = [:]
    while true {
      let event = try next()
      if case .mappingEnd = event.kind {
        depth -= 1
        let extent = Span(start.start, event.span.end)
        return Node(.mapping(pairs), location: lines.location(extent), extent: extent)
      }
      let key = try node(event)
      guard case .scalar(let scalar) = key.kind else {
        throw problem("complex-key", key.extent, en: "a key must be a single word or text", zh: "键须为单个词或文字")
      }
      if scalar.isPlain, scalar.text == "<<" {
        throw problem("merge-key", key.extent, en: "`<<` means nothing here", zh: "`<<` 在此没有意义")
      }
      let value = try node(try next())
      if let first = seen[scalar.text] {
        let line = first.location.start.line
        diagnostics.append(
          problem(
            "duplicate-key", key.extent, en: "`\(scalar.text)` stands twice; the first is in line \(line)",
            zh: "`\(scalar.text)` 出现了两次，第一次在第 \(line) 行"))
        continue
      }
      seen[scalar.text] = key
      pairs.append((key, value))
    }
  }
}
