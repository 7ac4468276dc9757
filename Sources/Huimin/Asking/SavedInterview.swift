import Diagnostics
import FEEL
import PolicySource

/// An interview as it was saved: which policy and day it is about, what was given, and the answers in their order.
public struct SavedInterview: Sendable {
  /// The id of the policy.
  public let policy: String
  /// SHA-256 of the policy's file and of those above it, as they were.
  let hashes: [String]
  /// The day for which is decided.
  public let day: CalendarDate
  let file: String
  let given: Node?
  let answers: [Node]

  /// Reads what ``Interview/saved`` gives.
  ///
  /// - Parameter file: what to call it in diagnostics.
  /// - Throws: ``Unreadable`` where the text is no saved interview, or not a whole one.
  public init(_ text: String, file: String = "<interview>") throws(Unreadable) {
    try self.init(Document.read(Array(text.utf8), file: file, format: .json))
  }

  /// Reads it from a document that was read before.
  public init(_ document: Document) throws(Unreadable) {
    let root = document.root
    guard let interview = root["interview"], let policy = interview["policy"]?.scalarText,
      let day = interview["date"]?.scalarText.flatMap({ CalendarDate($0) }),
      case .sequence(let hashes)? = interview["sha256"]?.kind, case .sequence(let answers)? = root["answers"]?.kind
    else {
      throw Unreadable([
        Diagnostic(
          "broken-interview", location: root.location,
          message: Wording(en: "this is no saved interview", zh: "这不是已保存的问答"),
          help: Wording(en: "name a file that `huimin ask --save` wrote", zh: "请指定 `huimin ask --save` 写出的文件"))
      ])
    }
    self.policy = policy
    self.hashes = hashes.compactMap(\.scalarText)
    self.day = day
    self.answers = answers
    file = document.file
    given = root["given"]
  }
}

extension Interview {
  /// The interview as a JSON text, with a line end after the last line: the policy with its content hash, the day, what was
  /// given, and each answer in its order. Identical interviews give identical bytes.
  public var saved: String {
    JSON.object([
      (
        "interview",
        .object([
          ("policy", .string(program.policy.id)), ("sha256", .array(program.hashes.map { .string($0) })),
          ("date", .string(day.description)),
        ])
      ),
      ("given", sheet.given.json(in: program)),
      ("answers", .array(sheet.entries.map(\.json))),
    ]).pretty + "\n"
  }

  /// Goes on with an interview that was saved.
  ///
  /// Under a policy that has changed since, what still fits is kept: ``Resumed/notes`` say that it has changed, and name
  /// every answer that no longer fits.
  ///
  /// - Throws: ``Unreadable`` where it was saved under another policy.
  public static func resuming(_ saved: SavedInterview, under program: Program) throws(Unreadable) -> Resumed {
    guard saved.policy == program.policy.id else {
      throw Unreadable([
        Diagnostic(
          "broken-interview",
          message: Wording(
            en: "the interview is one of `\(Quotation.of(saved.policy))`, not of `\(program.policy.id)`",
            zh: "这份问答属于 `\(Quotation.of(saved.policy))`，不是 `\(program.policy.id)`"),
          help: Wording(en: "name that policy", zh: "请指定那份政策"))
      ])
    }
    var notes: [Diagnostic] = []
    if saved.hashes != program.hashes {
      notes.append(
        Diagnostic(
          "interview-changed", severity: .warning,
          message: Wording(
            en: "`\(program.policy.id)` has changed since the interview was saved",
            zh: "保存问答之后，`\(program.policy.id)` 有改动"),
          help: Wording(en: "answers that still fit are kept", zh: "仍然适用的回答已保留")))
    }
    var reader = FactReader(program)
    let values = saved.given.map { reader.facts($0) } ?? [:]
    notes += reader.diagnostics.map(\.asNote)
    let fitting = values.filter { name, value in
      var alone = FactReader(program)
      alone.requireRanges([name: value], [:])
      return alone.diagnostics.isEmpty
    }
    let given = Facts(
      checked: fitting, judgements: reader.judgements.filter { fitting[$0.key] != nil },
      overrides: reader.overrides)
    var sheet = AnswerSheet(program, on: saved.day, given: given)
    for node in saved.answers {
      guard let note = sheet.take(node) else { continue }
      notes.append(note)
      // A judgement without who made it, or when, is none.
      while sheet.pending != nil, sheet.takeBack() {}
    }
    return Resumed(interview: Interview(sheet), notes: notes)
  }

