import Diagnostics
import FEEL

/// Puts conditions into words, with the values that made them hold or fail.
///
/// A condition that failed is said as it is, not as it should have been: `age >= 60` for somebody of 55 reads
/// "age (55) is under 60". Of `and` and `or` only the parts are told that settled the whole.
struct Phrasing {
  let program: Program
  let environment: Environment
  let run: Run
  /// Whether what was wanted is told beside what is so; plain statements leave it out.
  var tellsWanted = true

  /// A condition as a clause, with how it stands.
  struct Clause {
    let standing: Reason.Standing
    let text: Wording
    /// The fact or decision that is the whole condition, where nothing is compared.
    var name: String?
  }

  /// The clauses that made a condition what it is.
  func clauses(of expression: Expression, written: Written) -> [Clause] {
    switch expression.kind {
    case .binary(.and, let left, let right), .binary(.or, let left, let right):
      return deciding([left, right], in: expression, written: written)
    case .call(let callee, let arguments):
      if case .name("not") = callee.kind, let inner = arguments.first?.value, arguments.count == 1 {
        let whole = standing(of: value(of: expression))
        return clauses(of: inner, written: written).map { Clause(standing: whole, text: $0.text, name: $0.name) }
      }
    default: break
    }
    let name: String? = if case .name(let name) = expression.kind { name } else { nil }
    return [
      Clause(standing: standing(of: value(of: expression)), text: clause(expression, written: written), name: name)
    ]
  }

  /// Of the two sides of `and` or `or`, those that stand as the whole does.
  private func deciding(_ sides: [Expression], in whole: Expression, written: Written) -> [Clause] {
    let wanted = standing(of: value(of: whole))
    let relevant = sides.filter { standing(of: value(of: $0)) == wanted }
    return (relevant.isEmpty ? sides : relevant).flatMap { clauses(of: $0, written: written) }
  }

  func standing(of value: Value) -> Reason.Standing {
    switch value {
    case .boolean(let holds): holds ? .met : .unmet
    case .unknown: .unknown
    default: .failed
    }
  }

  func value(of expression: Expression) -> Value { run.evaluate(expression, in: environment) }

  // MARK: Single clauses

  private func clause(_ expression: Expression, written: Written) -> Wording {
    let value = value(of: expression)
    switch expression.kind {
    case .binary(let op, let left, let right) where op.isComparison:
      return comparison(op, left, right, holds: value, written: written)
    case .between(let subject, let low, let high):
      let range = RangeValue(
        lower: self.value(of: low), lowerIncluded: true, upper: self.value(of: high), upperIncluded: true)
      return membership(of: subject, in: .range(range), source: "", holds: value, written)
    case .contained(let subject, let tests):
      let single = tests.tests.count == 1 && !tests.isNegated ? tests.tests[0].expression : nil
      return membership(
        of: subject, in: single.map(self.value) ?? .null, source: source(tests.span, written), holds: value, written)
    default:
      if let phrase = call(expression, holds: value, written: written) { return phrase }
      return yesOrNo(operand(expression, written: written), value)
    }
  }

  func yesOrNo(_ label: Wording, _ value: Value) -> Wording {
    switch value {
    case .boolean(true): Wording(en: "\(label[.en]): yes", zh: "\(label[.zh])：是")
    case .boolean(false): Wording(en: "\(label[.en]): no", zh: "\(label[.zh])：否")
    case .unknown: notKnown(label)
    default: label
    }
  }

  func notKnown(_ label: Wording) -> Wording {
    Wording(en: "\(label[.en]) is not known", zh: "\(label[.zh])未知")
  }

  private func comparison(
    _ op: BinaryOperator, _ left: Expression, _ right: Expression, holds: Value, written: Written
  ) -> Wording {
    guard case .boolean(let truth) = holds else {
      let open = [left, right].first { value(of: $0).isUnknown } ?? left
      return notKnown(operand(open, written: written))
    }
    if let equality = equality(op, left, right, holds: truth, written: written) { return equality }
    let words = (truth ? op : op.opposite).words
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
    let found = text(of: value(of: left), type: type)
    let object = text(of: wanted, type: type)
    let isSame = holds == (op == .equal)
    if isSame || op == .notEqual || !tellsWanted {
      return Wording(en: "\(subject[.en]): \(found[.en])", zh: "\(subject[.zh])：\(found[.zh])")
    }
    return Wording(
      en: "\(subject[.en]): \(found[.en]), not \(object[.en])", zh: "\(subject[.zh])：\(found[.zh])，而非\(object[.zh])")
  }

