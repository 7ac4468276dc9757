import Diagnostics
import FEEL

/// What would change an outcome, in words.
extension Changes.Change {
  /// What has to be otherwise: `monthly income down to 900.00 yuan (now 1,000.00 yuan)`, `from 2027-03-01, on turning 80`.
  func condition(under program: Program) -> Wording {
    if let day { return waiting(until: day, program) }
    return facts.map { alteration($0, program) }.conjoined
  }

  private func alteration(_ fact: (name: String, from: Value, to: Value), _ program: Program) -> Wording {
    let declared = program.fact(named: fact.name)
    let label = program.label(of: fact.name)
    let type = declared?.type.feelType(named: fact.name) ?? .any
    func shown(_ value: Value) -> Wording {
      let text = ValueFormat.text(of: value, type: type, isPercent: declared?.type == .percent)
      guard declared?.type == .years else { return text }
      return Wording(en: text[.en], zh: text[.zh] + (label[.zh].contains("年龄") ? "周岁" : "年"))
    }
    if case (.list(let given), .list(let all)) = (fact.from, fact.to) {
      let added = shown(.list(Array(all.dropFirst(given.count))))
      return Wording(en: "\(label[.en]): \(added[.en]) added", zh: "\(label[.zh])：补上\(added[.zh])")
    }
    let (from, to) = (shown(fact.from), shown(fact.to))
    guard fact.to.isOnScale else {
      return Wording(en: "\(label[.en]): \(to[.en]) (now \(from[.en]))", zh: "\(label[.zh])：\(to[.zh])（现为\(from[.zh])）")
    }
    let isUp = fact.from.order(to: fact.to) == .less
    if declared?.changeability == .overTime {
      return Wording(
        en: "if all else stays so, once \(label[.en]) reaches \(to[.en]) (now \(from[.en]))",
        zh: "其他情况不变，\(label[.zh])达到\(to[.zh])（现为\(from[.zh])）")
    }
    if case .date = fact.to {
      return Wording(
        en: "\(label[.en]) \(isUp ? "put off" : "brought forward") to \(to[.en]) (now \(from[.en]))",
        zh: "\(label[.zh])\(isUp ? "推迟" : "提前")到\(to[.zh])（现为\(from[.zh])）")
    }
    return Wording(
      en: "\(label[.en]) \(isUp ? "up" : "down") to \(to[.en]) (now \(from[.en]))",
      zh: "\(label[.zh])\(isUp ? "增加" : "减少")到\(to[.zh])（现为\(from[.zh])）")
  }

  private func waiting(until day: CalendarDate, _ program: Program) -> Wording {
    let shown = ValueFormat.text(of: .date(day), type: .date)
    let events = anniversaries(on: day, program) + newValues(on: day, program)
    guard !events.isEmpty else {
      return Wording(en: "from \(shown[.en]), if all else stays so", zh: "其他情况不变，自\(shown[.zh])起")
    }
    let told = events.joined(en: " and ", zh: "、")
    return Wording(
      en: "from \(shown[.en]), \(told[.en]), if all else stays so", zh: "其他情况不变，自\(shown[.zh])（\(told[.zh])）起")
  }

  /// The dates of the record of which the day is an anniversary: a birthday above all.
  private func anniversaries(on day: CalendarDate, _ program: Program) -> [Wording] {
    outcome.facts.compactMap { fact -> Wording? in
      guard case .date(let start) = fact.value, day.year > start.year else { return nil }
      let years = day.year - start.year
      guard
        start.adding(months: 12 * years).map({ $0 == day || $0.adding(days: 1) == day && $0.day != start.day }) == true
      else { return nil }
      let label = program.label(of: fact.name)
      if label[.zh].contains("出生") || label[.en].contains("birth") {
        return Wording(en: "on turning \(years)", zh: "年满\(years)周岁")
      }
      let unit = years == 1 ? "year" : "years"
      return Wording(en: "\(years) \(unit) after \(label[.en])", zh: "\(label[.zh])满\(years)年")
    }
  }

  /// The parameters of which another value holds from the day on.
  private func newValues(on day: CalendarDate, _ program: Program) -> [Wording] {
    program.parameters.compactMap { parameter in
      guard let dated = parameter.value(on: day), dated.from == day else { return nil }
      let text = ValueFormat.text(of: dated.value, type: parameter.feelType, isPercent: parameter.type == .percent)
      return Wording(
        en: "when \(parameter.label[.en]) is \(text[.en])", zh: "\(parameter.label[.zh])改为\(text[.zh])")
    }
  }
}

extension Changes.Wish {
  /// What is wanted, by the name that people have for it, with what a value comes to: `daily subsidy 5.00 yuan`.
  func result(_ value: Value, under program: Program) -> Wording {
    let label = label(under: program)
    var (shown, type) = (value, program.decision(named: decision)?.type ?? .any)
    if let part, case .context(let parts) = value, let own = parts[part] {
      (shown, type) = (own, type.fieldType(part))
    }
    let text = ValueFormat.text(of: shown, type: type)
    return Wording(en: "\(label[.en]): \(text[.en])", zh: "\(label[.zh])：\(text[.zh])")
  }

  /// Whether a value of the decision is better than what there is now.
  fileprivate func isBetter(_ value: Value, under program: Program) -> Bool {
    program.aims(of: decision).contains { aim in
      if case .part(let name, _) = aim, name != part { return false }
      let goal = Goal(decision: decision, aim: aim, now: now)
      return if case .boolean(true) = goal.isReached(by: value, Run(errorsPropagate: true)) { true } else { false }
    }
  }

