import PolicySource
import Testing

/// Diagnostics as a terminal shows them, column for column.
@Suite struct DiagnosticTextTests {
  private func show(
    _ text: String, _ start: (Int, Int), _ end: (Int, Int), language: Language = .en, isColored: Bool = false,
    severity: Diagnostic.Severity = .error, help: Wording? = nil
  ) -> String {
    let location = Location(
      file: "p.yaml", start: Position(line: start.0, column: start.1), end: Position(line: end.0, column: end.1))
    let diagnostic = Diagnostic(
      "some-code", severity: severity, location: location, message: Wording(en: "no `x`", zh: "没有 `x`"), help: help)
    return DiagnosticText(language: language, isColored: isColored, bytes: ["p.yaml": Array(text.utf8)])
      .text(of: diagnostic)
  }

  @Test func underlinesTheStretch() {
    #expect(
      show("a: 1\nb: text\n", (2, 4), (2, 8), help: Wording(en: "write `y`", zh: "写 `y`")) == """
        error[some-code]: no `x`
         --> p.yaml:2:4
          |
        2 | b: text
          |    ^^^^
          help: write `y`

        """)
  }

  @Test func speaksChinese() {
    #expect(
      show("a: 1", (1, 1), (1, 2), language: .zh, severity: .warning, help: Wording(en: "write `y`", zh: "写 `y`"))
        == """
        警告[some-code]: 没有 `x`
         --> p.yaml:1:1
          |
        1 | a: 1
          | ^
          帮助: 写 `y`

        """)
  }

  @Test func chineseIsTwoColumnsWide() {
    #expect(
      show("年龄: 六十岁以上", (1, 5), (1, 8)) == """
        error[some-code]: no `x`
         --> p.yaml:1:5
          |
        1 | 年龄: 六十岁以上
          |       ^^^^^^

        """)
  }

  @Test func aTabIsOneColumn() {
    #expect(
      show("a:\tb\tc", (1, 4), (1, 7)) == """
        error[some-code]: no `x`
         --> p.yaml:1:4
          |
        1 | a: b c
          |    ^^^

        """)
  }

  @Test func aStretchOverSeveralLinesIsUnderlinedToTheEndOfItsFirst() {
    #expect(
      show("a: |\n  one\n", (1, 4), (2, 6)) == """
        error[some-code]: no `x`
         --> p.yaml:1:4
          |
        1 | a: |
          |    ^

        """)
  }

  @Test func theEndOfTheFileIsAPlaceToo() {
    #expect(
      show("a: [\n", (2, 1), (2, 1)) == """
        error[some-code]: no `x`
         --> p.yaml:2:1
          |
        2 |
          | ^

        """)
    #expect(
      show("a: [", (1, 5), (1, 5)) == """
        error[some-code]: no `x`
         --> p.yaml:1:5
          |
        1 | a: [
          |     ^

        """)
  }

  @Test func theGutterGrowsWithTheLineNumber() {
    #expect(
      show(String(repeating: "\n", count: 99) + "x", (100, 1), (100, 2)) == """
        error[some-code]: no `x`
           --> p.yaml:100:1
            |
        100 | x
            | ^

        """)
  }

  @Test func aLongLineIsCutAroundThePlace() {
    let line = String(repeating: "年", count: 200) + "here" + String(repeating: "z", count: 200)
    #expect(
      show(line, (1, 201), (1, 205)) == """
        error[some-code]: no `x`
         --> p.yaml:1:201
          |
        1 | …\(String(repeating: "年", count: 40))here\(String(repeating: "z", count: 56))…
          | \(String(repeating: " ", count: 81))^^^^

        """)
    #expect(
      show(line, (1, 1), (1, 405)).split(separator: "\n").suffix(2) == [
        "1 | \(String(repeating: "年", count: 100))…", "  | \(String(repeating: "^", count: 200))",
      ])
    #expect(
      show(line, (1, 404), (1, 405)).split(separator: "\n").suffix(2) == [
        "1 | …\(String(repeating: "z", count: 100))", "  | \(String(repeating: " ", count: 100))^",
      ])
    #expect(show(line, (1, 405), (1, 405)).hasSuffix("z\n  | \(String(repeating: " ", count: 101))^\n"))
  }

  @Test func colorIsOnlyWhereAskedFor() {
    #expect(
      show("a: 1", (1, 4), (1, 5), isColored: true, help: Wording(both: "y"))
        == "\u{1B}[31;1merror[some-code]\u{1B}[0m: \u{1B}[1mno `x`\u{1B}[0m\n --> p.yaml:1:4\n  |\n1 | a: 1\n"
        + "  |    \u{1B}[31;1m^\u{1B}[0m\n  \u{1B}[36mhelp\u{1B}[0m: y\n")
    #expect(!show("a: 1", (1, 4), (1, 5), help: Wording(both: "y")).contains("\u{1B}"))
    #expect(show("a", (1, 1), (1, 2), isColored: true, severity: .warning).hasPrefix("\u{1B}[33;1mwarning"))
  }

  /// A policy from elsewhere must not be able to repaint the terminal of who checks it.
  @Test func controlCharactersDoNotReachTheTerminal() {
    let text = show("a: \u{1B}[31m\u{202E}x\u{7}", (1, 4), (1, 5))
    #expect(text.contains("1 | a: �[31m�x�\n"))
    let location = Location(
      file: "\u{1B}]0;x\u{7}\n", start: Position(line: 1, column: 1), end: Position(line: 1, column: 1))
    let diagnostic = Diagnostic(
      "some-code", location: location, message: Wording(both: "no `\n\u{1B}`"), help: Wording(both: "\u{9B}"))
    #expect(
      DiagnosticText(language: .en, isColored: false).text(of: diagnostic)
        == "error[some-code]: no `\\n\\u{1B}`\n --> \\u{1B}]0;x\\u{7}\\n:1:1\n  help: \\u{9B}\n")
  }

  @Test(arguments: [(0, 0, 0, 0), (-5, 3, -9, 1), (99, 1, 99, 2), (1, 99, 1, 200), (1, 3, 1, 1), (2, 1, 1, 1)])
  func aPlaceOutsideTheTextDoesNoHarm(line: Int, column: Int, endLine: Int, endColumn: Int) {
    let text = show("a: 1", (line, column), (endLine, endColumn))
    #expect(text.hasPrefix("error[some-code]: no `x`\n"))
  }

  @Test func withoutAPlaceOrATextThereIsNoExcerpt() {
    let text = DiagnosticText(language: .en, isColored: false)
    #expect(text.text(of: Diagnostic("some-code", message: Wording(both: "no"))) == "error[some-code]: no\n")
    let location = Location(file: "q", start: Position(line: 3, column: 2), end: Position(line: 3, column: 2))
    #expect(
      text.text(of: Diagnostic("some-code", location: location, message: Wording(both: "no")))
        == "error[some-code]: no\n --> q:3:2\n")
  }

  @Test func theTextOfADocumentIsShown() throws {
    let document = try read("\u{FEFF}年龄: 1\r\n收入: x\r\n")
    let text = DiagnosticText(language: .en, isColored: false, sources: [document, document])
    for (key, excerpt) in [("年龄", "1 | 年龄: 1\n  |       ^\n"), ("收入", "2 | 收入: x\n  |       ^\n")] {
      let diagnostic = Diagnostic("c", location: document.root[key]?.location, message: Wording(both: "no"))
      #expect(text.text(of: diagnostic).hasSuffix(excerpt))
    }
  }
}
