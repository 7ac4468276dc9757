/// Calls of built-in functions and of function literals.
extension Run {
  func call(_ callee: Expression, _ arguments: [Expression.Argument], at span: Span, in environment: Environment)
    -> Value
  {
    let function = evaluate(callee, in: environment)
    if let twice = Expression.duplicate(among: arguments) { return .null(because: twice) }
    switch function {
    case .function(.builtin(let builtin)):
      if builtin.name == "count", arguments.count == 1, case .filter(let base, let condition) = arguments[0].value.kind,
        let open = count(base, condition, at: arguments[0].value.span, in: environment)
      {
        return open
      }
      return call(builtin, arguments.map { ($0, evaluate($0.value, in: environment)) }, at: span)
    case .function(.closure(let closure)):
      return call(
        closure, named: callee.calledName, arguments.map { ($0, evaluate($0.value, in: environment)) }, at: span)
    case .unknown(let unknown): return .unknown(unknown.open)
    case .null(.some): return function
    default:
      return .null(
        because: Diagnostic(
          "not-a-function", span: callee.span,
          message: Wording(
            en: "\(function.kindName[.en]) cannot be called", zh: "\(function.kindName[.zh])不能调用")))
    }
  }

  /// Calls a function value from within a built-in one, such as the order that `sort` asks for.
  func call(_ function: FunctionValue, _ arguments: [Value], at span: Span) -> Value {
    depth += 1
    defer { depth -= 1 }
    guard depth <= limits.depth, spend() else { return exhausted(at: span) }
    let written = arguments.map { (Expression.Argument(name: nil, value: Expression(.literal(.null), span)), $0) }
    return switch function {
    case .closure(let closure): call(closure, named: nil, written, at: span)
    case .builtin(let builtin): call(builtin, written, at: span)
    }
  }

  // MARK: Built-in functions

  private func call(_ builtin: Builtin, _ arguments: [(Expression.Argument, Value)], at span: Span) -> Value {
    for (_, value) in arguments { guard spend(on: value) else { return exhausted(at: span) } }
    if errorsPropagate, let error = arguments.lazy.compactMap(\.1.firstError).first { return error }
    if !builtin.seesUnknown {
      let trends = builtin.trends(ofArguments: arguments.count)
      let open = acrossPossible(arguments.map(\.1), trends: trends) { values in
        self.call(builtin, Array(zip(arguments.map(\.0), values)), at: span)
      }
      if let open, let wanted = builtin.extreme {
        return extreme(wanted, of: arguments.map(\.1), open) { self.call(builtin, [(arguments[0].0, $0[0])], at: span) }
      }
      if let open { return open }
    }
    if builtin.takesListOrItems, arguments.count == 1, arguments[0].0.name == nil, arguments[0].1.isNull {
      // `sum(null)` means a list that is not there, rather than one item that is null.
      return refuse(
        arguments[0].1, for: builtin.signatures[0].parameters[0], of: builtin, at: arguments[0].0.value.span)
    }
    var refusal: Value?
    for signature in builtin.signatures(for: arguments.first?.0.name?.text) {
      guard let bound = bind(arguments, to: signature) else { continue }
      switch conform(bound, to: signature, of: builtin, at: span) {
      case .success(let invocation): return bounded(signature.body(invocation), at: span)
      // The first signature with the right number of arguments is the one that was meant.
      case .failure(let found): refusal = refusal ?? found.value
      }
    }
    return refusal ?? unbound(arguments, builtin, at: span)
  }

  /// An argument for each parameter, `nil` for one left out; nothing where they do not fit in number or name.
  private func bind(_ arguments: [(Expression.Argument, Value)], to signature: Builtin.Signature)
    -> [(value: Value, span: Span)?]?
  {
    let parameters = signature.parameters
    if arguments.contains(where: { $0.0.name != nil }) {
      let names = Set(parameters.map(\.name))
      guard arguments.allSatisfy({ names.contains($0.0.name?.text ?? "") }) else { return nil }
      var given = parameters.map { parameter in
        arguments.first { $0.0.name?.text == parameter.name }.map { (value: $0.1, span: $0.0.value.span) }
      }
      // Under its name, what may be given any number of times is given once.
      if signature.isVariadic, let last = given.popLast() {
        given.append(last.map { (.list([$0.value]), $0.span) })
      }
      // Of named arguments, those left out are null (DMN 1.5, 10.3.2.13.5), where null means something.
      let isWhole = zip(parameters, given).allSatisfy { $0.isOptional || $0.takesNull || $1 != nil }
      return isWhole ? given : nil
    }
    let given: [(value: Value, span: Span)?] = arguments.map { ($0.1, $0.0.value.span) }
    guard signature.isVariadic else {
      guard given.count <= parameters.count, parameters[given.count...].allSatisfy(\.isOptional) else { return nil }
      return given + Array(repeating: nil, count: parameters.count - given.count)
    }
    let fixed = parameters.count - 1
    guard given.count > fixed, let first = given[fixed] else { return nil }
    let rest = Value.list(given[fixed...].compactMap { $0?.value })
    return Array(given[..<fixed]) + [(rest, first.span)]
  }

