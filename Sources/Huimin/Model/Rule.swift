import Diagnostics
import FEEL

/// A rule with the exceptions to it, each of which may have exceptions of its own.
///
/// What the rule says holds unless an exception applies. Of several that apply, the one that outranks the others counts;
/// where none does, they must come to the same, or there is no answer.
struct Rule<P: Phase>: Sendable {
  /// Nothing for the rule itself, which has no name.
  let name: String?
  let label: Wording
  /// When an exception applies; nothing for the rule itself.
  let when: P.Formula?
  let value: P.Formula
  let because: P.Template?
  let citations: [Citation]
  let readings: [Named]
  /// The exceptions beside this one that it outranks.
  let over: [Named]
  let exceptions: [Rule<P>]
  let location: Location
}

extension Rule {
  /// This and every exception to it, those within others too.
  var all: [Rule<P>] { [self] + exceptions.flatMap(\.all) }

  /// Whether one of several exceptions outranks another, itself or by way of a third.
  static func outranks(_ a: Int, _ b: Int, among exceptions: [Rule<P>]) -> Bool {
    var seen: Set<Int> = []
    var left = [a]
    while let position = left.popLast() {
      guard seen.insert(position).inserted else { continue }
      let lower = exceptions[position].over.compactMap { named in exceptions.firstIndex { $0.name == named.name } }
      if lower.contains(b) { return true }
      left += lower
    }
    return false
  }
}
