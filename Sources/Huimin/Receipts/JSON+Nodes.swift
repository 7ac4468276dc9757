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

  /// The text of a string.
  var text: String? { if case .string(let text) = self { text } else { nil } }
}
