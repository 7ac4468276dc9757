import Diagnostics
import FEEL
import PolicySource

/// What an answer says, by what was asked.
extension Interview {
  /// More items than these are handed in as a file.
  static let mostItems = 200

  func reply(to question: Question, _ text: String) throws(Diagnostic) -> AnswerSheet.Reply {
    // A list or a record may be written out as in a file of facts.
    if let first = text.trimmed.first, first == "[" || first == "{", !question.type.isText {
      return .value(try written(text.trimmed, question))
    }
    switch question.kind {
    case .value:
      return .value(try AnswerReader(label: question.label, type: question.type).value(of: text))
    case .count:
      let word = text.trimmed.halfWidth.lowercased()
      if ["无", "没有", "none", "no"].contains(word) { return .count(0) }
      if let items = named(text, question) { return .value(items) }
      let count = try AnswerReader(label: question.label, type: .integer(unit: nil)).value(of: text)
      return try self.count(count, question)
    case .judge:
      let members = question.members.map(\.name)
      if members.isEmpty { return .judge(text.trimmed) }
      let labels = Dictionary(question.members.map { ($0.name, $0.label) }, uniquingKeysWith: { a, _ in a })
      let who = try AnswerReader(label: question.label, type: .choice(members, labels: labels)).value(of: text)
      guard case .string(let name) = who else { return .judge("") }
      return .judge(name)
    case .day:
      // Behind the day may stand the report in which the judgement is found.
      let answer = text.trimmed
      let end = answer.firstIndex { $0.isWhitespace || "，,；;".contains($0) } ?? answer.endIndex
      let day = try AnswerReader(label: question.label, type: .date).value(of: String(answer[..<end]))
      let basis = answer[end...].drop { $0.isWhitespace || "，,；;".contains($0) }.trimmed
      guard case .date(let date) = day else { return .skipped }
      return .day(date, basis: basis.isEmpty ? nil : Quotation.visible(basis))
    }
  }

  func reply(to question: Question, _ value: Value) throws(Diagnostic) -> AnswerSheet.Reply {
    switch (question.kind, value) {
    case (.count, .number): return try count(value, question)
    case (.judge, .string(let name)): return .judge(name)
    case (.day, .date(let day)): return .day(day, basis: nil)
    case (.value, _), (.count, .list): break
    default:
      let wanted = question.type.words
      throw Diagnostic(
        "fact-type",
        message: Wording(
          en: "`\(question.label[.en])` must be \(wanted[.en])", zh: "`\(question.label[.zh])` 应为\(wanted[.zh])"))
    }
    let type = question.type
    let name = question.name
    guard !value.isNull, value.unknowns == nil, value.conforms(to: type.feelType(named: question.fact.name)) else {
      throw Diagnostic(
        "fact-type",
        message: Wording(
          en: "`\(question.label[.en])` must be \(type.words[.en]), not \(value.kindName[.en])",
          zh: "`\(question.label[.zh])` 应为\(type.words[.zh])，而不是\(value.kindName[.zh])"))
    }
    if let problem = type.problem(with: value) {
      throw Diagnostic(
        "fact-type",
        message: Wording(
          en: "`\(question.label[.en])` \(problem[.en])", zh: "`\(question.label[.zh])` \(problem[.zh])"))
    }
    return .value(type.filled(value, named: name))
  }

  /// Items of which only the names are given, `张三、李四`: two at least, for one name may be a slip.
  private func named(_ text: String, _ question: Question) -> Value? {
    guard let field = question.type.nameField, case .list(let element) = question.type else { return nil }
    let names = text.split { "、，,；;".contains($0) }.map(\.trimmed).filter { !$0.isEmpty }
    let areNames = names.allSatisfy { name in
      !name.unicodeScalars.contains(where: Quotation.isControl) && name.contains { $0.isLetter }
    }
    guard (2...Interview.mostItems).contains(names.count), areNames, names.allSatisfy({ $0.count <= 200 }) else {
      return nil
    }
    return .list(
      names.enumerated().map { position, name in
        element.blank(named: "\(question.name)[\(position + 1)]").replacing([.field(field.name)], with: .string(name))
      })
  }

  private func count(_ value: Value, _ question: Question) throws(Diagnostic) -> AnswerSheet.Reply {
    if case .number(let number) = value, let count = number.int, (0...Interview.mostItems).contains(count) {
      return .count(count)
    }
    throw Diagnostic(
      "fact-type",
      message: Wording(
        en: "`\(question.label[.en])` must be a number from 0 to \(Interview.mostItems)",
        zh: "`\(question.label[.zh])` 应为0至\(Interview.mostItems)的整数"),
      help: Wording(en: "hand in longer lists as a file of facts", zh: "更长的名单请写入事实文件"))
  }

