import FEEL

/// The steps of an axis: how far they are, and what is left of them.
extension Axis {
  /// What of this axis is nearer to what is given than some value.
  func nearer(than value: Value) -> Axis {
    var rest = self
    if case .steps(let range, let scale) = kind, let position = scale.position(of: value), range.contains(position) {
      if isUpward, range.lowerBound < position {
        rest.kind = .steps(range.lowerBound...position - 1, scale)
        return rest
      } else if !isUpward, position < range.upperBound {
        rest.kind = .steps(position + 1...range.upperBound, scale)
        return rest
      }
    }
    rest.isSpent = true
    return rest
  }

  /// Whether this is the same way to change the same fact, however far it still goes.
  func isSame(as other: Axis) -> Bool {
    guard fact.name == other.fact.name else { return false }
    switch (kind, other.kind) {
    case (.other(let mine), .other(let its)): return mine.equals(its)
    case (.steps, .steps): return isUpward == other.isUpward
    default: return false
    }
  }

  var range: ClosedRange<Int>? { if case .steps(let range, _) = kind { range } else { nil } }

  /// Everything to which the fact can be changed along this axis.
  var whole: Value { value(in: range) }

  /// Some steps of the scale at once, or the single value.
  func value(in range: ClosedRange<Int>?) -> Value {
    switch kind {
    case .other(let value): return value
    case .steps(let all, let scale):
      let range = range ?? all
      let ends = Bounds(lower: scale.value(at: range.lowerBound), upper: scale.value(at: range.upperBound))
      return .between(ends, dependingOn: Unknown(fact.name))
    }
  }

  var isUpward: Bool {
    guard case .steps(let range, let scale) = kind, let start = scale.position(of: given) else { return true }
    return range.lowerBound > start
  }

  /// The step of a range that is nearest to what is given.
  func near(in range: ClosedRange<Int>) -> Int { isUpward ? range.lowerBound : range.upperBound }

  /// The step that is farthest from it.
  func far(in range: ClosedRange<Int>) -> Int { isUpward ? range.upperBound : range.lowerBound }

  /// How many steps off what is given.
  func distance(to position: Int) -> Int {
    guard case .steps(_, let scale) = kind, let start = scale.position(of: given) else { return 0 }
    return position > start ? position - start : start - position
  }

  /// The change in parts of what is given.
  func cost(at position: Int) -> Decimal128 {
    guard case .steps(_, let scale) = kind, let start = scale.position(of: given) else { return 0 }
    let whole: Int = if case .days = scale { 36_525 } else { max(1, Int(start.magnitude)) }
    return Decimal128(distance(to: position)).divided(by: Decimal128(whole)) ?? 0
  }
}
