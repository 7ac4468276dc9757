/// One thing that is wrong, where it is, and how to mend it.
///
/// Messages are lower case without a full stop and put the user's own text in backticks; the help stands apart
/// from the message and says what to write instead. The wording is pinned by tests.
public struct Diagnostic: Error, Sendable, Hashable {
  /// How much it matters.
  public enum Severity: String, Sendable, Hashable {
    /// Nothing is decided while it stands.
    case error
    /// The policy can be used; somebody should look.
    case warning
  }

  /// A stable name that does not change with the wording, in lower-case words joined by hyphens: `unknown-name`.
  public let code: String
  public let severity: Severity
  public let message: Wording
  /// What to write instead, where that is known.
  public let help: Wording?
  /// Where in the text that was read; for a diagnostic about a whole document, an empty span.
  public let span: Span
  /// Where in a document, once the text has been placed in one.
  public let location: Location?

  public init(
    _ code: String, severity: Severity = .error, span: Span = Span(0, 0), location: Location? = nil,
    message: Wording, help: Wording? = nil
  ) {
    self.code = code
    self.severity = severity
    self.message = message
    self.help = help
    self.span = span
    self.location = location
  }

  /// The same diagnostic, placed in a document.
  public func located(at location: Location) -> Diagnostic {
    Diagnostic(code, severity: severity, span: span, location: location, message: message, help: help)
  }
}
