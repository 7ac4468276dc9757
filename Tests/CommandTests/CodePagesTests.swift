import Glibc
import Huimin
import TestSupport
import Testing

@testable import HuiminCommand

@Suite("The catalogue of codes")
struct CodePagesTests {
  static let pages = CodeRoom.all.flatMap(\.pages)

  /// Words joined by hyphens that are no codes: commands, forms of rules, and what libedit calls its functions.
  private static func isNoCode(_ word: String) -> Bool {
    Tool.commands.contains { $0.name == word } || ["ed-", "em-", "huimin-"].contains { word.hasPrefix($0) }
      || StartingForm(rawValue: word) != nil
  }

  /// The codes that stand in the sources as diagnostics are made of them: every literal of words joined by hyphens, and
  /// single words where a code is wanted.
  private static func codesInSources() throws -> Set<String> {
    let folder = "\(Checkout.root)/Sources"
    let files = SourceFile.files(below: folder, endingIn: [".swift"]).filter { !$0.contains("/Guide/Codes/") }
    var codes: Set<String> = []
    for file in files {
      let text = try #require(Recorded.read(file))
      let joined = text.matches(of: /"([a-z]+(?:-[a-z0-9]+)+)"/).map { String($0.1) }
      let single = text.matches(of: /(?:Diagnostic|report|problem|refusal)\(\s*"([a-z]+)"/).map { String($0.1) }
      codes.formUnion(joined.filter { !isNoCode($0) } + single)
    }
    return codes
  }

  @Test func holdsEveryCodeThatCanBeMetAndNoOther() throws {
    let found = try Self.codesInSources()
    let known = Set(CodeRoom.codes)
    #expect(found.subtracting(known).sorted() == [], "codes without a page")
    #expect(known.subtracting(found).sorted() == [], "pages of codes that no source holds")
    #expect(CodeRoom.codes.count == known.count)
    #expect(known.count > 100)
  }

  // MARK: Examples

  /// What no text can show. Whatever can be written down belongs on its page as an example.
  static let told: Set<String> = [
    "batch-changed", "broken-batch", "broken-off", "file-exists", "history", "no-candidate", "no-case", "not-formatted",
    "not-readable", "not-utf8", "not-written",
    "too-large", "too-long", "too-many-errors",
  ]

  /// The broken rule is told of beside it.
  private static let companions = ["broken-policy": ["unknown-name"]]

  @Test("shows the code by what is to be avoided, and mends it", arguments: pages)
  func showsTheCode(_ page: CodePage) throws {
    guard let avoid = try ExampleRun(page.avoid), let prefer = try ExampleRun(page.prefer) else {
      return #expect(Self.told.contains(page.code))
    }
    #expect(!Self.told.contains(page.code))
    #expect(Set(avoid.codes) == Set([page.code] + (Self.companions[page.code] ?? [])))
    #expect(prefer.codes == [])
  }

  @Test func tellsOfWhatOnlyBytesAndMachinesShow() throws {
    func codes(_ read: () throws -> Void) -> [String] {
      do { try read() } catch { return (error as? Unreadable)?.diagnostics.map(\.code) ?? [] }
      return []
    }
    #expect(codes { _ = try Document.read([0xCA, 0xD0], file: "gbk.yaml") } == ["not-utf8"])
    var limits = ReadingLimits()
    limits.bytes = 4
    #expect(codes { _ = try Document.read(Array("a: 12".utf8), file: "a.yaml", limits: limits) } == ["too-large"])
    let folder = TemporaryFolder()
    try #require(symlink("circle.yaml", "\(folder.path)/circle.yaml") == 0)
    #expect(codes { _ = try SourceFile.read("\(folder.path)/circle.yaml") } == ["not-readable"])
    let entries = (0...1000).map { "a\($0): 1" }.joined(separator: ", ")
    #expect(FeelEvaluation(Context(), day: nil).evaluate("{\(entries)}").errors.map(\.code) == ["too-long"])
  }

  @Test func tellsOfOutputThatCouldNotBeWritten() {
    let full = open("/dev/full", O_WRONLY)
    defer { close(full) }
    let console = CommandRun.console(output: Console.Channel(descriptor: full))
    console.write("decided")
    #expect(!console.finish())
    #expect(console.errors.text.contains("error[not-written]"))
  }

  // MARK: Wording

  @Test("is worded in both languages, in the house style", arguments: pages)
  func isWellWorded(_ page: CodePage) {
    for words in [page.summary, page.why] {
      let en = words[.en].replacing(/`[^`]*`/, with: "")
      #expect(en.unicodeScalars.allSatisfy { $0.value < 0x2E80 }, "Chinese in the English of \(page.code)")
      #expect(words[.zh].unicodeScalars.contains { $0.value >= 0x4E00 })
    }
    #expect(page.summary[.en].first?.isUppercase != true && !page.summary[.en].hasSuffix("."))
    #expect(!page.summary[.zh].hasSuffix("。"))
    #expect(page.why[.en].hasSuffix(".") && page.why[.zh].hasSuffix("。"))
    #expect(page.why[.en].contains("  ") == false)
  }

  // MARK: The command

  @Test(arguments: Language.allCases)
  func listsAll(in language: Language) throws {
    let run = CommandRun("explain-code", "--lang", language.rawValue)
    #expect(run.code == 0)
    for page in Self.pages { #expect(run.output.contains("  \(page.code) ")) }
    try Recorded.expect(run.output, matches: "\(Checkout.tests)/CommandTests/Pages/codes.\(language.rawValue).txt")
  }

  @Test(
    arguments: ["not-in-force", "unfilled-term", "broken-policy", "no-expectation", "too-large"], Language.allCases)
  func showsAPage(of code: String, in language: Language) throws {
    let run = CommandRun("explain-code", code, "--lang", language.rawValue)
    #expect(run.code == 0)
    try Recorded.expect(
      run.output, matches: "\(Checkout.tests)/CommandTests/Pages/code.\(code).\(language.rawValue).txt")
  }

  @Test(arguments: Language.allCases, [40, 60, 80])
  func fitsTheTerminal(in language: Language, width: Int) throws {
    let pages = CodePages(language: language, width: width)
    func widest(_ text: String) -> Int { text.split(separator: "\n").map { TextWidth.of($0) }.max() ?? 0 }
    #expect(widest(pages.overview) <= width)
    // Examples stand as they were written, whatever the terminal.
    guard width == 80 else { return }
    for code in CodeRoom.codes { #expect(widest(try pages.page(of: code)) <= width, "\(code)") }
  }

  @Test func makesTheInvisibleVisible() {
    #expect(CommandRun("explain-code", "forbidden-character").output.contains("  户籍: 本市\\u{FEFF}\n"))
  }

  @Test(arguments: ["[cycle]", "error[cycle]", "error[cycle]:", "错误[cycle]"])
  func takesWhatIsCopiedFromATerminal(_ written: String) {
    #expect(CommandRun("explain-code", written).output == CommandRun("explain-code", "cycle").output)
  }

  @Test func suggestsTheCodeThatWasMeant() {
    let run = CommandRun("explain-code", "unknwon-name")
    #expect(run.code == 2)
    #expect(run.output == "")
    #expect(run.errors == "error[usage]: there is no code `unknwon-name`\n  help: did you mean `unknown-name`?\n")
    #expect(CommandRun("explain-code", "xyz", "--lang", "zh").errors.contains("`huimin explain-code` 列出全部代码"))
    for nothing in ["", "[", "[]"] { #expect(CommandRun("explain-code", nothing).code == 2) }
  }

  @Test func completesCodes() {
    #expect(Completions.bash().contains("operands=\"empty-document several-documents "))
    #expect(Completions.zsh().contains("'*:word:(empty-document several-documents "))
    #expect(Completions.fish().contains("explain-code' -f -a 'empty-document several-documents "))
  }
}
