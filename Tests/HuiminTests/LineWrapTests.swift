import Testing

@testable import Huimin

@Suite("Lines of a page")
struct LineWrapTests {
  private func widest(_ text: String, _ width: Int) -> Int {
    LineWrap.lines(text, width: width).map { TextWidth.of($0) }.max() ?? 0
  }

  @Test func aRangeIsNoCitation() {
    let text = "年龄在[60..80)之间的老人按标准享受助餐补贴，当日首次堂食的由政府补贴三元，其余由本人承担"
    #expect(widest(text, 40) <= 40)
    #expect(widest("an open [ and then many a word that must not stay on one line", 20) <= 20)
    // A bracket that closes far behind, or after another, is none of a citation.
    #expect(widest("甲[乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥甲乙丙丁戊己庚辛壬癸子丑]", 20) <= 20)
    #expect(widest("年龄在[60..80)之间的老人享受补贴 [1 第2条]", 20) <= 20)
  }

  @Test(arguments: ["[1 第10条第（5）项]", "[12 art. 10(1)]"])
  func aCitationStaysTogether(_ mark: String) {
    for width in 20...40 {
      #expect(LineWrap.lines("老人按标准享受助餐补贴，由政府补贴 \(mark)", width: width).contains { $0.contains(mark) })
    }
  }
}
