/// What the names of an expression stand for, as far as types go.
public struct TypeScope: Sendable {
  /// Variables, and functions that the surroundings add to the built-in ones.
  public private(set) var variables: [String: FeelType]
  /// Whether there may be names that nobody declared, as in a filter over items of which nothing is known.
  var isOpen = false
  /// Names in the order in which they were declared, so that suggestions do not depend on hashing.
  private(set) var order: [String]

  public init(_ variables: [(name: String, type: FeelType)] = []) {
    self.variables = [:]
    order = []
    for (name, type) in variables { declare(name, type) }
  }

  /// Declares a name, or hides an outer one of the same name.
  public mutating func declare(_ name: String, _ type: FeelType) {
    if variables.updateValue(type, forKey: name) == nil { order.append(name) }
  }

  func declaring(_ name: String, _ type: FeelType) -> TypeScope {
    var inner = self
    inner.declare(name, type)
    return inner
  }

  /// All that an expression may name here: variables, the members of their contexts, and enumeration members.
  public var knownNames: KnownNames {
    var names = KnownNames(order)
    for name in Value.propertyNames { names.insert(name) }
    for type in variables.values { type.collectNames(into: &names) }
    return names
  }
}

extension FeelType {
  fileprivate func collectNames(into names: inout KnownNames) {
    switch self {
    case .enumeration(let enumeration): for member in enumeration.members { names.insert(member) }
    case .list(let element), .range(let element): element.collectNames(into: &names)
    case .context(let fields):
      for field in fields {
        names.insert(field.name)
        field.type.collectNames(into: &names)
      }
    case .function(_, let result): result.collectNames(into: &names)
    default: break
    }
  }

  /// The narrowest type that holds values of both; ``any`` where only that does.
  public func joined(with other: FeelType) -> FeelType {
    switch (self, other) {
    case (.null, let type), (let type, .null): type
    case (.number(.adopting), .number), (.number, .number(.adopting)): self == .number(.adopting) ? other : self
    case (.enumeration, .string), (.string, .enumeration), (.enumeration, .enumeration): self == other ? self : .string
    case (.list(let a), .list(let b)): .list(a == .any ? b : b == .any ? a : a.joined(with: b))
    case (.range(let a), .range(let b)): .range(a.joined(with: b))
    default: self == other ? self : .any
    }
  }

  /// Whether nothing is known that could make an operation wrong.
  var isOpen: Bool { self == .any || self == .null }
}