  /// A list or record as a file of facts has it.
  private func written(_ text: String, _ question: Question) throws(Diagnostic) -> Value {
    var reader = FactReader(program)
    do throws(Unreadable) {
      let document = try Document.read(Array(text.utf8), file: "<answer>", format: .yaml)
      if let value = reader.value(document.root, question.type, path: question.name), reader.diagnostics.isEmpty {
        return question.type.filled(value, named: question.name)
      }
    } catch {
      throw (error.diagnostics.first ?? Diagnostic("fact-type", message: Wording(both: text))).placeless
    }
    throw
      (reader.diagnostics.first
      ?? Diagnostic("fact-type", message: question.type.wording(named: question.name), help: question.type.words))
      .placeless
  }
}

extension AnswerSheet {
  /// Why an answer cannot stand, by the ranges of the facts and by who may judge and when.
  func problem(with entry: Entry) -> Diagnostic? {
    let place = entry.place
    switch entry.reply {
    case .skipped: return nil
    case .judge(let name):
      guard let judgement = place.fact.judgement else { return nil }
      var reader = FactReader(program)
      reader.require(JudgementMade(by: name, on: day), of: place.fact, judgement)
      return judgement.entitled.isEmpty ? nil : reader.diagnostics.first
    case .day(let made, _):
      guard let by = pending?.by,
        let lapse = place.fact.judgement?.lapse(of: JudgementMade(by: by, on: made), on: day)
      else { return nil }
      return Diagnostic(
        "fact-range", message: lapse,
        help: Wording(en: "give a judgement that holds, or skip the question", zh: "请提供有效的评定；没有的，请跳过"))
    case .value(let value) where place.fact.judgement != nil:
      return outOfRange(values.merging([place.fact.name: value]) { $1 }, asked: place.fact)
    case .value, .count: return outOfRange(facts(after: entry).values, asked: place.fact)
    }
  }

  /// That a value is out of its range: the one that was answered, or one that was answered before and whose range names
  /// this fact.
  private func outOfRange(_ values: [String: Value], asked: Fact) -> Diagnostic? {
    guard let (fact, value, _) = program.outOfRange(values).first else { return nil }
    let shown = ValueFormat.text(
      of: value, type: fact.type.feelType(named: fact.name), isPercent: fact.type == .percent)
    let range = RangeWords(program).words(of: fact) ?? Wording(both: "")
    return Diagnostic(
      "fact-range",
      message: Wording(
        en: "`\(fact.label[.en])` would be \(shown[.en]), and must be \(range[.en])",
        zh: "`\(fact.label[.zh])` 为\(shown[.zh])，应为\(range[.zh])"),
      help: fact.name == asked.name
        ? nil
        : Wording(en: "it was answered before; go back to mend it", zh: "该项已经回答，如有误请返回修改"))
  }

  /// The facts of which something is known: a record none of whose fields is known is not among them.
  var known: Facts {
    Facts(
      checked: values.filter { name, value in
        guard case .context = value, let fact = program.fact(named: name) else { return true }
        return AnswerPlace.open(in: value, of: fact).count
          < AnswerPlace.open(in: fact.type.blank(named: name), of: fact).count
      }, judgements: judgements, overrides: given.overrides)
  }
}

extension FactType {
  fileprivate var isText: Bool { if case .text = self { true } else { false } }
}

extension Diagnostic {
  /// The same without its place, for a text of one line that the reader has just written.
  fileprivate var placeless: Diagnostic { Diagnostic(code, severity: severity, message: message, help: help) }
}

extension Interview {
  /// The last answer as it was understood: what was asked for, and what was said. Nothing before the first.
  public var lastAnswer: (label: Wording, answer: Wording)? {
    sheet.entries.last.map { ($0.place.label(whose: sheet.name(ofItemAt: $0.place)), $0.words) }
  }
}

extension AnswerSheet.Entry {
  /// What was said, in words.
  fileprivate var words: Wording {
    switch reply {
    case .value(let value):
      ValueFormat.text(of: value, type: place.type.feelType(named: place.fact.name), isPercent: place.type == .percent)
    case .count(let count): Wording(en: count == 0 ? "none" : String(count), zh: count == 0 ? "无" : "\(count)项")
    case .judge(let name):
      place.fact.judgement?.entitled.first { $0.name == name }?.label ?? Wording(both: Quotation.visible(name))
    case .day(let day, let basis):
      [ValueFormat.text(of: .date(day), type: .date), basis.map { Wording(both: $0) }].compactMap { $0 }
        .joined(en: ", ", zh: "，")
    case .skipped: Wording(en: "not known", zh: "不知道")
    }
  }
}
