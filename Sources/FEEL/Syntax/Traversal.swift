extension Expression {
  /// The expressions directly inside this one, in the order in which they are written.
  public var children: [Expression] { Expression.children(of: kind) }

  fileprivate static func children(of kind: Kind) -> [Expression] {
    switch kind {
    case .literal, .name, .input: []
    case .path(let base, _): [base]
    case .negation(let operand): [operand]
    case .binary(_, let left, let right): [left, right]
    case .between(let value, let low, let high): [value, low, high]
    case .contained(let value, let tests): [value] + tests.tests.map(\.expression)
    case .instanceOf(let value, _): [value]
    case .conditional(let condition, let then, let otherwise): [condition, then, otherwise]
    case .forEach(let iterations, let body), .quantified(_, let iterations, let body):
      iterations.flatMap { [$0.domain] + ($0.through.map { [$0] } ?? []) } + [body]
    case .filter(let base, let condition): [base, condition]
    case .list(let items): items
    case .context(let entries): entries.map(\.value)
    case .range(let range): [range.lower, range.upper].compactMap { $0 }
    case .call(let function, let arguments): [function] + arguments.map(\.value)
    case .function(_, let body): [body]
    }
  }

  /// Whether `?` occurs, outside nested tests, which have an input of their own.
  public var mentionsInput: Bool {
    switch kind {
    case .input: true
    case .contained(let value, _): value.mentionsInput
    default: children.contains { $0.mentionsInput }
    }
  }
}

extension Expression.Kind {
  /// The height of a node of this kind, and whether it or anything below it is a function.
  var shape: (height: Int, holdsFunction: Bool) {
    switch self {
    case .literal, .name, .input: (1, false)
    // The kind of which there are most is spared the list.
    case .binary(_, let left, let right):
      (1 + max(left.height, right.height), left.holdsFunction || right.holdsFunction)
    case .function(_, let body): (1 + body.height, true)
    default:
      Expression.children(of: self).reduce((1, false)) { shape, child in
        (max(shape.0, 1 + child.height), shape.1 || child.holdsFunction)
      }
    }
  }
}

extension UnaryTest {
  /// The expression that the test compares with or evaluates.
  public var expression: Expression {
    switch kind {
    case .comparison(_, let bound): bound
    case .expression(let expression): expression
    }
  }
}
