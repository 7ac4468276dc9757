import Diagnostics
import FEEL

/// One thing to ask of an applicant, with all that the person who asks needs to know: what may be answered, what shows
/// it, and what is decided by it.
public struct Question: Sendable {
  /// What of a fact is asked for.
  public enum Kind: String, Sendable, CaseIterable {
    /// Its value, or that of a field of one of its items.
    case value
    /// How many items a list of records has; each is then asked for field by field.
    case count
    /// Who made a judgement.
    case judge
    /// When a judgement was made, and on what grounds.
    case day
  }

  /// The fact as the policy declares it.
  public let fact: Fact
  /// The fact or the part of one, as open facts of an outcome are named: `age`, `people[2].income`.
  public let name: String
  public let kind: Kind
  /// The type of the answer.
  public let type: FactType
  /// What is asked for, in a few words: `年龄`, `家庭成员第2项：月收入`.
  public let label: Wording
  /// The question itself.
  public let text: Wording
  /// The values that make sense, in words; nothing where any value of the type does.
  public let range: Wording?
  /// Why a judgement that was given before says nothing on the day.
  public let lapse: Wording?
  /// What hangs on the answer.
  public let grounds: [Ground]
  /// Which question of the interview it is, from 1.
  public let number: Int
  /// How many questions there may be after this one, at most; each list of records counts as one.
  public let left: Int
  /// Whether items of lists may come on top: a list of records may still be asked, or fields of its items.
  public let leavesLists: Bool
  /// Whether some answer to it settles the outcome.
  public let maySettle: Bool

  /// What shows it.
  public var evidence: Wording? { fact.evidence }
  public var note: Wording? { fact.note }
  /// What makes it a judgement, with who may make it; nothing for other facts.
  public var judgement: Judgement? { fact.judgement }

  /// One of the values among which an answer chooses.
  public struct Member: Sendable {
    /// As it stands in a record.
    public let name: String
    public let label: Wording
  }

  /// The values to choose from, in the order of their numbers; empty where the answer is no choice.
  public var members: [Member] {
    if kind == .judge {
      return (judgement?.entitled ?? []).map { Member(name: $0.name, label: $0.label) }
    }
    return type.members
  }

  /// A decision that hangs on an answer, with where the instrument lays it down.
  public struct Ground: Sendable {
    /// The name of the decision.
    public let decision: String
    /// What people call it; for a criterion in a list, the criterion.
    public let label: Wording
    /// Each with the title of the instrument and the place in it.
    public let citations: [Wording]
  }
}

extension FactType {
  /// The members of a choice, or of a list of choices.
  var members: [Question.Member] {
    switch self {
    case .choice(let members, let labels):
      members.map { Question.Member(name: $0, label: labels[$0] ?? Wording(both: $0)) }
    case .list(let element): (onlyField?.type ?? element).members
    default: []
    }
  }

  /// Whether a list of this type is asked for item by item, and not in one line.
  var isAskedByItem: Bool {
    switch self {
    case .list(.record): onlyField == nil
    case .list(.list): true
    default: false
    }
  }

  /// The field by which people tell the items of a list apart: the first that is a text.
  var nameField: Field? {
    guard isAskedByItem else { return nil }
    return fields.first { $0.type == .text }
  }

  /// The field of a list whose items hold nothing else, so that one line tells them all.
  var onlyField: Field? {
    guard case .list(.record(let fields)) = self, fields.count == 1, let field = fields.first else { return nil }
    switch field.type {
    case .list, .record: return nil
    default: return field
    }
  }
}
