/// A half-open stretch of a text, counted in code points (Unicode scalars) from 0.
///
/// FEEL counts strings by code point, so its positions do too; a document turns a span into a ``Location``.
public struct Span: Sendable, Hashable {
  /// The offset of the first code point.
  public let start: Int
  /// The offset after the last code point; equal to ``start`` for an empty span.
  public let end: Int

  /// - Precondition: none; an `end` before `start` is read as an empty span.
  public init(_ start: Int, _ end: Int) {
    self.start = start
    self.end = max(start, end)
  }

  /// The smallest span that holds both.
  public func union(_ other: Span) -> Span {
    Span(min(start, other.start), max(end, other.end))
  }

  /// Whether the two have a code point in common, or are the same.
  public func overlaps(_ other: Span) -> Bool { self == other || start < other.end && other.start < end }
}

/// A place in a document, as an editor shows it: lines and columns count from 1, columns in code points.
public struct Position: Sendable, Hashable, Comparable {
  public let line: Int
  public let column: Int

  public init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }

  public static func < (a: Position, b: Position) -> Bool {
    (a.line, a.column) < (b.line, b.column)
  }
}

/// A stretch of a named document, from a first position to the one after its last code point.
public struct Location: Sendable, Hashable {
  /// The document as the user named it: a path, or `<stdin>`.
  public let file: String
  public let start: Position
  public let end: Position

  public init(file: String, start: Position, end: Position) {
    self.file = file
    self.start = start
    self.end = end
  }
}
