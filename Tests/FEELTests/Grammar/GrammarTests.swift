import TestSupport
import Testing

@testable import FEEL

/// `Grammar/feel.ebnf` and the parser say the same.
@Suite("The grammar and the parser agree")
struct GrammarTests {
  /// Names in scope, of the kinds that only a scope can tell.
  static let knownNames = ["list price - discount", "date of birth", "户籍 类型", "income", "what if?", "in-kind benefit"]

  @Test func everyNameInTheGrammarIsAProduction() throws {
    let grammar = try GrammarReader.projectGrammar()
    func check(_ rule: GrammarRule, in production: String) {
      switch rule {
      case .reference(let name):
        #expect(grammar.rules[name] != nil || name == "knownName", "\(production) names \(name), which is nothing")
      case .sequence(let rules), .choice(_, let rules): for rule in rules { check(rule, in: production) }
      case .repetition(_, let rule, _, _): check(rule, in: production)
      case .difference(let a, let b):
        check(a, in: production)
        check(b, in: production)
      case .text, .characters: break
      }
    }
    for (name, rule) in grammar.rules { check(rule, in: name) }
  }

  @Test(
    "The parser accepts what the grammar makes, and printing loses nothing", arguments: ["Expression", "UnaryTests"])
  func sentences(production: String) throws {
    let grammar = try GrammarReader.projectGrammar()
    let seed = RandomTesting.seed
    var generator = SentenceGenerator(grammar, knownNames: Self.knownNames, seed: seed)
    let known = KnownNames(Self.knownNames)
    let cases = RandomTesting.cases(default: 3_000)
    var wrong: [(sentence: String, why: String)] = []
    for number in 0..<cases {
      let sentence = generator.sentence(of: production, height: 25 + number % 40)
      do throws(Diagnostic) {
        let (tree, printed) = try Self.read(sentence, as: production, known)
        do throws(Diagnostic) {
          let (again, _) = try Self.read(printed, as: production, known)
          if tree != again { wrong.append((sentence, "is \(tree), but printed as `\(printed)` it is \(again)")) }
        } catch {
          wrong.append((sentence, "printed as `\(printed)`: \(error.message[.en]) at \(error.span)"))
        }
      } catch {
        wrong.append((sentence, "\(error.message[.en]) at \(error.span)"))
      }
    }
    for (sentence, why) in wrong.sorted(by: { $0.sentence.count < $1.sentence.count }).prefix(8) {
      Issue.record("`\(sentence)` \(why)")
    }
    print("\(production): \(cases) sentences, \(wrong.count) wrong, seed \(seed)")
    // With very few sentences some alternatives cannot have had their turn.
    guard cases >= 1_000 else { return }
    for number in grammar.reachable(from: production).sorted() {
      let counts = generator.used[number] ?? []
      #expect(counts.allSatisfy { $0 > 0 }, "the alternatives of choice \(number) were used so often: \(counts)")
    }
  }

  private static func read(_ text: String, as production: String, _ known: KnownNames) throws(Diagnostic)
    -> (tree: String, printed: String)
  {
    if production == "Expression" {
      let expression = try Parser.expression(text, known: known)
      return (expression.tree, expression.feelText)
    }
    let tests = try Parser.unaryTests(text, known: known)
    return (tests.tree, tests.feelText)
  }
}

extension Grammar {
  /// The numbers of the choices and repetitions that a production leads to.
  func reachable(from production: String) -> Set<Int> {
    var names: Set<String> = []
    var numbers: Set<Int> = []
    func walk(_ rule: GrammarRule) {
      switch rule {
      case .reference(let name): if names.insert(name).inserted, let rule = rules[name] { walk(rule) }
      case .sequence(let rules): rules.forEach(walk)
      case .choice(let number, let rules):
        numbers.insert(number)
        rules.forEach(walk)
      case .repetition(let number, let rule, _, _):
        numbers.insert(number)
        walk(rule)
      case .difference(let whole, _): walk(whole)
      case .text, .characters: break
      }
    }
    walk(.reference(production))
    return numbers
  }
}

/// The examples of the parser's tests, read by the grammar alone.
@Suite("The grammar accepts what the parser accepts")
struct RecognizerTests {
  @Test("Every example of an expression", arguments: ParserTests.expressions.map(\.0))
  func expression(text: String) throws {
    let recognizer = Recognizer(try GrammarReader.projectGrammar(), knownNames: ParserTests.knownNames)
    #expect(recognizer.accepts(text, as: "Expression"))
  }

  @Test("Every example of a cell", arguments: ParserTests.cells.map(\.0))
  func cell(text: String) throws {
    let recognizer = Recognizer(try GrammarReader.projectGrammar(), knownNames: ParserTests.knownNames)
    #expect(recognizer.accepts(text, as: "UnaryTests"))
  }

  @Test("No example of a syntax error", arguments: SyntaxErrorTests.expressions.map(\.0))
  func notAnExpression(marked: String) throws {
    let recognizer = Recognizer(try GrammarReader.projectGrammar(), knownNames: [])
    let text = MarkedText(marked).text
    // A number is refused for its size, not for how it is written.
    #expect(recognizer.accepts(text, as: "Expression") == text.contains("7000"))
  }

  @Test("No example of an error in a cell", arguments: SyntaxErrorTests.cells.map(\.0))
  func notACell(marked: String) throws {
    let recognizer = Recognizer(try GrammarReader.projectGrammar(), knownNames: [])
    #expect(!recognizer.accepts(MarkedText(marked).text, as: "UnaryTests"))
  }
}
