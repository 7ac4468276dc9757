/// What an unknown value waits for: the facts that were not given and on which it depends, and what it may turn out to be.
public struct Unknown: Sendable, Equatable {
  /// Names in the order in which they were met, each once. Never empty.
  public let facts: [String]
  /// Every value that it may turn out to be, where those are few: what a choice between known values leaves open.
  public var possible: [Value]? { extent?.possible }
  /// The ends between which it lies, as far as they are known; where the possible values are listed, theirs.
  public var bounds: Bounds? { extent?.bounds }
  /// Whether there may turn out to be an error instead: on the other side of a condition, in a branch of a choice, or
  /// because rules may contradict each other. A choice that depends on it is not settled, even where its branches agree;
  /// what it may be otherwise is told all the same.
  public let mayFail: Bool
  private let extent: Extent?

  /// What it may be. Apart, for values would otherwise hold themselves.
  private final class Extent: Sendable {
    let possible: [Value]?
    let bounds: Bounds?

    init(possible: [Value]?, bounds: Bounds?) {
      self.possible = possible
      self.bounds = bounds
    }
  }

  /// More facts than this are not named.
  static let mostFacts = 200
  /// More possible values than this are not kept.
  static let mostPossible = 16

  public init(_ fact: String) {
    self.init(facts: [fact])
  }

  private init(facts: [String], extent: Extent? = nil, mayFail: Bool = false) {
    self.facts = facts
    self.extent = extent
    self.mayFail = mayFail
  }

  /// What a value waits for that depends on both. What it may be is not kept.
  public func union(_ other: Unknown) -> Unknown {
    // Whoever has this many open questions is not helped by more.
    let isEnough = facts == other.facts || facts.count >= Unknown.mostFacts
    return Unknown(
      facts: isEnough ? facts : facts + other.facts.filter { !facts.contains($0) },
      mayFail: mayFail || other.mayFail)
  }

  /// The same facts, of a value that may be anything.
  public var open: Unknown { Unknown(facts: facts, mayFail: mayFail) }

  /// The same facts, of a value that may be anything but an error.
  package var unfailing: Unknown { Unknown(facts: facts) }

  /// The same facts, of a value that an error may stand in for.
  package var failing: Unknown { Unknown(facts: facts, extent: extent, mayFail: true) }

  public static func == (a: Unknown, b: Unknown) -> Bool { a.facts == b.facts }

  /// The same facts, of a value that can only be one of these.
  package func limited(to possible: [Value]) -> Unknown {
    Unknown(facts: facts, extent: Extent(possible: possible, bounds: Bounds(around: possible)), mayFail: mayFail)
  }

  /// The same facts, of a value that lies between these ends.
  package func limited(to bounds: Bounds?) -> Unknown {
    Unknown(facts: facts, extent: bounds.map { Extent(possible: nil, bounds: $0) }, mayFail: mayFail)
  }
}
