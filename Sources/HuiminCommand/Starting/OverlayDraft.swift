import Huimin

/// A policy that amends another, with one change: a criterion waived, or else a decision replaced.
struct OverlayDraft {
  let new: NewPolicy
  let base: Program

  private func words(_ zh: String, _ en: String) -> String { new.keys == .zh ? zh : en }

  /// - Throws: a ``Diagnostic`` where nothing of the base can be changed.
  func draft(in folder: String) throws(Diagnostic) -> PolicyDraft {
    // A slash parts decision and criterion, and what stands in for a term that is still open is nobody's rule.
    let named = base.outline.filter { decision in
      !decision.name.contains("/") && !base.openTerms.contains { $0.name == decision.name }
    }
    // What answers the question is changed rather than what leads to it.
    let decisions = base.outcome.compactMap { name in named.first { $0.name == name } } + named.reversed()
    let record = SampleValues.record(of: base, asking: base.facts, day: new.inForce)
    let unmet = Set(outcome(of: base, record)?.explanation.unmet.compactMap(\.name) ?? [])
    for decision in decisions {
      // A waiver that is there already would be told before the new one.
      let criteria = decision.criteria.filter { !$0.hasWaivers && !$0.name.contains("/") }
      // Best one that the record does not meet: then the waiver makes a difference.
      if let criterion = criteria.first(where: { unmet.contains($0.name) }) ?? criteria.first {
        return waiver(of: criterion.name, in: decision, record, folder)
      }
    }
    guard let decision = decisions.first(where: { $0.type.isPlain }) ?? decisions.first else {
      throw Diagnostic(
        "usage",
        message: Wording(
          en: "`\(base.policy.id)` decides nothing that could be amended", zh: "`\(base.policy.id)` 没有可修改的判定"))
    }
    return replacement(of: decision, record)
  }

  private func head(_ title: String) -> String {
    let base = base.policy
    let name = YAMLText.comment(base.title[new.keys])
    return new.head(
      title: YAMLText.word(words("对\(base.title[.zh])的修改", "Amendment of \(base.title[.en])")),
      source: title,
      parent: words(
        "修改: \(base.id)  # 《\(name)》，见 \(base.file)；原文件不动\n",
        "amends: \(base.id)  # \(name), in \(base.file), which stays as it is\n"))
  }

  // MARK: A criterion waived

  private func waiver(
    of criterion: String, in decision: DecisionOutline, _ record: [(fact: String, value: String)], _ folder: String
  ) -> PolicyDraft {
    let fact = unused(words("特殊情形", "special case"))
    let change = YAMLText.word("\(decision.name) / \(criterion)")
    let policy =
      head(words("关于修改条件的通知", "Notice on the amendment"))
      + words(
        """

        事实:  # 只写新增的；原有的直接使用，不要重复
          \(fact): { 类型: 是否, 提问: 是否属于可以免除的情形？, 证明材料: 证明 }  # 待填

        修改内容:
          # 待填：写成“判定 / 条件”，原文见 \(place(of: decision))
          \(change):
            免除条件: \(fact)  # 此时不要求该条
            依据: 通知 1
            理由: 属于特殊情形，免于该项条件。
          # 要换掉整个判定，这样写：
          # \(decision.name): { 改为: { 依据: 通知 2, 值: … } }

        """,
        """

        facts:  # new ones only; use those of the policy above, and do not declare them again
          \(fact): { type: boolean, ask: Is it a case in which this is waived?, evidence: certificate }  # fill in

        changes:
          # fill in: a decision / a criterion of it; it is written in \(place(of: decision))
          \(change):
            waive when: \(fact)  # then it is not required
            cite: notice 1
            because: It is a special case in which this is not required.
          # to replace a whole decision, write:
          # \(decision.name): { replace by: { cite: notice 2, value: … } }

        """)
    let tests = ["true", "false"].map { value in
      let outcome = outcome(policy, record + [(fact: fact, value: value)], folder)
      let expected = expectation(of: decision.name, outcome)
      return words(
        "  \(value == "true" ? "免除" : "不免除"): { 事实: { \(fact): \(value) }, \(expected) }\n",
        "  \(value == "true" ? "waived" : "not waived"): { facts: { \(fact): \(value) }, \(expected) }\n")
    }
    return PolicyDraft(
      policy: policy, tests: testHead(record) + tests.joined(), record: record + [(fact: fact, value: "true")])
  }

