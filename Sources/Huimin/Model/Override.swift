import Diagnostics
import FEEL

/// Who may decide otherwise than the rule does, in hardship or for other grounds that no rule foresees: 特殊困难的，可由…另行决定.
/// What the rule says is still worked out and told.
public struct Override: Sendable {
  /// Who may.
  public let entitled: [Judgement.Entitled]
  /// Where the instrument allows it.
  public let citations: [Citation]
  /// How long such a decision holds at most; as long as it says itself where the author does not say.
  public let validity: CalendarTerm?
  public let note: Wording?
  let location: Location
}

/// A decision otherwise, as a record gives it.
public struct OverrideMade: Sendable {
  /// What takes the place of the rule's own value.
  public let value: Value
  /// Who decided so.
  public let by: String
  /// When.
  public let on: CalendarDate
  /// The last day on which it holds, where the record says so.
  public let until: CalendarDate?
  /// The minutes or the reply in which it stands, where the record says so.
  public let basis: String?

  public init(value: Value, by: String, on: CalendarDate, until: CalendarDate? = nil, basis: String? = nil) {
    self.value = value
    self.by = by
    self.on = on
    self.until = until
    self.basis = basis
  }
}

extension Override {
  /// What people call somebody who may decide otherwise.
  func label(of name: String) -> Wording { entitled.first { $0.name == name }?.label ?? Wording(both: name) }

  /// Why one that was made counts for nothing on a day, as the end of a sentence; nothing where it holds.
  func lapse(of made: OverrideMade, on day: CalendarDate) -> Wording? {
    if made.on > day {
      return Wording(en: "was made only later", zh: "在判定日期之后才作出")
    }
    if let until = made.until, until < day {
      let last = ValueFormat.text(of: .date(until), type: .date)
      return Wording(en: "ended on \(last[.en])", zh: "至\(last[.zh])为止，已经到期")
    }
    guard let end = validity?.end(from: made.on), end <= day else { return nil }
    let first = ValueFormat.text(of: .date(end), type: .date)
    return Wording(en: "no longer holds since \(first[.en])", zh: "自\(first[.zh])起失效")
  }
}
