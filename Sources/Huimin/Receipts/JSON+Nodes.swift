import PolicySource

extension JSON {
  /// What a JSON document says at a node: numbers keep their digits.
  init(_ node: Node) {
    switch node.kind {
    case .sequence(let items): self = .array(items.map { JSON($0) })
    case .mapping(let pairs): self = .object(pairs.map { ($0.key.scalarText ?? "", JSON($0.value)) })
    case .scalar(let scalar):
      if !scalar.isPlain {
        self = .string(scalar.text)
      } else if scalar.isNull {
        self = .null
      } else if let truth = scalar.boolean {
        self = .boolean(truth)
      } else {
        self = .number(scalar.text)
      }
    }
  }

  /// The entry of an object; nothing where there is none, or this is no object.
  subscript(key: String) -> JSON? {
    guard case .object(let entries) = self else { return nil }
    return entries.first { $0.0 == key }?.1
  }

  /// What stands at a path; nothing where the path leads nowhere.
  func at(_ path: JSONPath) -> JSON? {
    path.steps.reduce(self as JSON?) { json, step in
      switch (step, json) {
      case (.key(let key), .some(let json)): json[key]
      case (.position(let position), .array(let items)?) where items.indices.contains(position): items[position]
      default: nil
      }
    }
  }

  /// The text of a string.
  var text: String? { if case .string(let text) = self { text } else { nil } }

  /// Whether a value is not known, or one in it.
  var holdsUnknown: Bool {
    switch self {
    case .array(let items): items.contains(where: \.holdsUnknown)
    case .object(let entries): self["unknown"] != nil || entries.contains(where: \.1.holdsUnknown)
    default: false
    }
  }
}
