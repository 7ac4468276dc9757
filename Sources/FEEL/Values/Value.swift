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
