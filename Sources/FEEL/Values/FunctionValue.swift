/// A FEEL function as a value: built in, or written as `function(…) …` with what it could see where it was written.
public enum FunctionValue: Sendable {
  case builtin(Builtin)
  case closure(Closure)

  /// Whether both are one function: the same one built in, or one function literal in the same surroundings.
  func isSame(as other: FunctionValue) -> Bool {
    switch (self, other) {
    case (.builtin(let a), .builtin(let b)): a.name == b.name
    case (.closure(let a), .closure(let b)): a === b
    default: false
    }
  }
}

/// A function literal with its surroundings (DMN 1.5, 10.3.2.13.3).
public final class Closure: Sendable {
  let parameters: [Expression.Parameter]
  let body: Expression
  let environment: Environment

  init(parameters: [Expression.Parameter], body: Expression, environment: Environment) {
    self.parameters = parameters
    self.body = body
    self.environment = environment
  }
}
