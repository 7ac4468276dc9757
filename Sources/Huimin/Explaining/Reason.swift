import Diagnostics
import FEEL

/// A node of the tree of reasons: one statement about this record, what it rests on, and who says so.
public struct Reason: Sendable {
  /// What the statement is about.
  public enum Kind: String, Sendable {
    /// What was decided, with the value.
    case decision
    /// A case or row that gave the value, or might.
    case rule
    /// A thing required, with whether it is met.
    case criterion
    /// What one payer bears.
    case share
    /// A value that the law sets, with the day since which it holds.
    case parameter
    /// A condition that held or failed, with the values that made it so.
    case condition
    /// A step of calculation: a rounding, a cut.
    case step
  }

  /// How a criterion or condition stands.
  public enum Standing: String, Sendable {
    case met, unmet, waived, unknown
    /// It could not be evaluated.
    case failed
  }

  public let kind: Kind
  /// The name in the policy, where the statement is about something that has one.
  public let name: String?
  /// What people call it.
  public let label: Wording?
  public let standing: Standing?
  public let value: Value?
  /// The type of the value, which tells money from other numbers.
  let type: FeelType
  /// The value as people write it, in each language.
  public let valueText: Wording?
  /// The statement itself, a sentence or the clause of one.
  public let text: Wording?
  public let citations: [ResolvedCitation]
  public let readings: [Reading]
  /// What shows that a criterion is met.
  public let evidence: Wording?
  /// What would cure an unmet criterion.
  public let cure: Wording?
  /// Of how many of the criteria inside it is enough that they are met; `nil` where all must be, or there are none.
  public let needed: Int?
  /// Who gets the money, where that is not the applicant.
  public let paidTo: Wording?
  /// What else the author tells of it.
  public let note: Wording?
  /// The id of the policy that the rule comes from, where that is not the one that was asked.
  public let origin: String?
  /// What the statement rests on.
  public internal(set) var because: [Reason]
  /// The facts on which it rests, whatever lies between: who knows its text may know something of them. Nothing while the
  /// decision has not been told to which it belongs.
  var restsOn: [String]?
  /// Of a decision that was set aside: by whom, and what the rule comes to.
  public internal(set) var setAside: SetAsideRule?

  /// What a rule comes to that somebody set aside.
  public struct SetAsideRule: Sendable {
    public let made: OverrideMade
    /// What the rule comes to.
    public let value: Value
    public let valueText: Wording
  }
  /// Whether a condition only repeats a yes or no that was given, so that a criterion which is met need not show it.
  let isBare: Bool
  /// Whether a condition asks that the statement be false: then "no" is what was wanted.
  let isNegated: Bool
  /// Whether it is a payer of whom nothing is laid down but that it bears nothing: there is nothing to tell.
  let isSilent: Bool
  /// Whether it tells why something else is not so, which only somebody asks who examines the decision.
  let isAside: Bool

  init(
    _ kind: Kind, name: String? = nil, label: Wording? = nil, standing: Standing? = nil, value: Value? = nil,
    type: FeelType = .any, valueText: Wording? = nil, text: Wording? = nil, citations: [ResolvedCitation] = [],
    readings: [Reading] = [],
    evidence: Wording? = nil, cure: Wording? = nil, needed: Int? = nil, paidTo: Wording? = nil, note: Wording? = nil,
    origin: String? = nil,
    because: [Reason] = [], restsOn: [String]? = nil,
    isBare: Bool = false, isNegated: Bool = false, isSilent: Bool = false, isAside: Bool = false
  ) {
    self.kind = kind
    self.name = name
    self.label = label
    self.standing = standing
    self.value = value
    self.type = type
    self.valueText = valueText ?? value.map { ValueFormat.text(of: $0, type: type) }
    self.text = text
    self.citations = citations
    self.readings = readings
    self.evidence = evidence
    self.cure = cure
    self.needed = needed
    self.paidTo = paidTo
    self.note = note
    self.origin = origin
    self.because = because
    self.restsOn = restsOn
    self.isBare = isBare
    self.isNegated = isNegated
    self.isSilent = isSilent
    self.isAside = isAside
  }
}

extension Reason {
  /// Whether something in it could not be worked out.
  var holdsError: Bool { standing == .failed || because.contains(where: \.holdsError) }

  /// What something is called, with its value: `age: 83`.
  var headline: Wording? {
    guard let label, let valueText else { return nil }
    return Wording(en: "\(label[.en]): \(valueText[.en])", zh: "\(label[.zh])：\(valueText[.zh])")
  }

  /// Its sentence as a line of its own, for where another one takes its place.
  var sentenceAsStep: [Reason] {
    guard let text, text != Wording(both: "") else { return [] }
    return [Reason(.step, text: text)]
  }
}

/// A citation with the instrument that it names.
public struct ResolvedCitation: Sendable {
  public let source: Source
  public let article: String?
}

extension [ResolvedCitation] {
  /// These, with those of a rule: a place in an instrument stands for the instrument as a whole.
  func refined(by others: [ResolvedCitation]) -> [ResolvedCitation] {
    let general = filter { mine in
      !others.contains { $0.source.isSame(as: mine.source) && (mine.article == nil || mine.article == $0.article) }
    }
    return general + others
  }
}