  /// An interview that goes on, and what is to be told about it.
  public struct Resumed: Sendable {
    public let interview: Interview
    /// Warnings: that the policy has changed, and each answer that was not kept.
    public let notes: [Diagnostic]
  }
}

extension Program {
  /// The content hashes of this policy and of those it builds on.
  fileprivate var hashes: [String] { layers.map(\.contentHash) }
}

extension Diagnostic {
  /// Something that is told and does not stand in the way.
  fileprivate var asNote: Diagnostic {
    Diagnostic(code, severity: .warning, span: span, location: location, message: message, help: help)
  }
}

extension AnswerSheet {
  /// Puts down an answer from a file.
  /// - Returns: why it is not kept.
  fileprivate mutating func take(_ node: Node) -> Diagnostic? {
    guard let name = node["fact"]?.scalarText else { return Self.unkept("…", at: node, because: nil) }
    guard let place = pendingPlace ?? place(named: name), place.name == name, let entry = entry(node, place) else {
      return Self.unkept(name, at: node, because: nil)
    }
    if let problem = problem(with: entry) { return Self.unkept(name, at: node, because: problem) }
    put(entry)
    return nil
  }

  private static func unkept(_ name: String, at node: Node, because problem: Diagnostic?) -> Diagnostic {
    Diagnostic(
      "interview-changed", severity: .warning, location: node.location,
      message: Wording(
        en: "the answer to `\(Quotation.of(name))` no longer fits and is not kept",
        zh: "`\(Quotation.of(name))` 的回答已不适用，没有保留"), help: problem?.message)
  }

  /// What an answer in a file says of a place.
  private func entry(_ node: Node, _ place: AnswerPlace) -> Entry? {
    if let by = node["by"]?.scalarText, let pending, pending.by == nil {
      return Entry(place: place, kind: .judge, reply: .judge(by))
    }
    if let day = node["on"]?.scalarText.flatMap({ CalendarDate($0) }), pending?.by != nil {
      return Entry(place: place, kind: .day, reply: .day(day, basis: node["basis"]?.scalarText))
    }
    if let word = node["skipped"]?.scalarText, let kind = Question.Kind(rawValue: word) {
      return Entry(place: place, kind: kind, reply: .skipped)
    }
    guard pending == nil else { return nil }
    if let count = node["count"]?.scalarText.flatMap({ Int($0) }), (0...Interview.mostItems).contains(count),
      place.type.isAskedByItem
    {
      return Entry(place: place, kind: .count, reply: .count(count))
    }
    guard let given = node["value"], !given.isNull else { return nil }
    var reader = FactReader(program)
    guard let value = reader.value(given, place.type, path: place.name), reader.diagnostics.isEmpty,
      place.type.problem(with: value) == nil
    else { return nil }
    let kind: Question.Kind = place.type.isAskedByItem ? .count : .value
    return Entry(place: place, kind: kind, reply: .value(place.type.filled(value, named: place.name)))
  }
}

extension AnswerSheet.Entry {
  fileprivate var json: JSON {
    let answer: [(String, JSON)] =
      switch reply {
      case .value(let value): [("value", value.recordJSON)]
      case .count(let count): [("count", .number(String(count)))]
      case .judge(let name): [("by", .string(name))]
      case .day(let day, nil): [("on", .string(day.description))]
      case .day(let day, let basis?): [("on", .string(day.description)), ("basis", .string(basis))]
      case .skipped: [("skipped", .string(kind.rawValue))]
      }
    return .object([("fact", .string(name))] + answer)
  }
}
