import Diagnostics
import PolicySource

/// The changes of one file while they are gathered.
struct TestEdits {
  private let document: Document
  private let shared: Set<Span>
  private(set) var texts: [Span: String] = [:]
  private(set) var changes: [TestUpdate.Change] = []
  private(set) var left: [String: [Diagnostic]] = [:]
  /// The messages of what was mended, by test; after the change nothing may differ but what differed before.
  private var mended: [String: [Wording]] = [:]

  init(_ document: Document) {
    self.document = document
    shared = document.sharedSpans
  }

  mutating func add(_ result: PolicyTestResult) {
    for difference in result.found {
      let name = result.test.name
      if let reason = apply(difference.mend, name) {
        left[name, default: []].append(difference.diagnostic.helped(by: reason))
      } else {
        mended[name, default: []].append(difference.diagnostic.message)
      }
    }
  }

  /// - Returns: why it cannot be written; nothing where it is.
  private mutating func apply(_ mend: PolicyTestResult.Mend, _ test: String) -> Wording? {
    switch mend {
    case .none(let reason): return reason
    case .word(let word, let node): return write([(node, word)], test)
    case .value(let value, let node):
      return write(
        [(node, ExpectedText.of(value, insteadOf: document.text(in: document.span(of: node))))], test)
    case .names(let names, let node):
      if isOnOneLine(node) {
        let isWord = if case .scalar = node.kind { names.count == 1 } else { false }
        return write([(node, isWord ? ExpectedText.word(names[0]) : ExpectedText.of(names))], test)
      }
      return write(items(of: node, names), test)
    }
  }

  /// Of a list over several lines, each name that no longer belongs there with one that does.
  private func items(of node: Node, _ names: [String]) -> [(Node, String)]? {
    guard case .sequence(let items) = node.kind, items.count == names.count else { return nil }
    let written = items.map { item -> String in if case .scalar(let scalar) = item.kind { scalar.text } else { "" } }
    let stale = zip(items, written).filter { !names.contains($0.1) }.map(\.0)
    let missing = names.filter { !written.contains($0) }
    guard stale.count == missing.count else { return nil }
    return zip(stale, missing).map { ($0, ExpectedText.word($1)) }
  }

  private mutating func write(_ edits: [(Node, String)]?, _ test: String) -> Wording? {
    guard let edits else {
      return Wording(
        en: "it is not updated: write the list on one line, as `[…]`", zh: "不会自动更新：请把列表写在一行，如 `[…]`")
    }
    for (node, _) in edits {
      let span = document.span(of: node)
      if shared.contains(span) {
        return Wording(
          en: "it is not updated: the value is shared by way of `&` and `*`", zh: "不会自动更新：该值经 `&` 和 `*` 共用")
      }
      guard isOnOneLine(node), texts[span] == nil else {
        return Wording(en: "it is not updated: the value does not stand on one line", zh: "不会自动更新：该值不在一行之内")
      }
    }
    for (node, text) in edits {
      let span = document.span(of: node)
      changes.append(
        TestUpdate.Change(test: test, location: node.location, old: document.text(in: span), new: text))
      texts[span] = text
    }
    return nil
  }

  /// Whether a value stands on one line: a word, with or without quotes, or a list in brackets.
  private func isOnOneLine(_ node: Node) -> Bool {
    let text = document.text(in: document.span(of: node)).unicodeScalars
    guard let first = text.first, !text.contains("\n"), !text.contains("\r") else { return false }
    if case .scalar = node.kind { return true }
    return first == "[" && text.last == "]"
  }

  /// Whether the new text reads as a test file in which nothing differs but what differed before and was left.
  func hold(in text: String, by library: PolicyLibrary) -> Bool {
    guard let before = messages(document, library),
      let changed = try? Document.read(Array(text.utf8), file: document.file),
      let after = messages(changed, library), after.map(\.name) == before.map(\.name)
    else { return false }
    return zip(before, after).allSatisfy { old, new in
      let mended = mended[old.name] ?? []
      return new.messages == old.messages.filter { !mended.contains($0) }
    }
  }

  private func messages(_ document: Document, _ library: PolicyLibrary) -> [(name: String, messages: [Wording])]? {
    guard let file = try? PolicyTestFile(document), let results = try? library.run(file) else { return nil }
    return results.map { ($0.test.name, $0.differences.map(\.message)) }
  }
}

extension Diagnostic {
  /// The same with why it was left before its own help.
  func helped(by reason: Wording) -> Diagnostic {
    let both = help.map { Wording(en: "\(reason[.en]); \($0[.en])", zh: "\(reason[.zh])；\($0[.zh])") }
    return Diagnostic(
      code, severity: severity, span: span, location: location, message: message, help: both ?? reason)
  }
}