  private func membership(
    of subject: Expression, in whole: Value, source text: String, holds: Value, _ written: Written
  ) -> Wording {
    guard case .boolean(let truth) = holds else { return notKnown(operand(subject, written: written)) }
    let label = operandWithValue(subject, written: written)
    if case .range(let range) = whole {
      return membership(of: label, value(of: subject), in: range, type: program.type(of: subject))
    }
    return truth
      ? Wording(en: "\(label[.en]) is in \(text)", zh: "\(label[.zh])属于 \(text)")
      : Wording(en: "\(label[.en]) is not in \(text)", zh: "\(label[.zh])不属于 \(text)")
  }

  /// A table cell about an input.
  func cell(_ cell: CheckedCell, input: CheckedFormula, value: Value, holds: Value) -> Wording {
    let name = operand(input.expression, written: input.written)
    guard case .boolean(let truth) = holds else { return holds.isUnknown ? notKnown(name) : name }
    let label = operandWithValue(input.expression, written: input.written)
    switch value {
    case .boolean, .string:
      let found = text(of: value, type: input.type)
      return Wording(en: "\(name[.en]): \(found[.en])", zh: "\(name[.zh])：\(found[.zh])")
    default: break
    }
    if cell.tests.tests.count == 1, !cell.tests.isNegated {
      switch cell.tests.tests[0].kind {
      case .comparison(let op, let bound):
        let words = (truth ? op : op.opposite).words
        let object = text(of: self.value(of: bound), type: input.type)
        return Wording(en: "\(label[.en]) \(words[.en]) \(object[.en])", zh: "\(label[.zh])\(words[.zh])\(object[.zh])")
      case .expression(let expression):
        if case .range(let range) = self.value(of: expression) {
          return membership(of: label, value, in: range, type: input.type)
        }
      }
    }
    let wanted = cell.written.text
    return truth
      ? Wording(en: "\(label[.en]) matches \(wanted)", zh: "\(label[.zh])符合 \(wanted)")
      : Wording(en: "\(label[.en]) does not match \(wanted)", zh: "\(label[.zh])不符合 \(wanted)")
  }

  // MARK: Operands

  /// What an operand is called: a label for a name, the text as written for anything else.
  func operand(_ expression: Expression, written: Written) -> Wording {
    if case .name(let name) = expression.kind { return program.label(of: name) }
    if case .path(let base, let member) = expression.kind, case .name(let name) = base.kind {
      let label = program.label(of: name)
      let part = program.shareLabel(of: member.text, in: name) ?? Wording(both: member.text)
      return Wording(en: "\(label[.en]): \(part[.en])", zh: "\(label[.zh])中的\(part[.zh])")
    }
    switch expression.kind {
    case .literal, .list: return text(of: value(of: expression), type: .any)
    default: break
    }
    return Wording(both: source(expression, written))
  }

  /// The operand with its value behind it, unless it is a literal.
  func operandWithValue(_ expression: Expression, written: Written) -> Wording {
    let label = operand(expression, written: written)
    if case .literal = expression.kind { return label }
    let shown = valueText(of: expression, type: program.type(of: expression))
    return Wording(en: "\(label[.en]) (\(shown[.en]))", zh: "\(label[.zh])（\(shown[.zh])）")
  }

  /// The value of an expression as people write it; parameters given as percentages as such.
  func valueText(of expression: Expression, type: FeelType) -> Wording {
    ValueFormat.text(of: value(of: expression), type: type, isPercent: program.isPercent(expression))
  }

  func text(of value: Value, type: FeelType) -> Wording { ValueFormat.text(of: value, type: type) }

  private func source(_ expression: Expression, _ written: Written) -> String { source(expression.span, written) }

  private func source(_ span: Span, _ written: Written) -> String {
    let scalars = Array(written.text.unicodeScalars)
    guard span.start < scalars.count else { return written.text }
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars[span.start..<min(span.end, scalars.count)])
    return String(view)
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

  /// The comparison in words.
  var words: Wording {
    switch self {
    case .equal: Wording(en: "is", zh: "为")
    case .notEqual: Wording(en: "is not", zh: "不是")
    case .less: Wording(en: "is under", zh: "低于")
    case .lessOrEqual: Wording(en: "is at most", zh: "不超过")
    case .greater: Wording(en: "is over", zh: "超过")
    case .greaterOrEqual: Wording(en: "is at least", zh: "不低于")
    default: Wording(both: rawValue)
    }
  }
}
