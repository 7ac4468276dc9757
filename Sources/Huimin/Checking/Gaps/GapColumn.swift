import FEEL

/// An input of a table with values that stand for all that it can be: each number and day that a cell names, one between
/// every two neighbours and one beyond both ends; each member; each text that is named, and one that is not.
struct GapColumn {
  struct Tried {
    /// Nothing for a text that no cell names.
    let value: Value?
    /// How well it serves as an example: what a cell names best, what only limits the input least.
    let rank: Int
  }

  private(set) var values: [Tried] = []
  /// The values for which the cell of each row holds; nothing where it holds for all, or where that cannot be told.
  let cells: [[Range<Int>]?]

  init(_ possible: PossibleValues, cells: [UnaryTests]) {
    let extents = cells.map { $0.isAny ? nil : CellExtent($0) }
    switch possible.kind {
    case .unknown: break
    case .text: values = Self.texts(extents)
    case .listed(let listed):
      let ordered = listed.compactMap(\.place).count == listed.count
      values = (ordered ? listed.sorted { $0.place ?? 0 < $1.place ?? 0 } : listed).filter(possible.allow).map {
        Tried(value: $0, rank: 0)
      }
    case .numbers, .dates: values = PlacesTried(possible, extents.compactMap { $0 }.flatMap(\.bounds)).values
    }
    let finder = Finder(values)
    if case .unknown = possible.kind {
      self.cells = extents.map { _ in nil }
    } else {
      self.cells = extents.map { $0.flatMap(finder.runs) }
    }
  }

  private static func texts(_ extents: [CellExtent?]) -> [Tried] {
    var named: [Value] = []
    var met: Set<[UInt8]> = []
    for part in extents.compactMap({ $0 }).flatMap(\.parts) {
      if let value = part.value, let key = value.key, met.insert(key).inserted { named.append(value) }
    }
    return named.map { Tried(value: $0, rank: 0) } + [Tried(value: nil, rank: 1)]
  }
}

/// Finds the values for which a cell holds.
private struct Finder {
  private let count: Int
  /// Numbers and days in order; empty where the values are of other kinds.
  private let places: [Decimal128]
  private var positions: [[UInt8]: Int] = [:]

  init(_ values: [GapColumn.Tried]) {
    count = values.count
    places = values.compactMap { $0.value?.place }
    for (position, tried) in values.enumerated() { if let key = tried.value?.key { positions[key] = position } }
  }

  /// Nothing where the cell speaks of values of another kind.
  func runs(_ extent: CellExtent) -> [Range<Int>]? {
    var runs: [Range<Int>] = []
    for part in extent.parts {
      guard let found = self.runs(part) else { return nil }
      runs += found
    }
    let merged = Self.merged(runs)
    return extent.isNegated ? complement(merged) : merged
  }

  private func runs(_ part: CellExtent.Part) -> [Range<Int>]? {
    switch part {
    case .interval(let interval):
      guard places.count == count else { return nil }
      let start = interval.lower.map { first($0, isPast: !interval.lowerIncluded) } ?? 0
      let end = interval.upper.map { first($0, isPast: interval.upperIncluded) } ?? count
      return start < end ? [start..<end] : []
    case .value(let value):
      if let place = value.place {
        return runs(.interval(Interval(lower: place, lowerIncluded: true, upper: place, upperIncluded: true)))
      }
      guard places.isEmpty, let key = value.key else { return nil }
      return positions[key].map { [$0..<$0 + 1] } ?? []
    case .otherThan(let value): return runs(.value(value)).map(complement)
    }
  }

  /// The first value at a place or after it, or only after it.
  private func first(_ place: Decimal128, isPast: Bool) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if isPast ? places[middle] <= place : places[middle] < place { low = middle + 1 } else { high = middle }
    }
    return low
  }

  private func complement(_ runs: [Range<Int>]) -> [Range<Int>] {
    var start = 0
    var rest: [Range<Int>] = []
    for run in runs {
      if start < run.lowerBound { rest.append(start..<run.lowerBound) }
      start = run.upperBound
    }
    return start < count ? rest + [start..<count] : rest
  }

  private static func merged(_ runs: [Range<Int>]) -> [Range<Int>] {
    var merged: [Range<Int>] = []
    for run in runs.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      if let last = merged.last, run.lowerBound <= last.upperBound {
        merged[merged.count - 1] = last.lowerBound..<max(last.upperBound, run.upperBound)
      } else {
        merged.append(run)
      }
    }
    return merged
  }
}

extension Value {
  /// What tells a text or a truth value from others.
  fileprivate var key: [UInt8]? {
    switch self {
    case .string(let text): Array(text.utf8)
    case .boolean(let truth): [truth ? 1 : 0]
    default: nil
    }
  }
}
