import Huimin

/// FEEL values as JSON that says of each value what it is, so that nothing is lost: decimals as text, dates apart from
/// strings.
extension Value {
  var typedJSON: JSON {
    func typed(_ type: String, _ value: JSON) -> JSON { .object([("type", .string(type)), ("value", value)]) }
    switch self {
    case .null: return .object([("type", .string("null"))])
    case .boolean(let value): return typed("boolean", .boolean(value))
    case .number(let number): return typed("number", .string(number.plainText))
    case .string(let text): return typed("string", .string(text))
    case .date: return typed("date", .string(displayText))
    case .time: return typed("time", .string(displayText))
    case .dateTime: return typed("date and time", .string(displayText))
    case .monthsDuration: return typed("years and months duration", .string(displayText))
    case .daysDuration: return typed("days and time duration", .string(displayText))
    case .list(let items): return .object([("type", .string("list")), ("items", .array(items.map(\.typedJSON)))])
    case .context(let context):
      return .object([
        ("type", .string("context")), ("entries", .object(context.entries.map { ($0.name, $0.value.typedJSON) })),
      ])
    case .range: return typed("range", .string(feelText))
    case .function: return typed("function", .string(feelText))
    case .unknown(let unknown): return typed("unknown", .array(unknown.facts.map { .string($0) }))
    }
  }

  /// The causes of nulls that errors made, here and inside.
  var errors: [Diagnostic] {
    switch self {
    case .null(let cause?): [cause.diagnostic]
    case .list(let items): items.flatMap(\.errors)
    case .context(let context): context.entries.flatMap(\.value.errors)
    default: []
    }
  }
}

extension Node {
  /// The node as FEEL sees data: numbers, booleans and texts by the core schema, mappings as contexts; and a day that
  /// YAML writes without quotes as a date.
  var feelValue: Value {
    switch kind {
    case .sequence(let items): return .list(items.map(\.feelValue))
    case .mapping(let pairs):
      return .context(
        Context(
          pairs.compactMap { pair in
            if case .scalar(let name) = pair.key.kind { (name: name.text, value: pair.value.feelValue) } else { nil }
          }))
    case .scalar(let scalar):
      if scalar.isNull { return .null }
      if let truth = scalar.boolean { return .boolean(truth) }
      if scalar.isPlain, let number = Decimal128(scalar.text) { return .number(number) }
      if scalar.isPlain, let date = CalendarDate(scalar.text) { return .date(date) }
      return .string(scalar.text)
    }
  }
}
