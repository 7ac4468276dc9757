/// A FEEL range (DMN 1.5, 10.3.2.5): two end points of one comparable type, each included or not, either absent.
public final class RangeValue: Sendable {
  /// The lower end, or `nil` where there is none, as in `< 5`.
  public let lower: Value?
  /// The upper end, or `nil` where there is none, as in `>= 5`.
  public let upper: Value?
  /// Whether the lower end itself belongs to the range; false where there is none.
  public let lowerIncluded: Bool
  /// Whether the upper end itself belongs to the range; false where there is none.
  public let upperIncluded: Bool
  /// `=` or `!=` where this was written as all that equals a value, or all but that; both ends are then the value. The
  /// standard holds it different from a range between two ends.
  public let equality: BinaryOperator?

  public init(
    lower: Value?, lowerIncluded: Bool, upper: Value?, upperIncluded: Bool, equality: BinaryOperator? = nil
  ) {
    self.equality = equality
    self.lower = lower
    self.upper = upper
    self.lowerIncluded = lower != nil && lowerIncluded
    self.upperIncluded = upper != nil && upperIncluded
  }
}
