import Huimin

/// Reads what is written at the prompt: an expression or a command, over as many lines as it takes.
final class StatementReader {
  enum Statement {
    case text(String)
    /// The user thought better of it.
    case dropped
    case unreadable(Diagnostic)
    case end
  }

  private let console: Console
  private let editor: LineEditor?
  /// Where statements are kept; `nil` where they are not, or once that has failed.
  private var history: HistoryFile?

  init(_ console: Console) {
    self.console = console
    editor =
      console.canEdit ? LineEditor(historyCount: HistoryFile.mostEntries, write: { console.write($0) }) : nil
    history = editor == nil ? nil : HistoryFile(console.environment)
    attempt { history throws(Diagnostic) in
      for entry in try history.entries() { editor?.remember(entry) }
    }
  }

  /// The next statement as it was written.
  func next(in evaluation: FeelEvaluation) -> Statement {
    var text = ""
    var prompt = "feel> "
    while true {
      let line: String
      switch read(prompt, after: text, evaluation) {
      case .text(let more): line = more
      case .end where !text.isEmpty:
        console.write("\n")
        line = ""
      case let other: return other
      }
      if !text.isEmpty, line.allSatisfy(\.isWhitespace) { break }
      text += text.isEmpty ? line : "\n" + line
      guard console.isInteractive, evaluation.isUnfinished(PromptCommand.expression(in: text) ?? "") else { break }
      prompt = "  ... "
    }
    if !text.hasPrefix(" ") { keep(text) }
    return .text(text)
  }

  private func read(_ prompt: String, after earlier: String, _ evaluation: FeelEvaluation) -> Statement {
    if let editor {
      let vocabulary = Vocabulary(evaluation)
      let earlier = earlier.isEmpty ? "" : earlier + "\n"
      return switch editor.line(prompt: prompt, complete: { Completion(of: $0, after: earlier, in: vocabulary) }) {
      case .text(let line): .text(line)
      case .interrupted: .dropped
      case .end: .end
      }
    }
    if console.isInteractive { console.write(prompt) }
    return switch console.lines() {
    case .text(let line): .text(line)
    case .unreadable(let problem): .unreadable(problem)
    case .end: .end
    }
  }

  private func keep(_ text: String) {
    guard let editor, !text.allSatisfy(\.isWhitespace) else { return }
    editor.remember(text)
    attempt { history throws(Diagnostic) in try history.append(text) }
  }

  /// Does something with the history; where that fails, says so once and goes on without.
  private func attempt(_ body: (HistoryFile) throws(Diagnostic) -> Void) {
    guard let history else { return }
    do throws(Diagnostic) {
      try body(history)
    } catch {
      console.report(error)
      self.history = nil
    }
  }
}
