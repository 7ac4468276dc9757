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
    case .filter(let base, _):
      guard let label = named(base, written: written) else { return nil }
      return Wording(en: "\(label[.en]) that fit", zh: "符合条件的\(label[.zh])")
    case .call(let callee, let arguments):
      guard let name = callee.ownName, let words = Phrasing.results[name], let first = arguments.first?.value,
        let label = named(first, written: written)
      else { return nil }
      return Wording(en: "\(words[.en]) \(label[.en])", zh: "\(label[.zh])\(words[.zh])")
    case .binary(let op, _, _) where !op.isComparison: return term(expression, written: written)
    default: return nil
    }
  }

  /// Functions by what they give of their first argument.
  private static let results: [String: Wording] = [
    "count": Wording(en: "the number of", zh: "的数目"), "sum": Wording(en: "the sum of", zh: "合计"),
    "day of week": Wording(en: "the weekday of", zh: "的星期"), "age on": Wording(en: "the age from", zh: "起的周岁"),
    "周岁": Wording(en: "the age from", zh: "起的周岁"), "string length": Wording(en: "the length of", zh: "的长度"),
  ]

  /// The operand with its value behind it, unless it is a literal.
  func operandWithValue(_ expression: Expression, written: Written) -> Wording {
    let label = operand(expression, written: written)
    if case .literal = expression.kind { return label }
    let shown = valueText(of: expression, type: program.type(of: expression))
    return Wording(en: "\(label[.en]) (\(shown[.en]))", zh: "\(label[.zh])（\(shown[.zh])）")
  }

  /// The value of an expression as people write it; what is given as a percentage as one.
  func valueText(of expression: Expression, type: FeelType) -> Wording {
    let value = value(of: expression)
    if case .call(let callee, _) = expression.kind, callee.ownName == "day of week", case .string(let day) = value,
      let zh = Phrasing.weekdays[day]
    {
      return Wording(en: day, zh: zh)
    }
    return ValueFormat.text(of: value, type: type, isPercent: program.isPercent(expression))
  }

  private static let weekdays = [
    "Monday": "星期一", "Tuesday": "星期二", "Wednesday": "星期三", "Thursday": "星期四", "Friday": "星期五", "Saturday": "星期六",
    "Sunday": "星期日",
  ]

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
