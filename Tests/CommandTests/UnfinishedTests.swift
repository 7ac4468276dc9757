import Huimin
import Testing

@testable import HuiminCommand

@Suite("Unfinished expressions")
struct UnfinishedTests {
  @Test(arguments: [
    "1 +", "(1 + 2", "[1,", "[1", "sum(", "{a: 1,", "{", "\"abc", "\"abc\n", "/* note", "1 /* note", "1 + // note",
    "if 1 = 1", "if 1 = 1 then 2", "if 1 = 1 then 2 else", "for x in [1]", "some x in [1, 2] satisfies", "today().",
    "f(\"a\",\n \"b", "x between 1 and", "function(a)", "1 in [1..", "年龄 >= 65 and ",
  ])
  func goOn(text: String) {
    #expect(Unfinished.isTrue(of: text, known: KnownNames([])))
  }

  @Test(arguments: [
    "", "  ", "1", "1 + 1", "(1 + * 2", "1 + 1)", "1 2", "\"abc\" + )", "[1, 2]", "// note", "x // note",
    "1 + 2 // \"", "(1 + * \"abc", "list price", "a.b", "没有 这个",
  ])
  func areNotThese(text: String) {
    #expect(!Unfinished.isTrue(of: text, known: KnownNames([])))
  }
}
