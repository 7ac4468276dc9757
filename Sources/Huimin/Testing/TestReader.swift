import Diagnostics
import FEEL
import PolicySource

/// Reads a test file.
struct TestReader {
  private var reader: Reader
  private let root: Node

  init(_ document: Document) {
    reader = Reader(document, as: .testFile)
    root = reader.root
  }

  var diagnostics: [Diagnostic] { reader.diagnostics }

  mutating func file() -> PolicyTestFile? {
    let what = Wording(en: "a test file", zh: "测试文件")
    guard case .mapping = root.kind else {
      reader.report(
        "not-a-test", at: root.location, en: "this is not a test file", zh: "这不是测试文件",
        help: Wording(
          en: "a test file begins with `‹tests›: ` and the id of the policy", zh: "测试文件以 `‹tests›: ` 和政策标识开头"))
      return nil
    }
    let entries = reader.entries(root, of: what)
    if let policy = entries.first(where: { $0.key == Key.policy }) {
      reader.report(
        "not-a-test", at: policy.keyNode.location, en: "this is a policy, not a test file", zh: "这是政策，不是测试文件",
        help: Wording(en: "run `huimin check` on it", zh: "请用 `huimin check` 检查"))
      return nil
    }
    reader.refuseUnknown(entries, allowing: Key.testFileKeys, in: what)
    for key in [Key.tests, Key.cases] where entries[key] == nil { reader.missing(key, in: what, at: root.location) }
    guard let policy = entries[Key.tests].flatMap({ reader.named($0, of: what) }) else { return nil }
    let shared = entries[Key.facts]
    let day = entries[Key.date].flatMap { reader.date($0, of: what) }
    let tests = entries[Key.cases].map { reader.entries($0, of: what) } ?? []
    return PolicyTestFile(
      policy: policy.name, tests: tests.compactMap { test($0, day: day, shared: shared) },
      policyLocation: policy.location)
  }

  private mutating func test(_ entry: Reader.Entry, day: CalendarDate?, shared: Node?) -> PolicyTest? {
    let what = Wording(en: "the test `\(entry.key)`", zh: "测试 `\(entry.key)` ")
    let entries = reader.entries(entry.value, of: what)
    reader.refuseUnknown(
      entries, allowing: Key.testKeys, in: what)
    guard let day = entries[Key.date].flatMap({ reader.date($0, of: what) }) ?? day else {
      reader.missing(Key.date, in: what, at: entry.keyNode.location)
      return nil
    }
    let expectations = self.expectations(entries, of: what)
    if expectations.isEmpty {
      reader.report(
        "no-expectation", at: entry.keyNode.location, en: "\(what[.en]) expects nothing, so it cannot fail",
        zh: "\(what[.zh])没有写预期，不可能失败",
        help: Wording(
          en: "add `‹expect›:`, `‹status›:`, `‹open›:`, `‹unmet›:` or `‹fails›:`",
          zh: "补上 `‹expect›:`、`‹status›:`、`‹open›:`、`‹unmet›:` 或 `‹fails›:`"))
    }
    return PolicyTest(
      name: entry.key, location: entry.keyNode.location, day: day, facts: entries[Key.facts], sharedFacts: shared,
      expectations: expectations, language: reader.language)
  }

  private mutating func expectations(_ entries: [Reader.Entry], of what: Wording) -> [PolicyTest.Expectation] {
    var found: [PolicyTest.Expectation] = []
    if let node = entries[Key.expect] {
      found += reader.entries(node, of: what).map { .value(decision: $0.key, $0.value) }
    }
    if let node = entries[Key.status],
      let status = reader.choice(node, of: Wording(en: "status", zh: "状态"), as: Outcome.Status.self)
    {
      found.append(.status(status, node))
    }
    if let node = entries[Key.open] { found.append(.open(reader.names(node, of: what), node)) }
    if let node = entries[Key.unmet] { found.append(.unmet(reader.names(node, of: what), node)) }
    if let node = entries[Key.fails], let code = reader.named(node, of: what) { found.append(.fails(code: code)) }
    return found
  }
}
