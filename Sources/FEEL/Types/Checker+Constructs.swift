/// Choices, loops, filters, contexts, ranges and calls.
extension Checker {
  /// The type of a choice between two values. Two units, or two kinds, in one choice are a mistake.
  mutating func joined(_ a: Checked, _ b: Checked, at span: Span) -> FeelType {
    if case .number(let x) = a.type, case .number(let y) = b.type, !x.agrees(with: y) {
      report(
        "unit-mismatch", span, en: "one branch is \(a.type.wording[.en]), the other \(b.type.wording[.en])",
        zh: "一个分支是\(a.type.wording[.zh])，另一个是\(b.type.wording[.zh])")
    }
    return a.type.joined(with: b.type)
  }

  /// Iterations with their variables declared for what follows.
  mutating func check(_ iterations: [Expression.Iteration], in scope: TypeScope) -> ([Expression.Iteration], TypeScope)
  {
    var inner = scope
    let checked = iterations.map { iteration -> Expression.Iteration in
      let domain = check(iteration.domain, in: inner)
      let through = iteration.through.map { check($0, in: inner) }
      let type: FeelType =
        switch domain.type {
        case .list(let element), .range(let element): element
        case let type: type
        }
      inner.declare(iteration.variable.text, type)
      return Expression.Iteration(
        variable: iteration.variable, domain: domain.expression, through: through?.expression)
    }
    return (checked, inner)
  }

  mutating func filter(_ base: Expression, _ condition: Expression, at span: Span, in scope: TypeScope) -> Checked {
    let base = check(base, in: scope)
    let element: FeelType = if case .list(let element) = base.type { element } else { base.type }
    var inner = scope.declaring("item", element)
    if case .context(let fields) = element { for field in fields { inner.declare(field.name, field.type) } }
    if element.isOpen { inner.isOpen = true }
    let condition = check(condition, in: inner)
    let isPosition = if case .number = condition.type { true } else { false }
    if !isPosition { requireCondition(condition.type, at: condition.expression.span) }
    let type: FeelType = isPosition ? element : condition.type.isOpen ? .any : .list(element)
    return Checked(expression: Expression(.filter(base.expression, condition.expression), span), type: type)
  }

  mutating func context(
    _ entries: [Expression.Entry], at span: Span, in scope: TypeScope, expecting expected: FeelType?
  ) -> Checked {
    var inner = scope
    var fields: [FeelType.Field] = []
    let wanted: [FeelType.Field] = if case .context(let fields)? = expected { fields } else { [] }
    let checked = entries.map { entry -> Expression.Entry in
      let value = check(entry.value, in: inner, expecting: wanted.first { $0.name == entry.key.text }?.type)
      if fields.contains(where: { $0.name == entry.key.text }) {
        report(
          "duplicate-key", entry.key.span, en: "the entry `\(entry.key.text)` stands twice",
          zh: "条目 `\(entry.key.text)` 出现了两次")
      }
      fields.append(FeelType.Field(entry.key.text, value.type))
      inner.declare(entry.key.text, value.type)
      return Expression.Entry(key: entry.key, value: value.expression)
    }
    return Checked(expression: Expression(.context(checked), span), type: .context(fields))
  }

  mutating func range(
    _ range: Expression.RangeExpression, at span: Span, in scope: TypeScope, expecting expected: FeelType?
  ) -> Checked {
    let wanted: FeelType? = if case .range(let element)? = expected { element } else { expected }
    let lower = range.lower.map { check($0, in: scope, expecting: wanted) }
    let upper = range.upper.map { check($0, in: scope, expecting: wanted) }
    if let lower, let upper { requireComparable(lower.type, upper.type, ordered: true, at: span) }
    refuseEmptyRange(range.lower, range.upper, at: span)
    let element = [lower, upper].compactMap { $0?.type }.reduce(FeelType.null) { $0.joined(with: $1) }
    let checked = Expression.RangeExpression(
      lower: lower?.expression, lowerIncluded: range.lowerIncluded, upper: upper?.expression,
      upperIncluded: range.upperIncluded, equality: range.equality)
    return Checked(expression: Expression(.range(checked), span), type: .range(element))
  }

  mutating func function(
    _ parameters: [Expression.Parameter], _ body: Expression, at span: Span, in scope: TypeScope
  ) -> Checked {
    if let twice = Expression.duplicate(among: parameters) { diagnostics.append(twice) }
    var inner = scope
    var types: [FeelType] = []
    for parameter in parameters {
      let type = parameter.type.flatMap(FeelType.init)
      if type == nil, let written = parameter.type { diagnostics.append(written.refusal(at: parameter.name.span)) }
      types.append(type ?? .any)
      inner.declare(parameter.name.text, type ?? .any)
    }
    let body = check(body, in: inner)
    return Checked(
      expression: Expression(.function(parameters, body.expression), span), type: .function(types, body.type))
  }

