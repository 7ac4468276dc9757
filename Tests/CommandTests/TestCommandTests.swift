import Huimin
import TestSupport
import Testing

@testable import HuiminCommand

/// `huimin test` on a small policy of its own.
@Suite("huimin test")
struct TestCommandTests {
  private static let policy = """
    policy: test.canteen
    title: { zh: 食堂, en: Canteen }
    in force: 2026-01-01..
    facts: { 年龄: years, 餐费: money }
    decisions:
      补贴:
        cases:
          - { when: 年龄 >= 65 and 餐费 >= 10, then: 3 }
          - { otherwise: 0 }
      谁付多少: { split: 餐费, among: { 政府: 补贴, 老人: the rest } }
    """
  private static let tests = """
    tests: test.canteen
    date: 2026-03-01
    facts: { 年龄: 70 }
    cases:
      刚好10元: { facts: { 餐费: 10 }, expect: { 补贴: 3 } }
      差一分 <&">: { facts: { 餐费: 9.99 }, expect: { 补贴: 3, 谁付多少: { 老人: 9.99 } } }
      Not known: { facts: { 餐费: 12, 年龄: null }, status: undetermined, open: [年龄] }
    """

  /// Runs on the policy and files beside it.
  private func run(_ words: String..., files: [String: String] = ["a.test.yaml": tests]) throws -> CommandRun {
    let folder = TemporaryFolder()
    try folder.write(Self.policy, to: "canteen.yaml")
    for (name, text) in files { try folder.write(text, to: name) }
    let run = CommandRun(["test", folder.path] + words)
    return run.replacing("\(folder.path)/", with: "")
  }

