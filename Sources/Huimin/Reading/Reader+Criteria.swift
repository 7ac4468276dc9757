import Diagnostics
import FEEL
import PolicySource

/// Criteria, splits, changes and templates.
extension Reader {
  // MARK: Criteria

  /// `all:`, `any:` or `at least 2:` with criteria by name.
  mutating func group(_ node: Node, of what: Wording, at location: Location) -> CriteriaGroup<AsWritten>? {
    let entries = self.entries(node, of: what)
    guard let entry = entries.first, let rule = rule(entry.key), entries.count == 1 else {
      report(
        "bad-criteria", at: node.location, en: "the criteria of \(what[.en]) do not say how many must be met",
        zh: "\(what[.zh])没有写明须满足几项",
        help: entries.first.flatMap { Suggestion.didYouMean($0.key, among: [Key.all, Key.any, "\(Key.atLeast) 2"]) }
          ?? Wording(
            en: "write `all:`, `any:` or `at least 2:` above them", zh: "在上面写 `all:`、`any:` 或 `at least 2:`"))
      return nil
    }
    return group(rule, entry, of: what)
  }

  private mutating func group(_ rule: CriteriaRule, _ entry: Entry, of what: Wording) -> CriteriaGroup<AsWritten> {
    let entries = self.entries(entry.value, of: what)
    if entries.isEmpty { reportEmpty(entry.key, at: entry.keyNode.location) }
    if case .atLeast(let wanted) = rule, wanted > entries.count {
      report(
        "bad-criteria", at: entry.keyNode.location, en: "`\(entry.key)` of \(entries.count) criteria can never be met",
        zh: "只有 \(entries.count) 项条件，`\(entry.key)` 永远无法满足")
    }
    return CriteriaGroup(rule: rule, criteria: entries.compactMap { criterion($0) })
  }

  mutating func reportEmpty(_ key: String, at location: Location) {
    report("empty-value", at: location, en: "there is nothing under `\(key)`", zh: "`\(key)` 下面什么也没有")
  }

  private func rule(_ key: String) -> CriteriaRule? {
    if key == Key.all { return .all }
    if key == Key.any { return .any }
    guard key.hasPrefix(Key.atLeast + " "), let count = Int(key.dropFirst(Key.atLeast.count + 1)), count > 0 else {
      return nil
    }
    return .atLeast(count)
  }

  private mutating func criterion(_ entry: Entry) -> Criterion<AsWritten>? {
    let what = Wording(en: "the criterion `\(entry.key)`", zh: "条件 `\(entry.key)` ")
    guard case .mapping = entry.value.kind else {
      return written(entry.value, of: what).map { criterion(entry, [], .require($0), of: what) }
    }
    let entries = self.entries(entry.value, of: what)
    let groups = entries.filter { rule($0.key) != nil }
    refuseUnknown(entries, allowing: Key.criterionKeys + groups.map(\.key), in: what)
    let bodies = entries.filter { $0.key == Key.require || rule($0.key) != nil }
    if let extra = bodies.dropFirst().first {
      report(
        "two-forms", at: extra.keyNode.location, en: "\(what[.en]) has both `\(bodies[0].key)` and `\(extra.key)`",
        zh: "\(what[.zh])同时有 `\(bodies[0].key)` 和 `\(extra.key)`",
        help: Wording(en: "make two criteria of it", zh: "拆成两个条件"))
    }
    if let formula = entries[Key.require].flatMap({ written($0, of: what) }) {
      return criterion(entry, entries, .require(formula), of: what)
    }
    guard let inner = groups.first, let rule = rule(inner.key) else {
      missing(Key.require, in: what, at: entry.keyNode.location)
      return nil
    }
    return criterion(entry, entries, .group(group(rule, inner, of: what)), of: what)
  }

  private mutating func criterion(
    _ entry: Entry, _ entries: [Entry], _ body: Criterion<AsWritten>.Body, of what: Wording
  ) -> Criterion<AsWritten> {
    let waiver = entries[Key.waiveWhen].flatMap { written($0, of: what) }.map {
      Waiver<AsWritten>(when: $0, because: nil, citations: [], readings: [], origin: "")
    }
    return Criterion(
      name: entry.key, label: wording(entries[Key.label], of: what) ?? Wording(both: entry.key), body: body,
      citations: citations(entries[Key.cite]), readings: names(entries[Key.reading], of: what),
      evidence: wording(entries[Key.evidence], of: what), met: template(entries[Key.met], of: what),
      unmet: template(entries[Key.unmet], of: what), cure: template(entries[Key.cure], of: what),
      waivers: waiver.map { [$0] } ?? [], location: entry.keyNode.location)
  }

