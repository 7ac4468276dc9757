import Huimin

/// A command: what it is called and takes, and what it does.
struct Command: Sendable {
  let name: String
  /// One line for the list of commands.
  let summary: Wording
  /// What stands after the name and the options: `POLICY`, `[PATH…]`.
  let operands: String
  /// How many operands there may be.
  let operandCount: ClosedRange<Int>
  let options: [Option]
  /// The page under the summary: what it does, with examples to copy.
  let details: Wording
  /// Whether its operand is an expression, which may begin with `-`.
  var takesExpressions = false
  /// The words that its operand may be, for completion; none where it is a path or an expression.
  var operandChoices: @Sendable () -> [String] = { [] }
  /// - Returns: the exit code.
  let run: @Sendable (Arguments, Console) -> Int32
}

/// An option of a command.
struct Option: Sendable {
  /// What its value is, for help and completion.
  enum Value: Sendable {
    /// It takes none.
    case none
    case file(String)
    case folder(String)
    case text(String)
    case choice([String])
  }

  /// With its dashes: `--facts`.
  let name: String
  let value: Value
  let summary: Wording
  /// Whether it may be given several times.
  var repeats = false

  /// The name with the form of its value: `--facts FILE`.
  var form: String {
    switch value {
    case .none: name
    case .file(let word), .folder(let word), .text(let word): "\(name) \(word)"
    case .choice(let words): "\(name) \(words.joined(separator: "|"))"
    }
  }
}

extension Option {
  static let language = Option(
    name: "--lang", value: .choice(["zh", "en"]),
    summary: Wording(en: "language of the answer; by default that of the terminal", zh: "输出语言；默认随终端"))

  static let policies = Option(
    name: "--policies", value: .folder("DIR"),
    summary: Wording(
      en: "where policies named by id are looked for; by default $HUIMIN_POLICIES, or else `Policies`",
      zh: "按标识查找政策的文件夹；默认 $HUIMIN_POLICIES，其次 `Policies`"))

  static let day = Option(
    name: "--on", value: .text("DATE"),
    summary: Wording(
      en: "the day for which is decided, such as 2026-01-15; by default today", zh: "判定日期，例如 2026-01-15；默认今天"))
}
