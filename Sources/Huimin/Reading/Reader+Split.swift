import Diagnostics
import FEEL
import PolicySource

/// Who pays what.
extension Reader {
  mutating func split(_ node: Node, _ entries: [Entry], of what: Wording, at location: Location) -> Split<AsWritten>? {
    guard let whole = written(node, of: what) else { return nil }
    guard let among = entries[Key.among] else {
      missing(Key.among, in: what, at: location)
      return nil
    }
    var groups: [Split<AsWritten>.Group] = []
    let shares = self.entries(among, of: what).flatMap { self.shares($0, &groups, of: what) }
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
          help: Wording(en: "write `‹\(Key.reduceInOrder)›` or `‹error›`", zh: "写 `‹\(Key.reduceInOrder)›` 或 `‹error›`")
        )
      }
    }
    return Split(
      whole: whole, shares: shares, groups: groups, rounding: entries[Key.round].flatMap { rounding($0) } ?? .fen,
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
        zh: "已有一方承担其余部分，不会再有余数", help: Wording(en: "leave `‹remainder›:` out", zh: "删去 `‹remainder›:`"))
    } else if remainder == nil, !hasRest {
      let words = ["rest", "remaining", "the remainder", "其余", "其余部分", "余下", "剩余", "余额"]
      let meant = shares.first { share in
        if case .formula(let written) = share.amount { words.contains(written.text) } else { false }
      }
      report(
        "no-remainder", at: meant?.location ?? location,
        en: "\(what[.en]) does not say who takes what rounding leaves over",
        zh: "\(what[.zh])没有写明取整后的余数由谁承担",
        help: Wording(
          en: "let one payer bear `‹the rest›`, or add `‹remainder›:`", zh: "让一方承担 `‹the rest›`，或补上 `‹remainder›:`")
      )
    }
  }

  /// Percentages alone must make up the whole.
  private mutating func requireWhole(_ shares: [Split<AsWritten>.Share], at location: Location) {
    var sum = Decimal128.zero
    for share in shares {
      guard case .fraction(let fraction) = share.amount, share.when == nil, share.atLeast == nil, share.atMost == nil,
        let next = sum.adding(fraction)
      else { return }
      sum = next
    }
    guard !shares.isEmpty, sum != 1, let percent = sum.multiplied(by: 100) else { return }
    report(
      "shares-do-not-sum", at: location, en: "the shares make \(percent.trimmedText) % of the whole",
      zh: "各方份额之和为总额的 \(percent.trimmedText)%",
      help: Wording(en: "let one payer bear `‹the rest›`", zh: "让一方承担 `‹the rest›`"))
  }

  /// `payer: amount`, or `payer: { amount: …, label: … }`; or, for several told together, `payer: { among: … }`.
  private mutating func shares(_ entry: Entry, _ groups: inout [Split<AsWritten>.Group], of what: Wording)
    -> [Split<AsWritten>.Share]
  {
    guard case .mapping = entry.value.kind, let among = entry.value[Key.among] else {
      return share(entry, group: nil, of: what).map { [$0] } ?? []
    }
    let name = Wording(en: "`\(entry.key)` of \(what[.en])", zh: "\(what[.zh])的 `\(entry.key)` ")
    let entries = self.entries(entry.value, of: name)
    refuseUnknown(entries, allowing: [Key.among, Key.amount, Key.label], in: name)
    let amount = entries[Key.amount].flatMap { written($0, of: name) }
    groups.append(
      Split.Group(
        name: entry.key, label: wording(entries[Key.label], of: name) ?? Wording(both: entry.key), amount: amount,
        location: entry.keyNode.location))
    let position = groups.count - 1
    let members = self.entries(among, of: name).compactMap { share($0, group: position, of: name) }
    requireRest(members, hasAmount: amount != nil, of: name, at: entry.keyNode.location)
    return members
  }

  /// What a group bears in all is shared out to the last fen: one of its payers bears what the others leave.
  private mutating func requireRest(
    _ members: [Split<AsWritten>.Share], hasAmount: Bool, of name: Wording, at location: Location
  ) {
    let rests = members.filter { if case .restOfGroup = $0.amount { true } else { false } }
    if hasAmount, rests.isEmpty {
      report(
        "no-remainder", at: location, en: "\(name[.en]) has an amount, but nobody in it bears the rest of that",
        zh: "\(name[.zh])写了总额，却没有一方承担其余部分",
        help: Wording(
          en: "let one of them bear `‹the rest›`, or leave out `‹amount›`", zh: "让其中一方承担 `‹the rest›`，或删去 `‹amount›`"))
    }
    for extra in hasAmount ? Array(rests.dropFirst()) : rests {
      report(
        "two-rests", at: extra.location,
        en: hasAmount ? "only one payer can bear the rest" : "`\(extra.name)` would bear the rest of nothing",
        zh: hasAmount ? "只能有一方承担其余部分" : "`\(extra.name)` 没有总额可以承担其余部分",
        help: hasAmount
          ? nil : Wording(en: "say what they bear in all: `‹amount›`", zh: "用 `‹amount›` 写明合计承担多少"))
    }
  }

  private mutating func share(_ entry: Entry, group: Int?, of what: Wording) -> Split<AsWritten>.Share? {
    guard case .mapping = entry.value.kind else {
      return amount(entry.value, group: group, of: what).map { share(entry, [], $0, group: group, of: what) }
    }
    let name = Wording(en: "`\(entry.key)` of \(what[.en])", zh: "\(what[.zh])的 `\(entry.key)` ")
    let entries = self.entries(entry.value, of: name)
    refuseUnknown(entries, allowing: Key.shareKeys, in: name)
    guard let node = entries[Key.amount] else {
      require([Key.amount], in: entries, allowing: Key.shareKeys, of: name, at: entry.keyNode.location)
      return nil
    }
    guard let amount = amount(node, group: group, of: name) else { return nil }
    return share(entry, entries, amount, group: group, of: name)
  }

  private mutating func share(
    _ entry: Entry, _ entries: [Entry], _ amount: Split<AsWritten>.Amount, group: Int?, of name: Wording
  ) -> Split<AsWritten>.Share {
    let isRest: Bool =
      switch amount {
      case .rest, .restOfGroup: true
      case .formula, .fraction: false
      }
    for key in [Key.when, Key.atLeastAmount, Key.atMost] where isRest {
      guard let node = entries.first(where: { $0.key == key })?.keyNode else { continue }
      report(
        "bad-rest", at: node.location, en: "who bears the rest bears all of it: `‹\(key)›` cannot hold",
        zh: "承担其余部分的一方须全部承担，不能写 `‹\(key)›`",
        help: Wording(en: "let another payer bear `‹the rest›`", zh: "让另一方承担 `‹the rest›`"))
    }
    return Split.Share(
      name: entry.key, label: wording(entries[Key.label], of: name) ?? Wording(both: entry.key), amount: amount,
      when: entries[Key.when].flatMap { written($0, of: name) },
      atLeast: entries[Key.atLeastAmount].flatMap { self.amount($0, group: nil, of: name) },
      atMost: entries[Key.atMost].flatMap { self.amount($0, group: nil, of: name) },
      paidTo: wording(entries[Key.paidTo], of: name), because: template(entries[Key.because], of: name),
      citations: citations(entries[Key.cite]), readings: names(entries[Key.reading], of: name), group: group,
      location: entry.keyNode.location)
  }

  /// An expression, a percentage of the whole, or the rest.
  private mutating func amount(_ node: Node, group: Int?, of what: Wording) -> Split<AsWritten>.Amount? {
    guard let written = written(node, of: what) else { return nil }
    if written.text == Key.theRest { return group == nil ? .rest : .restOfGroup }
    return Reader.fraction(written.text).map { .fraction($0) } ?? .formula(written)
  }
}