  /// Whether an amount that there is already becomes a better one by less than one in a hundred: where it grows step by step
  /// with a fact, the first step is nothing to tell.
  fileprivate func isTrifle(_ way: Changes.Change, under program: Program) -> Bool {
    guard way.day == nil, case (.number(let before), .number(let after)) = (amount(now), amount(way.value)),
      !before.isZero, let gained = after.subtracting(before)?.magnitude.multiplied(by: 100)
    else { return false }
    return gained < before.magnitude
  }

  private func amount(_ value: Value) -> Value {
    if let part, case .context(let parts) = value { parts[part] ?? .null } else { value }
  }

  /// The name that people have for what is wanted.
  fileprivate func label(under program: Program) -> Wording {
    part.map { program.memberLabel($0, of: decision) } ?? program.decision(named: decision)?.decision.label
      ?? Wording(both: decision)
  }
}

extension Changes {
  /// Ways that are not told, for there are more than anybody reads.
  private static let mostWays = 6

  /// Each way, with all that comes of it; ways that differ in one choice alone and come to the same are one.
  func ways(under program: Program) -> [Wording] {
    var found: [(way: Change, alternatives: [Value], results: [Wording])] = []
    for wish in wishes {
      for way in wish.ways where !wish.isTrifle(way, under: program) {
        if found.contains(where: { $0.way.isSame(as: way) }) { continue }
        found.append((way, way.choice.map { [$0] } ?? [], results(of: way, under: program)))
      }
    }
    var told: [(way: Change, alternatives: [Value], results: [Wording])] = []
    for entry in found {
      if let place = told.firstIndex(where: {
        $0.way.differsInChoice(from: entry.way) && $0.results == entry.results
      }) {
        told[place].alternatives += entry.alternatives
      } else {
        told.append(entry)
      }
    }
    return told.prefix(Self.mostWays).map { entry in
      let condition = entry.way.condition(orChoosing: entry.alternatives, under: program)
      let result = entry.results.joined(en: ", ", zh: "，")
      return entry.way.day == nil
        ? Wording(en: "\(condition[.en]), then \(result[.en])", zh: "\(condition[.zh])，则\(result[.zh])")
        : Wording(en: "\(condition[.en]): \(result[.en])", zh: "\(condition[.zh])，\(result[.zh])")
    }
  }

  /// All that comes out better by a way, whichever of it was sought.
  private func results(of way: Change, under program: Program) -> [Wording] {
    wishes.compactMap { wish in
      guard let value = way.outcome[wish.decision], value.unknowns == nil, value.causes.isEmpty,
        wish.isBetter(value, under: program)
      else { return nil }
      return wish.result(value, under: program)
    }
  }

  /// What an applicant is refused and can do nothing about, in one sentence. Nothing is said of a policy that does not tell
  /// what can be changed.
  func hopeless(under program: Program) -> Wording? {
    guard program.facts.contains(where: { $0.changeability != nil }) else { return nil }
    let refused = wishes.filter { $0.isHopeless && $0.isRefused }
    guard !refused.isEmpty else { return nil }
    let labels = refused.map { $0.label(under: program) }
    let told = Wording(en: labels.map(\.[.en]).joined(separator: ", "), zh: labels.map(\.[.zh]).joined(separator: "、"))
    return Wording(
      en: "\(told[.en]): nothing that this policy marks as changeable would change this",
      zh: "\(told[.zh])：规则标明申请人可以改变的情况，都不能改变这一结果")
  }
}

extension Changes.Change {
  /// Whether this is the same change, for another wish.
  fileprivate func isSame(as other: Self) -> Bool {
    day == other.day && facts.count == other.facts.count
      && zip(facts, other.facts).allSatisfy { $0.name == $1.name && $0.to.equals($1.to) }
  }

  /// What is chosen, where this is one choice among members.
  fileprivate var choice: Value? {
    guard facts.count == 1, case .string = facts[0].to else { return nil }
    return facts[0].to
  }

  fileprivate func differsInChoice(from other: Self) -> Bool {
    choice != nil && other.choice != nil && facts[0].name == other.facts[0].name
  }

  fileprivate func condition(orChoosing alternatives: [Value], under program: Program) -> Wording {
    guard alternatives.count > 1, let fact = facts.first, let declared = program.fact(named: fact.name) else {
      return condition(under: program)
    }
    let type = declared.type.feelType(named: fact.name)
    let label = program.label(of: fact.name)
    let (all, now) = (
      alternatives.map { ValueFormat.text(of: $0, type: type) }, ValueFormat.text(of: fact.from, type: type)
    )
    return Wording(
      en: "\(label[.en]): \(all.map(\.[.en]).joined(separator: " or ")) (now \(now[.en]))",
      zh: "\(label[.zh])：\(all.map(\.[.zh]).joined(separator: "或者"))（现为\(now[.zh])）")
  }
}

extension [Wording] {
  /// All at once: `a, b, and c`, `a，b，并且c`.
  fileprivate var conjoined: Wording {
    guard let last, count > 1 else { return self.last ?? Wording(both: "") }
    let first = dropLast()
    return Wording(
      en: "\(first.map(\.[.en]).joined(separator: ", ")), and \(last[.en])",
      zh: "\(first.map(\.[.zh]).joined(separator: "，"))，并且\(last[.zh])")
  }
}

extension Value {
  /// Whether there can be more or less of it.
  fileprivate var isOnScale: Bool {
    switch self {
    case .boolean, .string: false
    default: true
    }
  }
}
