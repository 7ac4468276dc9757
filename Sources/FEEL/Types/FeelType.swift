/// The FEEL type lattice (DMN 1.5, 10.3.2.9), with two refinements that policies need: a number may have a unit, and
/// a string may be one of a fixed set of members.
public indirect enum FeelType: Sendable, Hashable {
  /// The type of everything: nothing is known.
  case any
  /// The type of `null` alone, which conforms to every type.
  case null
  case boolean
  case number(Unit)
  case string
  case enumeration(Enumeration)
  case date
  case time
  case dateTime
  case monthsDuration
  case daysDuration
  case list(FeelType)
  case range(FeelType)
  case context([Field])
  case function([FeelType], FeelType)

  /// A number without a unit.
  public static let number = FeelType.number(.plain)

  public struct Field: Sendable, Hashable {
    public let name: String
    public let type: FeelType

    public init(_ name: String, _ type: FeelType) {
      self.name = name
      self.type = type
    }
  }
}

/// A string type with a fixed set of members, in the order in which the author listed them.
public struct Enumeration: Sendable, Hashable {
  /// What the members are members of: the name of the fact or type that lists them.
  public let name: String
  public let members: [String]
  /// What people call members whose name alone does not say it.
  public let labels: [String: Wording]

  public init(name: String, members: [String], labels: [String: Wording] = [:]) {
    self.name = name
    self.members = members
    self.labels = labels
  }

  /// Where a text stands among the members; nothing where it is none. Members are told apart by their code points.
  func position(of text: String) -> Int? { members.firstIndex { codePointOrder($0, text) == 0 } }
}
