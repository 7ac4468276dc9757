import FEEL

/// Finds the smallest changes of facts by which a goal is reached: the fewest facts, and of each the least.
///
/// Best first, over boxes of values at once. A box is decided with its values taken for not known but limited: where the
/// goal is not reached for any of them the whole box is left, and where it is reached for all of them the nearest corner
/// is the answer; so what is found is exact to the step of its scale, and that nothing is found is proved. The least is
/// measured in parts of what there is now, so that 100 yuan of an income weigh less than ten years of an age.
struct ChangeSearch {
  private var trial: Trial
  private let axes: [Axis]
  /// No more facts than these are changed at once: nobody would.
  private static let mostFacts = 3

  /// Values for facts by which the goal is reached.
  typealias Change = [(axis: Axis, value: Value)]

  init(_ trial: Trial, over axes: [Axis]) {
    self.trial = trial
    self.axes = axes
  }

  /// Whether more was left to be tried than may be.
  var isExhausted: Bool { trial.left == 0 }

  /// The changes, those of fewer facts first, none of which holds another.
  ///
  /// - Parameter accepts: whether the facts so changed are a record that the policy takes, and decide as they should.
  mutating func changes(_ accepts: (Change) -> Bool) -> [Change] {
    let facts = axes.map(\.fact.name).uniqued
    guard mayReach(facts) else { return [] }
    var found: [(places: [Int], change: Change)] = []
    for size in 1...Self.mostFacts {
      for chosen in facts.combinations(of: size) where size == 1 || mayReach(chosen) {
        for places in Self.choices(chosen.map { name in axes.indices.filter { axes[$0].fact.name == name } }) {
          if found.contains(where: { $0.places.allSatisfy(places.contains) }) { continue }
          if let change = nearest(places.map { axes[$0] }, accepts) { found.append((places, change)) }
        }
      }
    }
    return found.map(\.change)
  }

  /// Whether the goal might be reached if these facts could be anything to which they can be changed.
  private mutating func mayReach(_ facts: [String]) -> Bool {
    var assumed: [String: Value] = [:]
    for name in facts {
      let values = axes.filter { $0.fact.name == name }.map { $0.whole }
      let given = axes.first { $0.fact.name == name }?.given
      guard let first = given ?? values.first else { continue }
      assumed[name] = values.reduce(first) { Value.merge($0, $1, dependingOn: Unknown(name)) }
    }
    if case .boolean(false) = trial.isReached(assuming: assumed) { return false }
    return true
  }

  /// One of each, in every way.
  private static func choices(_ lists: [[Int]]) -> [[Int]] {
    lists.reduce([[]]) { starts, list in starts.flatMap { start in list.map { start + [$0] } } }
  }

  // MARK: Along scales

  /// Some steps of each axis; of an axis with a single value none.
  private struct Box {
    var ranges: [ClosedRange<Int>?]
    var cost: Decimal128
  }

  private mutating func nearest(_ axes: [Axis], _ accepts: (Change) -> Bool) -> Change? {
    var boxes = [box(axes.map(\.range), axes)]
    while let next = boxes.indices.min(by: { boxes[$0].cost < boxes[$1].cost }), trial.left > 0 {
      let box = boxes.remove(at: next)
      switch trial.isReached(assuming: assumed(box, axes)) {
      case .boolean(true):
        let change = corner(of: box, axes)
        if accepts(change) { return change }
        boxes += withoutCorner(box, axes)
      case .unknown: boxes += halves(of: box, axes)
      default: continue
      }
    }
    return nil
  }

  private func box(_ ranges: [ClosedRange<Int>?], _ axes: [Axis]) -> Box {
    let costs = zip(axes, ranges).map { axis, range in range.map { axis.cost(at: axis.near(in: $0)) } ?? 0 }
    return Box(ranges: ranges, cost: Decimal128.sum(costs) ?? 0)
  }

  private func assumed(_ box: Box, _ axes: [Axis]) -> [String: Value] {
    Dictionary(
      zip(axes, box.ranges).map { ($0.fact.name, $0.value(in: $1)) }, uniquingKeysWith: { first, _ in first })
  }

  private func corner(of box: Box, _ axes: [Axis]) -> Change {
    zip(axes, box.ranges).map { axis, range in
      let near = range.map { axis.near(in: $0) }
      return (axis, axis.value(in: near.map { $0...$0 }))
    }
  }

  /// The parts of a box, the nearer of them small: what is sought mostly lies near.
  private func halves(of box: Box, _ axes: [Axis]) -> [Box] {
    let widths = box.ranges.map { $0.map { $0.upperBound - $0.lowerBound } ?? 0 }
    guard let widest = widths.indices.max(by: { widths[$0] < widths[$1] }), let range = box.ranges[widest],
      widths[widest] > 0
    else { return [] }
    let axis = axes[widest]
    let step = min(widths[widest] / 2, max(1_000, 4 * axis.distance(to: axis.near(in: range))))
    let parts =
      axis.isUpward
      ? [range.lowerBound...range.lowerBound + step, range.lowerBound + step + 1...range.upperBound]
      : [range.upperBound - step...range.upperBound, range.lowerBound...range.upperBound - step - 1]
    return parts.map { part in
      var ranges = box.ranges
      ranges[widest] = part
      return self.box(ranges, axes)
    }
  }

  /// All of a box but its nearest corner.
  private func withoutCorner(_ box: Box, _ axes: [Axis]) -> [Box] {
    var rest: [Box] = []
    var ranges = box.ranges
    for (place, axis) in axes.enumerated() {
      guard let range = ranges[place] else { continue }
      let near = axis.near(in: range)
      if range.lowerBound < range.upperBound {
        var others = ranges
        others[place] = axis.isUpward ? near + 1...range.upperBound : range.lowerBound...near - 1
        rest.append(self.box(others, axes))
      }
      ranges[place] = near...near
    }
    return rest
  }
}

extension Axis {
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

extension [String] {
  /// Every choice of so many of them, in order.
  fileprivate func combinations(of size: Int) -> [[String]] {
    guard size > 0 else { return [[]] }
    return indices.flatMap { first in
      Array(self[(first + 1)...]).combinations(of: size - 1).map { [self[first]] + $0 }
    }
  }
}
