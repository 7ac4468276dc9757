import Diagnostics
import FEEL

/// What would change an outcome, in words.
extension Changes.Change {
  /// What has to be otherwise: `monthly income down to 900.00 yuan (now 1,000.00 yuan)`, `from 2027-03-01, on turning 80`.
  func condition(under program: Program) -> Wording {
    if let day { return waiting(until: day, program) }
    let all = facts.map { alteration($0, program) }
    return all.joined(en: ", and ", zh: "，并且")
  }

  private func alteration(_ fact: (name: String, from: Value, to: Value), _ program: Program) -> Wording {
    let declared = program.fact(named: fact.name)
    let label = program.label(of: fact.name)
    let type = declared?.type.feelType(named: fact.name) ?? .any
    let isPercent = declared?.type == .percent
    let from = ValueFormat.text(of: fact.from, type: type, isPercent: isPercent)
    let to = ValueFormat.text(of: fact.to, type: type, isPercent: isPercent)
    guard fact.to.isOnScale else {
      return Wording(en: "\(label[.en]): \(to[.en]) (now \(from[.en]))", zh: "\(label[.zh])：\(to[.zh])（现为\(from[.zh])）")
    }
    let isUp = fact.from.order(to: fact.to) == .less
    if isByWaiting {
      return Wording(
        en: "once \(label[.en]) reaches \(to[.en]) (now \(from[.en]))", zh: "\(label[.zh])达到\(to[.zh])时（现为\(from[.zh])）"
      )
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
    guard let checked = program.decision(named: decision) else { return Wording(both: "") }
    var (label, shown, type) = (checked.decision.label, value, checked.type)
    if let part, case .context(let parts) = value, let own = parts[part] {
      label = program.memberLabel(part, of: decision)
      (shown, type) = (own, checked.type.fieldType(part))
    }
    let text = ValueFormat.text(of: shown, type: type)
    return Wording(en: "\(label[.en]): \(text[.en])", zh: "\(label[.zh])：\(text[.zh])")
  }
}

extension Changes {
  /// Ways that are not told, for there are more than anybody reads.
  private static let mostWays = 6

  /// Each way, with all that comes of it.
  func ways(under program: Program) -> [(condition: Wording, result: Wording)] {
    var found: [(condition: Wording, results: [Wording])] = []
    for wish in wishes {
      for way in wish.ways {
        let (condition, result) = (way.condition(under: program), wish.result(way.value, under: program))
        if let place = found.firstIndex(where: { $0.condition == condition }) {
          found[place].results.append(result)
        } else {
          found.append((condition, [result]))
        }
      }
    }
    return found.prefix(Self.mostWays).map { ($0.condition, $0.results.joined(en: ", ", zh: "，")) }
  }

  /// What an applicant is refused and can do nothing about. Nothing is said of a policy that does not tell what can be
  /// changed.
  func hopeless(under program: Program) -> [Wording] {
    guard program.facts.contains(where: { $0.changeability != nil }) else { return [] }
    return wishes.filter { $0.ways.isEmpty && $0.isRefused && $0.isComplete }
      .map { $0.result($0.now, under: program) }
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
