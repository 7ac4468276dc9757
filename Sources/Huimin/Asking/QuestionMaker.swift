import Diagnostics
import FEEL

/// Puts a question together from the fact, what hangs on it, and how far the interview has come.
struct QuestionMaker {
  private let sheet: AnswerSheet
  private let outcome: Outcome
  private let unasked: [AnswerPlace]

  init(_ sheet: AnswerSheet, _ outcome: Outcome, unasked: [AnswerPlace]) {
    self.sheet = sheet
    self.outcome = outcome
    self.unasked = unasked
  }

  private var program: Program { sheet.program }

  /// - Parameter kind: what of a judgement; the value where nothing is said.
  func question(_ place: AnswerPlace, _ kind: Question.Kind? = nil, maySettle: Bool = false) -> Question {
    let kind = kind ?? (place.type.isAskedByItem ? .count : .value)
    let type: FactType =
      switch kind {
      case .value, .count: place.type
      case .judge: .text
      case .day: .date
      }
    return Question(
      fact: place.fact, name: place.name, kind: kind, type: type, label: label(of: place), text: text(place, kind),
      range: kind == .value && place.steps.isEmpty ? RangeWords(program).words(of: place.fact) : nil,
      lapse: kind == .value ? sheet.lapse(of: place.fact) : nil,
      grounds: QuestionGrounds(program: program, outcome: outcome).grounds(of: place.fact),
      number: sheet.entries.count + 1, left: left(after: place, kind), leavesLists: leavesLists(place),
      maySettle: maySettle)
  }

  /// The label of the place, with the name of the person whose field it is.
  private func label(of place: AnswerPlace) -> Wording { place.label(whose: sheet.name(ofItemAt: place)) }

  private func text(_ place: AnswerPlace, _ kind: Question.Kind) -> Wording {
    let label = label(of: place)
    switch kind {
    case .judge: return Wording(en: "Who judged this: \(label[.en])?", zh: "\(label[.zh])：由谁评定？")
    case .day: return Wording(en: "On which day was it judged: \(label[.en])?", zh: "\(label[.zh])：哪一天评定？")
    case .value, .count:
      if place.steps.isEmpty, let question = place.fact.question { return question }
      return Wording(en: "\(label[.en])?", zh: "\(label[.zh])？")
    }
  }

  /// Questions after this one, at most: what else is open, and for judgements who made them and when.
  private func left(after place: AnswerPlace, _ kind: Question.Kind) -> Int {
    let others = unasked.filter { $0.name != place.name }
    let rest: Int =
      switch kind {
      case .judge: 1
      case .value where place.fact.judgement != nil: 2
      default: 0
      }
    return others.reduce(rest) { $0 + ($1.fact.judgement == nil ? 1 : 3) }
  }

  /// Whether lists, or fields of items that seem settled now, may come up: which items count may hang on other fields.
  private func leavesLists(_ place: AnswerPlace) -> Bool {
    unasked.contains { $0.name != place.name && $0.type.isAskedByItem } || place.type.isAskedByItem
      || sheet.openPlaces.contains { other in
        !other.steps.isEmpty && other.name != place.name && !sheet.skipped.contains(other.name) && other.type != .text
      }
  }
}