  /// Converts each argument to its parameter's type (DMN 1.5, 10.3.2.9.4).
  private func conform(
    _ bound: [(value: Value, span: Span)?], to signature: Builtin.Signature, of builtin: Builtin, at span: Span
  ) -> Result<Invocation, Stopped> {
    var values: [Value] = []
    var spans: [Span] = []
    let last = bound.lastIndex { $0 != nil } ?? -1
    for (position, (parameter, argument)) in zip(signature.parameters, bound).enumerated() where position <= last {
      let value = argument?.value ?? .null
      let isVariadic = signature.isVariadic && position == signature.parameters.count - 1
      if value.isNull, !parameter.takesNull, argument != nil || !parameter.isOptional {
        return .failure(Stopped(value: refuse(value, for: parameter, of: builtin, at: argument?.span ?? span)))
      }
      let types = isVariadic ? [.list(parameter.type)] : parameter.alternatives
      guard let converted = value.isNull ? value : value.coerced(toOneOf: types) else {
        return .failure(Stopped(value: refuse(value, for: parameter, of: builtin, at: argument?.span ?? span)))
      }
      values.append(converted)
      spans.append(argument?.span ?? span)
    }
    return .success(
      Invocation(function: builtin.name, arguments: values, span: span, argumentSpans: spans, run: self))
  }

  private func refuse(_ value: Value, for parameter: Builtin.Parameter, of builtin: Builtin, at span: Span) -> Value {
    if case .null(.some) = value { return value }
    let (found, wanted) = (value.kindName, parameter.wording)
    var message = Wording(
      en: "`\(builtin.name)` takes \(wanted[.en]) as `\(parameter.name)`, not \(found[.en])",
      zh: "`\(builtin.name)` 的参数 `\(parameter.name)` 应为\(wanted[.zh])，而不是\(found[.zh])")
    if case .list(let items) = value, case .list(let element) = parameter.type,
      let index = items.firstIndex(where: { $0.coerced(to: element) == nil })
    {
      let item = items[index].kindName
      message = Wording(
        en: "`\(builtin.name)` takes \(wanted[.en]) as `\(parameter.name)`; item \(index + 1) is \(item[.en])",
        zh: "`\(builtin.name)` 的参数 `\(parameter.name)` 应为\(wanted[.zh])，第 \(index + 1) 项却是\(item[.zh])")
    }
    return .null(
      because: Diagnostic(
        value.isNull ? "null-argument" : "argument-type", span: span, message: message,
        help: value.help(for: parameter.alternatives)))
  }

  private func unbound(_ arguments: [(Expression.Argument, Value)], _ builtin: Builtin, at span: Span) -> Value {
    if let name = arguments.lazy.compactMap(\.0.name).first(where: { name in
      !builtin.signatures.contains { $0.parameters.contains { $0.name == name.text } }
    }) {
      return .null(
        because: Diagnostic(
          "unknown-argument", span: name.span,
          message: Wording(
            en: "`\(builtin.name)` has no parameter `\(name.text)`", zh: "`\(builtin.name)` 没有参数 `\(name.text)`"),
          help: builtin.helpForParameter(name.text)))
    }
    let counts = builtin.argumentCounts
    return .null(
      because: Diagnostic(
        "argument-count", span: span,
        message: Wording(
          en: "`\(builtin.name)` takes \(counts[.en]) arguments, not \(arguments.count)",
          zh: "`\(builtin.name)` 需要\(counts[.zh]) 个参数，而不是 \(arguments.count) 个"),
        help: builtin.helpForForms))
  }
}

extension Expression {
  /// The name by which a function is called, for messages.
  fileprivate var calledName: String? {
    switch kind {
    case .name(let name): name
    case .path(_, let member): member.text
    default: nil
    }
  }
}
