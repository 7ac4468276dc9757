/// All built-in functions (DMN 1.5, 10.3.4).
public enum Builtins {
  public static let all: [Builtin] =
    conversions + booleans + strings + expressions + lists + statistics + numbers + dates + ranges + contexts

  private static let byName = Dictionary(uniqueKeysWithValues: all.map { ($0.name, $0) })

  public static func named(_ name: String) -> Builtin? { byName[name] }

  /// Their names, for the parser: many hold spaces.
  static let knownNames = KnownNames(all.map(\.name))
}

extension Builtin {
  /// A function with one way to call it.
  init(
    _ name: String, _ parameters: [Parameter], variadic: Bool = false, seesUnknown: Bool = false, _ result: FeelType,
    body: @escaping @Sendable (Invocation) -> Value
  ) {
    self.init(
      name, seesUnknown: seesUnknown,
      [Signature(parameters: parameters, isVariadic: variadic, result: result, body: body)])
  }

  /// A function of a list, or of any number of items: `max(list)`, `max(a, b, c)`.
  init(
    _ name: String, listOf element: FeelType, takesNull: Bool = false, seesUnknown: Bool = false, _ result: FeelType,
    body: @escaping @Sendable (Invocation, [Value]) -> Value
  ) {
    let whole = Parameter("list", .list(element))
    let item = Parameter("c", element, takesNull: takesNull)
    let run: @Sendable (Invocation) -> Value = { body($0, $0.list(0)) }
    self.init(
      name, seesUnknown: seesUnknown,
      [
        Signature(parameters: [whole], isVariadic: false, result: result, body: run),
        Signature(parameters: [item], isVariadic: true, result: result, body: run),
      ])
  }
}

extension Invocation {
  func string(_ position: Int) -> String { if case .string(let text) = self[position] { text } else { "" } }

  func scalars(_ position: Int) -> [Unicode.Scalar] { Array(string(position).unicodeScalars) }

  func list(_ position: Int) -> [Value] { if case .list(let items) = self[position] { items } else { [] } }

  func number(_ position: Int) -> Decimal128? { if case .number(let number) = self[position] { number } else { nil } }

  /// A whole number that fits a machine word.
  func int(_ position: Int) -> Int? { number(position)?.int }

  /// A number, or null because the result is out of range or the function is not defined there.
  func number(_ result: Decimal128?) -> Value {
    result.map { .number($0) }
      ?? null(
        "argument-domain", en: "`\(function)` is not defined for these arguments", zh: "`\(function)` 对这些参数没有定义")
  }

  /// Null, because an argument is of a type for which the function has no meaning.
  func wrongType(_ position: Int, wanted: Wording) -> Value {
    let value = self[position]
    if case .null(.some) = value { return value }
    return null(
      "argument-type", argument: position, en: "`\(function)` takes \(wanted[.en]), not \(value.kindName[.en])",
      zh: "`\(function)` 需要\(wanted[.zh])，而不是\(value.kindName[.zh])")
  }

  /// Null, because a text does not stand for a value.
  func notReadable(_ position: Int, as kind: FeelType) -> Value {
    let text = self[position].displayText
    return null(
      "argument-domain", argument: position, en: "`\(text)` is not \(kind.wording[.en])",
      zh: "`\(text)` 不是\(kind.wording[.zh])", help: TemporalSlip.help(for: text))
  }

  var tooLong: Value {
    null("limit-characters", en: "the text is too long", zh: "文字过长")
  }

  var tooLarge: Value { run.tooLarge(at: span) }

  /// A list within the bound on items.
  func list(_ items: [Value]) -> Value {
    items.count <= run.limits.items ? .list(items) : tooLarge
  }
}
