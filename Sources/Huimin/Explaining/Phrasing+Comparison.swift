import Diagnostics
import FEEL

/// Comparisons, membership and table cells in words.
extension Phrasing {
  func comparison(_ op: BinaryOperator, _ left: Expression, _ right: Expression, holds: Value, written: Written)
    -> Wording
  {
    guard case .boolean(let truth) = holds else {
      let open = [left, right].first { value(of: $0).isUnknown || value(of: $0).isNull } ?? left
      return unsettled(operand(open, written: written), holds)
    }
    if let equality = equality(op, left, right, holds: truth, written: written) { return equality }
    let words = (truth ? op : op.opposite).words(for: program.type(of: left))
    let subject = side(left, beside: right, written: written)
    let object = side(right, beside: left, written: written)
    return Wording(
      en: "\(subject[.en]) \(words[.en]) \(object[.en])", zh: "\(subject[.zh])\(words[.zh])\(object[.zh])")
  }

  /// One side of a comparison; a literal counts what the other side does: `8` beside a price is 8 yuan.
  private func side(_ expression: Expression, beside other: Expression, written: Written) -> Wording {
    guard case .literal(let value) = expression.kind else { return operandWithValue(expression, written: written) }
    return text(of: value, type: program.type(of: other))
  }

  /// `=` and `!=` with a literal: what is so, and where that is not what was wanted, what was.
  private func equality(
    _ op: BinaryOperator, _ left: Expression, _ right: Expression, holds: Bool, written: Written
  ) -> Wording? {
    guard op == .equal || op == .notEqual, case .literal(let wanted) = right.kind else { return nil }
    let type = program.type(of: left)
    let subject = operand(left, written: written)
    let found = valueText(of: left, type: type)
    let object = text(of: wanted, type: type)
    let isSame = holds == (op == .equal)
    // Of something that is not known yet only that it is not what was asked for.
    if !isSame, value(of: left).isUnknown {
      return Wording(en: "\(subject[.en]) is not \(object[.en])", zh: "\(subject[.zh])不是\(object[.zh])")
    }
    if isSame || op == .notEqual || !tellsWanted {
      return Wording(en: "\(subject[.en]): \(found[.en])", zh: "\(subject[.zh])：\(found[.zh])")
    }
    return Wording(
      en: "\(subject[.en]): \(found[.en]), not \(object[.en])", zh: "\(subject[.zh])：\(found[.zh])，而非\(object[.zh])")
  }

  /// Whether something is in a range.
  func membership(of subject: Expression, in range: RangeValue, holds: Value, _ written: Written) -> Wording {
    guard case .boolean = holds else { return unsettled(operand(subject, written: written), holds) }
    return membership(
      of: operandWithValue(subject, written: written), value(of: subject), in: range, type: program.type(of: subject))
  }

  /// Whether something is in a range, or one of several values.
  func membership(of subject: Expression, in tests: UnaryTests, holds: Value, _ written: Written) -> Wording {
    guard case .boolean(let truth) = holds else { return unsettled(operand(subject, written: written), holds) }
    if tests.tests.count == 1, !tests.isNegated, case .range(let range) = value(of: tests.tests[0].expression) {
      return membership(of: subject, in: range, holds: holds, written)
    }
    let label = operandWithValue(subject, written: written)
    let texts = texts(of: tests, about: subject, written)
    return truth
      ? Wording(en: "\(label[.en]) is one of \(texts[.en])", zh: "\(label[.zh])属于\(texts[.zh])")
      : Wording(en: "\(label[.en]) is none of \(texts[.en])", zh: "\(label[.zh])不属于\(texts[.zh])")
  }

  /// The values that `in` names, by what people call them; the text as written for anything else.
  func texts(of tests: UnaryTests, about subject: Expression, _ written: Written) -> Wording {
    let type = program.type(of: subject)
    let texts = tests.tests.compactMap { test -> Wording? in
      guard case .expression(let expression) = test.kind, case .literal(let value) = expression.kind else { return nil }
      return text(of: value, type: type)
    }
    guard texts.count == tests.tests.count, !tests.isNegated else { return Wording(both: source(tests.span, written)) }
    return texts.series
  }

