import PolicySource

/// The way from a document to a place in it: `outcome.shares.diner`, `explanation[0].because[2].text.zh`.
public struct JSONPath: Sendable, Hashable, CustomStringConvertible {
  public enum Step: Sendable, Hashable {
    case key(String)
    /// From 0.
    case position(Int)
  }

  public private(set) var steps: [Step] = []

  public init() {}

  init(_ keys: String...) { steps = keys.map { .key($0) } }

  init(_ steps: some Sequence<Step>) { self.steps = Array(steps) }

  /// The path one step on.
  public func then(_ step: Step) -> JSONPath {
    var path = self
    path.steps.append(step)
    return path
  }

  /// Whether the path leads to a place, or to something within it.
  func isWithin(_ other: JSONPath) -> Bool { steps.starts(with: other.steps) }

  public var description: String {
    steps.reduce(into: "") { text, step in
      switch step {
      case .position(let position): text += "[\(position)]"
      case .key(let key): text += (text.isEmpty ? "" : ".") + key
      }
    }
  }
}

/// Where two documents first differ, with what each says there.
public struct JSONDifference: Sendable {
  public let path: JSONPath
  /// Nothing where the first document ends before.
  public let first: JSON?
  public let second: JSON?

  /// The first difference in the order of the first document; nothing where the two say the same. The order of keys says
  /// nothing.
  ///
  /// - Parameter passingOver: whether what stands at a path is not compared.
  static func first(
    between first: JSON, and second: JSON, at path: JSONPath = JSONPath(),
    passingOver: (JSONPath) -> Bool = { _ in false }
  ) -> JSONDifference? {
    if passingOver(path) { return nil }
    switch (first, second) {
    case (.null, .null): return nil
    case (.boolean(let a), .boolean(let b)) where a == b: return nil
    case (.number(let a), .number(let b)) where a == b: return nil
    // Two spellings of one character are two texts.
    case (.string(let a), .string(let b)) where a.unicodeScalars.elementsEqual(b.unicodeScalars): return nil
    case (.array(let a), .array(let b)):
      for position in 0..<max(a.count, b.count) {
        let inner = path.then(.position(position))
        guard position < min(a.count, b.count) else {
          return JSONDifference(
            path: inner, first: position < a.count ? a[position] : nil, second: position < b.count ? b[position] : nil)
        }
        let found = JSONDifference.first(between: a[position], and: b[position], at: inner, passingOver: passingOver)
        if let found { return found }
      }
      return nil
    case (.object(let a), .object(let b)):
      let others = Dictionary(b, uniquingKeysWith: { first, _ in first })
      for (key, value) in a {
        let inner = path.then(.key(key))
        if let other = others[key] {
          let found = JSONDifference.first(between: value, and: other, at: inner, passingOver: passingOver)
          if let found { return found }
        } else if !passingOver(inner) {
          return JSONDifference(path: inner, first: value, second: nil)
        }
      }
      let known = Set(a.map(\.0))
      for (key, value) in b where !known.contains(key) && !passingOver(path.then(.key(key))) {
        return JSONDifference(path: path.then(.key(key)), first: nil, second: value)
      }
      return nil
    default: return JSONDifference(path: path, first: first, second: second)
    }
  }
}
