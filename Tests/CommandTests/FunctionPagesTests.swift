import Huimin
import TestSupport
import Testing

@testable import HuiminCommand

@Suite("The guide to the built-in functions at the command line")
struct FunctionPagesTests {
  @Test(arguments: Language.allCases)
  func listsAll(in language: Language) throws {
    let run = CommandRun("feel", "--functions", "--lang", language.rawValue)
    #expect(run.code == 0)
    for function in Builtins.all { #expect(run.output.contains("  \(function.name)("), "\(function.name)") }
    let widest = run.output.split(separator: "\n").map { TextWidth.of($0) }.max() ?? 0
    #expect(widest <= 80)
    try Recorded.expect(
      run.output, matches: "\(Checkout.tests)/CommandTests/Pages/functions.\(language.rawValue).txt")
  }

  @Test(arguments: [10, 20, 40, 60])
  func listsAllInNarrowTerminals(width: Int) {
    let overview = FunctionPages(language: .zh, width: width, command: ":functions").overview
    for function in Builtins.all { #expect(overview.contains("\(function.name)(")) }
  }

  @Test func findsByAWord() {
    let run = CommandRun("feel", "--functions", "余数", "--lang", "zh")
    #expect(run.code == 0)
    #expect(run.output == "modulo(dividend, divisor)\n  相除的余数，正负号与除数相同\n  modulo(-12, 5) → 3\n")
    let twoForms = CommandRun("feel", "--functions", "week of year")
    #expect(twoForms.output.hasPrefix("week of year(date)\n  the number"))
  }

  @Test func saysThatAWordFindsNothing() {
    let run = CommandRun("feel", "--functions", "substrin(")
    #expect(run.code == 1)
    #expect(run.output == "")
    #expect(run.errors.contains("error[no-function]: no function has `substrin(` in its name or description"))
    #expect(run.errors.contains("did you mean `substring`?"))
  }

  @Test func tellsOfFunctionsAtThePrompt() {
    let run = CommandRun(
      "feel", "--lang", "zh",
      input:
        ":functions\n:functions 余数\n:functions 没有这个词\n:help modulo\n:help sum(\n:help 周岁\n:help 周\n:help 判定日期\n:help let\n"
    )
    #expect(run.code == 0)
    #expect(run.output.hasPrefix("转换\n  date(from)"))
    #expect(run.output.contains("`:functions 词` 按词查找"))
    let modulo = "modulo(dividend, divisor)\n  相除的余数，正负号与除数相同\n  modulo(-12, 5) → 3\n"
    #expect(run.output.contains(modulo + modulo + "sum(list)\nsum(c, …)\n"))
    #expect(
      run.output.contains(
        "周岁(出生日期, 日期)\n  function(出生日期: date, 日期: date)"))
    #expect(run.output.contains(".years\n:let 名称"))
    #expect(run.errors.contains("没有哪个函数的名称或说明含有 `没有这个词`"))
    #expect(run.errors.contains("没有函数 `周`"))
    #expect(run.errors.contains("`判定日期` 不是函数"))
  }

  @Test func tellsOfFunctionsThatAreValues() {
    let run = CommandRun("feel", input: ":let f = function(a,b)a+b\n:let g = modulo\n:help f\n:help g\n:names\n")
    #expect(
      run.output.hasPrefix("f = function(a, b) a + b\ng = modulo\nf(a, b)\n  function(a, b) a + b\nmodulo(dividend"))
    #expect(run.output.contains("\nf = function(a, b)\ng = modulo\n"))
  }
}
