/// Calls of function literals.
extension Run {
  /// - Parameter name: what the function is called by, where it is called by a name.
  func call(
    _ closure: Closure, named name: String?, _ arguments: [(Expression.Argument, value: Value)], at span: Span
  ) -> Value {
    switch bind(arguments, to: closure, named: name, at: span) {
    case .success(let environment): evaluate(closure.body, in: environment)
    case .failure(let stopped): stopped.value
    }
  }

  /// What the body sees. Apart from the call itself, which nests as deep as functions do and has to be small.
  private func bind(
    _ arguments: [(Expression.Argument, value: Value)], to closure: Closure, named name: String?, at span: Span
  ) -> Result<Environment, Stopped> {
    let parameters = closure.parameters
    let isNamed = arguments.first?.0.name != nil
    let refusal = ClosureRefusal(closure: closure, name: name)
    guard isNamed || arguments.count == parameters.count else {
      return .failure(Stopped(value: refusal.count(arguments.count, at: span)))
    }
    let names = parameters.map(\.name.text)
    if let unknown = arguments.lazy.compactMap(\.0.name).first(where: { !names.contains($0.text) }) {
      return .failure(Stopped(value: refusal.parameter(unknown)))
    }
    var environment = closure.environment
    for (position, parameter) in parameters.enumerated() {
      // Of named arguments, those left out are null (DMN 1.5, 10.3.2.13.5).
      let argument = isNamed ? arguments.first { $0.0.name?.text == parameter.name.text } : arguments[position]
      let given = argument?.value ?? .null
      var type = FeelType.any
      if let written = parameter.type {
        guard let found = FeelType(written) else {
          return .failure(Stopped(value: .null(because: written.refusal(at: span))))
        }
        type = found
      }
      guard let value = given.coerced(to: type) else {
        return .failure(
          Stopped(value: refusal.type(given, for: parameter, type, at: argument?.0.value.span ?? span)))
      }
      environment = environment.binding(parameter.name.text, to: value)
    }
    return .success(environment)
  }
}

/// Why a function literal could not be called.
private struct ClosureRefusal {
  let closure: Closure
  /// What the function is called by.
  let name: String?

  private var title: Wording {
    name.map { Wording(en: "`\($0)`", zh: "`\($0)` ") } ?? Wording(en: "this function", zh: "该函数")
  }

  private var form: Wording {
    let form = "\(name ?? "f")(\(closure.parameters.map(\.name.text).joined(separator: ", ")))"
    return Wording(en: "write `\(form)`", zh: "写 `\(form)`")
  }

  func count(_ given: Int, at span: Span) -> Value {
    let wanted = closure.parameters.count
    return null(
      "argument-count", span, en: "takes \(wanted) \(wanted == 1 ? "argument" : "arguments"), not \(given)",
      zh: "需要 \(wanted) 个参数，而不是 \(given) 个", help: form)
  }

  func parameter(_ unknown: Expression.Name) -> Value {
    null(
      "unknown-argument", unknown.span, en: "has no parameter `\(unknown.text)`", zh: "没有参数 `\(unknown.text)`",
      help: Suggestion.didYouMean(unknown.text, among: closure.parameters.map(\.name.text)) ?? form)
  }

  func type(_ given: Value, for parameter: Expression.Parameter, _ type: FeelType, at span: Span) -> Value {
    null(
      "argument-type", span,
      en: "takes \(type.wording[.en]) as `\(parameter.name.text)`, not \(given.kindName[.en])",
      zh: "的参数 `\(parameter.name.text)` 应为\(type.wording[.zh])，而不是\(given.kindName[.zh])",
      help: given.help(for: [type]))
  }

  private func null(_ code: String, _ span: Span, en: String, zh: String, help: Wording?) -> Value {
    let message = Wording(en: "\(title[.en]) \(en)", zh: "\(title[.zh])\(zh)")
    return .null(because: Diagnostic(code, span: span, message: message, help: help))
  }
}
