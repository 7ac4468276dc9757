import Diagnostics
import FEEL
import PolicySource

/// Rules that changed on a date.
extension Reader {
  /// `{ 2024-01-01: 6, 2025-12-22: { cases: […], cite: notice } }`.
  mutating func dated(_ node: Node, named name: String, of what: Wording) -> [DatedRule<AsWritten>]? {
    var rules: [DatedRule<AsWritten>] = []
    let entries = self.entries(node, of: what)
    if case .mapping(let pairs) = node.kind, pairs.isEmpty { reportEmpty("‹\(Key.byDate)›", at: node.location) }
    for entry in entries {
      guard let from = date(entry.key, at: entry.keyNode.location),
        let decision = decision(Entry(key: name, keyNode: entry.keyNode, value: entry.value))
      else { continue }
      switch decision.form {
      case .split, .dated:
        report(
          "bad-dated-rule", at: entry.keyNode.location, en: "\(what[.en]) cannot hold a split by date",
          zh: "\(what[.zh])不能按时期写分担方式",
          help: Wording(
            en: "decide the amounts by date, and split once", zh: "把各方数额写成按时期的判定，分担方式只写一次"))
      default: rules.append(DatedRule(from: from, decision: decision))
      }
    }
    return rules.count == entries.count && !rules.isEmpty ? rules.sorted { $0.from < $1.from } : nil
  }
}