  /// What the new policy decides, read as if it were written already.
  private func outcome(_ policy: String, _ record: [(fact: String, value: String)], _ folder: String) -> Outcome? {
    let library = PolicyLibrary(reading: policy, asIfAt: SourceFile.path(of: "\(new.name).yaml", in: folder))
    return (try? library.program(new.id, on: new.inForce)).flatMap { outcome(of: $0, record) }
  }

  private func outcome(of program: Program, _ record: [(fact: String, value: String)]) -> Outcome? {
    guard let document = try? Document.ofAssignments(record.map { "\($0.fact)=\($0.value)" }, file: "--set"),
      let facts = try? Facts(document, for: program)
    else { return nil }
    return program.decide(facts, on: new.inForce)
  }

  private func expectation(of decision: String, _ outcome: Outcome?) -> String {
    let value: String
    switch outcome?[decision] {
    case .boolean(let holds)?: value = "\(holds)"
    case .unknown?: value = "unknown"
    default: return words("状态: 失败", "status: failed")
    }
    let expected = words("预期", "expect") + ": { \(YAMLText.word(decision)): \(value) }"
    let unmet = outcome?.explanation.unmet.compactMap(\.name).map(YAMLText.word) ?? []
    return unmet.isEmpty
      ? expected : "\(expected), \(words("未满足", "unmet")): [\(unmet.joined(separator: ", "))]"
  }

  // MARK: A decision replaced

  private func replacement(of decision: DecisionOutline, _ record: [(fact: String, value: String)]) -> PolicyDraft {
    let (value, expected) = SampleValues.placeholder(of: decision.type, new.keys, day: new.inForce)
    let name = YAMLText.word(decision.name)
    let label = YAMLText.comment(decision.label[new.keys])
    let named = label == decision.name ? "" : words("（\(label)）", " (\(label))")
    let policy =
      head(words("关于修改规定的通知", "Notice on the amendment"))
      + words(
        """

        修改内容:
          # 待填：要改的判定\(named)，原文见 \(place(of: decision))；没有写到的照旧
          \(name):
            改为:
              依据: 通知 1
              值: \(value)  # 待填：新的规定；也可以用情形、判定表等写法

        """,
        """

        changes:
          # fill in: the decision to change\(named); it is written in \(place(of: decision)); all else stays
          \(name):
            replace by:
              cite: notice 1
              value: \(value)  # fill in the new rule; cases, a table and so on may stand here too

        """)
    let tests = words(
      "  第一个例子: { 预期: { \(name): \(expected) } }\n", "  a first example: { expect: { \(name): \(expected) } }\n")
    return PolicyDraft(policy: policy, tests: testHead(record) + tests, record: record)
  }

  // MARK: Both

  private func testHead(_ record: [(fact: String, value: String)]) -> String {
    new.testHead(on: new.inForce) + SampleValues.shared(record, new.keys)
      + words("情形:  # 待填：名称、事实和预期\n", "cases:  # fill in: names, facts and what to expect\n")
  }

  private func place(of decision: DecisionOutline) -> String {
    "\(decision.location.file):\(decision.location.start.line)"
  }

  /// A name that nothing of the base has.
  private func unused(_ name: String) -> String {
    let taken = Set(base.facts.map(\.name) + base.parameters.map(\.name) + base.outline.map(\.name))
    return ([name] + (2...9).map { "\(name)\($0)" }).first { !taken.contains($0) } ?? name
  }
}

extension FeelType {
  /// Whether a value of this type is one thing, which a single expression gives.
  fileprivate var isPlain: Bool {
    switch self {
    case .boolean, .number, .string, .enumeration, .date: true
    default: false
    }
  }
}
