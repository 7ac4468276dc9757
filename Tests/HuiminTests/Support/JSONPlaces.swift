@testable import Huimin

/// Places in a JSON document, and the same document with something else in one of them.
extension JSON {
  /// The paths to everything that holds nothing else.
  var leaves: [JSONPath] { places.filter { at($0)?.isLeaf ?? false } }

  /// The paths to everything in the document, itself left out.
  var places: [JSONPath] { places(from: JSONPath()) }

  private func places(from path: JSONPath) -> [JSONPath] {
    switch self {
    case .array(let items):
      items.enumerated().flatMap { position, item in
        [path.then(.position(position))] + item.places(from: path.then(.position(position)))
      }
    case .object(let entries):
      entries.flatMap { key, value in [path.then(.key(key))] + value.places(from: path.then(.key(key))) }
    default: []
    }
  }

  private var isLeaf: Bool {
    switch self {
    case .array(let items): items.isEmpty
    case .object(let entries): entries.isEmpty
    default: true
    }
  }

  func changing(_ path: JSONPath, _ change: (JSON) -> JSON) -> JSON { changing(path.steps[...], change) }

  private func changing(_ steps: ArraySlice<JSONPath.Step>, _ change: (JSON) -> JSON) -> JSON {
    guard let step = steps.first else { return change(self) }
    switch (self, step) {
    case (.object(let entries), .key(let key)):
      return .object(entries.map { ($0.0, $0.0 == key ? $0.1.changing(steps.dropFirst(), change) : $0.1) })
    case (.array(let items), .position(let position)):
      return .array(
        items.enumerated().map { $0.offset == position ? $0.element.changing(steps.dropFirst(), change) : $0.element })
    default: return self
    }
  }

  func isText(_ wanted: String) -> Bool { text == wanted }
}
