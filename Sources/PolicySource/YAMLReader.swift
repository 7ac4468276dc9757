/// Builds nodes from libyaml's events, within bounds: how deep, how many, how often an alias repeats.
struct YAMLReader {
  /// What an alias stands for, and how much it adds where it is repeated.
  private struct Anchor {
    let node: Node
    let count: Int
    let height: Int
  }

  /// After so many, the rest would only bury the first.
  private static let mostDiagnostics = 100

  private let lines: LineIndex
  private let limits: ReadingLimits
  private var anchors: [String: Anchor] = [:]
  private var diagnostics: [Diagnostic] = []
  private var count = 0
  private var depth = 0
  /// The greatest depth since the node at hand began.
  private var deepest = 0
  /// Where the last scalar, alias or bracket ended: libyaml ends a block only where the next begins.
  private var lastEnd = 0
  private var events: YAMLEvents

  static func document(_ text: String, lines: LineIndex, limits: ReadingLimits) throws(Unreadable) -> Node {
    if let diagnostic = DocumentText.forbidden(in: lines) ?? YAMLPrologue.problem(in: lines) {
      throw Unreadable([diagnostic])
    }
    guard YAMLPrologue.content(after: 0, in: lines) != nil else {
      throw Unreadable("empty-document", file: lines.file, en: "the document is empty", zh: "文件是空的")
    }
    guard let events = YAMLEvents(text) else {
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
    Diagnostic(
      code, location: lines.location(lines.trimmed(span)), message: Wording(en: en, zh: zh), help: help)
  }

  // MARK: Nodes

  private mutating func root() throws(Diagnostic) -> Node {
    var event = try next()
    while event.isStreamOrDocumentStart { event = try next() }
    if event.isEnd || event.isNothing {
      throw problem("empty-document", Span(0, 0), en: "the document is empty", zh: "文件是空的")
    }
    let node = try node(event)
    let end = try next()
    // Nothing but blank lines may follow. libyaml is not asked: it takes quadratic time over directives.
    guard let next = YAMLPrologue.content(after: end.span.end, in: lines) else {
      // A policy is never a single text, so the slip is all there is to say.
      if let slip = AuthorSlip.making(node, in: lines) { throw slip }
      return node
    }
    if lines.string(next..<next + 3) != "---", lines[next] != "%", case .failure(let failure) = events.next() {
      throw YAMLProblem(failure, in: lines).diagnostic
    }
    throw problem(
      "several-documents", Span(next, next + 3), en: "a file holds one document, and here a second begins",
      zh: "一个文件只能有一个文档，这里开始了第二个", help: Wording(en: "remove the line `---`", zh: "删去 `---` 一行"))
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
    if case .alias(let name) = event.kind { return try alias(name, at: event.span) }
    let properties = YAMLProperties(event, in: lines)
    let isText = try isText(event, properties)
    let (countBefore, deepestBefore) = (count, deepest)
    deepest = depth
    let node: Node
    switch event.kind {
    case .scalar(let text, let isPlain):
      let extent = Span(properties.end, event.span.end)
      lastEnd = lines.trimmed(extent).end
      node = self.node(.scalar(Scalar(text, isPlain: isPlain && !isText)), extent)
    case .sequenceStart: node = try sequence(from: event.span)
    case .mappingStart: node = try mapping(from: event.span)
    default: throw problem("yaml-syntax", event.span, en: "this is not YAML", zh: "这不是 YAML")
    }
    if let anchor = event.anchor {
      anchors[anchor] = Anchor(node: node, count: count - countBefore + 1, height: deepest - depth)
    }
    deepest = max(deepest, deepestBefore)
    return node
  }

  private func node(_ kind: Node.Kind, _ extent: Span) -> Node {
    Node(kind, location: lines.location(lines.trimmed(extent)), extent: extent)
  }

  /// Whether a tag makes a plain scalar a text; any tag but those that say what the node is anyway is refused.
  private func isText(_ event: YAMLEvents.Event, _ properties: YAMLProperties) throws(Diagnostic) -> Bool {
    guard let tag = event.tag else { return false }
    switch (event.kind, tag) {
    case (.scalar, "!"), (.scalar, "tag:yaml.org,2002:str"): return true
    case (.sequenceStart, "tag:yaml.org,2002:seq"), (.mappingStart, "tag:yaml.org,2002:map"), (_, "!"): return false
    default:
      let written = Quotation.of(properties.tag.map { lines.string($0.start..<$0.end) } ?? tag)
      throw problem(
        "unsupported-tag", properties.tag ?? event.span, en: "the tag `\(written)` means nothing here",
        zh: "标签 `\(written)` 在此没有意义",
        help: Wording(en: "remove it; put text that begins with `!` in quotes", zh: "请删去；以 `!` 开头的文字请加引号"))
    }
  }

  private func tooMany(at span: Span) -> Diagnostic {
    problem(
      "too-many-nodes", span, en: "the document holds more than \(limits.nodes) values",
      zh: "文件中的值超过 \(limits.nodes) 个", help: Wording(en: "look for aliases that repeat each other", zh: "检查是否有层层重复的别名"))
  }

  private mutating func alias(_ name: String, at span: Span) throws(Diagnostic) -> Node {
    let shown = Quotation.of(name)
    guard let anchor = anchors[name] else {
      throw problem(
        "unknown-alias", span, en: "nothing is marked `&\(shown)` before this", zh: "此前没有标记 `&\(shown)`",
        help: Wording(en: "put text that begins with `*` in quotes", zh: "以 `*` 开头的文字请加引号"))
    }
    lastEnd = span.end
    count += anchor.count - 1
    guard count <= limits.nodes else { throw tooMany(at: span) }
    // Aliases of aliases could grow deeper than any program that walks the nodes can follow.
    guard depth + anchor.height <= limits.depth else { throw tooDeep(at: span) }
    deepest = max(deepest, depth + anchor.height)
    return anchor.node
  }

  private func tooDeep(at span: Span) -> Diagnostic {
    problem(
      "too-deep", span, en: "lists and mappings are nested more than \(limits.depth) deep",
      zh: "列表和映射嵌套超过 \(limits.depth) 层")
  }

  private mutating func enter(at span: Span) throws(Diagnostic) {
    depth += 1
    deepest = max(deepest, depth)
    guard depth <= limits.depth else { throw tooDeep(at: span) }
    // Before its first entry a block has no width of its own.
    lastEnd = span.end
  }

  /// The extent of a list or mapping: to its closing bracket, or as far as its last entry.
  private mutating func leave(from start: Span, to end: Span) -> Span {
    depth -= 1
    if end.end > end.start { lastEnd = end.end }
    return Span(start.start, lastEnd)
  }

  private mutating func sequence(from start: Span) throws(Diagnostic) -> Node {
    try enter(at: start)
    var items: [Node] = []
    while true {
      let event = try next()
      if case .sequenceEnd = event.kind { return node(.sequence(items), leave(from: start, to: event.span)) }
      items.append(try node(event))
    }
  }

  private mutating func mapping(from start: Span) throws(Diagnostic) -> Node {
    try enter(at: start)
    var pairs: [(key: Node, value: Node)] = []
    var seen: [String: Node] = [:]
    while true {
      let event = try next()
      if case .mappingEnd = event.kind { return node(.mapping(pairs), leave(from: start, to: event.span)) }
      let key = try node(event)
      let name = try name(of: key, at: event.span)
      let value = try next()
      if value.isNothing, let slip = AuthorSlip.fullWidthColon(in: key.extent.start..<key.extent.end, of: lines) {
        throw slip
      }
      let node = try node(value)
      if let first = seen[name] {
        diagnostics.append(duplicate(name, event.span, first))
        if diagnostics.count >= YAMLReader.mostDiagnostics { throw diagnostics.removeLast() }
        continue
      }
      seen[name] = key
      pairs.append((key, node))
    }
  }

  private func name(of key: Node, at span: Span) throws(Diagnostic) -> String {
    guard case .scalar(let scalar) = key.kind else {
      throw problem(
        "complex-key", span, en: "a key must be a single word or text", zh: "键须为单个词或文字",
        help: Wording(en: "put text that begins with `[` or `{` in quotes", zh: "以 `[` 或 `{` 开头的文字请加引号"))
    }
    if scalar.isPlain, scalar.text.isEmpty {
      throw problem("yaml-syntax", span, en: "no key stands before this `:`", zh: "`:` 前没有键")
    }
    if scalar.isPlain, let slip = AuthorSlip.wideSpace(in: key.extent.start..<key.extent.end, of: lines) { throw slip }
    if scalar.isPlain, scalar.text == "<<" {
      throw problem(
        "merge-key", span, en: "`<<` means nothing here", zh: "`<<` 在此没有意义",
        help: Wording(en: "write the entries out", zh: "请逐项写出"))
    }
    return scalar.text
  }

  private func duplicate(_ name: String, _ span: Span, _ first: Node) -> Diagnostic {
    let shown = Quotation.of(name)
    let line = first.location.start.line
    return problem(
      "duplicate-key", span, en: "`\(shown)` stands twice; the first is in line \(line)",
      zh: "`\(shown)` 出现了两次，第一次在第 \(line) 行")
  }
}
