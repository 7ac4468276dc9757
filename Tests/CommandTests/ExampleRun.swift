import Huimin
import TestSupport
import Testing

@testable import HuiminCommand

/// What is said of an example on the page of a code, where it is run as its reader would run it.
struct ExampleRun {
  /// The codes of all diagnostics, errors and warnings.
  let codes: [String]

  /// - Returns: nothing for an example that is only told of.
  init?(_ example: CodeExample) throws {
    switch example {
    case .policy(let text): codes = try ExampleRun.check(text).map(\.code)
    case .decision(let policy, let record, let day): codes = try ExampleRun.decide(policy, record, on: day)
    case .tests(let policy, let file): codes = try ExampleRun.test(policy, file)
    case .expression(let text):
      // No day is given, so that what needs one can be shown.
      var evaluation = FeelEvaluation(Context(), day: nil)
      evaluation.defineStandardNames()
      codes = evaluation.evaluateForReader(text).remarks.map(\.code)
    case .request(let line):
      let run = CommandRun("feel", "--ndjson", input: line + "\n")
      codes = run.output.matches(of: /"code":"([a-z-]+)"/).map { String($0.1) }
    case .yaml(let text): codes = ExampleRun.read(text, as: "example.yaml")
    case .json(let text): codes = ExampleRun.read(text, as: "example.json")
    case .command(let text): codes = try ExampleRun.run(text)
    case .told: return nil
    }
  }

  private static func check(_ text: String) throws -> [Diagnostic] {
    let sheet = ExampleSheet(text)
    guard !sheet.files.isEmpty else {
      return PolicyLibrary(reading: ExampleSheet.withHead(text), file: "policy.yaml").diagnostics
    }
    let folder = TemporaryFolder()
    try sheet.write(to: folder)
    return PolicyLibrary(loading: [folder.path]).diagnostics
  }

  private static func decide(_ policy: String, _ record: String, on day: String) throws -> [String] {
    let library = PolicyLibrary(reading: ExampleSheet.withHead(policy), file: "policy.yaml")
    let program = try #require(library.programs.first, "\(library.diagnostics)")
    let day = try #require(CalendarDate(day))
    do throws(Unreadable) {
      let facts = try Facts(Document.read(Array(record.utf8), file: "record.yaml"), for: program)
      return program.decide(facts, on: day).diagnostics.map(\.code)
    } catch {
      return error.diagnostics.map(\.code)
    }
  }

  private static func test(_ policy: String, _ text: String) throws -> [String] {
    let library = PolicyLibrary(reading: ExampleSheet.withHead(policy), file: "policy.yaml")
    let file: PolicyTestFile
    do throws(Unreadable) {
      file = try PolicyTestFile(Document.read(Array(text.utf8), file: "policy.test.yaml"))
    } catch {
      return error.diagnostics.map(\.code)
    }
    return try library.run(file).flatMap { $0.differences.map(\.code) }
  }

  private static func read(_ text: String, as file: String) -> [String] {
    do throws(Unreadable) {
      _ = try Document.read(Array(text.utf8), file: file)
      return []
    } catch {
      return error.diagnostics.map(\.code)
    }
  }

  private static func run(_ text: String) throws -> [String] {
    let sheet = ExampleSheet(text)
    let folder = TemporaryFolder()
    try sheet.write(to: folder)
    let line = try #require(sheet.command)
    let names = sheet.files.map(\.name)
    let words = line.map { $0 == "." ? folder.path : names.contains($0) ? "\(folder.path)/\($0)" : $0 }
    return CommandRun(words).errors.matches(of: /(?:error|warning)\[([a-z-]+)\]/).map { String($0.1) }
  }
}

/// An example of several parts: files, each below a comment with its name, and a command line that reads them.
struct ExampleSheet {
  private(set) var files: [(name: String, text: String)] = []
  /// The words after `$ huimin`.
  private(set) var command: [String]?

  init(_ text: String) {
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if let name = line.wholeMatch(of: /# (\S+\.(?:yaml|json|csv))/)?.1 {
        files.append((String(name), ""))
      } else if line.hasPrefix("$ huimin ") {
        command = ExampleSheet.shellWords(line.dropFirst("$ huimin ".count))
      } else if !files.isEmpty {
        files[files.count - 1].text += line + "\n"
      }
    }
  }

  func write(to folder: TemporaryFolder) throws {
    for file in files { try folder.write(ExampleSheet.withHead(file.text), to: file.name) }
  }

  /// A policy with the head that examples leave out; any other text as it is.
  static func withHead(_ text: String) -> String {
    let lines = text.split(separator: "\n")
    let isHeadless =
      lines.contains { $0.hasPrefix("decisions:") }
      && !lines.contains { $0.hasPrefix("policy:") || $0.hasPrefix("module:") }
    return isHeadless ? "policy: example.policy\ntitle: Example\nin force: 2026-01-01..\n" + text : text
  }

  /// Words apart, those in single quotes together.
  private static func shellWords(_ line: Substring) -> [String] {
    line.split(separator: "'", omittingEmptySubsequences: false).enumerated().flatMap { position, part in
      position % 2 == 1 ? [String(part)] : part.split(separator: " ").map(String.init)
    }
  }
}
