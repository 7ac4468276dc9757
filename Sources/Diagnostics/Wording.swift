/// The same words in the two languages of the people who read them.
///
/// Every text that reaches a policy author or a caseworker is a `Wording`: diagnostics, labels of facts, reasons.
/// Either language may be absent where the author wrote only one; reading then falls back to the other.
public struct Wording: Sendable, Hashable {
  /// The English words, or `nil` where only Chinese was given.
  public let en: String?
  /// The Chinese words, or `nil` where only English was given.
  public let zh: String?

  public init(en: String?, zh: String?) {
    self.en = en
    self.zh = zh
  }

  /// Words that read the same in both languages: a name, a number, a quotation.
  public init(both text: String) {
    self.init(en: text, zh: text)
  }

  /// The words in `language`, or those of the other language where there are none.
  public subscript(language: Language) -> String {
    switch language {
    case .en: en ?? zh ?? ""
    case .zh: zh ?? en ?? ""
    }
  }
}

/// A language that Huimin speaks.
public enum Language: String, Sendable, Hashable, CaseIterable {
  case en
  case zh
}