  // MARK: Calls

  /// What is said of an argument whose name stands twice.
  private mutating func refuseDuplicates(_ arguments: [Expression.Argument]) {
    if let twice = Expression.duplicate(among: arguments) { diagnostics.append(twice) }
  }

  mutating func call(
    _ callee: Expression, _ arguments: [Expression.Argument], at span: Span, in scope: TypeScope,
    expecting expected: FeelType?
  ) -> Checked {
    if case .name(let name) = callee.kind, scope.variables[name] == nil, let builtin = Builtins.named(name) {
      requireNoClock(name, at: callee.span, in: scope)
      return call(builtin, callee, arguments, at: span, in: scope, expecting: expected)
    }
    refuseDuplicates(arguments)
    let callee = check(callee, in: scope)
    var wanted: [FeelType] = []
    var result = FeelType.any
    if case .function(let parameters, let type) = callee.type {
      (wanted, result) = (parameters, type)
      if parameters.count != arguments.count, !parameters.isEmpty {
        report(
          "argument-count", span, en: "this function takes \(parameters.count) arguments, not \(arguments.count)",
          zh: "该函数需要 \(parameters.count) 个参数，而不是 \(arguments.count) 个")
      }
    } else if !callee.type.isOpen {
      report(
        "not-a-function", callee.expression.span, en: "\(callee.type.wording[.en]) cannot be called",
        zh: "\(callee.type.wording[.zh])不能调用")
    }
    let checked = arguments.enumerated().map { position, argument -> Expression.Argument in
      let type = position < wanted.count ? wanted[position] : nil
      let value = check(argument.value, in: scope, expecting: type)
      if let type, !value.type.fits(type) { reportArgument(value, wanted: type.wording, name: nil, of: nil) }
      return Expression.Argument(name: argument.name, value: value.expression)
    }
    return Checked(expression: Expression(.call(callee.expression, checked), span), type: result)
  }

  private mutating func call(
    _ builtin: Builtin, _ callee: Expression, _ arguments: [Expression.Argument], at span: Span, in scope: TypeScope,
    expecting expected: FeelType?
  ) -> Checked {
    refuseDuplicates(arguments)
    var checked: [(Expression.Name?, Checked)] = []
    for argument in arguments {
      let wanted = builtin.passesTypesThrough ? expected : builtin.seeksItem ? checked.first?.1.type.itemType : nil
      checked.append((argument.name, checkItem(argument.value, in: scope, expecting: wanted)))
    }
    let fitting = builtin.signatures.filter { $0.accepts(checked.map { $0.0?.text }) }
    if fitting.isEmpty {
      reportCall(builtin, arguments, at: span)
    } else if !fitting.contains(where: { signature in
      checked.indices.allSatisfy { checked[$0].1.type.fits(signature.parameter(at: $0, named: checked[$0].0?.text)) }
    }) {
      reportArguments(checked, fitting[0], of: builtin)
    }
    requireOneUnit(checked.map(\.1), of: builtin)
    requireOrderedItems(checked.map(\.1), of: builtin)
    let expression = Expression(
      .call(callee, checked.map { Expression.Argument(name: $0.0, value: $0.1.expression) }), span)
    let type = FeelType(ofDuration: builtin, checked.map(\.1)) ?? builtin.result(fitting.first, checked.map(\.1.type))
    return Checked(expression: expression, type: type)
  }

  private mutating func reportCall(_ builtin: Builtin, _ arguments: [Expression.Argument], at span: Span) {
    let names = builtin.signatures.flatMap { $0.parameters.map(\.name) }
    if let unknown = arguments.lazy.compactMap(\.name).first(where: { !names.contains($0.text) }) {
      report(
        "unknown-argument", unknown.span, en: "`\(builtin.name)` has no parameter `\(unknown.text)`",
        zh: "`\(builtin.name)` 没有参数 `\(unknown.text)`", help: builtin.helpForParameter(unknown.text))
    } else {
      report(
        "argument-count", span,
        en: "`\(builtin.name)` does not take \(arguments.count) \(arguments.count == 1 ? "argument" : "arguments")",
        zh: "`\(builtin.name)` 不接受 \(arguments.count) 个参数",
        help: builtin.helpForForms)
    }
  }

  private mutating func reportArguments(
    _ arguments: [(Expression.Name?, Checked)], _ signature: Builtin.Signature, of builtin: Builtin
  ) {
    for (position, (name, argument)) in arguments.enumerated() {
      let parameter = signature.parameter(at: position, named: name?.text)
      guard let parameter, !argument.type.fits(parameter) else { continue }
      reportArgument(argument, wanted: parameter.wording, name: parameter.name, of: builtin.name)
    }
  }

