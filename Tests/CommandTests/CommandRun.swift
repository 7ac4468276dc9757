import Huimin
import TestSupport

@testable import HuiminCommand

/// One run of the command line, as a shell would see it.
struct CommandRun {
  let code: Int32
  let output: String
  let errors: String

  /// Runs the tool on the shipped policies and files that exist only for the test.
  ///
  /// - Parameters:
  ///   - words: the command line after the program's name; `Policies/…` stands for the checkout's folder.
  ///   - input: standard input.
  ///   - files: texts by path, beside the files of the disk.
  init(
    _ words: String..., input: String = "", files: [String: String] = [:], isInteractive: Bool = false,
    showsErrorsToPerson: Bool = false
  ) {
    self.init(
      words, input: input, files: files, isInteractive: isInteractive, showsErrorsToPerson: showsErrorsToPerson)
  }

  init(
    _ words: [String], input: String = "", files: [String: String] = [:], isInteractive: Bool = false,
    showsErrorsToPerson: Bool = false
  ) {
    var console = CommandRun.console(input: input, files: files, isInteractive: isInteractive)
    console.showsErrorsToPerson = showsErrorsToPerson
    let placed = words.map { $0.hasPrefix("Policies") ? "\(Checkout.root)/\($0)" : $0 }
    code = Tool.run(placed, console)
    output = console.output.text.replacing("\(Checkout.root)/", with: "")
    errors = console.errors.text.replacing("\(Checkout.root)/", with: "")
  }

  /// A console that keeps what is written.
  static func console(
    output: Console.Channel = Console.Channel(descriptor: nil), input: String = "", files: [String: String] = [:],
    isInteractive: Bool = false
  ) -> Console {
    let lines = Lines(input)
    return Console(
      output: output, errors: Console.Channel(descriptor: nil), language: .en, colorsOutput: false,
      colorsErrors: false, width: 80, isInteractive: isInteractive, environment: { _ in nil },
      read: { path throws(Unreadable) in
        if path == "-" { return Array(input.utf8) }
        if let text = files[path] { return Array(text.utf8) }
        return try SourceFile.read(path)
      },
      lines: { lines.next().map { .text($0) } ?? .end }, today: { CalendarDate(year: 2026, month: 1, day: 15) })
  }

  private init(code: Int32, output: String, errors: String) {
    self.code = code
    self.output = output
    self.errors = errors
  }

  /// The same with another text for one that differs from run to run, such as the path of a folder.
  func replacing(_ text: String, with other: String) -> CommandRun {
    CommandRun(
      code: code, output: output.replacing(text, with: other), errors: errors.replacing(text, with: other))
  }

  private final class Lines {
    private var rest: [Substring]

    init(_ text: String) {
      rest = text.split(separator: "\n", omittingEmptySubsequences: false)[...].dropLast(text.hasSuffix("\n") ? 1 : 0)
        .map { $0 }
    }

    func next() -> String? { rest.isEmpty ? nil : String(rest.removeFirst()) }
  }
}
