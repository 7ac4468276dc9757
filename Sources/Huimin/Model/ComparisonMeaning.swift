import Diagnostics

/// Whether a number belongs to what a word of comparison says of it.
enum Inclusion: String, Sendable, CaseIterable {
  case including, excluding
}

/// What the words of comparison mean in an instrument: 以上 and 以下 include the number in most, and not in all.
struct ComparisonMeaning: Sendable {
  let words: [String: Inclusion]
  /// The place that says so.
  let citations: [Citation]

  /// By word, whether it includes the number, as expressions are read.
  var includes: [String: Bool] { words.mapValues { $0 == .including } }

  static let none = ComparisonMeaning(words: [:], citations: [])
}
