import Diagnostics
import FEEL

/// Finds what the names of `--select` stand for: first what the policy declares, then words such as `outcome` and `status`,
/// then columns of the input.
struct ColumnChoice {
  /// What stands for no name of the policy, in English and in Chinese.
  private enum Word: String, CaseIterable {
    case outcome, status, open, line, reasons

    var chinese: String {
      switch self {
      case .outcome: "结论"
      case .status: "状态"
      case .open: "待定"
      case .line: "行号"
      case .reasons: "理由"
      }
    }
  }

  /// What stands before the name of a column of the input that is also the name of something else.
  static let inputMark = "input."

  private let programs: [Program]
  private let form: BatchForm
  private let header: [String]
  /// Whether decisions of several members take a column for each.
  private let isFlat: Bool
  /// The columns of the input that are copied, each with what it was called.
  private(set) var fields: [String] = []
  private(set) var chosen: [(name: String, pick: Pick)] = []

  /// What a name stands for; fields have no slot yet.
  enum Pick: Equatable {
    case content(BatchColumn.Content)
    case field(String)
  }

  /// - Parameters:
  ///   - header: the columns of a table.
  ///   - isFlat: whether the output is a table.
  init(_ programs: [Program], form: BatchForm, header: [String], isFlat: Bool) {
    self.programs = programs
    self.form = form
    self.header = header
    self.isFlat = isFlat
  }

  /// What is written where the user names nothing: the line, all that the policy answers, and what is open.
  static let usual = ["line", "outcome", "status", "open"]

  /// - Throws: a ``Diagnostic`` for a name that stands for nothing, and for one that is chosen twice.
  mutating func choose(_ names: [String]) throws(Diagnostic) {
    for name in names {
      for (title, pick) in try picks(name) {
        guard !chosen.contains(where: { $0.name == title }) else {
          throw Diagnostic(
            "usage", message: Wording(en: "`\(title)` is selected twice", zh: "`\(title)` 选了两次"))
        }
        chosen.append((title, pick))
        if case .field(let field) = pick { fields.append(field) }
      }
    }
  }

  private func picks(_ name: String) throws(Diagnostic) -> [(name: String, pick: Pick)] {
    if name.hasPrefix(Self.inputMark) {
      let field = String(name.dropFirst(Self.inputMark.count))
      return [(field, .field(try column(field)))]
    }
    if programs.contains(where: { $0.decision(named: name) != nil }) { return decision(name, title: name) }
    if programs.contains(where: { $0.fact(named: name) != nil }) { return [(name, .content(.fact(name)))] }
    if let dot = name.lastIndex(of: "."), let found = try member(name, at: dot) { return [found] }
    if let word = Word.allCases.first(where: { $0.rawValue == name || $0.chinese == name }) {
      return picks(word, title: name)
    }
    return [(name, .field(try column(name)))]
  }

  private func picks(_ word: Word, title: String) -> [(name: String, pick: Pick)] {
    switch word {
    case .outcome: programs.flatMap(\.outcome).uniqued.flatMap { decision($0, title: $0) }
    case .status: [(title, .content(.status))]
    case .open: [(title, .content(.open))]
    case .line: [(title, .content(.line))]
    case .reasons: [(title, .content(.reasons))]
    }
  }

  private func decision(_ name: String, title: String) -> [(name: String, pick: Pick)] {
    let members = members(of: name)
    guard isFlat, !members.isEmpty else { return [(title, .content(.decision(name, member: nil)))] }
    return members.map { ("\(title).\($0)", .content(.decision(name, member: $0))) }
  }

  private func members(of decision: String) -> [String] {
    programs.flatMap { program -> [String] in
      guard case .context(let fields)? = program.decision(named: decision)?.type else { return [] }
      return fields.map(\.name)
    }.uniqued
  }

  /// A member of a decision, `shares.family`; nothing where what stands before the point is no decision.
  private func member(_ name: String, at dot: String.Index) throws(Diagnostic) -> (name: String, pick: Pick)? {
    let (whole, part) = (String(name[..<dot]), String(name[name.index(after: dot)...]))
    guard programs.contains(where: { $0.decision(named: whole) != nil }) else { return nil }
    let members = members(of: whole)
    guard members.contains(part) else {
      throw Diagnostic(
        "unknown-column", message: Wording(en: "`\(whole)` has no `\(part)`", zh: "`\(whole)` 没有 `\(part)`"),
        help: members.isEmpty ? nil : Suggestion.oneOf(members, insteadOf: part))
    }
    return (name, .content(.decision(whole, member: part)))
  }

  /// A column of the input. Lines of JSON have no header: whether they have the field is seen when they are read.
  private func column(_ name: String) throws(Diagnostic) -> String {
    guard form == .csv, !header.contains(name) else { return name }
    throw unknown(name, among: header)
  }

  /// That a name stands for nothing.
  ///
  /// - Parameter columns: the columns of the input, as far as they are known.
  func unknown(_ name: String, among columns: [String]) -> Diagnostic {
    let decisions = programs.flatMap { $0.decisions.map(\.decision.name) }
    let known = columns + decisions + programs.flatMap { $0.facts.map(\.name) }
    return Diagnostic(
      "unknown-column",
      message: Wording(
        en: "`\(Quotation.of(name))` is no decision, no fact and no column of the input",
        zh: "`\(Quotation.of(name))` 既不是判定或事实，也不是输入中的一列"),
      help: Suggestion.didYouMean(name, among: (known + Word.allCases.flatMap { [$0.rawValue, $0.chinese] }).uniqued)
        ?? Wording(
          en: "there are \((decisions + columns).uniqued.map { "`\($0)`" }.joined(separator: ", "))",
          zh: "可用：\((decisions + columns).uniqued.map { "`\($0)`" }.joined(separator: "、"))"))
  }
}
