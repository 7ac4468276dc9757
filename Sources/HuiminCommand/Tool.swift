import Huimin

/// The command line as a whole: finds the command, reads its arguments, runs it.
enum Tool {
  /// Every command, in the order in which help lists them.
  static let commands: [Command] = [
    .decide, .ask, .batch, .replay, .redact, .new, .check, .test, .format, .explainCode, .feel, .completions,
  ]

  /// Runs one command line.
  /// - Returns: 0 done, 1 a check or test failed, 2 wrong use or broken input.
  static func run(_ words: [String], _ console: Console) -> Int32 {
    var console = console
    if let language = Arguments.language(in: words) { console.language = language }
    let words = Arguments.withoutLeadingLanguage(words)
    guard let first = words.first else {
      console.write(Help.overview(console.language))
      return 0
    }
    switch first {
    case "--help", "-h":
      console.write(Help.overview(console.language))
      return 0
    case "help": return help(words.dropFirst().first, console)
    case "--version":
      console.write("huimin \(Engine.version) (policy language \(Engine.languageVersion))\n")
      return 0
    default: break
    }
    guard let command = commands.first(where: { $0.name == first }) else {
      console.report(unknown(first))
      return 2
    }
    return run(command, Array(words.dropFirst()), console)
  }

  private static func run(_ command: Command, _ words: [String], _ console: Console) -> Int32 {
    if words.prefix(while: { $0 != "--" }).contains(where: { $0 == "--help" || $0 == "-h" }) {
      console.write(Help.page(of: command, console.language))
      return 0
    }
    do throws(Diagnostic) {
      return command.run(try Arguments(words, of: command), console)
    } catch {
      console.report(error)
      return 2
    }
  }

  private static func help(_ name: String?, _ console: Console) -> Int32 {
    guard let name, !name.hasPrefix("-") else {
      console.write(Help.overview(console.language))
      return 0
    }
    guard let command = commands.first(where: { $0.name == name }) else {
      console.report(unknown(name))
      return 2
    }
    console.write(Help.page(of: command, console.language))
    return 0
  }

  private static func unknown(_ word: String) -> Diagnostic {
    Diagnostic(
      "usage", message: Wording(en: "there is no command `\(word)`", zh: "没有命令 `\(word)`"),
      help: Suggestion.didYouMean(word, among: commands.map(\.name))
        ?? Wording(en: "run `huimin --help`", zh: "运行 `huimin --help`"))
  }
}
