import Diagnostics
import FEEL
import PolicySource

/// Reads nodes of a document into the parts of a policy, and keeps every problem that it meets on the way, so that an
/// author sees all of them at once.
struct Reader {
  let document: Document
  /// The document with its words in English.
  let root: Node
  /// The language of its words.
  let language: Language
  private(set) var diagnostics: [Diagnostic] = []
  /// Whether names may have been declared where nothing could be read, so that none can be said to be unknown.
  var lacksNames = false
  /// Names that are declared, by something that could not be read: nothing more is to be said of them.
  var unread: [String] = []
  /// Files beside the document that were read for it.
  var tables: [(file: String, bytes: [UInt8])] = []
  /// Reads a file beside the document.
  let readTable: (String) throws(Unreadable) -> [UInt8]

  /// - Parameters:
  ///   - part: what the document is.
  ///   - readTable: reads a file beside the document.
  init(
    _ document: Document, as part: Part,
    readTable: @escaping (String) throws(Unreadable) -> [UInt8] = { path throws(Unreadable) in try SourceFile.read(path)
    }
  ) {
    self.readTable = readTable
    let translation = Translation(document.root, as: part)
    self.document = document
    root = translation.root
    language = translation.language
    diagnostics = translation.diagnostics
  }

  mutating func report(
    _ code: String, at location: Location, severity: Diagnostic.Severity = .error, en: String, zh: String,
    help: Wording? = nil
  ) {
    let found = Diagnostic(code, severity: severity, location: location, message: Wording(en: en, zh: zh), help: help)
    diagnostics.append(found.spelled(in: language))
  }

  mutating func append(_ problem: Diagnostic) { diagnostics.append(problem.spelled(in: language)) }

  /// Words of the language, as this document writes them.
  func spelled(_ words: [String]) -> [String] { words.map { Vocabulary.spelled($0, in: language) } }

  // MARK: Mappings

  /// An entry of a mapping.
  struct Entry {
    let key: String
    let keyNode: Node
    let value: Node
  }

  /// The entries of a mapping; of anything else none, with a diagnostic that says what belongs here.
  ///
  /// - Parameter help: how that is written, where an example says more than `key: value`.
  mutating func entries(_ node: Node, of what: Wording, help: Wording? = nil) -> [Entry] {
    guard case .mapping(let pairs) = node.kind else {
      if let slip = document.slip(making: node) {
        diagnostics.append(slip)
      } else if !node.isNull {
        report(
          "expected-mapping", at: node.location, en: "\(what[.en]) must be `key: value` pairs",
          zh: "\(what[.zh])须为 `键: 值`", help: help)
      }
      return []
    }
    return pairs.compactMap { pair in
      guard case .scalar(let scalar) = pair.key.kind else { return nil }
      return Entry(key: scalar.text, keyNode: pair.key, value: pair.value)
    }
  }

  /// Reports keys that mean nothing here, with the one that was probably meant.
  mutating func refuseUnknown(_ entries: [Entry], allowing keys: [String], in what: Wording) {
    for (position, entry) in entries.enumerated() where !keys.contains(entry.key) {
      let words = spelled(keys)
      // `{ when: kind in (a, b), then: 1 }`: to YAML the value ends at the comma.
      if entry.value.isNull, position > 0, entries[position - 1].value.scalarText?.hasOpenBracket == true {
        report(
          "unquoted-comma", at: entry.keyNode.location,
          en: "the `,` before `\(entry.key)` ends the text, and this is left over",
          zh: "`\(entry.key)` 前的 `,` 使文字提前结束，剩下了这一段",
          help: Wording(en: "put text that holds a `,` in quotes", zh: "含有 `,` 的文字请加引号"))
        continue
      }
      report(
        "unknown-key", at: entry.keyNode.location, en: "unknown key `‹\(entry.key)›` in \(what[.en])",
        zh: "\(what[.zh])中有未知的键 `‹\(entry.key)›`",
        help: didYouMean(entry.key, among: keys) ?? helpForMisplaced(entry.key, allowing: keys)
          ?? (entry.value.isNull
            ? Wording(en: "put text that holds a `,` in quotes", zh: "含有 `,` 的文字请加引号")
            : Wording(
              en: "the keys are \(words.map { "`\($0)`" }.joined(separator: ", "))",
              zh: "可用的键：\(words.map { "`\($0)`" }.joined(separator: "、"))")))
    }
  }

  /// Reports each key that is missing, unless another was so like it that it was only misspelt.
  mutating func require(
    _ keys: [String], in entries: [Entry], allowing known: [String], of what: Wording, at location: Location,
    help: Wording? = nil
  ) {
    let misspelt = entries.map(\.key).filter { !known.contains($0) }.compactMap { meant(by: $0, among: known) }
    for key in keys where entries[key] == nil && !misspelt.contains(Vocabulary.spelled(key, in: language)) {
      missing(key, in: what, at: location, help: help)
    }
  }

