import Huimin

/// Evaluates expressions over a context.
struct FeelEvaluation {
  private(set) var context: Context
  /// What `today()` and `decision date` give.
  var day: CalendarDate?
  /// Whether an error makes everything null that is computed from it, as in a policy, instead of counting as null or as a
  /// condition that is not met, as the standard has it.
  var isStrict = false

  init(_ context: Context, day: CalendarDate?) {
    self.context = context
    self.day = day
  }

  /// Gives a name to a value, for expressions after it.
  mutating func define(_ name: String, _ value: Value) { context[name] = value }

  /// Lets expressions use what every policy has: `age on`, `decision date`, and their Chinese names.
  ///
  /// - Parameter again: whether this is for another day, over what was defined for the last.
  mutating func defineStandardNames(again: Bool = false) {
    for (name, value) in StandardNames.values(on: day).sorted(by: { $0.key < $1.key })
    where again || context[name] == nil {
      context[name] = value
    }
  }

  /// The value of an expression, and the errors that made it, or a part of it, null. A name that does not exist is one
  /// even where it only makes a condition null.
  func evaluate(_ text: String, as type: FeelType? = nil) -> (value: Value, errors: [Diagnostic]) {
    do throws(Diagnostic) {
      let expression = try Parser.expression(text, known: context.knownNames)
      let value = self.value(of: expression, errorsPropagate: isStrict)
      let errors = errors(of: value, expression)
      guard let type else { return (value, errors) }
      guard let coerced = value.coerced(to: type) else {
        let problem = Diagnostic("not-coercible", span: expression.span, message: value.misfit(with: type))
        return (.null(because: problem), [problem])
      }
      return (coerced, errors)
    } catch {
      return (.null(because: error), [error])
    }
  }

  private func errors(of value: Value, _ expression: Expression) -> [Diagnostic] {
    let errors = value.errors
    // Most expressions need no checker to tell that they are right.
    guard !errors.isEmpty || expression.names.contains(where: { context[$0] == nil && Builtins.named($0) == nil })
    else {
      return []
    }
    let found = slips(in: expression)
    guard errors.isEmpty else { return errors.map { $0.helped(by: found) } }
    // In a filter, a name may be that of an entry which no item happens to have.
    let filters = expression.filterConditions
    return found.filter { slip in slip.code == "unknown-name" && !filters.contains { $0.overlaps(slip.span) } }
  }

  /// The value of an expression with all that a person may want to know of it: its errors; what a policy would call an
  /// error while the standard goes on with null; what the checker finds; and that a null is none of these.
  func evaluateForReader(_ text: String) -> (value: Value, remarks: [Diagnostic]) {
    let (value, errors) = evaluate(text)
    guard let expression = try? Parser.expression(text, known: context.knownNames) else { return (value, errors) }
    let found = slips(in: expression)
    var remarks = value.isNull ? errors : errors.map { $0.asWarning() }
    if errors.isEmpty, case .null(let cause?) = self.value(of: expression, errorsPropagate: true) {
      let byStandard = Wording(en: "null by the standard; an error in a policy", zh: "按标准结果为空值；在政策中属于错误")
      remarks = [cause.diagnostic.helped(by: found).asWarning(help: byStandard)]
    }
    for slip in found where !remarks.contains(where: { $0.covers(slip) }) { remarks.append(slip.asWarning()) }
    if value.isNull, remarks.isEmpty, !expression.isNullLiteral {
      remarks.append(
        Diagnostic(
          "null-value", severity: .warning, span: expression.span,
          message: Wording(
            en: "this is null without an error: of an empty list, or of an entry that is null or not there",
            zh: "结果为空值，但没有出错：可能是空列表，或条目为空、不存在")))
    }
    return (value, remarks)
  }

  /// What the checker says, by the types of the values that there are. That a clock is asked is no slip here.
  private func slips(in expression: Expression) -> [Diagnostic] {
    var checker = Checker()
    _ = checker.check(expression, in: TypeScope(context.entries.map { ($0.name, FeelType(of: $0.value)) }))
    return checker.diagnostics.filter { $0.code != "no-clock" }
  }

  /// The value of an expression if it can be had at once, for completion; null otherwise.
  func evaluateBriefly(_ text: String) -> Value {
    guard let expression = try? Parser.expression(text, known: context.knownNames) else { return .null }
    return value(of: expression, limits: Limits(steps: 20_000, depth: 100, items: 10_000, characters: 100_000))
  }

  private func value(of expression: Expression, limits: Limits = Limits(), errorsPropagate: Bool = false) -> Value {
    let moment = day.map { DateTime(midnightUTC: $0) }
    let variables = Dictionary(context.entries.map { ($0.name, $0.value) }, uniquingKeysWith: { $1 })
    return Run(moment: moment, limits: limits, errorsPropagate: errorsPropagate)
      .evaluate(expression, in: Environment(variables))
  }

  /// Whether an expression only lacks its end.
  func isUnfinished(_ text: String) -> Bool { Unfinished.isTrue(of: text, known: context.knownNames) }
}

extension Context {
  /// The names of entries, those of inner contexts too.
  var allNames: [String] {
    var names: [String] = []
    collectNames(into: &names)
    return names
  }

  fileprivate var knownNames: KnownNames {
    KnownNames(allNames + ["time offset", "start included", "end included"])
  }

  private func collectNames(into names: inout [String]) {
    for entry in entries {
      names.append(entry.name)
      Context.collectNames(in: entry.value, into: &names)
    }
  }

  private static func collectNames(in value: Value, into names: inout [String]) {
    switch value {
    case .context(let context): context.collectNames(into: &names)
    case .list(let items): for item in items { collectNames(in: item, into: &names) }
    default: break
    }
  }
}

extension Diagnostic {
  /// The same as something to look at; with a help where it has none.
  fileprivate func asWarning(help other: Wording? = nil) -> Diagnostic {
    Diagnostic(code, severity: .warning, span: span, message: message, help: help ?? other)
  }

  /// Whether another says nothing more: about the same place, and not what lies behind this one.
  fileprivate func covers(_ other: Diagnostic) -> Bool {
    let isCause = ["bare-date", "hyphen-range", "comparison-chain", "no-member", "unknown-name"].contains(other.code)
    return isCause ? span == other.span && (code == other.code || help == other.help) : span.overlaps(other.span)
  }

  /// The same with the help that the checker knows for it.
  fileprivate func helped(by others: [Diagnostic]) -> Diagnostic {
    guard help == nil, let help = others.first(where: { $0.span == span && $0.help != nil })?.help else { return self }
    return Diagnostic(code, severity: severity, span: span, message: message, help: help)
  }
}

extension Expression {
  /// Where conditions of filters stand.
  fileprivate var filterConditions: [Span] {
    let inner = children.flatMap(\.filterConditions)
    if case .filter(_, let condition) = kind { return inner + [condition.span] }
    return inner
  }
}
