import Diagnostics
import FEEL

/// Days from a first to a last, both included; open where there is no first or no last.
public struct Period: Sendable, Hashable {
  public let first: CalendarDate?
  public let last: CalendarDate?

  public func contains(_ day: CalendarDate) -> Bool {
    (first.map { $0 <= day } ?? true) && (last.map { day <= $0 } ?? true)
  }

  /// The days that both have, or `nil` where there are none.
  func intersection(_ other: Period) -> Period? {
    let first = [first, other.first].compactMap { $0 }.max()
    let last = [last, other.last].compactMap { $0 }.min()
    if let first, let last, last < first { return nil }
    return Period(first: first, last: last)
  }

  /// The period in words: `from 2025-12-22`.
  public var wording: Wording {
    switch (first, last) {
    case (let first?, let last?): Wording(en: "from \(first) to \(last)", zh: "\(first) 至 \(last)")
    case (let first?, nil): Wording(en: "from \(first)", zh: "自 \(first) 起")
    case (nil, let last?): Wording(en: "until \(last)", zh: "至 \(last) 止")
    case (nil, nil): Wording(en: "at all times", zh: "始终")
    }
  }
}
