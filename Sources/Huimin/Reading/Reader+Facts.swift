import Diagnostics
import FEEL
import PolicySource

/// Facts, parameters and open terms.
extension Reader {
  mutating func facts(_ node: Node?) -> [Fact] {
    guard let node else { return [] }
    return declarations(node, under: Key.facts, keys: Key.factKeys).map { fact($0) }
  }

  private mutating func fact(_ entry: Entry) -> Fact {
    let what = Wording(en: "the fact `\(entry.key)`", zh: "事实 `\(entry.key)` ")
    requireName(entry)
    if FactReader.isOfOverrides(entry.key) {
      report(
        "bad-name", at: entry.keyNode.location,
        en: "a fact cannot be called `\(entry.key)`: under this word records give what was decided otherwise",
        zh: "事实不能叫 `\(entry.key)`：资料中这个词用来写另行决定")
    }
    guard case .mapping = entry.value.kind, entry.value.describesFact else {
      return Fact(
        name: entry.key, type: type(entry.value, of: what) ?? .unreadable, label: Wording(both: entry.key),
        question: nil, evidence: nil, note: nil, judgement: nil, changeability: nil,
        range: nil, location: entry.keyNode.location)
    }
    let entries = self.entries(entry.value, of: what)
    refuseUnknown(
      entries,
      allowing: Key.factKeys,
      in: what)
    return Fact(
      name: entry.key, type: declaredType(entries, of: what, at: entry.keyNode.location) ?? .unreadable,
      label: wording(entries[Key.label], of: what) ?? Wording(both: entry.key),
      question: wording(entries[Key.ask], of: what), evidence: wording(entries[Key.evidence], of: what),
      note: wording(entries[Key.note], of: what), judgement: judgement(entries[Key.judgement], of: what),
      changeability: changeability(entries[Key.canChange]),
      range: entries[Key.range].flatMap { written($0, of: what) }, location: entry.keyNode.location)
  }

  /// A name must be readable in an expression: it may not begin with a digit, nor be a word of FEEL.
  mutating func requireName(_ entry: Entry) {
    if case .success = Parser.nameCheck(entry.key) { return }
    report(
      "bad-name", at: entry.keyNode.location, en: "`\(entry.key)` cannot be used as a name in an expression",
      zh: "`\(entry.key)` 不能用作表达式中的名称",
      help: Wording(
        en: "begin with a letter or Chinese character, and avoid words such as `and`, `in`, `if`",
        zh: "以字母或汉字开头，不要与 `and`、`in`、`if` 等词相同"))
  }

  // MARK: Types

  /// `type:` with its `of:` and `unit:`.
  mutating func declaredType(_ entries: [Entry], of what: Wording, at location: Location) -> FactType? {
    if let members = entries[Key.members] { return choice(members, of: what) }
    guard let node = entries[Key.type] else {
      missing(Key.type, in: what, at: location)
      return nil
    }
    let unit = entries[Key.unit].flatMap { text($0, of: what) }
    if case .scalar(let scalar) = node.kind, scalar.text == "list", let of = entries[Key.of] {
      return recordOrType(of, of: what).map { .list($0) }
    }
    switch type(node, of: what) {
    case .number?: return .number(unit: unit)
    case .integer?: return .integer(unit: unit)
    case let type: return type
    }
  }

  /// A type written alone: a word, a list of members, or the fields of a record.
  mutating func type(_ node: Node, of what: Wording) -> FactType? {
    switch node.kind {
    case .sequence: return choice(node, of: what)
    case .mapping(let pairs) where pairs.count == 1 && node[Key.members] != nil:
      return node[Key.members].flatMap { choice($0, of: what) }
    case .mapping: return recordOrType(node, of: what)
    case .scalar:
      guard let text = text(node, of: what) else { return nil }
      if let type = Reader.types[text] { return type }
      if text.hasPrefix("list of "), let element = Reader.types[String(text.dropFirst("list of ".count))] {
        return .list(element)
      }
      let words = Reader.typeWords.map { Phrase.type.spelled($0, in: language) }
      let list = Phrase.type.spelled("list of money", in: language)
      report(
        "unknown-type", at: node.location, en: "unknown type `\(text)`", zh: "未知类型 `\(text)`",
        help: didYouMean(text, among: Phrase.types, as: .type)
          ?? Wording(
            en: "write \(words.map { "`\($0)`" }.joined(separator: ", ")), `\(list)` or `[member, member]`",
            zh: "可写 \(words.map { "`\($0)`" }.joined(separator: "、"))、`\(list)` 或 `[选项, 选项]`"))
      return nil
    }
  }

