import Diagnostics
import FEEL
import PolicySource

/// Decisions otherwise in records: `overrides: { subsidy: { value: 5, by: director, on: 2026-01-03, until: 2026-06-30 } }`.
extension FactReader {
  /// The words of a record that no fact can have for a name, in English and in Chinese.
  static let overridesKeys = ["overrides", "另行决定"]

  static func isOfOverrides(_ key: String?) -> Bool { key.map { overridesKeys.contains($0) } ?? false }

  /// The keys of one that was made, each with its Chinese form.
  private static let keys = [
    (Key.value, "值"), (Key.by, "决定人"), (Key.on, "决定日期"), ("until", "有效至"), (Key.basis, "决定依据"),
  ]

  mutating func readOverrides(_ node: Node) {
    if node.isNull { return }
    guard case .mapping(let pairs) = node.kind else {
      return report(
        "bare-override", at: node.location, en: "`overrides` must name the decisions that are set aside",
        zh: "`另行决定` 须写明哪些判定另行决定", help: form(of: nil))
    }
    for (key, value) in pairs where !value.isNull {
      guard let name = key.scalarText else { continue }
      overrides[name] = nil
      if let checked = overridable(name, at: key.location) { overrides[name] = made(value, of: checked) }
    }
  }

  /// The decision of a name, where it may be set aside; otherwise a diagnostic.
  private mutating func overridable(_ name: String, at location: Location?) -> CheckedDecision? {
    let allowed = program.decisions.filter { $0.decision.override != nil }
    if let checked = allowed.first(where: { $0.decision.name == name }) { return checked }
    let names = allowed.map(\.decision.name)
    let isDecision = program.decision(named: name) != nil
    report(
      "not-overridable", at: location,
      en: isDecision
        ? "nobody may decide `\(name)` otherwise"
        : "`\(program.policy.id)` has no decision `\(name)` that could be set aside",
      zh: isDecision ? "`\(name)` 没有规定可以另行决定" : "`\(program.policy.id)` 没有可以另行决定的判定 `\(name)`",
      help: Suggestion.didYouMean(name, among: names)
        ?? (names.isEmpty
          ? nil
          : Wording(
            en: "this can be said of \(names.map { "`\($0)`" }.joined(separator: ", "))",
            zh: "可以另行决定的有 \(names.map { "`\($0)`" }.joined(separator: "、"))")))
    return nil
  }

  private mutating func made(_ node: Node, of checked: CheckedDecision) -> OverrideMade? {
    let name = checked.decision.name
    guard case .mapping(let pairs) = node.kind, let value = node.part(FactReader.keys[0]),
      let by = node.part(FactReader.keys[1])?.scalarText, let written = node.part(FactReader.keys[2])
    else {
      report(
        "bare-override", at: node.location,
        en: "the record must say what is decided of `\(name)` instead, by whom and when",
        zh: "`\(name)` 另行决定的，须写明结果、由谁、何时决定", help: form(of: checked))
      return nil
    }
    let words = FactReader.keys.flatMap { [$0.0, $0.1] }
    for (key, _) in pairs {
      guard let word = key.scalarText, !words.contains(word) else { continue }
      report(
        "unknown-fact", at: key.location, en: "a decision otherwise has no `\(word)`", zh: "另行决定没有 `\(word)` 一项",
        help: Suggestion.didYouMean(word, among: words) ?? form(of: checked))
    }
    guard let who = requireEntitled(by, of: checked, at: node.part(FactReader.keys[1])?.location) else { return nil }
    guard let on = day(written), let read = read(value, of: checked) else { return nil }
    var until: CalendarDate?
    if let last = node.part(FactReader.keys[3]) {
      guard let day = day(last) else { return nil }
      until = day
    }
    return OverrideMade(
      value: read, by: who.name, on: on, until: until, basis: node.part(FactReader.keys[4])?.scalarText)
  }

  private mutating func requireEntitled(_ by: String, of checked: CheckedDecision, at location: Location?)
    -> Judgement.Entitled?
  {
    let entitled = checked.decision.override?.entitled ?? []
    if let who = entitled.meant(by: by) { return who }
    let names = entitled.map(\.name)
    let name = checked.decision.name
    report(
      "not-entitled", at: location, en: "`\(by)` may not decide `\(name)` otherwise", zh: "`\(by)` 无权对 `\(name)` 另行决定",
      help: Suggestion.didYouMean(by, among: names)
        ?? Wording(
          en: "it is for \(names.map { "`\($0)`" }.joined(separator: ", "))",
          zh: "应由 \(names.map { "`\($0)`" }.joined(separator: "、")) 决定"))
    return nil
  }

  private mutating func day(_ node: Node) -> CalendarDate? {
    if let day = node.scalarText.flatMap({ CalendarDate($0) }) { return day }
    report(
      "fact-type", at: node.location, en: "the days of a decision otherwise must be dates", zh: "另行决定的日期须为日期",
      help: Wording(en: "write year-month-day: `2026-01-31`", zh: "写成 年-月-日：`2026-01-31`"))
    return nil
  }

  private mutating func read(_ node: Node, of checked: CheckedDecision) -> Value? {
    guard let type = checked.recorded, case .scalar(let scalar) = node.kind, let value = scalar.value(as: type) else {
      let wanted = checked.recorded?.wording(named: checked.decision.name) ?? checked.type.wording
      let found = node.scalarText.map { Wording(both: "`\(Quotation.of($0))`") } ?? node.kindName
      report(
        "fact-type", at: node.location,
        en: "`\(checked.decision.name)` must be \(wanted[.en]), not \(found[.en])",
        zh: "`\(checked.decision.name)` 应为\(wanted[.zh])，而不是\(found[.zh])")
      return nil
    }
    return fits(value, checked, at: node.location) ? value : nil
  }

  private mutating func fits(_ value: Value, _ checked: CheckedDecision, at location: Location?) -> Bool {
    guard let problem = checked.recorded?.problem(with: value) else { return true }
    let name = checked.decision.name
    report("fact-type", at: location, en: "`\(name)` \(problem[.en])", zh: "`\(name)` \(problem[.zh])")
    return false
  }

  /// A decision otherwise that a program hands over, by somebody who may make it.
  mutating func require(_ made: OverrideMade, of name: String) {
    guard let checked = overridable(name, at: nil), requireEntitled(made.by, of: checked, at: nil) != nil else {
      return
    }
    guard let type = checked.recorded, made.value.conforms(to: type.feelType(named: name)) else {
      let wanted = checked.recorded?.wording(named: name) ?? checked.type.wording
      return report(
        "fact-type", at: nil, en: "`\(name)` must be \(wanted[.en]), not \(made.value.kindName[.en])",
        zh: "`\(name)` 应为\(wanted[.zh])，而不是\(made.value.kindName[.zh])")
    }
    _ = fits(made.value, checked, at: nil)
  }

  /// How one is written.
  private func form(of checked: CheckedDecision?) -> Wording {
    let decision = checked ?? program.decisions.first { $0.decision.override != nil }
    let name = decision?.decision.name ?? "…"
    let by = decision?.decision.override?.entitled.first?.name ?? "…"
    return Wording(
      en: "write `overrides: { \(name): { value: …, by: \(by), on: 2026-01-31 } }`",
      zh: "写成 `另行决定: { \(name): { 值: …, 决定人: \(by), 决定日期: 2026-01-31 } }`")
  }
}

extension Node {
  /// The value of a key, under its English or its Chinese name.
  fileprivate func part(_ key: (String, String)) -> Node? {
    let found = self[key.0] ?? self[key.1]
    return found.flatMap { $0.isNull ? nil : $0 }
  }
}
