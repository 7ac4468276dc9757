import Huimin
import TestSupport
import Testing

@testable import HuiminCommand

/// `huimin new --implements` and `--amends`: policies that build on others.
@Suite("huimin new upon another policy")
struct NewUponAnotherTests {
  private let folder = TemporaryFolder()

  /// Puts a shipped policy into the folder.
  private func place(_ path: String) throws {
    let text = try #require(Recorded.read("\(Checkout.policies)/\(path)"))
    try folder.write(text, to: String(try #require(path.split(separator: "/").last)))
  }

  private func run(_ words: String...) -> CommandRun {
    CommandRun(["new", "cn.city.new", folder.path, "--in-force", "2026-06-15"] + words)
      .replacing(folder.path, with: "FOLDER")
  }

  private func text(_ name: String) throws -> String { try #require(Recorded.read("\(folder.path)/\(name)")) }

  private func expectWhole(_ printed: CommandRun) {
    #expect(printed.code == 0, "\(printed.errors)")
    let check = CommandRun("check", "--strict", "\(folder.path)/new.yaml")
    #expect(check.code == 0, "\(check.errors)")
    let test = CommandRun("test", "\(folder.path)/new.test.yaml", "--coverage")
    #expect(test.code == 0, "\(test.errors)")
    let covered = test.output.split(separator: "\n").filter { $0.contains("/new.yaml ") }
    #expect(covered.count == 1 && covered[0].hasPrefix("  100%"), "\(test.output)")
    for name in ["new.yaml", "new.test.yaml"] {
      #expect(CommandRun("fmt", "--check", "\(folder.path)/\(name)").output == "1 file needed no change\n")
    }
  }

  /// The policies of a shipped folder, with the form that is to be tried on each.
  static let shipped: [(file: String, id: String, option: String)] = {
    let library = PolicyLibrary(loading: [Checkout.policies])
    return library.programs.flatMap { program in
      let options = program.openTerms.isEmpty ? ["--amends"] : ["--implements", "--amends"]
      return options.map { (program.policy.file, program.policy.id, $0) }
    }
  }()

  @Test("fits every shipped policy", arguments: shipped, Language.allCases)
  func fits(_ parent: (file: String, id: String, option: String), keys: Language) throws {
    // Those above it, and the modules that they use, lie beside it.
    for folder in [SourceFile.folder(of: parent.file), "\(Checkout.policies)/modules"] {
      for file in SourceFile.files(below: folder, endingIn: [".yaml"])
      where !file.hasSuffix(".test.yaml") && !file.dropFirst(folder.count).contains("/examples/") {
        try place(String(file.dropFirst(Checkout.policies.count + 1)))
      }
    }
    expectWhole(run(parent.option, parent.id, "--keys", keys.rawValue))
  }

  @Test("fills in the national plan", arguments: Language.allCases)
  func fillsIn(in language: Language) throws {
    try place("meal-assistance/national.yaml")
    let printed = run("--implements", "cn.meal-assistance", "--lang", language.rawValue)
    expectWhole(printed)
    let files = "\(try text("new.yaml"))\n\(try text("new.test.yaml"))"
    try Recorded.expect(
      "\(printed.output)\n\(files)".replacing(folder.path, with: "FOLDER"),
      matches: "\(Checkout.tests)/CommandTests/Pages/new-implements.\(language.rawValue).txt")
    // The fact of the frame is named, not declared.
    #expect(try !text("new.yaml").contains("\n  list price:"))
  }

  private static let frame = """
    policy: test.frame
    title: Frame
    in force: 2026-01-01..2026-12-31
    facts: { kind: [a, b c], day: date }
    parameters: { most: { type: money, 2026-01-01: 9 } }
    open:
      granted: { type: boolean }
      number of meals: { type: integer, unit: meals, range: "[2..5]" }
      rate: { type: percent }
      first day: { type: date, filled by: [province] }
      class: { members: [first class, "2"], label: { zh: 类别, en: class of aid } }
      name: { type: text }
      payers: { type: list, of: { name: text, share: money } }
      spare: { type: money, default: most, range: ">= 1" }
    decisions:
      all: spare * rate * number of meals
      rest: if granted and kind = a and day < first day then count(payers) else 0
    """

  @Test("gives every type a value that loads", arguments: Language.allCases)
  func fillsInEveryType(keys: Language) throws {
    try folder.write(Self.frame, to: "frame.yaml")
    expectWhole(run("--implements", "test.frame", "--keys", keys.rawValue))
    // The one level that may.
    #expect(try text("new.yaml").contains(keys == .zh ? "\n层级: 省 " : "\nlevel: province "))
  }

  @Test func findsTheFrameWhereTheNewPolicyWill() throws {
    // In a folder below, which is not there yet.
    try place("meal-assistance/national.yaml")
    let printed = CommandRun("new", "cn.city.new", "\(folder.path)/city", "--implements", "cn.meal-assistance")
    #expect(printed.code == 0, "\(printed.errors)")
    #expect(CommandRun("check", "\(folder.path)/city").code == 0)
  }

  @Test func saysWhereTheFrameIs() {
    let printed = run("--implements", "cn.meal-assistance", "--policies", Checkout.policies)
    #expect(printed.code == 2)
    #expect(
      printed.errors.contains("`cn.meal-assistance` is in `Policies/meal-assistance`, where a policy in `FOLDER`"))
    #expect(
      printed.errors.contains(
        "`huimin new cn.city.new Policies/meal-assistance --implements cn.meal-assistance`"))
    #expect(SourceFile.names(in: folder.path) == [])
  }

  @Test(arguments: [
    (["--implements", "test.fram"], "did you mean `test.frame`?"),
    (["--implements", "test.frame", "--level", "city"], "it is for `province`"),
    (["--implements", "test.frame", "--in-force", "2027-01-01"], "say with `--in-force`"),
    (["--implements", "test.closed"], "write `--amends test.closed`"),
  ])
  func refuses(words: [String], message: String) throws {
    try folder.write(Self.frame, to: "frame.yaml")
    try folder.write("policy: test.closed\ntitle: x\nin force: 2026-01-01..\ndecisions: { a: 1 }", to: "closed.yaml")
    let first = ["new", "cn.city.new", folder.path, "--policies", folder.path]
    let printed = CommandRun(first + words)
    #expect(printed.code == 2)
    #expect(printed.errors.contains(message), "\(printed.errors)")
    #expect(SourceFile.names(in: folder.path) == ["closed.yaml", "frame.yaml"])
  }

  @Test func saysThatTheFrameIsBroken() throws {
    try folder.write("policy: test.frame\ntitle: x\nin force: 2026-01-01..\ndecisions: { a: b }", to: "frame.yaml")
    let printed = run("--amends", "test.frame")
    #expect(printed.code == 2)
    #expect(printed.errors.contains("the policy `test.frame` has errors"))
    #expect(printed.errors.contains("mend it first: `huimin check FOLDER/frame.yaml`"))
  }

  @Test("waives a criterion or replaces a decision", arguments: Language.allCases)
  func amends(in language: Language) throws {
    try folder.write(
      """
      policy: test.base
      title: { zh: 食堂, en: Canteen }
      in force: 2026-01-01..
      facts: { age: years, special case: boolean }
      decisions:
        entitled: { criteria: { all: { age: { require: age >= 80 } } } }
        amount: if entitled and special case then 3 else 0
      """, to: "base.yaml")
    let printed = run("--amends", "test.base", "--keys", language.rawValue)
    expectWhole(printed)
    // Its facts keep their names to themselves.
    #expect(try text("new.yaml").contains(language == .zh ? "免除条件: 特殊情形 " : "waive when: special case2 "))
  }
}
