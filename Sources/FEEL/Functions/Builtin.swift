/// A built-in function (DMN 1.5, 10.3.4): its name, how it may be called, and what it does.
public struct Builtin: Sendable {
  /// As it is written in an expression: `string length`.
  public let name: String
  /// The ways to call it, tried in order.
  public let signatures: [Signature]
  /// Whether it looks into unknown arguments itself. Otherwise a call with an argument that is unknown, or that holds
  /// something unknown, is unknown without being made.
  let seesUnknown: Bool
  /// How the result of a function of the surroundings moves with each argument, where that is known.
  private(set) var hostTrends: [Run.Trend]?

  /// Whether a list may be given as one argument or item by item: `max(list)`, `max(a, b, c)`.
  var takesListOrItems: Bool { signatures.count == 2 && !signatures[0].isVariadic && signatures[1].isVariadic }

  /// The ways to call it, those first that begin with the parameter which is named first: of `before(range: …, point: …)`
  /// the order decides which is meant to come before the other.
  func signatures(for firstName: String?) -> [Signature] {
    guard let firstName else { return signatures }
    return signatures.filter { $0.parameters.first?.name == firstName }
      + signatures.filter { $0.parameters.first?.name != firstName }
  }

  /// One way to call a function.
  public struct Signature: Sendable {
    public let parameters: [Parameter]
    /// Whether the last parameter may be given any number of times (at least once), as in `max(1, 2, 3)`.
    public let isVariadic: Bool
    /// The type of the result, as far as it can be told without the types of the arguments.
    public let result: FeelType
    /// The body. Arguments conform to their parameters' types (after the implicit conversions of DMN 10.3.2.9.4);
    /// omitted optional ones at the end are absent; those of a variadic parameter come as one list.
    let body: @Sendable (Invocation) -> Value
  }

  /// A parameter with the name by which named arguments call it.
  public struct Parameter: Sendable {
    public let name: String
    /// The type of what is given; ``FeelType/any`` where it may be of several.
    public let type: FeelType
    /// The types that it may be of, in the order in which conversions to them are tried.
    public let alternatives: [FeelType]
    /// Whether it may be left out; only the last ones may.
    public let isOptional: Bool
    /// Whether null is a value that the function itself deals with; otherwise null is an argument of the wrong type.
    public let takesNull: Bool

    init(_ name: String, _ type: FeelType, optional: Bool = false, takesNull: Bool = false) {
      self.init(name, oneOf: [type], optional: optional, takesNull: takesNull)
    }

    init(_ name: String, oneOf types: [FeelType], optional: Bool = false, takesNull: Bool = false) {
      self.name = name
      type = types.count == 1 ? types[0] : .any
      alternatives = types
      isOptional = optional
      self.takesNull = takesNull
    }

    /// The types in words.
    var wording: Wording {
      Wording(
        en: alternatives.map { $0.wording[.en] }.joined(separator: " or "),
        zh: alternatives.map { $0.wording[.zh] }.joined(separator: "或"))
    }
  }

  /// The same with what is known of how it moves.
  func moving(_ trends: [Run.Trend]?) -> Builtin {
    var builtin = self
    builtin.hostTrends = trends
    return builtin
  }

  init(_ name: String, seesUnknown: Bool = false, _ signatures: [Signature]) {
    self.name = name
    self.seesUnknown = seesUnknown
    self.signatures = signatures
  }
}

/// How it is called, for help.
extension Builtin {
  /// The ways to write a call.
  var helpForForms: Wording {
    let forms = signatures.map { "`\(name)(\($0.parameters.map(\.name).joined(separator: ", ")))`" }.uniqued
    return Wording(en: "write \(forms.joined(separator: " or "))", zh: "写 \(forms.joined(separator: " 或 "))")
  }

  /// How many arguments it takes: `2`, `2-3`, `1 or 3`, at least one.
  var argumentCounts: Wording {
    if let most = signatures.first(where: \.isVariadic) {
      let least = most.parameters.count
      return Wording(en: "at least \(least)", zh: "至少 \(least)")
    }
    let counts = signatures.map { signature in
      let required = signature.parameters.count { !$0.isOptional }
      return required == signature.parameters.count ? "\(required)" : "\(required)-\(signature.parameters.count)"
    }
    return Wording(en: counts.uniqued.joined(separator: " or "), zh: " \(counts.uniqued.joined(separator: " 或 "))")
  }

  /// What may be meant by the name of a parameter that there is not.
  func helpForParameter(_ unknown: String) -> Wording {
    let names = signatures.flatMap { $0.parameters.map(\.name) }
    return Suggestion.didYouMean(unknown, among: names) ?? helpForForms
  }
}

/// One call of a built-in function on its way.
struct Invocation {
  /// The function's name, for messages.
  let function: String
  let arguments: [Value]
  /// Where the call stands, and each argument (a variadic one: the first).
  let span: Span
  let argumentSpans: [Span]
  /// The run that this call is part of: its clock, its bounds, and how to call a function value.
  let run: Run

  /// The argument at `position`, or null where it was left out.
  subscript(position: Int) -> Value { position < arguments.count ? arguments[position] : .null }

  /// Null, because the function is not defined for this argument (or for all of them together).
  func null(_ code: String, argument: Int? = nil, en: String, zh: String, help: Wording? = nil) -> Value {
    let span = argument.flatMap { $0 < argumentSpans.count ? argumentSpans[$0] : nil } ?? span
    return .null(because: Diagnostic(code, span: span, message: Wording(en: en, zh: zh), help: help))
  }
}
