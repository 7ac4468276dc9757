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
      let run = Run(moment: day.map { DateTime(midnightUTC: $0) })
      let variables = Dictionary(context.entries.map { ($0.name, $0.value) }, uniquingKeysWith: { $1 })
      let value = run.evaluate(expression, in: Environment(variables))
      guard let type else { return (value, value.errors) }
      guard let coerced = value.coerced(to: type) else {
        let problem = Diagnostic(
          "not-coercible", span: expression.span,
          message: Wording(
            en: "\(value.kindName[.en]) is not \(type.wording[.en])", zh: "\(value.kindName[.zh])不是\(type.wording[.zh])"
          ))
        return (.null(because: problem), [problem])
      }
      return (coerced, coerced.errors)
    } catch {
      return (.null(because: error), [error])
    }
  }
}

extension Context {
  /// The names of entries, those of inner contexts too.
  fileprivate var knownNames: KnownNames {
    var names = KnownNames([])
    collectNames(into: &names)
    for name in ["time offset", "start included", "end included"] { names.insert(name) }
    return names
  }

  private func collectNames(into names: inout KnownNames) {
    for entry in entries {
      names.insert(entry.name)
      Context.collectNames(in: entry.value, into: &names)
    }
  }

  private static func collectNames(in value: Value, into names: inout KnownNames) {
    switch value {
    case .context(let context): context.collectNames(into: &names)
    case .list(let items): for item in items { collectNames(in: item, into: &names) }
    default: break
    }
  }
}
