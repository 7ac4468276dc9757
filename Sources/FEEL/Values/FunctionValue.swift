/// A FEEL function as a value: built in, or written as `function(…) …` with what it could see where it was written.
public enum FunctionValue: Sendable {
  case builtin(Builtin)
  case closure(Closure)
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
