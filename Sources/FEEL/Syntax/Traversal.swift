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

extension Expression {
  /// Every name that the expression takes from its surroundings, each once, in the order of the text; those that it
  /// introduces itself, as the variable of a loop, are not among them.
  package var names: [String] {
    var found: [String] = []
    collect(into: &found, hiding: [])
    return found.uniqued
  }

  private func collect(into names: inout [String], hiding own: Set<String>) {
    switch kind {
    case .name(let name): if !own.contains(name) { names.append(name) }
    case .forEach(let iterations, let body), .quantified(_, let iterations, let body):
      var inner = own
      for iteration in iterations {
        iteration.domain.collect(into: &names, hiding: inner)
        iteration.through?.collect(into: &names, hiding: inner)
        inner.insert(iteration.variable.text)
      }
      body.collect(into: &names, hiding: inner.union(["partial"]))
    case .function(let parameters, let body):
      body.collect(into: &names, hiding: own.union(parameters.map(\.name.text)))
    case .context(let entries):
      var inner = own
      for entry in entries {
        entry.value.collect(into: &names, hiding: inner)
        inner.insert(entry.key.text)
      }
    case .filter(let base, let condition):
      base.collect(into: &names, hiding: own)
      // Entries of the items hide names too, but which there are is not known here; they count as used.
      condition.collect(into: &names, hiding: own.union(["item"]))
    default: for child in children { child.collect(into: &names, hiding: own) }
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
