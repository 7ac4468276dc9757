extension Expression {
  /// The expression as FEEL text in one style, with no more brackets than its meaning needs. The parser reads it back
  /// to the same tree, given the names that were known when it was read first. (Brackets that kept apart what would be
  /// one of those names, as in `(a) - (b)`, are not kept.)
  public var feelText: String { text(atLeast: .expression) }

  /// How tightly an expression holds together, loosest first (DMN 1.5, the order of grammar rules 2 and 4).
  fileprivate enum Level: Int {
    case expression, disjunction, conjunction, comparison, addition, multiplication, power, negation, instanceOf,
      postfix
  }

  /// The text, in brackets where it holds together less tightly than the place asks for.
  fileprivate func text(atLeast wanted: Level) -> String {
    let (text, level) = plainText
    return level.rawValue < wanted.rawValue ? "(\(text))" : text
  }

  private var plainText: (String, Level) {
    switch kind {
    case .literal(let value): (value.feelText, .postfix)
    case .name(let name): (name, .postfix)
    case .input: ("?", .postfix)
    case .path(let base, let member): ("\(base.text(atLeast: .postfix)).\(member.text)", .postfix)
    case .negation(let operand): ("-\(operand.text(atLeast: .negation))", .negation)
    case .binary: binaryText
    case .between(let value, let low, let high):
      (
        "\(value.text(atLeast: .comparison)) between \(low.text(atLeast: .addition)) and \(high.text(atLeast: .addition))",
        .comparison
      )
    case .contained(let value, let tests): ("\(value.text(atLeast: .comparison)) in \(tests.textAfterIn)", .comparison)
    // After a bare `list`, a `<` would begin its element type.
    case .instanceOf(let value, let type):
      (
        "\(value.text(atLeast: .instanceOf)) instance of \(type.feelText)",
        type.endsInKeyword ? .expression : .instanceOf
      )
    case .conditional(let condition, let then, let otherwise):
      ("if \(condition.feelText) then \(then.feelText) else \(otherwise.feelText)", .expression)
    case .forEach(let iterations, let body):
      ("for \(Expression.text(iterations)) return \(body.feelText)", .expression)
    case .quantified(let quantifier, let iterations, let body):
      ("\(quantifier.rawValue) \(Expression.text(iterations)) satisfies \(body.feelText)", .expression)
    case .filter(let base, let condition): ("\(base.text(atLeast: .postfix))[\(condition.feelText)]", .postfix)
    case .list(let items): ("[\(items.map(\.feelText).joined(separator: ", "))]", .postfix)
    case .context(let entries): ("{\(entries.map(\.feelText).joined(separator: ", "))}", .postfix)
    case .range(let range): (range.feelText, range.lower == nil || range.upper == nil ? .comparison : .postfix)
    case .call(let function, let arguments):
      ("\(function.text(atLeast: .postfix))(\(arguments.map(\.feelText).joined(separator: ", ")))", .postfix)
    case .function(let parameters, let body):
      ("function(\(parameters.map(\.feelText).joined(separator: ", "))) \(body.feelText)", .expression)
    }
  }

  /// A chain of operators from its left end, without nesting as deep as it is long.
  private var binaryText: (String, Level) {
    var spine: [(BinaryOperator, Expression)] = []
    var left = self
    var outermost: Level?
    while case .binary(let op, let inner, let right) = left.kind {
      let level = op.level
      // An operand on the left may hold together as tightly as its operator, not less.
      if let outermost, level.rawValue < outermost.rawValue { break }
      outermost = level
      spine.append((op, right))
      left = inner
    }
    var text = left.text(atLeast: outermost ?? .expression)
    for (op, right) in spine.reversed() { text += " \(op.rawValue) \(right.text(atLeast: op.level.tighter))" }
    return (text, spine.first?.0.level ?? .expression)
  }

  private static func text(_ iterations: [Iteration]) -> String {
    iterations.map { iteration in
      let through = iteration.through.map { "..\($0.feelText)" } ?? ""
      return "\(iteration.variable.text) in \(iteration.domain.feelText)\(through)"
    }.joined(separator: ", ")
  }
}

