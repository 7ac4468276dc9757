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
          help: Wording(en: "write `‹\(Key.reduceInOrder)›` or `‹error›`", zh: "写 `‹\(Key.reduceInOrder)›` 或 `‹error›`")
        )
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
      guard case .fraction(let fraction) = share.amount, let next = sum.adding(fraction) else { return }
      sum = next
    }
    guard !shares.isEmpty, sum != 1, let percent = sum.multiplied(by: 100) else { return }
    report(
      "shares-do-not-sum", at: location, en: "the shares make \(percent.trimmedText) % of the whole",
      zh: "各方份额之和为总额的 \(percent.trimmedText)%",
      help: Wording(en: "let one payer bear `‹the rest›`", zh: "让一方承担 `‹the rest›`"))
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
}
