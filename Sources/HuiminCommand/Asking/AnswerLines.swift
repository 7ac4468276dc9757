import Huimin

/// Reads answers: at a terminal with editing and completion, otherwise a line each.
final class AnswerLines {
  enum Line {
    case text(String)
    case unreadable(Diagnostic)
    case interrupted
    case end
  }

  private let console: Console
  /// What applicants say is kept in no history.
  private let editor: LineEditor?

  init(_ console: Console) {
    self.console = console
    editor = console.canEdit ? LineEditor(historyCount: 1, write: { console.write($0) }) : nil
  }

  /// - Parameter question: the one that is answered, for completion.
  func next(_ prompt: String, for question: Question?) -> Line {
    if let editor {
      let language = console.language
      let line = editor.line(prompt: prompt) { AnswerLines.completion(of: $0, for: question, language) }
      return switch line {
      case .text(let text): .text(text)
      case .interrupted: .interrupted
      case .end: .end
      }
    }
    if console.isInteractive { console.write(prompt) }
    return switch console.lines() {
    case .text(let text): .text(text)
    case .unreadable(let problem): .unreadable(problem)
    case .end: .end
    }
  }

  /// The members of a choice, yes and no, and the words that are no answers.
  static func completion(of line: String, for question: Question?, _ language: Language) -> Completion {
    let start = line.lastIndex { "、，,；;".contains($0) }.map { line.index(after: $0) } ?? line.startIndex
    let part = line[start...].drop { $0 == " " }
    var candidates = question?.members.map { $0.label[language] } ?? []
    if case .boolean? = question?.type { candidates = language == .zh ? ["是", "否"] : ["yes", "no"] }
    if start == line.startIndex { candidates += AskWord.words(language) }
    let found = candidates.filter { $0.hasPrefix(part) && !$0.unicodeScalars.contains(where: Quotation.isControl) }
    return Completion(candidates: found, length: part.unicodeScalars.count)
  }
}
