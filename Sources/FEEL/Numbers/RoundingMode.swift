/// How a number is brought to fewer digits (DMN 1.5, 10.3.4.5: `round up`, `round half up`, `floor` …).
public enum RoundingMode: Sendable, Hashable, CaseIterable {
  /// Away from zero.
  case up
  /// Toward zero.
  case down
  /// To the nearest; a tie goes away from zero.
  case halfUp
  /// To the nearest; a tie goes toward zero.
  case halfDown
  /// To the nearest; a tie goes to the even digit (banker's rounding).
  case halfEven
  /// Toward negative infinity.
  case floor
  /// Toward positive infinity.
  case ceiling

  /// Whether the kept digits must grow by one in the last place.
  func increments(isNegative: Bool, isOdd: Bool, discarded: DiscardedPart) -> Bool {
    guard discarded != .nothing else { return false }
    switch self {
    case .up: return true
    case .down: return false
    case .floor: return isNegative
    case .ceiling: return !isNegative
    case .halfUp: return discarded != .belowHalf
    case .halfDown: return discarded == .aboveHalf
    case .halfEven: return discarded == .aboveHalf || (discarded == .half && isOdd)
    }
  }
}

/// What was cut off behind the last kept digit, measured in units of that digit.
enum DiscardedPart {
  case nothing, belowHalf, half, aboveHalf

  /// The part `remainder / divisor`; `sticky` says that something more, less than one unit of the
  /// remainder, lies behind it.
  init(remainder: UInt128, divisor: UInt128, sticky: Bool) {
    let rest = divisor - min(remainder, divisor)
    if remainder > rest {
      self = .aboveHalf
    } else if remainder == rest {
      self = sticky ? .aboveHalf : .half
    } else {
      // Only even divisors come with a sticky part, so that it never reaches the half from below.
      self = remainder == 0 && !sticky ? .nothing : .belowHalf
    }
  }
}
