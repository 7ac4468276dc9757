import Diagnostics
import PolicySource

/// Rules with exceptions.
extension Reader {
  mutating func rule(_ node: Node, _ entries: [Entry], of what: Wording, at location: Location) -> Rule<AsWritten>? {
    let exceptions = entries[Key.exceptions].map { self.exceptions($0, of: what) } ?? []
    if entries[Key.exceptions] == nil {
      report(
        "missing-key", at: location, en: "\(what[.en]) has no `‹\(Key.exceptions)›`",
        zh: "\(what[.zh])缺少 `‹\(Key.exceptions)›`",
        help: Wording(en: "without exceptions, write `‹value›`", zh: "没有例外时用 `‹value›`"))
    }
    guard case .mapping = node.kind else {
      return written(node, of: what).map { general($0, [], exceptions, of: what, at: location) }
    }
    let name = Wording(en: "the rule of \(what[.en])", zh: "\(what[.zh])的一般规定")
    let own = self.entries(node, of: name)
    refuseUnknown(own, allowing: Key.generalRuleKeys, in: name)
    guard let value = own[Key.value] else {
      require([Key.value], in: own, allowing: Key.generalRuleKeys, of: name, at: node.location)
      return nil
    }
    return written(value, of: name).map { general($0, own, exceptions, of: name, at: location) }
  }

  private mutating func general(
    _ value: Written, _ entries: [Entry], _ exceptions: [Rule<AsWritten>], of name: Wording, at location: Location
  ) -> Rule<AsWritten> {
    Rule(
      name: nil, label: wording(entries[Key.label], of: name) ?? Wording(en: "general rule", zh: "一般规定"), when: nil,
      value: value, because: template(entries[Key.because], of: name), citations: citations(entries[Key.cite]),
      readings: names(entries[Key.reading], of: name), over: [], exceptions: exceptions, location: location)
  }

  private mutating func exceptions(_ node: Node, of what: Wording) -> [Rule<AsWritten>] {
    if case .mapping(let pairs) = node.kind, pairs.isEmpty { reportEmpty(Key.exceptions, at: node.location) }
    let found = entries(
      node, of: Wording(en: "the exceptions of \(what[.en])", zh: "\(what[.zh])的例外"),
      help: Reader.helpForException(Wording(en: "a", zh: "甲"))
    ).compactMap { exception($0, of: what) }
    for problem in Rule.problems(withRanksOf: found) { append(problem) }
    return found
  }

  mutating func exception(_ entry: Entry, of what: Wording) -> Rule<AsWritten>? {
    let name = Wording(en: "the exception `\(entry.key)` of \(what[.en])", zh: "\(what[.zh])的例外 `\(entry.key)` ")
    let help = Reader.helpForException(Wording(both: entry.key))
    let entries = self.entries(entry.value, of: name, help: help)
    guard case .mapping = entry.value.kind else {
      if entry.value.isNull {
        require([Key.when, Key.then], in: [], allowing: [], of: name, at: entry.keyNode.location)
      }
      return nil
    }
    refuseUnknown(entries, allowing: Key.exceptionKeys, in: name)
    require(
      [Key.when, Key.then], in: entries, allowing: Key.exceptionKeys, of: name, at: entry.keyNode.location, help: help)
    let inner = entries[Key.exceptions].map { exceptions($0, of: name) } ?? []
    let over = names(entries[Key.over], of: name)
    guard let when = entries[Key.when].flatMap({ written($0, of: name) }),
      let then = entries[Key.then].flatMap({ written($0, of: name) })
    else { return nil }
    return Rule(
      name: entry.key, label: wording(entries[Key.label], of: name) ?? Wording(both: entry.key), when: when,
      value: then, because: template(entries[Key.because], of: name), citations: citations(entries[Key.cite]),
      readings: names(entries[Key.reading], of: name), over: over, exceptions: inner, location: entry.keyNode.location)
  }
}
