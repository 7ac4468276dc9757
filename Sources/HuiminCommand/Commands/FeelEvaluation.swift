import Huimin

/// Evaluates expressions over a context.
struct FeelEvaluation {
  private(set) var context: Context
  let day: CalendarDate?

  init(_ context: Context, day: CalendarDate?) {
    self.context = context
    self.day = day
  }

  /// Gives a name to a value, for expressions after it.
  mutating func define(_ name: String, _ value: Value) { context[name] = value }

  /// Lets expressions use what every policy has: `age on`, `decision date`, and their Chinese names.
  mutating func defineStandardNames() {
    for (name, value) in StandardNames.values(on: day).sorted(by: { $0.key < $1.key }) where context[name] == nil {
      context[name] = value
    }
  }

  /// The value of an expression, and the errors that made it, or a part of it, null.
  func evaluate(_ text: String, as type: FeelType? = nil) -> (value: Value, errors: [Diagnostic]) {
    do throws(Diagnostic) {
      let expression = try Parser.expression(text, known: context.knownNames)
      let value = self.value(of: expression)
      guard let type else { return (value, value.errors) }
      guard let coerced = value.coerced(to: type) else {
        let problem = Diagnostic("not-coercible", span: expression.span, message: value.misfit(with: type))
        return (.null(because: problem), [problem])
      }
      return (coerced, coerced.errors)
    } catch {
      return (.null(because: error), [error])
    }
  }

  /// The value of an expression with all that a person may want to know of it: its errors; of a null that is none by the
  /// standard, what a policy would say; and names that a filter or condition takes for null because there are none.
  func evaluateForReader(_ text: String) -> (value: Value, remarks: [Diagnostic]) {
    let (value, errors) = evaluate(text)
    guard errors.isEmpty, let expression = try? Parser.expression(text, known: context.knownNames) else {
      return (value, errors)
    }
    if value.isNull, case .null(let cause?) = self.value(of: expression, errorsPropagate: true) {
      let byStandard = Wording(en: "null by the standard; an error in a policy", zh: "按标准结果为空值；在政策中属于错误")
      return (value, [cause.diagnostic.asWarning(help: byStandard)])
    }
    var checker = Checker()
    _ = checker.check(expression, in: TypeScope(context.entries.map { ($0.name, FeelType(of: $0.value)) }))
    return (value, checker.diagnostics.filter { $0.code == "unknown-name" }.map { $0.asWarning() })
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
}
