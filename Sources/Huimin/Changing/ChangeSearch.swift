import FEEL

/// Finds the smallest changes of facts by which a goal is reached: the fewest facts, and of each the least.
///
/// Best first, over boxes of values at once. A box is decided with its values taken for not known but limited: where the
/// goal is not reached for any of them the whole box is left, and where it is reached for all of them the nearest corner
/// is the answer; so what is found is exact to the step of its scale, and that nothing is found is proved. The least is
/// measured in parts of what there is now, so that 100 yuan of an income weigh less than ten years of an age.
struct ChangeSearch {
  private var trial: Trial
  /// The ways in which facts can be changed; one that leads to the goal by itself is cut down to what is nearer than that.
  private var axes: [Axis]
  /// Facts that can be changed in more ways than are looked through.
  private let loose: [String]
  /// No more facts than these are changed at once, unless it cannot be done with fewer: nobody would.
  private static let mostFacts = 3
  /// Whether it is proved that nothing leads to the goal, whatever the facts and the day that can be otherwise are.
  private(set) var isHopeless = false
  /// Whether something was left because it hangs on facts that nobody gave.
  private var isUnsettled = false

  /// Values for facts by which the goal is reached.
  typealias Change = [(axis: Axis, value: Value)]

  init(_ trial: Trial, over axes: [Axis], loose: [String]) {
    self.trial = trial
    self.axes = axes
    self.loose = loose
  }

  /// Whether all has been tried that there is to try.
  var isComplete: Bool { trial.left > 0 && (isHopeless || loose.isEmpty && !isUnsettled) }

  /// The changes, those of fewer facts first. None holds another: of several facts that do it together no others are
  /// looked for beside them, and of a fact that does it alone only less.
  ///
  /// - Parameter accepts: whether the facts so changed are a record that the policy takes, and decide as they should.
  mutating func changes(_ accepts: (Change) -> Bool) -> [Change] {
    let facts = axes.map(\.fact.name).uniqued
    guard mayReach(facts, orAnythingLoose: true) else {
      isHopeless = trial.left > 0
      return []
    }
    guard mayReach(facts) else { return [] }
    // Facts without which the goal is not reached whatever the others are: every change has to hold them all. So many
    // papers that are missing are found at once, and not by trying all threes of all that can be changed.
    let needed = facts.filter { name in !mayReach(facts.filter { $0 != name }) }
    let isPlain = places(of: needed).count == needed.count
    var others = facts.filter { !needed.contains($0) }
    var found: [(places: Set<Int>, change: Change)] = []
    for extra in 0...max(1, Self.mostFacts - needed.count) {
      for entry in found where entry.places.count == 1 { cut(entry.change) }
      if isPlain, !needed.isEmpty {
        others.removeAll { name in
          places(of: [name]).allSatisfy { place in
            found.contains { $0.places.subtracting(places(of: needed)) == [place] }
          }
        }
      }
      guard extra == 0 || mayReach(needed + others) else { break }
      for chosen in others.combinations(of: extra) where mayReach(needed + chosen) {
        let all = facts.filter { needed.contains($0) || chosen.contains($0) }
        for places in Self.choices(all.map { places(of: [$0]).sorted() }) where !places.isEmpty {
          if found.contains(where: { $0.places.count > 1 && $0.places.isSubset(of: places) }) { continue }
          if Self.isIdle(places.map { axes[$0] }) { continue }
          guard let change = nearest(places.map { axes[$0] }, accepts) else { continue }
          found.append((Set(places), withoutNeedless(change, accepts)))
        }
      }
    }
    return found.map(\.change)
  }

  /// The places of the axes along which these facts can still be changed.
  private func places(of facts: [String]) -> Set<Int> {
    Set(axes.indices.filter { facts.contains(axes[$0].fact.name) && !axes[$0].isSpent })
  }

  /// Takes from an axis what one fact alone has been found to need: with others it is worth a look only if less of it does.
  private mutating func cut(_ change: Change) {
    guard let (axis, value) = change.first, let place = axes.firstIndex(where: { $0.isSame(as: axis) }) else { return }
    axes[place] = axes[place].nearer(than: value)
  }

  /// Whether this is to wait for years and then to pay another amount, which is nothing to tell anybody.
  private static func isIdle(_ axes: [Axis]) -> Bool {
    axes.contains(where: \.isWaiting) && axes.contains { $0.fact.type == .money }
  }

