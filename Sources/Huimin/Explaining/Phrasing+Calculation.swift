import FEEL

/// Calculations in words: what was added, subtracted, multiplied, with the amounts.
extension Phrasing {
  /// The arithmetic that gave a value, each operand with its amount; nothing for what is no arithmetic, or could not be
  /// calculated.
  func calculation(_ expression: Expression, written: Written) -> Wording? {
    guard !value(of: expression).isNull, !value(of: expression).isUnknown else { return nil }
    switch expression.kind {
    case .binary(let op, _, _) where op.sign != nil: return term(expression, written: written)
    case .call(let callee, let arguments):
      guard case .name(let name) = callee.kind, ["min", "max", "sum"].contains(name), !arguments.isEmpty else {
        return nil
      }
      return term(expression, written: written)
    case .conditional(let condition, let then, let otherwise):
      guard case .boolean(let holds) = value(of: condition) else { return nil }
      return calculation(holds ? then : otherwise, written: written)
    default: return nil
    }
  }

  private func term(_ expression: Expression, written: Written) -> Wording {
    switch expression.kind {
    case .binary(let op, let left, let right):
      guard let sign = op.sign else { break }
      let (a, b) = (side(left, of: op, written: written), side(right, of: op, written: written, isRight: true))
      return Wording(en: "\(a[.en]) \(sign) \(b[.en])", zh: "\(a[.zh])\(sign)\(b[.zh])")
    case .call(let callee, let arguments):
      guard case .name(let name) = callee.kind, let words = Phrasing.functions[name] else { break }
      let terms = arguments.map { term($0.value, written: written) }
      return Wording(
        en: "\(words[.en]) \(terms.map { $0[.en] }.joined(separator: ", "))",
        zh: "\(terms.map { $0[.zh] }.joined(separator: "、"))\(words[.zh])")
    default: break
    }
    return operandWithValue(expression, written: written)
  }

  private static let functions = [
    "min": Wording(en: "the least of", zh: "中的最小者"), "max": Wording(en: "the greatest of", zh: "中的最大者"),
    "sum": Wording(en: "the sum of", zh: "之和"),
  ]

  /// An operand, in brackets where it binds more loosely than its operator.
  private func side(_ expression: Expression, of op: BinaryOperator, written: Written, isRight: Bool = false) -> Wording
  {
    let term = term(expression, written: written)
    guard case .binary(let inner, _, _) = expression.kind, inner.sign != nil,
      inner.binding < op.binding || isRight && inner.binding == op.binding
    else { return term }
    return Wording(en: "(\(term[.en]))", zh: "（\(term[.zh])）")
  }
}

extension BinaryOperator {
  /// The sign that people write.
  fileprivate var sign: String? {
    switch self {
    case .add: "+"
    case .subtract: "−"
    case .multiply: "×"
    case .divide: "÷"
    default: nil
    }
  }

  fileprivate var binding: Int { self == .multiply || self == .divide ? 2 : 1 }
}
