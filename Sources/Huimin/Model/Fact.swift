import Diagnostics
import FEEL

/// Something that the policy asks about an applicant.
public struct Fact: Sendable {
  public let name: String
  public let type: FactType
  /// What people call it; its name where the author gave no label.
  public let label: Wording
  /// The question to ask.
  public let question: Wording?
  /// What shows it.
  public let evidence: Wording?
  public let note: Wording?
  /// What makes it a judgement, where it is one.
  public let judgement: Judgement?
  /// How an applicant can change it; nothing where nobody can.
  public let changeability: Changeability?
  /// The values that make sense, tested when a record is read.
  let range: Written?
  let location: Location
}

/// The type of a fact as the author writes it.
public indirect enum FactType: Sendable, Hashable {
  case boolean
  case number(unit: String?)
  /// A whole number.
  case integer(unit: String?)
  /// Completed years, whole and not negative.
  case years
  /// Yuan with at most two decimals, not negative.
  case money
  /// A ratio, such as a parameter of `10%`.
  case percent
  case date
  case text
  /// One of these, each a bare word or text, with what people call those whose name does not say it.
  case choice([String], labels: [String: Wording] = [:])
  case list(FactType)
  case record([Field])
  /// The author's type could not be read; anything may be said of it, so that one mistake is reported once.
  case unreadable

  public struct Field: Sendable, Hashable {
    public let name: String
    /// What people call it, where its name does not say it.
    public let label: Wording?
    public let type: FactType
  }

  /// The fields of a record, or of each record in a list.
  var fields: [Field] {
    switch self {
    case .record(let fields): fields
    case .list(let element): element.fields
    default: []
    }
  }

  /// The FEEL type of a fact of this type.
  /// - Parameter name: what an enumeration is called in messages.
  func feelType(named name: String) -> FeelType {
    switch self {
    case .boolean: .boolean
    case .number(let unit), .integer(let unit): .number(unit.map { Unit(named: $0) } ?? .plain)
    case .years: .number(.years)
    case .money: .number(.yuan)
    case .percent: .number(.plain)
    case .date: .date
    case .text: .string
    case .unreadable: .any
    case .choice(let members, let labels): .enumeration(Enumeration(name: name, members: members, labels: labels))
    case .list(let element): .list(element.feelType(named: name))
    case .record(let fields):
      .context(fields.map { FeelType.Field($0.name, $0.type.feelType(named: $0.name)) })
    }
  }
}

/// A number or other value that the law sets, by the date from which each value holds.
public struct Parameter: Sendable {
  public let name: String
  public let label: Wording
  public let type: FactType?
  /// The values in order of their dates.
  public let values: [DatedValue]
  public let citations: [Citation]
  let location: Location

  public struct DatedValue: Sendable {
    public let from: CalendarDate
    public let value: Value
    public let citations: [Citation]
    /// Whether it is written as a percentage.
    let isPercent: Bool
    let location: Location

    /// What kind of value it is, for messages.
    var kindName: Wording { isPercent ? FactType.percent.wording(named: "") : value.kindName }
  }

  /// The value in effect on a day, or `nil` before the first.
  public func value(on day: CalendarDate) -> DatedValue? { values.last { $0.from <= day } }
}

/// A term that a higher policy leaves to lower ones.
public struct OpenTerm: Sendable {
  public let name: String
  public let label: Wording
  public let type: FactType
  /// The question to ask where the higher policy is applied alone.
  public let question: Wording?
  /// Who may fill it in; anybody where the author does not say.
  public let filledBy: [Level]
  public let note: Wording?
  /// The bounds that a filled-in value must keep to.
  let range: Written?
  /// What it is where nobody fills it in.
  let fallback: Written?
  /// Where the instrument leaves it open and sets its bounds.
  let citations: [Citation]
  let location: Location

  /// The type of whatever fills it in.
  public var feelType: FeelType { type.feelType(named: name) }

  /// The bounds as they are written: `[0..list price]`.
  public var rangeText: String? { range?.text }

  /// The value that holds where nobody fills it in, as it is written.
  public var fallbackText: String? { fallback?.text }
}