  /// Whether the goal might be reached if these facts could be anything to which they can be changed.
  private mutating func mayReach(_ facts: [String], orAnythingLoose: Bool = false) -> Bool {
    var assumed: [String: Value] = [:]
    for name in facts {
      let values = axes.filter { $0.fact.name == name && !$0.isSpent }.map { $0.whole }
      let given = axes.first { $0.fact.name == name }?.given
      guard let first = given ?? values.first else { continue }
      assumed[name] =
        if case .list = first { .unknown(Unknown(name)) } else {
          values.reduce(first) { Value.merge($0, $1, dependingOn: Unknown(name)) }
        }
    }
    if orAnythingLoose {
      for name in loose { assumed[name] = .unknown(Unknown(name)) }
      for name in StandardNames.decisionDate {
        assumed[name] = .between(Bounds(lower: .date(trial.day), upper: nil), dependingOn: Unknown(name))
      }
    }
    if case .boolean(false) = trial.isReached(assuming: assumed) { return false }
    return true
  }

  /// A change without the items added to lists that it does as well without.
  private func withoutNeedless(_ change: Change, _ accepts: (Change) -> Bool) -> Change {
    var least = change
    for place in change.indices {
      guard case .list(let all) = change[place].value, case .list(let given) = change[place].axis.given else {
        continue
      }
      for item in all[given.count...] {
        guard case .list(var items) = least[place].value else { continue }
        items.removeAll { $0.equals(item) }
        var other = least
        other[place].value = .list(items)
        if items.count > given.count, accepts(other) { least = other }
      }
    }
    return least
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
    var whole = axes.map(\.range)
    if whole.compactMap(\.self).count > 1 {
      for place in axes.indices {
        guard let rest = beyondNearest(place, of: whole, axes) else { return nil }
        whole = rest
      }
    }
    var boxes = [box(whole, axes)]
    while let next = boxes.indices.min(by: { boxes[$0].cost < boxes[$1].cost }), trial.left > 0 {
      let box = boxes.remove(at: next)
      switch trial.isReached(assuming: assumed(box, axes)) {
      case .boolean(true):
        let change = corner(of: box, axes)
        if accepts(change) { return change }
        trial.spend()
        boxes += withoutCorner(box, axes)
      case .unknown:
        if trial.hasGaps, isOpenThroughout(box, axes) { isUnsettled = true } else { boxes += halves(of: box, axes) }
      default: continue
      }
    }
    return nil
  }

  /// A box without the near steps of one axis for which the goal is not reached whatever the other axes are; nothing where
  /// no step is left. Where each fact has to come to a threshold of its own, the nearest corner of what is left is the
  /// answer.
  private mutating func beyondNearest(_ place: Int, of ranges: [ClosedRange<Int>?], _ axes: [Axis])
    -> [ClosedRange<Int>?]?
  {
    guard let range = ranges[place] else { return ranges }
    let axis = axes[place]
    let last = range.upperBound - range.lowerBound
    /// Steps counted from what is given outwards.
    func part(_ first: Int, _ last: Int) -> [ClosedRange<Int>?] {
      var part = ranges
      part[place] =
        axis.isUpward
        ? range.lowerBound + first...range.lowerBound + last : range.upperBound - last...range.upperBound - first
      return part
    }
    var (first, end, step) = (0, 0, 1)
    while case .boolean(false) = trial.isReached(assuming: assumed(box(part(first, end), axes), axes)), trial.left > 0 {
      first = end + 1
      if first > last { return nil }
      end = min(last, end + step)
      step *= 4
    }
    while first < end, trial.left > 0 {
      let middle = first + (end - first) / 2
      if case .boolean(false) = trial.isReached(assuming: assumed(box(part(first, middle), axes), axes)) {
        first = middle + 1
      } else {
        end = middle
      }
    }
    return part(first, last)
  }

  /// Whether a box hangs on facts that nobody gave, so that no part of it is worth a look: both its near and its far corner
  /// are open, though nothing in them is.
  private mutating func isOpenThroughout(_ box: Box, _ axes: [Axis]) -> Bool {
    let corners = [
      zip(axes, box.ranges).map { axis, range in range.map { axis.near(in: $0) } },
      zip(axes, box.ranges).map { axis, range in range.map { axis.far(in: $0) } },
    ]
    return corners.allSatisfy { corner in
      let point = self.box(corner.map { $0.map { $0...$0 } }, axes)
      if case .unknown = trial.isReached(assuming: assumed(point, axes)) { return true }
      return false
    }
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

extension [String] {
  /// Every choice of so many of them, in order.
  fileprivate func combinations(of size: Int) -> [[String]] {
    guard size > 0 else { return [[]] }
    return indices.flatMap { first in
      Array(self[(first + 1)...]).combinations(of: size - 1).map { [self[first]] + $0 }
    }
  }
}
