import FEEL

/// Conditions that are calls or quantifiers, in words: what a list or text holds, whether all items fit.
extension Phrasing {
  /// The clause of a condition of one of the kinds below; nothing for any other.
  func call(_ expression: Expression, holds: Value, written: Written) -> Wording? {
    switch expression.kind {
    case .call(let callee, let arguments) where arguments.count == 1:
      guard let name = callee.ownName, let kind = Phrasing.kinds[name], case .boolean(let truth) = holds else {
        return nil
      }
      let subject = operandWithValue(arguments[0].value, written: written)
      return Wording(
        en: "\(subject[.en]) is \(truth ? "" : "not ")\(kind[.en])",
        zh: "\(subject[.zh])\(truth ? "是" : "不是")\(kind[.zh])")
    case .call(let callee, let arguments):
      guard case .name(let name) = callee.kind, arguments.count == 2, let verbs = Phrasing.verbs[name] else {
        return nil
      }
      return clause(verbs, arguments[0].value, arguments[1].value, holds, written)
    case .quantified(let quantifier, let iterations, let condition):
      guard let iteration = iterations.first, iterations.count == 1 else { return nil }
      return quantified(quantifier, iteration, condition, holds: holds, written)
    default: return nil
    }
  }

  /// A cell of a table that asks what its input holds, as `not(list contains(?, nurse))` does; nothing for any other.
  func content(_ test: Expression, of input: Expression, holds: Bool, written: Written) -> Wording? {
    guard case .call(let callee, let arguments) = test.kind, let name = callee.ownName else { return nil }
    if name == "not", arguments.count == 1 {
      return content(arguments[0].value, of: input, holds: !holds, written: written)
    }
    guard let verbs = Phrasing.verbs[name], arguments.count == 2, case .input = arguments[0].value.kind,
      !arguments[1].value.mentionsInput
    else { return nil }
    return clause(verbs, input, arguments[1].value, .boolean(holds), written)
  }

  /// What a number or a day may be.
  private static let kinds = [
    "odd": Wording(en: "odd", zh: "奇数"), "even": Wording(en: "even", zh: "偶数"),
    "is working day": Wording(en: "a working day", zh: "工作日"), "是工作日": Wording(en: "a working day", zh: "工作日"),
  ]

  /// How a relation is said where it holds and where it does not.
  private struct Verbs {
    let holds: Wording
    let fails: Wording
  }

  private static let verbs: [String: Verbs] = [
    "list contains": Verbs(
      holds: Wording(en: "includes", zh: "有"), fails: Wording(en: "does not include", zh: "没有")),
    "contains": Verbs(
      holds: Wording(en: "contains", zh: "含有"), fails: Wording(en: "does not contain", zh: "不含")),
    "starts with": Verbs(
      holds: Wording(en: "begins with", zh: "开头是"), fails: Wording(en: "does not begin with", zh: "开头不是")),
    "ends with": Verbs(
      holds: Wording(en: "ends with", zh: "结尾是"), fails: Wording(en: "does not end with", zh: "结尾不是")),
  ]

  private func clause(
    _ verbs: Verbs, _ whole: Expression, _ part: Expression, _ holds: Value, _ written: Written
  ) -> Wording {
    let subject = operand(whole, written: written)
    guard case .boolean(let truth) = holds else { return unsettled(subject, holds) }
    let type = program.type(of: whole)
    let item = text(of: value(of: part), type: type.isList ? type.elementType : type)
    let words = truth ? verbs.holds : verbs.fails
    return Wording(
      en: "\(subject[.en]) \(words[.en]) “\(item[.en])”", zh: "\(subject[.zh])\(words[.zh])“\(item[.zh])”")
  }
}

extension FeelType {
  fileprivate var isList: Bool { if case .list = self { true } else { false } }
}
