import Diagnostics
import FEEL

/// What the parts of a condition or calculation are called.
extension Phrasing {
  /// What an operand is called: a label for a name, words for what can be put in words, the text as written for
  /// anything else.
  func operand(_ expression: Expression, written: Written) -> Wording {
    named(expression, written: written) ?? Wording(both: "`\(source(expression.span, written))`")
  }

  /// What an operand is called, or `nil` where there are no words for it.
  func named(_ expression: Expression, written: Written) -> Wording? {
    switch expression.kind {
    case .name(let name): return program.label(of: name)
    case .literal, .list: return text(of: value(of: expression), type: .any)
    case .path(let base, let member):
      guard let label = named(base, written: written) else { return nil }
      let part = program.memberLabel(member.text, of: base.ownName)
      return Wording(en: "\(label[.en]): \(part[.en])", zh: "\(label[.zh])的\(part[.zh])")
    case .filter(let base, let condition):
      guard let label = named(base, written: written) else { return nil }
      if case .literal(.number(let place)) = condition.kind {
        return Wording(en: "item \(place.trimmedText) of \(label[.en])", zh: "\(label[.zh])第\(place.trimmedText)项")
      }
      guard let asked = quality(condition, ofItemsIn: base, written) else {
        return Wording(en: "\(label[.en]) that fit", zh: "符合条件的\(label[.zh])")
      }
      return Wording(en: "\(label[.en]) (\(asked[.en]))", zh: "\(label[.zh])（\(asked[.zh])）")
    case .conditional(let condition, let then, let otherwise):
      guard case .boolean(let holds) = value(of: condition) else { return nil }
      return named(holds ? then : otherwise, written: written)
    case .call(let callee, let arguments) where callee.ownName == "modulo" && arguments.count == 2:
      guard let number = named(arguments[0].value, written: written),
        let divisor = named(arguments[1].value, written: written)
      else { return nil }
      return Wording(
        en: "the remainder of \(number[.en]) by \(divisor[.en])", zh: "\(number[.zh])除以\(divisor[.zh])的余数")
    case .call(let callee, let arguments):
      guard let name = callee.ownName, let words = Phrasing.results[name], let first = arguments.first?.value,
        let label = part(first, written: written)
      else { return nil }
      return Wording(en: "\(words[.en]) \(label[.en])", zh: "\(label[.zh])\(words[.zh])")
    case .binary(let op, _, _) where !op.isComparison: return term(expression, written: written)
    default: return nil
    }
  }

  /// Functions by what they give of their first argument.
  static let results: [String: Wording] = [
    "count": Wording(en: "the number of", zh: "的数目"), "sum": Wording(en: "the sum of", zh: "合计"),
    "mean": Wording(en: "the mean of", zh: "的平均数"),
    "distinct values": Wording(en: "the different values of", zh: "中不同的值"),
    "floor": Wording(en: "the whole part of", zh: "的整数部分"),
    "ceiling": Wording(en: "the next whole number from", zh: "进位取整"),
    "abs": Wording(en: "the size of", zh: "的绝对值"),
    "day of week": Wording(en: "the weekday of", zh: "的星期"), "age on": Wording(en: "the age from", zh: "起的周岁"),
    "周岁": Wording(en: "the age from", zh: "起的周岁"), "string length": Wording(en: "the length of", zh: "的长度"),
  ]

  /// The operand with its value behind it, unless it is a literal.
  func operandWithValue(_ expression: Expression, written: Written) -> Wording {
    let label = operand(expression, written: written)
    if case .literal = expression.kind { return label }
    if case .unknown(let unknown) = value(of: expression),
      let possible = ValueFormat.possible(unknown, type: program.type(of: expression))
    {
      return Wording(en: "\(label[.en]) (\(possible[.en]))", zh: "\(label[.zh])（\(possible[.zh])）")
    }
    let shown = valueText(of: expression, type: program.type(of: expression))
    return Wording(en: "\(label[.en]) (\(shown[.en]))", zh: "\(label[.zh])（\(shown[.zh])）")
  }

  /// The value of an expression as people write it; what is given as a percentage as one.
  func valueText(of expression: Expression, type: FeelType) -> Wording {
    let value = value(of: expression)
    // Of a fact that was not given there is no more to say than that.
    if value.isUnknown, let name = expression.ownName, program.fact(named: name) != nil { return ValueFormat.notKnown }
    if case .call(let callee, _) = expression.kind, callee.ownName == "day of week", case .string(let day) = value,
      Phrase.weekdays.contains(day)
    {
      return Wording(en: day, zh: Vocabulary.chineseWord(day))
    }
    return ValueFormat.text(of: value, type: type, isPercent: program.isPercent(expression))
  }

  func text(of value: Value, type: FeelType) -> Wording { ValueFormat.text(of: value, type: type) }

  /// A stretch of an expression as it is written.
  func source(_ span: Span, _ written: Written) -> String {
    let scalars = Array(written.text.unicodeScalars)
    guard span.start < scalars.count else { return written.text }
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars[span.start..<min(span.end, scalars.count)])
    return String(view)
  }
}
