import Huimin
import Testing

@testable import HuiminCommand

@Suite("Lines at the prompt")
struct PromptLinesTests {
  @Test("Words that people try end it", arguments: ["exit", "quit", " 退出 ", ":quit", ":q"])
  func ends(word: String) {
    let run = CommandRun("feel", input: "1\n\(word)\n2\n")
    #expect(run.output == "1\n")
    #expect(run.errors == "")
  }

  @Test("Words that people try help", arguments: ["help", "帮助", "?", ":help"])
  func helps(word: String) {
    let run = CommandRun("feel", input: "\(word)\n")
    #expect(run.output.hasPrefix(":let NAME = EXPR"))
    #expect(run.output.split(separator: "\n").allSatisfy { TextWidth.of($0) <= 80 })
    #expect(run.errors == "")
  }

  @Test func aVariableOfThatNameIsMeant() {
    #expect(CommandRun("feel", "--context", "{exit: 1, 帮助: 2}", input: "exit\n帮助\n").output == "1\n2\n")
  }

  @Test func saysHowAValueIsKept() {
    let run = CommandRun("feel", input: "列表 价 := 1 + 1\n\"a := b\"\n:let x := 1\n", isInteractive: true)
    #expect(
      run.errors.contains(
        """
        error[usage]: `:=` is not how a value is kept
         --> expression:1:6
          |
        1 | 列表 价 := 1 + 1
          |         ^^
          help: write `:let NAME = EXPR`
        """), "\(run.errors)")
    #expect(run.output.contains("feel> feel> \"a := b\"\nfeel> "))
    #expect(run.errors.contains("error[usage]: `x :` is not a name\n  help: write `:let NAME = EXPR`"))
    #expect(CommandRun("feel", "--lang", "zh", input: "x := 1\n").errors.contains("写 `:let 名称 = 表达式`"))
  }

  @Test func showsTheLineAsItWasTyped() {
    let run = CommandRun(
      "feel", input: "  :let 价 = 1 +\n\n:type\t[1,\n\n :let x = [1,\n2 / 0]\n", isInteractive: true)
    #expect(
      run.errors.contains("--> expression:1:15\n  |\n1 |   :let 价 = 1 +\n  |                ^\n"), "\(run.errors)")
    #expect(run.errors.contains("--> expression:1:10\n  |\n1 | :type [1,\n"), "\(run.errors)")
    #expect(run.errors.contains("--> expression:2:1\n  |\n2 | 2 / 0]\n  | ^^^^^\n"), "\(run.errors)")
    #expect(!run.output.contains("价 ="))
  }

  @Test func writesTypesAsFeelDoes() {
    let run = CommandRun(
      "feel", input: ":type [{name: \"a\", age: 1}]\n:type @\"P1Y\"\n:type 周岁\n:type null\n:type 1 / 0\n")
    #expect(
      run.output == """
        list<context<name: string, age: number>>
        years and months duration
        function<date, date> -> Any
        Null

        """)
  }
}
