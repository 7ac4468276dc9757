import Huimin

/// A policy that implements another: a decision for each term that the other leaves open.
struct FrameDraft {
  let new: NewPolicy
  let frame: Program
  private var terms: [OpenTerm] { frame.openTerms }

  private func words(_ zh: String, _ en: String) -> String { new.keys == .zh ? zh : en }

  func draft() -> PolicyDraft {
    let facts = frame.facts.filter { fact in !terms.contains { $0.name == fact.name } }
    let title = YAMLText.word(words("某地\(frame.policy.title[.zh])", "\(frame.policy.title[.en]) of a place"))
    let parent = words(
      "实施: \(frame.policy.id)  # 《\(YAMLText.comment(frame.policy.title[.zh]))》，见 \(frame.policy.file)\n",
      "implements: \(frame.policy.id)  # \(YAMLText.comment(frame.policy.title[.en])), in \(frame.policy.file)\n")
    let record = SampleValues.record(of: frame, asking: facts, day: new.inForce)
    return PolicyDraft(
      policy: new.head(
        title: title, source: words("关于实施办法的通知", "Notice on the implementation"), parent: parent)
        + self.facts(facts) + decisions,
      tests: new.testHead(on: new.inForce) + tests(record), record: record)
  }

  private func facts(_ facts: [Fact]) -> String {
    let list = facts.map { fact in
      let label = YAMLText.comment(fact.label[new.keys])
      return "#   \(fact.name)\(label == fact.name ? "" : words("（\(label)）", " (\(label))"))\n"
    }.joined()
    let known = words(
      "# 上级已有的事实，直接使用，不要重复：\n", "# Facts of the policy above; use them, and do not declare them again:\n")
    return "\n" + (list.isEmpty ? "" : known + list)
      + words(
        """
        # 还需要别的事实，或者要写明对原文的理解，去掉下面各行行首的 #：
        # 事实:
        #   年龄: { 类型: 年数, 提问: 老人多大年龄？, 证明材料: 身份证 }
        # 解读:  # 用到它的判定写：按解读: 按周岁
        #   按周岁: { 中文: 年龄按当天的周岁计算。, 未写明于: 通知 2 }

        """,
        """
        # Where more must be known, or the text is silent and you say how you read it, take away the # of these lines:
        # facts:
        #   age: { type: years, ask: How old is the person?, evidence: identity card }
        # readings:  # a decision that goes by it has: reading: completed years
        #   completed years: { en: Age is counted in completed years on the day., silent in: notice 2 }

        """)
  }

  private var decisions: String {
    let key = words("判定:", "decisions:")
    let comment = words("上级留下的待定事项，逐项填写", "one for each term that is left open above")
    return "\n\(key)  # \(comment)\n" + terms.enumerated().map { decision(for: $1, isFirst: $0 == 0) }.joined()
  }

  private func decision(for term: OpenTerm, isFirst: Bool) -> String {
    let article = isFirst ? words("  # 有条款的，例如：通知 2", "  # with its article: notice 2") : ""
    let label = YAMLText.comment(term.label[new.keys])
    let range = term.rangeText.map { words("，范围 \(YAMLText.comment($0))", ", within \(YAMLText.comment($0))") } ?? ""
    let optional =
      term.fallbackText.map {
        words("；可以整段删去，删去时为 \(YAMLText.comment($0))", "; or delete it all, and it is \(YAMLText.comment($0))")
      } ?? ""
    let name = YAMLText.word(term.name)
    let heading = label == term.name ? "" : words("\(label)：", "\(label): ")
    let value = value(of: term).value
    return words(
      """
        \(name):
          # \(heading)待填，把值换成自己的规定\(range)\(optional)
          依据: 通知\(article)
          值: \(value)

      """,
      """
        \(name):
          # \(heading)fill in the rule of this place\(range)\(optional)
          cite: notice\(article)
          value: \(value)

      """)
  }

  /// A value that the bounds of the term allow, as far as they are plain.
  private func value(of term: OpenTerm) -> (value: String, expected: String) {
    let plain = SampleValues.placeholder(of: term.feelType, new.keys, day: new.inForce)
    guard plain.value == "0", let range = term.rangeText else { return plain }
    let lowest = range.drop { "[(>= ".contains($0) }.prefix { $0.isASCII && ($0.isNumber || $0 == ".") }
    let digits = lowest.split(separator: ".", omittingEmptySubsequences: false).first.map(String.init) ?? ""
    guard range.first == "[" || range.hasPrefix(">="), let least = Int(digits), least > 0 else { return plain }
    return (digits, digits)
  }

  private func tests(_ record: [(fact: String, value: String)]) -> String {
    let expected = terms.map { "    \(YAMLText.word($0.name)): \(value(of: $0).expected)\n" }.joined()
    // Nothing yet depends on the facts, but whatever is filled in will.
    return SampleValues.shared(record, new.keys)
      + words(
        "情形:  # 待填：名称、事实和预期\n  第一个例子:\n    预期:\n",
        "cases:  # fill in: names, facts and what to expect\n  a first example:\n    expect:\n")
      + expected.split(separator: "\n").map { "  \($0)\n" }.joined()
  }
}
