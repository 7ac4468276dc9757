import Diagnostics
import FEEL

/// Conditions that are not settled, as they would have to be: "grade is 2" and not "grade: not known yet".
extension Phrasing {
  /// What must be so for a condition to hold, of those of its parts that are not settled.
  func supposed(_ formula: CheckedFormula) -> Wording? {
    let clauses = supposed(formula.expression, holding: true, formula.written)
    return clauses.isEmpty ? nil : clauses.joined(en: " and ", zh: "，且")
  }

  /// What must be so for the cells of a row that are not settled to hold.
  func supposed(_ cells: [(cell: CheckedCell, input: CheckedFormula)]) -> Wording? {
    let clauses = cells.map { supposed($0.cell, $0.input) }
    return clauses.isEmpty ? nil : clauses.joined(en: " and ", zh: "，且")
  }

  private func supposed(_ expression: Expression, holding: Bool, _ written: Written) -> [Wording] {
    switch expression.kind {
    case .binary(.and, let left, let right), .binary(.or, let left, let right):
      let clauses = [left, right].filter { value(of: $0).isUnknown }.map {
        supposed($0, holding: holding, written).joined(en: " and ", zh: "且")
      }
      let needsAll = if case .binary(.and, _, _) = expression.kind { holding } else { !holding }
      return needsAll ? clauses : [clauses.joined(en: " or ", zh: "或者")]
    case .call(let callee, let arguments) where callee.ownName == "not" && arguments.count == 1:
      return supposed(arguments[0].value, holding: !holding, written)
    case .binary(let op, let left, let right) where op.isComparison:
      let words = (holding ? op : op.opposite).words(for: program.type(of: left))
      let subject = supposedSide(left, beside: right, written)
      let object = supposedSide(right, beside: left, written)
      return [
        Wording(en: "\(subject[.en]) \(words[.en]) \(object[.en])", zh: "\(subject[.zh])\(words[.zh])\(object[.zh])")
      ]
    case .contained(let subject, let tests):
      let name = operand(subject, written: written)
      let type = program.type(of: subject)
      if tests.tests.count == 1, !tests.isNegated, holding {
        return [supposed(tests.tests[0], of: name, type, tests.span, written)]
      }
      let texts = texts(of: tests, about: subject, written)
      return [
        holding
          ? Wording(en: "\(name[.en]) is one of \(texts[.en])", zh: "\(name[.zh])属于\(texts[.zh])")
          : Wording(en: "\(name[.en]) is none of \(texts[.en])", zh: "\(name[.zh])不属于\(texts[.zh])")
      ]
    default:
      return [yesOrNo(operand(expression, written: written), .boolean(holding))]
    }
  }

  /// One side of a comparison: a literal as the other side counts, what is known with its value, what is not by its name.
  private func supposedSide(_ expression: Expression, beside other: Expression, _ written: Written) -> Wording {
    if case .literal(let value) = expression.kind { return text(of: value, type: program.type(of: other)) }
    return value(of: expression).isUnknown
      ? operand(expression, written: written) : operandWithValue(expression, written: written)
  }

  private func supposed(_ cell: CheckedCell, _ input: CheckedFormula) -> Wording {
    let name = operand(input.expression, written: input.written)
    let tests = cell.tests
    if tests.tests.count == 1, case .expression(let test) = tests.tests[0].kind,
      let content = content(test, of: input.expression, holds: !tests.isNegated, written: input.written)
    {
      return content
    }
    let each = tests.tests.map { supposed($0, of: name, input.type, tests.span, cell.written) }
    guard tests.isNegated else { return each.joined(en: " or ", zh: "或者") }
    return Wording(
      en: "not: \(each.joined(en: " or ", zh: "或者")[.en])", zh: "并非\(each.joined(en: " or ", zh: "或者")[.zh])")
  }

  private func supposed(_ test: UnaryTest, of name: Wording, _ type: FeelType, _ span: Span, _ written: Written)
    -> Wording
  {
    switch test.kind {
    case .comparison(let op, let bound):
      let (words, object) = (op.words(for: type), text(of: value(of: bound), type: type))
      return Wording(en: "\(name[.en]) \(words[.en]) \(object[.en])", zh: "\(name[.zh])\(words[.zh])\(object[.zh])")
    case .expression(let expression):
      let wanted = value(of: expression)
      if case .range(let range) = wanted { return within(range, name, type) }
      if case .boolean = wanted, type == .boolean { return yesOrNo(name, wanted) }
      guard !expression.mentionsInput, !wanted.isUnknown, !wanted.isNull else {
        let wanted = source(span, written)
        return Wording(en: "\(name[.en]) matches \(wanted)", zh: "\(name[.zh])符合 \(wanted)")
      }
      let object = text(of: wanted, type: type)
      return Wording(en: "\(name[.en]) is \(object[.en])", zh: "\(name[.zh])为\(object[.zh])")
    }
  }
}
