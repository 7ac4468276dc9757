import Diagnostics
import FEEL
import PolicySource

/// Runs tests of a policy.
struct TestRun {
  private let program: Program
  private var differences: [PolicyTestResult.Difference] = []
  /// The language of the words in the test file.
  private var language = Language.en

  init(_ program: Program) { self.program = program }

  mutating func run(_ test: PolicyTest) -> PolicyTestResult {
    differences = []
    language = test.language
    let outcome = facts(of: test).map { program.decide($0, on: test.day) }
    if let outcome {
      for expectation in test.expectations { compare(expectation, with: outcome) }
      let expectsFailure = test.expectations.contains { if case .fails = $0 { true } else { false } }
      if outcome.status == .failed, !expectsFailure {
        for cause in outcome.diagnostics {
          differ(
            at: test.location, en: "failed: \(cause.message[.en])", zh: "失败：\(cause.message[.zh])",
            mend: .none(TestRun.byHand), help: help(for: cause))
        }
      }
    }
    return PolicyTestResult(test: test, outcome: outcome, found: differences)
  }

  /// What a test can do about a failure, which is not always what a command line can.
  private func help(for cause: Diagnostic) -> Wording? {
    guard cause.code == "not-in-force" else { return cause.help }
    let date = Vocabulary.spelled(Key.date, in: language)
    let fails = "\(Vocabulary.spelled(Key.fails, in: language)): \(cause.code)"
    return Wording(
      en: "change `\(date)`, or write `\(fails)` where that is meant", zh: "请改 `\(date)`；本意如此的，写 `\(fails)`")
  }

  private mutating func differ(
    at location: Location, en: String, zh: String, mend: PolicyTestResult.Mend, help: Wording? = nil
  ) {
    let diagnostic = Diagnostic("test-failed", location: location, message: Wording(en: en, zh: zh), help: help)
    differences.append(PolicyTestResult.Difference(diagnostic: diagnostic, mend: mend))
  }

  /// A status as the test file writes it.
  private func word(_ status: Outcome.Status) -> String { Phrase.status.spelled(status.rawValue, in: language) }

  /// Why a test is left to its author: what to decide and what to call it is nobody else's business.
  private static let byHand = Wording(en: "it is not updated: change it by hand", zh: "不会自动更新，请自行修改")
  private static let otherShape = Wording(
    en: "it is not updated: a value of another shape cannot be written in its place", zh: "不会自动更新：结果的形式不同，不能在原处写出")

  /// The record of a test: its own facts before those that the file gives to all.
  private mutating func facts(of test: PolicyTest) -> Facts? {
    var reader = FactReader(program)
    var values = test.sharedFacts.map { reader.facts($0) } ?? [:]
    if let own = test.facts, case .mapping(let pairs) = own.kind {
      for (key, _) in pairs { if case .scalar(let name) = key.kind { values[name.text] = nil } }
      values.merge(reader.facts(own)) { $1 }
    } else if let own = test.facts {
      _ = reader.facts(own)
    }
    differences += reader.diagnostics.map { PolicyTestResult.Difference(diagnostic: $0, mend: .none(TestRun.byHand)) }
    return reader.diagnostics.isEmpty
      ? Facts(checked: values, judgements: reader.judgements, overrides: reader.overrides) : nil
  }

  // MARK: Expectations

  private mutating func compare(_ expectation: PolicyTest.Expectation, with outcome: Outcome) {
    switch expectation {
    case .value(let name, let node): compare(name, node, with: outcome)
    case .status(let wanted, let node):
      if outcome.status != wanted {
        differ(
          at: node.location, en: "expected `\(word(wanted))`, found `\(word(outcome.status))`",
          zh: "应为 `\(word(wanted))`，却是 `\(word(outcome.status))`",
          mend: outcome.status == .failed
            ? .none(TestRun.byHand) : .word(word(outcome.status), at: node))
      }
    case .open(let wanted, let node):
      compareNames(wanted, outcome.openFacts, at: node, outcome, Wording(en: "still to be known", zh: "还需要知道"))
    case .unmet(let wanted, let node):
      let explanation = outcome.explanation
      let names = Set(wanted.map(\.name))
      // A group may stand for what is inside it, and what is inside for the group, wherever their sentences hang.
      let isAll = explanation.unmetNames.allSatisfy { !$0.isDisjoint(with: names) }
      if isAll, names.isSubset(of: explanation.unmetNames.reduce(into: []) { $0.formUnion($1) }) { return }
      let found = explanation.unmet.compactMap(\.name)
      compareNames(wanted, found, at: node, outcome, Wording(en: "not met", zh: "未满足"))
    case .fails(let code):
      let codes = outcome.diagnostics.map(\.code)
      if !codes.contains(code.name) {
        let found = codes.isEmpty ? word(outcome.status) : codes.joined(separator: ", ")
        differ(
          at: code.location, en: "expected the failure `\(code.name)`, found `\(found)`",
          zh: "应失败于 `\(code.name)`，却是 `\(found)`", mend: .none(TestRun.byHand))
      }
    }
  }

  private mutating func compareNames(
    _ wanted: [Named], _ found: [String], at node: Node, _ outcome: Outcome, _ what: Wording
  ) {
    guard Set(wanted.map(\.name)) != Set(found) else { return }
    func list(_ names: [String], none: String) -> String {
      names.isEmpty ? none : names.map { "`\($0)`" }.joined(separator: ", ")
    }
    differ(
      at: node.location,
      en: "\(what[.en]): expected \(list(wanted.map(\.name), none: "nothing")), found \(list(found, none: "nothing"))",
      zh: "\(what[.zh])：应为 \(list(wanted.map(\.name), none: "无"))，却是 \(list(found, none: "无"))",
      mend: outcome.status == .failed ? .none(TestRun.byHand) : .names(found, at: node))
  }

