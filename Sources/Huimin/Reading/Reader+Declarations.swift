import Diagnostics
import FEEL
import PolicySource

/// Sections that declare names: facts, parameters, decisions and the like.
extension Reader {
  /// The entries of such a section.
  ///
  /// - Parameter keys: the keys that each declaration may have, by which one is known whose keys are not indented under it.
  mutating func declarations(_ node: Node, under key: String, keys: [String] = []) -> [Entry] {
    if case .mapping = node.kind {} else { lacksNames = lacksNames || !node.isNull }
    return indented(entries(node, of: Wording(both: "`‹\(key)›`")), keys: keys)
  }

  /// `addition:` with `type: money` and `value: 1` below it in the same column: to YAML these are three declarations.
  /// The mistake is told once, and what stands in the wrong column is left out.
  private mutating func indented(_ entries: [Entry], keys: [String]) -> [Entry] {
    var found: [Entry] = []
    var rest = entries[...]
    while let entry = rest.popFirst() {
      let own = rest.prefix { isKey($0.key, among: keys) }
      guard entry.value.isNull, !isKey(entry.key, among: keys), !own.isEmpty else {
        found.append(entry)
        continue
      }
      rest = rest.dropFirst(own.count)
      unread.append(entry.key)
      let names = own.map { "`\($0.key)`" }
      report(
        "empty-value", at: entry.keyNode.location, en: "nothing stands under `\(entry.key)`",
        zh: "`\(entry.key)` 之下没有内容",
        help: Wording(
          en: "indent \(names.joined(separator: ", ")) further than `\(entry.key)`: what belongs to it stands under it",
          zh: "\(names.joined(separator: "、")) 要比 `\(entry.key)` 多缩进一层：属于它的内容写在它的下一层"))
    }
    return found
  }

  /// Whether a name in a section is a key of what is declared there: a word of the language, or a day among parameters.
  private func isKey(_ name: String, among keys: [String]) -> Bool {
    spelled(keys).contains(name) || keys == Key.parameterKeys && CalendarDate(name) != nil
  }
}
