import Diagnostics

/// What an applicant wants of a decision. It is never a rule; it tells which other outcome is worth naming.
enum Aim: Sendable {
  /// Yes rather than no, or no rather than yes.
  case truth(Bool)
  /// More rather than less.
  case more
  /// Less rather than more.
  case less
  /// The members of an enumeration that are wanted, the best first.
  case members([String])
  /// Of one of several amounts: what a payer bears, an output of a table.
  indirect case part(String, Aim)
}

/// An aim with the place where the author wrote it.
struct WrittenAim: Sendable {
  /// One for the value, or for each named part of it.
  let aims: [Aim]
  let location: Location
}