  private mutating func compare(_ name: String, _ node: Node, with outcome: Outcome) {
    guard let checked = program.decision(named: name) else {
      return differ(
        at: node.location, en: "there is no decision `\(name)`", zh: "没有判定 `\(name)`",
        mend: .none(TestRun.byHand),
        help: Suggestion.didYouMean(name, among: program.decisions.map(\.decision.name)))
    }
    guard let found = outcome[name] else {
      return differ(
        at: node.location, en: "`\(name)` was not decided", zh: "`\(name)` 没有得出结果",
        mend: .none(TestRun.byHand))
    }
    compare(found, node, path: name, type: checked.type)
  }

  /// How a value of the kind that was found is written in a test, where the author wrote it otherwise: as `120元`, or in
  /// quotes. Of what is written well and only differs there is nothing to mend in the writing; the author's own number is
  /// shown, not the one that was found, which may be wrong.
  private func help(for found: Value, insteadOf node: Node) -> Wording? {
    guard case .scalar(let scalar) = node.kind else { return nil }
    switch found {
    case .boolean(let holds):
      if scalar.boolean != nil || scalar.isPlain && ["是", "否"].contains(scalar.text) { return nil }
      return Wording(
        en: "a yes or no is written `true` or `false`; found was `\(holds)`", zh: "是否写成 `true` 或 `false`；结果是 `\(holds)`"
      )
    case .number(let number):
      if scalar.isPlain, Decimal128(scalar.text) ?? Reader.fraction(scalar.text) != nil { return nil }
      if let meant = scalar.bareNumber {
        return Wording(en: "a number stands alone: `\(meant)`", zh: "只写数字：`\(meant)`")
      }
      return Wording(
        en: "a number stands alone, without unit or quotes; found was `\(number.trimmedText)`",
        zh: "只写数字，不写单位和引号；结果是 `\(number.trimmedText)`")
    default: return nil
    }
  }

  private func mend(_ node: Node, _ found: Value) -> PolicyTestResult.Mend {
    guard case .scalar = node.kind else { return .none(TestRun.otherShape) }
    switch found {
    case .null(.some): return .none(TestRun.byHand)
    case .list, .context, .function: return .none(TestRun.otherShape)
    default: return .value(found, at: node)
    }
  }

  private mutating func compare(_ found: Value, _ node: Node, path: String, type: FeelType) {
    switch (node.kind, found) {
    case (.mapping(let pairs), .context(let context)):
      for (key, value) in pairs {
        guard case .scalar(let name) = key.kind else { continue }
        guard let inner = context[name.text] else {
          differ(
            at: key.location, en: "`\(path)` has no `\(name.text)`", zh: "`\(path)` 没有 `\(name.text)`",
            mend: .none(TestRun.byHand),
            help: Suggestion.didYouMean(name.text, among: context.entries.map(\.name)))
          continue
        }
        compare(inner, value, path: "\(path).\(name.text)", type: type.fieldType(name.text))
      }
    case (.sequence(let items), .list(let values)) where items.count == values.count:
      for (position, (item, value)) in zip(items, values).enumerated() {
        compare(value, item, path: "\(path)[\(position + 1)]", type: type.elementType)
      }
    case (.scalar(let scalar), _) where scalar.stands(for: found): return
    default:
      let text = ValueFormat.text(of: found, type: type)
      let wanted =
        if case .scalar(let scalar) = node.kind { scalar.isPlain ? "`\(scalar.text)`" : "`\"\(scalar.text)\"`" } else {
          node.kindName[.en]
        }
      differ(
        at: node.location, en: "`\(path)`: expected \(wanted), found `\(text[.en])`",
        zh: "`\(path)`：应为 \(wanted)，却是 `\(text[.zh])`", mend: mend(node, found),
        help: help(for: found, insteadOf: node))
    }
  }
}

extension Scalar {
  /// Whether an expected value, as it is written in a test, is this value: numbers by value, `null` for nothing,
  /// `unknown` for what is not settled.
  fileprivate func stands(for value: Value) -> Bool {
    switch value {
    case .null: isNull
    case .boolean(let holds): boolean == holds || isPlain && text == (holds ? "是" : "否")
    case .number(let number): isPlain && (Decimal128(text) ?? Reader.fraction(text)) == number
    case .unknown: isPlain && text == "unknown"
    case .context(let shares):
      // Of shares: that none of them is settled.
      isPlain && text == "unknown" && !shares.entries.isEmpty && shares.entries.allSatisfy(\.value.isUnknown)
    case .list, .function: false
    default: value.displayText == text
    }
  }
}

extension PolicyLibrary {
  /// Decides each test of a file by the version of the policy in force on its day, and compares. Outside every period in
  /// force the last version answers, which then says so.
  /// - Throws: a ``Diagnostic`` at the place of the id where there is no such policy or it stands in error.
  public func run(_ file: PolicyTestFile) throws(Diagnostic) -> [PolicyTestResult] {
    let versions: [Program]
    do throws(Diagnostic) { versions = try self.versions(of: file.policy) } catch {
      throw error.located(at: file.policyLocation)
    }
    return file.tests.map { test in
      var run = TestRun(versions.first { $0.isInForce(on: test.day) } ?? versions[versions.count - 1])
      return run.run(test)
    }
  }
}