  // MARK: Splits

  mutating func split(_ node: Node, _ entries: [Entry], of what: Wording, at location: Location) -> Split<AsWritten>? {
    guard let whole = written(node, of: what) else { return nil }
    guard let among = entries[Key.among] else {
      missing(Key.among, in: what, at: location)
      return nil
    }
    let shares = self.entries(among, of: what).compactMap { share($0, of: what) }
    if case .mapping(let pairs) = among.kind, pairs.isEmpty { reportEmpty(Key.among, at: among.location) }
    requireWhole(shares, at: among.location)
    let rests = shares.filter { if case .rest = $0.amount { true } else { false } }
    for extra in rests.dropFirst() {
      report("two-rests", at: extra.location, en: "only one payer can bear the rest", zh: "只能有一方承担其余部分")
    }
    let remainder = entries[Key.remainder].flatMap { named($0, of: what) }
    requireTaker(shares, remainder: remainder, hasRest: !rests.isEmpty, of: what, at: location)
    var reduces = false
    if let node = entries[Key.ifOver], let text = text(node, of: what) {
      reduces = text == Key.reduceInOrder
      if !reduces, text != "error" {
        report(
          "not-a-choice", at: node.location, en: "`\(text)` is no rule for shares that exceed the whole",
          zh: "`\(text)` 不是超出总额时的规则",
          help: Wording(en: "write `\(Key.reduceInOrder)` or `error`", zh: "写 `\(Key.reduceInOrder)` 或 `error`"))
      }
    }
    return Split(
      whole: whole, shares: shares, rounding: entries[Key.round].flatMap { rounding($0) } ?? .fen,
      remainder: remainder, reducesInOrder: reduces)
  }

  private mutating func requireTaker(
    _ shares: [Split<AsWritten>.Share], remainder: Named?, hasRest: Bool, of what: Wording, at location: Location
  ) {
    if let remainder, !shares.contains(where: { $0.name == remainder.name }) {
      report(
        "unknown-name", at: remainder.location, en: "`\(remainder.name)` is none of the payers",
        zh: "`\(remainder.name)` 不是出资方", help: Suggestion.didYouMean(remainder.name, among: shares.map(\.name)))
    } else if let remainder, hasRest {
      report(
        "two-rests", at: remainder.location, en: "one payer bears the rest already, so nothing is left over",
        zh: "已有一方承担其余部分，不会再有余数", help: Wording(en: "leave `remainder:` out", zh: "删去 `remainder:`"))
    } else if remainder == nil, !hasRest {
      report(
        "no-remainder", at: location, en: "\(what[.en]) does not say who takes what rounding leaves over",
        zh: "\(what[.zh])没有写明取整后的余数由谁承担",
        help: Wording(en: "let one payer bear `the rest`, or add `remainder:`", zh: "让一方承担 `the rest`，或补上 `remainder:`")
      )
    }
  }

  /// Percentages alone must make up the whole.
  private mutating func requireWhole(_ shares: [Split<AsWritten>.Share], at location: Location) {
    var sum = Decimal128.zero
    for share in shares {
      guard case .fraction(let fraction) = share.amount, let next = sum.adding(fraction) else { return }
      sum = next
    }
    guard !shares.isEmpty, sum != 1, let percent = sum.multiplied(by: 100) else { return }
    report(
      "shares-do-not-sum", at: location, en: "the shares make \(percent.trimmedText) % of the whole",
      zh: "各方份额之和为总额的 \(percent.trimmedText)%",
      help: Wording(en: "let one payer bear `the rest`", zh: "让一方承担 `the rest`"))
  }

  /// `payer: amount`, or `payer: { amount: …, label: … }`.
  private mutating func share(_ entry: Entry, of what: Wording) -> Split<AsWritten>.Share? {
    var node = entry.value
    var label: Wording?
    if case .mapping = node.kind {
      let entries = self.entries(node, of: what)
      refuseUnknown(entries, allowing: Key.shareKeys, in: what)
      label = wording(entries[Key.label], of: what)
      guard let amount = entries[Key.amount] else {
        missing(Key.amount, in: what, at: entry.keyNode.location)
        return nil
      }
      node = amount
    }
    guard let written = written(node, of: what) else { return nil }
    let amount: Split<AsWritten>.Amount =
      if written.text == Key.theRest {
        .rest
      } else if let fraction = Reader.fraction(written.text) {
        .fraction(fraction)
      } else {
        .formula(written)
      }
    return Split.Share(
      name: entry.key, label: label ?? Wording(both: entry.key), amount: amount, location: entry.keyNode.location)
  }

