import Huimin

/// What one code of a diagnostic means: a wrong example, the same mended, and what harm the refusal prevents.
struct CodePage: Sendable {
  /// As diagnostics show it in brackets: `unknown-name`.
  let code: String
  /// One line: what it says.
  let summary: Wording
  let avoid: CodeExample
  let prefer: CodeExample
  /// One paragraph.
  let why: Wording

  /// - Parameter why: as it is broken into lines in the source, which means nothing on the page.
  init(_ code: String, en: String, zh: String, avoid: CodeExample, prefer: CodeExample, why: Wording) {
    self.code = code
    summary = Wording(en: en, zh: zh)
    self.avoid = avoid
    self.prefer = prefer
    self.why = Wording(
      en: why[.en].replacing("\n", with: " "), zh: why[.zh].split(separator: "\n").joined())
  }
}
