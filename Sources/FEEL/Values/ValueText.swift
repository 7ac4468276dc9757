extension Value {
  /// A FEEL expression that reads back to the same value.
  public var feelText: String {
    switch self {
    case .null: "null"
    case .boolean(let value): value ? "true" : "false"
    case .number(let number): number.plainText
    case .string(let text): Value.quoted(text)
    case .date(let value): "@\"\(value)\""
    case .time(let value): "@\"\(value)\""
    case .dateTime(let value): "@\"\(value)\""
    case .monthsDuration(let value): "@\"\(value)\""
    case .daysDuration(let value): "@\"\(value)\""
    case .list(let items): "[\(items.map(\.feelText).joined(separator: ", "))]"
    case .context(let context):
      "{\(context.entries.map { "\(Value.key($0.name)): \($0.value.feelText)" }.joined(separator: ", "))}"
    case .range(let range): range.feelText
    case .function(let function): function.feelText
    case .unknown(let unknown): "unknown(\(unknown.facts.joined(separator: ", ")))"
    }
  }

  /// The text that the function `string` gives (DMN 1.5, table 73): as ``feelText``, a text itself without quotes, and
  /// dates, times and durations bare.
  public var displayText: String {
    switch self {
    case .string(let text): text
    case .date(let value): value.description
    case .time(let value): value.description
    case .dateTime(let value): value.description
    case .monthsDuration(let value): value.description
    case .daysDuration(let value): value.description
    case .list(let items): "[\(items.map(\.nestedText).joined(separator: ", "))]"
    case .context(let context):
      "{\(context.entries.map { "\(Value.key($0.name)): \($0.value.nestedText)" }.joined(separator: ", "))}"
    default: feelText
    }
  }

  private var nestedText: String { if case .string(let text) = self { Value.quoted(text) } else { displayText } }

  private static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }

  static func key(_ name: String) -> String {
    if case .success = Parser.nameCheck(name) { name } else { quoted(name) }
  }
}

extension RangeValue {
  var feelText: String {
    if let equality, let lower { return "\(equality.rawValue) \(lower.feelText)" }
    return switch (lower, upper) {
    case (let lower?, nil): "\(lowerIncluded ? ">=" : ">") \(lower.feelText)"
    case (nil, let upper?): "\(upperIncluded ? "<=" : "<") \(upper.feelText)"
    case (let lower?, let upper?):
      "\(lowerIncluded ? "[" : "(")\(lower.feelText)..\(upper.feelText)\(upperIncluded ? "]" : ")")"
    case (nil, nil): "null"
    }
  }
}
