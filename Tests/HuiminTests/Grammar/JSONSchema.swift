import Huimin

/// A validator of the part of JSON Schema (2020-12) that the schemas in `Grammar/` use. A keyword that it does not know
/// is a problem of its own, so that nothing in a schema is passed over in silence.
struct JSONSchema {
  private let root: Node

  init(_ document: Document) { root = document.root }

  /// What in a document does not fit, each with its path; empty for a valid one.
  func problems(in document: Document) -> [String] { check(document.root, root, path: "") }

  private static let annotations: Set<String> = ["$schema", "$id", "$defs", "title", "description", "examples"]

  private func check(_ value: Node, _ schema: Node, path: String) -> [String] {
    guard case .mapping(let keywords) = schema.kind else { return ["\(path): the schema is no object"] }
    return keywords.flatMap { keyword, argument in
      check(value, keyword.text ?? "", argument, schema, path: path)
    }
  }

  private func check(_ value: Node, _ keyword: String, _ argument: Node, _ schema: Node, path: String) -> [String] {
    func all(_ schemas: [Node]) -> [[String]] { schemas.map { check(value, $0, path: path) } }
    switch keyword {
    case let word where Self.annotations.contains(word): return []
    case "$ref": return resolve(argument.text ?? "").map { check(value, $0, path: path) } ?? ["\(path): broken $ref"]
    case "type":
      let wanted = argument.items.isEmpty ? [argument.text ?? ""] : argument.items.compactMap(\.text)
      return wanted.contains(where: value.isOf) ? [] : ["\(path): not \(wanted.joined(separator: " or "))"]
    case "enum":
      return argument.items.contains { $0.text == value.text } ? [] : ["\(path): `\(value.text ?? "")` is not allowed"]
    case "const": return argument.text == value.text ? [] : ["\(path): not `\(argument.text ?? "")`"]
    case "pattern": return matches(value, argument.text ?? "") ? [] : ["\(path): `\(value.text ?? "")` does not match"]
    case "anyOf": return all(argument.items).contains(where: \.isEmpty) ? [] : ["\(path): fits no alternative"]
    case "oneOf":
      let fitting = all(argument.items).count { $0.isEmpty }
      return fitting == 1 ? [] : ["\(path): fits \(fitting) alternatives"]
    case "not": return check(value, argument, path: path).isEmpty ? ["\(path): must not fit"] : []
    case "items": return value.items.enumerated().flatMap { check($1, argument, path: "\(path)/\($0)") }
    case "minItems":
      return !value.isOf("array") || value.items.count >= argument.number ? [] : ["\(path): too few items"]
    case "minProperties":
      return !value.isOf("object") || value.entries.count >= argument.number ? [] : ["\(path): too few entries"]
    case "maxProperties": return value.entries.count <= argument.number ? [] : ["\(path): too many entries"]
    case "required":
      guard value.isOf("object") else { return [] }
      return argument.items.compactMap(\.text).filter { value[$0] == nil }.map { "\(path): `\($0)` is missing" }
    case "propertyNames": return value.entries.flatMap { check($0.key, argument, path: "\(path)/\($0.key.text ?? "")") }
    case "properties":
      return value.entries.flatMap { key, inner in
        argument[key.text ?? ""].map { check(inner, $0, path: "\(path)/\(key.text ?? "")") } ?? []
      }
    case "patternProperties":
      return value.entries.flatMap { key, inner in
        argument.entries.filter { matches(key, $0.key.text ?? "") }.flatMap {
          check(inner, $0.value, path: "\(path)/\(key.text ?? "")")
        }
      }
    case "additionalProperties":
      let others = value.entries.filter { key, _ in
        schema["properties"]?[key.text ?? ""] == nil
          && !(schema["patternProperties"]?.entries.contains { matches(key, $0.key.text ?? "") } ?? false)
      }
      if argument.text == "false" { return others.map { "\(path): unknown entry `\($0.key.text ?? "")`" } }
      return others.flatMap { check($0.value, argument, path: "\(path)/\($0.key.text ?? "")") }
    default: return ["the schema has an unknown keyword `\(keyword)`"]
    }
  }

  private func resolve(_ reference: String) -> Node? {
    guard reference.hasPrefix("#/") else { return nil }
    return reference.dropFirst(2).split(separator: "/").reduce(root as Node?) { $0?[String($1)] }
  }

  private func matches(_ value: Node, _ pattern: String) -> Bool {
    guard let text = value.text, let regex = try? Regex(pattern) else { return false }
    return text.firstMatch(of: regex) != nil
  }

  /// Every definition that is an object with properties, with the names of those properties.
  var propertyNames: [String: Set<String>] {
    var found = ["": Set(root["properties"]?.entries.compactMap(\.key.text) ?? [])]
    for (key, definition) in root["$defs"]?.entries ?? [] {
      let inner = [definition] + (definition["anyOf"]?.items ?? []) + (definition["oneOf"]?.items ?? [])
      for (position, node) in inner.compactMap({ $0["properties"] }).enumerated() {
        found[(key.text ?? "") + (position > 0 ? "\(position)" : "")] = Set(node.entries.compactMap(\.key.text))
      }
    }
    return found
  }
}

extension Node {
  fileprivate var text: String? { if case .scalar(let scalar) = kind { scalar.text } else { nil } }
  fileprivate var items: [Node] { if case .sequence(let items) = kind { items } else { [] } }
  fileprivate var entries: [(key: Node, value: Node)] { if case .mapping(let pairs) = kind { pairs } else { [] } }
  fileprivate var number: Int { text.flatMap { Int($0) } ?? 0 }

  /// Whether the node is of a JSON type, by the core schema of YAML 1.2.
  fileprivate func isOf(_ type: String) -> Bool {
    switch (type, kind) {
    case ("object", .mapping), ("array", .sequence): return true
    case (_, .scalar(let scalar)):
      if scalar.isNull { return type == "null" }
      if scalar.boolean != nil { return type == "boolean" }
      let isNumber = scalar.isPlain && Decimal128(scalar.text) != nil
      return type == (isNumber ? "number" : "string")
    default: return false
    }
  }
}
