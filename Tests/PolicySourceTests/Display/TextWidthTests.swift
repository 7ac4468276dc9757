import PolicySource
import Testing

@Suite struct TextWidthTests {
  @Test(arguments: [
    ("", 0), ("abc", 3), ("年龄", 4), ("，。：“”", 8), ("ａＢ１", 6), ("ｱ", 1), ("é", 1), ("e\u{301}", 1), ("한국", 4),
    ("😀", 2), ("\u{200B}\u{FEFF}", 0), ("\u{1B}\n", 0), ("𠀀", 2), ("¥", 1), ("￥", 2), ("—…", 2),
  ])
  func isTheColumnsInATerminal(text: String, width: Int) {
    #expect(TextWidth.of(text) == width)
  }

  @Test func pads() {
    #expect(TextWidth.padded("年龄", to: 6) == "年龄  ")
    #expect(TextWidth.padded("年龄", to: 3) == "年龄")
    #expect(TextWidth.rightAligned("年龄", to: 6) == "  年龄")
    #expect(TextWidth.rightAligned("1.10", to: -1) == "1.10")
  }
}
