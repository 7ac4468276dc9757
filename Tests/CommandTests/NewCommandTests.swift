import Glibc
import Huimin
import TestSupport
import Testing

@testable import HuiminCommand

/// `huimin new`: what it writes loads, passes and is whole; what it cannot write, it leaves alone.
@Suite("huimin new")
struct NewCommandTests {
  private let folder = TemporaryFolder()

  private func run(_ words: String...) -> CommandRun {
    CommandRun(["new"] + words).replacing(folder.path, with: "FOLDER")
  }

  private func page(_ name: String) -> String { "\(Checkout.tests)/CommandTests/Pages/\(name)" }

  /// What a new author does first: checks, tests, formats, and runs the commands as they were printed.
  private func expectWhole(_ printed: CommandRun, _ name: String, sourceLocation: SourceLocation = #_sourceLocation)
    throws
  {
    #expect(printed.code == 0, "\(printed.errors)", sourceLocation: sourceLocation)
    #expect(printed.errors == "", sourceLocation: sourceLocation)
    let (policy, tests) = ("\(folder.path)/\(name).yaml", "\(folder.path)/\(name).test.yaml")
    let check = CommandRun("check", "--strict", policy)
    #expect(check.code == 0, "\(check.errors)", sourceLocation: sourceLocation)
    #expect(check.output == "1 policy checked and ready: 0 errors, 0 warnings\n", sourceLocation: sourceLocation)
    let test = CommandRun("test", tests, "--coverage")
    #expect(test.code == 0, "\(test.errors)", sourceLocation: sourceLocation)
    let covered = test.output.split(separator: "\n").filter { $0.contains("\(name).yaml ") }
    #expect(covered.count == 1 && covered[0].hasPrefix("  100%"), "\(test.output)", sourceLocation: sourceLocation)
    for file in [policy, tests] {
      #expect(CommandRun("fmt", "--check", file).output == "1 file needed no change\n", sourceLocation: sourceLocation)
    }
    let commands = printed.output.split(separator: "\n").filter { $0.hasPrefix("  huimin ") }
    #expect(commands.count == 3, sourceLocation: sourceLocation)
    for line in commands {
      let words = shellWords(String(line.dropFirst("  huimin ".count)).replacing("FOLDER", with: folder.path))
      let next = CommandRun(words)
      #expect(next.code == 0, "\(line)\n\(next.errors)", sourceLocation: sourceLocation)
    }
  }

  /// Words apart, those in single quotes together.
  private func shellWords(_ line: String) -> [String] {
    var words = [""]
    var isQuoted = false
    for character in line {
      switch character {
      case "'": isQuoted.toggle()
      case " " where !isQuoted: words.append("")
      default: words[words.count - 1].append(character)
      }
    }
    return words
  }

  // MARK: Forms

  @Test("writes every form whole", arguments: StartingForm.allCases, Language.allCases)
  func writes(_ form: StartingForm, keys: Language) throws {
    let printed = run(
      "cn.city.canteen", folder.path, "--form", form.rawValue, "--keys", keys.rawValue, "--lang", "en")
    try expectWhole(printed, "canteen")
    for name in ["canteen.yaml", "canteen.test.yaml"] {
      let text = try #require(Recorded.read("\(folder.path)/\(name)"))
      let isChinese = text.unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) }
      #expect(isChinese == (keys == .zh))
      #expect(text.contains(NewPolicy.mark(keys)))
      if keys == .zh {
        // Nothing of the other language but ids, addresses and the words of FEEL.
        #expect(!text.contains("fill in") && !text.contains("facts:"))
      }
    }
  }

  @Test("tells what to do next", arguments: [(StartingForm.split, Language.zh), (.criteria, .en)])
  func tellsWhatToDoNext(form: StartingForm, keys: Language) throws {
    let printed = run("cn.city.canteen", folder.path, "--form", form.rawValue, "--lang", keys.rawValue)
    let policy = try #require(Recorded.read("\(folder.path)/canteen.yaml"))
    let tests = try #require(Recorded.read("\(folder.path)/canteen.test.yaml"))
    try Recorded.expect(
      "\(printed.output)\n\(policy)\n\(tests)", matches: page("new-\(form.rawValue).\(keys.rawValue).txt"))
  }

  /// The examples of a quota lie in one week whichever day that is.
  @Test(arguments: ["2026-01-01", "2026-02-28", "2027-12-27", "2024-02-29", "9999-12-31"])
  func beginsOnAnyDay(day: String) throws {
    try expectWhole(run("cn.city.canteen", folder.path, "--form", "quota", "--in-force", day), "canteen")
  }

  @Test func takesTheLevelAndTheDayThatAreGiven() throws {
    let printed = run("canteen", folder.path, "--level", "county", "--in-force", "2027-03-04", "--lang", "zh")
    #expect(printed.code == 0)
    let text = try #require(Recorded.read("\(folder.path)/canteen.yaml"))
    #expect(text.contains("\n层级: 县  #") && text.contains("\n有效期: 2027-03-04.. "))
    #expect(printed.output.contains(" --on 2027-03-04 --lang zh\n"))
  }

  @Test func takesTodayWhereNoDayIsGiven() throws {
    #expect(run("canteen", folder.path).code == 0)
    #expect(try #require(Recorded.read("\(folder.path)/canteen.yaml")).contains("\nin force: 2026-01-15.. "))
  }

  @Test("makes the folder where only that is missing", arguments: ["新 建", "it's", "a/", "$HOME"])
  func makesTheFolder(name: String) {
    let printed = CommandRun("new", "cn.city.canteen", "\(folder.path)/\(name)")
    #expect(printed.code == 0, "\(printed.errors)")
    #expect(SourceFile.names(in: "\(folder.path)/\(name)") == ["canteen.test.yaml", "canteen.yaml"])
    #expect(!printed.output.contains("//"))
  }

  @Test(arguments: [
    ("a b", "'a b'"), ("it's", "'it'\\''s'"), ("餐费=12.50", "餐费=12.50"), ("", "''"), ("$x", "'$x'"), ("[a]", "'[a]'"),
  ])
  func quotesForTheShell(word: String, quoted: String) { #expect(ShellWord.quoted(word) == quoted) }

  // MARK: What it will not do

  @Test("refuses ids that would not do", arguments: BadID.all, Language.allCases)
  func refusesBadIDs(_ bad: BadID, in language: Language) {
    let printed = run(bad.id, folder.path, "--lang", language.rawValue)
    #expect(printed.code == 2)
    #expect(printed.output == "")
    #expect(printed.errors.contains(bad.message[language]), "\(printed.errors)")
    #expect(printed.errors.contains("`\(bad.help)`"), "\(printed.errors)")
    #expect(SourceFile.names(in: folder.path) == [])
  }

  struct BadID: Sendable {
    let id: String
    let message: Wording
    /// The id that help proposes.
    let help: String

    static let all = [
      BadID(id: "cn.city canteen", message: Wording(en: "no spaces", zh: "不能有空格"), help: "cn.city-canteen"),
      BadID(id: "cn.city\u{3000}canteen", message: Wording(en: "no spaces", zh: "不能有空格"), help: "cn.city-canteen"),
      BadID(id: "cn．city", message: Wording(en: "`．` is a full-width", zh: "`．` 是全角字符"), help: "cn.city"),
      BadID(id: "cn。助餐", message: Wording(en: "`。` is a full-width", zh: "`。` 是全角字符"), help: "cn.助餐"),
      BadID(id: "cn..city", message: Wording(en: "is empty", zh: "是空的"), help: "cn.city"),
      BadID(id: "cn.city.", message: Wording(en: "is empty", zh: "是空的"), help: "cn.city"),
      BadID(id: "", message: Wording(en: "the id is empty", zh: "标识是空的"), help: "cn.city.subject"),
      BadID(id: ".", message: Wording(en: "is empty", zh: "是空的"), help: "cn.city.subject"),
      BadID(
        id: "canteen.yaml", message: Wording(en: "is the name of a file", zh: "是文件名"), help: "canteen"),
      BadID(
        id: "Policies/canteen.test.yaml", message: Wording(en: "is the name of a file", zh: "是文件名"), help: "canteen"),
      BadID(id: "cn/city", message: Wording(en: "and not `/`", zh: "不能有 `/`"), help: "cn.city"),
      BadID(id: "cn.a:b", message: Wording(en: "and not `:`", zh: "不能有 `:`"), help: "cn.city.subject"),
      BadID(id: "cn.-a", message: Wording(en: "begins with a letter", zh: "每一段须以"), help: "cn.a"),
      BadID(id: "1.5", message: Wording(en: "begins with a letter", zh: "须以字母或汉字开头"), help: "cn.city.subject"),
      BadID(id: "true", message: Wording(en: "YAML takes", zh: "在 YAML 中是一个值"), help: "cn.city.subject"),
    ]
  }

  @Test("never writes over a file", arguments: ["canteen.yaml", "canteen.test.yaml"])
  func neverWritesOver(name: String) throws {
    try folder.write("mine", to: name)
    let printed = run("cn.city.canteen", folder.path)
    #expect(printed.code == 2)
    #expect(printed.output == "")
    #expect(printed.errors.hasPrefix("error[file-exists]: there is a file `FOLDER/\(name)` already\n"))
    #expect(SourceFile.names(in: folder.path) == [name])
    #expect(Recorded.read("\(folder.path)/\(name)") == "mine")
  }

  @Test func doesNotWriteThroughALink() throws {
    try #require(symlink("elsewhere.yaml", "\(folder.path)/canteen.yaml") == 0)
    #expect(run("cn.city.canteen", folder.path).errors.hasPrefix("error[file-exists]"))
    #expect(SourceFile.names(in: folder.path) == ["canteen.yaml"])
  }

  @Test func refusesAnIdThatIsTaken() throws {
    #expect(run("cn.city.canteen", folder.path).code == 0)
    let other = run("cn.city.canteen", folder.path, "--in-force", "2027-01-01")
    #expect(other.code == 2)
    #expect(other.errors.contains("there is a policy `cn.city.canteen` already, in `FOLDER/canteen.yaml`"))
  }

  /// The first file is there when the second cannot be written.
  @Test func leavesNoHalfOfAPair() {
    let long = String(repeating: "a", count: 246)
    let printed = run("cn.\(long)", "\(folder.path)/new")
    #expect(printed.code == 2)
    #expect(printed.errors.contains("could not be written: File name too long"))
    #expect(SourceFile.names(in: folder.path) == [])
  }

  @Test("says what is wrong with a folder", arguments: ["/proc", "/proc/new", "/dev/null", "/nowhere/new"])
  func refusesAFolder(path: String) {
    let printed = CommandRun("new", "cn.city.canteen", path)
    #expect(printed.code == 2)
    #expect(printed.output == "")
    let expected = [
      "/proc": "`/proc/canteen.yaml` could not be written: ", "/proc/new": "`/proc/new` could not be written: ",
      "/dev/null": "`/dev/null` is a file, not a folder", "/nowhere/new": "there is no folder `/nowhere`",
    ]
    #expect(printed.errors.contains(expected[path] ?? "?"), "\(printed.errors)")
  }

  @Test(arguments: [
    (["--form", "essay"], "write `value` or"), (["--level", "village"], "write `national` or"),
    (["--in-force", "tomorrow"], "--in-force 2026-01-15"), (["--keys", "fr"], "write `zh` or `en`"),
    (["--form", "rule", "--implements", "cn.x"], "`--form` and `--implements` cannot be used together"),
    (["--amends", "cn.x", "--implements", "cn.x"], "`--implements` and `--amends` cannot be used together"),
  ])
  func refusesWrongUse(words: [String], message: String) {
    let printed = CommandRun(["new", "cn.city.canteen", folder.path] + words)
    #expect(printed.code == 2)
    #expect(printed.errors.contains(message), "\(printed.errors)")
    #expect(SourceFile.names(in: folder.path) == [])
  }
}
