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
  var exceptions: [Rule<P>]
  /// The policy that adds it to a decision of another; nothing for one that stands in the decision's own policy.
  var origin: String?
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

  /// What an exception outranks stands beside it, and none outranks itself by way of others.
  static func problems(withRanksOf exceptions: [Rule<P>]) -> [Diagnostic] {
    let names = exceptions.compactMap(\.name)
    var problems = exceptions.flatMap { exception in
      exception.over.filter { !names.contains($0.name) }.map { lower in
        Diagnostic(
          "unknown-name", location: lower.location,
          message: Wording(
            en: "there is no exception `\(lower.name)` beside this one", zh: "同级中没有例外 `\(lower.name)`"),
          help: Suggestion.didYouMean(lower.name, among: names))
      }
    }
    if let circle = exceptions.indices.first(where: { outranks($0, $0, among: exceptions) }) {
      let name = exceptions[circle].name ?? ""
      problems.append(
        Diagnostic(
          "cycle", location: exceptions[circle].location,
          message: Wording(
            en: "the exception `\(name)` outranks itself by way of others", zh: "例外 `\(name)` 经由别的例外优先于自己"),
          help: Wording(en: "take one `‹over›` away", zh: "去掉一个 `‹over›`")))
    }
    return problems
  }
}
