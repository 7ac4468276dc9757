/// What a number counts, as far as it is declared: yuan, years, persons, yuan a meal, or nothing.
public enum Unit: Sendable, Hashable {
  /// A literal or a computed number that fits any unit: the `8` of `list price >= 8`.
  case adopting
  /// Powers of named units, each name once, ordered by name; empty for a plain number.
  case powers([Power])

  public struct Power: Sendable, Hashable {
    public let name: String
    public let exponent: Int
  }

  /// No unit: a count or a ratio.
  public static let plain = Unit.powers([])
  /// Chinese yuan, the unit of money.
  public static let yuan = Unit(named: "yuan")
  /// Completed years of age or of time.
  public static let years = Unit(named: "years")

  public init(named name: String) { self = .powers([Power(name: name, exponent: 1)]) }

  /// The unit of a product.
  public func multiplied(by other: Unit) -> Unit { combined(with: other, sign: 1) }

  /// The unit of a quotient.
  public func divided(by other: Unit) -> Unit { combined(with: other, sign: -1) }

  private func combined(with other: Unit, sign: Int) -> Unit {
    guard case .powers(let mine) = self, case .powers(let theirs) = other else {
      // A literal is a plain factor: `price * 2` is still money.
      if case .powers = self { return self }
      guard case .powers(let theirs) = other else { return .adopting }
      return sign > 0 ? other : .powers(theirs.map { Power(name: $0.name, exponent: -$0.exponent) })
    }
    var exponents: [String: Int] = [:]
    for power in mine { exponents[power.name, default: 0] += power.exponent }
    for power in theirs { exponents[power.name, default: 0] += sign * power.exponent }
    return .powers(
      exponents.filter { $0.value != 0 }.sorted { $0.key < $1.key }.map { Power(name: $0.key, exponent: $0.value) })
  }
}