  private mutating func reportArgument(_ argument: Checked, wanted: Wording, name: String?, of function: String?) {
    let place =
      if let name, let function {
        (" as `\(name)` of `\(function)`", "`\(function)` 的参数 `\(name)` ")
      } else {
        ("", "此参数")
      }
    report(
      argument.type == .null ? "null-argument" : "argument-type", argument.expression.span,
      en: "expected \(wanted[.en])\(place.0), found \(argument.type.wording[.en])",
      zh: "\(place.1)应为\(wanted[.zh])，却是\(argument.type.wording[.zh])")
  }
}

extension FeelType {
  /// Whether a value of this type may be given where `wanted` is declared, after the implicit conversions, as far as
  /// can be told beforehand. Units do not matter to functions.
  func fits(_ wanted: FeelType) -> Bool {
    switch (self, wanted) {
    case (.any, _), (.null, _), (_, .any), (.number, .number): true
    case (.date, .dateTime), (.enumeration, .string), (.string, .enumeration): true
    case (.list(let a), .list(let b)): a.fits(b)
    case (.list(let a), _): a.fits(wanted)
    case (_, .list(let element)): fits(element)
    case (.range(let a), .range(let b)): a.fits(b)
    case (.function, .function): true
    default: conforms(to: wanted)
    }
  }
}

extension FeelType {
  /// Whether a value of this type may be given for a parameter.
  fileprivate func fits(_ parameter: Builtin.Parameter?) -> Bool {
    guard let parameter else { return true }
    if self == .null { return parameter.takesNull || parameter.isOptional }
    return parameter.alternatives.contains { fits($0) }
  }

  fileprivate var itemType: FeelType? { if case .list(let element) = self { element } else { nil } }
}

extension FeelType {
  /// Which kind of duration `duration("P1Y")` gives, where the text is written out.
  fileprivate init?(ofDuration builtin: Builtin, _ arguments: [Checker.Checked]) {
    guard builtin.name == "duration", arguments.count == 1,
      case .literal(.string(let text)) = arguments[0].expression.kind
    else { return nil }
    if MonthsDuration(text) != nil {
      self = .monthsDuration
    } else if DaysDuration(text) != nil {
      self = .daysDuration
    } else {
      return nil
    }
  }
}

extension Builtin.Signature {
  /// Whether this many arguments, named so, can be given.
  fileprivate func accepts(_ names: [String?]) -> Bool {
    if names.contains(where: { $0 != nil }) {
      let given = Set(names.compactMap { $0 })
      return given.isSubset(of: parameters.map(\.name))
        && parameters.allSatisfy { $0.isOptional || $0.takesNull || given.contains($0.name) }
    }
    let required = parameters.count { !$0.isOptional }
    return names.count >= required && (isVariadic || names.count <= parameters.count)
  }

  fileprivate func parameter(at position: Int, named name: String?) -> Builtin.Parameter? {
    if let name { return parameters.first { $0.name == name } }
    return parameters.isEmpty ? nil : parameters[min(position, parameters.count - 1)]
  }
}

extension Builtin {
  /// Functions whose result is of the kind and unit of what they are given.
  private static let keepingItemType: Set<String> = [
    "min", "max", "sum", "mean", "median", "mode", "abs", "decimal", "floor", "ceiling", "round up", "round down",
    "round half up", "round half down", "modulo",
  ]
  private static let keepingListType: Set<String> = [
    "append", "concatenate", "union", "sublist", "remove", "reverse", "insert before", "distinct values", "sort",
    "list replace", "flatten",
  ]

  /// Whether the arguments after a list are items that may be in it.
  fileprivate var seeksItem: Bool { name == "list contains" || name == "index of" }

  var passesTypesThrough: Bool { Builtin.keepingItemType.contains(name) || Builtin.keepingListType.contains(name) }

  /// The type of the result for arguments of these types.
  fileprivate func result(_ signature: Signature?, _ arguments: [FeelType]) -> FeelType {
    let declared = signature?.result ?? .any
    if Builtin.keepingItemType.contains(name), let joined = joinedItems(arguments) { return joined }
    if Builtin.keepingListType.contains(name), case .list? = arguments.first { return arguments[0] }
    return declared
  }

  /// The one type of all items given, each on its own or in lists.
  private func joinedItems(_ arguments: [FeelType]) -> FeelType? {
    let scaled: Set<String> = [
      "decimal", "round up", "round down", "round half up", "round half down", "floor", "ceiling",
    ]
    let relevant = scaled.contains(name) ? Array(arguments.prefix(1)) : arguments
    let items = relevant.map { type in if case .list(let element) = type { element } else { type } }
    guard let first = items.first else { return nil }
    return items.dropFirst().reduce(first) { $0.joined(with: $1) }
  }
}
