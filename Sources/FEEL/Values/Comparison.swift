/// Equality and order of values (DMN 1.5, 10.3.2.13 and tables 42 to 45), in the one place that everything uses.
extension Value {
  /// What comparing two values gives.
  public enum Relation: Sendable, Equatable {
    case less, equal, greater
    /// Both are of one kind, and not the same, and neither comes first: lists, contexts, booleans.
    case different
    /// The two are of kinds that cannot be compared, or one is null, or a local time meets one with a zone.
    case incomparable
    /// It depends on something that is not given.
    case undecided(Unknown)
  }

  /// Whether the two are equal; `nil` where they cannot be compared. Null equals null alone.
  public func relation(to other: Value) -> Relation {
    switch (self, other) {
    case (.unknown(let a), .unknown(let b)): .undecided(a.union(b))
    case (.unknown(let a), _), (_, .unknown(let a)): .undecided(a)
    case (.null, .null): .equal
    case (.boolean(let a), .boolean(let b)): a == b ? .equal : .different
    case (.number(let a), .number(let b)): Relation(a == b ? 0 : a < b ? -1 : 1)
    case (.string(let a), .string(let b)): Relation(codePointOrder(a, b))
    case (.date(let a), .date(let b)): Relation(a == b ? 0 : a < b ? -1 : 1)
    case (.time(let a), .time(let b)): Relation(a.compare(b))
    case (.dateTime(let a), .dateTime(let b)): Relation(a.compare(b))
    case (.monthsDuration(let a), .monthsDuration(let b)):
      Relation(a.months == b.months ? 0 : a.months < b.months ? -1 : 1)
    case (.daysDuration(let a), .daysDuration(let b)): Relation(a.order(b))
    case (.list(let a), .list(let b)): relationOfLists(a, b)
    case (.context(let a), .context(let b)): relationOfContexts(a, b)
    case (.range(let a), .range(let b)): relationOfRanges(a, b)
    case (.function(let a), .function(let b)): a.isSame(as: b) ? .equal : .different
    default: .incomparable
    }
  }

  /// Which of the two comes first. Unlike for equality, a local time takes the offset of the one that it is compared with
  /// (DMN 1.5, table 54).
  package func order(to other: Value) -> Relation {
    switch (self, other) {
    case (.time(let a), .time(let b)): Relation(a.adopting(b.zone).compare(b.adopting(a.zone)))
    case (.dateTime(let a), .dateTime(let b)): Relation(a.adopting(b.time.zone).compare(b.adopting(a.time.zone)))
    default: relation(to: other)
    }
  }

  /// Equality as FEEL's `=` sees it, for use where an error has no place: what cannot be compared is not equal.
  public func equals(_ other: Value) -> Bool { relation(to: other) == .equal }
}

extension Value.Relation {
  fileprivate init(_ order: Int?) {
    switch order {
    case nil: self = .incomparable
    case .some(0): self = .equal
    case .some(let order): self = order < 0 ? .less : .greater
    }
  }
}

/// -1, 0 or 1 by code point. Swift's own `==` holds canonically equivalent texts equal, which FEEL does not.
func codePointOrder(_ a: String, _ b: String) -> Int {
  // UTF-8 sorts as its code points do.
  var left = a.utf8.makeIterator()
  var right = b.utf8.makeIterator()
  while true {
    switch (left.next(), right.next()) {
    case (nil, nil): return 0
    case (nil, _): return -1
    case (_, nil): return 1
    case (let x?, let y?): if x != y { return x < y ? -1 : 1 }
    }
  }
}

private func relationOfLists(_ a: [Value], _ b: [Value]) -> Value.Relation {
  guard a.count == b.count else { return .different }
  return allEqual(zip(a, b).lazy.map { $0.relation(to: $1) })
}

private func relationOfContexts(_ a: Context, _ b: Context) -> Value.Relation {
  guard a.entries.count == b.entries.count, a.entries.allSatisfy({ b[$0.name] != nil }) else { return .different }
  return allEqual(a.entries.lazy.map { $0.value.relation(to: b[$0.name] ?? .null) })
}

private func relationOfRanges(_ a: RangeValue, _ b: RangeValue) -> Value.Relation {
  guard a.lowerIncluded == b.lowerIncluded, a.upperIncluded == b.upperIncluded, a.equality == b.equality else {
    return .different
  }
  return allEqual(
    [(a.lower, b.lower), (a.upper, b.upper)].lazy.map { pair in (pair.0 ?? .null).relation(to: pair.1 ?? .null) })
}

/// Equal where every part is; undecided only where no part differs.
private func allEqual(_ parts: some Sequence<Value.Relation>) -> Value.Relation {
  var undecided: Unknown?
  for part in parts {
    switch part {
    case .equal: continue
    case .undecided(let unknown): undecided = undecided?.union(unknown) ?? unknown
    default: return .different
    }
  }
  return undecided.map { .undecided($0) } ?? .equal
}
