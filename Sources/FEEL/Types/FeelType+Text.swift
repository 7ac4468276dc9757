extension FeelType {
  /// The type as FEEL writes it: `list<number>`. Units and the members of enumerations, which FEEL does not know, are
  /// left out. (An entry of a context whose name FEEL cannot write stands there all the same.)
  public var feelText: String {
    switch self {
    case .any: "Any"
    case .null: "Null"
    case .boolean: "boolean"
    case .number: "number"
    case .string, .enumeration: "string"
    case .date: "date"
    case .time: "time"
    case .dateTime: "date and time"
    case .monthsDuration: "years and months duration"
    case .daysDuration: "days and time duration"
    case .list(let element): "list<\(element.feelText)>"
    case .range(let element): "range<\(element.feelText)>"
    case .context(let fields):
      "context<\(fields.map { "\($0.name): \($0.type.feelText)" }.joined(separator: ", "))>"
    case .function(let parameters, let result):
      "function<\(parameters.map(\.feelText).joined(separator: ", "))> -> \(result.feelText)"
    }
  }
}
