import Huimin
import TestSupport

@testable import HuiminCommand

/// An interview as its page shows it: a command line behind `$ huimin`, and what stands on the screen of somebody who
/// types the lines behind `> `.
struct InterviewRun {
  /// The page with what is asked and said now.
  let page: String
  let code: Int32

  /// - Parameters:
  ///   - page: the page as it was; of it the first line and the answers are taken.
  ///   - folder: where files are written that the command line names.
  init(_ page: String, in folder: TemporaryFolder) {
    let lines = page.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let command = lines.first ?? ""
    var answers = lines.dropFirst().filter { $0 == ">" || $0.hasPrefix("> ") }.map { String($0.dropFirst(2)) }[...]
    let screen = Console.Channel(descriptor: nil)
    let console = Console(
      output: screen, errors: screen, language: .en, colorsOutput: false, colorsErrors: false, width: 80,
      isInteractive: true, environment: { _ in nil }, read: { path throws(Unreadable) in try SourceFile.read(path) },
      lines: {
        guard let answer = answers.popFirst() else { return .end }
        screen.write(answer + "\n")
        return .text(answer)
      }, today: { CalendarDate(year: 2026, month: 1, day: 15) })
    let words = command.split(separator: " ").dropFirst(2).map { word in
      word.hasPrefix("Policies")
        ? "\(Checkout.root)/\(word)" : word.hasSuffix(".json") ? "\(folder.path)/\(word)" : String(word)
    }
    code = Tool.run(words, console)
    // An empty answer leaves nothing behind the prompt.
    let shown = screen.text.replacing("\(folder.path)/", with: "").split(
      separator: "\n", omittingEmptySubsequences: false
    )
    .map { $0 == "> " ? ">" : $0 }.joined(separator: "\n")
    self.page = "\(command)\n\(shown)"
  }
}