  /// Members as a list, or each with what people call it.
  private mutating func choice(_ node: Node, of what: Wording) -> FactType? {
    var members: [String] = []
    var labels: [String: Wording] = [:]
    if case .sequence(let items) = node.kind {
      members = items.compactMap { text($0, of: what) }
    } else {
      for entry in entries(node, of: what) {
        members.append(entry.key)
        labels[entry.key] = wording(entry.value, of: what)
      }
    }
    if let slip = members.first(where: { $0.contains("，") || $0.contains("、") }), case .sequence = node.kind {
      report(
        "full-width-punctuation", at: node.location, en: "`\(slip)` is one member with a full-width comma in it",
        zh: "`\(slip)` 含有全角标点，会成为一个选项",
        help: Wording(en: "write the half-width `,` between members", zh: "选项之间用半角 `,`"))
    }
    if Set(members).count < members.count {
      report("duplicate-member", at: node.location, en: "\(what[.en]) lists a member twice", zh: "\(what[.zh])的选项重复")
    }
    return .choice(members, labels: labels)
  }

  mutating func recordOrType(_ node: Node, of what: Wording) -> FactType? {
    guard case .mapping = node.kind, node[Key.members] == nil else { return type(node, of: what) }
    var fields: [FactType.Field] = []
    for entry in entries(node, of: what) {
      requireName(entry)
      fields.append(field(entry, of: what))
    }
    return .record(fields)
  }

  /// `name: text`, or with what people call it: `name: { type: text, label: … }`.
  private mutating func field(_ entry: Entry, of what: Wording) -> FactType.Field {
    guard case .mapping = entry.value.kind, entry.value[Key.type] != nil || entry.value[Key.label] != nil else {
      return FactType.Field(name: entry.key, label: nil, type: type(entry.value, of: what) ?? .unreadable)
    }
    let inner = Wording(en: "the field `\(entry.key)` of \(what[.en])", zh: "\(what[.zh])的字段 `\(entry.key)` ")
    let entries = self.entries(entry.value, of: inner)
    refuseUnknown(entries, allowing: Key.fieldKeys, in: inner)
    let label = wording(entries[Key.label], of: inner)
    return FactType.Field(
      name: entry.key, label: label,
      type: declaredType(entries, of: inner, at: entry.keyNode.location) ?? .unreadable)
  }

  static let typeWords = ["boolean", "number", "integer", "years", "money", "percent", "date", "text"]
  private static let types: [String: FactType] = [
    "boolean": .boolean, "number": .number(unit: nil), "integer": .integer(unit: nil), "years": .years,
    "money": .money, "percent": .percent, "date": .date, "text": .text,
  ]

  // MARK: Parameters

  mutating func parameters(_ node: Node?) -> [Parameter] {
    guard let node else { return [] }
    return declarations(node, under: Key.parameters, keys: Key.parameterKeys).map { parameter($0) }
  }

  private mutating func parameter(_ entry: Entry) -> Parameter {
    let what = Wording(en: "the parameter `\(entry.key)`", zh: "参数 `\(entry.key)` ")
    requireName(entry)
    let entries = self.entries(entry.value, of: what)
    let words = Key.parameterKeys
    var type: FactType?
    if entries[Key.type] != nil { type = declaredType(entries, of: what, at: entry.keyNode.location) }
    let shared = citations(entries[Key.source]) + citations(entries[Key.cite])
    var values: [Parameter.DatedValue] = []
    var isPercent = false
    for dated in entries where !words.contains(dated.key) {
      guard dated.key.first?.isNumber == true else {
        refuseUnknown([dated], allowing: words, in: what)
        continue
      }
      guard let from = date(dated.key, at: dated.keyNode.location) else { continue }
      guard let value = datedValue(dated.value, as: type, from: from, of: what) else { continue }
      isPercent = isPercent || value.isPercent
      values.append(value.dated)
    }
    if values.isEmpty, entries.allSatisfy({ words.contains($0.key) }) {
      report(
        "no-value", at: entry.keyNode.location, en: "\(what[.en]) has no value", zh: "\(what[.zh])没有值",
        help: Wording(en: "give the day from which a value holds: `2025-12-22: 10%`", zh: "写明自何日起为何值：`2025-12-22: 10%`")
      )
    }
    return Parameter(
      name: entry.key, label: wording(entries[Key.label], of: what) ?? Wording(both: entry.key),
      type: type ?? (isPercent ? .percent : nil), values: values.sorted { $0.from < $1.from }, citations: shared,
      location: entry.keyNode.location)
  }

