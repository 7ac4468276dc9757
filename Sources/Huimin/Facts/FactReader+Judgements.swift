import Diagnostics
import FEEL
import PolicySource

/// Judgements in records: `fit: { value: true, by: panel, on: 2026-01-03, basis: report 7 }`.
extension FactReader {
  /// The node with the value of a judgement; nothing, with a diagnostic, where the record does not say who made it and when.
  mutating func judged(_ node: Node, _ fact: Fact, _ judgement: Judgement) -> Node? {
    guard case .mapping(let pairs) = node.kind, let value = node.entry(Key.value) else {
      report(
        "bare-judgement", at: node.location,
        en: "`\(fact.name)` is a judgement: the record must say who made it and when",
        zh: "`\(fact.name)` 是评定结论，须写明由谁、何时作出", help: Self.form(of: fact, judgement))
      return nil
    }
    for (key, _) in pairs {
      guard let name = key.scalarText, !Self.keys.contains(where: { $0 == name || Vocabulary.chinese($0) == name })
      else { continue }
      report(
        "unknown-fact", at: key.location, en: "a judgement has no `\(name)`", zh: "评定没有 `\(name)` 一项",
        help: Suggestion.didYouMean(name, among: Self.keys + Self.keys.map(Vocabulary.chinese))
          ?? Self.form(of: fact, judgement))
    }
    guard let by = node.entry(Key.by)?.scalarText, let made = node.entry(Key.on) else {
      report(
        "bare-judgement", at: node.location, en: "the record does not say who judged `\(fact.name)`, and when",
        zh: "没有写明 `\(fact.name)` 由谁、何时评定", help: Self.form(of: fact, judgement))
      return nil
    }
    guard let entitled = judgement.entitled.meant(by: by) else {
      let names = judgement.entitled.map(\.name)
      let place = node.entry(Key.by)?.location
      report(
        "not-entitled", at: place, en: "`\(by)` may not judge `\(fact.name)`", zh: "`\(by)` 无权评定 `\(fact.name)`",
        help: Suggestion.didYouMean(by, among: names)
          ?? Wording(
            en: "it is for \(names.map { "`\($0)`" }.joined(separator: ", "))",
            zh: "应由 \(names.map { "`\($0)`" }.joined(separator: "、")) 评定"))
      return nil
    }
    guard let text = made.scalarText, let day = CalendarDate(text) else {
      report(
        "fact-type", at: made.location, en: "the day of a judgement must be a date",
        zh: "评定的日期须为日期", help: Wording(en: "write year-month-day: `2026-01-31`", zh: "写成 年-月-日：`2026-01-31`"))
      return nil
    }
    let basis = node.entry(Key.basis)?.scalarText
    judgements[fact.name] = JudgementMade(by: entitled.name, on: day, basis: basis)
    return value
  }

  /// A judgement that a program hands over, by somebody who may make it.
  mutating func require(_ made: JudgementMade?, of fact: Fact, _ judgement: Judgement) {
    guard let made else {
      return report(
        "bare-judgement", at: nil, en: "`\(fact.name)` is a judgement: say who made it and when",
        zh: "`\(fact.name)` 是评定结论，须写明由谁、何时作出", help: Self.form(of: fact, judgement))
    }
    guard !judgement.entitled.contains(where: { $0.name == made.by }) else { return }
    report(
      "not-entitled", at: nil, en: "`\(made.by)` may not judge `\(fact.name)`", zh: "`\(made.by)` 无权评定 `\(fact.name)`")
  }

  private static let keys = [Key.value, Key.by, Key.on, Key.basis]

  /// How a judgement is written.
  private static func form(of fact: Fact, _ judgement: Judgement) -> Wording {
    let by = judgement.entitled.first?.name ?? "…"
    let value = if case .boolean = fact.type { "true" } else { "…" }
    let form = "\(fact.name): { value: \(value), by: \(by), on: 2026-01-31 }"
    return Wording(en: "write `\(form)`", zh: "写成 `\(form)`")
  }
}

extension Node {
  /// The value of a key, under its English or its Chinese name.
  fileprivate func entry(_ key: String) -> Node? {
    let found = self[key] ?? self[Vocabulary.chinese(key)]
    return found.flatMap { $0.isNull ? nil : $0 }
  }
}
