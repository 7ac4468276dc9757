import Diagnostics
import FEEL
import PolicySource

/// Decisions in each of their forms.
extension Reader {
  mutating func decisions(_ node: Node?) -> [Decision<AsWritten>] {
    guard let node else { return [] }
    let keys = Key.decisionKeys + [Key.exceptions] + Key.splitKeys + Key.bestOfKeys + Key.quotaKeys
    return declarations(node, under: Key.decisions, keys: keys).compactMap { entry in
      requireName(entry)
      let decision = decision(entry)
      if decision == nil { unread.append(entry.key) }
      return decision
    }
  }

  mutating func decision(_ entry: Entry) -> Decision<AsWritten>? {
    let what = Wording(en: "the decision `\(entry.key)`", zh: "判定 `\(entry.key)` ")
    guard case .mapping = entry.value.kind else {
      guard let formula = written(entry.value, of: what) else { return nil }
      return Decision(
        name: entry.key, label: Wording(both: entry.key), type: nil, citations: [], readings: [], rounding: nil,
        because: nil, paidTo: nil, note: nil, form: .value(formula), location: entry.keyNode.location)
    }
    let entries = self.entries(entry.value, of: what)
    if let loose = entries.first(where: { Reader.isOfCase($0.key) }),
      !entries.contains(where: { Key.forms.contains($0.key) })
    {
      report(
        "missing-form", at: loose.keyNode.location, en: "`\(loose.key)` stands in no case of \(what[.en])",
        zh: "\(what[.zh])的 `\(loose.key)` 不在情形之中", help: Reader.helpForCases)
      refuseUnknown(entries.filter { !Reader.isOfCase($0.key) }, allowing: Key.decisionKeys, in: what)
      return nil
    }
    let more = [
      (Key.split, Key.splitKeys), (Key.bestOf, Key.bestOfKeys), (Key.rule, [Key.exceptions]),
      (Key.quota, Key.quotaKeys),
    ]
    refuseUnknown(
      entries, allowing: Key.decisionKeys + more.filter { entries[$0.0] != nil }.flatMap(\.1), in: what)
    guard let form = form(entries, of: what, named: entry) else { return nil }
    let isTyped = entries[Key.type] != nil || entries[Key.members] != nil
    let unit = entries[Key.unit].flatMap { text($0, of: what) }
    return Decision(
      name: entry.key, label: wording(entries[Key.label], of: what) ?? Wording(both: entry.key),
      type: isTyped
        ? declaredType(entries, of: what, at: entry.keyNode.location)
        : unit.map { .number(unit: $0) } ?? entries[Key.table].flatMap { outputType($0, of: what) },
      citations: citations(entries[Key.cite]), readings: names(entries[Key.reading], of: what),
      rounding: entries[Key.round].flatMap { rounding($0) }, because: template(entries[Key.because], of: what),
      paidTo: wording(entries[Key.paidTo], of: what), note: wording(entries[Key.note], of: what),
      wanted: aim(entries[Key.wanted], of: what), override: override(entries[Key.override], of: what), form: form,
      location: entry.keyNode.location)
  }

  /// Whether a key, as the document spells it, is one of the forms of a decision.
  private func isForm(_ word: String) -> Bool { spelled(Key.forms).contains(word) }

  private mutating func form(_ entries: [Entry], of what: Wording, named name: Entry) -> Form<AsWritten>? {
    let location = name.keyNode.location
    let present = entries.filter { Key.forms.contains($0.key) }
    guard let first = present.first else {
      // A form under a word that is almost its name, which has been told.
      guard !entries.contains(where: { meant(by: $0.key, among: Key.decisionKeys).map(isForm) ?? false }) else {
        return nil
      }
      let forms = Key.forms.map { "`‹\($0)›`" }
      report(
        "missing-form", at: location, en: "\(what[.en]) does not say how it is decided", zh: "\(what[.zh])没有写明如何判定",
        help: Wording(en: "add one of \(forms.joined(separator: ", "))", zh: "补上 \(forms.joined(separator: "、"))之一"))
      return nil
    }
    for extra in present.dropFirst() {
      report(
        "two-forms", at: extra.keyNode.location, en: "\(what[.en]) has both `‹\(first.key)›` and `‹\(extra.key)›`",
        zh: "\(what[.zh])同时有 `‹\(first.key)›` 和 `‹\(extra.key)›`",
        help: Wording(en: "make two decisions of it", zh: "拆成两个判定"))
    }
    switch first.key {
    case Key.value: return written(first.value, of: what).map { .value($0) }
    case Key.cases: return .cases(cases(first.value, of: what, at: location))
    case Key.table: return table(first.value, of: what, at: location).map { .table($0) }
    case Key.criteria: return group(first.value, of: what, at: location).map { .criteria($0) }
    case Key.rule: return rule(first.value, entries, of: what, at: location).map { .rule($0) }
    case Key.bestOf: return bestOf(first.value, entries, of: what, at: location).map { .bestOf($0) }
    case Key.byDate: return dated(first.value, named: name.key, of: what).map { .dated($0) }
    case Key.quota: return quota(first.value, entries, of: what, at: location).map { .quota($0) }
    default: return split(first.value, entries, of: what, at: location).map { .split($0) }
    }
  }

