@_exported import Diagnostics

/// A piece of a YAML or JSON document, with its place.
public struct Node: Sendable {
  public indirect enum Kind: Sendable {
    case scalar(Scalar)
    case sequence([Node])
    /// Entries in the order in which they were written, each key once.
    case mapping([(key: Node, value: Node)])
  }

  public let kind: Kind
  public let location: Location
  /// Where the node begins and ends, in code points of the document.
  let extent: Span

  init(_ kind: Kind, location: Location, extent: Span) {
    self.kind = kind
    self.location = location
    self.extent = extent
  }

  /// A node of a document that is read piece by piece and is nowhere held whole.
  package init(_ kind: Kind, at location: Location) { self.init(kind, location: location, extent: Span(0, 0)) }

  /// The same with all that is in it at one place: of a document that stands in the cell of a table.
  package func moved(to location: Location) -> Node {
    let kind: Kind =
      switch kind {
      case .scalar: kind
      case .sequence(let items): .sequence(items.map { $0.moved(to: location) })
      case .mapping(let pairs):
        .mapping(pairs.map { (key: $0.key.moved(to: location), value: $0.value.moved(to: location)) })
      }
    return Node(kind, location: location, extent: extent)
  }

  /// The same place with something else in it.
  package func with(_ kind: Kind) -> Node { Node(kind, location: location, extent: extent) }

  /// The value of an entry of a mapping, or `nil` where there is none or this is no mapping.
  public subscript(key: String) -> Node? {
    guard case .mapping(let pairs) = kind else { return nil }
    return pairs.first { if case .scalar(let scalar) = $0.key.kind { scalar.text == key } else { false } }?.value
  }

  /// Whether this is nothing at all: an empty value, `~` or `null`.
  public var isNull: Bool {
    if case .scalar(let scalar) = kind { scalar.isNull } else { false }
  }
}

/// A single value, its digits and letters exactly as they were written.
public struct Scalar: Sendable {
  public let text: String
  /// Whether it stands without quotes, so that `true` and `12` are no texts.
  public let isPlain: Bool

  public init(_ text: String, isPlain: Bool) {
    self.text = text
    self.isPlain = isPlain
  }

  /// Null by the core schema of YAML 1.2.
  public var isNull: Bool { isPlain && ["", "~", "null", "Null", "NULL"].contains(text) }

  /// A boolean by the core schema of YAML 1.2: `yes`, `no`, `on` and `off` are texts.
  public var boolean: Bool? {
    guard isPlain else { return nil }
    switch text {
    case "true", "True", "TRUE": return true
    case "false", "False", "FALSE": return false
    default: return nil
    }
  }
}