  /// `10%`, or `{ value: 10%, cite: notice 3 }`.
  private mutating func datedValue(_ node: Node, as type: FactType?, from: CalendarDate, of what: Wording)
    -> (dated: Parameter.DatedValue, isPercent: Bool)?
  {
    var citations: [Citation] = []
    var valueNode = node
    if case .mapping = node.kind {
      let entries = self.entries(node, of: what)
      refuseUnknown(entries, allowing: Key.datedValueKeys, in: what)
      citations = self.citations(entries[Key.cite]) + self.citations(entries[Key.source])
      guard let inner = entries[Key.value] else {
        missing(Key.value, in: what, at: node.location)
        return nil
      }
      valueNode = inner
    }
    guard let text = text(valueNode, of: what) else { return nil }
    if text.contains("％") {
      report(
        "full-width-punctuation", at: valueNode.location, en: "`\(text)` has a full-width percent sign",
        zh: "`\(text)` 的百分号是全角的", help: Wording(en: "write the half-width `%`", zh: "用半角 `%`"))
      return nil
    }
    if let fraction = Reader.fraction(text) {
      return (
        Parameter.DatedValue(
          from: from, value: .number(fraction), citations: citations, isPercent: true, location: valueNode.location),
        true
      )
    }
    return (
      Parameter.DatedValue(
        from: from, value: literal(valueNode, text, as: type), citations: citations, isPercent: false,
        location: valueNode.location), false
    )
  }

  /// A plain value of a parameter: number, boolean, date or text. Null where it could not be read.
  private mutating func literal(_ node: Node, _ text: String, as type: FactType?) -> Value {
    guard case .scalar(let scalar) = node.kind, scalar.isPlain else { return .string(text) }
    if let number = Decimal128(text) { return .number(number) }
    if let truth = scalar.boolean { return .boolean(truth) }
    if text.hasDateShape { return date(text, at: node.location).map { .date($0) } ?? .null }
    if type?.isNumber ?? true, let amount = AmountInWords(text) {
      report(
        "type-mismatch", at: node.location, en: "`\(text)` is a text, not a number", zh: "`\(text)` 是文字，不是数",
        help: amount.help(isTyped: type != nil))
      return .null
    }
    return .string(text)
  }

  /// `10%` as 0.10, its digits kept; `nil` for anything that is no percentage.
  static func fraction(_ text: String) -> Decimal128? {
    guard text.hasSuffix("%"), let number = Decimal128(text.dropLast().trimmed) else { return nil }
    return number.multiplied(by: Decimal128("0.01") ?? 0)
  }

  // MARK: Open terms

  mutating func openTerms(_ node: Node?) -> [OpenTerm] {
    guard let node else { return [] }
    return declarations(node, under: Key.open, keys: Key.openTermKeys).map { entry in
      let what = Wording(en: "the open term `\(entry.key)`", zh: "待定事项 `\(entry.key)` ")
      requireName(entry)
      let entries = self.entries(entry.value, of: what)
      refuseUnknown(
        entries,
        allowing: Key.openTermKeys, in: what)
      let type = declaredType(entries, of: what, at: entry.keyNode.location) ?? .unreadable
      var levels: [Level] = []
      if let node = entries[Key.filledBy] {
        let nodes = if case .sequence(let items) = node.kind { items } else { [node] }
        levels = nodes.compactMap { choice($0, of: Wording(en: "level", zh: "层级"), as: Level.self) }
      }
      return OpenTerm(
        name: entry.key, label: wording(entries[Key.label], of: what) ?? Wording(both: entry.key), type: type,
        question: wording(entries[Key.ask], of: what), filledBy: levels, note: wording(entries[Key.note], of: what),
        changeability: changeability(entries[Key.canChange]),
        range: entries[Key.range].flatMap { written($0, of: what) },
        fallback: entries[Key.fallback].flatMap { written($0, of: what) }, citations: citations(entries[Key.cite]),
        location: entry.keyNode.location)
    }
  }
}

extension Node {
  /// Whether a mapping under a fact's name describes the fact, and is not the fields of a record.
  fileprivate var describesFact: Bool {
    Key.describing.contains { self[$0] != nil }
  }
}

extension String {
  /// Whether this is four digits, two and two with hyphens between, so that a date is meant.
  fileprivate var hasDateShape: Bool {
    let parts = split(separator: "-", omittingEmptySubsequences: false)
    return parts.map(\.count) == [4, 2, 2] && parts.allSatisfy { $0.allSatisfy { $0.isASCII && $0.isNumber } }
  }
}
