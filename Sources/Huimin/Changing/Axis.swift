import FEEL

/// One way in which one fact can be changed: to a certain other value, or along a scale.
struct Axis {
  let fact: Fact
  let given: Value
  var kind: Kind
  /// Whether nothing is left to be tried along it.
  var isSpent = false

  /// Whether it comes by waiting and not by doing anything.
  var isWaiting: Bool { fact.changeability == .overTime }

  enum Kind {
    /// To this value.
    case other(Value)
    /// To any step of a scale between two ends, both included.
    case steps(ClosedRange<Int>, Scale)
  }

  /// A scale on which values are whole numbers of steps.
  enum Scale {
    case number(step: Decimal128)
    case days

    func value(at position: Int) -> Value? {
      switch self {
      case .number(let step): Decimal128(position).multiplied(by: step).map { .number($0) }
      case .days: CalendarDate(dayNumber: position).map { .date($0) }
      }
    }

    func position(of value: Value) -> Int? {
      switch (self, value) {
      case (.number(let step), .number(let number)):
        number.divided(by: step).flatMap { $0.isInteger ? $0.int : nil }
      case (.days, .date(let day)): day.dayNumber
      default: nil
      }
    }
  }

  /// The farthest that is looked: steps of a fen to ten milliard yuan.
  private static let farthest = 1_000_000_000_000
  /// How many years anybody is told to wait.
  static let mostYears = 10

  /// The ways in which a fact can be changed by an applicant; none where nobody can, or it was not given.
  static func all(of fact: Fact, given: Value?, within open: Value?) -> [Axis] {
    guard let way = fact.changeability, let given, fact.judgement == nil else { return [] }
    switch (fact.type, given) {
    case (.boolean, .boolean(let holds)):
      guard way == .freely || way == (holds ? .down : .up) else { return [] }
      return [Axis(fact: fact, given: given, kind: .other(.boolean(!holds)))]
    case (.choice(let members, _), .string(let text)):
      guard way == .freely else { return [] }
      return members.filter { $0 != text }.map { Axis(fact: fact, given: given, kind: .other(.string($0))) }
    case (.list(.choice(let members, _)), .list(let items)):
      // Papers handed in, people who take part: all that is missing at once, of which the search takes back what is not
      // needed.
      let missing = members.map { Value.string($0) }.filter { member in !items.contains { $0.equals(member) } }
      guard way == .freely || way == .up, !missing.isEmpty else { return [] }
      return [Axis(fact: fact, given: given, kind: .other(.list(items + missing)))]
    default: return scaled(fact, given, way, within: open?.bounds)
    }
  }

  /// Whether a fact can be changed in more ways than there are axes: texts and lists.
  static func isLoose(_ fact: Fact) -> Bool {
    guard fact.changeability != nil, fact.judgement == nil else { return false }
    return switch fact.type {
    case .text, .list, .record, .unreadable: true
    default: false
    }
  }

  private static func scaled(_ fact: Fact, _ given: Value, _ way: Changeability, within bounds: Bounds?) -> [Axis] {
    guard let scale = Scale(of: fact.type, given), let start = scale.position(of: given) else { return [] }
    let least = bounds?.lower.flatMap(scale.position) ?? -farthest
    let most = bounds?.upper.flatMap(scale.position) ?? farthest
    var axes: [Axis] = []
    if way != .up, way != .overTime, least < start {
      axes.append(Axis(fact: fact, given: given, kind: .steps(least...start - 1, scale)))
    }
    if way != .down, start < most {
      let most = way == .overTime && fact.type == .years ? min(most, start + mostYears) : most
      axes.append(Axis(fact: fact, given: given, kind: .steps(start + 1...most, scale)))
    }
    return axes
  }
}

extension Axis.Scale {
  /// The scale of the values that a type allows; of numbers that may be any, one as fine as the law writes them.
  fileprivate init?(of type: FactType, _ given: Value) {
    switch type {
    case .years, .integer: self = .number(step: 1)
    case .money: self = .number(step: Rounding.fen.step)
    case .number, .percent:
      let places = max(2, given.decimalPlaces ?? 0)
      guard let step = Decimal128(negative: false, coefficient: 1, exponent: -places) else { return nil }
      self = .number(step: step)
    case .date: self = .days
    default: return nil
    }
  }
}
