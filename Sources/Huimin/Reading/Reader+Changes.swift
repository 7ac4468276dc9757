import Diagnostics
import FEEL
import PolicySource

/// Changes by an amending policy.
extension Reader {
  mutating func changes(_ node: Node?, origin: String) -> [Change] {
    guard let node else { return [] }
    return self.entries(node, of: Wording(en: "`‹changes›`", zh: "`‹changes›`")).compactMap {
      change($0, origin: origin)
    }
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
        en: "write `‹\(Key.waiveWhen)›:` or `‹\(Key.replace)›:`", zh: "写 `‹\(Key.waiveWhen)›:` 或 `‹\(Key.replace)›:`"))
    return nil
  }
}
