import FEEL

/// What an input of a table can be, as far as it is certain: values that it may never take must not be told of as a gap.
struct PossibleValues {
  enum Kind {
    /// One of these.
    case listed([Value])
    case text, numbers, dates
    /// Whatever a cell says of it cannot be judged.
    case unknown
  }

  var kind: Kind
  /// The type that an author declares, which refuses some values.
  var type: FactType?
  /// Whether it is worked out from facts instead of being one.
  var isComputed = false
  /// The ranges that are set for it.
  var ranges: [UnaryTests] = []
  /// The step in which numbers go up; nothing where they go up in any.
  var step: Decimal128?
  /// Whether the step is not known; then it is taken to be whole where the cells name whole numbers alone.
  var isStepUnknown = false
  /// Whether it is certain that numbers below all that the cells name are possible, and above.
  var reachesDown = true
  var reachesUp = true

  static let unknown = PossibleValues(kind: .unknown)
  static let truths = PossibleValues(kind: .listed([.boolean(true), .boolean(false)]))

  /// What a fact of a type can be.
  init(_ type: FactType) {
    self.init(kind: .unknown)
    self.type = type
    switch type {
    case .boolean: self = .truths
    case .choice(let members, _): kind = .listed(members.map { .string($0) })
    case .integer, .years: (kind, step) = (.numbers, 1)
    case .money: (kind, step) = (.numbers, Rounding.fen.step)
    case .number, .percent: kind = .numbers
    case .date: kind = .dates
    case .text: kind = .text
    case .list, .record, .unreadable: break
    }
  }

  /// What is computed can be anything of its type, or less; which text it can be nobody knows.
  init(computed type: FeelType) {
    self.init(kind: .unknown)
    isComputed = true
    switch type {
    case .boolean: self = .truths
    case .enumeration(let choice): kind = .listed(choice.members.map { .string($0) })
    case .number: (kind, isStepUnknown) = (.numbers, true)
    case .date: kind = .dates
    default: break
    }
  }

  init(kind: Kind) { self.kind = kind }

  /// Whether its type and its ranges allow a value.
  func allow(_ value: Value) -> Bool {
    guard type?.problem(with: value) == nil else { return false }
    return ranges.allSatisfy { range in
      if case .boolean(true) = Run().test(range, input: value, in: Environment()) { true } else { false }
    }
  }
}
