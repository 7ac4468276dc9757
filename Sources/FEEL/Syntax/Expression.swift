/// A FEEL expression as it was written: the tree of DMN 1.5, 10.3.1.2, each node with its place in the text.
public struct Expression: Sendable {
  public let kind: Kind
  /// Where it stands, in code points of the text it was parsed from.
  public let span: Span
  /// How many nodes the longest way down from here passes, this one included. The parser bounds it, so that walking
  /// over a tree, or letting go of it, cannot exhaust the stack.
  let height: Int
  /// Whether a function is written anywhere in it.
  let holdsFunction: Bool

  public init(_ kind: Kind, _ span: Span) {
    self.kind = kind
    self.span = span
    (height, holdsFunction) = kind.shape
  }

  public indirect enum Kind: Sendable {
    /// A literal: null, boolean, number, string, or a date, time or duration written `@"…"`.
    case literal(Value)
    /// A variable, a function, or (once checked) nothing else.
    case name(String)
    /// `?`, the value that a unary test is about.
    case input
    /// `base.member`.
    case path(Expression, member: Name)
    case negation(Expression)
    case binary(BinaryOperator, Expression, Expression)
    /// `value between low and high`.
    case between(Expression, low: Expression, high: Expression)
    /// `value in test` or `value in (test, test)`.
    case contained(Expression, UnaryTests)
    case instanceOf(Expression, TypeExpression)
    case conditional(Expression, then: Expression, otherwise: Expression)
    case forEach([Iteration], Expression)
    case quantified(Quantifier, [Iteration], Expression)
    /// `list[position]` or `list[condition]`.
    case filter(Expression, Expression)
    case list([Expression])
    case context([Entry])
    case range(RangeExpression)
    case call(Expression, [Argument])
    case function([Parameter], Expression)
  }

  /// A name with its place.
  public struct Name: Sendable {
    public let text: String
    public let span: Span

    public init(_ text: String, _ span: Span) {
      self.text = text
      self.span = span
    }
  }

  /// `key: value` in a context; the key may be a name or a string.
  public struct Entry: Sendable {
    public let key: Name
    public let value: Expression
  }

  /// A positional argument, or `name: value`. A call has the one kind or the other (DMN 1.5, grammar rules 38 to 42).
  public struct Argument: Sendable {
    public let name: Name?
    public let value: Expression
  }

  /// `name: type` in a function literal.
  public struct Parameter: Sendable {
    public let name: Name
    public let type: TypeExpression?
  }

  /// `variable in domain`, the domain a list or two numbers or dates written `from..to`.
  public struct Iteration: Sendable {
    public let variable: Name
    public let domain: Expression
    /// The far end of `from..to`; the near end is then the domain.
    public let through: Expression?
  }

  /// `[low..high]`, `]low..high[`, or one comparison such as `> low`. That of `= value` or `!= value` has the value as
  /// its lower end and none that is upper.
  public struct RangeExpression: Sendable {
    public let lower: Expression?
    public let lowerIncluded: Bool
    public let upper: Expression?
    public let upperIncluded: Bool
    /// `=` or `!=` where this is all that equals a value, or all but that.
    public let equality: BinaryOperator?

    init(
      lower: Expression?, lowerIncluded: Bool, upper: Expression?, upperIncluded: Bool, equality: BinaryOperator? = nil
    ) {
      self.lower = lower
      self.lowerIncluded = lowerIncluded
      self.upper = upper
      self.upperIncluded = upperIncluded
      self.equality = equality
    }
  }

  public enum Quantifier: String, Sendable {
    case some
    case every
  }
}

/// The infix operators, with the text they are written by.
public enum BinaryOperator: String, Sendable, CaseIterable {
  case or, and
  case equal = "="
  case notEqual = "!="
  case less = "<"
  case lessOrEqual = "<="
  case greater = ">"
  case greaterOrEqual = ">="
  case add = "+"
  case subtract = "-"
  case multiply = "*"
  case divide = "/"
  case power = "**"
}

/// The cell of a decision table, or the right side of `in` (DMN 1.5, grammar rules 7 to 16).
public struct UnaryTests: Sendable {
  /// The tests, of which one must hold. Empty for `-`, which holds for every value.
  public let tests: [UnaryTest]
  /// Whether the whole is wrapped in `not( … )`.
  public let isNegated: Bool
  public let span: Span

  public init(_ tests: [UnaryTest], isNegated: Bool, span: Span) {
    self.tests = tests
    self.isNegated = isNegated
    self.span = span
  }

  /// Whether this is `-`.
  public var isAny: Bool { tests.isEmpty }
}

/// One test of a cell.
public struct UnaryTest: Sendable {
  public enum Kind: Sendable {
    /// `< value`, `>= value`, `= value`, `!= value`.
    case comparison(BinaryOperator, Expression)
    /// A value to equal, a range or list to be in, or a condition about `?`.
    case expression(Expression)
  }

  public let kind: Kind
  public let span: Span

  public init(_ kind: Kind, _ span: Span) {
    self.kind = kind
    self.span = span
  }
}

/// A type as it is written after `instance of`, or for a parameter (DMN 1.5, grammar rule 52).
public indirect enum TypeExpression: Sendable, Hashable {
  case named(String, Span)
  case list(TypeExpression)
  case range(TypeExpression)
  case context([TypeField])
  case function([TypeExpression], TypeExpression)

  public struct TypeField: Sendable, Hashable {
    public let name: String
    public let type: TypeExpression
  }
}

extension Expression {
  /// Whether this is `null`, written as such.
  public var isNullLiteral: Bool { if case .literal(.null(nil)) = kind { true } else { false } }
}
