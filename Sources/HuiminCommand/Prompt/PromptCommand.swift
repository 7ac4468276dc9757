import Huimin

/// A line at the prompt that begins with `:`.
enum PromptCommand {
  case help
  case names
  case quit
  case assign(name: String, expression: String)
  case type(expression: String)
  case load(file: String)

  enum Name: String, CaseIterable {
    case help = ":help"
    case `let` = ":let"
    case load = ":load"
    case names = ":names"
    case quit = ":quit"
    case type = ":type"

    /// Whether something stands after it.
    var takesMore: Bool {
      switch self {
      case .let, .load, .type: true
      case .help, .names, .quit: false
      }
    }

    /// How it is written, for help.
    var form: Wording {
      switch self {
      case .let: Wording(en: ":let NAME = EXPR", zh: ":let 名称 = 表达式")
      case .load: Wording(en: ":load FILE", zh: ":load 文件")
      case .type: Wording(en: ":type EXPR", zh: ":type 表达式")
      case .help, .names, .quit: Wording(both: rawValue)
      }
    }
  }

  /// - Throws: what is wrong with a line that is no command.
  init(_ line: String) throws(Diagnostic) {
    let (word, rest) = PromptCommand.split(line)
    guard let name = word == ":q" ? .quit : Name(rawValue: word) else {
      throw Diagnostic(
        "usage", message: Wording(en: "`\(word)` is no command here", zh: "`\(word)` 不是这里的命令"),
        help: Suggestion.didYouMean(word, among: Name.allCases.map(\.rawValue))
          ?? Wording(en: "`:help` lists the commands", zh: "`:help` 列出所有命令"))
    }
    guard rest.isEmpty != name.takesMore else { throw PromptCommand.wrongUse(of: name) }
    switch name {
    case .help: self = .help
    case .names: self = .names
    case .quit: self = .quit
    case .type: self = .type(expression: rest)
    case .load: self = .load(file: rest)
    case .let:
      guard let equals = rest.firstIndex(of: "=") else { throw PromptCommand.wrongUse(of: name) }
      let variable = KnownNames.normalized(String(rest[..<equals]))
      guard case .success = Parser.nameCheck(variable) else {
        throw Diagnostic("usage", message: Wording(en: "`\(variable)` is not a name", zh: "`\(variable)` 不是名称"))
      }
      self = .assign(name: variable, expression: String(rest[rest.index(after: equals)...]))
    }
  }

  private static func wrongUse(of name: Name) -> Diagnostic {
    Diagnostic(
      "usage", message: Wording(en: "`\(name.rawValue)` is not used so", zh: "`\(name.rawValue)` 用法不对"),
      help: Wording(en: "write `\(name.form[.en])`", zh: "写 `\(name.form[.zh])`"))
  }

  /// The first word, and what stands after it.
  private static func split(_ line: String) -> (word: String, rest: String) {
    let end = line.firstIndex { $0.isWhitespace } ?? line.endIndex
    let rest = line[end...].drop { $0.isWhitespace }
    let last = rest.lastIndex { !$0.isWhitespace }
    return (String(line[..<end]), last.map { String(rest[...$0]) } ?? "")
  }

  /// The part of what is written at the prompt that is an expression, or `nil` where none is.
  static func expression(in text: String) -> String? {
    let start = text.drop { $0 == " " || $0 == "\t" }
    guard start.hasPrefix(":") else { return text }
    for name in [Name.let, .type] where start.hasPrefix(name.rawValue + " ") {
      let rest = start.dropFirst(name.rawValue.count + 1)
      guard name == .let else { return String(rest) }
      return rest.firstIndex(of: "=").map { String(rest[rest.index(after: $0)...]) }
    }
    return nil
  }
}
