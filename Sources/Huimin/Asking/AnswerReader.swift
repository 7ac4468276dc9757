import Diagnostics
import FEEL
import PolicySource

/// Reads an answer as people type it, in either language: `是`, `70岁`, `1,000`, `3万元`, `30%`, `2026年1月15日`, a member by its
/// name, its label or its number. What could be read in two ways is refused, with what to write.
struct AnswerReader {
  /// What the answer is to, for messages.
  let label: Wording
  let type: FactType
  /// Longer answers are no answers.
  private static let mostCharacters = 10_000

  func value(of text: String) throws(Diagnostic) -> Value {
    let answer = text.trimmed
    guard answer.unicodeScalars.count <= AnswerReader.mostCharacters else {
      throw problem(answer, type, help: Wording(en: "it is too long", zh: "回答太长"))
    }
    guard !answer.isEmpty else { throw problem(answer, type, help: AnswerReader.help(for: type)) }
    return try value(answer, type)
  }

  private func value(_ answer: String, _ type: FactType) throws(Diagnostic) -> Value {
    switch type {
    case .boolean:
      guard let truth = AnswerReader.truth(answer) else { break }
      return .boolean(truth)
    case .number, .integer, .years, .money, .percent:
      guard let number = NumberAnswer(answer, type)?.number else { break }
      if let problem = type.problem(with: .number(number)) {
        throw Diagnostic(
          "fact-type", message: Wording(en: "`\(label[.en])` \(problem[.en])", zh: "`\(label[.zh])` \(problem[.zh])"))
      }
      return .number(number)
    case .date:
      let folded = answer.halfWidth
      if let date = CalendarDate(folded) { return .date(date) }
      if case .day(let date)? = MeantDate(folded) { return .date(date) }
    case .text, .unreadable:
      let written = AnswerReader.unquoted(answer)
      guard !written.unicodeScalars.contains(where: Quotation.isControl) else {
        throw problem(
          answer, type, help: Wording(en: "it holds control characters", zh: "其中含有控制字符"))
      }
      return .string(written)
    case .choice(let members, let labels):
      if let member = AnswerReader.member(answer, members, labels) { return .string(member) }
    case .list(let element):
      guard let field = type.onlyField else { return .list(try items(answer, element)) }
      return .list(try items(answer, field.type).map { .context(Context([(name: field.name, value: $0)])) })
    case .record: break
    }
    throw problem(answer, type, help: help(answer, type))
  }

  // MARK: Kinds

  private static let yes: Set<String> = ["是", "是的", "对", "有", "yes", "y", "true", "t"]
  private static let no: Set<String> = ["否", "不是", "不", "不对", "没有", "无", "no", "n", "false", "f"]

  static func truth(_ answer: String) -> Bool? {
    let word = answer.halfWidth.lowercased()
    return yes.contains(word) ? true : no.contains(word) ? false : nil
  }

  /// A text without the quotes around it, by which an answer can be told from a command.
  static func unquoted(_ answer: String) -> String {
    for (open, close) in [("\"", "\""), ("“", "”"), ("'", "'"), ("「", "」")]
    where answer.count >= 2 && answer.hasPrefix(open) && answer.hasSuffix(close) {
      return String(answer.dropFirst().dropLast())
    }
    return answer
  }

  /// The member of a name, of a label, or at a position.
  private static func member(_ answer: String, _ members: [String], _ labels: [String: Wording]) -> String? {
    func names(_ member: String) -> [String] { [member, labels[member]?.zh, labels[member]?.en].compactMap { $0 } }
    if let exact = members.first(where: { names($0).contains(answer) }) { return exact }
    let folded = answer.halfWidth.lowercased()
    let alike = members.filter { names($0).contains { $0.halfWidth.lowercased() == folded } }
    if alike.count == 1 { return alike[0] }
    guard let position = Int(folded), members.indices.contains(position - 1) else { return nil }
    return members[position - 1]
  }

