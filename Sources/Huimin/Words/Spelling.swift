import Diagnostics

/// Words of the language in messages stand between `‹` and `›`, and are put into the language of the document that the
/// message is about: an author who writes `否则` is not told of `otherwise`.
extension Wording {
  func spelled(in language: Language) -> Wording {
    Wording(en: en.map { Wording.spelled($0, in: language) }, zh: zh.map { Wording.spelled($0, in: language) })
  }

  private static func spelled(_ text: String, in language: Language) -> String {
    guard text.contains("‹") else { return text }
    var result = ""
    var rest = Substring(text)
    while let open = rest.firstIndex(of: "‹"), let close = rest[open...].firstIndex(of: "›") {
      result += rest[..<open] + Vocabulary.spelled(String(rest[rest.index(after: open)..<close]), in: language)
      rest = rest[rest.index(after: close)...]
    }
    return result + rest
  }
}

extension Diagnostic {
  func spelled(in language: Language) -> Diagnostic {
    Diagnostic(
      code, severity: severity, span: span, location: location, message: message.spelled(in: language),
      help: help?.spelled(in: language))
  }
}
