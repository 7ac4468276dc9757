@testable import FEEL

extension Expression {
  /// The tree without its places, in brackets: `1 + 2 * 3` is `(+ 1 (* 2 3))`.
  var tree: String {
    switch kind {
    case .literal(let value): value.feelText
    case .name(let name): name.unicodeScalars.allSatisfy(\.continuesName) ? name : "‹\(name)›"
    case .input: "?"
    case .path(let base, let member): "(. \(base.tree) \(member.text))"
    case .negation(let operand): "(- \(operand.tree))"
    case .binary(let op, let left, let right): "(\(op.rawValue) \(left.tree) \(right.tree))"
    case .between(let value, let low, let high): "(between \(value.tree) \(low.tree) \(high.tree))"
    case .contained(let value, let tests): "(in \(value.tree) \(tests.tree))"
    case .instanceOf(let value, let type): "(instance \(value.tree) \(type.feelText))"
    case .conditional(let condition, let then, let otherwise): "(if \(condition.tree) \(then.tree) \(otherwise.tree))"
    case .forEach(let iterations, let body): "(for\(Self.tree(iterations)) \(body.tree))"
    case .quantified(let quantifier, let iterations, let body):
      "(\(quantifier.rawValue)\(Self.tree(iterations)) \(body.tree))"
    case .filter(let base, let condition): "(filter \(base.tree) \(condition.tree))"
    case .list(let items): "[\(items.map(\.tree).joined(separator: " "))]"
    case .context(let entries): "{\(entries.map { "\($0.key.text): \($0.value.tree)" }.joined(separator: " "))}"
    case .range(let range):
      "(range \(range.lowerIncluded ? "[" : "(")\(range.lower?.tree ?? "") \(range.upper?.tree ?? "")\(range.upperIncluded ? "]" : ")"))"
    case .call(let function, let arguments):
      "(call \(([function.tree] + arguments.map { "\($0.name.map { "\($0.text): " } ?? "")\($0.value.tree)" }).joined(separator: " ")))"
    case .function(let parameters, let body):
      "(function (\(parameters.map { "\($0.name.text)\($0.type.map { ": \($0.feelText)" } ?? "")" }.joined(separator: ", "))) \(body.tree))"
    }
  }

  private static func tree(_ iterations: [Iteration]) -> String {
    iterations.map { " (\($0.variable.text) \($0.domain.tree)\($0.through.map { " \($0.tree)" } ?? ""))" }.joined()
  }
}

extension UnaryTests {
  var tree: String { isAny ? "any" : "\(isNegated ? "not" : "")(\(tests.map(\.tree).joined(separator: " ")))" }
}

extension UnaryTest {
  var tree: String {
    switch kind {
    case .comparison(let op, let bound): "\(op.rawValue) \(bound.tree)"
    case .expression(let expression): expression.tree
    }
  }
}