  // MARK: Scalars

  /// The text of a scalar, or `nil` with a diagnostic.
  mutating func text(_ node: Node, of what: Wording) -> String? {
    if case .scalar(let scalar) = node.kind {
      guard scalar.isNull else { return scalar.text }
      report(
        "empty-value", at: node.location, en: "a value is missing here in \(what[.en])", zh: "\(what[.zh])此处缺少值",
        help: scalar.text == "null"
          ? Wording(en: "to answer with nothing, quote it: `'null'`", zh: "若答案就是空值，请加引号：`'null'`") : nil)
      return nil
    }
    // A range in brackets is a list to YAML.
    let isRange = if case .sequence(let items) = node.kind { items.count == 1 } else { false }
    report(
      "expected-text", at: node.location, en: "\(what[.en]) must be a single value", zh: "\(what[.zh])须为单个值",
      help: isRange ? Wording(en: "put the whole in quotes: `\"[0..500]\"`", zh: "整体加引号：`\"[0..500]\"`") : nil)
    return nil
  }

  mutating func written(_ node: Node, of what: Wording) -> Written? {
    text(node, of: what).map { Written(text: $0, node: node, document: document) }
  }

  mutating func named(_ node: Node, of what: Wording) -> Named? {
    text(node, of: what).map { Named(name: $0, location: node.location) }
  }

  /// A name alone, or a list of names.
  mutating func names(_ node: Node?, of what: Wording) -> [Named] {
    guard let node else { return [] }
    if case .sequence(let items) = node.kind { return items.compactMap { named($0, of: what) } }
    return named(node, of: what).map { [$0] } ?? []
  }

  /// `{ zh: …, en: … }`, or one text for both languages.
  mutating func wording(_ node: Node?, of what: Wording) -> Wording? {
    guard let node else { return nil }
    guard case .mapping = node.kind else { return text(node, of: what).map(Wording.init(both:)) }
    let entries = entries(node, of: what)
    refuseUnknown(entries, allowing: Key.languages, in: what)
    return Wording(
      en: entries[Language.en.rawValue].flatMap { text($0, of: what) },
      zh: entries[Language.zh.rawValue].flatMap { text($0, of: what) })
  }

  mutating func date(_ node: Node, of what: Wording) -> CalendarDate? {
    guard let text = text(node, of: what) else { return nil }
    return date(text, at: node.location)
  }

  mutating func date(_ text: String, at location: Location) -> CalendarDate? {
    if let date = CalendarDate(text) { return date }
    let meant = MeantDate(text)
    if case .noSuchDay(let why)? = meant {
      report("bad-date", at: location, en: "there is no day `\(text)`", zh: "没有 `\(text)` 这一天", help: why)
    } else {
      report(
        "bad-date", at: location, en: "`\(text)` is not a date", zh: "`\(text)` 不是日期",
        help: meant?.help() ?? Wording(en: "write year-month-day: `2025-12-22`", zh: "写成 年-月-日：`2025-12-22`"))
    }
    return nil
  }

  /// One of a closed set of words.
  mutating func choice<Choice: RawRepresentable & CaseIterable>(_ node: Node?, of what: Wording, as _: Choice.Type)
    -> Choice? where Choice.RawValue == String
  {
    guard let node, let text = text(node, of: what) else { return nil }
    if let choice = Choice(rawValue: text) { return choice }
    let choices = Choice.allCases.map(\.rawValue)
    let words = choices.map { Phrase.word(choices).spelled($0, in: language) }
    report(
      "not-a-choice", at: node.location, en: "`\(text)` is no \(what[.en])", zh: "`\(text)` 不是\(what[.zh])",
      help: didYouMean(text, among: choices, as: .word(choices))
        ?? Wording(
          en: "write one of \(words.map { "`\($0)`" }.joined(separator: ", "))",
          zh: "可写 \(words.map { "`\($0)`" }.joined(separator: "、"))"))
    return nil
  }

  mutating func missing(_ key: String, in what: Wording, at location: Location, help: Wording? = nil) {
    report(
      "missing-key", at: location, en: "\(what[.en]) has no `‹\(key)›`", zh: "\(what[.zh])缺少 `‹\(key)›`", help: help)
  }
}

extension [Reader.Entry] {
  subscript(key: String) -> Node? { first { $0.key == key }?.value }
}

extension String {
  /// Whether a bracket is opened in it and not closed.
  fileprivate var hasOpenBracket: Bool {
    var depth = 0
    for character in self {
      if "([{".contains(character) { depth += 1 }
      if ")]}".contains(character) { depth -= 1 }
    }
    return depth > 0
  }
}
