import Diagnostics

/// A source, and the place in it, as the author writes it: `regulation 10(1)`.
///
/// Which words are the name of the source is known once the policies above are: it may be one of theirs.
public struct Citation: Sendable {
  /// As it is written.
  public let text: String
  let location: Location

  /// The source and the place, by the first of these policies that has a source of which the text begins with the name.
  func resolved(among policies: [Policy]) -> ResolvedCitation? {
    for policy in policies {
      let named = policy.sources.filter { text == $0.name || text.hasPrefix($0.name + " ") }
      guard let source = named.max(by: { $0.name.count < $1.name.count }) else { continue }
      let article = text.dropFirst(source.name.count).trimmed
      return ResolvedCitation(source: source, article: article.isEmpty ? nil : article)
    }
    return nil
  }
}
