import Huimin

/// What became of the records of a batch, told in the end.
struct BatchSummary {
  private let tally: BatchTally
  private let plan: BatchPlan
  private let language: Language
  /// More lines of one kind than these are counted.
  private static let most = 20

  init(_ tally: BatchTally, _ plan: BatchPlan, _ language: Language) {
    self.tally = tally
    self.plan = plan
    self.language = language
  }

  private func words(_ zh: String, _ en: String) -> String { language == .zh ? zh : en }

  private func records(_ count: Int) -> String {
    words("\(count.grouped) 条", "\(count.grouped) \(count == 1 ? "record" : "records")")
  }

  var text: String {
    var text = words(
      "\(records(tally.records))：已判定 \(tally.decided.grouped)，未定 \(tally.undetermined.grouped)，未处理 \(tally.refused.grouped)\n",
      "\(records(tally.records)): \(tally.decided.grouped) decided, \(tally.undetermined.grouped) not settled, \(tally.refused.grouped) kept out\n"
    )
    let open = lines(tally.open.map { (plan.label(of: $0.key)[language], $0.value) })
    if !open.isEmpty { text += words("未定，因为不知道\n", "not settled for want of\n") + open }
    let refusals = lines(tally.refusals.map { (meaning(of: $0.key), $0.value) })
    if !refusals.isEmpty { text += words("未处理，原因\n", "kept out because of\n") + refusals }
    return text + answers + totals
  }

  /// A code with what it says.
  private func meaning(of code: String) -> String {
    guard let summary = CodeRoom.page(of: code)?.summary[language] else { return code }
    return words("\(summary)（\(code)）", "\(summary) (\(code))")
  }

  private func lines(_ counts: [(name: String, count: Int)]) -> String {
    let sorted = counts.sorted { ($1.count, $0.name) < ($0.count, $1.name) }
    let rest = sorted.dropFirst(BatchSummary.most).count
    return sorted.prefix(BatchSummary.most).map { "  \($0.name)  \($0.count.grouped)\n" }.joined()
      + (rest > 0 ? words("  ……还有 \(rest) 种\n", "  … and \(rest) more kinds\n") : "")
  }

  /// How many have yes and no, and of those with no why.
  private var answers: String {
    var text = ""
    for (column, count) in zip(plan.columns, tally.answers) where count.yes + count.no > 0 {
      let label = plan.label(of: column)[language]
      text += words(
        "\(label)：是 \(count.yes.grouped)，否 \(count.no.grouped)\n",
        "\(label): yes \(count.yes.grouped), no \(count.no.grouped)\n")
    }
    for (decision, counts) in tally.unmet.sorted(by: { $0.key < $1.key }) {
      text += words(
        "\(plan.label(of: decision)[language])：未满足的条件\n", "\(plan.label(of: decision)[language]): not met\n")
      text += lines(counts.map { (plan.label(ofCriterion: $0.key, of: decision)[language], $0.value) })
    }
    return text
  }

  private var totals: String {
    guard !plan.amounts.isEmpty, tally.decided > 0 else { return "" }
    let lines = zip(plan.amounts, tally.totals).map { column, total -> String in
      let amount = total.map { plan.text(ofAmount: $0)[language] } ?? words("数位过多，未合计", "too many digits to add up")
      return "  \(plan.label(of: column)[language])  \(amount)\n"
    }
    let head =
      tally.undetermined > 0 ? words("已定部分的合计\n", "in all, as far as settled\n") : words("合计\n", "in all\n")
    return head + lines.joined()
  }
}
