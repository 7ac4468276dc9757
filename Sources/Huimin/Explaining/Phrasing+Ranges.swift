import FEEL

/// Ranges in words: `[60..80)` is "at least 60 and under 80".
extension Phrasing {
  /// How a value stands to a range; where it lies outside, only the end that it misses is told.
  ///
  /// - Parameter subject: what has the value, with the value behind it.
  func membership(of subject: Wording, _ value: Value, in range: RangeValue, type: FeelType) -> Wording {
    var held: [Wording] = []
    for (bound, op) in range.comparisons {
      let clause = end(op, bound, type)
      guard case .boolean(true) = run.compare(op, value, bound) else {
        let missed = end(op.opposite, bound, type)
        return Wording(en: "\(subject[.en]) \(missed[.en])", zh: "\(subject[.zh])\(missed[.zh])")
      }
      held.append(clause)
    }
    return [subject, held.joined(en: " and ", zh: "且")].joined(en: " ", zh: "")
  }

  /// A range that something would have to be within.
  func within(_ range: RangeValue, _ subject: Wording, _ type: FeelType) -> Wording {
    let ends = range.comparisons.map { end($0.op, $0.bound, type) }.joined(en: " and ", zh: "且")
    return [subject, ends].joined(en: " ", zh: "")
  }

  private func end(_ op: BinaryOperator, _ bound: Value, _ type: FeelType) -> Wording {
    let text = ValueFormat.text(of: bound, type: type)
    let words = op.words(for: type)
    return Wording(en: "\(words[.en]) \(text[.en])", zh: "\(words[.zh])\(text[.zh])")
  }
}

extension RangeValue {
  /// The comparisons that make up the range.
  fileprivate var comparisons: [(bound: Value, op: BinaryOperator)] {
    if let equality, let lower { return [(lower, equality)] }
    var found: [(Value, BinaryOperator)] = []
    if let lower { found.append((lower, lowerIncluded ? .greaterOrEqual : .greater)) }
    if let upper { found.append((upper, upperIncluded ? .lessOrEqual : .less)) }
    return found
  }
}

extension Run {
  /// Compares two values for an explanation; errors have been reported when the decision was made.
  func compare(_ op: BinaryOperator, _ a: Value, _ b: Value) -> Value {
    let nowhere = Span(0, 0)
    let expression = Expression(
      .binary(op, Expression(.literal(a), nowhere), Expression(.literal(b), nowhere)), nowhere)
    return evaluate(expression, in: Environment())
  }
}