  /// A table cell about an input.
  func cell(_ cell: CheckedCell, input: CheckedFormula, value: Value, holds: Value) -> Wording {
    let name = operand(input.expression, written: input.written)
    guard case .boolean(let truth) = holds else { return unsettled(name, holds) }
    let label = operandWithValue(input.expression, written: input.written)
    switch value {
    case .unknown where !truth && cell.tests.tests.count == 1 && !cell.tests.isNegated:
      if case .expression(let expression) = cell.tests.tests[0].kind, case .literal(let wanted) = expression.kind {
        let object = text(of: wanted, type: input.type)
        return Wording(en: "\(name[.en]) is not \(object[.en])", zh: "\(name[.zh])不是\(object[.zh])")
      }
    case .boolean, .string:
      let found = text(of: value, type: input.type)
      return Wording(en: "\(name[.en]): \(found[.en])", zh: "\(name[.zh])：\(found[.zh])")
    default: break
    }
    if cell.tests.tests.count == 1, case .expression(let test) = cell.tests.tests[0].kind,
      let content = content(
        test, of: input.expression, holds: truth != cell.tests.isNegated, written: input.written)
    {
      return content
    }
    if cell.tests.tests.count == 1, !cell.tests.isNegated {
      switch cell.tests.tests[0].kind {
      case .comparison(let op, let bound):
        let words = (truth ? op : op.opposite).words(for: input.type)
        let object = text(of: self.value(of: bound), type: input.type)
        return Wording(en: "\(label[.en]) \(words[.en]) \(object[.en])", zh: "\(label[.zh])\(words[.zh])\(object[.zh])")
      case .expression(let expression):
        let wanted = self.value(of: expression)
        if case .range(let range) = wanted { return membership(of: label, value, in: range, type: input.type) }
        if case .literal = expression.kind {
          let object = text(of: wanted, type: input.type)
          return truth
            ? Wording(en: "\(name[.en]): \(object[.en])", zh: "\(name[.zh])：\(object[.zh])")
            : Wording(en: "\(label[.en]) is not \(object[.en])", zh: "\(label[.zh])不是\(object[.zh])")
        }
      }
    }
    let wanted = cell.written.text
    return truth
      ? Wording(en: "\(label[.en]) matches \(wanted)", zh: "\(label[.zh])符合 \(wanted)")
      : Wording(en: "\(label[.en]) does not match \(wanted)", zh: "\(label[.zh])不符合 \(wanted)")
  }
}

extension BinaryOperator {
  var isComparison: Bool {
    switch self {
    case .equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual: true
    default: false
    }
  }

  /// The comparison that holds exactly where this one fails.
  var opposite: BinaryOperator {
    switch self {
    case .equal: .notEqual
    case .notEqual: .equal
    case .less: .greaterOrEqual
    case .lessOrEqual: .greater
    case .greater: .lessOrEqual
    case .greaterOrEqual: .less
    default: self
    }
  }

  /// The comparison in words: of amounts one is under another, of days before it.
  func words(for type: FeelType) -> Wording {
    let isTime: Bool =
      switch type {
      case .date, .dateTime, .time: true
      default: false
      }
    return switch self {
    case .equal: Wording(en: "is", zh: "为")
    case .notEqual: Wording(en: "is not", zh: "不是")
    case .less: isTime ? Wording(en: "is before", zh: "早于") : Wording(en: "is under", zh: "低于")
    case .lessOrEqual: isTime ? Wording(en: "is not after", zh: "不晚于") : Wording(en: "is at most", zh: "不超过")
    case .greater: isTime ? Wording(en: "is after", zh: "晚于") : Wording(en: "is over", zh: "超过")
    case .greaterOrEqual: isTime ? Wording(en: "is not before", zh: "不早于") : Wording(en: "is at least", zh: "不低于")
    default: Wording(both: rawValue)
    }
  }
}
