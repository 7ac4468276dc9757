import Diagnostics
import FEEL

/// Parses the expressions of a policy and checks them, placing what it finds in the file.
struct Formulas {
  /// Names that may hold spaces, known before anything is parsed.
  var known: KnownNames
  private(set) var diagnostics: [Diagnostic] = []

  init(known: KnownNames) { self.known = known }

  private mutating func report(_ diagnostic: Diagnostic, in written: Written, offset: Int = 0) {
    let span = Span(diagnostic.span.start + offset, diagnostic.span.end + offset)
    diagnostics.append(diagnostic.located(at: written.location(of: span)))
  }

  /// An expression with its type, or `nil` where it cannot be read.
  mutating func formula(_ written: Written, in scope: TypeScope, expecting expected: FeelType? = nil)
    -> CheckedFormula?
  {
    do throws(Diagnostic) {
      let parsed = try Parser.expression(written.text, known: known)
      return check(parsed, written, in: scope, expecting: expected, offset: 0)
    } catch {
      report(error, in: written)
      return nil
    }
  }

  private mutating func check(
    _ parsed: Expression, _ written: Written, in scope: TypeScope, expecting expected: FeelType?, offset: Int
  ) -> CheckedFormula {
    var checker = Checker()
    let checked = checker.check(parsed, in: scope, expecting: expected)
    for diagnostic in checker.diagnostics { report(diagnostic, in: written, offset: offset) }
    return CheckedFormula(written: written, expression: checked.expression, type: checked.type)
  }

  /// A table cell against the type of its input.
  mutating func cell(_ written: Written, input: FeelType, in scope: TypeScope) -> CheckedCell? {
    do throws(Diagnostic) {
      let tests = try Parser.unaryTests(written.text, known: known)
      var checker = Checker()
      let checked = checker.check(tests, inputType: input, in: scope)
      for diagnostic in checker.diagnostics { report(diagnostic, in: written) }
      refuseEverything(checked, written)
      return CheckedCell(written: written, tests: checked)
    } catch {
      report(error, in: written)
      return nil
    }
  }

  /// A comma in a cell means "or": `>= 60, < 80` holds for every number.
  private mutating func refuseEverything(_ tests: UnaryTests, _ written: Written) {
    guard !tests.isNegated, let (lower, upper) = tests.endsThatMeet else { return }
    diagnostics.append(
      Diagnostic(
        "constant-condition", location: written.location,
        message: Wording(
          en: "`\(written.text)` holds for every number: a comma means \"or\"",
          zh: "`\(written.text)` 对任何数都成立：逗号的意思是“或者”"),
        help: Wording(en: "write both ends as one range: `\(lower)..\(upper)`", zh: "两端写成一个范围：`\(lower)..\(upper)`")))
  }

  /// The range of a fact or a term: ends and comparisons, and nothing that only looks like one.
  mutating func range(_ written: Written, of type: FeelType, in scope: TypeScope) -> CheckedCell? {
    guard let cell = cell(written, input: type, in: scope) else { return nil }
    guard cell.tests.tests.allSatisfy(\.isRange) else {
      diagnostics.append(
        Diagnostic(
          "bad-fact-range", location: written.location,
          message: Wording(en: "`\(written.text)` is no range", zh: "`\(written.text)` 不是范围"),
          help: Wording(en: "write both ends as `[0..500]`, or one as `>= 0`", zh: "两端写成 `[0..500]`，一端写成 `>= 0`")))
      return nil
    }
    return cell
  }

  mutating func template(_ template: WrittenTemplate?, in scope: TypeScope) -> CheckedTemplate? {
    guard let template else { return nil }
    let zh = template.zh.map { pieces($0, in: scope) }
    return CheckedTemplate(en: template.en.map { pieces($0, in: scope) }, zh: zh)
  }

  private mutating func pieces(_ pieces: [WrittenTemplate.Piece], in scope: TypeScope) -> [CheckedTemplate.Piece] {
    pieces.compactMap { piece in
      switch piece {
      case .text(let text): return .text(text)
      case .expression(let text, let scalar, let offset):
        do throws(Diagnostic) {
          let parsed = try Parser.expression(text, known: known)
          let inner = Written(text: text, node: scalar.node, document: scalar.document)
          var checker = Checker()
          let checked = checker.check(parsed, in: scope)
          for diagnostic in checker.diagnostics { report(diagnostic, in: scalar, offset: offset) }
          return .formula(CheckedFormula(written: inner, expression: checked.expression, type: checked.type))
        } catch {
          report(error, in: scalar, offset: offset)
          return nil
        }
      }
    }
  }

  /// The names that an expression uses, for the order of decisions; nothing where it cannot be read.
  func names(in written: Written) -> [String] {
    (try? Parser.expression(written.text, known: known)).map(\.names) ?? []
  }

  func names(inCell written: Written) -> [String] {
    guard let tests = try? Parser.unaryTests(written.text, known: known) else { return [] }
    return tests.tests.flatMap(\.expression.names)
  }
}

extension UnaryTests {
  /// The two ends, as a range writes them, of a lower and an upper comparison that between them leave nothing out.
  fileprivate var endsThatMeet: (lower: String, upper: String)? {
    var lower: (mark: String, bound: Expression)?
    var upper: (mark: String, bound: Expression)?
    for case .comparison(let op, let bound) in tests.map(\.kind) {
      switch op {
      case .greater: lower = ("(", bound)
      case .greaterOrEqual: lower = ("[", bound)
      case .less: upper = (")", bound)
      case .lessOrEqual: upper = ("]", bound)
      default: break
      }
    }
    guard let lower, let upper, case .literal(let low) = lower.bound.kind, case .literal(let high) = upper.bound.kind,
      case .boolean(true) = Run().compare(.less, low, high)
    else { return nil }
    return ("\(lower.mark)\(low.displayText)", "\(high.displayText)\(upper.mark)")
  }
}

extension UnaryTest {
  /// Whether it sets an end to the values, instead of naming them.
  fileprivate var isRange: Bool {
    switch kind {
    case .comparison: true
    case .expression(let expression):
      if case .range = expression.kind { true } else { expression.mentionsInput }
    }
  }
}
