import Diagnostics
import FEEL

/// What is asked of the items of a list: "whose sex is female", "年龄不低于60".
extension Phrasing {
  /// How the items of a list are named in a condition: by a variable, by `item`, or by their fields alone.
  private struct Item {
    let fields: [FeelType.Field]
    let list: Expression
    let variable: String

    func field(_ expression: Expression) -> FeelType.Field? {
      switch expression.kind {
      case .name(let name): fields.first { $0.name == name }
      case .path(let base, let member) where base.ownName == variable || base.ownName == "item":
        fields.first { $0.name == member.text }
      default: nil
      }
    }

    func isItself(_ expression: Expression) -> Bool { expression.ownName == variable || expression.ownName == "item" }
  }

  /// A condition of the items of a list in words; nothing where there are no words for it.
  ///
  /// - Parameter variable: what the condition calls an item.
  func quality(_ condition: Expression, ofItemsIn list: Expression, variable: String = "item", _ written: Written)
    -> Wording?
  {
    var fields: [FeelType.Field] = []
    if case .list(.context(let found)) = program.type(of: list) { fields = found }
    return quality(condition, holding: true, Item(fields: fields, list: list, variable: variable), written)
  }

  private func quality(_ condition: Expression, holding: Bool, _ item: Item, _ written: Written) -> Wording? {
    switch condition.kind {
    case .binary(.and, let left, let right), .binary(.or, let left, let right):
      guard let a = quality(left, holding: holding, item, written),
        let b = quality(right, holding: holding, item, written)
      else { return nil }
      let isBoth = if case .binary(.and, _, _) = condition.kind { holding } else { !holding }
      return [a, b].joined(en: isBoth ? " and " : " or ", zh: isBoth ? "且" : "或者")
    case .call(let callee, let arguments) where callee.ownName == "not" && arguments.count == 1:
      return quality(arguments[0].value, holding: !holding, item, written)
    case .binary(let op, let left, let right) where op.isComparison:
      guard let subject = part(left, item, written), let object = part(right, item, written, beside: left) else {
        return nil
      }
      let words = (holding ? op : op.opposite).words(for: item.field(left)?.type ?? program.type(of: left))
      return [subject, words, object].joined(en: " ", zh: "")
    case .contained(let subject, let tests):
      guard let name = part(subject, item, written) else { return nil }
      let type = item.field(subject)?.type ?? .any
      if tests.tests.count == 1, !tests.isNegated, holding,
        case .range(let range) = value(of: tests.tests[0].expression)
      {
        return within(range, name, type)
      }
      let texts = tests.tests.compactMap { test -> Wording? in
        guard case .literal(let value) = test.expression.kind else { return nil }
        return text(of: value, type: type)
      }
      guard texts.count == tests.tests.count else { return nil }
      let isOne = holding != tests.isNegated
      return Wording(
        en: "\(name[.en]) is \(isOne ? "one" : "none") of \(texts.series[.en])",
        zh: "\(name[.zh])\(isOne ? "属于" : "不属于")\(texts.series[.zh])")
    default:
      guard let name = part(condition, item, written) else { return nil }
      return holding ? name : Wording(en: "not \(name[.en])", zh: "\(name[.zh])：否")
    }
  }

  /// One side of a condition: a field by its label, a literal as the other side counts, and what has nothing to do with
  /// the item with its value.
  private func part(_ expression: Expression, _ item: Item, _ written: Written, beside other: Expression? = nil)
    -> Wording?
  {
    if let field = item.field(expression) { return program.memberLabel(field.name, of: item.list.ownName) }
    if item.isItself(expression) { return Wording(en: "it", zh: "其") }
    if case .literal(let value) = expression.kind {
      return text(of: value, type: other.flatMap(item.field)?.type ?? .any)
    }
    let names = expression.names
    guard !names.contains("item"), !names.contains(item.variable),
      !names.contains(where: { name in
        item.fields.contains { $0.name == name }
      }), named(expression, written: written) != nil
    else { return nil }
    return value(of: expression).isUnknown
      ? operand(expression, written: written) : operandWithValue(expression, written: written)
  }

  // MARK: All and some

  /// Whether all items of a list fit, or one of them: with what is asked of them, and which of them settle it.
  func quantified(
    _ quantifier: Expression.Quantifier, _ iteration: Expression.Iteration, _ condition: Expression, holds: Value,
    _ written: Written
  ) -> Wording {
    let list = operand(iteration.domain, written: written)
    let variable = iteration.variable.text
    let asked = quality(condition, ofItemsIn: iteration.domain, variable: variable, written)
    let (en, zh) = (asked.map { " (\($0[.en]))" } ?? "", asked.map { "“\($0[.zh])”" } ?? "")
    let label: Wording =
      switch quantifier {
      case .every: Wording(en: "each of \(list[.en]) fits\(en)", zh: "\(list[.zh])逐一符合\(zh)")
      case .some: Wording(en: "one of \(list[.en]) fits\(en)", zh: "\(list[.zh])中有一项符合\(zh)")
      }
    let whole = yesOrNo(label, holds)
    let wanted = quantifier == .some
    guard case .boolean(wanted) = holds, let decisive = items(iteration, where: condition, are: wanted) else {
      return whole
    }
    return wanted
      ? Wording(en: "\(whole[.en]), \(decisive[.en])", zh: "\(whole[.zh])，即\(decisive[.zh])")
      : Wording(en: "\(whole[.en]), not \(decisive[.en])", zh: "\(whole[.zh])，不符合的是\(decisive[.zh])")
  }

  /// More items than this are not named.
  private static let mostItems = 6

  /// The items for which a condition comes to a value: by the first text in each, which mostly is a name, otherwise by
  /// their place.
  private func items(_ iteration: Expression.Iteration, where condition: Expression, are wanted: Bool) -> Wording? {
    guard iteration.through == nil, case .list(let items) = value(of: iteration.domain) else { return nil }
    let run = self.run
    let found = items.indices.filter { position in
      let inner = outcome.environment.binding(iteration.variable.text, to: items[position])
      if case .boolean(wanted) = run.evaluate(condition, in: inner) { return true }
      return false
    }
    guard !found.isEmpty else { return nil }
    let names = found.prefix(Phrasing.mostItems).map { position in
      items[position].firstText.map { Wording(both: $0) }
        ?? Wording(en: "item \(position + 1)", zh: "第\(position + 1)项")
    }
    let isMore = found.count > names.count
    return Wording(en: names.series[.en] + (isMore ? ", …" : ""), zh: names.series[.zh] + (isMore ? "等" : ""))
  }
}

extension Value {
  /// The text that this is, or the first in it.
  var firstText: String? {
    switch self {
    case .string(let text): Quotation.visible(text)
    case .context(let context):
      context.entries.lazy.compactMap { if case .string = $0.value { $0.value.firstText } else { nil } }.first
    default: nil
    }
  }
}
