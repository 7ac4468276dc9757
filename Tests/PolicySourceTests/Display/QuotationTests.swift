import Diagnostics
import Testing

@Suite struct QuotationTests {
  @Test(arguments: [
    ("年龄", "年龄"), ("a\nb\tc\r", "a\\nb\\tc\\r"), ("\u{1B}[31m", "\\u{1B}[31m"),
    ("\u{202E}x\u{2066}", "\\u{202E}x\\u{2066}"),
    ("\u{FEFF}", "\\u{FEFF}"), ("", ""), (String(repeating: "年", count: 40), String(repeating: "年", count: 40)),
    (String(repeating: "年", count: 41), String(repeating: "年", count: 40) + "…"),
  ])
  func isShortAndHarmless(text: String, quoted: String) {
    #expect(Quotation.of(text) == quoted)
  }
}