  // MARK: Changes by an amending policy

  mutating func changes(_ node: Node?, origin: String) -> [Change] {
    guard let node else { return [] }
    return self.entries(node, of: Wording(en: "`changes`", zh: "`changes`")).compactMap { change($0, origin: origin) }
  }

  /// `decision / criterion: { waive when: … }`, or `decision: { replace by: { … } }`.
  private mutating func change(_ entry: Entry, origin: String) -> Change? {
    let what = Wording(en: "the change `\(entry.key)`", zh: "修改 `\(entry.key)` ")
    let path = entry.key.split(separator: "/").map(\.trimmed)
    let location = entry.keyNode.location
    guard let decision = path.first, path.count <= 2 else {
      report("bad-change", at: location, en: "\(what[.en]) names no decision", zh: "\(what[.zh])没有指明判定")
      return nil
    }
    let entries = self.entries(entry.value, of: what)
    let criterion = path.count == 2 ? Named(name: path[1], location: location) : nil
    let target = Named(name: decision, location: location)
    if let when = entries[Key.waiveWhen].flatMap({ written($0, of: what) }) {
      refuseUnknown(entries, allowing: Key.waiverKeys, in: what)
      let waiver = Waiver<AsWritten>(
        when: when, because: template(entries[Key.because], of: what), citations: citations(entries[Key.cite]),
        readings: names(entries[Key.reading], of: what), origin: origin)
      return Change(decision: target, criterion: criterion, kind: .waive(waiver))
    }
    if let replacement = entries[Key.replace] {
      if let criterion {
        report(
          "bad-change", at: criterion.location, en: "a criterion can be waived, not replaced", zh: "条件只能豁免，不能替换",
          help: Wording(en: "replace the whole decision `\(decision)`", zh: "请替换整个判定 `\(decision)`"))
        return nil
      }
      refuseUnknown(entries, allowing: Key.replacementKeys, in: what)
      return self.decision(Entry(key: decision, keyNode: entry.keyNode, value: replacement)).map {
        Change(decision: target, criterion: nil, kind: .replace($0))
      }
    }
    report(
      "bad-change", at: location, en: "\(what[.en]) does not say what changes", zh: "\(what[.zh])没有写明改什么",
      help: Wording(
        en: "write `\(Key.waiveWhen):` or `\(Key.replace):`", zh: "写 `\(Key.waiveWhen):` 或 `\(Key.replace):`"))
    return nil
  }

  // MARK: Templates

  /// Text with `{expression}` in it, in one or both languages.
  mutating func template(_ node: Node?, of what: Wording) -> WrittenTemplate? {
    guard let node else { return nil }
    guard case .mapping = node.kind else {
      guard let written = written(node, of: what) else { return nil }
      let pieces = self.pieces(of: written)
      return WrittenTemplate(en: pieces, zh: pieces)
    }
    let entries = self.entries(node, of: what)
    refuseUnknown(entries, allowing: Key.languages, in: what)
    let en = entries["en"].flatMap { written($0, of: what) }.map { pieces(of: $0) }
    let zh = entries["zh"].flatMap { written($0, of: what) }.map { pieces(of: $0) }
    return WrittenTemplate(en: en ?? zh, zh: zh ?? en)
  }

  private mutating func pieces(of written: Written) -> [WrittenTemplate.Piece] {
    let scalars = Array(written.text.unicodeScalars)
    if let brace = scalars.firstIndex(where: { $0 == "｛" || $0 == "｝" }) {
      report(
        "full-width-punctuation", at: written.location(of: Span(brace, brace + 1)), en: "this brace is full-width",
        zh: "花括号是全角的", help: Wording(en: "write the half-width `{` and `}`", zh: "用半角 `{` 和 `}`"))
    }
    var pieces: [WrittenTemplate.Piece] = []
    var start = 0
    func text(_ from: Int, _ to: Int) -> String {
      var view = String.UnicodeScalarView()
      view.append(contentsOf: scalars[from..<to])
      return String(view)
    }
    while let open = scalars[start...].firstIndex(of: "{") {
      guard let close = scalars[open...].firstIndex(of: "}") else {
        report(
          "unclosed-brace", at: written.location(of: Span(open, open + 1)), en: "this `{` is never closed",
          zh: "`{` 没有对应的 `}`")
        break
      }
      if open > start { pieces.append(.text(text(start, open))) }
      pieces.append(.expression(text(open + 1, close), scalar: written, offset: open + 1))
      start = close + 1
    }
    if start < scalars.count { pieces.append(.text(text(start, scalars.count))) }
    return pieces
  }
}
