import FEEL

/// All that a fact which is not given may be, in pieces within which the rules mostly do not tell one value from another.
struct Pieces {
  /// Together they hold every value that the fact may have. Numbers and dates that are not told apart stand in one.
  let values: [Value]

  /// - Parameters:
  ///   - open: the fact as something not given, with the ends between which it lies.
  ///   - constants: what anything that depends on it is compared with.
  /// - Returns: nothing for a fact that cannot be parted: a text, a list.
  init?(of fact: Fact, _ open: Value, comparedWith constants: [Value], on day: CalendarDate) {
    switch fact.type {
    case .boolean: values = [.boolean(true), .boolean(false)]
    case .choice(let members, _): values = members.map { .string($0) }
    case .years, .integer, .money, .number, .percent, .date:
      let marks = constants.compactMap { Pieces.mark(of: fact.type, $0, day) }.sorted { $0.order(to: $1) == .less }
      values = Pieces.stretches(of: fact, open.bounds, between: marks)
    default: return nil
    }
  }

  /// Where something may begin to be otherwise: at a constant of the type; of dates also on the day after that on which
  /// somebody was born who is so old now.
  private static func mark(of type: FactType, _ constant: Value, _ day: CalendarDate) -> Value? {
    switch (type, constant) {
    case (.date, .date): return constant
    case (.date, .number(let number)):
      guard let years = number.int, (1...130).contains(years) else { return nil }
      return day.adding(months: -12 * years)?.adding(days: 1).map { .date($0) }
    case (.date, .monthsDuration(let duration)):
      return day.adding(months: -duration.months)?.adding(days: 1).map { .date($0) }
    case (.date, _): return nil
    case (_, .number): return type.problem(with: constant) == nil ? constant : nil
    default: return nil
    }
  }

  /// More marks than these are not used; those left out are spread evenly.
  private static let mostMarks = 6

  private static func stretches(of fact: Fact, _ bounds: Bounds?, between marks: [Value]) -> [Value] {
    var marks = marks.filter { mark in
      guard let bounds else { return true }
      return Bounds(lower: bounds.lower, upper: mark) != nil && Bounds(lower: mark, upper: bounds.upper) != nil
    }
    if marks.count > mostMarks {
      marks = (0..<mostMarks).map { marks[$0 * (marks.count - 1) / (mostMarks - 1)] }
    }
    let unknown = Unknown(fact.name)
    var lower = bounds?.lower
    var pieces: [Value] = []
    for mark in marks {
      if lower?.equals(mark) != true {
        pieces.append(.unknown(unknown.limited(to: Bounds(lower: lower, upper: before(mark, fact.type)))))
      }
      lower = mark
    }
    pieces.append(.unknown(unknown.limited(to: Bounds(lower: lower, upper: bounds?.upper))))
    return pieces
  }

  /// The value before a mark, where values go up in steps.
  private static func before(_ mark: Value, _ type: FactType) -> Value {
    switch (type, mark) {
    case (.years, .number(let number)), (.integer, .number(let number)):
      number.rounded(toMultipleOf: 1, .ceiling)?.subtracting(1).map { .number($0) } ?? mark
    case (.money, .number(let number)):
      number.rounded(toMultipleOf: Rounding.fen.step, .ceiling)?.subtracting(Rounding.fen.step).map { .number($0) }
        ?? mark
    case (.date, .date(let day)): day.adding(days: -1).map { .date($0) } ?? mark
    default: mark
    }
  }
}
