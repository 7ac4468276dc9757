import Diagnostics
import FEEL

/// Questions to one applicant, one at a time, until the outcome is settled: only what can still change it is asked.
///
/// A value: a copy goes on by itself, and nothing is kept anywhere else.
///
/// ```swift
/// var interview = Interview(program, on: day)
/// while let question = interview.next {
///   print(question.text[.zh])
///   do { try interview.answer(readLine() ?? "") } catch { print(error.message[.zh]) }
/// }
/// print(TextReport(interview.outcome, language: .zh).text)
/// ```
public struct Interview: Sendable {
  public let program: Program
  /// The day for which is decided.
  public let day: CalendarDate
  /// What is decided by what is known so far.
  public private(set) var outcome: Outcome
  /// What to ask now; nothing once the outcome is settled, or once all that it still depends on was skipped.
  public private(set) var next: Question?
  private(set) var sheet: AnswerSheet
  private let order: QuestionOrder

  /// - Parameters:
  ///   - day: the day for which is decided; see ``Program/decide(_:on:)``.
  ///   - facts: what is known before anything is asked.
  public init(_ program: Program, on day: CalendarDate, given facts: Facts? = nil) {
    self.init(
      AnswerSheet(program, on: day, given: facts ?? Facts(checked: [:], judgements: [:], overrides: [:])))
  }

  /// - Parameter asking: whether it is worked out what to ask first.
  init(_ sheet: AnswerSheet, asking: Bool = true) {
    program = sheet.program
    day = sheet.day
    self.sheet = sheet
    order = QuestionOrder(sheet.program, on: sheet.day)
    outcome = sheet.program.decide(sheet.facts, on: sheet.day)
    if asking { advance() }
  }

  /// What is known: what was given, and what was answered. Fields of items that nobody knows are unknown.
  public var facts: Facts { sheet.known }

  /// The facts that were asked and are not known, as open facts of an outcome are named.
  public var skipped: [String] { sheet.openPlaces.map(\.name).filter(sheet.skipped.contains) }

  /// How many answers there are, those skipped among them.
  public var answerCount: Int { sheet.entries.count }

  // MARK: Answering

  /// Answers the question in words, as a caseworker types them in either language.
  ///
  /// - Throws: what is wrong with the answer and what to write; nothing is lost, and the question stands.
  public mutating func answer(_ text: String) throws(Diagnostic) {
    guard let question = next else { return }
    try put(try reply(to: question, text))
  }

  /// Answers the question with a value: of a list the whole list, or the number of its items; of a judgement, after its
  /// value, the name of who made it, and then the day.
  ///
  /// - Throws: why the value is no answer; the question stands.
  public mutating func answer(_ value: Value) throws(Diagnostic) {
    guard let question = next else { return }
    try put(try reply(to: question, value))
  }

  /// Nobody knows: it is not asked again, and the interview goes on with what else may settle the outcome.
  public mutating func skip() {
    guard let question = next, let place = sheet.pendingPlace ?? sheet.place(named: question.name) else { return }
    sheet.put(AnswerSheet.Entry(place: place, kind: question.kind, reply: .skipped))
    decideAnew()
  }

  /// Takes the last answer back, or the last skipping, and asks that question again.
  /// - Returns: whether there was one.
  @discardableResult
  public mutating func back() -> Bool {
    guard sheet.takeBack() else { return false }
    decideAnew()
    return true
  }

  private mutating func put(_ reply: AnswerSheet.Reply) throws(Diagnostic) {
    guard let question = next, let place = sheet.pendingPlace ?? sheet.place(named: question.name) else { return }
    let entry = AnswerSheet.Entry(place: place, kind: question.kind, reply: reply)
    if let problem = sheet.problem(with: entry) { throw problem }
    sheet.put(entry)
    decideAnew()
  }

  // MARK: Asking

  private mutating func decideAnew() {
    outcome = program.decide(sheet.facts, on: day)
    advance()
  }

  private mutating func advance() {
    next = nextQuestion()
  }

  /// What the outcome hangs on and has not been asked.
  var unasked: [AnswerPlace] {
    guard outcome.status == .undetermined else { return [] }
    let open = Set(outcome.openFacts)
    return sheet.openPlaces.filter { open.contains($0.name) && !sheet.skipped.contains($0.name) }
  }

  /// The places in the order in which they settle soonest.
  var trials: [QuestionOrder.Trial] { order.trials(unasked, sheet) }

  private func nextQuestion() -> Question? {
    let maker = QuestionMaker(sheet, outcome, unasked: unasked)
    if let pending = sheet.pending {
      return maker.question(AnswerPlace(pending.fact), pending.by == nil ? .judge : .day)
    }
    // A list that has been begun is gone through first, person by person.
    if let last = sheet.entries.last, let begun = unasked.first(where: { !$0.steps.isEmpty && last.isAbout($0.fact) }) {
      return maker.question(begun)
    }
    guard let best = trials.first else { return nil }
    return maker.question(best.place, maySettle: best.maySettle)
  }
}

extension AnswerSheet.Entry {
  func isAbout(_ fact: Fact) -> Bool {
    name == fact.name || name.hasPrefix(fact.name + "[") || name.hasPrefix(fact.name + ".")
  }
}
