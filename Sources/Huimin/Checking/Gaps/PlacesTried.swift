import FEEL

/// Numbers or days that stand for all that an input can be: those that cells and limits name, and those around them.
struct PlacesTried {
  private(set) var values: [GapColumn.Tried] = []

  private let possible: PossibleValues
  private let isDate: Bool
  private let step: Decimal128?
  /// The least and the greatest that may be told of.
  private var least: Decimal128?
  private var greatest: Decimal128?

  /// - Parameter named: what the cells name.
  init(_ possible: PossibleValues, _ named: [Decimal128]) {
    self.possible = possible
    isDate = if case .dates = possible.kind { true } else { false }
    step = isDate || possible.isStepUnknown && named.allSatisfy(\.isInteger) ? 1 : possible.step
    guard let first = named.min(), let last = named.max() else { return }
    let isPercent = possible.type == .percent
    // What is computed is mostly not negative, though no type says so.
    least = !possible.reachesDown ? first : !isDate && (possible.isComputed || isPercent) ? min(0, first) : nil
    greatest = !possible.reachesUp ? last : isPercent ? max(1, last) : nil
    var limits = Set(possible.ranges.compactMap { CellExtent($0) }.flatMap(\.bounds))
    if !isDate { limits.insert(0) }
    if isPercent { limits.insert(1) }
    let named = Set(named)
    let all = limits.union(named).sorted()
    add([all[0].rounded(toMultipleOf: 1, .up)?.subtracting(1)], below: all[0], rank: 1)
    for (position, place) in all.enumerated() {
      add([place], rank: named.contains(place) ? 0 : 2)
      if position + 1 < all.count {
        let next = all[position + 1]
        add(
          between(place, next, isNearNext: !named.contains(place) && named.contains(next)), above: place, below: next,
          rank: 1)
      } else {
        add([place.rounded(toMultipleOf: 1, .down)?.adding(1)], above: place, rank: 1)
      }
    }
  }

  /// Values between two others, those that people would name first.
  private func between(_ lower: Decimal128, _ upper: Decimal128, isNearNext: Bool) -> [Decimal128?] {
    let beside = [Decimal128(1), step].compactMap { $0 }.flatMap { unit in
      let after = lower.rounded(toMultipleOf: unit, .down)?.adding(unit)
      let before = upper.rounded(toMultipleOf: unit, .up)?.subtracting(unit)
      return isNearNext ? [before, after] : [after, before]
    }
    return beside + [lower.adding(upper)?.divided(by: 2)]
  }

  /// Takes the first of some values that is possible, strictly between its neighbours.
  private mutating func add(
    _ places: [Decimal128?], above lower: Decimal128? = nil, below upper: Decimal128? = nil, rank: Int
  ) {
    for case let place? in places {
      if let lower, place <= lower { continue }
      if let upper, place >= upper { continue }
      if let least, place < least { continue }
      if let greatest, place > greatest { continue }
      if let step, place.rounded(toMultipleOf: step, .down) != place { continue }
      let value: Value? = isDate ? place.int.flatMap { CalendarDate(dayNumber: $0) }.map { .date($0) } : .number(place)
      guard let value, possible.allow(value) else { continue }
      values.append(GapColumn.Tried(value: value, rank: rank))
      return
    }
  }
}