  /// The items of a list that is written on one line.
  private func items(_ answer: String, _ element: FactType) throws(Diagnostic) -> [Value] {
    let word = answer.halfWidth.lowercased()
    if ["无", "没有", "none", "no", "0", "[]"].contains(word) { return [] }
    if case .choice(let members, _) = element, ["全部", "都有", "all"].contains(word) {
      return members.map { .string($0) }
    }
    var marks = Set("、；;")
    if !element.isNumber { marks.formUnion("，,") }
    // A comma sets thousands apart; one with a space behind it sets numbers apart.
    let spread = element.isNumber ? answer.replacing("，", with: "、").replacing(", ", with: "、") : answer
    let parts = spread.split { marks.contains($0) }.map { String($0).trimmed }.filter { !$0.isEmpty }
    var values: [Value] = []
    for part in parts { values.append(try value(part, element)) }
    return values
  }

  // MARK: What is wrong

  private func problem(_ answer: String, _ type: FactType, help: Wording?) -> Diagnostic {
    let wanted: Wording =
      switch type {
      case .choice: Wording(en: "one of the choices", zh: "选项之一")
      case .list(.choice): Wording(en: "some of the choices", zh: "其中几个选项")
      default: type.words
      }
    guard !answer.isEmpty else {
      return Diagnostic(
        "fact-type",
        message: Wording(en: "`\(label[.en])` has no answer", zh: "`\(label[.zh])` 没有回答"), help: help)
    }
    let shown = Quotation.of(answer)
    return Diagnostic(
      "fact-type",
      message: Wording(
        en: "`\(shown)` is no answer to `\(label[.en])`: \(wanted[.en])",
        zh: "`\(shown)` 不能回答 `\(label[.zh])`：应为\(wanted[.zh])"), help: help)
  }

  private func help(_ answer: String, _ type: FactType) -> Wording? {
    switch type {
    case .choice(let members, let labels):
      let words = members + members.flatMap { [labels[$0]?.zh, labels[$0]?.en].compactMap { $0 } }
      return Suggestion.didYouMean(answer, among: words.uniqued) ?? AnswerReader.help(for: type)
    case .date: return Scalar(answer.halfWidth, isPlain: true).help(for: .date)
    case .list(let element): return help(answer, type.onlyField?.type ?? element)
    default: return AnswerReader.help(for: type)
    }
  }

  /// What to write, where nothing can be made of an answer.
  static func help(for type: FactType) -> Wording {
    switch type {
    case .boolean: Wording(en: "write yes or no", zh: "写“是”或“否”")
    case .years: Wording(en: "write the number of years: `70`", zh: "写年数：`70`")
    case .money: Wording(en: "write an amount in yuan: `12.50`", zh: "写金额，以元计：`12.50`")
    case .percent: Wording(en: "write it with `%`: `30%`", zh: "写上 `%`：`30%`")
    case .number, .integer: Wording(en: "write a number: `3`", zh: "写数字：`3`")
    case .date: Wording(en: "write year-month-day: `2026-01-31`", zh: "写成 年-月-日：`2026-01-31`")
    case .choice(let members, let labels):
      Wording(
        en: "write the number or the name: "
          + members.prefix(8).enumerated().map { "\($0 + 1) \((labels[$1] ?? Wording(both: $1))[.en])" }
          .joined(separator: ", "),
        zh: "写序号或名称："
          + members.prefix(8).enumerated().map { "\($0 + 1) \((labels[$1] ?? Wording(both: $1))[.zh])" }
          .joined(separator: "、"))
    case .list(.choice):
      Wording(en: "write numbers or names with commas between, or `none`", zh: "写序号或名称，用顿号隔开；没有写“无”")
    case .list: Wording(en: "write the items with `;` between, or `none`", zh: "各项用顿号隔开；没有写“无”")
    case .text, .record, .unreadable: Wording(en: "write a text", zh: "写文字")
    }
  }
}

extension String {
  /// Full-width letters, digits and signs as half-width ones; ideographic spaces as spaces.
  var halfWidth: String {
    var text = String.UnicodeScalarView()
    for scalar in unicodeScalars {
      switch scalar.value {
      case 0xFF01...0xFF5E: text.append(Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar)
      case 0x3000: text.append(" ")
      case 0xFFE5: text.append("¥")
      default: text.append(scalar)
      }
    }
    return String(text)
  }
}