extension Expression.Level {
  fileprivate var tighter: Expression.Level { Expression.Level(rawValue: rawValue + 1) ?? .postfix }
}

extension BinaryOperator {
  fileprivate var level: Expression.Level {
    switch self {
    case .or: .disjunction
    case .and: .conjunction
    case .equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual: .comparison
    case .add, .subtract: .addition
    case .multiply, .divide: .multiplication
    case .power: .power
    }
  }
}

extension Expression.Entry {
  fileprivate var feelText: String { "\(Value.key(key.text)): \(value.feelText)" }
}

extension Expression.Argument {
  fileprivate var feelText: String { "\(name.map { "\($0.text): " } ?? "")\(value.feelText)" }
}

extension Expression.Parameter {
  fileprivate var feelText: String { "\(name.text)\(type.map { ": \($0.feelText)" } ?? "")" }
}

extension Expression.RangeExpression {
  fileprivate var feelText: String {
    switch (lower, upper) {
    case (let lower?, nil):
      "\(equality?.rawValue ?? (lowerIncluded ? ">=" : ">")) \(lower.text(atLeast: .addition))"
    case (nil, let upper?): "\(upperIncluded ? "<=" : "<") \(upper.text(atLeast: .addition))"
    case (let lower?, let upper?):
      "\(lowerIncluded ? "[" : "(")\(lower.feelText)..\(upper.feelText)\(upperIncluded ? "]" : ")")"
    case (nil, nil): "null"
    }
  }
}

extension UnaryTests {
  /// The tests as the text of a cell.
  public var feelText: String {
    if isAny { return "-" }
    // A call of `not` that is the whole cell would negate tests.
    if !isNegated, tests.count == 1, case .expression(let only) = tests[0].kind, only.isCallOfNot {
      return "(\(listText))"
    }
    return isNegated ? "not(\(listText))" : listText
  }

  fileprivate var textAfterIn: String {
    guard tests.count == 1, let test = tests.first else { return "(\(listText))" }
    let text = test.feelText(atLeast: .addition)
    // One pair of brackets after `in` is that of the tests.
    if case .expression(let expression) = test.kind, case .range(let range) = expression.kind,
      range.lower == nil || range.upper == nil
    {
      return "(\(text))"
    }
    return text
  }

  private var listText: String { tests.map { $0.feelText(atLeast: .expression) }.joined(separator: ", ") }
}

extension Expression {
  fileprivate var isCallOfNot: Bool {
    if case .call(let function, _) = kind, case .name("not") = function.kind { true } else { false }
  }
}

extension UnaryTest {
  fileprivate func feelText(atLeast level: Expression.Level) -> String {
    switch kind {
    case .comparison(let op, let bound): "\(op.rawValue) \(bound.text(atLeast: .addition))"
    case .expression(let expression):
      // Without brackets, an open range would be a comparison.
      if case .range = expression.kind { expression.text(atLeast: .addition) } else { expression.text(atLeast: level) }
    }
  }
}

extension TypeExpression {
  /// The type as it is written.
  public var feelText: String {
    switch self {
    case .named(let name, _): name
    case .list(let element): "list<\(element.feelText)>"
    case .range(let element): "range<\(element.feelText)>"
    case .context(let fields):
      "context<\(fields.map { "\($0.name): \($0.type.feelText)" }.joined(separator: ", "))>"
    case .function(let parameters, let result):
      "function<\(parameters.map(\.feelText).joined(separator: ", "))> -> \(result.feelText)"
    }
  }

  /// Whether the text ends in a word after which `<` would go on with the type.
  fileprivate var endsInKeyword: Bool {
    switch self {
    case .named(let name, _): ["list", "range", "context", "function"].contains(name)
    case .function(_, let result): result.endsInKeyword
    default: false
    }
  }
}
