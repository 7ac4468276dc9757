import FEEL

/// Calculations in words: what was added, subtracted, multiplied, with the amounts.
extension Phrasing {
  /// The arithmetic that gave a value, each operand with its amount; nothing for what is no arithmetic, could not be
  /// calculated, or has parts for which there are no words.
  func calculation(_ expression: Expression, written: Written) -> Wording? {
    guard !value(of: expression).isNull, !value(of: expression).isUnknown else { return nil }
    switch expression.kind {
    case .binary(let op, _, _) where op.sign != nil: return term(expression, withValues: true, written: written)
    case .call(let callee, let arguments):
      guard let name = callee.ownName, !arguments.isEmpty else { return nil }
      if Phrasing.extremes[name] != nil, arguments.count > 1 || Phrasing.results[name] == nil {
        return term(expression, withValues: true, written: written)
      }
      return result(of: name, arguments.map(\.value), written: written)
    case .conditional(let condition, let then, let otherwise):
      guard case .boolean(let holds) = value(of: condition) else { return nil }
      return calculation(holds ? then : otherwise, written: written)
    default: return nil
    }
  }

  /// What a function gives of something, with the value of that: "the number of members (Wang, Li)".
  private func result(of name: String, _ arguments: [Expression], written: Written) -> Wording? {
    guard let words = Phrasing.results[name], named(arguments[0], written: written) != nil else { return nil }
    let subject = operandWithValue(arguments[0], written: written)
    if Phrasing.ages.contains(name), arguments.count == 2 {
      let day = operandWithValue(arguments[1], written: written)
      return Wording(
        en: "completed years from \(subject[.en]) to \(day[.en])", zh: "\(subject[.zh])至\(day[.zh])的周岁")
    }
    return Wording(en: "\(words[.en]) \(subject[.en])", zh: "\(subject[.zh])\(words[.zh])")
  }

  private static let ages = ["age on", "周岁"]

  /// A calculation in words, or `nil` where one of its parts has none.
  func term(_ expression: Expression, withValues: Bool = false, written: Written) -> Wording? {
    switch expression.kind {
    case .conditional(let condition, let then, let otherwise):
      guard case .boolean(let holds) = value(of: condition) else { return nil }
      return term(holds ? then : otherwise, withValues: withValues, written: written)
    case .binary(let op, let left, let right):
      let isSum = op == .add || op == .subtract
      guard let sign = op.sign,
        let a = (isSum ? amount(left, beside: right) : nil) ?? side(left, of: op, withValues, written: written),
        let b = (isSum ? amount(right, beside: left) : nil)
          ?? side(right, of: op, withValues, written: written, isRight: true)
      else { return nil }
      return Wording(en: "\(a[.en]) \(sign) \(b[.en])", zh: "\(a[.zh])\(sign)\(b[.zh])")
    case .call(let callee, let arguments):
      guard let name = callee.ownName, let words = Phrasing.extremes[name] else { break }
      let terms = arguments.compactMap { argument -> Wording? in
        guard let amount = amount(argument.value, beside: expression) else {
          let term = term(argument.value, withValues: withValues, written: written)
          return isExtreme(argument.value) ? term?.inBrackets : term
        }
        return amount
      }
      guard terms.count == arguments.count else { return nil }
      let series = terms.series
      return Wording(en: "\(words[.en]) \(series[.en])", zh: "\(series[.zh])\(words[.zh])")
    default: break
    }
    guard let label = named(expression, written: written) else { return nil }
    return withValues ? operandWithValue(expression, written: written) : label
  }

  /// A literal that is added to or compared with amounts counts what they do: the `1` of `price + 1` is 1 yuan.
  private func amount(_ expression: Expression, beside other: Expression) -> Wording? {
    switch expression.kind {
    case .literal(let value): return text(of: value, type: program.type(of: other))
    case .conditional(let condition, let then, let otherwise):
      guard case .boolean(let holds) = value(of: condition) else { return nil }
      return amount(holds ? then : otherwise, beside: other)
    default: return nil
    }
  }

  private static let extremes = [
    "min": Wording(en: "the least of", zh: "中的最小者"), "max": Wording(en: "the greatest of", zh: "中的最大者"),
    "sum": Wording(en: "the sum of", zh: "之和"),
  ]

  /// An operand, in brackets where it binds more loosely than its operator.
  private func side(
    _ expression: Expression, of op: BinaryOperator, _ withValues: Bool, written: Written, isRight: Bool = false
  ) -> Wording? {
    guard let term = term(expression, withValues: withValues, written: written) else { return nil }
    let expression = taken(of: expression)
    if isExtreme(expression) { return term.inBrackets }
    guard case .binary(let inner, _, _) = expression.kind, inner.sign != nil,
      inner.binding < op.binding || isRight && inner.binding == op.binding
    else { return term }
    return term.inBrackets
  }

  /// Of a choice the branch that was taken, which is what is told; anything else itself.
  private func taken(of expression: Expression) -> Expression {
    guard case .conditional(let condition, let then, let otherwise) = expression.kind,
      case .boolean(let holds) = value(of: condition)
    else { return expression }
    return taken(of: holds ? then : otherwise)
  }

  /// Whether it is told as the least, the greatest or the sum of several: within another calculation nobody could see
  /// where such a series begins and ends.
  private func isExtreme(_ expression: Expression) -> Bool {
    guard case .call(let callee, let arguments) = taken(of: expression).kind, let name = callee.ownName,
      arguments.count > 1
    else { return false }
    return Phrasing.extremes[name] != nil
  }

  /// What a calculation is called within a longer name: "the whole part of (a + b)".
  func part(_ expression: Expression, written: Written) -> Wording? {
    let label = named(expression, written: written)
    if case .binary(let op, _, _) = taken(of: expression).kind, op.sign != nil { return label?.inBrackets }
    return label
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

extension Wording {
  fileprivate var inBrackets: Wording { Wording(en: "(\(self[.en]))", zh: "（\(self[.zh])）") }
}
