/// An expression made ready to be evaluated over many records of one shape.
///
/// Names become numbered inputs, and arithmetic, comparisons, conditions and rounding become a short program over
/// registers that hold no references. A record goes through it in a hundredth of a microsecond or few of them, and comes
/// to exactly what the plain evaluator gives: where an input is null or unknown, where something fails, or where the
/// expression holds what the program cannot do (lists, texts, functions), the plain evaluator is asked instead.
///
/// ```swift
/// let expression = try Parser.expression("price * 0.85", known: KnownNames(["price"]))
/// let compiled = CompiledExpression(expression, over: [Input("price", .number)])
/// var record = compiled.record()
/// record.set(.number(Decimal128("12.00")!), at: 0)
/// record.evaluate().feelText  // "10.2000"
/// ```
public struct CompiledExpression: Sendable {
  /// A variable of the expression: its name, and the type of the values that it mostly has.
  public struct Input: Sendable {
    public let name: String
    public let type: FeelType

    public init(_ name: String, _ type: FeelType) {
      self.name = name
      self.type = type
    }
  }

  public let expression: Expression
  /// What the expression is about, in the order of their positions.
  public let inputs: [Input]
  /// The program; `nil` where the expression needs the plain evaluator.
  let program: Program?

  /// Compiles an expression.
  ///
  /// - Parameter inputs: variables by position. A name that is none of them is a built-in function, or null with its
  ///   cause when the expression is evaluated.
  public init(_ expression: Expression, over inputs: [Input]) {
    self.expression = expression
    self.inputs = inputs
    var compiler = ProgramCompiler(inputs)
    program = compiler.program(for: expression)
  }

  /// Whether there is a program, so that the plain evaluator is asked for exceptional records alone.
  public var isFast: Bool { program != nil }

  /// Room for one record, to be filled and evaluated again and again. All its inputs are null at first.
  public func record() -> CompiledRecord { CompiledRecord(self) }
}
