@_exported import Diagnostics

/// A FEEL value (DMN 1.5, 10.3.2.2), or the knowledge that there is none.
///
/// Two things that other engines fold into `null` are kept apart. A ``null(_:)`` that an error produced carries its
/// cause, so that it can be reported; a value that nobody has given yet is ``unknown(_:)``, which is not false, not
/// zero and not null, and which logic and choices see through wherever the answer does not depend on it.
public enum Value: Sendable {
  /// No value. The cause says why, where an error made it; a legitimate null has none.
  case null(Cause?)
  case boolean(Bool)
  case number(Decimal128)
  /// Text, compared and counted by code point.
  case string(String)
  case date(CalendarDate)
  case time(TimeOfDay)
  case dateTime(DateTime)
  /// A `years and months duration`.
  case monthsDuration(MonthsDuration)
  /// A `days and time duration`.
  case daysDuration(DaysDuration)
  case list([Value])
  case context(Context)
  case range(RangeValue)
  case function(FunctionValue)
  /// Not given: the outcome may still turn out to be settled without it. Plain FEEL never makes one.
  case unknown(Unknown)

  /// A null that no error made.
  public static let null = Value.null(nil)

  /// A null made by an error, carrying where and why.
  public static func null(because diagnostic: Diagnostic) -> Value { .null(Cause(diagnostic)) }

  /// Whether this is null, whatever the cause.
  public var isNull: Bool { if case .null = self { true } else { false } }

  /// Whether this is unknown. A list or context that holds something unknown is not.
  public var isUnknown: Bool { if case .unknown = self { true } else { false } }
}

/// Why a value is null: the one located diagnostic of the operation that could not give a value.
public final class Cause: Sendable {
  public let diagnostic: Diagnostic

  public init(_ diagnostic: Diagnostic) { self.diagnostic = diagnostic }
}

/// What an unknown value waits for: the facts that were not given and on which it depends.
public struct Unknown: Sendable, Equatable {
  /// Names in the order in which they were met, each once. Never empty.
  public let facts: [String]
  /// Every value that it may turn out to be, where those are few: what a choice between known values leaves open.
  public let possible: [Value]?
  /// Whether there may turn out to be an error instead: on the other side of a condition, in a branch of a choice, or
  /// because rules may contradict each other. A choice that depends on it is not settled, even where its branches agree.
  public let mayFail: Bool

  /// More facts than this are not named.
  static let mostFacts = 200
  /// More possible values than this are not kept.
  static let mostPossible = 16

  public init(_ fact: String) {
    self.init(facts: [fact])
  }

  private init(facts: [String], possible: [Value]? = nil, mayFail: Bool = false) {
    self.facts = facts
    self.possible = possible
    self.mayFail = mayFail
  }

  /// What a value waits for that depends on both. What it may be is not kept.
  public func union(_ other: Unknown) -> Unknown {
    // Whoever has this many open questions is not helped by more.
    let isEnough = facts == other.facts || facts.count >= Unknown.mostFacts
    return Unknown(
      facts: isEnough ? facts : facts + other.facts.filter { !facts.contains($0) },
      mayFail: mayFail || other.mayFail)
  }

  /// The same facts, of a value that may be anything.
  public var open: Unknown { Unknown(facts: facts, mayFail: mayFail) }

  /// The same facts, of a value that an error may stand in for.
  package var failing: Unknown { Unknown(facts: facts, mayFail: true) }

  public static func == (a: Unknown, b: Unknown) -> Bool { a.facts == b.facts }

  /// The same facts, of a value that can only be one of these.
  func limited(to possible: [Value]) -> Unknown { Unknown(facts: facts, possible: possible, mayFail: mayFail) }
}
