import Diagnostics
import FEEL

/// What makes a fact a judgement: something that nobody can look up, but that somebody entitled to must find, on grounds,
/// and that holds for a time. It is never assumed.
public struct Judgement: Sendable {
  /// Who may make it; anybody where the author does not say.
  public let entitled: [Entitled]
  /// What it is made by.
  public let basis: [Citation]
  /// How long it holds from the day on which it was made; for ever where the author does not say.
  public let validity: CalendarTerm?
  let location: Location

  /// A person or body that may make a judgement.
  public struct Entitled: Sendable {
    public let name: String
    public let label: Wording
  }
}

extension [Judgement.Entitled] {
  /// The one whom a record means, by the name or by what people call it.
  func meant(by word: String) -> Judgement.Entitled? {
    first { $0.name == word || $0.label.zh == word || $0.label.en == word }
  }
}

/// A judgement as a record gives it.
public struct JudgementMade: Sendable {
  /// Who made it.
  public let by: String
  /// When it was made.
  public let on: CalendarDate
  /// The report or the minutes in which it stands, where the record says so.
  public let basis: String?

  public init(by: String, on: CalendarDate, basis: String? = nil) {
    self.by = by
    self.on = on
    self.basis = basis
  }
}

extension Judgement {
  /// Why one that was made says nothing on a day; nothing where it holds.
  func lapse(of made: JudgementMade, on day: CalendarDate) -> Wording? {
    if made.on > day {
      return Wording(en: "it was made only on \(made.on)", zh: "该评定在 \(made.on) 才作出")
    }
    guard let end = validity?.end(from: made.on), end <= day else { return nil }
    return Wording(
      en: "the judgement of \(made.on) no longer holds since \(end)", zh: "\(made.on) 的评定自 \(end) 起已失效")
  }
}
