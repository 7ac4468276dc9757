import Huimin

/// Whether an expression only lacks its end, so that the prompt should go on reading.
enum Unfinished {
  /// - Parameter known: the names that occur in it, as the parser wants them.
  static func isTrue(of text: String, known: KnownNames) -> Bool {
    let scalars = Array(text.unicodeScalars)
    guard scalars.contains(where: { !$0.properties.isWhitespace }) else { return false }
    do throws(Diagnostic) {
      _ = try Parser.expression(text, known: known)
      return false
    } catch {
      guard error.code == "syntax" else { return false }
      if error.span.start >= scalars.count { return true }
      guard let (enclosure, start) = Outline(scalars).open, enclosure != .lineComment else { return false }
      return error.span.start >= start
    }
  }
}
