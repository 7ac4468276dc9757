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

  /// `decision / criterion: { waive when: … }`, or `decision: { replace by: { … } }`, `{ add exceptions: { … } }` or
  /// `{ add criteria: { … } }`.
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
    if let addition = entries.first(where: { Key.additionKeys.contains($0.key) }) {
      refuseUnknown(entries, allowing: [addition.key], in: what)
      return self.addition(addition, to: target, criterion, origin: origin)
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
        en: "write `‹add exceptions›:`, `‹add criteria›:`, `‹waive when›:` or `‹replace by›:`",
        zh: "写 `‹add exceptions›:`、`‹add criteria›:`、`‹waive when›:` 或 `‹replace by›:`"))
    return nil
  }

  private mutating func addition(_ entry: Entry, to target: Named, _ criterion: Named?, origin: String) -> Change? {
    let what = Wording(en: "the decision `\(target.name)`", zh: "判定 `\(target.name)` ")
    if case .mapping(let pairs) = entry.value.kind, pairs.isEmpty {
      reportEmpty("‹\(entry.key)›", at: entry.value.location)
    }
    let entries = self.entries(entry.value, of: what)
    guard entry.key == Key.addExceptions else {
      let criteria = entries.compactMap { self.criterion($0) }.map { criterion -> Criterion<AsWritten> in
        var criterion = criterion
        criterion.origin = origin
        return criterion
      }
      return Change(decision: target, criterion: criterion, kind: .addCriteria(criteria))
    }
    if let criterion {
      report(
        "bad-change", at: criterion.location, en: "exceptions are added to a decision, not to a part of it",
        zh: "例外只能加在整个判定上", help: Wording(en: "write `\(target.name):`", zh: "写 `\(target.name):`"))
      return nil
    }
    let exceptions = entries.compactMap { self.exception($0, of: what) }.map { exception -> Rule<AsWritten> in
      var exception = exception
      exception.origin = origin
      return exception
    }
    return Change(decision: target, criterion: nil, kind: .addExceptions(exceptions, key: entry.keyNode, document))
  }
}
