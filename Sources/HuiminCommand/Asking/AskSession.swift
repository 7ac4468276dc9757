import Huimin

/// An interview with the person at the terminal, or with the lines that a program hands in.
struct AskSession {
  private let console: Console
  private let isJSON: Bool
  private let lines: AnswerLines
  private var interview: Interview
  private var files: AskFiles
  private var page: AskPage
  /// Whether the last saving failed; it is told once.
  private var hasFailedToSave = false

  init(_ interview: Interview, _ files: AskFiles, isJSON: Bool, _ console: Console) {
    self.console = console
    self.isJSON = isJSON
    self.interview = interview
    self.files = files
    lines = AnswerLines(console)
    page = AskPage(console)
  }

  private enum Ending {
    /// Settled, or nothing more to be asked, or no more lines.
    case finished
    case left
    case interrupted
  }

  /// - Returns: the exit code.
  mutating func run() -> Int32 {
    if !isJSON { console.write(page.heading(of: interview)) }
    switch ask() {
    case .finished:
      finish()
      return interview.outcome.status == .failed || hasFailedToSave ? 2 : 0
    case .left: return leave() ? 0 : 2
    case .interrupted: return leave() ? 130 : 2
    }
  }

  // MARK: Asking

  private mutating func ask() -> Ending {
    var shown = -1
    while true {
      guard let question = interview.next else {
        if console.isInteractive, !isJSON, interview.answerCount > 0, mayChange() {
          shown = -1
          continue
        }
        return .finished
      }
      if shown != interview.answerCount {
        shown = interview.answerCount
        show(question)
      }
      switch lines.next("> ", for: question) {
      case .interrupted: return .interrupted
      case .end:
        guard console.isInteractive else { return .finished }
        console.write("\n")
        return .left
      case .unreadable(let problem):
        tell(problem)
        if problem.code == "not-readable" { return .finished }
      case .text(let line):
        if !take(line, question, &shown) { return .left }
      }
    }
  }

  private func show(_ question: Question) {
    if isJSON { return write("question", question.json) }
    console.write(
      QuestionPage(
        question, language: console.language, width: console.width, isColored: console.colorsOutput
      ).text)
  }

  /// - Returns: whether the interview goes on.
  private mutating func take(_ line: String, _ question: Question, _ shown: inout Int) -> Bool {
    let isMember = question.members.contains { [$0.name, $0.label.zh, $0.label.en].contains(line) }
    if line.allSatisfy(\.isWhitespace) {
      if !isJSON { console.write(page.emptyLine) }
    } else if !isMember, let word = AskWord(line, isToText: question.type == .text) {
      return perform(word, &shown)
    } else {
      do throws(Diagnostic) {
        try interview.answer(line)
        changed()
      } catch {
        tell(error)
      }
    }
    return true
  }

  private mutating func perform(_ word: AskWord, _ shown: inout Int) -> Bool {
    switch word {
    case .quit: return false
    case .help: if !isJSON { console.write(page.help) }
    case .skip:
      interview.skip()
      changed()
    case .back:
      if interview.back() {
        shown = -1
        save()
      } else if !isJSON {
        console.write(page.nothingBefore)
      }
    case .save(let path): saveAsked(to: path)
    }
    return true
  }

  private mutating func changed() {
    if !isJSON, let last = interview.lastAnswer { console.write(page.understood(last.label, last.answer)) }
    save()
  }

  /// Before the outcome is shown the last answer can be mended.
  private mutating func mayChange() -> Bool {
    console.write(page.settled(interview))
    guard case .text(let line) = lines.next("> ", for: nil), AskWord(line) == .back else { return false }
    let isBack = interview.back()
    save()
    return isBack
  }

  // MARK: Saving and ending

  private mutating func save() {
    do throws(Unreadable) {
      try files.keep(interview)
      hasFailedToSave = false
    } catch {
      if !hasFailedToSave { console.report(error.diagnostics) }
      hasFailedToSave = true
    }
  }

  private mutating func saveAsked(to path: String?) {
    do throws(Unreadable) {
      if let path { try files.saveTo(path) }
    } catch {
      return console.report(error.diagnostics)
    }
    guard let save = files.save else { return tell(AskPage.noFile) }
    hasFailedToSave = false
    self.save()
    if !hasFailedToSave, !isJSON { console.write(page.saved(save)) }
  }

  /// - Returns: whether what was to be saved is.
  private mutating func leave() -> Bool {
    hasFailedToSave = false
    save()
    let saved = hasFailedToSave ? nil : files.save
    if isJSON {
      let count = JSON.number(String(interview.answerCount))
      write("left", .object([("answers", count), ("saved", saved.map { .string($0) } ?? .null)]))
    } else {
      console.write(page.left(interview, saved: saved))
    }
    return !hasFailedToSave
  }

  private mutating func finish() {
    save()
    let outcome = interview.outcome
    if isJSON {
      write("outcome", Receipt(outcome).json)
    } else {
      console.write("\n")
      console.write(
        TextReport(outcome, language: console.language, width: console.width, isColored: console.colorsOutput).text)
    }
    do throws(Unreadable) {
      let comment = "\(interview.program.policy.id)  \(interview.day)"
      try files.write(record: interview, comment: comment)
      if let record = files.record, !isJSON { console.write(page.recorded(record)) }
    } catch {
      hasFailedToSave = true
      console.report(error.diagnostics)
    }
  }

  private func tell(_ problem: Diagnostic) {
    if isJSON { return write("problem", problem.json) }
    console.report(problem)
  }

  private func write(_ name: String, _ json: JSON) { console.write(JSON.object([(name, json)]).compact + "\n") }
}
