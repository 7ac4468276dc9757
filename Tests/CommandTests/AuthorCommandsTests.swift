import Huimin
import TestSupport
import Testing

@testable import HuiminCommand

@Suite("huimin check and huimin test")
struct AuthorCommandsTests {
  static let mistakes = "\(Checkout.tests)/HuiminTests/Mistakes"

  @Test func findsNothingWrongInTheShippedPolicies() {
    let run = CommandRun("check", "Policies")
    #expect(run.code == 0)
    #expect(run.errors == "")
    #expect(run.output.hasSuffix("0 errors, 0 warnings\n"))
  }

  @Test func countsModules() throws {
    let folder = TemporaryFolder()
    try folder.write("module: cn.people\ntitle: People\nfacts: { age: years }\n", to: "people.yaml")
    #expect(CommandRun("check", folder.path).output == "1 module checked and ready: 0 errors, 0 warnings\n")
    #expect(CommandRun("check", folder.path, "--lang", "zh").output == "可用的模块 1 个：0 个错误，0 个警告\n")
    let policy =
      "policy: cn.local\ntitle: Local\nin force: 2026-01-01..\nuses: cn.people\ndecisions: { old: age >= 60 }\n"
    try folder.write(policy, to: "local.yaml")
    #expect(
      CommandRun("check", folder.path).output == "1 policy and 1 module checked and ready: 0 errors, 0 warnings\n")
    try folder.write(policy.replacing("60", with: "sixty"), to: "local.yaml")
    #expect(
      CommandRun("check", folder.path, "--lang", "zh").output == "可用的政策 0 个、模块 1 个：1 个错误，0 个警告\n")
  }

  @Test func failsWhereThereAreErrors() {
    let run = CommandRun("check", "\(Self.mistakes)/unknown-name.yaml")
    #expect(run.code == 1)
    #expect(run.errors.contains("did you mean `age`?"))
  }

  @Test func failsOnWarningsOnlyWhereTheyCount() {
    #expect(CommandRun("check", "\(Self.mistakes)/unreachable-row.yaml").code == 0)
    #expect(CommandRun("check", "--strict", "\(Self.mistakes)/unreachable-row.yaml").code == 1)
  }

  @Test(arguments: [
    ("en", "more about a code: huimin explain-code unknown-name\n"), ("zh", "代码的说明：huimin explain-code unknown-name\n"),
  ])
  func tellsAPersonWhereToReadMore(language: String, line: String) {
    let words = ["check", "\(Self.mistakes)/unknown-name.yaml", "--lang", language]
    #expect(CommandRun(words, showsErrorsToPerson: true).errors.hasSuffix(line))
    #expect(!CommandRun(words).errors.contains("explain-code"))
    #expect(!CommandRun(words + ["--format", "json"], showsErrorsToPerson: true).errors.contains("explain-code"))
    #expect(CommandRun("check", "Policies", showsErrorsToPerson: true).errors == "")
  }

  @Test func saysWhereThereIsNothingToCheck() {
    #expect(CommandRun("check", "/nowhere").code == 2)
    #expect(CommandRun("check", Self.mistakes + "/unknown-name.txt").code == 1)
  }

  @Test func doesNotPassWhereAFolderHoldsRecordsAlone() throws {
    let folder = TemporaryFolder()
    try folder.write("年龄: 70\n", to: "diner.yaml")
    try folder.write("tests: a\ncases: {}\n", to: "a.test.yaml")
    let run = CommandRun("check", folder.path)
    #expect(run.code == 1)
    #expect(run.errors.contains("error[no-policies]: there are no policy files in `\(folder.path)`"))
    // What was read already, and what cannot be read, is not nothing.
    try folder.write("policy: a\ntitle: A\nin force: 2026-01-01..\ndecisions: { x: 1 }\n", to: "a.yaml")
    #expect(CommandRun("check", "\(folder.path)/a.yaml", folder.path).code == 0)
    let broken = TemporaryFolder()
    try broken.write("policy: [", to: "b.yaml")
    #expect(!CommandRun("check", broken.path).errors.contains("no-policies"))
  }

  @Test func runsTheShippedTests() {
    let run = CommandRun("test", "Policies")
    #expect(run.code == 0)
    #expect(run.output.hasSuffix(" passed, 0 failed\n"))
  }

  @Test func showsWhereATestDiffers() {
    let file = "Policies/meal-assistance/wrong.test.yaml"
    let text = """
      tests: cn.shanghai.putuo.meal-assistance
      date: 2026-01-15
      cases:
        wrong:
          facts: { age: 83, list price: 20, Putuo resident: true, hukou: Shanghai, dibao: false, dine-in: true, subsidised meals: [] }
          expect: { shares: { government: 2, dinner: 14 } }
          status: undetermined
          open: [age]
      """
    let run = CommandRun("test", file, files: ["\(Checkout.root)/\(file)": text])
    #expect(run.code == 1)
    #expect(run.errors.contains("`shares.government`: expected `2`, found `3.00 yuan`"))
    #expect(run.errors.contains("\(file):6:37"))
    #expect(run.errors.contains("did you mean `diner`?"))
    #expect(run.errors.contains("expected `undetermined`, found `decided`"))
    #expect(run.errors.contains("still to be known: expected `age`, found nothing"))
    #expect(run.output.hasSuffix("0 passed, 1 failed\n"))
  }

  @Test(arguments: [
    ("tests: cn.nowhere\ndate: 2026-01-15\ncases: { a: { expect: { x: 1 } } }", "there is no policy `cn.nowhere`"),
    (
      "tests: cn.shanghai.putuo.meal-assistance\ndate: 2026-01-15\ncases: { a: { facts: { age: 1 } } }",
      "expects nothing"
    ),
    ("tests: cn.shanghai.putuo.meal-assistance\ncases: { a: { expect: { shares: 1 } } }", "has no `date`"),
    ("[]", "this is not a test file"),
  ])
  func refusesABrokenTestFile(text: String, message: String) {
    let file = "Policies/meal-assistance/broken.test.yaml"
    let run = CommandRun("test", file, files: ["\(Checkout.root)/\(file)": text])
    #expect(run.code == 2)
    #expect(run.errors.contains(message), "\(run.errors)")
  }
}
