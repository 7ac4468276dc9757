/// The ends between which a value lies that is not known: of numbers, dates or durations. Both ends are possible as far as
/// is known; an end that is missing is not known.
public struct Bounds: Sendable {
  public let lower: Value?
  public let upper: Value?

  /// - Returns: nothing where neither end is known, or where they are of two kinds or in the wrong order.
  package init?(lower: Value?, upper: Value?) {
    guard lower != nil || upper != nil else { return nil }
    for end in [lower, upper] { if let end, !end.isOrdered { return nil } }
    if let lower, let upper {
      switch lower.order(to: upper) {
      case .less, .equal: break
      default: return nil
      }
    }
    self.lower = lower
    self.upper = upper
  }

  /// The narrowest that hold every one of some values.
  package init?(around values: [Value]) {
    guard let first = values.first, first.isOrdered else { return nil }
    var (least, most) = (first, first)
    for value in values.dropFirst() {
      switch value.order(to: least) {
      case .less: least = value
      case .equal, .greater: break
      default: return nil
      }
      if case .greater = value.order(to: most) { most = value }
    }
    self.init(lower: least, upper: most)
  }

  /// The one value that lies between the ends, where they are the same.
  var only: Value? {
    guard let lower, let upper, lower.equals(upper) else { return nil }
    return lower
  }

  /// The narrowest that hold all that these or those hold.
  func joined(with other: Bounds) -> Bounds? {
    func outer(_ a: Value?, _ b: Value?, _ wanted: Value.Relation) -> Value? {
      guard let a, let b else { return nil }
      let relation = a.order(to: b)
      guard relation == .less || relation == .equal || relation == .greater else { return nil }
      return relation == wanted ? a : b
    }
    return Bounds(lower: outer(lower, other.lower, .less), upper: outer(upper, other.upper, .greater))
  }

  /// What both hold.
  package func narrowed(by other: Bounds) -> Bounds {
    func inner(_ a: Value?, _ b: Value?, _ wanted: Value.Relation) -> Value? {
      guard let a, let b else { return a ?? b }
      return a.order(to: b) == wanted ? a : b
    }
    return Bounds(lower: inner(lower, other.lower, .greater), upper: inner(upper, other.upper, .less)) ?? self
  }

  /// How everything between these ends stands to everything between those, where that is the same throughout.
  func relation(to other: Bounds) -> (isNeverLess: Bool, isNeverGreater: Bool, isNeverEqual: Bool) {
    func order(_ a: Value?, _ b: Value?) -> Value.Relation? {
      guard let a, let b else { return nil }
      return a.order(to: b)
    }
    let low = order(lower, other.upper)
    let high = order(upper, other.lower)
    return (low == .greater || low == .equal, high == .less || high == .equal, low == .greater || high == .less)
  }
}

extension Value {
  /// The ends between which this lies: of a value that is known itself.
  package var bounds: Bounds? {
    if case .unknown(let unknown) = self { return unknown.bounds }
    return Bounds(lower: self, upper: self)
  }
}
