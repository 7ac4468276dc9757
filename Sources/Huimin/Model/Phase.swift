import Diagnostics
import FEEL
import PolicySource

/// What stands for an expression in a policy: its text while the policy is being read, a checked tree afterwards.
/// The forms of decisions are the same in both.
protocol Phase: Sendable {
  /// A FEEL expression.
  associatedtype Formula: Sendable
  /// A cell of a decision table.
  associatedtype Cell: Sendable
  /// A text for people with expressions in it.
  associatedtype Template: Sendable
}

/// As the author wrote it, with its place in the file.
enum AsWritten: Phase {
  typealias Formula = Written
  typealias Cell = Written
  typealias Template = WrittenTemplate
}

/// Parsed, its names resolved and its types known.
enum Checked: Phase {
  typealias Formula = CheckedFormula
  typealias Cell = CheckedCell
  typealias Template = CheckedTemplate
}

/// Expression text in a policy file.
struct Written: Sendable {
  let text: String
  let node: Node
  let document: Document

  /// Where a stretch of the expression stands in the file.
  func location(of span: Span) -> Location { document.location(of: span, in: node) }

  /// Where the whole expression stands.
  var location: Location { node.location }
}

/// Text in one or both languages, with `{expression}` in it.
struct WrittenTemplate: Sendable {
  let en: [Piece]?
  let zh: [Piece]?

  enum Piece: Sendable {
    case text(String)
    /// An expression in the scalar at an offset, in code points.
    case expression(String, scalar: Written, offset: Int)
  }

  /// The expressions in it.
  var expressions: [Written] {
    ((en ?? []) + (zh ?? [])).compactMap { piece in
      guard case .expression(let text, let scalar, _) = piece else { return nil }
      return Written(text: text, node: scalar.node, document: scalar.document)
    }
  }
}

struct CheckedFormula: Sendable {
  let written: Written
  let expression: Expression
  let type: FeelType
}

struct CheckedCell: Sendable {
  let written: Written
  let tests: UnaryTests
}

struct CheckedTemplate: Sendable {
  let en: [Piece]?
  let zh: [Piece]?

  enum Piece: Sendable {
    case text(String)
    case formula(CheckedFormula)
  }
}
