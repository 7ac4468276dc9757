/// What conforms to what, and how a value is converted to a type it does not have (DMN 1.5, 10.3.2.9.2 to 10.3.2.9.4).
extension FeelType {
  /// Whether every value of this type is a value of `other` too.
  public func conforms(to other: FeelType) -> Bool {
    switch (self, other) {
    case (_, .any), (.null, _): true
    case (.number(let a), .number(let b)): a == b || a == .adopting || b == .adopting || b == .plain && a == .plain
    case (.enumeration, .string): true
    case (.list(let a), .list(let b)), (.range(let a), .range(let b)): a.conforms(to: b)
    case (.context(let mine), .context(let wanted)):
      wanted.allSatisfy { field in mine.contains { $0.name == field.name && $0.type.conforms(to: field.type) } }
    case (.function(let mine, let result), .function(let wanted, let wantedResult)):
      mine.count == wanted.count && zip(wanted, mine).allSatisfy { $0.conforms(to: $1) }
        && result.conforms(to: wantedResult)
    default: self == other
    }
  }

  /// The type that a written type names, or `nil` where there is no such type.
  public init?(_ written: TypeExpression) {
    switch written {
    case .named(let name, _):
      guard let type = FeelType.named[name] else { return nil }
      self = type
    case .list(let element):
      guard let element = FeelType(element) else { return nil }
      self = .list(element)
    case .range(let element):
      guard let element = FeelType(element) else { return nil }
      self = .range(element)
    case .context(let fields):
      var types: [Field] = []
      for field in fields {
        guard let type = FeelType(field.type) else { return nil }
        types.append(Field(field.name, type))
      }
      self = .context(types)
    case .function(let parameters, let result):
      guard let result = FeelType(result) else { return nil }
      let types = parameters.compactMap { FeelType($0) }
      guard types.count == parameters.count else { return nil }
      self = .function(types, result)
    }
  }

  /// The built-in types by the names under which they are written.
  static let named: [String: FeelType] = [
    "Any": .any, "Null": .null, "boolean": .boolean, "number": .number(.adopting), "string": .string, "date": .date,
    "time": .time, "date and time": .dateTime, "dateTime": .dateTime, "years and months duration": .monthsDuration,
    "yearMonthDuration": .monthsDuration, "days and time duration": .daysDuration, "dayTimeDuration": .daysDuration,
    "list": .list(.any), "context": .context([]), "range": .range(.any),
  ]
}

extension TypeExpression {
  /// Whether this is a bare `list`, `context`, `range` or `function`, which says nothing of what is in it.
  var lacksParameters: Bool {
    if case .named(let name, _) = self { ["list", "context", "range", "function"].contains(name) } else { false }
  }

  /// Why a value cannot be an instance of this type.
  func refusal(at span: Span) -> Diagnostic {
    let text = feelText
    return Diagnostic(
      "unknown-type", span: span, message: Wording(en: "`\(text)` is no type", zh: "`\(text)` 不是类型"),
      help: lacksParameters
        ? Wording(en: "say what is in it: `list<Any>`", zh: "写明其内容：`list<Any>`")
        : Suggestion.didYouMean(text, among: FeelType.named.keys.sorted()))
  }
}

extension Value {
  /// Whether this value belongs to a type. Null belongs to every type, and what is unknown may still.
  public func conforms(to type: FeelType) -> Bool {
    switch (self, type) {
    case (_, .any), (.null, _), (.unknown, _): true
    case (.boolean, .boolean), (.number, .number), (.string, .string), (.date, .date), (.time, .time),
      (.dateTime, .dateTime), (.monthsDuration, .monthsDuration), (.daysDuration, .daysDuration):
      true
    case (.string(let text), .enumeration(let enumeration)):
      enumeration.position(of: text) != nil
    case (.list(let items), .list(let element)): items.allSatisfy { $0.conforms(to: element) }
    case (.context(let context), .context(let fields)):
      fields.allSatisfy { field in context[field.name]?.conforms(to: field.type) ?? false }
    case (.range(let range), .range(let element)):
      (range.lower?.conforms(to: element) ?? true) && (range.upper?.conforms(to: element) ?? true)
    case (.function(.builtin), .function): true
    case (.function(.closure(let closure)), .function(let parameters, _)):
      // The standard's empty function type stands for any function.
      parameters.isEmpty || closure.parameters.count == parameters.count
    default: false
    }
  }

  /// The value as it is where it belongs to one of the types, or else converted to the first that it can be converted to.
  func coerced(toOneOf types: [FeelType]) -> Value? {
    types.contains { conforms(to: $0) } ? self : types.lazy.compactMap { coerced(to: $0) }.first
  }

  /// The value in a type, converted where the standard converts: an item to a list of one and back, a date to its
  /// midnight in UTC. Nothing where it cannot be.
  public func coerced(to type: FeelType) -> Value? {
    if conforms(to: type) { return self }
    switch (self, type) {
    case (.list(let items), _) where items.count == 1 && items[0].conforms(to: type): return items[0]
    case (.date(let date), .dateTime): return .dateTime(DateTime(midnightUTC: date))
    case (.list(let items), .list(let element)):
      let converted = items.compactMap { $0.coerced(to: element) }
      return converted.count == items.count ? .list(converted) : nil
    case (_, .list(let element)): return coerced(to: element).map { .list([$0]) }
    default: return nil
    }
  }
}
