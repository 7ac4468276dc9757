extension FeelType {
  /// The type of a value, as far as the value tells: of a list, the type that holds all its items.
  public init(of value: Value) {
    switch value {
    case .list(let items):
      self = .list(
        items.dropFirst().reduce(items.first.map { FeelType(of: $0) } ?? .any) { $0.joined(with: FeelType(of: $1)) })
    case .context(let context): self = .context(context.entries.map { Field($0.name, FeelType(of: $0.value)) })
    case .range(let range): self = .range((range.lower ?? range.upper).map { FeelType(of: $0) } ?? .any)
    case .function(.builtin(let builtin)): self = .function([], builtin.signatures.first?.result ?? .any)
    case .function(.closure(let closure)):
      self = .function(closure.parameters.map { $0.type.flatMap(FeelType.init) ?? .any }, .any)
    case .null: self = .null
    case .boolean: self = .boolean
    case .number: self = .number(.adopting)
    case .string: self = .string
    case .date: self = .date
    case .time: self = .time
    case .dateTime: self = .dateTime
    case .monthsDuration: self = .monthsDuration
    case .daysDuration: self = .daysDuration
    case .unknown: self = .any
    }
  }
}
