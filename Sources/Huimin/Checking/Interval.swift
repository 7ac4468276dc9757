import FEEL

/// An interval of numbers, each end included or not, or absent.
struct Interval {
  var lower: Decimal128?
  var lowerIncluded = false
  var upper: Decimal128?
  var upperIncluded = false

  func excludes(_ other: Interval) -> Bool { endsBefore(other) || other.endsBefore(self) }

  private func endsBefore(_ other: Interval) -> Bool {
    guard let upper, let theirs = other.lower else { return false }
    return upper < theirs || upper == theirs && !(upperIncluded && other.lowerIncluded)
  }

  func intersection(_ other: Interval) -> Interval {
    var both = self
    if let theirs = other.lower, lower.map({ theirs > $0 || theirs == $0 && lowerIncluded }) ?? true {
      (both.lower, both.lowerIncluded) = (theirs, other.lowerIncluded)
    }
    if let theirs = other.upper, upper.map({ theirs < $0 || theirs == $0 && upperIncluded }) ?? true {
      (both.upper, both.upperIncluded) = (theirs, other.upperIncluded)
    }
    return both
  }

  /// A number within, one that people would name where there is one.
  func witness(isWhole: Bool) -> Decimal128? {
    var tried: [Decimal128?] = [lower, upper]
    if let lower { tried += [lower.adding(1), lower.rounded(toMultipleOf: 1, .up)] }
    if let upper { tried += [upper.subtracting(1)] }
    if !isWhole, let lower, let upper { tried.append(lower.adding(upper)?.divided(by: 2)) }
    if lower == nil, upper == nil { tried.append(0) }
    return tried.lazy.compactMap { $0 }.first { number in
      contains(Interval(lower: number, lowerIncluded: true, upper: number, upperIncluded: true))
        && (!isWhole || number.isInteger)
    }
  }

  func contains(_ other: Interval) -> Bool {
    if let lower {
      guard let theirs = other.lower, lower < theirs || lower == theirs && (lowerIncluded || !other.lowerIncluded)
      else {
        return false
      }
    }
    if let upper {
      guard let theirs = other.upper, theirs < upper || upper == theirs && (upperIncluded || !other.upperIncluded)
      else {
        return false
      }
    }
    return true
  }
}