  /// `half up to 0.01`.
  mutating func rounding(_ node: Node) -> Rounding? {
    guard let text = text(node, of: Wording(en: "the rounding", zh: "取整")) else { return nil }
    let modes: [RoundingMode] = [.up, .down, .halfUp, .halfDown, .halfEven, .floor, .ceiling]
    for mode in modes where text.hasPrefix(mode.words + " to ") {
      guard let step = Decimal128(text.dropFirst(mode.words.count + " to ".count).trimmed), !step.isZero,
        !step.isNegative
      else { break }
      return Rounding(mode: mode, step: step)
    }
    report(
      "bad-rounding", at: node.location, en: "`\(text)` is not a rounding", zh: "`\(text)` 不是取整方式",
      help: Wording(
        en:
          "write `‹half up to 0.01›`; the other ways are \(modes.map { "`‹\($0.words) to 0.01›`" }.joined(separator: ", "))",
        zh: "写 `‹half up to 0.01›`（四舍五入到分）；可用 \(modes.map { "`‹\($0.words) to 0.01›`" }.joined(separator: "、"))"))
    return nil
  }

  // MARK: Cases

  private mutating func cases(_ node: Node, of what: Wording, at location: Location) -> [Case<AsWritten>] {
    guard case .sequence(let items) = node.kind else {
      report(
        "expected-list", at: node.location, en: "the cases of \(what[.en]) must be a list", zh: "\(what[.zh])的情形须为列表",
        help: Reader.helpForCases)
      return []
    }
    if items.isEmpty { reportEmpty(Key.cases, at: node.location) }
    let cases = items.compactMap { self.case($0, of: what) }
    if let early = cases.dropLast().first(where: { $0.when == nil }) {
      report(
        "unreachable-case", at: early.location, en: "no case after `‹otherwise›` is ever reached",
        zh: "`‹otherwise›` 之后的情形永远不会用到", help: Wording(en: "put `‹otherwise›` last", zh: "把 `‹otherwise›` 放在最后"))
    }
    if !cases.isEmpty, cases.allSatisfy({ $0.when != nil }), cases.count == items.count {
      report(
        "missing-otherwise", at: location, en: "\(what[.en]) does not say what holds otherwise",
        zh: "\(what[.zh])没有写明其他情形如何",
        help: Wording(en: "end the cases with `- ‹otherwise›: …`", zh: "最后加一条 `- ‹otherwise›: …`"))
    }
    return cases
  }

  private mutating func `case`(_ node: Node, of what: Wording) -> Case<AsWritten>? {
    let name = Wording(en: "a case of \(what[.en])", zh: "\(what[.zh])的情形")
    let entries = self.entries(node, of: name, help: Reader.helpForCases)
    refuseUnknown(entries, allowing: Key.caseKeys, in: name)
    let otherwise = entries.first { $0.key == Key.otherwise }
    if let otherwise, entries[Key.when] ?? entries[Key.then] != nil {
      report(
        "two-forms", at: otherwise.keyNode.location,
        en: "a case of \(what[.en]) has `‹otherwise›` beside `‹when›` and `‹then›`",
        zh: "\(what[.zh])的一条情形在 `‹when›`、`‹then›` 之外又写了 `‹otherwise›`",
        help: Wording(en: "begin another case with it: `- ‹otherwise›: …`", zh: "另起一条：`- ‹otherwise›: …`"))
      return nil
    }
    let key = otherwise == nil ? Key.then : Key.otherwise
    guard let result = entries[key] else {
      let wanted = entries[Key.when] == nil ? Key.otherwise : Key.then
      if !entries.isEmpty {
        require(
          [wanted], in: entries, allowing: Key.caseKeys, of: name, at: node.location, help: Reader.helpForCases)
      }
      return nil
    }
    if otherwise == nil, entries[Key.when] == nil {
      require([Key.when], in: entries, allowing: Key.caseKeys, of: name, at: node.location, help: Reader.helpForCases)
      return nil
    }
    let when = entries[Key.when].flatMap { written($0, of: what) }
    if otherwise == nil, when == nil { return nil }
    guard let then = written(result, of: what) else { return nil }
    return Case(
      when: key == Key.otherwise ? nil : when, then: then, because: template(entries[Key.because], of: what),
      citations: citations(entries[Key.cite]), readings: names(entries[Key.reading], of: what), location: node.location)
  }
}
