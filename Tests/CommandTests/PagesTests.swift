import Huimin
import TestSupport
import Testing

@testable import HuiminCommand

/// Help, version and completions, each page stored in `Pages`.
@Suite("Pages that teach")
struct PagesTests {
  static let pages: [(name: String, words: [String])] =
    [("overview", ["--help"])] + Tool.commands.map { ($0.name, [$0.name, "--help"]) }

  @Test(arguments: pages, Language.allCases)
  func teach(_ page: (name: String, words: [String]), in language: Language) throws {
    let run = CommandRun(page.words + ["--lang", language.rawValue])
    #expect(run.code == 0)
    try Recorded.expect(
      run.output, matches: "\(Checkout.tests)/CommandTests/Pages/\(page.name).\(language.rawValue).txt")
    let widest = run.output.split(separator: "\n").map { TextWidth.of($0) }.max() ?? 0
    #expect(widest <= 120)
  }

  @Test(arguments: ["bash", "zsh", "fish"])
  func complete(_ shell: String) throws {
    let run = CommandRun("completions", shell)
    #expect(run.code == 0)
    for command in Tool.commands {
      #expect(run.output.contains(command.name))
      for option in command.options { #expect(run.output.contains(option.name.dropFirst(2))) }
    }
    try Recorded.expect(run.output, matches: "\(Checkout.tests)/CommandTests/Pages/completions.\(shell).txt")
  }

  @Test func namesItsVersion() {
    #expect(CommandRun("--version").output == "huimin \(Engine.version) (policy language \(Engine.languageVersion))\n")
    #expect(CommandRun("completions", "tcsh").code == 2)
    #expect(CommandRun("help", "nothing").code == 2)
  }
}