  @Test(arguments: [
    ("2", nil), ("2.00", nil), ("0.5%", nil), ("2元", "help: a number stands alone: `2`"),
    ("\"2\"", "help: a number stands alone: `2`"), ("1,200", "help: a number stands alone: `1200`"),
    ("two", "help: a number stands alone, without unit or quotes; found was `3`"),
  ])
  func helpsWithTheWritingOnlyWhereItIsAtFault(expected: String, help: String?) throws {
    let test = """
      tests: test.canteen
      date: 2026-03-01
      cases:
        a:
          facts: { 年龄: 70, 餐费: 10 }
          expect:
            补贴: \(expected)
      """
    let errors = try run("--lang", "en", files: ["a.test.yaml": test]).errors
    #expect(errors.contains("found `3`"))
    #expect(errors.contains("help:") == (help != nil))
    if let help { #expect(errors.contains(help + "\n"), "\(errors)") }
  }

  private func page(_ name: String) -> String { "\(Checkout.tests)/CommandTests/Pages/\(name)" }

  @Test(arguments: Language.allCases)
  func tellsWhyATestFails(in language: Language) throws {
    let run = try run("--lang", language.rawValue)
    #expect(run.code == 1)
    try Recorded.expect(run.errors + run.output, matches: page("test-failure.\(language.rawValue).txt"))
  }

  @Test(arguments: Language.allCases)
  func writesJUnit(in language: Language) throws {
    let broken = "tests: test.canteen\ncases: { a: { expect: { 补贴: 0 } } }"
    let run = try run(
      "--format", "junit", "--lang", language.rawValue, files: ["a.test.yaml": Self.tests, "b.test.yaml": broken])
    #expect(run.code == 2)
    try Recorded.expect(run.output, matches: page("test-junit.\(language.rawValue).xml"))
  }

  @Test func writesNothingElseAsJUnit() throws {
    let run = try run("--format", "junit", "--verbose")
    #expect(run.code == 1)
    #expect(run.errors == "")
    #expect(run.output.hasPrefix("<?xml"))
    #expect(run.output.hasSuffix("</testsuites>\n"))
  }

  @Test(arguments: [
    ("10元", "1 passed, 0 failed, 2 left out\n", 0), ("not KNOWN", "1 passed, 0 failed, 2 left out\n", 0),
    ("A.TEST", "2 passed, 1 failed, 0 left out\n", 1), ("<&", "0 passed, 1 failed, 2 left out\n", 1),
  ])
  func runsOnlyTheTestsThatMatch(filter: String, last: String, code: Int32) throws {
    let run = try run("--filter", filter)
    #expect(run.code == code)
    #expect(run.output.hasSuffix(last))
  }

  @Test func saysWhereNoTestMatches() throws {
    for words in [["--filter", "nothing"], ["--filter", "nothing", "--format", "junit"]] {
      let run = try words.count == 2 ? run(words[0], words[1]) : run(words[0], words[1], words[2], words[3])
      #expect(run.code == 2)
      #expect(run.output == "")
      #expect(run.errors.contains("no test has `nothing` in its name or its file"))
    }
  }

  /// A filter does not hide that a file could not be read.
  @Test func saysThatAFileIsBrokenWhateverIsAskedFor() throws {
    let run = try run("--filter", "nothing", files: ["a.test.yaml": "tests: test.canteen\ncases: [a]"])
    #expect(run.code == 2)
    #expect(run.errors.contains("a.test.yaml:2"))
    #expect(!run.errors.contains("no test has"))
  }

  @Test func givesReasonsForTheFirstFailuresOnly() throws {
    let cases = (1...7).map { "  case \($0): { facts: { 餐费: \($0) }, expect: { 补贴: 1 } }" }.joined(separator: "\n")
    let run = try run(files: ["a.test.yaml": "tests: test.canteen\ndate: 2026-03-01\ncases:\n" + cases])
    #expect(run.code == 1)
    #expect(run.output.split(separator: "\n").count { $0.contains("why:") } == 5)
    #expect(run.output.contains("the reasons of the first 5 failures are shown"))
    #expect(run.output.hasSuffix("0 passed, 7 failed\n"))
  }

  @Test(arguments: Language.allCases)
  func listsWhatNoTestReached(in language: Language) throws {
    let untested = "policy: test.other\ntitle: 未测试\nin force: 2026-01-01..\ndecisions: { 一: 1 }"
    let broken = "policy: test.broken\ntitle: 有错\nin force: 2026-01-01..\ndecisions: { 一: 二 }"
    let run = try run(
      "--coverage", "--lang", language.rawValue, "--filter", "10",
      files: ["a.test.yaml": Self.tests, "未测试.yaml": untested, "有错.yaml": broken])
    #expect(run.code == 0)
    try Recorded.expect(run.errors + run.output, matches: page("test-coverage.\(language.rawValue).txt"))
  }

  /// A test has no `--on`.
  @Test(arguments: [
    (
      "tests: test.canteen\ndate: 2025-12-31\ncases: { a: { expect: { 补贴: 0 } } }",
      "change `date`, or write `fails: not-in-force`"
    ),
    ("测试: test.canteen\n日期: 2025-12-31\n情形: { a: { 预期: { 补贴: 0 } } }", "change `日期`, or write `出错: not-in-force`"),
  ])
  func saysWhatToDoAboutADayOutOfForce(file: String, help: String) throws {
    let run = try run(files: ["a.test.yaml": file])
    #expect(run.code == 1)
    #expect(run.errors.contains(help), "\(run.errors)")
    #expect(!run.errors.contains("--on"))
  }

  @Test func doesNotBoastOfNothing() throws {
    let folder = TemporaryFolder()
    try folder.write("policy: test.broken\ntitle: 有错\nin force: 2026-01-01..\ndecisions: { 一: 二 }", to: "a.yaml")
    try folder.write("tests: test.broken\ndate: 2026-03-01\ncases: { a: { expect: { 一: 1 } } }", to: "a.test.yaml")
    let run = CommandRun("test", "--coverage", "\(folder.path)/a.test.yaml")
    #expect(run.code == 2)
    #expect(run.output.hasSuffix("there was no policy to count\n"))
    #expect(!run.output.contains("100%"))
  }

  @Test func leavesStandardOutputToJUnit() throws {
    let run = try run("--coverage", "--format", "junit")
    #expect(run.output.hasSuffix("</testsuites>\n"))
    #expect(run.errors.hasPrefix("reached by tests\n"))
  }

  /// Of a file alone, the other policies of its folder are no business.
  @Test func countsOnlyWhatWasAskedFor() {
    let run = CommandRun("test", "--coverage", "Policies/meal-assistance/putuo.test.yaml")
    #expect(run.code == 0)
    #expect(run.output.contains("putuo.yaml") && run.output.contains("national.yaml"))
    #expect(!run.output.contains("xiamen.yaml"))
  }

  private static let stale = """
    # 预期已过时
    tests: test.canteen
    date: 2026-03-01
    cases:
      甲:   # 注释
        facts: { 年龄: 70, 餐费: 10 }
        expect: { 补贴: 2.00,   谁付多少: { 政府: 3, 老人: 6 }, 津贴: 1 }  # 保留
      乙: { facts: { 餐费: 12 }, status: decided, open: [餐费] }

    """

  @Test(arguments: Language.allCases)
  func updatesWhatFailingTestsExpect(in language: Language) throws {
    let folder = TemporaryFolder()
    try folder.write(Self.policy, to: "canteen.yaml")
    try folder.write(Self.stale, to: "a.test.yaml")
    let run = CommandRun("test", "--update", folder.path, "--lang", language.rawValue)
    #expect(run.code == 1)
    try Recorded.expect(
      (run.errors + run.output).replacing("\(folder.path)/", with: ""),
      matches: page("test-update.\(language.rawValue).txt"))
    let updated = Self.stale.replacing("2.00", with: "3.00").replacing("老人: 6", with: "老人: 7")
      .replacing("decided", with: "undetermined").replacing("[餐费]", with: "[年龄]")
    #expect(Recorded.read("\(folder.path)/a.test.yaml") == updated)
    #expect(SourceFile.names(in: folder.path) == ["a.test.yaml", "canteen.yaml"])
    // What was left cannot be written the second time either.
    let again = CommandRun("test", "--update", folder.path)
    #expect(again.output.hasSuffix("1 passed, 1 failed, 0 values updated\n"))
    #expect(Recorded.read("\(folder.path)/a.test.yaml") == updated)
  }

  @Test func updatesOnlyTheTestsThatMatch() throws {
    let folder = TemporaryFolder()
    try folder.write(Self.policy, to: "canteen.yaml")
    try folder.write(Self.stale, to: "a.test.yaml")
    let run = CommandRun("test", "--update", folder.path, "--filter", "乙")
    #expect(run.code == 0)
    #expect(run.output.hasSuffix("1 passed, 0 failed, 1 left out, 2 values updated\n"))
    let updated = Self.stale.replacing("decided", with: "undetermined").replacing("[餐费]", with: "[年龄]")
    #expect(Recorded.read("\(folder.path)/a.test.yaml") == updated)
  }

  /// The tests pass, so there is nothing to write, and the file is not touched.
  @Test func leavesAFileThatPasses() throws {
    let run = CommandRun("test", "--update", "Policies/meal-assistance/putuo.test.yaml")
    #expect(run.code == 0)
    #expect(run.output.hasSuffix(" passed, 0 failed, 0 values updated\n"))
  }

  @Test func saysThatAFileCannotBeWritten() throws {
    // It is only there for the test, and not on the disk.
    let file = "Policies/meal-assistance/nowhere.test.yaml"
    let text = "tests: cn.shanghai.putuo.meal-assistance\ndate: 2026-01-15\ncases: { a: { status: failed } }"
    let run = CommandRun("test", "--update", file, files: ["\(Checkout.root)/\(file)": text])
    #expect(run.code == 2)
    #expect(run.errors.contains("`\(file)` could not be written: No such file or directory"))
    #expect(run.output.hasSuffix("0 passed, 1 failed, 0 values updated\n"))
  }

  @Test(arguments: [
    (["--update", "--format", "junit"], "`--update` cannot be used with `--format junit`"),
    (["--update", "-"], "standard input cannot be updated"), (["--update=all"], "`--update` takes no value"),
  ])
  func refusesAnUpdateThatCannotBeMeant(words: [String], message: String) {
    let run = CommandRun(["test"] + words)
    #expect(run.code == 2)
    #expect(run.output == "")
    #expect(run.errors.contains(message))
  }

  @Test(arguments: [
    (["--format", "xml"], "write `text` or `junit`"), (["--filter"], "`--filter TEXT` needs its value"),
  ])
  func refusesWrongUse(words: [String], message: String) {
    let run = CommandRun(["test"] + words)
    #expect(run.code == 2)
    #expect(run.errors.contains(message))
  }

  @Test func escapesWhatXMLCannotHold() {
    #expect(XMLText.escaped("a<b>&\"c\"") == "a&lt;b&gt;&amp;&quot;c&quot;")
    #expect(XMLText.escaped("\u{1}\u{FFFE}\u{1F600}") == "\u{FFFD}\u{FFFD}\u{1F600}")
    #expect(XMLText.escaped("a\nb\tc\r") == "a&#10;b&#9;c&#13;")
    #expect(XMLText.content("a\nb]]>") == "a\nb]]&gt;")
  }
}
