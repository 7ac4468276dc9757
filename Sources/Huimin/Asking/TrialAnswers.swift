import FEEL

/// A few answers that stand for all that may be given: both truths, every member, a number or a date in each stretch
/// between those with which the policy compares.
struct TrialAnswers: Sendable {
  private let constants: ComparedConstants
  private let day: CalendarDate
  private let program: Program
  /// More answers than this to one question are not tried; those left out are spread evenly.
  static let most = 9

  init(_ program: Program, on day: CalendarDate) {
    self.program = program
    self.day = day
    constants = ComparedConstants(program, on: day)
  }

  /// Values for a place, in an order that does not change; those outside the range of a fact are left out.
  func values(for place: AnswerPlace) -> [Value] {
    let found = values(of: place.type, comparedWith: constants.byFact[place.fact.name] ?? [], named: place.name)
    guard place.steps.isEmpty, let ranges = program.ranges[place.fact.name] else { return spread(found) }
    let environment = self.environment
    let run = Run()
    let allowed = found.filter { value in
      !ranges.contains { range in
        if case .boolean(false) = run.test(range.tests, input: value, in: environment) { true } else { false }
      }
    }
    return spread(allowed.isEmpty ? found : allowed)
  }

  /// Ranges that name other facts rule nothing out here.
  private var environment: Environment {
    Environment(
      Dictionary(program.facts.map { ($0.name, .unknown(Unknown($0.name))) }, uniquingKeysWith: { a, _ in a }))
  }

  private func spread(_ values: [Value]) -> [Value] {
    guard values.count > TrialAnswers.most else { return values }
    let last = values.count - 1
    return (0..<TrialAnswers.most).map { values[$0 * last / (TrialAnswers.most - 1)] }
  }

  private func values(of type: FactType, comparedWith constants: [Value], named name: String) -> [Value] {
    switch type {
    case .boolean: return [.boolean(true), .boolean(false)]
    case .choice(let members, _): return members.map { .string($0) }
    case .integer, .years: return numbers(constants, step: 1, else: [0, 1, 100], isSigned: false)
    case .number: return numbers(constants, step: 1, else: [0, 1, 100], isSigned: true)
    case .money: return numbers(constants, step: Decimal128("0.01") ?? 1, else: [0, 100, 100_000], isSigned: false)
    case .percent: return numbers(constants, step: Decimal128("0.01") ?? 1, else: [0, 1], isSigned: true)
    case .date: return dates(constants)
    case .text:
      let texts = constants.compactMap { if case .string = $0 { $0 } else { nil } as Value? }
      return texts + [.string("·")]
    case .list(let element):
      return [0, 1, 3].map { count in
        .list((0..<count).map { element.blank(named: "\(name)[\($0 + 1)]") })
      }
    case .record, .unreadable: return []
    }
  }

  /// Each number, and one before, between and after them.
  private func numbers(_ constants: [Value], step: Decimal128, else usual: [Decimal128], isSigned: Bool) -> [Value] {
    var marks = constants.compactMap { if case .number(let number) = $0 { number } else { nil } as Decimal128? }
    if !isSigned { marks = marks.filter { !$0.isNegative } }
    if marks.isEmpty { marks = usual }
    let near = marks.flatMap { [$0.subtracting(step), $0, $0.adding(step)].compactMap { $0 } }
    return near.filter { isSigned || !$0.isNegative }.sorted().distinct.map { .number($0) }
  }

  /// Each date and the days around it; of numbers the day so many years ago, and the day after.
  private func dates(_ constants: [Value]) -> [Value] {
    var days: [CalendarDate] = [day]
    for constant in constants {
      switch constant {
      case .date(let date): days += [date.adding(days: -1), date, date.adding(days: 1)].compactMap { $0 }
      case .number(let number):
        guard let years = number.int, (1...130).contains(years), let then = day.adding(months: -12 * years) else {
          continue
        }
        days += [then, then.adding(days: 1)].compactMap { $0 }
      case .monthsDuration(let duration):
        if let then = day.adding(months: -duration.months) { days += [then, then.adding(days: 1)].compactMap { $0 } }
      default: continue
      }
    }
    for months in [-1, -12, -12 * 40] where days.count < 4 { days += [day.adding(months: months)].compactMap { $0 } }
    return Set(days.map(\.dayNumber)).sorted().compactMap { CalendarDate(dayNumber: $0) }.map { .date($0) }
  }
}

extension [Decimal128] {
  /// Each number of a sorted list once.
  fileprivate var distinct: [Decimal128] {
    reduce(into: []) { if $0.last != $1 { $0.append($1) } }
  }
}
