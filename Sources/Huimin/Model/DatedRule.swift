import Diagnostics
import FEEL

/// How something is decided from a day on: where an instrument changes one rule and leaves the others as they are.
struct DatedRule<P: Phase>: Sendable {
  let from: CalendarDate
  let decision: Decision<P>
}

extension [DatedRule<Checked>] {
  /// The position of the rule that holds on a day; nothing before the first.
  func position(on day: CalendarDate) -> Int? { lastIndex { $0.from <= day } }
}
