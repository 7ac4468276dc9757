/// What an expression can see: names with values, innermost first. Immutable, so that functions can keep theirs.
public final class Environment: @unchecked Sendable {
  let name: String
  let value: Value
  /// Changes only while nobody else can see it, on the way out.
  private(set) var outer: Environment?
  let frame: [String: Value]

  /// The outermost surroundings: the facts, parameters and decisions of one run.
  public init(_ variables: [String: Value] = [:]) {
    frame = variables
    name = ""
    value = .null
    outer = nil
  }

  private init(name: String, value: Value, outer: Environment?) {
    self.name = name
    self.value = value
    self.outer = outer
    frame = [:]
  }

  private init(frame: [String: Value], outer: Environment?) {
    name = ""
    value = .null
    self.frame = frame
    self.outer = outer
  }

  /// Lets go of the surroundings one after another: in the usual way, each from within the one before, a long context
  /// would exhaust the stack.
  deinit {
    var next = outer.take()
    while next != nil, isKnownUniquelyReferenced(&next) {
      let after = next?.outer.take()
      next = after
    }
  }

  /// The same surroundings with one name more, which hides an outer one.
  public func binding(_ name: String, to value: Value) -> Environment {
    Environment(name: name, value: value, outer: self)
  }

  /// The same surroundings with the entries of a context, as a filter sees those of its item.
  package func binding(_ context: Context) -> Environment {
    Environment(
      frame: Dictionary(context.entries.map { ($0.name, $0.value) }, uniquingKeysWith: { _, new in new }), outer: self)
  }

  /// The value of a name, innermost first.
  public subscript(name: String) -> Value? {
    var here: Environment? = self
    while let environment = here {
      if !environment.name.isEmpty {
        if environment.name == name { return environment.value }
      } else if let value = environment.frame[name] {
        return value
      }
      here = environment.outer
    }
    return nil
  }
}
